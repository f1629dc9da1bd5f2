/**
 * The reference model's state: flat lists of plain objects, walked anew for every question. Nothing
 * is counted or indexed, so nothing can be out of step with anything else.
 */
import type { AppsCommand } from "../../apps/model.ts";
import type {
  AppId,
  ApplicationId,
  DepartmentId,
  FolderId,
  GroupId,
  InstanceId,
  InvitationId,
  OrganizationId,
  PersonId,
  RoleId,
  SpaceId,
} from "../../core/ids.ts";
import type { Notice } from "../../core/notice.ts";
import type { Policy } from "../../core/policy.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import type {
  AdminRole,
  DirectoryCommand,
  DirectoryFact,
  Edition,
  PersonFields,
} from "../../directory/model.ts";
import type { FlowsCommand } from "../../flows/model.ts";
import type { GroupsCommand } from "../../groups/model.ts";
import type { HierarchyFact } from "../../hierarchy/model.ts";
import type { LicensesCommand, LicensesFact, LicenseUnit } from "../../licenses/model.ts";
import type { RosterCommand } from "../../roster/model.ts";
import type { ScopeRule, SpacesCommand, Visibility } from "../../spaces/model.ts";
import type { Passed } from "./passed.ts";
import { type AreaState, emptyAreas, type Identity } from "./state-areas.ts";
import { emptyHierarchy, type HierarchyState, type Office } from "./state-hierarchy.ts";

export type { Identity } from "./state-areas.ts";
export type { Rule } from "./state-rules.ts";

import { emptyLists, type ListState } from "./state-lists.ts";
import type { Rule } from "./state-rules.ts";
import type { RenamingFact } from "./vocabulary-renames.ts";

/** The form of a command that names a Space, or none, and no Trunk. */
type OfSpaces<Command> = Command extends { readonly data: infer Data }
  ? Omit<Command, "data"> & {
      readonly data: Exclude<Data, { readonly trunk: unknown } | { readonly items: unknown }>;
    }
  : never;

/** Everything the reference model can be told. */
export type ReferenceInput =
  | DirectoryFact
  | RenamingFact
  | HierarchyFact
  | DirectoryCommand
  | OfSpaces<SpacesCommand>
  | OfSpaces<RosterCommand>
  | LicensesFact
  | LicensesCommand
  | GroupsCommand
  | AppsCommand
  | FlowsCommand;

/** A fact. */
export type ReferenceFact = Extract<ReferenceInput, { readonly from: unknown }>;

/** A fact of one thing. */
export type SingleFact = Exclude<ReferenceFact, { readonly type: "directory.changed" }>;

/** The type of an input. */
export type InputType = ReferenceInput["type"];

/** The input of one type. */
export type InputOf<Type extends InputType> = Extract<ReferenceInput, { readonly type: Type }>;

/** What the end of an organization took and nothing gives back: of which kind, how many, and why. */
export type Left = readonly [
  kind: "space" | "association" | "link" | "instance" | "task" | "pool",
  count: number,
  reason: "dissolved" | "cancelled" | "ended" | "parked",
];

/** An organization; one that has ended stays in the list, so that its id is never free again. */
export interface Organization {
  readonly id: OrganizationId;
  name: string;
  certified: boolean;
  edition: Edition;
  sso: boolean;
  ended: boolean;
  /** When it last ended, the Spaces it was in then and its Trunks, and what it lost for good (DIR-19). */
  end: {
    readonly at: number;
    readonly joined: readonly SpaceId[];
    readonly trunks: readonly OrganizationId[];
    readonly left: readonly Left[];
  } | null;
  /** When its end was last taken back. */
  reinstatedAt: number | null;
  suspended: boolean;
  batchInvitation: boolean;
  expansion: number;
  readonly revisions: {
    name: number | null;
    certification: number | null;
    edition: number | null;
    sso: number | null;
    suspended: number | null;
  };
}

/** A department; a removed one stays in the list. */
export interface Department {
  readonly organization: OrganizationId;
  readonly id: DepartmentId;
  parent: DepartmentId | null;
  /** The removed department below which it was, or was said to be, and from which nothing moved it. */
  under: number | null;
  name: string;
  removed: boolean;
  /** When it was last removed: settings that name it are kept for a while from then (DIR-11). */
  removedAt: number | null;
  /** Since when lists have lacked it, if it is dormant (DIR-10). */
  dormant: number | null;
  /** Whether a scope has ever excluded it. */
  excluded: boolean;
  /** Which renewal it was that last brought it back too late for the settings that had named it. */
  renewed: number;
  /** What was above it when it was removed, nearest first. */
  above: readonly DepartmentId[];
  at: number;
  readonly revisions: { name: number | null; parent: number | null; id: number | null };
}

/**
 * A department as it stood when it was removed, its number the place in the list: for scopes that
 * excluded it, it still stands there (ROSTER-16). What it was below is removed, or exists, or is the root.
 */
interface Former {
  readonly organization: OrganizationId;
  readonly department: DepartmentId;
  under: number | null;
  parent: DepartmentId | null;
  /** Whether a scope had ever excluded it. */
  readonly excluded: boolean;
}

/** An employment in the same organization. */
export interface EmploymentOf {
  readonly person: PersonId;
  readonly number: number;
}

/** One employment; the list's order is the order of hires, and ended ones stay. */
export interface Employment {
  readonly organization: OrganizationId;
  readonly person: PersonId;
  /** Which of this person's employments here: what is bound to one names it by this. */
  readonly number: number;
  /** Whom it counts as, since the person got another id (DIR-14). */
  natural: PersonId | null;
  /** The number that the source or, without one, the library gave it (DIR-03). */
  given: number;
  /** Whether the source gave it, and which of several that have names (DIR-06). */
  sourced: boolean;
  numberBy: string | null;
  /** When it began, and when it ended, by whatever (DIR-02). */
  readonly began: number;
  ended: number | null;
  /** Whether a fact said that it ended; otherwise lists alone did, by their silence (RESIGN-06). */
  reported: boolean;
  inService: boolean;
  departments: DepartmentId[];
  /** Those of them that named sources brought; all others were set without one (DIR-06). */
  shares: { readonly source: string; departments: DepartmentId[] }[];
  /** The removed departments in which the person was, or was said to be, by their numbers. */
  former: number[];
  fields: PersonFields;
  probation: boolean;
  admin: {
    readonly role: AdminRole;
    readonly spacePermission: boolean;
    /** Absent for whoever does not have it (HIER-08). */
    readonly hierarchyPermission?: true;
  } | null;
  /** The departments that this person is head of, and their named roles. */
  heads: DepartmentId[];
  roles: RoleId[];
  /** The successor registered, under the employment that is meant. */
  successor: EmploymentOf | null;
  /** Whom this person reports to, under the employment that is meant (FLOW-20). */
  manager: EmploymentOf | null;
  /** Whether this person is suspended, and who acts instead (DIR-17, FLOW-19). */
  suspended: boolean;
  standIn: EmploymentOf | null;
  at: number;
  readonly revisions: {
    departments: number | null;
    fields: number | null;
    admin: number | null;
    heads: number | null;
    roles: number | null;
    manager: number | null;
    suspended: number | null;
  };
  /** The revisions of single placements, the latest last; only so many are remembered (DIR-12). */
  placed: { readonly department: DepartmentId; readonly revision: number }[];
  /** The same two, of where somebody is, as each named source gave them (DIR-06). */
  placedBy: (PlacedWords & { readonly source: string })[];
}

/** The revisions of where somebody is: of all placements, and of single ones. */
export interface PlacedWords {
  departments: number | null;
  placed: Employment["placed"];
}

/** An id that somebody or something had, until when, and what has it been called since (DIR-15). */
export interface FormerId {
  readonly kind: "person" | "department";
  readonly organization: OrganizationId;
  readonly former: string;
  readonly now: string;
  readonly at: number;
}

/** That an input names something by a former id, and where in the list that names it. */
export interface SaidFormerly {
  readonly kind: FormerId["kind"];
  readonly former: string;
  readonly now: string;
  readonly index?: number;
}

/** A word on an employment: that the person was hired, left, or is reinstated (DIR-02). */
interface Word extends Identity {
  readonly kind: "hired" | "left" | "reinstated";
  readonly at: number;
}

/** What a departure took, kept to be given back to that employment (RESIGN-05). */
export interface Kept extends Identity {
  /** When it is over. */
  readonly until: number;
  /** Which departure it was of all: whoever left first comes back first (CAP-08). */
  readonly order: number;
  readonly departments: readonly DepartmentId[];
  readonly admin: Employment["admin"];
  heads: DepartmentId[];
  roles: RoleId[];
  readonly successor: EmploymentOf | null;
  readonly manager: EmploymentOf | null;
  readonly suspended: boolean;
  readonly standIn: EmploymentOf | null;
  readonly probation: boolean;
  rules: { readonly space: SpaceId; readonly rule: ScopeRule }[];
  /** The same in scopes of Links, by their serials. */
  linkRules: { readonly link: number; readonly rule: ScopeRule }[];
  /** Lists of audiences: `null` is the authorized list, otherwise the place of the permission. */
  lists: { readonly space: SpaceId; readonly app: AppId; readonly permission: number | null }[];
  /** Offices that the departure left to nobody. */
  offices: Omit<Office, "holders">[];
  /** Lists of distributions. */
  trunkLists: { readonly trunk: OrganizationId; readonly app: AppId }[];
  /** The Spaces on whose Roster or waiting list the identity was. */
  places: SpaceId[];
  groups: { readonly space: SpaceId; readonly group: GroupId }[];
  /** Units in which a license was held or waited for. */
  accounts: { readonly host: OrganizationId; readonly unit: LicenseUnit }[];
  /** Tasks that the departure parked; `null` is the Host's own place. */
  tasks: { readonly instance: InstanceId; readonly task: number; readonly space: SpaceId | null }[];
  /** All that the step took, whatever others decide of it later; `null` before its end (DIR-20). */
  took: Taken | null;
}

/** What a departure took outside the directory. */
export type Taken = Pick<
  Kept,
  "rules" | "linkRules" | "lists" | "trunkLists" | "places" | "groups" | "accounts" | "tasks"
>;

/** What is still to be given back: in a Space, once the identity is on its Roster (RESIGN-07). */
export interface Due
  extends Identity,
    Pick<Kept, "until" | "order" | "groups" | "accounts" | "tasks"> {
  readonly took: Taken;
  readonly space: SpaceId | null;
}

/** A Space; the list's order is the order of creation, and dissolved ones stay. */
export interface Space {
  readonly id: SpaceId;
  readonly name: string;
  readonly host: OrganizationId;
  dissolved: boolean;
  /** The cap that support raised it to, if it did. */
  raised: number | null;
}

/** Whom an organization puts into a Space or a Link. */
export interface Scoping {
  readonly organization: OrganizationId;
  whole: boolean;
  rules: Rule[];
}

/** The part of one organization in one live Space: the Host's comes first in the list. */
export interface Association extends Scoping {
  readonly space: SpaceId;
  folder: FolderId | null;
  visibility: Visibility;
  types: string[];
  level: string | null;
}

/** An identity in a line. */
export interface InLine extends Identity {
  /** Which departure was taken back, of somebody who stands at the head for it (CAP-08). */
  readonly taken: number | null;
}

/** A place on a Space's waiting list; the list's order is the order of coming. */
interface Waiting extends InLine {
  readonly space: SpaceId;
}

/** A link or QR code. */
export interface Invitation {
  readonly id: InvitationId;
  readonly space: SpaceId;
  readonly form: "link" | "qr";
  readonly expiresAt: number | null;
  readonly maxUses: number | null;
  readonly invited: OrganizationId | null;
  revoked: boolean;
}

/** An application, whatever became of it. */
export interface Application {
  readonly id: ApplicationId;
  readonly space: SpaceId;
  readonly organization: OrganizationId;
  readonly invitation: InvitationId;
  readonly at: number;
  readonly whole: boolean;
  readonly rules: readonly Rule[];
  status: "pending" | "withdrawn" | "approved" | "rejected";
  reason: string | null;
}

/** A Folder; a removed one stays in the list, so that its id is never free again. */
export interface Folder {
  readonly space: SpaceId;
  readonly id: FolderId;
  parent: FolderId | null;
  name: string;
  removed: boolean;
}

/** All the reference model knows. */
export interface State extends AreaState, ListState, HierarchyState {
  organizations: Organization[];
  departments: Department[];
  former: Former[];
  employments: Employment[];
  words: Word[];
  formerIds: FormerId[];
  kept: Kept[];
  due: Due[];
  /** How many departures and suspensions there were, and departments that came back too late for settings. */
  departures: number;
  renewals: number;
  spaces: Space[];
  associations: Association[];
  waiting: Waiting[];
  invitations: Invitation[];
  applications: Application[];
  folders: Folder[];
}

/** Somebody whom an input takes out of service. */
interface Leaving {
  readonly employment: Employment;
  /** The successor named with the resignation. */
  readonly named: PersonId | null;
}

/** Somebody whom an input brings back into service, with what was kept and is not over. */
export interface Returned {
  readonly employment: Employment;
  readonly kept: Kept | null;
}

/** A state and what decisions about it depend on. */
export interface World {
  readonly state: State;
  readonly policy: Policy;
  readonly pageOf: (person: PersonId, pages: number) => number;
  /** What the input under way has to tell, besides what follows from it. */
  readonly outbox: Notice[];
  /** What the input under way names without effect (PROTO-08). */
  readonly passed: Passed[];
  /** What an organization that exists again does not get back. */
  readonly left: Left[];
  /** Whom the input under way takes out of service, in that order. */
  readonly leaving: Leaving[];
  /** Which former ids the fact under way names. */
  readonly said: readonly SaidFormerly[];
  /** What was before the input under way, as far as it is looked back at. */
  readonly past: unknown[];
  /** Who got another id, and which they had. */
  readonly renamed: { readonly employment: Employment; readonly from: PersonId }[];
  /** Whom it brings back. */
  readonly returned: Returned[];
  /** Whom it suspends or resumes, with whether they were suspended before. */
  readonly switched: { readonly employment: Employment; readonly before: boolean }[];
  /** Who was in scope of which Space after each of its changes, if it has several (DIR-13). */
  readonly scoped: Scoped[][];
  /** Which of these said where a department is, or that it is to go. */
  readonly placing: boolean[];
  /** Whether what the input says of the places of departments is held (DIR-09). */
  readonly holding: boolean;
}

/** Who is in scope of a Space, or of a Link, by its serial. */
export interface Scoped {
  readonly space: SpaceId | number;
  readonly identities: readonly Identity[];
}

/** How one type of command is handled: the codes that apply, and what it does if there are none. */
export interface Handler<Input> {
  readonly codes: (world: World, input: Input) => RefusalCode[];
  readonly effect: (world: World, input: Input) => void;
}

/** The handlers of some types of command. */
export type Handlers<Type extends InputType> = { readonly [T in Type]: Handler<InputOf<T>> };

/** Notices, as effects return them. */
export type Notices = readonly Notice[];

/** The state before anything happened. */
export function emptyState(): State {
  return {
    organizations: [],
    departments: [],
    former: [],
    employments: [],
    words: [],
    formerIds: [],
    kept: [],
    due: [],
    departures: 0,
    renewals: 0,
    spaces: [],
    associations: [],
    waiting: [],
    invitations: [],
    applications: [],
    folders: [],
    ...emptyAreas(),
    ...emptyLists(),
    ...emptyHierarchy(),
  };
}

/** A copy that shares nothing with the state; ids are values in it, never property names. */
export function copyState(state: State): State {
  return JSON.parse(JSON.stringify(state)) as State;
}
