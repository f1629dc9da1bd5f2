import type { Party } from "../actors.ts";
import { base, having, type Objects } from "./objects.ts";

/** The app that is published in a Space, and the one that is not. */
const APPS: { readonly [space: string]: string } = {
  supply: "orders",
  side: "shop",
  far: "far-app",
};
const DRAFTS: { readonly [space: string]: string } = { supply: "drafts", side: "shop-drafts" };
const published = (space: string) => APPS[space] ?? "orders";
const draft = (space: string) => DRAFTS[space] ?? "drafts";

/** A Member of a Space. */
const memberOf = (space: string) => (space === "side" ? "other" : "member");

/** An app built by another party of the Space. */
const relatedApp = (party: Party) => (base(party) === "side" ? "orders" : "shop");

const spaces = <Data>(data: (space: string) => Data) => ({
  own: ({ home }: Party) => having(home, data),
  related: ({ near }: Party) => having(near, data),
  foreign: ({ far }: Party) => data(far),
  missing: () => data("no-such-space"),
});

/** An app of the Host, and others put in its place. */
const governed = <Data>(data: (space: string, app: string) => Data, own = published) => ({
  ...spaces((space) => data(space, own(space))),
  "related app": (party: Party) => data(base(party), relatedApp(party)),
  "foreign app": (party: Party) => data(base(party), "far-app"),
  "missing app": (party: Party) => data(base(party), "no-such-app"),
  "Space app": (party: Party) => data(base(party), `${base(party)}-board`),
});

/** Audiences that name what is not there. */
const audiences = <Data>(data: (space: string, audience: object) => Data) => ({
  "foreign organization": (party: Party) => data(base(party), { organizations: ["far-member"] }),
  "missing organization": (party: Party) =>
    data(base(party), { organizations: ["no-such-organization"] }),
  "the Host": (party: Party) =>
    data(base(party), { organizations: [party.home === null ? "host" : (party.org as string)] }),
  "missing department": (party: Party) =>
    data(base(party), {
      departments: [{ organization: memberOf(base(party)), department: "no-such-department" }],
    }),
  "off the Roster": (party: Party) => {
    const organization = memberOf(base(party));
    return data(base(party), { people: [{ organization, person: `${organization}-employee` }] });
  },
  "missing person": (party: Party) =>
    data(base(party), { people: [{ organization: memberOf(base(party)), person: "nobody" }] }),
});

const permitted = (space: string, app: string) => ({
  space,
  app,
  permissions: [{ rows: "own" as const, reports: true }],
});

const distributed = (space: string, app: string, organization = memberOf(space)) => ({
  space,
  app,
  organization,
  group: "internal-1",
});
/** Cool apps that are published in a Space. */
const COOL: { readonly [space: string]: string } = { supply: "notes", side: "market" };
const cool = (space: string) => COOL[space] ?? published(space);

const row = { rows: [{ row: "new-row" }] };
const submitted = (app: string, space?: string) =>
  space === undefined ? { app, ...row } : { app, space, ...row };
const picking = (organization: string, person: string) => ({
  ...submitted("notes", "supply"),
  picked: [{ organization, person }],
});

const exchanged = (space: string, app = `${space}-board`, other = published(space)) => ({
  space,
  app,
  with: other,
});

const drawn = (space: string, app = `${space}-plan`) => ({ space, app });

export const apps: Objects<
  | "app.create"
  | "app.publish"
  | "app.withdraw"
  | "app.authorize"
  | "app.permit"
  | "app.distribute"
  | "form.submit"
  | "space-app.create"
  | "space-app.publish"
  | "space-app.exchange"
> = {
  "app.create": {
    own: ({ app }) => having(app, (taken) => ({ app: taken, name: "New" })),
    related: (party) => having(party.peer, () => ({ app: relatedApp(party), name: "New" })),
    foreign: () => ({ app: "far-app", name: "New" }),
    missing: () => ({ app: "new-app", name: "New" }),
    "Space app": () => ({ app: "far-board", name: "New" }),
  },
  "app.publish": {
    ...governed((space, app) => ({ space, app }), draft),
    "already so": (party) => ({ space: base(party), app: published(base(party)) }),
    ...audiences((space, authorized) => ({ space, app: draft(space), authorized })),
  },
  "app.withdraw": {
    ...governed((space, app) => ({ space, app })),
    "not published": (party) => ({ space: base(party), app: draft(base(party)) }),
  },
  "app.authorize": {
    ...governed((space, app) => ({
      space,
      app,
      authorized: { organizations: [memberOf(space)] },
    })),
    "not published": (party) => ({
      space: base(party),
      app: draft(base(party)),
      authorized: { partners: [{ type: "supplier" }] },
    }),
    ...audiences((space, authorized) => ({ space, app: published(space), authorized })),
  },
  "app.permit": {
    ...governed(permitted),
    "not published": (party) => permitted(base(party), draft(base(party))),
    ...audiences((space, audience) => ({
      space,
      app: published(space),
      permissions: [{ for: audience, rows: "all" as const }],
    })),
  },
  "app.distribute": {
    ...governed((space, app) => distributed(space, app), cool),
    "not published": (party) => distributed(base(party), draft(base(party))),
    "not cool": (party) => distributed(base(party), published(base(party))),
    "the Host": (party) =>
      distributed(
        base(party),
        cool(base(party)),
        party.home === null ? "host" : (party.org as string),
      ),
    "foreign organization": (party) => distributed(base(party), cool(base(party)), "far-member"),
    "missing organization": (party) =>
      distributed(base(party), cool(base(party)), "no-such-organization"),
  },
  "form.submit": {
    own: ({ app }) => having(app, (built) => submitted(built)),
    related: (party) => having(party.peer, () => submitted(relatedApp(party))),
    foreign: ({ far }) => submitted(published(far)),
    missing: () => submitted("no-such-app"),
    "in the Space": () => submitted("notes", "supply"),
    "for suppliers": () => submitted("orders", "supply"),
    "not published": () => submitted("drafts", "supply"),
    "related app": () => submitted("shop", "supply"),
    "foreign app": () => submitted("far-app", "supply"),
    "missing app": () => submitted("no-such-app", "supply"),
    "foreign Space": ({ far }) => submitted(published(far), far),
    "missing Space": () => submitted("notes", "no-such-space"),
    batch: () => ({
      app: "notes",
      space: "supply",
      rows: [{ row: "new-row" }, { row: "newer-row" }],
    }),
    "row taken": () => ({ app: "notes", space: "supply", rows: [{ row: "notes-row" }] }),
    "related pick": () => picking("host", "host-contact"),
    "foreign pick": () => picking("far-member", "far-member-rostered"),
    "missing pick": () => picking("member", "nobody"),
  },
  "space-app.create": {
    ...spaces((space) => ({ space, app: "new-app", name: "New" })),
    "id taken": (party) => ({ space: base(party), app: "far-app", name: "New" }),
  },
  "space-app.publish": {
    ...spaces((space) => drawn(space)),
    "Host app": (party) => drawn(base(party), draft(base(party))),
    "foreign app": (party) => drawn(base(party), "far-plan"),
    "missing app": (party) => drawn(base(party), "no-such-app"),
    "already so": (party) => drawn(base(party), `${base(party)}-board`),
  },
  "space-app.exchange": {
    ...spaces((space) => exchanged(space)),
    "foreign app": (party) => exchanged(base(party), "far-board"),
    "missing app": (party) => exchanged(base(party), "no-such-app"),
    "with foreign": (party) => exchanged(base(party), `${base(party)}-board`, "far-app"),
    "with missing": (party) => exchanged(base(party), `${base(party)}-board`, "no-such-app"),
  },
};
