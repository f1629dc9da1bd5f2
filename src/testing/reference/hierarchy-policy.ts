/** What the policy says of hierarchies (H3), with the defaults where it has no word for it yet. */
import type { Policy } from "../../core/policy.ts";
import type { Reach } from "./vocabulary-hierarchy.ts";

/** The fields that are read here. */
export interface HierarchyPolicy {
  readonly branchLimit: number | null;
  readonly trunkLimit: number;
  readonly hierarchyDepth: number;
  readonly ancestorLimit: number;
  readonly descendantLimit: number;
  readonly batchApproveLimit: number;
  readonly sightExceptionLimit: number;
  readonly sharedDataLimit: number;
  readonly hierarchyActor: "authorized-admin" | "main-admin-only";
  readonly hierarchyOpening: "each-trunk" | "top-covers";
  readonly hierarchyUnderSso: "allowed" | "refused";
  readonly hierarchyMustBeCertified: "nobody" | "trunk" | "both";
  readonly defaultReach: Reach;
  readonly branchSightDefault: "own-only" | "whole-book";
  readonly sharedDataReach: "trunk" | "reached";
  readonly liaisonRoleLimit: number;
  readonly liaisonLimit: number;
  readonly hierarchyEditionLoss: "freeze" | "suspend";
  readonly useNeedsInstallation: boolean;
  readonly hierarchyFeatures: "open" | "downstream-list";
  readonly levelRange: "current" | "at-submission";
  readonly branchPickScope: "organization-and-below" | "organization" | "whole-book";
  readonly hierarchyRouting: "initiator-organization" | "holder-organization" | "line";
  readonly branchExit: "trunk-only" | "own-admin" | "main-admin";
}

const defaults: HierarchyPolicy = {
  branchLimit: null,
  trunkLimit: 5,
  hierarchyDepth: 10,
  ancestorLimit: 50,
  descendantLimit: 20_000,
  batchApproveLimit: 100,
  sightExceptionLimit: 200,
  sharedDataLimit: 200,
  hierarchyActor: "authorized-admin",
  hierarchyOpening: "each-trunk",
  hierarchyUnderSso: "allowed",
  hierarchyMustBeCertified: "nobody",
  defaultReach: "all-above",
  branchSightDefault: "own-only",
  sharedDataReach: "trunk",
  liaisonRoleLimit: 100,
  liaisonLimit: 20,
  hierarchyEditionLoss: "freeze",
  useNeedsInstallation: false,
  hierarchyFeatures: "open",
  levelRange: "current",
  branchPickScope: "organization-and-below",
  hierarchyRouting: "initiator-organization",
  branchExit: "trunk-only",
};

/** The policy's fields about hierarchies. */
export function hierarchyPolicy(policy: Policy): HierarchyPolicy {
  return { ...defaults, ...policy };
}
