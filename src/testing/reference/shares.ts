/** The placements that each source brought; a person's departments are all of them together (DIR-06). */
import type { DepartmentId } from "../../core/ids.ts";
import type { Employment, PlacedWords } from "./state.ts";

/** The revisions that a source, or the organization itself, gave for where somebody is. */
export function placedWords(employment: Employment, source: string | undefined): PlacedWords {
  if (source === undefined) {
    return { departments: employment.revisions.departments, placed: employment.placed };
  }
  const none = { departments: null, placed: [] };
  return employment.placedBy.find((each) => each.source === source) ?? none;
}

/** Sets them. */
export function setPlacedWords(
  employment: Employment,
  source: string | undefined,
  words: PlacedWords,
): void {
  if (source === undefined) {
    employment.revisions.departments = words.departments;
    employment.placed = words.placed;
    return;
  }
  const others = employment.placedBy.filter((each) => each.source !== source);
  const { departments, placed } = words;
  employment.placedBy = [...others, { source, departments, placed }];
}

/** The placements that a source brought. */
export function shareOf({ shares }: Employment, source: string): readonly DepartmentId[] {
  return shares.find((each) => each.source === source)?.departments ?? [];
}

/** Sets the placements that a source brought. */
export function setShare(
  employment: Employment,
  source: string,
  departments: readonly DepartmentId[],
): void {
  const others = employment.shares.filter((each) => each.source !== source);
  employment.shares = [...others, { source, departments: [...departments] }];
}

/** The placements that other sources brought; with those set without a source, if they stay. */
export function besides(employment: Employment, source: string, isOwnKept: boolean) {
  const brought = employment.shares.flatMap(({ departments }) => departments);
  const others = employment.shares
    .filter((each) => each.source !== source)
    .flatMap(({ departments }) => departments);
  const own = employment.departments.filter((each) => !brought.includes(each));
  return isOwnKept ? [...others, ...own] : others;
}
