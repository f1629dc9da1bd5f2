/** Whom a ward's fact means by its guardians. */
import { passOver } from "../core/passed-over.ts";
import { refuse } from "../core/refusal.ts";
import { guard, view } from "../core/rule.ts";
import { read } from "../core/transaction.ts";
import { type Deciding, type MemberSaid, sameSet } from "./facts.ts";
import type { Guardian, IndustryMemberRecord } from "./model.ts";
import type { Reading } from "./select/book.ts";

/** DIR-02: what is said of somebody in the book is not older than their coming. */
export const isSinceTheyCame = view(
  ["DIR-02", "INDUSTRY-01"],
  ({ times }: IndustryMemberRecord, at: number): boolean => at >= times.began,
);

/** Why somebody cannot be meant as a guardian as of a time; `null` if they can, or are not known. */
function whyNoGuardian(
  guardian: IndustryMemberRecord | null,
  at: number,
): "older-time" | "unknown" | null {
  if (guardian === null) return "unknown";
  const { inBook, times } = guardian;
  if (!isSinceTheyCame(guardian, at)) return "older-time";
  if (inBook) return null;
  return at <= (times.left ?? -1) ? "older-time" : "unknown";
}

/** PROTO-03: guardians have been reported to be in the book, as of the time of the fact. */
export const guardiansKnown = guard(
  ["PROTO-03", "INDUSTRY-01"],
  (tx: Reading, { organization, person, guardians = [] }: MemberSaid, at: number) => {
    const unknown = guardians.find((each) => {
      const why = whyNoGuardian(read(tx, "industry-member", organization, each), at);
      return each !== person && why === "unknown";
    });
    return unknown === undefined
      ? null
      : refuse("UNKNOWN_PERSON", { organization, person: unknown, as: "industry-member" });
  },
);

/** The guardians said, each as of the time in the book that is meant; others are passed over. */
export function guardiansSaid(tx: Deciding, said: MemberSaid, at: number): Guardian[] {
  const { organization, person, guardians = [] } = said;
  return guardians.flatMap((each, index) => {
    const guardian = read(tx, "industry-member", organization, each);
    const why = each === person ? "not-possible" : whyNoGuardian(guardian, at);
    if (why === null && guardian !== null) return [[each, guardian.number] as const];
    if (why !== null && why !== "unknown") passOver(tx, why, { organization, member: each }, index);
    return [];
  });
}

/** Whether the same people are guardians, of the same times in the book. */
export const sameGuardians = (left: readonly Guardian[], right: readonly Guardian[]): boolean =>
  sameSet(left.map(String), right.map(String));
