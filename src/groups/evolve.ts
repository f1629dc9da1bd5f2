/** What events about cooperation groups change in the records. */
import { updateList } from "../core/hashed.ts";
import type * as faces from "../core/transaction.ts";
import { edit, put } from "../core/transaction.ts";
import { tie } from "../directory/select/bound.ts";
import { type StakeRecords, stake } from "../roster/select/stakes.ts";
import { containerOf, isTrunk } from "../spaces/select/container.ts";
import { NEW_GROUP } from "./kinds.ts";
import type { GroupsEvents, GroupsRecords, GroupTie, ParticipantsEntry } from "./model.ts";
import { type GroupsReads, participantsIn } from "./select/participants.ts";

/** Who takes part is bound. */
type Evolving = faces.Evolving<GroupsRecords & StakeRecords, GroupsReads>;

type Evolvers = {
  readonly [Type in keyof GroupsEvents]: (tx: Evolving, data: GroupsEvents[Type]) => void;
};
type Through = ParticipantsEntry[1];

/** TALK-01: who takes part in a Trunk's group has something there, besides the tie to the group. */
function noteBelow(
  tx: Evolving,
  data: GroupsEvents["group.entered"] | GroupsEvents["group.left"],
  change: 1 | -1,
): void {
  if (!isTrunk(data)) return;
  const { trunk, organization, person } = data;
  stake(tx, trunk, { organization, person }, "groups", change);
}

/** One case for each event of cooperation groups. */
export const groupsEvolvers: Evolvers = {
  "group.started": (tx, { group, name, starter, ...of }) => {
    put(tx, "group", group, "", { ...containerOf(of), name, starter, ...NEW_GROUP });
  },
  "group.entered": (tx, data) => {
    const { group, organization, person } = data;
    const record = edit(tx, "group", group);
    const entry = record.entries;
    const where = participantsIn(group);
    const entered = (through: Through): Through => [...through, [organization, entry]];
    record.participants = updateList(tx, where, record.participants, person, entered);
    record.entries += 1;
    record.identities += 1;
    const space = isTrunk(data) ? null : data.space;
    tie<GroupTie>(tx, { organization, person }, "groups", group, () => [group, space]);
    noteBelow(tx, data, 1);
  },
  "group.left": (tx, data) => {
    const { group, organization, person } = data;
    const record = edit(tx, "group", group);
    const where = participantsIn(group);
    const left = (through: Through): Through => through.filter(([each]) => each !== organization);
    record.participants = updateList(tx, where, record.participants, person, left);
    record.identities -= 1;
    tie<GroupTie>(tx, { organization, person }, "groups", group, () => null);
    noteBelow(tx, data, -1);
  },
};
