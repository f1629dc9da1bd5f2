/**
 * From SCIM 2.0 operations, as identity providers send them, to inputs. Needs `scim-patch` and
 * `scim2-parse-filter`, which whoever imports this entry installs beside it.
 */
export type { Answer, Left, LeftReason, Need } from "../result.ts";
export type { ScimBulk, ScimBulkOperation } from "./bulk.ts";
export { scimBulk, withBulkIds } from "./bulk.ts";
export { ENTERPRISE_SCHEMA, GROUP_SCHEMA, USER_SCHEMA } from "./names.ts";
export { scim } from "./operation.ts";
export type { Read as ScimRead, ScimProblem, ScimType } from "./problems.ts";
export type { ScimGroup, ScimMember, ScimUser, ScimValue } from "./resources.ts";
export type {
  ScimConnected,
  ScimGroupUse,
  ScimNeed,
  ScimOperation,
  ScimSettings,
} from "./settings.ts";
