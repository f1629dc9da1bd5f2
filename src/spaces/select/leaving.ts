/** What a Member's leaving its Space and a Branch's leaving its Trunk have in common. */
import type { OrganizationId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import type { Policy } from "../../core/policy.ts";
import { refuse } from "../../core/refusal.ts";
import { guard } from "../../core/rule.ts";
import { daysAfter } from "../../core/time.ts";
import { actsAsMainAdmin } from "../../directory/select/authority.ts";
import type { Reading } from "../../directory/select/organizations.ts";

/** EXIT-07, UNLINK-02: where an organization may leave, it may be that only a main admin says so. */
export const leaverIsMainAdmin = guard(
  ["EXIT-07", "UNLINK-02"],
  (
    tx: Reading,
    by: Actor,
    organization: OrganizationId,
    exit: Policy["memberExit"] | Policy["branchExit"],
  ) => {
    if (exit !== "main-admin") return null;
    return actsAsMainAdmin(tx, by, organization)
      ? null
      : refuse("MAIN_ADMIN_REQUIRED", { organization });
  },
);

/**
 * EXIT-07: an exit that was announced takes place from its date on; where no notice is asked for any more,
 * whoever has announced it does not wait longer than whoever has not.
 */
export const exitIsDue = guard(
  "EXIT-07",
  (leaving: number | undefined, at: number, { exitNoticeDays }: Policy) =>
    leaving !== undefined && exitNoticeDays > 0 && at < leaving
      ? refuse("EXIT_NOT_DUE", { from: leaving })
      : null,
);

/** From when on one may leave who says so now for the first time, epoch ms; `null`: at once. */
export const noticeAsked = (
  leaving: number | undefined,
  at: number,
  { exitNoticeDays }: Policy,
): number | null =>
  exitNoticeDays === 0 || leaving !== undefined ? null : daysAfter(at, exitNoticeDays);
