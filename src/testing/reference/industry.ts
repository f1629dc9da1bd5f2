/** Who is in an industry book, as facts say it with or without numbers (INDUSTRY-01, DIR-01, DIR-02). */
import type { OrganizationId, PersonId } from "../../core/ids.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import { isSame } from "./identities.ts";
import { isLive } from "./lists.ts";
import type { Reason } from "./passed.ts";
import { pass } from "./passing.ts";
import { isNews } from "./people.ts";
import { isPair } from "./settings.ts";
import type { State, World } from "./state.ts";
import type { Identity, Pair } from "./state-areas.ts";
import type { IndustryMember, IndustryState } from "./state-industry.ts";
import { isMember, type MemberFact, ofMembers } from "./vocabulary-industry.ts";

type Changed = Extract<MemberFact, { readonly type: "industry.changed" }>;
type Left = Extract<MemberFact, { readonly type: "industry.left" }>;

function passMember(world: World, id: PersonId, reason: Reason, index?: number): void {
  pass(world, { kind: ofMembers, id, ...(index === undefined ? {} : { index }), reason });
}

/** Somebody's latest time in a book. */
function latest({ industryMembers }: State, someone: Pair): IndustryMember | undefined {
  return industryMembers.filter((each) => isPair(each, someone)).at(-1);
}

/** Somebody who is in a book, of an organization that has not ended. */
export function inIndustry(state: State, someone: Pair): IndustryMember | undefined {
  const last = latest(state, someone);
  return last?.left === null && isLive(state, last.organization) ? last : undefined;
}

/** The members of an organization's book. */
export function membersIn(state: State, organization: OrganizationId): IndustryMember[] {
  return state.industryMembers.filter(
    (each) => each.organization === organization && each.left === null,
  );
}

/** The wards of somebody, as guardianship stands now (INDUSTRY-04). */
export function wardsOf(state: State, guardian: IndustryMember): IndustryMember[] {
  return membersIn(state, guardian.organization).filter(({ guardians }) =>
    guardians.some(
      ({ person, number }) => person === guardian.person && number === guardian.number,
    ),
  );
}

/** The nodes in which the owner of a row is now; of somebody who left the book, or is in none, none. */
export function nodesOf(state: State, owner: Identity): readonly string[] {
  const now = isMember(owner) ? inIndustry(state, owner) : undefined;
  return now !== undefined && isSame(now, owner) ? now.nodes : [];
}

function lastWord(
  { industryWords }: State,
  kind: IndustryState["industryWords"][number]["kind"],
  someone: Pair,
  number?: number,
): number {
  const own = industryWords
    .filter((each) => each.kind === kind && isPair(each, someone))
    .filter((each) => number === undefined || each.number === number);
  return Math.max(...own.map((each) => each.at), Number.NEGATIVE_INFINITY);
}

function noteWord(
  { industryWords }: State,
  kind: IndustryState["industryWords"][number]["kind"],
  { organization, person, number }: Identity,
  at: number,
): void {
  industryWords.push({ organization, person, number, kind, at });
}

/** Whom a ward's fact means by a guardian: somebody in the book as of its time. */
function guardianMeant(
  state: State,
  { data: { organization }, at }: Changed,
  person: PersonId,
): IndustryMember | "unknown" | "older-time" {
  const last = latest(state, { organization, person });
  if (last === undefined) return "unknown";
  if (at < last.began) return "older-time";
  if (last.left === null) return last;
  return at <= lastWord(state, "left", last) ? "older-time" : "unknown";
}

/** The codes of a fact about a member: whoever is said to have left was there, and so were guardians. */
export function memberCodes(state: State, fact: MemberFact): RefusalCode[] {
  if (fact.type === "industry.left") {
    const last = latest(state, fact.data);
    const isKnown = last !== undefined && (fact.data.number ?? last.given) <= last.given;
    return isKnown ? [] : ["UNKNOWN_PERSON"];
  }
  const { person, guardians = [] } = fact.data;
  const isUnknown = (each: PersonId) =>
    each !== person && guardianMeant(state, fact, each) === "unknown";
  return guardians.some(isUnknown) ? ["UNKNOWN_PERSON"] : [];
}

/** Whose guardians somebody has, each once; nobody is their own. */
function guardiansSaid(world: World, fact: Changed): IndustryMember["guardians"] {
  const { person: ward, guardians = [] } = fact.data;
  const named = guardians.map((person, index) => ({ person, index }));
  return named.flatMap(({ person, index }) => {
    if (guardians.indexOf(person) < index) return [];
    const meant = person === ward ? "not-possible" : guardianMeant(world.state, fact, person);
    if (typeof meant !== "string") return [{ person, number: meant.number }];
    passMember(world, person, meant as Reason, index);
    return [];
  });
}

/** Which time in the book a fact is about: a new one, the present one, or none with the reason. */
function timeMeant(
  state: State,
  { data, at }: Changed,
): IndustryMember | "new" | "older-number" | "older-time" {
  const last = latest(state, data);
  if (last === undefined) return "new";
  if (data.number !== undefined) {
    if (data.number > last.given) return last.left === null && !last.sourced ? last : "new";
    return data.number === last.given && last.left === null ? last : "older-number";
  }
  if (last.left === null) return at < last.began ? "older-time" : last;
  const isLate = at < lastWord(state, "left", last) || at <= lastWord(state, "in", last);
  return isLate ? "older-time" : "new";
}

function begin(world: World, fact: Changed): void {
  const { state } = world;
  const { organization, person, number, nodes, revision = null } = fact.data;
  const last = latest(state, fact.data);
  if (last?.left === null) last.left = fact.at;
  const member: IndustryMember = {
    ...{ organization, person },
    number: (last?.number ?? 0) - 1,
    given: number ?? (last?.given ?? 0) + 1,
    sourced: number !== undefined,
    began: fact.at,
    left: null,
    nodes: [...new Set(nodes)],
    guardians: guardiansSaid(world, fact),
    revision,
  };
  state.industryMembers.push(member);
  noteWord(state, "in", member, fact.at);
}

const inOneOrder = (all: readonly unknown[]) =>
  JSON.stringify(all.map((each) => JSON.stringify(each)).sort());

/** The first number of the source for a time in the book that began without one is adopted (DIR-03). */
function adopt(member: IndustryMember, number: number | undefined): boolean {
  if (member.sourced || number === undefined || number <= member.given) return false;
  member.given = number;
  member.sourced = true;
  return true;
}

function change(world: World, member: IndustryMember, fact: Changed): void {
  const { nodes, number, revision } = fact.data;
  const adopted = adopt(member, number);
  if (!isNews(member.revision, revision)) {
    passMember(world, member.person, "older-revision");
    return;
  }
  noteWord(world.state, "in", member, fact.at);
  const said = { nodes: [...new Set(nodes)], guardians: guardiansSaid(world, fact) };
  const isSo =
    inOneOrder(said.nodes) === inOneOrder(member.nodes) &&
    inOneOrder(said.guardians) === inOneOrder(member.guardians);
  if (isSo && revision === undefined && !adopted) passMember(world, member.person, "already-so");
  member.revision = revision ?? member.revision;
  if (!isSo) Object.assign(member, said);
}

function leave(world: World, { data, at }: Left): void {
  const { state } = world;
  const last = latest(state, data);
  if (last === undefined) return;
  const { number } = data;
  if (number !== undefined && number < last.given) {
    passMember(world, last.person, "older-number");
    return;
  }
  // The number says that the coming was before; without one the times do.
  const isLate =
    number === undefined
      ? at < lastWord(state, "in", last) || at <= lastWord(state, "left", last)
      : at <= lastWord(state, "left", last, last.number);
  if (isLate) {
    passMember(world, last.person, "older-time");
    return;
  }
  noteWord(state, "left", last, at);
  if (last.left === null) last.left = at;
  else passMember(world, last.person, "already-so");
}

/** Absorbs a fact about a member that no code applies to. */
export function absorbMember(world: World, fact: MemberFact): void {
  if (fact.type === "industry.left") {
    leave(world, fact);
    return;
  }
  const meant = timeMeant(world.state, fact);
  if (meant === "new") begin(world, fact);
  else if (typeof meant === "string") passMember(world, fact.data.person, meant);
  else change(world, meant, fact);
}
