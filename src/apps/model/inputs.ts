/** What is asked of apps, and the words for it: audiences, permissions, features, submissions. */
import type {
  AppId,
  DepartmentId,
  OrganizationId,
  PersonId,
  RoleId,
  RowId,
  SpaceId,
} from "../../core/ids.ts";
import type { Command } from "../../core/input.ts";
import type { Identity } from "../../core/notice.ts";
import type { InSpace, InTrunk, PartnerKind, Within } from "../../spaces/model.ts";

export type { PartnerKind } from "../../spaces/model.ts";

/**
 * Whom of a Space's Downstream people something is for: whoever any of the lists covers. Departments
 * stand for themselves and everything below them (APP-04).
 */
export interface Audience {
  readonly partners?: readonly PartnerKind[];
  readonly organizations?: readonly OrganizationId[];
  readonly departments?: readonly {
    readonly organization: OrganizationId;
    readonly department: DepartmentId;
  }[];
  readonly people?: readonly Identity[];
}

/**
 * Whom of those below a Trunk something is for: whoever any of the lists covers. What is named as a whole
 * stands for everything reached through it as well, unless it says `alone` (DIST-02).
 */
export interface TrunkAudience {
  readonly organizations?: readonly {
    readonly organization: OrganizationId;
    readonly alone?: boolean;
  }[];
  /** Departments of the Trunk: the Branches mounted there and below (MOUNT-02). */
  readonly mounts?: readonly { readonly department: DepartmentId; readonly alone?: boolean }[];
  /** Labels of direct Branches. */
  readonly labels?: readonly { readonly label: string; readonly alone?: boolean }[];
  /** Levels under the Trunk, each by itself. */
  readonly levels?: readonly number[];
  /** Liaison roles of the Trunk: whoever holds an office of one (LIAISON-01). */
  readonly roles?: readonly RoleId[];
  readonly departments?: Audience["departments"];
  readonly people?: readonly Identity[];
}

/** Which rows: one's own, one's organization's, the Space's, or all of the app's (DATA-04). */
export type Range = "own" | "organization" | "space" | "all";

/** A permission to see data in a Space: whom it is for, and what they may see. */
export interface DataPermission {
  /** Absent: everybody on the Roster whom the app is authorized for. */
  readonly for?: Audience;
  /** Absent: no rows. */
  readonly rows?: Range;
  /** Rows carrying any of these only; absent: whatever labels they carry. */
  readonly labels?: readonly string[];
  /** Whether reports are shown (DATA-05). */
  readonly reports?: boolean;
}

/**
 * Which rows of a Trunk's app: one's own; those of industry members in the nodes that one leads
 * (INDUSTRY-04); one's organization's; or those of one's organization and of all that it reaches (LEVEL-02).
 */
export type TrunkRange = "own" | "node" | "organization" | "below";

/** A permission to see data through a Trunk: whom it is for, written like a list, and what they may see. */
export interface TrunkPermission extends Omit<DataPermission, "for" | "rows"> {
  /** Absent: everybody below whom the app is authorized for. */
  readonly for?: TrunkAudience;
  readonly rows?: TrunkRange;
}

/** What Downstream people can do with a Host app (FEAT); whatever else is asked for is refused. */
export type Feature =
  | "form.submit"
  | "flow.start"
  | "task.handle"
  | "report.view"
  | "attachment.upload"
  | "automation.trigger"
  | "cool-app.card"
  | "cool-app.distribute"
  | "data.view";

// ------------------------------------------------------------------------------------- commands

/** A submission: rows of an app's data. */
export interface Submission {
  readonly app: AppId;
  /** The Space in which one acts Downstream; absent: for one's own organization, in its own app. */
  readonly space?: SpaceId;
  /** The Trunk through which one acts, in its app (ROUTE-01). At most one of the two is named. */
  readonly trunk?: OrganizationId;
}

/** The commands about apps, by type. "Host" stands for its authorized admins. */
export interface AppsCommands {
  /** By an authorized admin of the organization that builds it. */
  readonly "app.create": {
    readonly app: AppId;
    readonly name: string;
    /** Whether it is a cool app, with cards and distribution to internal groups. */
    readonly cool?: boolean;
  };
  /**
   * By the Host, in one step; a list given restricts it from the start (APP-01, APP-04). By a Trunk, to
   * whom it reaches; on every workbench at once only with `autoInstall` (DIST-01, DIST-03).
   */
  readonly "app.publish":
    | (InSpace & { readonly app: AppId; readonly authorized?: Audience })
    | (InTrunk & {
        readonly app: AppId;
        readonly authorized?: TrunkAudience;
        readonly autoInstall?: boolean;
        /** Whether industry members of those below may use it (INDUSTRY-02); off unless given. */
        readonly industry?: boolean;
      });
  /** By the Host. The authorized list and the data permissions stay for another publication (APP-08). */
  readonly "app.withdraw": Within<{ readonly app: AppId }>;
  /** By the Host; `null` is everybody on the Roster, or whom the Trunk reaches (APP-03, APP-04, DIST-02). */
  readonly "app.authorize":
    | (InSpace & { readonly app: AppId; readonly authorized: Audience | null })
    | (InTrunk & { readonly app: AppId; readonly authorized: TrunkAudience | null });
  /**
   * By a Trunk: whether its app is installed where nobody has decided (DIST-03), and whether industry
   * members of those below may use it (INDUSTRY-02); left out: as it is. Without `trunk`, by its Hierarchy
   * admins, of an app that the organization built: whether its own industry members may.
   */
  readonly "app.offer":
    | (InTrunk & {
        readonly app: AppId;
        readonly autoInstall?: boolean;
        readonly industry?: boolean;
      })
    | { readonly app: AppId; readonly industry: boolean };
  /** By an organization below: whether the app is on its own workbench (DIST-03). */
  readonly "app.install": InTrunk & {
    readonly app: AppId;
    readonly organization: OrganizationId;
    readonly installed: boolean;
  };
  /** By the Host: all permissions to see the app's data in the Space, or below the Trunk (APP-03, DATA-04, LEVEL-02). */
  readonly "app.permit":
    | (InSpace & { readonly app: AppId; readonly permissions: readonly DataPermission[] })
    | (InTrunk & { readonly app: AppId; readonly permissions: readonly TrunkPermission[] });
  /** By the Host: its cool app goes to an internal group of a Member (FEAT-06). */
  readonly "app.distribute": {
    readonly space: SpaceId;
    readonly app: AppId;
    readonly organization: OrganizationId;
    /** The group's id at the Member; internal groups are not ours to know. */
    readonly group: string;
  };
  /** One row is a single submission; several are a batch (FEAT-01, FEAT-08). */
  readonly "form.submit": Submission & {
    readonly rows: readonly { readonly row: RowId; readonly labels?: readonly string[] }[];
    /** Whether pictures, files or other attachments come along (FEAT-03). */
    readonly attachments?: boolean;
    /** The people chosen in its person fields (PICK-01, PICK-02). */
    readonly picked?: readonly Identity[];
    /** Whose the rows are: somebody of the acting organization's industry book (INDUSTRY-04); absent: whose they are who submits. */
    readonly owner?: PersonId;
  };
  /** By a Space admin, acting as the Space (SELF-01). */
  readonly "space-app.create": {
    readonly space: SpaceId;
    readonly app: AppId;
    readonly name: string;
  };
  /** By a Space admin. */
  readonly "space-app.publish": { readonly space: SpaceId; readonly app: AppId };
  /** By a Space admin: data of a Space app and a Host app brought together; not available (SELF-03). */
  readonly "space-app.exchange": {
    readonly space: SpaceId;
    readonly app: AppId;
    readonly with: AppId;
  };
}

/** A command about apps. */
export type AppsCommand = {
  [Type in keyof AppsCommands]: Command<Type, AppsCommands[Type]>;
}[keyof AppsCommands];
