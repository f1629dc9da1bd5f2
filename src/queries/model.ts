/** The questions that can be asked, and their answers. Lists are paged: pass `next` on as `after`. */
import type { Audience, DataPermission, Feature, Submission } from "../apps/model.ts";
import type {
  AppId,
  DepartmentId,
  FlowId,
  GroupId,
  InstanceId,
  OrganizationId,
  PersonId,
  RoleId,
  RowId,
  SpaceId,
} from "../core/ids.ts";
import type { Identity } from "../core/notice.ts";
import type { Policy } from "../core/policy.ts";
import type { InertDepartment } from "../directory/select/inert.ts";
import type { InstanceRecord, LogWord, TaskNamed } from "../flows/model.ts";
import type { LicenseUnit, LinkedUnit } from "../licenses/model.ts";
import type { DirectoryQueries, KeptShown } from "./model/directory.ts";
import type { HierarchyQueries } from "./model/hierarchy.ts";
import type { SpaceQueries } from "./model/spaces.ts";
import type {
  IdentityShown,
  Marked,
  Page,
  PageRequest,
  Renamed,
  Room,
  RowFilter,
  Shown,
  TaskShown,
  Viewer,
} from "./model/terms.ts";

export type * from "./model/directory.ts";
export type * from "./model/hierarchy.ts";
export type * from "./model/spaces.ts";
export type * from "./model/terms.ts";

/** Every question: what it takes and what it answers. */
export interface Queries extends SpaceQueries, DirectoryQueries, HierarchyQueries {
  /** The pool of one's own organization, for its admins; `LICENSE_HOST_ONLY` otherwise (LIC-02). */
  readonly "license.usage": {
    readonly input: { readonly viewer: Viewer };
    readonly answer: {
      readonly purchased: number;
      readonly used: number;
      /** Never below 0; what is used beyond the purchase is `over` (LIC-16). */
      readonly remaining: number;
      readonly over: number;
      /** Used over purchased, in percent, cut to one decimal; `null` with nothing purchased. */
      readonly percent: number | null;
      /** Whether use is at or above the alert threshold (ALERT-02). */
      readonly high: boolean;
      /** The Host's own unit first, then the linked ones in order of linking. */
      readonly units: readonly { readonly unit: LicenseUnit; readonly used: number }[];
      readonly waiting: number;
      readonly links: Room;
    };
  };
  /** Who holds a grant in a unit of one's pool, in order of granting. */
  readonly "license.accounts": {
    readonly input: { readonly viewer: Viewer; readonly unit: LicenseUnit } & PageRequest;
    readonly answer: Page<Identity>;
  };
  /** Who waits for an automatic grant, first come first. */
  readonly "license.waiting": {
    readonly input: { readonly viewer: Viewer } & PageRequest;
    readonly answer: Page<Identity & { readonly unit: LicenseUnit }>;
  };
  /** The automatic departments of a Member in a linked unit of one's pool (LIC-09). */
  readonly "license.automatic": {
    readonly input: {
      readonly viewer: Viewer;
      readonly unit: LinkedUnit;
      readonly organization: OrganizationId;
    };
    readonly answer: {
      readonly departments: readonly DepartmentId[];
      /** Those that were removed (DIR-11). */
      readonly inert: readonly InertDepartment[];
    };
  };
  /** The features that Downstream people have under the policy's release (FEAT-09). */
  readonly "feature.list": {
    readonly input: Readonly<Record<never, never>>;
    readonly answer: {
      readonly items: readonly {
        readonly feature: Feature;
        /** `null`: in every release. */
        readonly since: Policy["release"] | null;
        readonly supported: boolean;
      }[];
    };
  };
  /** The app center: Host apps that a rostered viewer sees in a Space, in order of publication (APP-05). */
  readonly "app.center": {
    readonly input: { readonly viewer: Viewer; readonly space: SpaceId } & PageRequest;
    readonly answer: Page<{ readonly app: AppId; readonly name: string; readonly cool: boolean }>;
  };
  /** Whether a viewer may use a feature of an app now: the refusal is the one that using it would get. */
  readonly "app.use": {
    readonly input: { readonly viewer: Viewer; readonly feature: string } & Submission;
    readonly answer: { readonly side: "host" | "downstream" };
  };
  /** What the Host has set for its app in a Space, for its admins. */
  readonly "app.settings": {
    readonly input: { readonly viewer: Viewer; readonly space: SpaceId; readonly app: AppId };
    readonly answer: {
      readonly published: boolean;
      readonly authorized: Audience | null;
      readonly permissions: readonly DataPermission[];
      /** What they say of removed departments (DIR-11); `permission` is a place among them. */
      readonly inert: readonly (InertDepartment & {
        readonly organization: OrganizationId;
        readonly permission: number | null;
      })[];
      readonly distributed: readonly {
        readonly organization: OrganizationId;
        readonly group: string;
      }[];
    };
  };
  /** The Space home: published Space apps, for anybody on the Roster (SELF-02). */
  readonly "space.home": {
    readonly input: { readonly viewer: Viewer; readonly space: SpaceId } & PageRequest;
    readonly answer: Page<{ readonly app: AppId; readonly name: string }>;
  };
  /** Whether a viewer may use a Space app: `UNKNOWN_APP` or `NOT_IN_SPACE` if not (SELF-02, SELF-04). */
  readonly "space-app.use": {
    readonly input: { readonly viewer: Viewer; readonly space: SpaceId; readonly app: AppId };
    readonly answer: { readonly name: string };
  };
  /** Which rows of an app the viewer may see (DATA-03, DATA-04); an empty filter of the Host is all. */
  readonly "data.range": {
    readonly input: { readonly viewer: Viewer } & Submission;
    readonly answer: { readonly all: boolean; readonly filter: RowFilter };
  };
  /** Rows that the viewer may see, in order of arrival, with their submitters (DATA-01, DATA-02). */
  readonly "data.rows": {
    readonly input: {
      readonly viewer: Viewer;
      /** Only rows of this submitter, or of one acting for this organization. */
      readonly submitter?: PersonId;
      readonly organization?: OrganizationId;
    } & Submission &
      PageRequest;
    readonly answer: Page<{
      readonly row: RowId;
      readonly space: SpaceId | null;
      readonly submitter: Shown & Renamed;
      readonly labels: readonly string[];
      /** Epoch ms. */
      readonly at: number;
    }>;
  };
  /** Who has submitted to one's own app, each with the acting organization (DATA-02). */
  readonly "data.submitters": {
    readonly input: {
      readonly viewer: Viewer;
      readonly app: AppId;
      readonly search?: string;
    } & PageRequest;
    readonly answer: Page<Shown>;
  };
  /** Whether somebody can be chosen in a form: `PICK_TARGET_OUTSIDE_SCOPE` if not (PICK-01, PICK-02). */
  readonly "form.pickable": {
    readonly input: { readonly viewer: Viewer; readonly target: Identity } & Submission;
    readonly answer: { readonly pickable: true };
  };
  /** Everybody who can be chosen in a form. */
  readonly "form.candidates": {
    readonly input: { readonly viewer: Viewer; readonly search?: string } & Submission &
      PageRequest;
    readonly answer: Page<Shown & Marked>;
  };
  /** Whether the holder of a task may transfer to, or countersign by, somebody (FLOW-04). */
  readonly "flow.may-route": {
    readonly input: {
      readonly viewer: Viewer;
      readonly instance: InstanceId;
      readonly target: Identity;
    };
    readonly answer: { readonly allowed: true };
  };
  /** Everybody whom the holder of a task may transfer to. */
  readonly "flow.routing-candidates": {
    readonly input: {
      readonly viewer: Viewer;
      readonly instance: InstanceId;
      readonly search?: string;
    } & PageRequest;
    readonly answer: Page<Shown>;
  };
  /** The open tasks that the viewer holds. */
  readonly "flow.todo": {
    readonly input: { readonly viewer: Viewer } & PageRequest;
    readonly answer: Page<TaskShown>;
  };
  /** The instances that the viewer has started, in order. */
  readonly "flow.started": {
    readonly input: { readonly viewer: Viewer } & PageRequest;
    readonly answer: Page<{
      readonly instance: InstanceId;
      readonly status: InstanceRecord["status"];
    }>;
  };
  /** The tasks that the viewer has closed or transferred, in order. */
  readonly "flow.handled": {
    readonly input: { readonly viewer: Viewer } & PageRequest;
    readonly answer: Page<TaskNamed & { readonly status: InstanceRecord["status"] }>;
  };
  /**
   * An instance and what has happened to it, for its initiator, whoever holds or held its tasks or got
   * a copy, and the Host's admins; `UNKNOWN_INSTANCE` to others.
   */
  readonly "flow.instance": {
    readonly input: { readonly viewer: Viewer; readonly instance: InstanceId } & PageRequest;
    readonly answer: Page<{
      readonly what: LogWord;
      readonly task: number | null;
      readonly who: (IdentityShown & Renamed) | null;
      /** Epoch ms. */
      readonly at: number;
    }> & {
      readonly app: AppId;
      readonly flow: FlowId;
      readonly space: SpaceId | null;
      readonly initiator: IdentityShown;
      readonly status: InstanceRecord["status"];
      readonly step: number;
    };
  };
  /**
   * Tasks for which the viewer, an authorized admin, names a successor: the parked ones (HAND-02,
   * HAND-05), among them, with `organization`, those that wait in their Spaces for a Member while it
   * has no admin who may act (HAND-08); then what people hold who are suspended (FLOW-19).
   */
  readonly "admin.parked": {
    readonly input: { readonly viewer: Viewer } & PageRequest;
    readonly answer: Page<TaskNamed & { readonly organization?: OrganizationId }>;
  };
  /** The viewer's cooperation groups in a Space. */
  readonly "group.mine": {
    readonly input: { readonly viewer: Viewer; readonly space: SpaceId } & PageRequest;
    readonly answer: Page<{ readonly group: GroupId; readonly name: string }>;
  };
  /** The participants of a group that the viewer takes part in, with real identities (GROUP-03). */
  readonly "group.participants": {
    readonly input: {
      readonly viewer: Viewer;
      readonly space: SpaceId;
      readonly group: GroupId;
    } & PageRequest;
    readonly answer: Page<Shown & Marked>;
  };
  /**
   * What a resignation would take away and hand over, for an authorized admin of the organization
   * (RESIGN-01, HAND-02): everything that the fact would do to this identity.
   */
  readonly "departure.preview": {
    readonly input: {
      readonly viewer: Viewer;
      readonly person: PersonId;
      readonly successor?: PersonId;
    };
    readonly answer: {
      readonly rosters: readonly SpaceId[];
      readonly waiting: readonly SpaceId[];
      readonly scopes: readonly SpaceId[];
      /** The Trunks of the Links on which the person is, and of those whose scope names them. */
      readonly links: readonly OrganizationId[];
      readonly linkScopes: readonly OrganizationId[];
      readonly groups: readonly { readonly space: SpaceId; readonly group: GroupId }[];
      readonly licenses: readonly { readonly host: OrganizationId; readonly unit: LicenseUnit }[];
      readonly lists: readonly { readonly space: SpaceId; readonly app: AppId }[];
      readonly heads: readonly DepartmentId[];
      readonly roles: readonly RoleId[];
      readonly admin: boolean;
      /** `to` is `null` where the task would be parked. */
      readonly tasks: readonly (TaskNamed & { readonly to: PersonId | null })[];
      /** For how many days the way back would have what, by kind; `null` where nothing is kept (RESIGN-05). */
      readonly kept: { readonly days: number; readonly counts: KeptShown["counts"] } | null;
    };
  };
}

/** The type of a question. */
export type QueryType = keyof Queries;

/** A question of one type. */
export type QueryOf<Type extends QueryType> = {
  readonly [T in Type]: { readonly type: T; readonly data: Queries[T]["input"] };
}[Type];

/** Any question. */
export type Query = QueryOf<QueryType>;
