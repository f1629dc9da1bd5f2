/** What invariants look up about people at organizations above theirs. */
import { bucketOf, entriesOf } from "../../core/hashed.ts";
import type { OrganizationId, PersonId } from "../../core/ids.ts";
import {
  checkedEntries,
  type Everything,
  named,
  sameMembers,
  strays,
} from "../../core/invariants.ts";
import { tiesKept } from "../../directory/select/bound.ts";
import type { LinkRosterEntry, StakedEntry } from "../model.ts";
import { linkRosterOf } from "./keys.ts";
import type { RosterReads } from "./scope.ts";
import { stakedAt } from "./stakes.ts";

type All = Everything<RosterReads>;

/** Whether an identity is present for an organization above its own. */
export function isPresentAt(
  all: All,
  trunk: string,
  organization: OrganizationId,
  person: PersonId,
): boolean {
  const above = all.get("lineage", organization)?.above ?? [];
  const through = above.find(([upper]) => upper === trunk)?.[3] ?? [];
  return through.some((own) => {
    const buckets = all.get("link", own, organization)?.roster.buckets ?? 0;
    if (buckets === 0) return false;
    const where = linkRosterOf(own, organization);
    const get = (bucket: string) => all.get("link-roster", own, bucket);
    const entries = entriesOf<LinkRosterEntry>(get, where, bucketOf(person, buckets));
    return entries.some(([each]) => each === person);
  });
}

/** Everybody noted to have something at an organization above, and how much; both sides say the same. */
export function stakesKept(all: All, say: (what: string) => void): Map<string, readonly number[]> {
  const found = new Map<string, readonly number[]>();
  for (const { owner, own, record } of all.of("bound")) {
    const identity = { organization: owner as OrganizationId, person: own as PersonId };
    const kept = tiesKept(record, identity, "stakes", (bucket) => all.get("ties", owner, bucket));
    for (const [trunk, , ...counts] of kept) {
      const things = counts.map(Number);
      found.set(named(trunk, owner, own), things);
      if (things.every((count) => count === 0)) say(`${named(owner, own)} has nothing above`);
    }
  }
  const listed: string[] = [];
  for (const { owner: trunk, own: organization, record } of all.of("stake")) {
    const entries = checkedEntries<StakedEntry>(
      (bucket) => all.get("staked", trunk, bucket),
      stakedAt(trunk as OrganizationId, organization as OrganizationId),
      record.people,
      (what) => say(`people of ${named(organization)} at ${named(trunk)}: ${what}`),
    );
    if (entries.length === 0) say(`${named(organization)} has nothing at ${named(trunk)}`);
    listed.push(...entries.map(([person]) => named(trunk, organization, person)));
  }
  if (!sameMembers(listed, [...found.keys()])) say("what people have above is not noted twice");
  strays(
    all.of("staked"),
    "staked",
    ({ owner, own }) => {
      const [bucket = "", organization = ""] = own.split(/\/(.*)/s);
      const buckets = all.get("stake", owner, organization)?.people.buckets ?? 0;
      return Number.parseInt(bucket, 10) < buckets;
    },
    say,
  );
  return found;
}
