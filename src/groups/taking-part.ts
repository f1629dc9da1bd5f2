/** Coming into a cooperation group and leaving it: the only way to each, for every cause. */
import { entryKeys } from "../core/hashed.ts";
import type { GroupId, SpaceId } from "../core/ids.ts";
import type { Identity } from "../core/notice.ts";
import { EMPTY_HASH } from "../core/structures.ts";
import { emit, read, want } from "../core/transaction.ts";
import { boundKey, tyingKeys } from "../directory/select/bound.ts";
import type { GroupsEvents } from "./model.ts";
import { type GroupsTx, participantsIn } from "./select/participants.ts";

/** An identity and a group: which comes into, or leaves, which. */
export interface Move {
  readonly group: GroupId;
  readonly identity: Identity;
}

/** Asks in two rounds for whatever such moves change. */
export function wantMoves(tx: GroupsTx, moves: readonly Move[]): void {
  if (!tx.ahead) return;
  want(
    tx,
    moves.flatMap(({ group, identity: { organization, person } }) => [
      boundKey(organization, person),
      ["group", group, ""] as const,
    ]),
  );
  const people = new Map<GroupId, Identity["person"][]>();
  for (const { group, identity } of moves) {
    people.set(group, [...(people.get(group) ?? []), identity.person]);
  }
  const participants = [...people].flatMap(([group, persons]) => {
    const index = read(tx, "group", group)?.participants ?? EMPTY_HASH;
    return entryKeys(participantsIn(group), index, persons, persons.length);
  });
  const ties = moves.flatMap(({ group, identity }) => {
    const bound = read(tx, ...boundKey(identity.organization, identity.person));
    return tyingKeys(bound, identity, "groups", group);
  });
  want(tx, [...participants, ...ties]);
}

/** Brings an identity into a group. */
export function comeIn(tx: GroupsTx, space: SpaceId, { group, identity }: Move): void {
  const { organization, person } = identity;
  emit(tx, "group.entered", { space, group, organization, person });
}

/** Takes an identity out of a group. */
export function goOut(
  tx: GroupsTx,
  space: SpaceId,
  { group, identity }: Move,
  because: GroupsEvents["group.left"]["because"],
): void {
  const { organization, person } = identity;
  emit(tx, "group.left", { space, group, organization, person, because });
}
