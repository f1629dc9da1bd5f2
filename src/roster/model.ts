/** The vocabulary of the Roster: sync scope, presence, waiting list. */
import type { Bucket } from "../core/bucket.ts";
import type { DepartmentId, OrganizationId, PersonId, RoleId, SpaceId } from "../core/ids.ts";
import type { Command, ReplacedIn } from "../core/input.ts";
import type { EventEnvelope } from "../core/outcome.ts";
import type { HashIndex } from "../core/structures.ts";
import type { InSpace, Scope, ScopeRule, Within } from "../spaces/model.ts";

// ------------------------------------------------------------------------------------- commands

/** The commands about scopes, by type; all by an authorized admin of `organization` itself. */
export interface RosterCommands {
  /**
   * Replaces the organization's whole scope in a Space, or on its Link to a Trunk (ROSTER-01, ROSTER-13,
   * BRANCH-01).
   */
  readonly "scope.set": Within<{
    readonly organization: OrganizationId;
    readonly scope: Scope;
    /** How many people the command is known to take out (DIR-09). */
    readonly removing?: number;
  }>;
  /** Takes departments and people out until they are put in again (EXIT-02). */
  readonly "scope.take-out": Within<{
    readonly organization: OrganizationId;
    readonly departments?: readonly DepartmentId[];
    readonly people?: readonly PersonId[];
    /** How many people the command is known to take out (DIR-09). */
    readonly removing?: number;
  }>;
  /** Puts departments and people in, whatever the selection above them says. */
  readonly "scope.put-in": Within<{
    readonly organization: OrganizationId;
    readonly departments?: readonly DepartmentId[];
    readonly people?: readonly PersonId[];
  }>;
}

/** What these commands replace (PROTO-06): a scope, whose the command says. */
export interface RosterReplaced {
  readonly "scope.set": { readonly scope: Omit<Scope, "organization"> };
}

/** A command about scopes. */
export type RosterCommand = {
  [Type in keyof RosterCommands]: Command<
    Type,
    RosterCommands[Type],
    ReplacedIn<RosterReplaced, Type>
  >;
}[keyof RosterCommands];

// --------------------------------------------------------------------------------------- events

/** Why an identity came onto a Roster. */
export type EntryReason = "scope" | "directory" | "waiting-list" | "other-identity" | "reinstated";
/** Why an identity left a Roster or a waiting list. */
export type ExitReason = "scope" | "directory" | "resigned" | "association-ended" | "link-ended";

/** What happens to Rosters, by type. */
export interface RosterEvents {
  /** The rules that change; `null` takes one away. */
  readonly "scope.changed": Within<{
    readonly organization: OrganizationId;
    readonly whole: boolean;
    readonly departments: readonly (readonly [DepartmentId, ScopeRule | null])[];
    readonly people: readonly (readonly [PersonId, ScopeRule | null])[];
    /** The scope was set as a whole. */
    readonly set?: true;
    /** What was said of a person whose employment ended with it (RESIGN-05). */
    readonly ended?: ScopeRule;
    /** What was said of a person who is back is said again (RESIGN-07). */
    readonly because?: "reinstated";
  }>;
  readonly "roster.entered": Within<{
    readonly organization: OrganizationId;
    readonly person: PersonId;
    /** The place in the organization's order of hires. */
    readonly ordinal: number;
    readonly because: EntryReason;
  }>;
  readonly "roster.left": Within<{
    readonly organization: OrganizationId;
    readonly person: PersonId;
    readonly because: ExitReason;
  }>;
  readonly "waiting.joined": {
    readonly space: SpaceId;
    readonly organization: OrganizationId;
    readonly person: PersonId;
    /** The place in the organization's order of hires. */
    readonly ordinal: number;
    /** Whoever came back stands first, in the order in which they had left this Space (CAP-08). */
    readonly because?: "reinstated";
    readonly first?: number;
  };
  readonly "waiting.left": {
    readonly space: SpaceId;
    readonly organization: OrganizationId;
    readonly person: PersonId;
    readonly because: ExitReason;
  };
}

/** An event about the Roster of a Space, where those of Links are not meant. */
export type SpaceRosterEvent<Type extends "roster.entered" | "roster.left"> = EventEnvelope<
  Type,
  Extract<RosterEvents[Type], InSpace>
>;

// -------------------------------------------------------------------------------------- records

/** `ruled:{space}/{d or p}{bucket}/{org}`: the scope's rules on departments or on people. */
export type RuledBucket = Bucket<RuledEntry>;

/** An entry of `ruled`. */
export type RuledEntry = readonly [id: string, rule: ScopeRule];

/**
 * `roster:{space}/{bucket}`: who is present, and through which organizations; with the key of each identity,
 * where that is not the one of the natural person (AMB-117), else `null`, and since when it is, in epoch ms. What
 * version 1 has stored has no time, and may end before it.
 */
export type RosterBucket = Bucket<RosterEntry>;

/** An entry of `roster`. */
export type RosterEntry = readonly [
  person: PersonId,
  through: readonly (
    | readonly [OrganizationId, ordinal: number]
    | readonly [OrganizationId, ordinal: number, key: PersonId]
    | readonly [OrganizationId, ordinal: number, key: PersonId | null, since: number]
  )[],
];

/** `queued:{space}/{bucket}`: who waits, through which organizations, with which tickets. */
export type QueuedBucket = Bucket<QueuedEntry>;

/** An entry of `queued`. */
export type QueuedEntry = readonly [
  person: PersonId,
  places: readonly (readonly [OrganizationId, ticket: number, key?: PersonId])[],
];

/** `waiting:{space}/{page}`: the waiting list, first come first; since when, in epoch ms, where it is known. */
export interface WaitingPage {
  readonly entries: readonly (readonly [
    ticket: number,
    OrganizationId,
    PersonId,
    ordinal: number,
    since?: number,
  ])[];
}

/** `link-ruled:{trunk}/{d or p}{bucket}/{branch}`: the rules of a scope on a Link. */
export type LinkRuledBucket = Bucket<RuledEntry>;

/** `link-roster:{trunk}/{bucket}/{branch}`: who is on a Link, with the place in the order of hires and the time since when. */
export type LinkRosterBucket = Bucket<LinkRosterEntry>;

/** An entry of `link-roster`. */
export type LinkRosterEntry = readonly [person: PersonId, ordinal: number, since: number];

/** `stake:{trunk}/{org}`: who of an organization has something at one above it; absent where nobody does. */
export interface StakeRecord {
  /** Index of `staked`. */
  readonly people: HashIndex;
}

/** `staked:{trunk}/{bucket}/{org}` */
export type StakedBucket = Bucket<StakedEntry>;

/** An entry of `staked`. */
export type StakedEntry = readonly [person: PersonId];

/** The tie of an identity to an organization above, with how much of each sort it has there. */
export type StakeTie = readonly [
  trunk: OrganizationId,
  seats: number,
  groups: number,
  tasks: number,
  offices: number,
];

/** What somebody is responsible for: a department, or with `null` an organization as a whole (LIAISON-01). */
export interface LiaisonNode {
  readonly organization: OrganizationId;
  readonly department: DepartmentId | null;
}

/** A role of liaisons, and whose it is. */
export interface LiaisonRole {
  readonly trunk: OrganizationId;
  readonly role: RoleId;
}

/** A role of liaisons, and the node it is for. */
export interface Office extends LiaisonRole {
  readonly node: LiaisonNode;
}

/** Who sets a role's offices besides the Trunk: nobody, or each organization its own (LIAISON-05). */
export type LiaisonKeeper = "trunk" | "organizations";

/** `liaisons:{trunk}`: the liaison roles of an organization; absent until it has one. */
export interface LiaisonsRecord {
  readonly roles: readonly RoleId[];
  /** How many times its offices have been set. */
  readonly sets: number;
}

/** `liaison:{trunk}/{role}` */
export interface LiaisonRecord {
  readonly name: string;
  readonly keptBy: LiaisonKeeper;
}

/** `offices:{trunk}/{org}`: the offices of an organization and its departments; they end with what is above it. */
export interface OfficesRecord {
  /** Index of `office`. */
  readonly offices: HashIndex;
}

/** `office:{trunk}/{bucket}/{org}` */
export type OfficeBucket = Bucket<OfficeEntry>;

/** An entry of `office`: a role and a department, who holds the office, in order, and which time it was set last. */
export type OfficeEntry = readonly [
  place: string,
  people: readonly (readonly [OrganizationId, PersonId])[],
  set: number,
];

/** The tie of an identity to an office it holds. */
export type OfficeTie = readonly [
  office: string,
  trunk: OrganizationId,
  role: RoleId,
  organization: OrganizationId,
  department: DepartmentId | null,
];

/** The records of Rosters, by kind. */
export interface RosterRecords {
  readonly ruled: RuledBucket;
  readonly "link-ruled": LinkRuledBucket;
  readonly "link-roster": LinkRosterBucket;
  readonly roster: RosterBucket;
  readonly queued: QueuedBucket;
  readonly stake: StakeRecord;
  readonly staked: StakedBucket;
  readonly liaisons: LiaisonsRecord;
  readonly liaison: LiaisonRecord;
  readonly offices: OfficesRecord;
  readonly office: OfficeBucket;
  readonly waiting: WaitingPage;
}
