/** Everybody who tries every command, and what stands for "own" and "foreign" to each of them. */
import type { Acting } from "../../src/testing/inputs.ts";

/** A side that actors stand on. */
export interface Party {
  /** In whose name they act; `null`: support staff. */
  readonly org: string | null;
  /** The Space that it hosts. */
  readonly home: string | null;
  /** A Space of another organization that shares a Space with it. */
  readonly near: string | null;
  /** Another organization in a Space that it is in, or applies to. */
  readonly peer: string | null;
  /** A Space, and an organization in it, with which it has nothing to do. */
  readonly far: string;
  readonly farOrg: string;
  /** The app that it built and published, and another one that it did not publish. */
  readonly app: string | null;
  readonly draft: string | null;
}

const elsewhere = { far: "far", farOrg: "far-member" };
const alone = { home: null, near: null, peer: null, app: null, draft: null };
const stranger = { ...alone, far: "supply", farOrg: "member" };

/** The sides, by name. */
const PARTIES = {
  /** Hosts `supply` and `spare`. */
  host: {
    org: "host",
    home: "supply",
    near: "side",
    peer: "member",
    app: "orders",
    draft: "drafts",
    ...elsewhere,
  },
  /** A Member of `supply` (a supplier) and of `spare`; hosts `side`. */
  member: {
    org: "member",
    home: "side",
    near: "supply",
    peer: "other",
    app: "shop",
    draft: "shop-drafts",
    ...elsewhere,
  },
  /** A Member of `supply` (a dealer) and of `side`. */
  other: { ...alone, org: "other", near: "supply", peer: "member", ...elsewhere },
  /** Its applications to `supply` and to `side` are pending. */
  applicant: { ...alone, org: "applicant", near: "supply", peer: "member", ...elsewhere },
  /** In no Space; not certified. */
  outsider: { ...stranger, org: "outsider" },
  /** Does not exist. */
  ghost: { ...stranger, org: "ghost" },
  support: { ...stranger, org: null },
} as const satisfies { readonly [name: string]: Party };

/** Somebody who tries every command. */
export interface Actor {
  readonly name: string;
  readonly by: Acting;
  readonly party: Party;
}

const person = (name: string, party: keyof typeof PARTIES, who: string): Actor => {
  const of: Party = PARTIES[party];
  return { name, by: [of.org as string, who], party: of };
};

/**
 * The actors, each in the words of the tables. "Licensed" is in the unit of the pool that they act in;
 * whoever is not said to be on the Roster of `supply` is not.
 */
export const ACTORS: readonly Actor[] = [
  // A main admin; licensed.
  person("Host main", "host", "host-main"),
  // A sub-admin with the Space permission.
  person("Host sub", "host", "host-sub"),
  // A sub-admin without it.
  person("Host plain sub", "host", "host-plain"),
  person("Host employee", "host", "host-employee"),
  // On the Roster; licensed.
  person("Host contact", "host", "host-contact"),
  // Once a main admin, now an ordinary employee; licensed.
  person("Host former admin", "host", "host-former"),
  // Resigned.
  person("Host leaver", "host", "host-leaver"),
  // The Member's main admin in the name of the Host, where this person never worked.
  person("As Host", "host", "member-main"),
  // A main admin; licensed in the Member's own pool.
  person("Member main", "member", "member-main"),
  person("Member sub", "member", "member-sub"),
  person("Member plain sub", "member", "member-plain"),
  // Out of scope.
  person("Member employee", "member", "member-employee"),
  // On the Roster; licensed.
  person("Member rostered", "member", "member-rostered"),
  // On the Roster.
  person("Member unlicensed", "member", "member-unlicensed"),
  // In scope, on the waiting list of the full Space.
  person("Member waiting", "member", "member-waiting"),
  // Once a main admin.
  person("Member former admin", "member", "member-former"),
  // Was on the Roster, licensed, and resigned.
  person("Member leaver", "member", "member-leaver"),
  // The Host's main admin in the name of the Member.
  person("As Member", "member", "host-main"),
  person("Other main", "other", "other-main"),
  // On the Roster; licensed.
  person("Other rostered", "other", "other-rostered"),
  person("Applicant main", "applicant", "applicant-main"),
  person("Applicant employee", "applicant", "applicant-employee"),
  person("Outsider main", "outsider", "outsider-main"),
  person("Outsider employee", "outsider", "outsider-employee"),
  // The Host's main admin in the name of an organization that does not exist.
  person("As nobody", "ghost", "host-main"),
  { name: "Support", by: { support: "staff-1" }, party: PARTIES.support },
];

const hostStaff = ["Host plain sub", "Host employee", "Host contact", "Host former admin"];
const memberOffRoster = [
  "Member plain sub",
  "Member employee",
  "Member waiting",
  "Member former admin",
];
const memberStaff = [...memberOffRoster, "Member rostered", "Member unlicensed"];

/** Names for several actors at once. */
export const GROUPS: { readonly [name: string]: readonly string[] } = {
  "Host admins": ["Host main", "Host sub"],
  /** In service, and no admins. */
  "Host staff": hostStaff,
  /** In the name of the Host, but not in its service. */
  "Host strangers": ["Host leaver", "As Host"],
  /** Everybody in the name of the Host but its admins. */
  "Host others": [...hostStaff, "Host leaver", "As Host"],
  "Member admins": ["Member main", "Member sub"],
  "Member staff": memberStaff,
  /** In service, and not on the Roster. */
  "Member off the Roster": ["Member main", "Member sub", ...memberOffRoster],
  "Member strangers": ["Member leaver", "As Member"],
  "Member others": [...memberStaff, "Member leaver", "As Member"],
  Others: ["Other main", "Other rostered"],
  Applicants: ["Applicant main", "Applicant employee"],
  Outsiders: ["Outsider main", "Outsider employee"],
};
