/** Schemas of cooperation groups: the commands, what events carry, and records. */
import type { GroupsCommands, GroupsEvents, GroupsRecords } from "../groups/model.ts";
import { identity, identitySet } from "./identities.ts";
import { groupId, organizationId, personId, spaceId } from "./ids.ts";
import { count } from "./numbers.ts";
import { choice, object, only, optional, type Table, tuple } from "./shape.ts";
import { bucket, hashIndex, many } from "./structures.ts";
import { nameText } from "./texts.ts";

/** People whom one command brings into a group. */
const ADDED_MAX = 500;

const group = groupId;
const space = spaceId;
const organization = organizationId;
const person = personId;

/** The data of each command about cooperation groups. */
export const groupsCommands: Table<GroupsCommands> = {
  "group.start": () =>
    object({ space, group, name: nameText, participants: identitySet(ADDED_MAX) }),
  "group.add": () => object({ space, group, participants: identitySet(ADDED_MAX) }),
  "group.leave": () => object({ space, group }),
};

/** What each event of cooperation groups carries. */
export const groupsEvents: Table<GroupsEvents> = {
  "group.started": () => object({ space, group, name: nameText, starter: identity() }),
  "group.entered": () =>
    object({ space, group, organization, person, because: optional(only("reinstated")) }),
  "group.left": () =>
    object({
      space,
      group,
      organization,
      person,
      because: choice("left-group", "left-space", "resigned"),
    }),
};

/** Every kind of record of cooperation groups. */
export const groupsRecords: Table<GroupsRecords> = {
  group: () =>
    object({
      space,
      name: nameText,
      starter: identity(),
      identities: count,
      entries: count,
      participants: hashIndex(),
    }),
  participants: () => bucket(person, many(tuple(organization, count))),
};
