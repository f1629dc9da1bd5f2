import type { Command } from "../../../src/engine/types.ts";
import type { Party } from "../actors.ts";
import { appBelow, draftBelow, governedBelow, named, trunks } from "./below.ts";
import { AS_BRANCH, known, type Link, of, ofBranch, ofTrunk, RELATED } from "./linked.ts";
import { type Ask, having } from "./objects.ts";

/** Lists that name what is not there, or not below. */
const audiences = <Data>(data: (audience: object) => Data) => ({
  "foreign organization": () => data({ organizations: [{ organization: "far-member" }] }),
  "missing organization": () => data({ organizations: [{ organization: "no-such-organization" }] }),
  "the Trunk": () => data({ organizations: [{ organization: "host" }] }),
  "another's mount": () => data({ mounts: [{ department: "member-desk" }] }),
  "missing department": () =>
    data({ departments: [{ organization: "member", department: "no-such-department" }] }),
  "off the Link": () => data({ people: [named("member", "employee")] }),
  "missing person": () => data({ people: [{ organization: "member", person: "nobody" }] }),
  "missing role": () => data({ roles: ["no-such-role"] }),
});

const permitted = (trunk: string, app: string, audience?: object) => ({
  ...{ trunk, app },
  permissions: [{ ...(audience === undefined ? {} : { for: audience }), rows: "below" as const }],
});

const issued = (trunk: string) => ({ trunk, invitation: "new-invitation", form: "qr" as const });

const application = (trunk: string, name: string) => ({ trunk, application: name });

/** Applications to one's own organization, to others, and to `host`. */
const reviews = <Data>(data: (trunk: string, organization: string, name: string) => Data) => ({
  ...trunks((trunk) => data(trunk, "applicant", `applicant-under-${trunk}`)),
  "missing application": () => data("host", "applicant", "no-such"),
  "another's application": () => data("host", "other", "other-under-member"),
  decided: () => data("host", "member", "member-under-host"),
});

const presentOf = (organization: string): string =>
  organization === "member" || organization === "other"
    ? `${organization}-rostered`
    : `${organization}-main`;

const scoped = (link: Link, scope: object) => ({ ...link, scope });
const fieldsKept = (link: Link) => ({ ...link, fields: { phone: "nobody" as const } });
const own = (party: Party): Link => of(AS_BRANCH, party) ?? known;

const unit = (organization: string) => ({ kind: "hierarchy" as const, organization });

/** Somebody below each Trunk. */
const BELOW: { readonly [trunk: string]: string } = { host: "member", member: "other" };
const accounts = (role: string) => ({
  ...trunks((trunk) => ({
    unit: unit(trunk),
    people: [named(BELOW[trunk] ?? "far-member", role)],
  })),
  "held already": () => ({ unit: unit("host"), people: [named("member", "rostered")] }),
  "off the Link": () => ({ unit: unit("host"), people: [named("member", "employee")] }),
  "own person": () => ({ unit: unit("host"), people: [named("host", "main")] }),
  "foreign person": () => ({ unit: unit("host"), people: [named("far-member", "main")] }),
  "missing person": () => ({
    unit: unit("host"),
    people: [{ organization: "member", person: "nobody" }],
  }),
});

const automated = ({ trunk, organization }: Link) => ({
  ...{ unit: unit(trunk), organization },
  departments: [`${organization}-desk`],
});

const elsewhere = named("far-member", "rostered");
const nobody = { organization: "member", person: "nobody" };
const near = ({ org }: Party) =>
  named(org === "host" || org === "other" ? "member" : "host", "mate");
const group = (trunk: string, name: string, participant = named("host", "contact")) => ({
  ...{ trunk, group: name },
  participants: [participant],
});
const started = (participant: ReturnType<typeof named>, trunk = "host", name = "new-group") => ({
  ...group(trunk, name, participant),
  name: "New",
});
const another = ({ org }: Party) => (org === "member" ? "book-host" : "book-member");
const foreignTrunk = ({ far }: Party) => (far === "far" ? "far-host" : "host");

/** The Trunk above one's own organization. */
const above = <Data>(data: (trunk: string) => Data) => ({
  ...trunks(data),
  own: (party: Party) => having(of(AS_BRANCH, party), ({ trunk }) => data(trunk)),
  itself: ({ org }: Party) => having(org, data),
});

/** Use of an app through a Trunk, by one act. */
const uses = <Data>(data: (trunk: string, app: string) => Data) => ({
  ...above((trunk) => data(trunk, appBelow(trunk))),
  "in a Space besides": () => ({ ...data("host", "survey"), space: "supply" }),
  "not distributed": () => data("host", "census"),
  "related app": () => data("host", "shop"),
  "missing app": () => data("host", "no-such-app"),
});

const submitted = (trunk: string, app: string, more: object = {}) => ({
  ...{ trunk, app, rows: [{ row: "new-row" }] },
  ...more,
});
const begun = (trunk: string, app: string, more: object = {}) => ({
  ...{ trunk, app, flow: "check", instance: "new-run", row: "new-row" },
  ...more,
});

const picks = <Data>(data: (trunk: string, app: string, more: object) => Data) => ({
  "own pick": (party: Party) =>
    data("host", "survey", { picked: [named(party.org ?? "member", "mate")] }),
  "Trunk's pick": () => data("host", "survey", { picked: [named("host", "contact")] }),
  "foreign pick": () => data("host", "survey", { picked: [elsewhere] }),
  "missing pick": () => data("host", "survey", { picked: [nobody] }),
});

/** The columns of commands that are for a Space or for a Trunk, where they are for a Trunk. */
export const THROUGH = {
  "invitation.issue": {
    ...trunks(issued),
    "id taken": () => ({ ...issued("host"), invitation: "invitation-to-far" }),
  },
  "invitation.revoke": {
    ...trunks((trunk) => ({ trunk, invitation: `invitation-under-${trunk}` })),
    "foreign invitation": () => ({ trunk: "host", invitation: "invitation-under-far-host" }),
    "missing invitation": () => ({ trunk: "host", invitation: "no-such-invitation" }),
  },
  "application.withdraw": {
    ...trunks((trunk) => application(trunk, "applicant-under-host")),
    own: ({ org }: Party) =>
      org === "applicant" ? application("host", "applicant-under-host") : null,
    "missing application": () => application("host", "no-such"),
    decided: (party: Party) => application("host", `${own(party).organization}-under-host`),
  },
  "application.approve": reviews((trunk, _, name) => ({ trunk, items: [{ application: name }] })),
  "application.reject": {
    ...reviews((trunk, organization, name) => ({
      ...application(trunk, name),
      organization,
    })),
    "never applied": () => ({
      ...application("host", "applicant-under-host"),
      organization: "outsider",
    }),
  },
  "partner.set": ofTrunk((link) => ({ ...link, labels: ["school"] })),
  "fields.share": {
    ...ofBranch(fieldsKept),
    "own book": ({ org }: Party) =>
      having(org, (organization) => fieldsKept({ trunk: organization, organization })),
  },
  "scope.set": {
    ...ofBranch((link) => scoped(link, { people: [presentOf(link.organization)] })),
    "foreign person": (party: Party) => scoped(own(party), { people: ["far-member-rostered"] }),
    "missing person": (party: Party) => scoped(own(party), { people: ["nobody"] }),
    "missing department": (party: Party) =>
      scoped(own(party), { departments: ["no-such-department"] }),
  },
  "scope.take-out": {
    ...ofBranch((link) => ({ ...link, people: [presentOf(link.organization)] })),
    "missing person": (party: Party) => ({ ...own(party), people: ["nobody"] }),
    "missing department": (party: Party) => ({
      ...own(party),
      departments: ["no-such-department"],
    }),
  },
  "scope.put-in": {
    ...ofBranch((link) => ({ ...link, departments: [`${link.organization}-lab`] })),
    "missing person": (party: Party) => ({ ...own(party), people: ["nobody"] }),
    "missing department": (party: Party) => ({
      ...own(party),
      departments: ["no-such-department"],
    }),
  },
  "app.publish": {
    ...governedBelow((trunk, app) => ({ trunk, app }), draftBelow),
    "already so": () => ({ trunk: "host", app: "survey" }),
    ...audiences((authorized) => ({ trunk: "host", app: "census", authorized })),
  },
  "app.withdraw": {
    ...governedBelow((trunk, app) => ({ trunk, app })),
    "not distributed": () => ({ trunk: "host", app: "census" }),
  },
  "app.authorize": {
    ...governedBelow((trunk, app) => ({ trunk, app, authorized: { levels: [1] } })),
    "not distributed": () => ({ trunk: "host", app: "census", authorized: { levels: [1] } }),
    ...audiences((authorized) => ({ trunk: "host", app: "survey", authorized })),
  },
  "app.permit": {
    ...governedBelow((trunk, app) => permitted(trunk, app)),
    "not distributed": () => permitted("host", "census"),
    ...audiences((audience) => permitted("host", "survey", audience)),
  },
  "license.grant": accounts("mate"),
  "license.revoke": accounts("rostered"),
  "license.automate": {
    ...ofTrunk((link) => automated(link)),
    "as a whole": () => ({ ...automated(known), departments: [], whole: true }),
    "as it is": () => ({ ...automated(known), departments: [] }),
    "missing department": () => ({ ...automated(known), departments: ["no-such-department"] }),
  },
  "group.start": {
    ...trunks((trunk) => started(named("far-member", "main"), trunk)),
    own: ({ org }: Party) => having(org, (organization) => started(named(organization, "mate"))),
    related: (party: Party) => having(of(RELATED, party), () => started(near(party))),
    foreign: () => started(elsewhere),
    missing: () => started({ organization: "no-such-organization", person: "nobody" }),
    "missing person": () => started(nobody),
    "off the Link": () => started(named("member", "employee")),
    "foreign Trunk": (party: Party) => started(named("host", "contact"), foreignTrunk(party)),
    "missing Trunk": () => started(named("host", "contact"), "no-such-trunk"),
    "id taken": () => started(named("host", "contact"), "host", "group-far"),
  },
  "group.add": {
    own: ({ org }: Party) =>
      having(org, (organization) => group("host", "book-all", named(organization, "mate"))),
    related: (party: Party) =>
      having(of(RELATED, party), () => group("host", another(party), near(party))),
    foreign: () => group("host", "book-far"),
    missing: () => group("host", "no-such-group"),
    "group of a Space": () => group("host", "group-all"),
    "foreign Trunk": (party: Party) => group(foreignTrunk(party), "book-far"),
    "missing Trunk": () => group("no-such-trunk", "book-all"),
    "related person": (party: Party) =>
      having(of(RELATED, party), () => group("host", "book-all", near(party))),
    "foreign person": () => group("host", "book-all", elsewhere),
    "missing person": () => group("host", "book-all", nobody),
  },
  "group.leave": {
    own: () => ({ trunk: "host", group: "book-all" }),
    related: (party: Party) =>
      having(of(RELATED, party), () => ({ trunk: "host", group: another(party) })),
    foreign: () => ({ trunk: "host", group: "book-far" }),
    missing: () => ({ trunk: "host", group: "no-such-group" }),
    "foreign Trunk": (party: Party) => ({ trunk: foreignTrunk(party), group: "book-far" }),
    "missing Trunk": () => ({ trunk: "no-such-trunk", group: "book-all" }),
  },
  "form.submit": {
    ...uses((trunk, app) => submitted(trunk, app)),
    batch: () => submitted("host", "survey", { rows: [{ row: "new-row" }, { row: "newer-row" }] }),
    ...picks(submitted),
  },
  "flow.start": {
    ...uses((trunk, app) => begun(trunk, app)),
    "missing flow": () => begun("host", "survey", { flow: "no-such-flow" }),
    "instance taken": () => begun("host", "survey", { instance: "run-far" }),
    ...picks(begun),
  },
} satisfies {
  readonly [Type in Command["type"]]?: { readonly [column: string]: Ask<unknown> };
};
