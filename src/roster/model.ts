/** The vocabulary of the Roster: sync scope, presence, waiting list. */
import type { Bucket } from "../core/bucket.ts";
import type { DepartmentId, OrganizationId, PersonId, SpaceId } from "../core/ids.ts";
import type { Command } from "../core/input.ts";
import type { EventEnvelope } from "../core/outcome.ts";
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

/** A command about scopes. */
export type RosterCommand = {
  [Type in keyof RosterCommands]: Command<Type, RosterCommands[Type]>;
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

/** `roster:{space}/{bucket}`: who is present, and through which organizations. */
export type RosterBucket = Bucket<RosterEntry>;

/** An entry of `roster`. */
export type RosterEntry = readonly [
  person: PersonId,
  through: readonly (readonly [OrganizationId, ordinal: number])[],
];

/** `queued:{space}/{bucket}`: who waits, through which organizations, with which tickets. */
export type QueuedBucket = Bucket<QueuedEntry>;

/** An entry of `queued`. */
export type QueuedEntry = readonly [
  person: PersonId,
  places: readonly (readonly [OrganizationId, ticket: number])[],
];

/** `waiting:{space}/{page}`: the waiting list, first come first. */
export interface WaitingPage {
  readonly entries: readonly (readonly [
    ticket: number,
    OrganizationId,
    PersonId,
    ordinal: number,
  ])[];
}

/** `link-ruled:{trunk}/{d or p}{bucket}/{branch}`: the rules of a scope on a Link. */
export type LinkRuledBucket = Bucket<RuledEntry>;

/** `link-roster:{trunk}/{bucket}/{branch}`: who is on a Link, with the place in the order of hires. */
export type LinkRosterBucket = Bucket<LinkRosterEntry>;

/** An entry of `link-roster`. */
export type LinkRosterEntry = readonly [person: PersonId, ordinal: number];

/** The records of Rosters, by kind. */
export interface RosterRecords {
  readonly ruled: RuledBucket;
  readonly "link-ruled": LinkRuledBucket;
  readonly "link-roster": LinkRosterBucket;
  readonly roster: RosterBucket;
  readonly queued: QueuedBucket;
  readonly waiting: WaitingPage;
}
