/** Full lists of departments, absorbed as the difference to what is known. */
import type { Notice } from "../../core/notice.ts";
import type { ListedDepartment } from "../../directory/model.ts";
import {
  createDepartment,
  findDepartment,
  moveDepartment,
  renameDepartment,
  staysUnder,
} from "./departments.ts";
import { isInside, mayList, sourceIn, type Within } from "./extents.ts";
import { outdo } from "./held.ts";
import { pass } from "./passing.ts";
import { decides, forgetVouchers, ofDepartment, vouch } from "./sources.ts";
import type { Notices, World } from "./state.ts";

/** Whose list it is, and as of when. */
interface Said extends Within {
  readonly at: number;
}

/**
 * The list in its order, but every department after those above it that are listed too, so that no
 * step meets a tree that is neither the old nor the new one. Where the list itself makes a cycle, the
 * department of it that is met last comes first.
 */
function inOrder(listed: readonly ListedDepartment[]): ListedDepartment[] {
  const ordered: ListedDepartment[] = [];
  for (const start of listed) {
    const way: ListedDepartment[] = [];
    let next: ListedDepartment | undefined = start;
    while (next !== undefined && !ordered.includes(next) && !way.includes(next)) {
      way.unshift(next);
      const { parent }: ListedDepartment = next;
      next = listed.find((each) => each.department === parent);
    }
    ordered.push(...way);
  }
  return ordered;
}

/** Whether a department's listed parent is there; one that was removed is not, if it is listed. */
function hasParent(
  { state }: World,
  { organization }: Said,
  { parent }: ListedDepartment,
  all: readonly ListedDepartment[],
): boolean {
  if (parent === null) return true;
  const known = findDepartment(state, organization, parent);
  return known !== undefined && !(known.removed && all.some((each) => each.department === parent));
}

/** A department whose parent is not there yet, because of a cycle, waits at the root or stays. */
function absorbAstray(world: World, said: Said, listed: ListedDepartment, index: number): Notices {
  const known = findDepartment(world.state, said.organization, listed.department);
  const parent = known?.removed === false ? known.parent : null;
  return absorbDepartment(world, said, { ...listed, parent }, index);
}

/** A line, or where it puts a department, is beyond what its list is full for. */
function passOutside(world: World, { department: id }: ListedDepartment, index: number): void {
  pass(world, { kind: "department", id, index, reason: "not-responsible-extent" });
}

function absorbDepartment(
  world: World,
  said: Said,
  listed: ListedDepartment,
  index: number,
): Notice[] {
  const { state } = world;
  const { organization, at, extent } = said;
  const known = findDepartment(state, organization, listed.department);
  const source = sourceIn(extent);
  const isSo = known?.removed === false && known.name === listed.name;
  if (!mayList(state, said, listed.department, listed.parent)) {
    if (isSo && known.parent === listed.parent) return [];
    passOutside(world, listed, index);
    return [];
  }
  const create = () => {
    const notices = createDepartment(world, organization, listed, at);
    const made = findDepartment(state, organization, listed.department);
    if (made !== undefined) {
      forgetVouchers(state, ofDepartment(made));
      vouch(state, ofDepartment(made), source, at);
    }
    return notices;
  };
  if (known === undefined) return create();
  if (!known.removed) vouch(state, ofDepartment(known), source, at);
  if (known.removed ? known.at >= at : known.at > at) {
    // A line that agrees with what is known has been followed.
    if (!known.removed && known.name === listed.name && known.parent === listed.parent) return [];
    pass(world, { kind: "department", id: listed.department, index, reason: "older-time" });
    return [];
  }
  if (known.removed) return create();
  // Name and parent are the oldest source's to say, so that two never alternate.
  if (!decides(state, ofDepartment(known), source)) return [];
  if (known.name !== listed.name) renameDepartment(known, listed.name, at);
  if (staysUnder(state, known, listed.parent)) return [];
  if (!isInside(state, said, listed.parent)) {
    passOutside(world, listed, index);
    return [];
  }
  return moveDepartment(world, known, listed.parent, at);
}

/** Absorbs what lines say of departments. */
export function absorbDepartments(
  world: World,
  said: Said,
  listed: readonly ListedDepartment[],
): Notices {
  const astray: ListedDepartment[] = [];
  for (const { department, parent } of listed) {
    // What a list is not full for is none of its words.
    if (mayList(world.state, said, department, parent)) outdo(world, { ...said, department });
  }
  const notices = inOrder(listed).flatMap((each) => {
    const index = listed.indexOf(each);
    if (hasParent(world, said, each, listed)) return absorbDepartment(world, said, each, index);
    astray.push(each);
    return absorbAstray(world, said, each, index);
  });
  notices.push(
    ...astray.flatMap((each) => absorbDepartment(world, said, each, listed.indexOf(each))),
  );
  return notices;
}
