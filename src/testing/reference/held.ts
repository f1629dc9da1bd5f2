/** What is held of facts about departments, and what outdoes it (DIR-09). */
import type { DepartmentId, InputId, OrganizationId } from "../../core/ids.ts";
import type { Department, State, World } from "./state.ts";
import type { HeldChange } from "./state-lists.ts";

/** Whether a type of fact says where departments are to be, or that they are to go. */
export function saysPlace(type: string): boolean {
  return type === "department.moved" || type === "department.removed";
}

/** The word of a fact or of a list's line on a department. */
interface Word {
  readonly organization: OrganizationId;
  readonly department: DepartmentId;
  readonly at: number;
  /** Of where it hangs, if there is one. */
  readonly revision?: number | undefined;
  /** The fact whose word it is; none is a list's. */
  readonly fact?: InputId;
}

/** Whether the fact under way is one that is held already, told once more. */
const isCopy = (
  { holding }: World,
  { organization, department, fact }: Omit<Word, "revision">,
): boolean =>
  holding?.some(
    (each) =>
      each.organization === organization && each.department === department && each.fact === fact,
  ) === true;

/** Newer word on a department drops what is held of it; says whether anything was. */
export function outdo(world: World, word: Word): boolean {
  const { state } = world;
  const { length } = state.heldChanges;
  if (isCopy(world, word)) return false;
  state.heldChanges = state.heldChanges.filter(
    (each) =>
      each.organization !== word.organization ||
      each.department !== word.department ||
      word.at < each.at ||
      (word.revision !== undefined && each.revision !== null && word.revision <= each.revision),
  );
  return state.heldChanges.length < length;
}

/** Of a department that is gone nothing is held. */
export function forgetHeld(state: State, { organization, id }: Department): void {
  state.heldChanges = state.heldChanges.filter(
    (each) => each.organization !== organization || each.department !== id,
  );
}

/** Holds what a fact says of a department, unless it is held already or something newer is: which of them. */
export function hold(
  world: World,
  department: Department,
  held: HeldChange,
): "already-so" | "older-time" | null {
  const { heldChanges } = world.state;
  const isKnown = heldChanges.some(
    (each) => each.organization === held.organization && each.department === held.department,
  );
  if (isKnown) return isCopy(world, held) ? "already-so" : "older-time";
  heldChanges.push(held);
  // Lists take it for a fact.
  department.at = Math.max(department.at, held.at);
  return null;
}

/** How many facts of an organization are held. */
export function heldFacts(state: State, organization: OrganizationId): number {
  const own = state.heldChanges.filter((each) => each.organization === organization);
  return new Set(own.map(({ fact }) => fact)).size;
}
