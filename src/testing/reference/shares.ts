/** The placements that each source brought; a person's departments are all of them together (DIR-06). */
import type { DepartmentId } from "../../core/ids.ts";
import type { Employment } from "./state.ts";

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
