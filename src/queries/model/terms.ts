/** What questions and answers have in common. */
import type { AppId, FlowId, NodeId, OrganizationId, PersonId, SpaceId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import type { Doer, Identity } from "../../core/notice.ts";
import type { PersonFields } from "../../directory/model.ts";
import type { TaskNamed, TaskOrigin } from "../../flows/model.ts";

/** A viewer: a person in the name of one organization. */
export type Viewer = Extract<Actor, { readonly person: PersonId }>;

/**
 * Who asks about a directory: an admin of the organization, or the organization itself as whoever may
 * report facts about it (PROTO-05). Of whom a question comes is for the service to know.
 */
export type Asker =
  | { readonly viewer: Viewer }
  | { readonly source: { readonly organization: OrganizationId } };

/** A page wanted: `after` is the `next` of the page before; `limit` is 1 to 500, default 100. */
export interface PageRequest {
  readonly after?: string;
  readonly limit?: number;
}

/** A page of a list; `next` is `null` on the last one. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** Use of a limit: how much is used, how much there is, how much is left (never below 0). */
export interface Room {
  readonly used: number;
  readonly limit: number;
  readonly left: number;
}

/** The id that somebody had when they did something, if they have another now (DIR-14). */
export interface Renamed {
  readonly formerly?: PersonId;
}

/** Whether somebody, or an organization, is suspended (DIR-17, DIR-18): left out where not. */
export interface Marked {
  readonly suspended?: true;
}

/** The mark of an identity that had another id when it did something (DIR-14). */
export interface Renamed {
  readonly formerly?: PersonId;
}

/** An identity, marked where it is suspended. */
export interface IdentityShown extends Identity, Marked {}

/** A person as others meet them: their real identity (GROUP-03, DATA-02). */
export interface Shown extends Identity {
  /** The home organization's name. */
  readonly organizationName: string;
  readonly fields: PersonFields;
}

/**
 * Which rows somebody may see: those for which any of these holds; in each, all that is named holds.
 * A service can push it into a query of its own (DATA-04).
 */
export type RowFilter = readonly {
  readonly submitter?: Doer;
  /** The row is of this industry member (INDUSTRY-04). */
  readonly owner?: Identity;
  /** The row is of an industry member of the organization who is in any of these now (INDUSTRY-04). */
  readonly nodes?: readonly NodeId[];
  /** The acting organization of the submission. */
  readonly organization?: OrganizationId;
  readonly space?: SpaceId;
  /** Rows of this organization, and of all that it reaches. */
  readonly below?: OrganizationId;
  /** The row carries any of these. */
  readonly labels?: readonly string[];
}[];

/** A task in a list. */
export interface TaskShown extends TaskNamed {
  readonly app: AppId;
  readonly flow: FlowId;
  readonly space: SpaceId | null;
  readonly step: number;
  readonly initiator: Doer;
  readonly origin: TaskOrigin;
  /** For whom the viewer stands in, if for anybody (FLOW-14, FLOW-19). */
  readonly onBehalfOf?: Identity;
}
