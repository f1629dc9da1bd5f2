/** Single placements of people (DIR-12). */
import type { DepartmentId } from "../../core/ids.ts";
import { hasDepartment, keepsOut } from "./departments.ts";
import { pass, passPerson } from "./passing.ts";
import { isNews, reported } from "./people.ts";
import { placedWords, setPlacedWords, setShare, shareOf } from "./shares.ts";
import type { Employment, State, World } from "./state.ts";

/** In how many departments somebody may be, and of how many the single revisions are remembered. */
const placementsMost = 64;
const placedMost = 128;

/** A single placement: which department, and whether it is entered or left. */
export interface Placement {
  readonly department: DepartmentId;
  readonly isIn: boolean;
  readonly at: number;
  readonly revision: number | undefined;
  readonly source: string | undefined;
}

/** Of how many removed departments that a scope has ever excluded a person is. */
function excludedFrom(state: State, { former }: Employment): number {
  return former.filter((each) => state.former[each]?.excluded === true).length;
}

/** In a removed department nobody is placed, but who is said to be in it stays out (ROSTER-16). */
function placeInFormer(
  state: State,
  employment: Employment,
  department: DepartmentId,
  isIn: boolean,
): void {
  const isOther = (each: number) => state.former[each]?.department !== department;
  if (!isIn) employment.former = employment.former.filter(isOther);
  else if (employment.former.every(isOther)) {
    employment.former.push(...reported(state, employment.organization, [department]));
  }
}

/** One placement more or less of all, or of those that a source brought (DIR-06). */
function placeBy(
  employment: Employment,
  source: string | undefined,
  department: DepartmentId,
  isIn: boolean,
): void {
  const without = (departments: readonly DepartmentId[]) =>
    departments.filter((each) => each !== department);
  if (source === undefined) {
    for (const share of employment.shares) share.departments = without(share.departments);
  } else {
    const share = without(shareOf(employment, source));
    setShare(employment, source, isIn ? [...share, department] : share);
  }
  const isElsewhere = employment.shares.some((each) => each.departments.includes(department));
  const others = without(employment.departments);
  employment.departments = isIn || isElsewhere ? [...others, department] : others;
}

/** Adds one placement, or takes one away; all others stay (DIR-12). */
export function place(
  world: World,
  employment: Employment,
  { department, isIn, at, revision, source }: Placement,
): void {
  const { state } = world;
  const isGone = !hasDepartment(state, employment.organization, department);
  if (isGone && !keepsOut(state, employment.organization, department)) {
    placeInFormer(state, employment, department, isIn);
    pass(world, { kind: "department", id: department, reason: "department-gone" });
    return;
  }
  const { placed, departments: whole } = placedWords(employment, source);
  const own = placed.find((each) => each.department === department);
  if (!isNews(own?.revision ?? null, revision) || !isNews(whole, revision)) {
    passPerson(world, employment.person, "older-revision");
    return;
  }
  const others = employment.departments.filter((each) => each !== department);
  const isAmong = isGone
    ? employment.former.some((each) => state.former[each]?.department === department)
    : (source === undefined ? employment.departments : shareOf(employment, source)).includes(
        department,
      );
  const same = isAmong === isIn;
  if (same && revision === undefined) {
    passPerson(world, employment.person, "already-so");
    return;
  }
  if (isIn && others.length + excludedFrom(state, employment) >= placementsMost) {
    passPerson(world, employment.person, "not-possible");
    return;
  }
  if (isGone) placeInFormer(state, employment, department, isIn);
  else if (!same) {
    placeBy(employment, source, department, isIn);
    // Who is placed otherwise does not stand under what was removed any more (ROSTER-16).
    employment.former = [];
  }
  employment.at = Math.max(employment.at, at);
  if (revision === undefined) return;
  const all = [...placed.filter((each) => each !== own), { department, revision }];
  setPlacedWords(employment, source, { departments: whole, placed: all.slice(-placedMost) });
}
