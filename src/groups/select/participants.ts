/** Who takes part in a cooperation group. */
import { allEntries, type Buckets, entryOf } from "../../core/hashed.ts";
import type { GroupId, OrganizationId } from "../../core/ids.ts";
import { setOf } from "../../core/kinds.ts";
import type { Identity } from "../../core/notice.ts";
import { refuse } from "../../core/refusal.ts";
import { guard } from "../../core/rule.ts";
import type * as faces from "../../core/transaction.ts";
import { read } from "../../core/transaction.ts";
import type { RosterReads } from "../../roster/select/scope.ts";
import type { Container, Within } from "../../spaces/model.ts";
import { isSameContainer } from "../../spaces/select/container.ts";
import { groupsKinds } from "../kinds.ts";
import type { GroupRecord, GroupsEvents, GroupsRecords, ParticipantsEntry } from "../model.ts";

/** What decisions about groups read. */
export type GroupsReads = GroupsRecords & RosterReads;
export type Reading = faces.Reading<GroupsReads>;
export type Deciding = faces.Deciding<GroupsReads, GroupsEvents>;

type Entry = ParticipantsEntry;

/** The participants of a group. */
export function participantsIn(group: GroupId): Buckets<"participants"> {
  return setOf(groupsKinds.participants, group);
}

/** A group of a Space, or of a Trunk, or `null`. */
function groupOf(tx: Reading, of: Container, group: GroupId): GroupRecord | null {
  const record = read(tx, "group", group);
  return record !== null && isSameContainer(record, of) ? record : null;
}

/** The place at which an identity came into a group, or `null` if it takes no part. */
export function entryIn(
  tx: Reading,
  of: Container,
  group: GroupId,
  { organization, person }: Identity,
): number | null {
  const record = groupOf(tx, of, group);
  if (record === null) return null;
  const found = entryOf<Entry>(tx, participantsIn(group), record.participants, person);
  return found?.[1].find(([each]) => each === organization)?.[1] ?? null;
}

/** What a command or a question about a group names. */
export type About = Within<{ readonly group: GroupId }>;

/** PROTO-03: the group is one of this Space, or Trunk, in which the actor takes part; others do not know of it. */
export const groupKnown = guard(
  ["PROTO-03", "TALK-01"],
  (tx: Reading, about: About, actor: Identity) =>
    entryIn(tx, about, about.group, actor) === null
      ? refuse("UNKNOWN_GROUP", { group: about.group })
      : null,
);

/** A participant, with the place at which they came in. */
export interface Participant extends Identity {
  readonly entry: number;
}

/** Participants as kept, in the order in which they came into the group. */
export function inOrderOfEntry(kept: readonly Entry[]): Participant[] {
  return kept
    .flatMap(([person, through]) =>
      through.map(([organization, entry]: readonly [OrganizationId, number]) => ({
        organization,
        person,
        entry,
      })),
    )
    .sort((left, right) => left.entry - right.entry);
}

/** Everybody who takes part in a group that exists, in the order in which they came. */
export function participantsOf(
  tx: Reading,
  group: GroupId,
  { participants }: GroupRecord,
): Participant[] {
  return inOrderOfEntry(allEntries<Entry>(tx, participantsIn(group), participants));
}
