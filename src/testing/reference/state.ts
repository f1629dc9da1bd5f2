/**
 * The reference model's state: flat lists of plain objects, walked anew for every question. Nothing
 * is counted or indexed, so nothing can be out of step with anything else.
 */

import type { AppsCommand } from "../../apps/model.ts";
import type { PersonId, SpaceId } from "../../core/ids.ts";
import type { Notice } from "../../core/notice.ts";
import type { Policy } from "../../core/policy.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import type { DirectoryCommand, DirectoryFact } from "../../directory/model.ts";
import type { FlowsCommand } from "../../flows/model.ts";
import type { GroupsCommand } from "../../groups/model.ts";
import type { HierarchyFact } from "../../hierarchy/model.ts";
import type { LicensesCommand, LicensesFact } from "../../licenses/model.ts";
import type { RosterCommand } from "../../roster/model.ts";
import type { SpacesCommand } from "../../spaces/model.ts";
import type { Passed } from "./passed.ts";
import { type AreaState, emptyAreas, type Identity } from "./state-areas.ts";
import type {
  Department,
  Due,
  Employment,
  Former,
  FormerId,
  Kept,
  Left,
  Organization,
  SaidFormerly,
  Word,
} from "./state-directory.ts";
import { emptyHierarchy, type HierarchyState } from "./state-hierarchy.ts";
import { emptyIndustry, type IndustryState } from "./state-industry.ts";
import { emptyLists, type HeldChange, type ListState } from "./state-lists.ts";
import type {
  Application,
  Association,
  Folder,
  FormerFields,
  FormerMember,
  Invitation,
  Space,
  Waiting,
} from "./state-spaces.ts";
import type { IndustryFact } from "./vocabulary-industry.ts";
import type { RenamingFact } from "./vocabulary-renames.ts";

export type { Identity } from "./state-areas.ts";
export type * from "./state-directory.ts";
export type { Rule } from "./state-rules.ts";
export type * from "./state-spaces.ts";

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
  | IndustryFact
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

/** All the reference model knows. */
export interface State extends AreaState, ListState, HierarchyState, IndustryState {
  organizations: Organization[];
  departments: Department[];
  former: Former[];
  employments: Employment[];
  /** By which id each natural person goes. */
  readonly names: PersonId[];
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
  formerFields: FormerFields[];
  formerMembers: FormerMember[];
}

/** Who was above somebody: whom they reported to, and who headed what, the nearest departments first. */
export interface Above {
  readonly manager: Employment | null;
  /** The heads of their departments, of those directly above these, and so on, each in order of hires. */
  readonly heads: readonly (readonly Employment[])[];
}

/** Somebody whom an input takes out of service. */
interface Leaving {
  readonly employment: Employment;
  /** The successor named with the resignation. */
  readonly named: PersonId | null;
  /** Who was above them when they left. */
  readonly above: Above;
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
  /** The time of the input under way, or that a question is about; before all times if it is about none. */
  readonly at: number;
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
  readonly holding: readonly HeldChange[] | null;
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
    names: [],
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
    formerFields: [],
    formerMembers: [],
    ...emptyAreas(),
    ...emptyLists(),
    ...emptyHierarchy(),
    ...emptyIndustry(),
  };
}

/** A copy that shares nothing with the state; ids are values in it, never property names. */
export function copyState(state: State): State {
  return JSON.parse(JSON.stringify(state)) as State;
}
