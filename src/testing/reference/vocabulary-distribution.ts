/** Words of distributed apps and of the Hierarchy unit, with those that the areas do not have yet (H10, H15). */
import type { AppsCommands, TrunkAudience as Named, TrunkPermission } from "../../apps/model.ts";
import type { AppId, DepartmentId, OrganizationId, RoleId } from "../../core/ids.ts";
import type { Identity, Notice } from "../../core/notice.ts";
import type { HierarchyUnit, LicensesCommands, LicenseUnit } from "../../licenses/model.ts";
import type { Viewer } from "../../queries/model.ts";
import { hierarchyAdmins } from "./hierarchy-recipients.ts";

/** Whom a distribution is for (DIST-02), with what the areas' own words do not have yet. */
export interface TrunkAudience extends Named {
  /** Liaison roles, for whoever holds an office in one. */
  readonly roles?: readonly RoleId[];
}

/** An app of a Trunk. */
export interface TrunkApp {
  readonly trunk: OrganizationId;
  readonly app: AppId;
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
  readonly "app.permit": TrunkApp & { readonly permissions: readonly TrunkPermission[] };
  readonly "app.offer": TrunkApp & { readonly autoInstall?: boolean; readonly industry?: boolean };
  readonly "app.install": AppsCommands["app.install"];
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
  readonly "license.limit": LicensesCommands["license.limit"];
}

/** What the questions about them take. */
export interface DistributionAsked {
  /** A Trunk's workbench, or without one that of the viewer's own organization. */
  readonly "app.center": { readonly viewer: Viewer; readonly trunk?: OrganizationId };
  readonly "app.covered": { readonly viewer: Viewer } & TrunkApp;
  readonly "license.by-branch": { readonly viewer: Viewer };
}

/** The Hierarchy unit of a Trunk, where units are kept. */
export function hierarchyUnit(organization: OrganizationId): LicenseUnit {
  return { kind: "hierarchy", organization };
}

/** The Trunk of a Hierarchy unit; `null` for every other unit. */
export function trunkOfUnit(unit: LicenseUnit): OrganizationId | null {
  return unit.kind === "hierarchy" ? unit.organization : null;
}

/** The notice that an app is distributed, to all whom it covers at delivery, and to the Trunk (DIST-03). */
export function appDistributed({ trunk, app }: TrunkApp, installed: boolean): Notice {
  const covered = { kind: "covered-hierarchy-admins", trunk, app } as const;
  const to = [hierarchyAdmins(trunk), covered];
  return { kind: "APP_DISTRIBUTED", to, data: { trunk, app, installed } };
}
