/** Words of distributed apps and of the Hierarchy unit, which the areas' own vocabulary may not have yet (H10, H15). */
import type { AppId, DepartmentId, OrganizationId, RoleId } from "../../core/ids.ts";
import type { Identity, Notice, Recipient } from "../../core/notice.ts";
import type { LicenseUnit } from "../../licenses/model.ts";
import type { Viewer } from "../../queries/model.ts";
import { hierarchyAdmins } from "./hierarchy-recipients.ts";

/** Whom a distribution is for (DIST-02); what is left out names nobody. */
export interface TrunkAudience {
  readonly organizations?: readonly {
    readonly organization: OrganizationId;
    readonly alone?: boolean;
  }[];
  /** Departments of the Trunk, for the Branches mounted there (MOUNT-02). */
  readonly mounts?: readonly { readonly department: DepartmentId; readonly alone?: boolean }[];
  readonly labels?: readonly { readonly label: string; readonly alone?: boolean }[];
  readonly levels?: readonly number[];
  readonly departments?: readonly {
    readonly organization: OrganizationId;
    readonly department: DepartmentId;
  }[];
  readonly people?: readonly Identity[];
  /** Liaison roles, for whoever holds an office in one. */
  readonly roles?: readonly RoleId[];
}

/** An app of a Trunk. */
export interface TrunkApp {
  readonly trunk: OrganizationId;
  readonly app: AppId;
}

/** The unit of all who come through Links (SEAT-01). */
interface HierarchyUnit {
  readonly kind: "hierarchy";
  readonly organization: OrganizationId;
}

interface Seats {
  readonly unit: HierarchyUnit;
  readonly people: readonly Identity[];
}

/** What the commands about distributed apps and the Hierarchy unit take. */
export interface DistributionCommands {
  readonly "app.publish": TrunkApp & {
    readonly authorized?: TrunkAudience;
    readonly autoInstall?: boolean;
    readonly industry?: boolean;
  };
  readonly "app.authorize": TrunkApp & { readonly authorized: TrunkAudience | null };
  readonly "app.withdraw": TrunkApp;
  readonly "app.offer": TrunkApp & { readonly autoInstall?: boolean; readonly industry?: boolean };
  readonly "app.install": TrunkApp & {
    readonly organization: OrganizationId;
    readonly installed: boolean;
  };
  readonly "license.grant": Seats;
  readonly "license.revoke": Seats;
  /** Whom of one organization seats go to as they come; with nothing named, to nobody (SEAT-03). */
  readonly "license.automate": {
    readonly unit: HierarchyUnit;
    readonly organization: OrganizationId;
    readonly whole?: boolean;
    readonly alone?: boolean;
    readonly departments?: readonly DepartmentId[];
  };
  /** `null` is no limit. */
  readonly "license.limit": {
    readonly unit: HierarchyUnit;
    readonly branch: OrganizationId;
    readonly limit: number | null;
  };
}

/** What the questions about them take. */
export interface DistributionAsked {
  /** A Trunk's workbench, or without one that of the viewer's own organization. */
  readonly "app.center": { readonly viewer: Viewer; readonly trunk?: OrganizationId };
  readonly "app.covered": { readonly viewer: Viewer } & TrunkApp;
  readonly "app.use": { readonly viewer: Viewer; readonly feature: string } & TrunkApp;
  readonly "license.by-branch": { readonly viewer: Viewer };
}

/** The Hierarchy unit of a Trunk, where units are kept. */
export function hierarchyUnit(organization: OrganizationId): LicenseUnit {
  return { kind: "hierarchy", organization } as unknown as LicenseUnit;
}

/** The Trunk of a Hierarchy unit; `null` for every other unit. */
export function trunkOfUnit(unit: object): OrganizationId | null {
  const { kind, organization } = unit as HierarchyUnit;
  return kind === "hierarchy" ? organization : null;
}

/** The notice that an app is distributed, to all whom it covers at delivery, and to the Trunk (DIST-03). */
export function appDistributed({ trunk, app }: TrunkApp, installed: boolean): Notice {
  const covered = { kind: "covered-hierarchy-admins", trunk, app } as unknown as Recipient;
  const to = [hierarchyAdmins(trunk), covered];
  return { kind: "APP_DISTRIBUTED", to, data: { trunk, app, installed } } as unknown as Notice;
}
