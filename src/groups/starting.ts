/** Starting a cooperation group, adding people to it, and leaving it of one's own accord. */
import type { GroupId, OrganizationId, SpaceId } from "../core/ids.ts";
import type { Actor, OfType } from "../core/input.ts";
import { distinct, identityText } from "../core/lists.ts";
import type { Identity } from "../core/notice.ts";
import { passOver } from "../core/passed-over.ts";
import type { Policy } from "../core/policy.ts";
import { refuse } from "../core/refusal.ts";
import { effect, guard } from "../core/rule.ts";
import { emit, must, read } from "../core/transaction.ts";
import { isPresent } from "../roster/select/presence.ts";
import { associationOf, spaceKnown } from "../spaces/select/spaces.ts";
import { visibleOrganization } from "../spaces/select/visible.ts";
import type { GroupsCommand } from "./model.ts";
import { comeIn, goOut } from "./participation.ts";
import { type Deciding, entryIn, groupKnown, type Reading } from "./select/participants.ts";

type CommandOf<Type extends GroupsCommand["type"]> = OfType<GroupsCommand, Type>;

const isIt =
  ({ organization, person }: Identity) =>
  (each: Identity): boolean =>
    each.organization === organization && each.person === person;

/** An actor whom the guards have let pass: support staff belong to no Space. */
function identityOf(by: Actor): Identity {
  const { organization, person } = by as Identity;
  return { organization, person };
}

/** PROTO-04: the group's id has never been used, in this Space or another. */
const groupIdFree = guard("PROTO-04", (tx: Reading, id: GroupId) =>
  read(tx, "group", id) === null ? null : refuse("ID_TAKEN", { kind: "group", id }),
);

/** GROUP-01: whoever starts a group is on the Space's Roster; no admin role is needed. */
const starterIsPresent = guard(
  ["GROUP-01", "ROSTER-12"],
  (tx: Reading, space: SpaceId, { organization, person }: Identity) =>
    isPresent(tx, space, organization, person) ? null : refuse("NOT_IN_SPACE", { space }),
);

/** Whether somebody who adds people sees their organization, as far as the policy asks for it. */
function seenBy(
  tx: Reading,
  space: SpaceId,
  adder: Identity,
  policy: Policy,
): (organization: OrganizationId) => boolean {
  if (!policy.groupInviteRequiresVisibility) return () => true;
  const looking = {
    organization: adder.organization,
    association: must(tx, "association", space, adder.organization),
  };
  return (organization) => {
    const association = associationOf(tx, space, organization);
    return (
      association !== null &&
      visibleOrganization(looking, { organization, order: association.order })
    );
  };
}

/**
 * GROUP-02: everybody named is on the Roster, and of an organization that the one who adds sees. Of an
 * organization that they do not see nothing is told, not even who of it is present.
 */
const participantsEligible = guard(
  ["GROUP-02", "ROSTER-12", "VIS-02"],
  (tx: Reading, space: SpaceId, adder: Identity, people: readonly Identity[], policy: Policy) => {
    const sees = seenBy(tx, space, adder, policy);
    const present = ({ organization, person }: Identity): boolean =>
      isPresent(tx, space, organization, person);
    const seen = people.filter(({ organization }) => sees(organization));
    if (!seen.every(present)) return refuse("NOT_IN_SPACE", { space });
    const hidden = people.find(({ organization }) => !sees(organization));
    return hidden === undefined
      ? null
      : refuse("NOT_VISIBLE", { organization: hidden.organization });
  },
);

/** Starts a group, with whoever starts it in it first. */
export function startGroup(tx: Deciding, { by, data }: CommandOf<"group.start">, policy: Policy) {
  const { space, group } = data;
  const starter = identityOf(by);
  const people = distinct(data.participants, identityText).filter((each) => !isIt(starter)(each));
  const refusal =
    spaceKnown(tx, by, space) ??
    groupIdFree(tx, group) ??
    starterIsPresent(tx, space, starter) ??
    participantsEligible(tx, space, starter, people, policy);
  if (refusal === null) start(tx, data, [starter, ...people]);
  return refusal;
}

/** GROUP-01: a group belongs to the Space from whose home it is started. */
const start = effect(
  "GROUP-01",
  (
    tx: Deciding,
    { space, group, name }: CommandOf<"group.start">["data"],
    people: readonly [starter: Identity, ...Identity[]],
  ): void => {
    const moves = people.map((identity) => ({ group, identity }));
    emit(tx, "group.started", { space, group, name, starter: people[0] });
    for (const move of moves) comeIn(tx, space, move);
  },
);

/** Adds people to a group; who takes part already is passed over. */
export function addToGroup(tx: Deciding, { by, data }: CommandOf<"group.add">, policy: Policy) {
  const { space, group, participants } = data;
  const adder = identityOf(by);
  const unknown = spaceKnown(tx, by, space) ?? groupKnown(tx, data, adder);
  if (unknown !== null) return unknown;
  const isIn = (each: Identity) => entryIn(tx, space, group, each) !== null;
  const people = distinct(participants, identityText).filter((each) => !isIn(each));
  const refusal = participantsEligible(tx, space, adder, people, policy);
  if (refusal !== null) return refusal;
  for (const [index, each] of participants.entries()) {
    if (isIn(each)) passOver(tx, "already-so", each, index);
  }
  const moves = people.map((identity) => ({ group, identity }));
  for (const move of moves) comeIn(tx, space, move);
  return null;
}

/** Leaves a group; the place in the Space stays. */
export function leaveGroup(tx: Deciding, { by, data }: CommandOf<"group.leave">) {
  const { space, group } = data;
  const identity = identityOf(by);
  const refusal = spaceKnown(tx, by, space) ?? groupKnown(tx, data, identity);
  if (refusal !== null) return refusal;
  goOut(tx, space, { group, identity }, "left-group");
  return null;
}
