/** What always holds of Spaces. */
import type { SpaceId } from "../core/ids.ts";
import {
  byOwner,
  checkedTickets,
  collect,
  type Invariant,
  named,
  STRUCTURE,
  sameMembers,
  strays,
} from "../core/invariants.ts";
import { folders } from "./invariants-folders.ts";
import { joiningInvariants } from "./invariants-joining.ts";
import { sightInvariants } from "./invariants-sight.ts";
import { isTrunk, pendingIn } from "./select/container.ts";
import { membersOf } from "./select/keys.ts";
import { spaceQuota } from "./select/limits.ts";
import type { SpacesReads } from "./select/spaces.ts";

type Check = Invariant<SpacesReads>["check"];
const listed = checkedTickets<readonly [ticket: number, id: string]>;

/** SPACE-01: every live Space is in the list of its one Host, which has not ended, and in no other. */
const hosting: Check = (all, say) => {
  const hosted = new Map<string, string[]>();
  for (const { owner, record } of all.of("space")) {
    if (record.dissolved) continue;
    collect(hosted, record.host, owner);
    const order = all.get("association", owner, record.host)?.order;
    if (order !== 0) say(`the Host of ${named(owner)} has no part of its own in it`);
  }
  for (const { owner, record } of all.of("organization")) {
    if (!sameMembers(record.hosted, hosted.get(owner) ?? [])) {
      say(`Spaces of ${named(owner)} are not those it hosts`);
    }
    if (record.created < record.hosted.length) say(`${named(owner)} hosts more than it created`);
    const related = record.hosted.length + record.joined.length;
    if (record.ended && related > 0) say(`${named(owner)} ended and is in Spaces`);
    hosted.delete(owner);
  }
  for (const host of hosted.keys()) say(`${named(host)} hosts and is not known`);
};

/** SPACE-01, SPACE-05: Members are listed once, joined what lists them, and are never the Host. */
const membership: Check = (all, say) => {
  const associations = byOwner(all.of("association"));
  const joined = new Map<string, string[]>();
  for (const { owner, record } of all.of("space")) {
    const entries = listed(all, membersOf(owner as SpaceId), record.members, say);
    const parts = associations.get(owner) ?? [];
    const members = parts.filter((each) => each.record.order > 0);
    if (
      !sameMembers(
        entries.map(([, id]) => id),
        members.map((each) => each.own),
      )
    ) {
      say(`Members of ${named(owner)} are not those associated with it`);
    }
    for (const [ticket, id] of entries) {
      collect(joined, id, owner);
      if (id === record.host) say(`the Host of ${named(owner)} is among its Members`);
      const order = all.get("association", owner, id)?.order;
      if (order !== ticket + 1) say(`${named(owner, id)} has the number of another Association`);
    }
    if (record.dissolved && parts.length > 0) say(`${named(owner)} is dissolved, not left`);
    if (parts.length - members.length > 1) say(`${named(owner)} has more than one Host`);
    associations.delete(owner);
  }
  for (const space of associations.keys()) say(`${named(space)} is not known and has a part`);
  for (const { owner, record } of all.of("organization")) {
    if (!sameMembers(record.joined, joined.get(owner) ?? [])) {
      say(`Spaces joined by ${named(owner)} are not those it is a Member of`);
    }
  }
};

/** SPACE-03: a certified Host has no more live Spaces than its quota. */
const quota: Check = (all, say, policy, { caps }) => {
  for (const { owner, record } of all.of("organization")) {
    if (!record.certified) continue;
    const certified = spaceQuota(record, policy) ?? 0;
    const other = spaceQuota({ ...record, certified: false }, policy) ?? 0;
    const limit = caps === "tolerant" ? Math.max(certified, other) : certified;
    if (record.hosted.length > limit) say(`${named(owner)} hosts more than ${limit} Spaces`);
  }
};

/** JOIN-10: no organization is a Member of more Spaces than it may be. */
const joins: Check = (all, say, policy) => {
  for (const { owner, record } of all.of("organization")) {
    if (record.joined.length > policy.joinLimit) say(`${named(owner)} joined too many Spaces`);
  }
};

/** JOIN-11: no Space has more Members than it may have. */
const members: Check = (all, say, policy) => {
  for (const { owner, record } of all.of("space")) {
    if (record.members.count > policy.memberOrgCap) say(`${named(owner)} has too many Members`);
  }
};

/** JOIN-07: pending is what is listed as pending, one per organization, of outsiders alone. */
const applications: Check = (all, say) => {
  const pending = new Map<string, string[]>();
  for (const { owner, record } of all.of("application")) {
    if (isTrunk(record)) continue;
    const { space, organization, status, pages } = record;
    const latest = all.get("applicant", space, organization);
    if (latest === null) say(`${named(owner)} was filed and ${named(organization)} never applied`);
    const kept = Array.from({ length: pages }, (_, page) => all.get("wish", owner, String(page)));
    if (kept.includes(null)) say(`${named(owner)} has lost part of its scope`);
    if (status !== "pending") continue;
    collect(pending, space, owner);
    if (latest?.application !== owner) say(`${named(owner)} is pending and not the latest`);
    if (all.get("association", space, organization) !== null) {
      say(`${named(owner)} is pending and its organization takes part already`);
    }
  }
  for (const { owner, record } of all.of("space")) {
    const entries = listed(all, pendingIn({ space: owner as SpaceId }), record.pending, say);
    if (
      !sameMembers(
        entries.map(([, id]) => id),
        pending.get(owner) ?? [],
      )
    ) {
      say(`applications listed for ${named(owner)} are not those pending`);
    }
    for (const [ticket, id] of entries) {
      if (all.get("application", id)?.ticket !== ticket) say(`${named(id)} has another's ticket`);
    }
  }
};

/** No page is left behind. */
const reachable: Check = (all, say) => {
  const index = (owner: string, name: "members" | "pending" | "invitations" | "folders") =>
    all.get("space", owner)?.[name].pages ?? [];
  const kinds = [
    ["members", "members"],
    ["pending", "pending"],
    ["invited", "invitations"],
    ["folders", "folders"],
  ] as const;
  for (const [kind, name] of kinds) {
    const known = ({ owner, own }: { owner: string; own: string }): boolean =>
      index(owner, name).includes(Number(own));
    strays<unknown>(all.of(kind), kind, known, say);
  }
  const isInUse = ({ owner, own }: { owner: string; own: string }): boolean =>
    all.get("organization", owner)?.applied?.pages.includes(Number(own)) === true;
  strays<unknown>(all.of("applied"), "applied", isInUse, say);
};

/** The invariants of Spaces. */
export const spacesInvariants: readonly Invariant<SpacesReads>[] = [
  { rules: ["SPACE-01"], check: hosting },
  { rules: ["SPACE-05", "SPACE-01", "EXIT-01"], check: membership },
  { rules: ["SPACE-03", "CERT-03"], check: quota },
  { rules: ["JOIN-10"], check: joins },
  { rules: ["JOIN-11"], check: members },
  { rules: ["JOIN-07", "JOIN-05"], check: applications },
  ...joiningInvariants,
  { rules: ["FOLDER-01", "FOLDER-02"], check: folders },
  ...sightInvariants,
  { rules: [STRUCTURE], check: reachable },
];
