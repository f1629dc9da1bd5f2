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
import type { Doer, Identity } from "../core/notice.ts";
import type { Policy } from "../core/policy.ts";
import type { InertDepartment } from "../directory/select/inert.ts";
import type {
  InstanceRecord,
  LogWord,
  ReturnThen,
  Succession,
  TaskNamed,
  TaskRecord,
} from "../flows/model.ts";
import type { HierarchyUnit, LicenseUnit, LinkedUnit } from "../licenses/model.ts";
import type { Office } from "../roster/model.ts";
import type { Within } from "../spaces/model.ts";
import type { DirectoryQueries, KeptShown } from "./model/directory.ts";
import type { HierarchyQueries } from "./model/hierarchy.ts";
import type { SpaceQueries } from "./model/spaces.ts";
import type { TellingQueries } from "./model/telling.ts";
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
export type * from "./model/telling.ts";
export type * from "./model/terms.ts";

/** Of when a question is: epoch milliseconds. */
interface Then {
  readonly at?: number;
}

/** Every question: what it takes and what it answers. */
export interface Queries extends SpaceQueries, DirectoryQueries, HierarchyQueries, TellingQueries {
  /** The pool of one's own organization, for its admins; `LICENSE_HOST_ONLY` otherwise (LIC-02). */
  readonly "license.usage": {
    readonly input: { readonly viewer: Viewer; readonly at?: number };
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
      /**
       * When the purchase ends, and grace after it, in epoch milliseconds; with `at`, what holds then: both are to come,
       * nothing is granted any more, nothing is used any more. Left out where the purchase has no end (LIC-20).
       */
      readonly term?: {
        readonly until: number;
        readonly graceUntil: number;
        readonly state?: "running" | "ending" | "over";
      };
      /** What is kept for the Host's own unit, and what it does not use of that; left out where nothing is (LIC-19). */
      readonly reserve?: { readonly reserved: number; readonly unused: number };
      /**
       * The Host's own unit first, then the linked ones in order of linking; each limited one with its limit, and how many
       * persons more may hold a grant in it by that (LIC-19).
       */
      readonly units: readonly {
        readonly unit: LicenseUnit;
        readonly used: number;
        readonly limit?: number;
        readonly left?: number;
      }[];
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
  /**
   * Which accounts to take back so that no more licenses are used than are purchased, or than `purchased` says: exactly
   * as many as that needs, in the order of the policy (LIC-20). Nothing is taken back by asking. Who counts once with
   * several accounts is named with all of them.
   */
  readonly "license.reclaim-plan": {
    readonly input: { readonly viewer: Viewer; readonly purchased?: number } & PageRequest;
    readonly answer: Page<Identity & { readonly unit: LicenseUnit }>;
  };
  /** How many seats the direct Branches hold, each with all below it by the line, and may hold (SEAT-04). */
  readonly "license.by-branch": {
    readonly input: { readonly viewer: Viewer } & PageRequest;
    readonly answer: Page<{
      readonly branch: OrganizationId;
      readonly used: number;
      readonly limit: number | null;
    }>;
  };
  /**
   * The automatic departments of a Member in a linked unit of one's pool (LIC-09); in one's Hierarchy unit what is
   * chosen of an organization that one reaches (SEAT-03).
   */
  readonly "license.automatic": {
    readonly input: {
      readonly viewer: Viewer;
      readonly unit: LinkedUnit | HierarchyUnit;
      readonly organization: OrganizationId;
    };
    readonly answer: {
      /** In a Hierarchy unit: whether the organization is chosen as a whole, and whether without what is below. */
      readonly whole?: boolean;
      readonly alone?: boolean;
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
  /**
   * The app center: Host apps that a rostered viewer sees in a Space, in order of publication (APP-05); the
   * workbench of a Trunk, for whoever is in its book; or without either that of one's own organization,
   * with what is installed there (DIST-04).
   */
  readonly "app.center": {
    readonly input: {
      readonly viewer: Viewer;
      readonly space?: SpaceId;
      readonly trunk?: OrganizationId;
    } & PageRequest;
    readonly answer: Page<{
      readonly app: AppId;
      readonly name: string;
      readonly cool: boolean;
      /** On the workbench of one's own organization: whose app it is. */
      readonly trunk?: OrganizationId;
    }>;
  };
  /** The organizations that a distribution covers, for the Trunk's admins (DIST-02, DIST-03). */
  readonly "app.covered": {
    readonly input: {
      readonly viewer: Viewer;
      readonly trunk: OrganizationId;
      readonly app: AppId;
    } & PageRequest;
    readonly answer: Page<{
      readonly organization: OrganizationId;
      readonly name: string;
      readonly installed: boolean;
      /** Whose word it is. */
      readonly by: "trunk" | "organization";
    }>;
  };
  /**
   * Whether a viewer may use a feature of an app now: the refusal is the one that using it would get. When that is has
   * to be said for the term of licenses alone (LIC-20), here and in other questions: left out, it is not asked for.
   */
  readonly "app.use": {
    readonly input: { readonly viewer: Viewer; readonly feature: string } & Then & Submission;
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
    readonly input: { readonly viewer: Viewer } & Then & Submission;
    readonly answer: { readonly all: boolean; readonly filter: RowFilter };
  };
  /** Rows that the viewer may see, in order of arrival, with their submitters (DATA-01, DATA-02). */
  readonly "data.rows": {
    readonly input: {
      readonly viewer: Viewer;
      /** Only rows of this submitter, or of one acting for this organization. */
      readonly submitter?: PersonId;
      readonly organization?: OrganizationId;
    } & Then &
      Submission &
      PageRequest;
    readonly answer: Page<{
      readonly row: RowId;
      readonly space: SpaceId | null;
      readonly submitter: Shown & Renamed & Pick<Doer, "as">;
      /** The industry member whose it is, if another's than the submitter's (INDUSTRY-04). */
      readonly owner?: PersonId;
      readonly labels: readonly string[];
      /** Epoch ms. */
      readonly at: number;
      /**
       * To the builder of the app, of an organization that it reaches: the line to it, from the direct Branch
       * down to itself, and its alias by the last Link of that line, if there is one (LEVEL-01).
       */
      readonly line?: readonly OrganizationId[];
      readonly alias?: string;
    }>;
  };
  /** Who has submitted to one's own app, each with the acting organization (DATA-02). */
  readonly "data.submitters": {
    readonly input: {
      readonly viewer: Viewer;
      readonly app: AppId;
      readonly search?: string;
    } & Then &
      PageRequest;
    readonly answer: Page<Shown & Pick<Doer, "as">>;
  };
  /** Whether somebody can be chosen in a form: `PICK_TARGET_OUTSIDE_SCOPE` if not (PICK-01, PICK-02). */
  readonly "form.pickable": {
    readonly input: { readonly viewer: Viewer; readonly target: Identity } & Then & Submission;
    readonly answer: { readonly pickable: true };
  };
  /** Everybody who can be chosen in a form. */
  readonly "form.candidates": {
    readonly input: { readonly viewer: Viewer; readonly search?: string } & Then &
      Submission &
      PageRequest;
    readonly answer: Page<Shown & Marked>;
  };
  /** Whether the holder of a task may transfer to, or countersign by, somebody (FLOW-04). */
  readonly "flow.may-route": {
    readonly input: {
      readonly viewer: Viewer;
      readonly instance: InstanceId;
      readonly target: Identity;
      /** When: who stands in for the target then is looked at; left out, for nobody (FLOW-14). */
      readonly at?: number;
    };
    readonly answer: { readonly allowed: true };
  };
  /** Everybody whom the holder of a task may transfer to. */
  readonly "flow.routing-candidates": {
    readonly input: {
      readonly viewer: Viewer;
      readonly instance: InstanceId;
      readonly search?: string;
    } & Then &
      PageRequest;
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
      /** It waits for the viewer to resubmit or withdraw (FLOW-17); left out where it does not. */
      readonly waiting?: true;
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
      readonly who: (IdentityShown & Renamed & Pick<Doer, "as">) | null;
      /** For whom they stood in, if for anybody (FLOW-14, FLOW-19). */
      readonly onBehalfOf?: IdentityShown & Renamed;
      /** Epoch ms. */
      readonly at: number;
    }> & {
      readonly app: AppId;
      readonly flow: FlowId;
      readonly space: SpaceId | null;
      /** The Trunk through which it was started, if one. */
      readonly trunk?: OrganizationId;
      readonly initiator: IdentityShown & Pick<Doer, "as">;
      readonly status: InstanceRecord["status"];
      /** It waits for its initiator to resubmit or withdraw (FLOW-17); left out where it does not. */
      readonly waiting?: true;
      readonly step: number;
      /** Its tasks that are not closed, by number, with who holds each, `null` for one that is parked: the first hundred. */
      readonly open: readonly (Pick<TaskRecord, "status" | "holder"> & { readonly task: number })[];
    };
  };
  /**
   * Where the holder of a task may return it to (FLOW-17): earlier steps, each with the task of it to name in
   * `task.return`; whether to the initiator; and how it may go on, the first being what holds if nothing is said. No steps and not
   * to the initiator where the instance was returned as often as the policy lets it be. Refused as a return by the
   * viewer is: `UNKNOWN_INSTANCE`, `UNKNOWN_TASK`, `NOT_TASK_HOLDER`, `TASK_NOT_PENDING`, and what acting asks for.
   */
  readonly "flow.return-targets": {
    readonly input: { readonly viewer: Viewer } & Then & TaskNamed;
    readonly answer: {
      readonly steps: readonly { readonly step: number; readonly task: number }[];
      readonly initiator: boolean;
      readonly then: readonly ReturnThen[];
    };
  };
  /**
   * Who stands in for a colleague, by oneself unless `person` is named, in the order in which the periods begin; with
   * `side` `stand-in`, for whom that person stands in, in the order in which they came to (FLOW-14). For oneself, for
   * admins of the organization, and for heads if the policy lets them set it; `NOT_AUTHORIZED_ADMIN` otherwise. With
   * `at` those alone that are not over then.
   */
  readonly "stand-in.list": {
    readonly input: {
      readonly viewer: Viewer;
      readonly person?: PersonId;
      readonly side?: "person" | "stand-in";
      readonly at?: number;
    } & PageRequest;
    readonly answer: Page<{
      readonly person: PersonId;
      readonly standIn: PersonId;
      /** Epoch ms. */
      readonly from: number;
      readonly until: number;
      /** Only for tasks of these apps; left out: of all. */
      readonly apps?: readonly AppId[];
    }>;
  };
  /**
   * Tasks for which the viewer, an authorized admin, names a successor: the parked ones (HAND-02,
   * HAND-05), among them, with `organization`, those that wait in their Spaces, or below them through Links, for
   * an organization while it has no admin who may act (HAND-08); then what people hold who are suspended (FLOW-19).
   */
  readonly "admin.parked": {
    readonly input: { readonly viewer: Viewer } & PageRequest;
    readonly answer: Page<TaskNamed & { readonly organization?: OrganizationId }>;
  };
  /**
   * Open tasks for an admin of the organization (FLOW-13): those of its apps, in the order of starts; with `holder`
   * those alone that this person holds, of one's own organization whosever the app is. With `stuck` those alone that
   * nobody can act on, each of them with why.
   */
  readonly "admin.open-tasks": {
    readonly input: {
      readonly viewer: Viewer;
      readonly holder?: Identity;
      readonly stuck?: boolean;
    } & PageRequest;
    readonly answer: Page<{
      readonly instance: InstanceId;
      /** `null`: the instance waits for its initiator, who has left (FLOW-17); those for others are not listed. */
      readonly task: number | null;
      /** `null`: it is parked, or there is none. */
      readonly holder: Identity | null;
      /**
       * Why nobody can act on it: nobody holds it, or whoever does is suspended or could not act, or who would
       * resubmit has left; `null` if somebody can.
       */
      readonly stuck: "parked" | "holder-suspended" | "holder-unable" | "initiator-left" | null;
    }>;
  };
  /** The viewer's cooperation groups in a Space. */
  readonly "group.mine": {
    readonly input: Within<{ readonly viewer: Viewer } & PageRequest>;
    readonly answer: Page<{ readonly group: GroupId; readonly name: string }>;
  };
  /** The participants of a group that the viewer takes part in, with real identities (GROUP-03). */
  readonly "group.participants": {
    readonly input: Within<{ readonly viewer: Viewer; readonly group: GroupId } & PageRequest>;
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
      /** When: who stands in for a successor then is looked at; left out, for nobody (FLOW-14). */
      readonly at?: number;
    };
    readonly answer: {
      readonly rosters: readonly SpaceId[];
      readonly waiting: readonly SpaceId[];
      readonly scopes: readonly SpaceId[];
      /** The Trunks of the Links on which the person is, and of those whose scope names them. */
      readonly links: readonly OrganizationId[];
      readonly linkScopes: readonly OrganizationId[];
      readonly groups: readonly Within<{ readonly group: GroupId }>[];
      readonly licenses: readonly { readonly host: OrganizationId; readonly unit: LicenseUnit }[];
      readonly lists: readonly Within<{ readonly app: AppId }>[];
      readonly heads: readonly DepartmentId[];
      readonly roles: readonly RoleId[];
      readonly admin: boolean;
      /** `to` is `null` where the task would be parked; `because` says by which link of the chain (HAND-06). */
      readonly tasks: readonly (TaskNamed & {
        readonly to: PersonId | null;
        readonly because?: Succession;
      })[];
      /** Offices of liaisons, each with who would take it over, if anybody; left out where there are none (LIAISON-04). */
      readonly offices?: readonly (Office & { readonly to: PersonId | null })[];
      /**
       * Of the person as whoever stands in for somebody, or is stood in for, what would end; left out where there is
       * nothing (FLOW-14). What is over is forgotten with it.
       */
      readonly standIns?: readonly {
        readonly person: PersonId;
        readonly standIn: PersonId;
        /** Epoch ms. */
        readonly from: number;
      }[];
      /** Where the person is a counterpart, by Space and Member; left out where there is nothing (PARTNER-03). */
      readonly counterparts?: readonly {
        readonly space: SpaceId;
        readonly member: OrganizationId;
      }[];
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
