/** What facts say of departments waits for an admin's word where it would take out too many (DIR-09). */
import type { DepartmentId, InputId, OrganizationId, SpaceId } from "../../core/ids.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import { hasNobody } from "./admins.ts";
import { isSame } from "./identities.ts";
import { presences } from "./roster.ts";
import type { Department, Identity, Notices, ReferenceInput, State, World } from "./state.ts";
import { heldNotice } from "./vocabulary-lists.ts";

/** What a fact says of one department: that it is to go, or to hang under another. */
export interface HeldChange {
  readonly organization: OrganizationId;
  readonly fact: InputId;
  readonly at: number;
  readonly department: DepartmentId;
  readonly move: { readonly parent: DepartmentId | null } | null;
  readonly revision: number | null;
}

/** The word of a fact or of a list's line on a department. */
interface Word {
  readonly organization: OrganizationId;
  readonly department: DepartmentId;
  readonly at: number;
  /** Of where it hangs, if there is one. */
  readonly revision?: number | undefined;
}

/** Newer word on a department drops what is held of it; says whether anything was. */
export function outdo({ state }: World, word: Word): boolean {
  const { length } = state.heldChanges;
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

/** Holds what a fact says of a department; says whether something newer is held of it already. */
export function hold(world: World, department: Department, held: HeldChange): boolean {
  const { heldChanges } = world.state;
  const isKnown = heldChanges.some(
    (each) => each.organization === held.organization && each.department === held.department,
  );
  if (isKnown) return false;
  heldChanges.push(held);
  // Lists take it for a fact.
  department.at = Math.max(department.at, held.at);
  return true;
}

/** How many facts of an organization are held. */
export function heldFacts(state: State, organization: OrganizationId): number {
  const own = state.heldChanges.filter((each) => each.organization === organization);
  return new Set(own.map(({ fact }) => fact)).size;
}

/** Whether so many of so many are too many to leave one Roster without a word. */
function isTooMuch({ policy }: World, leaving: number, all: number): boolean {
  const { reconciliationHoldPercent: percent, reconciliationHoldAtLeast } = policy;
  return (
    policy.removalConfirmation === "required" &&
    percent !== null &&
    leaving * 100 > all * percent &&
    leaving >= reconciliationHoldAtLeast
  );
}

/** Who of an organization was present in each Space before, is not after, and is otherwise. */
function leavers(
  organization: OrganizationId,
  before: World,
  after: World,
  otherwise: World | null,
): { readonly space: SpaceId; readonly all: number; readonly gone: readonly Identity[] }[] {
  const now = presences(after.state);
  const else_ = otherwise === null ? null : presences(otherwise.state);
  const isIn = (all: typeof now, space: SpaceId, one: Identity) =>
    all.some((each) => each.space.id === space && each.present.some((other) => isSame(other, one)));
  return presences(before.state).map(({ space, present }) => {
    const own = present.filter((each) => each.organization === organization);
    const gone = own.filter(
      (each) => !isIn(now, space.id, each) && (else_ === null || isIn(else_, space.id, each)),
    );
    return { space: space.id, all: own.length, gone };
  });
}

/** Whether a command takes out more than it says (DIR-09). */
export function unconfirmed(before: World, after: World, input: ReferenceInput): RefusalCode[] {
  if (input.type !== "scope.set" && input.type !== "scope.take-out") return [];
  const { organization, space, removing = 0 } = input.data;
  const found = leavers(organization, before, after, null).find((each) => each.space === space);
  if (found === undefined || !isTooMuch(before, found.gone.length, found.all)) return [];
  return removing >= found.gone.length ? [] : ["REMOVAL_UNCONFIRMED"];
}

/** Whether a fact says where departments are to be, or that they are to go. */
export function mayBeHeld({ policy }: World, input: ReferenceInput): boolean {
  if (policy.removalConfirmation === "none") return false;
  const isOfPlace = (type: string) => type === "department.moved" || type === "department.removed";
  if (input.type === "directory.changed") {
    return input.data.changes.some(({ type }) => isOfPlace(type));
  }
  return isOfPlace(input.type);
}

/**
 * What is told of a fact that is held; `null` if it need not be. It is known by what would have come of
 * it, and what has come of it while it is held.
 */
export function heldBy(
  before: World,
  after: World,
  held: World,
  input: ReferenceInput,
): Notices | null {
  if (!("organization" in input.data)) return null;
  const { organization } = input.data as { readonly organization: OrganizationId };
  const found = leavers(organization, before, after, held);
  if (!found.some(({ gone, all }) => isTooMuch(before, gone.length, all))) return null;
  const people = new Set(found.flatMap(({ gone }) => gone.map(({ person }) => person))).size;
  const own = held.state.heldChanges.filter(
    (each) => each.organization === organization && each.fact === input.id,
  );
  const departments = new Set(own.map((each) => each.department)).size;
  if (departments === 0) return [];
  const data = { organization, fact: input.id, people, departments };
  return [heldNotice(data, hasNobody(held.state, organization))];
}
