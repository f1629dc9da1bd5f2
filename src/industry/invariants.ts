/** What always holds of industry books. */
import type { OrganizationId, PersonId } from "../core/ids.ts";
import {
  checkedEntries,
  collect,
  type Invariant,
  named,
  STRUCTURE,
  sameMembers,
  strays,
} from "../core/invariants.ts";
import type { WardsEntry } from "./model.ts";
import type { IndustryReads } from "./select/book.ts";
import { wardsOfGuardian } from "./select/keys.ts";

type Check = Invariant<IndustryReads>["check"];

/** INDUSTRY-01, INDUSTRY-04: whoever has left is in no node and nobody's ward; guardians find their wards. */
const members: Check = (all, say) => {
  const wards = new Map<string, string[]>();
  for (const { owner, own, record } of all.of("industry-member")) {
    const { inBook, nodes, guardians } = record;
    if (!inBook && nodes.length + guardians.length > 0)
      say(`${named(owner, own)} has left, and has`);
    for (const [each, number] of guardians) collect(wards, named(owner, each), `${number} ${own}`);
  }
  for (const { owner, own, record } of all.of("guardian")) {
    const who = named(owner, own);
    const entries = checkedEntries<WardsEntry>(
      (bucket) => all.get("wards", owner, bucket),
      wardsOfGuardian(owner as OrganizationId, own as PersonId),
      record.wards,
      (what) => say(`wards of ${who}: ${what}`),
    );
    const found = entries.map(([ward, number]) => `${number} ${ward}`);
    if (found.length === 0) say(`${who} is a guardian of nobody`);
    if (!sameMembers(found, wards.get(who) ?? [])) say(`${who} has other wards`);
    wards.delete(who);
  }
  for (const who of wards.keys()) say(`${who} does not know of wards`);
};

/** No bucket is left behind. */
const kept: Check = (all, say) =>
  strays(
    all.of("wards"),
    "wards",
    ({ owner, own }) => {
      const [bucket = "", guardian = ""] = own.split(/\/(.*)/s);
      const buckets = all.get("guardian", owner, guardian)?.wards.buckets ?? 0;
      return Number.parseInt(bucket, 10) < buckets;
    },
    say,
  );

export const industryInvariants: readonly Invariant<IndustryReads>[] = [
  { rules: ["INDUSTRY-01", "INDUSTRY-04"], check: members },
  { rules: [STRUCTURE], check: kept },
];
