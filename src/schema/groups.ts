/** Schemas of cooperation groups: the commands, what events carry, and records. */
import type { GroupId } from "../core/ids.ts";
import type { Identity } from "../core/notice.ts";
import type { GroupKept, GroupsCommands, GroupsEvents, GroupsRecords } from "../groups/model.ts";
import type { InSpace } from "../spaces/model.ts";
import { within } from "./hierarchy.ts";
import { identity, identitySet } from "./identities.ts";
import { groupId, organizationId, personId } from "./ids.ts";
import { count } from "./numbers.ts";
import { choice, only, optional, type Table, tuple } from "./shape.ts";
import { bucket, hashIndex, many } from "./structures.ts";
import { nameText } from "./texts.ts";

/** People whom one command brings into a group. */
const ADDED_MAX = 500;

const group = groupId;
const organization = organizationId;
const person = personId;

/** The data of each command about cooperation groups. */
export const groupsCommands: Table<GroupsCommands> = {
  "group.start": () =>
    within<{
      readonly group: GroupId;
      readonly name: string;
      readonly participants: readonly Identity[];
    }>({ group, name: nameText, participants: identitySet(ADDED_MAX) }),
  "group.add": () =>
    within<{ readonly group: GroupId; readonly participants: readonly Identity[] }>({
      group,
      participants: identitySet(ADDED_MAX),
    }),
  "group.leave": () => within<{ readonly group: GroupId }>({ group }),
};

/** What each event of cooperation groups carries. */
export const groupsEvents: Table<GroupsEvents> = {
  "group.started": () =>
    within<Omit<Extract<GroupsEvents["group.started"], InSpace>, "space">>({
      group,
      name: nameText,
      starter: identity(),
    }),
  "group.entered": () =>
    within<Omit<Extract<GroupsEvents["group.entered"], InSpace>, "space">>({
      group,
      organization,
      person,
      because: optional(only("reinstated")),
    }),
  "group.left": () =>
    within<Omit<Extract<GroupsEvents["group.left"], InSpace>, "space">>({
      group,
      organization,
      person,
      because: choice("left-group", "left-space", "left-book", "resigned"),
    }),
};

/** Every kind of record of cooperation groups. */
export const groupsRecords: Table<GroupsRecords> = {
  group: () =>
    within<GroupKept>({
      name: nameText,
      starter: identity(),
      identities: count,
      entries: count,
      participants: hashIndex(),
    }),
  participants: () => bucket(person, many(tuple(organization, count))),
};
