import type { Party } from "../actors.ts";
import { having, type Objects } from "./objects.ts";

interface Link {
  readonly trunk: string;
  readonly organization: string;
}

/** By the organization: a Link in which it is the Trunk, and one in which it is the Branch. */
const AS_TRUNK: { readonly [organization: string]: Link } = {
  host: { trunk: "host", organization: "member" },
  member: { trunk: "member", organization: "other" },
};
const AS_BRANCH: { readonly [organization: string]: Link } = {
  member: { trunk: "host", organization: "member" },
  other: { trunk: "host", organization: "other" },
};

/** A Link of other organizations, or of the other side, with which it is acquainted. */
const RELATED: { readonly [organization: string]: Link } = {
  host: { trunk: "member", organization: "other" },
  member: { trunk: "host", organization: "other" },
  other: { trunk: "host", organization: "member" },
  applicant: { trunk: "host", organization: "member" },
};

const of = (table: { readonly [organization: string]: Link }, { org }: Party): Link | null =>
  (org === null ? undefined : table[org]) ?? null;

const foreign = ({ far }: Party): Link =>
  far === "far"
    ? { trunk: "far-host", organization: "far-member" }
    : { trunk: "host", organization: "member" };

const known: Link = { trunk: "host", organization: "member" };

/** Links of one's own side, acquainted, foreign and missing; those of `host` with somebody else. */
const links = <Data>(own: (party: Party) => Link | null, data: (link: Link) => Data) => ({
  own: (party: Party) => having(own(party), data),
  related: (party: Party) => having(of(RELATED, party), data),
  foreign: (party: Party) => data(foreign(party)),
  missing: () => data({ trunk: "no-such-trunk", organization: "no-such-organization" }),
  "own Trunk": (party: Party) => having(of(AS_BRANCH, party), data),
  applicant: () => data({ trunk: "host", organization: "applicant" }),
  "not linked": () => data({ trunk: "host", organization: "outsider" }),
  "missing organization": () => data({ trunk: "host", organization: "no-such-organization" }),
});

const ofTrunk = <Data>(data: (link: Link) => Data) => links((party) => of(AS_TRUNK, party), data);

/** For what is the Branch's: its Trunk touches it in `own Branch`. */
const ofBranch = <Data>(data: (link: Link) => Data) => {
  const { "own Trunk": _, ...columns } = links((party) => of(AS_BRANCH, party), data);
  return { ...columns, "own Branch": (party: Party) => having(of(AS_TRUNK, party), data) };
};

const mounted = (link: Link, alias: string | null = "New", mount: string | null = null) => ({
  ...link,
  alias,
  mount,
});

const nobody = { organizations: [], departments: [] };
const seen = (link: Link, except: { organizations?: string[]; departments?: string[] } = {}) => ({
  ...link,
  hidden: true,
  hiddenExcept: { ...nobody, ...except },
  ownOnly: true,
  ownOnlyExcept: nobody,
});

const released = (link: Link, is = true) => ({ ...link, released: is });
const reaching = (link: Link, reach: "trunk" | "all-above" = "trunk") => ({ ...link, reach });
const sharing = (link: Link, shared: string[] = ["attendance"]) => ({ ...link, shared });

export const linksObjects: Objects<
  | "link.mount"
  | "link.see"
  | "link.release"
  | "link.cancel"
  | "link.reach"
  | "link.share"
  | "link.leave"
> = {
  "link.mount": {
    ...ofTrunk(mounted),
    "as it is": () => mounted(known, "East"),
    "alias taken": () => mounted(known, "West"),
    "foreign department": () => mounted(known, null, "member-desk"),
    "missing department": () => mounted(known, null, "no-such-department"),
  },
  "link.see": {
    ...ofTrunk(seen),
    "as it is": () => ({ ...seen(known), hidden: false }),
    "foreign department": () => seen(known, { departments: ["member-desk"] }),
    "missing department": () => seen(known, { departments: ["no-such-department"] }),
    "foreign exception": () => seen(known, { organizations: ["far-member"] }),
    "missing exception": () => seen(known, { organizations: ["no-such-organization"] }),
  },
  "link.release": { ...ofTrunk(released), "as it is": () => released(known, false) },
  "link.cancel": ofTrunk((link) => link),
  "link.reach": {
    ...ofBranch(reaching),
    "as it is": (party) =>
      having(of(AS_BRANCH, party) ?? known, (link) => reaching(link, "all-above")),
  },
  "link.share": {
    ...ofBranch(sharing),
    "as it is": (party) => having(of(AS_BRANCH, party) ?? known, (link) => sharing(link, [])),
  },
  "link.leave": ofBranch((link) => link),
};
