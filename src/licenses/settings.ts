/** Which automatic departments name a department that is removed, or exists again. */
import type { OrganizationId } from "../core/ids.ts";
import type { DepartmentOf } from "../core/notice.ts";
import type { Policy } from "../core/policy.ts";
import { independently } from "../core/transaction.ts";
import { type Changed, type Naming, noteSettings } from "../directory/select/settings.ts";
import { isAutomatic } from "./select/naming.ts";
import type { Deciding, Reading } from "./select/pool.ts";
import { type Downstream, isHierarchy, unitIn } from "./select/units.ts";
import { grantingTo } from "./who-to-auto-grant.ts";

/** The automatic departments of an organization in a Space of a Host, or below a Trunk, as a setting. */
export const automaticNaming = (
  { host, unit }: Downstream,
  organization: OrganizationId,
): Naming => ({
  setting: isHierarchy(unit)
    ? { kind: "seats", trunk: host, organization }
    : { kind: "automatic", space: unit.space, organization },
  owner: host,
});

/** The choices of automatic departments that name one. */
function choicesNaming(tx: Reading, { organization, department }: DepartmentOf): Naming[] {
  const found: Naming[] = [];
  independently(tx, grantingTo(tx, organization), (of) => {
    const where = unitIn(tx, of, organization);
    if (where === null || !isAutomatic(tx, where, { organization, department })) return;
    found.push(automaticNaming(where, organization));
  });
  return found;
}

/** DIR-11: automatic departments that are removed, or exist again. */
export const noteAutomatic = (tx: Deciding, events: readonly Changed[], policy: Policy): void =>
  noteSettings(tx, events, policy, choicesNaming);
