/** Starting a cooperation group, adding people to it, and leaving it of one's own accord. */
import type { GroupId, OrganizationId, SpaceId } from "../core/ids.ts";
import type { Actor, OfType } from "../core/input.ts";
import { distinct, firstRefusal, identityText } from "../core/lists.ts";
import type { Identity } from "../core/notice.ts";
import { passOver } from "../core/passed-over.ts";
import type { Policy } from "../core/policy.ts";
import { refuse } from "../core/refusal.ts";
import { effect, guard } from "../core/rule.ts";
import { emit, read } from "../core/transaction.ts";
import { isInBook } from "../roster/select/book.ts";
import { isPresent } from "../roster/select/presence.ts";
import { sight } from "../roster/select/sight.ts";
import type { Container } from "../spaces/model.ts";
import { containerOf, isTrunk } from "../spaces/select/container.ts";
import { spaceKnown } from "../spaces/select/spaces.ts";
import { isSuspendedIn, memberIsOpen } from "../spaces/select/suspended.ts";
import { trunkKnown } from "../spaces/select/trunks.ts";
import { lookingIn, seesThere } from "../spaces/select/visible.ts";
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
  ["GROUP-01", "ROSTER-12", "BOTH-01"],
  (tx: Reading, space: SpaceId, { organization, person }: Identity) =>
    isPresent(tx, space, organization, person) ? null : refuse("NOT_IN_SPACE", { space }),
);

/** TALK-01: whoever starts a Trunk's group, and whoever is added that is seen, is in its book. */
const isInGroupsBook = guard(
  ["TALK-01", "BOTH-01"],
  (tx: Reading, trunk: OrganizationId, identity: Identity) =>
    isInBook(tx, trunk, identity) ? null : refuse("NOT_ON_LINK", { trunk }),
);

/** TALK-01, SIGHT-05: who adds sees everybody added in the book, unless the policy does not ask for it. */
const addedAreSeen = guard(
  ["TALK-01", "SIGHT-05"],
  (
    tx: Reading,
    trunk: OrganizationId,
    adder: Identity,
    people: readonly Identity[],
    policy: Policy,
  ) => {
    if (!policy.groupInviteRequiresVisibility) return null;
    const hidden = people.find((each) => !sight(tx, trunk, adder, each).sees);
    return hidden === undefined
      ? null
      : refuse("NOT_VISIBLE", { organization: hidden.organization });
  },
);

/** Why people cannot be added to a Trunk's group, if so; of who is not seen it is not told whether they are there. */
function addedBelowRefusal(
  tx: Reading,
  trunk: OrganizationId,
  adder: Identity,
  people: readonly Identity[],
  policy: Policy,
) {
  const seen = people.filter((each) => addedAreSeen(tx, trunk, adder, [each], policy) === null);
  return (
    firstRefusal(seen, (each) => isInGroupsBook(tx, trunk, each)) ??
    addedAreSeen(tx, trunk, adder, people, policy)
  );
}

/** Why people cannot be added to a group of a Space, or of a Trunk, if so. */
const addedRefusal = (
  tx: Reading,
  of: Container,
  adder: Identity,
  people: readonly Identity[],
  policy: Policy,
) =>
  isTrunk(of)
    ? addedBelowRefusal(tx, of.trunk, adder, people, policy)
    : participantsEligible(tx, of.space, adder, people, policy);

/** Why an actor may not know of a Space, or of a Trunk, that has groups, if so. */
const containerKnown = (tx: Reading, by: Actor, of: Container) =>
  isTrunk(of) ? trunkKnown(tx, by, of.trunk) : spaceKnown(tx, by, of.space);

/** Why somebody takes no part in what a group is of, if so. */
const outsideRefusal = (tx: Reading, of: Container, identity: Identity) =>
  isTrunk(of) ? isInGroupsBook(tx, of.trunk, identity) : starterIsPresent(tx, of.space, identity);

/** Why nobody of an actor's organization acts there, if so. */
const closedTo = (tx: Reading, of: Container, { organization }: Identity) =>
  isTrunk(of) ? null : memberIsOpen(tx, of.space, organization);

/** Whether somebody who adds people sees them, as far as the policy asks for it; nobody adds who is suspended (EXIT-08). */
function seenBy(
  tx: Reading,
  space: SpaceId,
  adder: Identity,
  policy: Policy,
): (identity: Identity) => boolean {
  if (!policy.groupInviteRequiresVisibility) {
    return ({ organization }) => !isSuspendedIn(tx, space, organization);
  }
  const looking = lookingIn(tx, space, adder);
  return (identity) => {
    const isThere = isPresent(tx, space, identity.organization, identity.person);
    return seesThere(tx, looking, isThere ? identity : { ...identity, absent: true });
  };
}

/**
 * GROUP-02: everybody named is on the Roster, and somebody whom the one who adds sees. Of an
 * organization that they do not see nothing is told, not even who of it is present.
 */
const participantsEligible = guard(
  ["GROUP-02", "ROSTER-12", "VIS-02"],
  (tx: Reading, space: SpaceId, adder: Identity, people: readonly Identity[], policy: Policy) => {
    const sees = seenBy(tx, space, adder, policy);
    const present = ({ organization, person }: Identity): boolean =>
      isPresent(tx, space, organization, person);
    const seen = people.filter(sees);
    if (!seen.every(present)) return refuse("NOT_IN_SPACE", { space });
    const hidden = people.find((each) => !sees(each));
    return hidden === undefined
      ? null
      : refuse("NOT_VISIBLE", { organization: hidden.organization });
  },
);

/** Starts a group, with whoever starts it in it first. */
export function startGroup(tx: Deciding, { by, data }: CommandOf<"group.start">, policy: Policy) {
  const { group } = data;
  const starter = identityOf(by);
  const people = distinct(data.participants, identityText).filter((each) => !isIt(starter)(each));
  const refusal =
    containerKnown(tx, by, data) ??
    closedTo(tx, data, starter) ??
    groupIdFree(tx, group) ??
    outsideRefusal(tx, data, starter) ??
    addedRefusal(tx, data, starter, people, policy);
  if (refusal === null) start(tx, data, [starter, ...people]);
  return refusal;
}

/** GROUP-01, TALK-01: a group belongs to the Space, or Trunk, from whose home it is started. */
const start = effect(
  ["GROUP-01", "TALK-01"],
  (
    tx: Deciding,
    { group, name, ...of }: CommandOf<"group.start">["data"],
    people: readonly [starter: Identity, ...Identity[]],
  ): void => {
    const moves = people.map((identity) => ({ group, identity }));
    emit(tx, "group.started", { ...containerOf(of), group, name, starter: people[0] });
    for (const move of moves) comeIn(tx, of, move);
  },
);

/** Adds people to a group; who takes part already is passed over. */
export function addToGroup(tx: Deciding, { by, data }: CommandOf<"group.add">, policy: Policy) {
  const { group, participants } = data;
  const adder = identityOf(by);
  const unknown =
    containerKnown(tx, by, data) ?? groupKnown(tx, data, adder) ?? closedTo(tx, data, adder);
  if (unknown !== null) return unknown;
  const isIn = (each: Identity) => entryIn(tx, data, group, each) !== null;
  const people = distinct(participants, identityText).filter((each) => !isIn(each));
  const refusal = addedRefusal(tx, data, adder, people, policy);
  if (refusal !== null) return refusal;
  for (const [index, each] of participants.entries()) {
    if (isIn(each)) passOver(tx, "already-so", each, index);
  }
  const moves = people.map((identity) => ({ group, identity }));
  for (const move of moves) comeIn(tx, data, move);
  return null;
}

/** Leaves a group; the place in the Space stays. */
export function leaveGroup(tx: Deciding, { by, data }: CommandOf<"group.leave">) {
  const { group } = data;
  const identity = identityOf(by);
  const refusal =
    containerKnown(tx, by, data) ?? groupKnown(tx, data, identity) ?? closedTo(tx, data, identity);
  if (refusal !== null) return refusal;
  goOut(tx, data, { group, identity }, "left-group");
  return null;
}
