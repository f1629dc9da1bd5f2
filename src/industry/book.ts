/** Facts about industry books: people come into one, are in other nodes, leave. */
import { passOver } from "../core/passed-over.ts";
import type { PassedOverReason } from "../core/reasons.ts";
import { isNewer } from "../core/recording.ts";
import { refuse } from "../core/refusal.ts";
import { effect, guard, view } from "../core/rule.ts";
import { emit, must, read } from "../core/transaction.ts";
import { about, type Deciding, type MemberSaid, ofBook, sameSet } from "./facts.ts";
import { guardiansKnown, guardiansSaid, isSinceTheyCame, sameGuardians } from "./guardians.ts";
import type {
  IndustryEvents,
  IndustryFact,
  IndustryFacts,
  IndustryMemberRecord,
  IndustryWord,
} from "./model.ts";
import type { Reading } from "./select/book.ts";
import { changeStaff, endStaff } from "./staff.ts";

export type { Deciding } from "./facts.ts";

type FactOf<Type extends keyof IndustryFacts> = Extract<IndustryFact, { readonly type: Type }>;

/** The number that a time in the book is known by: the source's, until there is one the library's. */
const numberOf = ({ given, number }: IndustryMemberRecord): number => given ?? number;

/** DIR-02: no newer word without a number says otherwise; of two kinds at one moment the second is newer. */
const isNews = view(
  ["DIR-02", "INDUSTRY-01"],
  ({ times }: IndustryMemberRecord, word: IndustryWord, at: number): boolean => {
    const { changed = -1, left = -1 } = times;
    return word === "changed" ? at >= left && at > changed : at >= changed && at > left;
  },
);

/** Why a fact about a member has no effect, or `null`: with a number, that decides. */
function whyNoChange(
  known: IndustryMemberRecord | null,
  { number }: MemberSaid,
  at: number,
): PassedOverReason | null {
  if (known === null) return null;
  const { inBook } = known;
  if (number === undefined) {
    const isLate = inBook ? !isSinceTheyCame(known, at) : !isNews(known, "changed", at);
    return isLate ? "older-time" : null;
  }
  const latest = numberOf(known);
  return number < latest || (number === latest && !inBook) ? "older-number" : null;
}

/** DIR-03: the first number of a source, if it is above the library's, is that of whoever is in the book. */
const adopts = view(
  ["DIR-03", "INDUSTRY-01"],
  (known: IndustryMemberRecord, number: number | undefined): boolean =>
    known.given === null && number !== undefined && number > known.number,
);

/** Whether somebody comes into the book by a fact: they are not there, or it has a number above theirs. */
function comesIn({ inBook, given }: IndustryMemberRecord, { number }: MemberSaid): boolean {
  return !inBook || (number !== undefined && given !== null && number > given);
}

/** What holds of a member from now on, as of which time in the book. */
type Held = Pick<IndustryMemberRecord, "number" | "given" | "nodes" | "guardians" | "revision">;

/** INDUSTRY-01: somebody is in the book from now on, in these nodes, and under these guardians. */
const change = effect(
  "INDUSTRY-01",
  (tx: Deciding, { organization, person, kind }: MemberSaid, held: Held): void => {
    const { number, given, nodes, guardians, revision } = held;
    emit(tx, "industry.changed", {
      ...{ organization, person, kind, number },
      ...(given === null ? {} : { given }),
      ...{ nodes, guardians },
      ...(revision === undefined ? {} : { revision }),
    });
  },
);

/** INDUSTRY-01: somebody is in the book no more. What they did stays; they may do nothing any longer. */
const leave = effect(
  "INDUSTRY-01",
  (
    tx: Deciding,
    { organization, person }: Pick<MemberSaid, "organization" | "person">,
    { number }: IndustryMemberRecord,
    because?: "changed",
  ): void => {
    const cause = because === undefined ? {} : { because };
    emit(tx, "industry.left", { organization, person, kind: "member", number, ...cause });
  },
);

/** DIR-02: remembers the latest word of a kind, so that an older one that comes later is late. */
const note = effect(
  ["DIR-02", "INDUSTRY-01"],
  (
    tx: Deciding,
    { organization, person }: IndustryFacts["industry.left"],
    word: IndustryWord,
  ): void => {
    const { times } = must(tx, "industry-member", organization, person);
    const { changed = -1, ownLeft = -1 } = times;
    if (tx.at <= (word === "changed" ? changed : ownLeft)) return;
    const noted: IndustryEvents["industry.noted"] = {
      organization,
      person,
      kind: "member",
      word,
      at: tx.at,
    };
    emit(tx, "industry.noted", noted);
  },
);

/** Somebody comes into the book; whoever is there under a lower number has left it by that. */
function comeIn(
  tx: Deciding,
  said: MemberSaid,
  known: IndustryMemberRecord | null,
  at: number,
): void {
  if (known?.inBook === true) leave(tx, said, known, "changed");
  const { nodes, number: given = null, revision } = said;
  const number = given ?? (known === null ? 1 : numberOf(known) + 1);
  const guardians = guardiansSaid(tx, said, at);
  const version = revision === undefined ? {} : { revision };
  change(tx, said, { number, given, nodes, guardians, ...version });
}

function changeMember(tx: Deciding, said: MemberSaid, at: number) {
  const refusal = guardiansKnown(tx, said, at);
  if (refusal !== null) return refusal;
  const { organization, person, nodes, revision } = said;
  const known = read(tx, "industry-member", organization, person);
  const why = whyNoChange(known, said, at);
  if (why !== null) {
    passOver(tx, why, about(said));
    return null;
  }
  if (known === null || comesIn(known, said)) {
    comeIn(tx, said, known, at);
    return null;
  }
  const isNumbered = adopts(known, said.number);
  const { number, given } = isNumbered ? { ...known, given: said.number ?? null } : known;
  if (!isNewer(known.revision, revision)) {
    passOver(tx, "older-revision", about(said));
    const { nodes: had, guardians } = known;
    if (isNumbered) change(tx, said, { number, given, nodes: had, guardians });
    return null;
  }
  const guardians = guardiansSaid(tx, said, at);
  const isSo = sameSet(known.nodes, nodes) && sameGuardians(known.guardians, guardians);
  if (isSo && revision === undefined && !isNumbered) {
    passOver(tx, "already-so", about(said));
    note(tx, said, "changed");
    return null;
  }
  const version = revision === undefined ? {} : { revision };
  change(tx, said, { number, given, nodes, guardians, ...version });
  return null;
}

/** A fact that somebody is in an organization's book, or leads nodes of it. */
export function takeIn(tx: Deciding, fact: FactOf<"industry.changed">) {
  const { data, at } = fact;
  return ofBook(tx, fact, () =>
    data.kind === "member" ? changeMember(tx, data, at) : changeStaff(tx, data, at),
  );
}

/** PROTO-03: whoever leaves the book has been reported to be in it, by that number if one is given. */
const memberKnown = guard(
  ["PROTO-03", "INDUSTRY-01"],
  (tx: Reading, { organization, person, number = 0 }: IndustryFacts["industry.left"]) => {
    const known = read(tx, "industry-member", organization, person);
    return known === null || number > numberOf(known)
      ? refuse("UNKNOWN_PERSON", { organization, person, as: "industry-member" })
      : null;
  },
);

/** Why somebody does not leave the book, or `null`. */
function whyNoLeaving(
  known: IndustryMemberRecord,
  { number }: IndustryFacts["industry.left"],
  at: number,
): PassedOverReason | null {
  const { inBook, times } = known;
  if (number !== undefined && number < numberOf(known)) return "older-number";
  // A number says that the coming was before, and which departures are about the same time in the book.
  const isLate =
    number === undefined ? !isNews(known, "left", at) : !inBook && at <= (times.ownLeft ?? -1);
  if (isLate) return "older-time";
  return inBook ? null : "already-so";
}

function leaveMember(tx: Deciding, said: IndustryFacts["industry.left"], at: number) {
  const refusal = memberKnown(tx, said);
  if (refusal !== null) return refusal;
  const known = must(tx, "industry-member", said.organization, said.person);
  const why = whyNoLeaving(known, said, at);
  if (why === null) leave(tx, said, known);
  else passOver(tx, why, about(said));
  if (why === "already-so") note(tx, said, "left");
  return null;
}

/** A fact that somebody is in an organization's book no more, or leads no node of it. */
export function takeOut(tx: Deciding, fact: FactOf<"industry.left">) {
  const { data, at } = fact;
  return ofBook(tx, fact, () =>
    data.kind === "member" ? leaveMember(tx, data, at) : endStaff(tx, data, at),
  );
}
