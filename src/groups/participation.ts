/** Coming into a cooperation group and leaving it: the only way to each, for every cause. */
import type { GroupId } from "../core/ids.ts";
import type { Identity } from "../core/notice.ts";
import { emit } from "../core/transaction.ts";
import type { Container } from "../spaces/model.ts";
import { containerOf } from "../spaces/select/container.ts";
import type { GroupsEvents } from "./model.ts";
import type { Deciding } from "./select/participants.ts";

/** An identity and a group: which comes into, or leaves, which. */
export interface Move {
  readonly group: GroupId;
  readonly identity: Identity;
}

/** Brings an identity into a group. */
export function comeIn(tx: Deciding, of: Container, { group, identity }: Move): void {
  const { organization, person } = identity;
  emit(tx, "group.entered", { ...containerOf(of), group, organization, person });
}

/** Takes an identity out of a group. */
export function goOut(
  tx: Deciding,
  of: Container,
  { group, identity }: Move,
  because: GroupsEvents["group.left"]["because"],
): void {
  const { organization, person } = identity;
  emit(tx, "group.left", { ...containerOf(of), group, organization, person, because });
}
