import type { Party } from "../actors.ts";
import { having, type Objects } from "./objects.ts";

const one = (organization: string, person: string) => ({ organization, person });

/** Somebody of one's own organization, and of another one, on the Roster where they can be. */
const MATES: { readonly [organization: string]: ReturnType<typeof one> } = {
  host: one("host", "host-contact-2"),
};
const mate = (organization: string) =>
  MATES[organization] ?? one(organization, `${organization}-mate`);
const near = ({ org }: Party) => mate(org === "host" || org === "other" ? "member" : "host");

const started = (participant: ReturnType<typeof one>, space = "supply", group = "new-group") => ({
  space,
  group,
  name: "New",
  participants: [participant],
});

const added = (participant: ReturnType<typeof one>, space = "supply", group = "group-all") => ({
  space,
  group,
  participants: [participant],
});

const elsewhere = one("far-member", "far-member-rostered");
const nobody = one("member", "nobody");
const anybody = one("host", "host-contact");

/** A group of another party. */
const related = ({ org }: Party) => (org === "member" ? "group-host" : "group-member");

export const groups: Objects<"group.start" | "group.add" | "group.leave"> = {
  "group.start": {
    own: ({ org }) => having(org, (organization) => started(mate(organization))),
    related: (party) => having(party.peer, () => started(near(party))),
    foreign: () => started(elsewhere),
    missing: () => started(one("no-such-organization", "nobody")),
    "missing person": () => started(nobody),
    "foreign Space": ({ far }) => started(anybody, far),
    "missing Space": () => started(anybody, "no-such-space"),
    "id taken": () => started(anybody, "supply", "group-far"),
  },
  "group.add": {
    own: ({ org }) => having(org, (organization) => added(mate(organization))),
    related: (party) => having(party.peer, () => added(anybody, "supply", related(party))),
    foreign: () => added(anybody, "supply", "group-far"),
    missing: () => added(anybody, "supply", "no-such-group"),
    "foreign Space": ({ far }) => added(anybody, far, far === "far" ? "group-far" : "group-all"),
    "missing Space": () => added(anybody, "no-such-space"),
    "related person": (party) => having(party.peer, () => added(near(party))),
    "foreign person": () => added(elsewhere),
    "missing person": () => added(nobody),
  },
  "group.leave": {
    own: () => ({ space: "supply", group: "group-all" }),
    related: (party) => having(party.peer, () => ({ space: "supply", group: related(party) })),
    foreign: () => ({ space: "supply", group: "group-far" }),
    missing: () => ({ space: "supply", group: "no-such-group" }),
    "foreign Space": ({ far }) => ({
      space: far,
      group: far === "far" ? "group-far" : "group-all",
    }),
    "missing Space": () => ({ space: "no-such-space", group: "group-all" }),
  },
};
