/** Links as columns: of one's own side, acquainted, foreign, missing. */
import type { Party } from "../actors.ts";
import { having } from "./objects.ts";

export interface Link {
  readonly trunk: string;
  readonly organization: string;
}

/** By the organization: a Link in which it is the Trunk, and one in which it is the Branch. */
export const AS_TRUNK: { readonly [organization: string]: Link } = {
  host: { trunk: "host", organization: "member" },
  member: { trunk: "member", organization: "other" },
};
export const AS_BRANCH: { readonly [organization: string]: Link } = {
  member: { trunk: "host", organization: "member" },
  other: { trunk: "host", organization: "other" },
};

/** A Link of other organizations, or of the other side, with which it is acquainted. */
export const RELATED: { readonly [organization: string]: Link } = {
  host: { trunk: "member", organization: "other" },
  member: { trunk: "host", organization: "other" },
  other: { trunk: "host", organization: "member" },
  applicant: { trunk: "host", organization: "member" },
};

export const of = (table: { readonly [organization: string]: Link }, { org }: Party): Link | null =>
  (org === null ? undefined : table[org]) ?? null;

const foreign = ({ far }: Party): Link =>
  far === "far"
    ? { trunk: "far-host", organization: "far-member" }
    : { trunk: "host", organization: "member" };

export const known: Link = { trunk: "host", organization: "member" };

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

export const ofTrunk = <Data>(data: (link: Link) => Data) =>
  links((party) => of(AS_TRUNK, party), data);

/** For what is the Branch's: its Trunk touches it in `own Branch`. */
export const ofBranch = <Data>(data: (link: Link) => Data) => {
  const { "own Trunk": _, ...columns } = links((party) => of(AS_BRANCH, party), data);
  return { ...columns, "own Branch": (party: Party) => having(of(AS_TRUNK, party), data) };
};
