/** What facts say of departments waits for an admin's word where it would take out too many (DIR-09). */
import type { OrganizationId, SpaceId } from "../../core/ids.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import { hasNobody } from "./admins.ts";
import { isSame } from "./identities.ts";
import { presences } from "./roster.ts";
import type { Identity, Notices, ReferenceInput, World } from "./state.ts";
import { heldNotice } from "./vocabulary-lists.ts";

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
