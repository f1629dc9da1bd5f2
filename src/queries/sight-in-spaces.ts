/** Why somebody of a Space sees somebody else, and which Members see which one way only. */
import type { OrganizationId, SpaceId } from "../core/ids.ts";
import type { Policy } from "../core/policy.ts";
import { type Refusal, refuse } from "../core/refusal.ts";
import { guard, view } from "../core/rule.ts";
import { actorIsAuthorizedAdmin } from "../directory/select/authority.ts";
import { isPresent } from "../roster/select/presence.ts";
import type { SightSide } from "../spaces/model.ts";
import { membersOf } from "../spaces/select/keys.ts";
import { hidingNow, visibilityNow } from "../spaces/select/sight-lists.ts";
import {
  actorIsSpaceAdmin,
  associationOf,
  spaceAdminRefusal,
  spaceKnown,
  spaceOf,
} from "../spaces/select/spaces.ts";
import { memberIsOpen } from "../spaces/select/suspended.ts";
import {
  entriesShowing,
  type Line,
  type Looking,
  linesOf,
  lookingIn,
  seesIn,
  seesThere,
} from "../spaces/select/visible.ts";
import { type About, sideTakesPart } from "./access.ts";
import type { QueryHandler, Reading } from "./handler.ts";
import { partOf } from "./lists.ts";
import type { SightTurn } from "./model.ts";
import { ticketOfMember } from "./organizations.ts";
import { isRefusal, notACursor, pageOf, pagingOf } from "./paging.ts";

/** VIS-07: whoever asks is a Space admin, or asks for the own people of a Member as one of its admins. */
const mayAsk = guard(
  "VIS-07",
  (tx: Reading, { viewer, space }: About, { organization }: SightSide): Refusal | null => {
    const refused = actorIsSpaceAdmin(tx, viewer, space);
    const isOwn = viewer.organization === organization;
    if (refused === null || !isOwn || organization === spaceOf(tx, space).host) return refused;
    return actorIsAuthorizedAdmin(tx, viewer, organization);
  },
);

/** VIS-07: whoever is named is on the Roster. */
const isThereAtAll = guard(
  "VIS-07",
  (tx: Reading, space: SpaceId, { organization, person }: SightSide): Refusal | null =>
    person === undefined || isPresent(tx, space, organization, person)
      ? null
      : refuse("UNKNOWN_PERSON", { organization, person }),
);

/** VIS-07: whether whoever asks is told the reason: Space admins always, a Member's of what is seen. */
const isToldWhy = view(
  "VIS-07",
  (tx: Reading, { viewer, space }: About, sees: boolean): boolean =>
    sees || actorIsSpaceAdmin(tx, viewer, space) === null,
);

/** What would have to be set for a Member to see somebody whom its own setting does not show. */
function widening(
  tx: Reading,
  { space, organization, association }: Looking,
  target: SightSide,
  policy: Policy,
): SightTurn {
  const setting = { kind: "visibility", organization } as const;
  const [type] = associationOf(tx, space, target.organization)?.types ?? [];
  const { now } = visibilityNow(tx, space, organization);
  const hasRoom = now.kind === "kinds" && now.kinds.length < policy.sightExceptionLimit;
  const partner = association.visibility.kind === "kinds" && hasRoom && type !== undefined;
  const entry = partner ? { partner: { type } } : { organization: target.organization };
  return { setting, change: "name", entry };
}

/** What would have to be set for a Member to see somebody no more whom its own setting shows. */
function narrowing(tx: Reading, looking: Looking, target: SightSide): SightTurn {
  const setting = { kind: "visibility", organization: looking.organization } as const;
  const [entry, ...others] = entriesShowing(tx, looking, target);
  const isOne = entry !== undefined && others.length === 0;
  return isOne ? { setting, change: "drop", entry } : { setting, change: "reset" };
}

/** What would have to be set for a Member to be seen that is hidden. */
function unhiding(
  tx: Reading,
  { space, organization }: Looking,
  target: SightSide,
  policy: Policy,
): SightTurn {
  const setting = { kind: "hiding", organization: target.organization } as const;
  const { except } = hidingNow(tx, space, target.organization).now;
  return except.organizations.length < policy.sightExceptionLimit
    ? { setting, change: "name", entry: { organization } }
    : { setting, change: "reset" };
}

/** The smallest change of one setting that turns what the first line says, if one does. */
function turnOf(
  tx: Reading,
  looking: Looking,
  target: SightSide,
  [first, ...behind]: readonly [Line, ...Line[]],
  policy: Policy,
): SightTurn | null {
  // The next line then decides.
  const turns = behind[0]?.sees !== first.sees;
  const { setting } = first;
  if (setting?.kind === "suspension") return turns ? { setting, change: "reset" } : null;
  switch (first.line) {
    case 3:
      return turns ? unhiding(tx, looking, target, policy) : null;
    case 4:
      return first.sees ? narrowing(tx, looking, target) : widening(tx, looking, target, policy);
    default: {
      const { organization, person } = target;
      const isNamed = setting !== undefined && person !== undefined && turns;
      return isNamed ? { setting, change: "drop", entry: { organization, person } } : null;
    }
  }
}

/** Whether somebody sees somebody else, and what decides. */
export const whySeenInSpace: QueryHandler<"space.why"> = (tx, data, policy) => {
  const { viewer, space, from, to } = data;
  const refusal =
    spaceKnown(tx, viewer, space) ??
    mayAsk(tx, data, from) ??
    isThereAtAll(tx, space, from) ??
    (isToldWhy(tx, data, false) ? isThereAtAll(tx, space, to) : null) ??
    memberIsOpen(tx, space, viewer.organization) ??
    sideTakesPart(tx, space, from.organization) ??
    (isToldWhy(tx, data, false) ? sideTakesPart(tx, space, to.organization) : null);
  if (refusal !== null) return refusal;
  const looking = lookingIn(tx, space, from);
  const absent = isThereAtAll(tx, space, to);
  const sees = seesThere(tx, looking, absent === null ? to : { ...to, absent: true });
  if (!isToldWhy(tx, data, sees)) return { value: { sees: false, rule: "VIS-02" } };
  if (absent !== null) return absent;
  const lines = linesOf(tx, looking, to);
  const [first, ...others] = lines;
  const behind = others
    .filter((each) => each.sees !== first.sees)
    .map(({ sees: _, ...line }) => line);
  const turn = turnOf(tx, looking, to, lines, policy);
  return { value: { ...first, behind, turn } };
};

/** No ticket. */
const NOWHERE = -1;

/** Members that one page looks at, as they look and as they are looked at. */
const LOOKED_AT = 500;

/** VIS-07: whether of two Members the first sees the other, and the other does not see it. */
const isOneWay = view(
  "VIS-07",
  (tx: Reading, looking: Looking, organization: OrganizationId): boolean =>
    seesIn(tx, looking, { organization }) &&
    !seesIn(tx, lookingIn(tx, looking.space, { organization }), looking),
);

/** The Members that somebody might see, by ticket: those listed, or else all; from a ticket on, so many at most. */
function mightSee(
  tx: Reading,
  { space, association, shown }: Looking,
  from: number,
  most: number,
): readonly OrganizationId[] {
  const { visibility } = association;
  if (visibility.kind === "own") return [];
  if (visibility.kind !== "listed") return membersFrom(tx, space, from, most).members;
  const orders = new Map<OrganizationId, number>();
  for (const [organization, order] of [...visibility.organizations, ...shown.departments]) {
    if (order > from) orders.set(organization, order);
  }
  const inOrder = [...orders].sort(([, left], [, right]) => left - right);
  return inOrder.slice(0, most).map(([organization]) => organization);
}

/** Members from a ticket on, in order of joining, and whether there are more. */
function membersFrom(tx: Reading, space: SpaceId, from: number, most: number) {
  const list = { where: membersOf(space), index: spaceOf(tx, space).members };
  const { entries, next } = partOf(tx, list, from, most, ([, each]) => [each]);
  return { members: entries.map(([, organization]) => organization), more: next !== null };
}

/** Pairs of Members of which only the first sees the other. */
export const oneWayInSpace: QueryHandler<"space.one-way"> = (tx, data) => {
  const { viewer, space } = data;
  const paging = pagingOf(data, 2, () => spaceAdminRefusal(tx, viewer, space));
  if (isRefusal(paging)) return paging;
  const { after, limit } = paging;
  if (after?.kind === "place") return notACursor();
  const [one, other] = (after?.ids ?? []).map(
    (id) => ticketOfMember(tx, space, id, (_, order) => order > 0) ?? NOWHERE,
  );
  if (one === NOWHERE || other === NOWHERE) return notACursor();
  const items: { readonly sees: OrganizationId; readonly unseen: OrganizationId }[] = [];
  const { members, more } = membersFrom(tx, space, one ?? 0, LOOKED_AT);
  let left = LOOKED_AT;
  let at: readonly [OrganizationId, OrganizationId] | null = null;
  for (const [i, first] of members.entries()) {
    const from = i === 0 && other !== undefined ? other + 1 : 0;
    const looking = lookingIn(tx, space, { organization: first });
    at = [first, first];
    for (const second of mightSee(tx, looking, from, left)) {
      left -= 1;
      at = [first, second];
      if (isOneWay(tx, looking, second)) items.push({ sees: first, unseen: second });
      if (left === 0 || items.length === limit) return pageOf(items, { kind: "item", ids: at });
    }
  }
  return pageOf(items, more && at !== null ? { kind: "item", ids: at } : null);
};
