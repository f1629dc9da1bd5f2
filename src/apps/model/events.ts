/** What happens to apps, and how audiences and permissions are fixed to whom they were set for. */
import type {
  AppId,
  DepartmentId,
  OrganizationId,
  PersonId,
  RoleId,
  RowId,
  SpaceId,
} from "../../core/ids.ts";
import type { AsMember } from "../../core/input.ts";
import type { Identity } from "../../core/notice.ts";
import type { InSpace, InTrunk, PartnerKind, Within } from "../../spaces/model.ts";
import type { AppsCommands, Range, TrunkRange } from "./inputs.ts";

/** An audience fixed to the Associations and employments it was set for; later ones are others. */
export interface FixedAudience {
  readonly partners: readonly PartnerKind[];
  readonly organizations: readonly (readonly [OrganizationId, order: number])[];
  readonly departments: readonly (readonly [OrganizationId, DepartmentId, order: number])[];
  readonly people: readonly (readonly [
    OrganizationId,
    PersonId,
    order: number,
    employment: number,
  ])[];
}

/** An audience of a Trunk fixed to what is below it, and to the employments, that it was set for. */
export interface FixedTrunkAudience {
  readonly organizations: readonly (readonly [OrganizationId, order: number, alone: boolean])[];
  readonly mounts: readonly (readonly [DepartmentId, alone: boolean])[];
  readonly labels: readonly (readonly [label: string, alone: boolean])[];
  readonly levels: readonly number[];
  readonly roles: readonly RoleId[];
  readonly departments: FixedAudience["departments"];
  readonly people: FixedAudience["people"];
}

/** A data permission with its audience fixed; `null` is everybody. */
export interface FixedPermission {
  readonly for: FixedAudience | null;
  readonly rows: Range | null;
  readonly labels: readonly string[] | null;
  readonly reports: boolean;
}

/** A permission through a Trunk with its audience fixed; `null` is everybody. */
export interface FixedTrunkPermission extends Omit<FixedPermission, "for" | "rows"> {
  readonly for: FixedTrunkAudience | null;
  readonly rows: TrunkRange | null;
}

/** What happens to apps, by type. */
export interface AppsEvents {
  readonly "app.created": {
    readonly app: AppId;
    readonly organization: OrganizationId;
    readonly name: string;
    readonly cool: boolean;
  };
  readonly "app.published":
    | (InSpace & { readonly app: AppId; readonly host: OrganizationId })
    | (InTrunk & {
        readonly app: AppId;
        readonly autoInstall: boolean;
        readonly industry: boolean;
      });
  readonly "app.withdrawn": Within<{
    readonly app: AppId;
    readonly because: "withdrawn" | "dissolved" | "ended";
  }>;
  /** The authorized list is now this; `null`: everybody. */
  readonly "app.authorized":
    | (InSpace & { readonly app: AppId; readonly authorized: FixedAudience | null })
    | (InTrunk & { readonly app: AppId; readonly authorized: FixedTrunkAudience | null });
  readonly "app.offered":
    | (InTrunk & {
        readonly app: AppId;
        readonly autoInstall: boolean;
        readonly industry: boolean;
      })
    /** By the builder, to its own industry members. */
    | {
        readonly app: AppId;
        readonly organization: OrganizationId;
        readonly industry: boolean;
      };
  /** What an organization has decided about its own workbench; `null`: nothing any more (DIST-03). */
  readonly "app.install-set": InTrunk & {
    readonly app: AppId;
    readonly organization: OrganizationId;
    readonly installed: boolean | null;
  };
  readonly "app.permitted":
    | (InSpace & { readonly app: AppId; readonly permissions: readonly FixedPermission[] })
    | (InTrunk & { readonly app: AppId; readonly permissions: readonly FixedTrunkPermission[] });
  /** An identity that resigned is named nowhere in the app's list and permissions any more. */
  readonly "app.unlisted": Within<
    Identity & {
      readonly app: AppId;
      /** Where it was named: `null` is the authorized list, a number the permission in that place. */
      readonly named?: readonly (number | null)[];
    }
  >;
  /** An identity that is back is named again where it was (RESIGN-07). */
  readonly "app.relisted": Within<
    Identity & {
      readonly app: AppId;
      readonly named: readonly (number | null)[];
      /** The order of the Association, or of being below the Trunk, and the employment, under which it is named. */
      readonly order: number;
      readonly number: number;
      readonly because: "reinstated";
    }
  >;
  readonly "app.distributed": {
    readonly space: SpaceId;
    readonly app: AppId;
    readonly organization: OrganizationId;
    readonly group: string;
    /** The order of the Association it was done under. */
    readonly order: number;
  };
  /** A row of the Host's data, with who submitted it for whom (DATA-01, DATA-02). */
  readonly "form.submitted": {
    readonly app: AppId;
    readonly row: RowId;
    readonly space: SpaceId | null;
    /** The Trunk through which it came, if one. */
    readonly trunk?: OrganizationId;
    /** Who was above on the line then, the Trunk first, where the policy goes by that (LEVEL-03). */
    readonly line?: readonly OrganizationId[];
    /** The acting organization. */
    readonly organization: OrganizationId;
    readonly person: PersonId;
    /** Where somebody of its industry book submitted it. */
    readonly as?: AsMember;
    /** Of its industry book: whose the row is, if another's than the submitter's (INDUSTRY-04). */
    readonly owner?: PersonId;
    readonly labels: readonly string[];
    /** Whether it triggers the app's automation, and message cards (FEAT-04, FEAT-05). */
    readonly automation: boolean;
    readonly cards: boolean;
  };
  readonly "space-app.created": AppsCommands["space-app.create"];
  readonly "space-app.published": AppsCommands["space-app.publish"];
}
