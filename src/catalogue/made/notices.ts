/** Made by `npm run generate` from src/catalogue/refusals; not edited by hand. */
import type { NoticeKind } from "../../core/notice.ts";

/** The rule that gives each kind of notice; `null` where none does. */
export const RULE_OF_NOTICE: { readonly [Kind in NoticeKind]: string | null } = {
  ROSTER_CAP_REACHED: "CAP-04",
  COUNTERPART_LEFT: "HAND-01",
  COUNTERPART_BACK: "RESIGN-07",
  LICENSE_AUTO_GRANT_DEFERRED: "LIC-11",
  LICENSE_USAGE_HIGH: "ALERT-02",
  APP_PUBLISHED: "ALERT-01",
  TASK_HANDED_OVER: "HAND-02",
  TASK_AWAITING_HANDOVER: "HAND-02",
  DEPARTMENT_FLAGGED: "ROSTER-09",
  DIRECTORY_RECONCILIATION_HELD: "DIR-07",
  DEPARTMENTS_MISSING: "DIR-10",
  SETTINGS_INERT: "DIR-11",
  TASK_HOLDER_SUSPENDED: "FLOW-19",
  ORGANIZATION_SUSPENDED: "DIR-18",
  ORGANIZATION_REINSTATED: "DIR-19",
  ORGANIZATION_RESUMED: "DIR-18",
  ORGANIZATION_WITHOUT_ADMINS: "ADMIN-06",
  ADMIN_WORK_WAITING: "ADMIN-06",
};
