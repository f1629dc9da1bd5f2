/** Whether a complete list is held, and what it removes, step by step (DIR-07, DIR-08). */
import { hasNobody } from "./admins.ts";
import { missDepartments } from "./dormant.ts";
import { isInside, isPersonIn, isSameExtent, sourceIn } from "./extents.ts";
import { absorbLate, absorbLines } from "./list-lines.ts";
import { pass, passPerson } from "./passing.ts";
import { endEmployment, serving } from "./people.ts";
import { relocateBy } from "./person-values.ts";
import { letGo, ofPerson, vouching, withdraw } from "./sources.ts";
import type { Employment, InputOf, Notices, World } from "./state.ts";
import type { FullList, StillSaid } from "./state-lists.ts";
import { withFurther } from "./vocabulary.ts";
import { heldNotice, type Line, type Listing } from "./vocabulary-lists.ts";

type PeoplePart = Extract<Listing["part"], { readonly kind: "people" }>;

/** How many a list is full for were known, and how many of them missing. */
export function totals({ counted }: FullList, kind: "departments" | "people") {
  const own = counted.filter((each) => each.kind === kind);
  const sum = (values: readonly number[]) => values.reduce((all, each) => all + each, 0);
  return {
    known: sum(own.map((each) => each.known)),
    missing: sum(own.map((each) => each.missing)),
  };
}

/** Whether a list, or its half, lacks so much that nobody is to leave by it at once. */
function holds({ policy }: World, list: FullList): boolean {
  const { reconciliationHoldPercent: percent, reconciliationHoldAtLeast } = policy;
  return (["departments", "people"] as const).some((kind) => {
    if (list.of[kind] === 0) return false;
    const { known, missing } = totals(list, kind);
    const full: readonly string[] = list.own[kind];
    const own = list[kind].filter((id) => full.includes(id));
    if (own.length === 0 && known > 0) return true;
    return (
      percent !== null && missing * 100 > known * percent && missing >= reconciliationHoldAtLeast
    );
  });
}

/** Who is missing from a list: known when their page had come, and named by none of its parts. */
function missingFrom({ state, pageOf }: World, list: FullList): Employment[] {
  const { organization } = list;
  const all = state.employments.filter((each) => each.organization === organization);
  return serving(state, organization).filter((employment) => {
    const page = pageOf(employment.person, list.of.people);
    const counted = list.counted.find((each) => each.kind === "people" && each.page === page);
    const { unnamed = 0, hires = 0 } = counted ?? {};
    const isOfThen = all.indexOf(employment) < hires;
    const isFullFor = isPersonIn(state, list, employment);
    return isFullFor && isOfThen && unnamed > 0 && !list.people.includes(employment.person);
  });
}

/** Who would leave by a list as things stand, in the order of hires. */
export function leavingBy(world: World, list: FullList): Employment[] {
  return missingFrom(world, list).filter((each) => each.at <= list.at);
}

/** What becomes of somebody who is missing from a list: out of what it is full for, or of service. */
function takeOut(world: World, list: FullList, employment: Employment, at: number): void {
  const { state, policy } = world;
  const { extent } = list;
  const source = sourceIn(extent);
  if (source !== undefined && vouching(state, ofPerson(employment)).length > 1) {
    letGo(state, employment, source, at, list.at);
    passPerson(world, employment.person, "vouched-elsewhere");
    return;
  }
  if (extent !== null && "departments" in extent) {
    const elsewhere = employment.departments.filter((each) => !isInside(state, list, each));
    if (elsewhere.length > 0 || withFurther(policy).extentMissing === "unplaced") {
      relocateBy(world, employment, undefined, elsewhere, at, {
        quiet: true,
        isBeyond: (each) => !isInside(state, list, each),
      });
      return;
    }
  }
  endEmployment(world, employment, at);
  if (source !== undefined) withdraw(state, ofPerson(employment), source, at);
}

/** As many lines of before a step follows at most. */
const followedMost = 2_000;

/** Follows what a part says of people; of those whom it brings back no more its word is for the next step. */
export function followPart(world: World, list: FullList, part: PeoplePart, at: number): void {
  const { organization, extent } = list;
  const named = part.people.map(({ person }) => person);
  const beyond: StillSaid[] = [];
  const later = (line: Line) => beyond.push({ page: part.page, at, line });
  absorbLines(world, { organization, at, now: at, extent, later }, part.people);
  if (list.status === "settled") return;
  // Of what was said of somebody before, the newer holds.
  const isOutdone = (each: StillSaid) =>
    each.page === part.page && each.at <= at && named.includes(each.line.person);
  const known = list.still.filter((each) => !isOutdone(each));
  const isKnown = ({ line }: StillSaid) =>
    known.some((each) => each.page === part.page && each.line.person === line.person);
  const fresh = beyond.filter((each) => !isKnown(each));
  list.still = [...known, ...fresh].sort((one, other) => one.page - other.page);
}

/** Brings back people of whom it was said before that they are there, as far as nothing newer is known. */
function bringBack(world: World, list: FullList, now: number): void {
  const { organization, extent } = list;
  // It was the part that named them, and this input does not (PROTO-08).
  const quiet: World = { ...world, passed: [] };
  const heard: (() => void)[] = [];
  for (let count = 0; count < followedMost; count += 1) {
    const [next] = list.still;
    if (next === undefined || world.returned.length >= world.policy.reconciliationStep) break;
    list.still = list.still.slice(1);
    const { at, line } = next;
    heard.push(absorbLate(quiet, { organization, at, now, extent, later: () => {} }, line));
  }
  for (const report of heard) report();
}

/** A step of a complete list: people come back, then leave in the order of hires, departments last. */
export function takeStep(world: World, list: FullList, at: number): Notices {
  bringBack(world, list, at);
  if (list.still.length > 0) return [];
  const left = world.policy.reconciliationStep - world.returned.length;
  const pageOf = ({ person }: Employment) => world.pageOf(person, list.of.people);
  const missing = missingFrom(world, list);
  const leaving = leavingBy(world, list);
  const saved = missing.filter((each) => each.at > list.at);
  for (const employment of leaving.slice(0, left)) takeOut(world, list, employment, at);
  const staying = leaving.slice(left);
  // Later facts protect what they are about; it is said when nobody else of the page is left, which is done then.
  const isDone = (page: number) => staying.every((each) => pageOf(each) !== page);
  for (const employment of saved) {
    if (isDone(pageOf(employment))) passPerson(world, employment.person, "protected");
  }
  list.counted = list.counted.map((each) =>
    each.kind === "people" && isDone(each.page) ? { ...each, unnamed: 0 } : each,
  );
  if (staying.length > 0) return [];
  list.status = "settled";
  return missDepartments(world, list, at);
}

/** A list is complete: it takes the place of those that are not newer, and is held or begins. */
export function complete(world: World, list: FullList, at: number): Notices {
  const { state } = world;
  const { organization } = list;
  const isOther = (each: FullList) =>
    each.organization === organization && each !== list && isSameExtent(each.extent, list.extent);
  const source = state.sources.find(
    (each) => each.organization === organization && each.source === sourceIn(list.extent),
  );
  if (source !== undefined) source.completed = list.at;
  // Of those before, only what this one takes the place of is remembered.
  state.fullLists = state.fullLists.filter(
    (each) => !isOther(each) || !["settled", "dropped"].includes(each.status),
  );
  for (const each of state.fullLists) {
    // Of the same time the one that is complete second is the newer.
    const isOlder = each.status === "begun" ? each.at < list.at : each.at <= list.at;
    if (isOther(each) && isOlder) each.status = "dropped";
  }
  if (!holds(world, list)) {
    list.status = "complete";
    return takeStep(world, list, at);
  }
  list.status = "held";
  const [people, departments] = [totals(list, "people"), totals(list, "departments")];
  const isForPlatform = hasNobody(state, organization);
  const data = { people: people.missing, departments: departments.missing };
  return [heldNotice({ organization, list: list.list, ...data }, isForPlatform)];
}

/** The sender of a list has it go on, as often as something remains (DIR-08). */
export function goOn(world: World, { data, at }: InputOf<"directory.continued">): Notices {
  const list = world.state.fullLists.find(
    (each) =>
      each.organization === data.organization &&
      each.list === data.list &&
      each.status === "complete",
  );
  if (list !== undefined) return takeStep(world, list, at);
  pass(world, { kind: "list", id: data.list, reason: "already-so" });
  return [];
}
