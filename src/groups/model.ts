/** The vocabulary of cooperation groups, of a Space or of a Trunk. */
import type { Bucket } from "../core/bucket.ts";
import type { GroupId, OrganizationId, PersonId, SpaceId } from "../core/ids.ts";
import type { Command } from "../core/input.ts";
import type { Identity } from "../core/notice.ts";
import type { HashIndex } from "../core/structures.ts";
import type { Within } from "../spaces/model.ts";

// ------------------------------------------------------------------------------------- commands

/** The commands about cooperation groups, by type; all by somebody on the Space's Roster, or in the Trunk's book. */
export interface GroupsCommands {
  /** Whoever starts a group takes part in it (GROUP-01). */
  readonly "group.start": Within<{
    readonly group: GroupId;
    readonly name: string;
    readonly participants: readonly Identity[];
  }>;
  /** By a participant. Who takes part already is passed over (GROUP-02). */
  readonly "group.add": Within<{
    readonly group: GroupId;
    readonly participants: readonly Identity[];
  }>;
  /** By a participant, who leaves the group and not the Space. */
  readonly "group.leave": Within<{ readonly group: GroupId }>;
}

/** A command about cooperation groups. */
export type GroupsCommand = {
  [Type in keyof GroupsCommands]: Command<Type, GroupsCommands[Type]>;
}[keyof GroupsCommands];

// --------------------------------------------------------------------------------------- events

/** What happens to cooperation groups, by type. */
export interface GroupsEvents {
  readonly "group.started": Within<{
    readonly group: GroupId;
    readonly name: string;
    readonly starter: Identity;
  }>;
  readonly "group.entered": Within<
    Identity & {
      readonly group: GroupId;
      /** Whoever is back takes part again (RESIGN-07). */
      readonly because?: "reinstated";
    }
  >;
  readonly "group.left": Within<
    Identity & {
      readonly group: GroupId;
      readonly because: "left-group" | "left-space" | "left-book" | "resigned";
    }
  >;
}

// -------------------------------------------------------------------------------------- records

/** `group:{group}` */
export type GroupRecord = Within<GroupKept>;

/** What is kept of a group, of whatever it is. */
export interface GroupKept {
  readonly name: string;
  readonly starter: Identity;
  /** Identities taking part. */
  readonly identities: number;
  /** The next participant's place in the order of entry. */
  readonly entries: number;
  /** Index of `participants`: counts persons. */
  readonly participants: HashIndex;
}

/** `participants:{group}/{bucket}`: who takes part, through which organizations, since which entry. */
export type ParticipantsBucket = Bucket<ParticipantsEntry>;

/** An entry of `participants`. */
export type ParticipantsEntry = readonly [
  person: PersonId,
  through: readonly (readonly [OrganizationId, entry: number])[],
];

/** The tie of an identity to a group it takes part in; `null` where that is of a Trunk. */
export type GroupTie = readonly [group: GroupId, space: SpaceId | null];

/** The records of cooperation groups, by kind. */
export interface GroupsRecords {
  readonly group: GroupRecord;
  readonly participants: ParticipantsBucket;
}
