/** The commands of Space admins about who sees whom (VIS-03, VIS-08). */
import type { OrganizationId, SpaceId } from "../../core/ids.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import type { HidingExceptions, Visibility } from "../../spaces/model.ts";
import { saysSame } from "./canonical.ts";
import { hasDepartment } from "./departments.ts";
import { findMember, findSpace } from "./lists.ts";
import { memberCodes, memberOf } from "./members.ts";
import { whichApply } from "./rank.ts";
import { dropInert, hidingInForce, namesOf, showingInForce } from "./sight-settings.ts";
import type { Handlers, State, World } from "./state.ts";

/** Whether an organization is in a Space, as its Host or a Member. */
function isInSpace(state: State, id: SpaceId, organization: OrganizationId): boolean {
  const space = findSpace(state, id);
  return (
    space !== undefined &&
    (space.host === organization || findMember(state, space, organization) !== undefined)
  );
}

/** What is named must be of the Space: organizations, and departments that are there. */
function namedCodes(
  { state }: World,
  space: SpaceId,
  { organizations = [], departments = [] }: Partial<HidingExceptions>,
): RefusalCode[] {
  return whichApply([
    [
      "UNKNOWN_DEPARTMENT",
      departments.some(
        ({ organization, department }) =>
          !isInSpace(state, space, organization) || !hasDepartment(state, organization, department),
      ),
    ],
    ["NOT_A_MEMBER", !organizations.every((each) => isInSpace(state, space, each))],
  ]);
}

/** Lists may be only so long, as they are given. */
function longCodes(
  { policy }: World,
  ...lists: readonly (readonly unknown[] | undefined)[]
): RefusalCode[] {
  const most = policy.sightExceptionLimit;
  return whichApply([["MALFORMED", lists.some((each = []) => each.length > most)]]);
}

/** What a setting of one's own sight names. */
function namedBy(visibility: Visibility): Partial<HidingExceptions> {
  const { kind, ...names } = visibility;
  return names;
}

/** Whom the exceptions of hiding name, what is left out being empty. */
function exceptedBy({
  organizations = [],
  kinds = [],
  departments = [],
}: Partial<HidingExceptions> = {}): HidingExceptions {
  return { organizations, kinds, departments };
}

/** The commands about sight. */
export const sightCommands: Handlers<"visibility.set" | "visibility.hide"> = {
  "visibility.set": {
    codes: (world, { by, data }) => {
      const named = namedBy(data.visibility);
      return [
        ...memberCodes(world, by, data),
        // Whole organizations are listed without end (VIS-03).
        ...longCodes(world, named.departments, named.kinds),
        ...namedCodes(world, data.space, named),
      ];
    },
    effect: ({ state }, { data }) => {
      const member = memberOf(state, data);
      if (member === undefined) return;
      dropInert(state, member.visibility);
      const visibility = { kind: data.visibility.kind, ...namesOf(namedBy(data.visibility)) };
      const wanted = showingInForce(state, { ...member, visibility });
      if (saysSame(wanted, showingInForce(state, member))) return;
      member.visibility = visibility;
    },
  },
  "visibility.hide": {
    codes: (world, { by, data }) => {
      const { organizations, kinds, departments } = exceptedBy(data.except);
      return [
        ...memberCodes(world, by, data),
        ...longCodes(world, organizations, kinds, departments),
        ...namedCodes(world, data.space, { organizations, departments }),
      ];
    },
    effect: ({ state }, { data }) => {
      const member = memberOf(state, data);
      if (member === undefined) return;
      dropInert(state, member.hiding);
      const { hidden } = data;
      const except = exceptedBy(data.except);
      if (saysSame({ hidden, except }, hidingInForce(state, member))) return;
      member.hiding = { hidden, ...namesOf(except) };
    },
  },
};
