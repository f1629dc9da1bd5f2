/** What events about cooperation groups change in the records. */
import { updateList } from "../core/hashed.ts";
import type * as faces from "../core/transaction.ts";
import { edit, put } from "../core/transaction.ts";
import { type BoundRecords, tie } from "../directory/select/bound.ts";
import { NEW_GROUP } from "./kinds.ts";
import type { GroupsEvents, GroupsRecords, GroupTie, ParticipantsEntry } from "./model.ts";
import { type GroupsReads, participantsIn } from "./select/participants.ts";

/** Who takes part is bound. */
type Evolving = faces.Evolving<GroupsRecords & BoundRecords, GroupsReads>;

type Evolvers = {
  readonly [Type in keyof GroupsEvents]: (tx: Evolving, data: GroupsEvents[Type]) => void;
};
type Through = ParticipantsEntry[1];

/** One case for each event of cooperation groups. */
export const groupsEvolvers: Evolvers = {
  "group.started": (tx, { space, group, name, starter }) => {
    put(tx, "group", group, "", { space, name, starter, ...NEW_GROUP });
  },
  "group.entered": (tx, { space, group, organization, person }) => {
    const record = edit(tx, "group", group);
    const entry = record.entries;
    const where = participantsIn(group);
    const entered = (through: Through): Through => [...through, [organization, entry]];
    record.participants = updateList(tx, where, record.participants, person, entered);
    record.entries += 1;
    record.identities += 1;
    tie<GroupTie>(tx, { organization, person }, "groups", group, () => [group, space]);
  },
  "group.left": (tx, { group, organization, person }) => {
    const record = edit(tx, "group", group);
    const where = participantsIn(group);
    const left = (through: Through): Through => through.filter(([each]) => each !== organization);
    record.participants = updateList(tx, where, record.participants, person, left);
    record.identities -= 1;
    tie<GroupTie>(tx, { organization, person }, "groups", group, () => null);
  },
};
