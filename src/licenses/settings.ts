/** Which automatic departments name a department that is removed, or exists again. */
import { entryOf } from "../core/hashed.ts";
import type { OrganizationId, SpaceId } from "../core/ids.ts";
import type { DepartmentOf } from "../core/notice.ts";
import type { Policy } from "../core/policy.ts";
import { independently, read } from "../core/transaction.ts";
import { liveOrganization } from "../directory/select/organizations.ts";
import { type Changed, type Naming, noteSettings } from "../directory/select/settings.ts";
import { automaticName, selectedFor } from "./select/keys.ts";
import type { Deciding, Reading } from "./select/pool.ts";
import { downstreamUnit } from "./select/units.ts";

/** The automatic departments of a Member in a Space of a Host, as a setting. */
export const automaticNaming = (
  owner: OrganizationId,
  space: SpaceId,
  organization: OrganizationId,
): Naming => ({ setting: { kind: "automatic", space, organization }, owner });

/** The choices of automatic departments that name one. */
function choicesNaming(tx: Reading, { organization, department }: DepartmentOf): Naming[] {
  const found: Naming[] = [];
  independently(tx, liveOrganization(tx, organization)?.joined ?? [], (space) => {
    const where = downstreamUnit(tx, space, organization);
    if (where === null) return;
    const { host, unit } = where;
    const record = read(tx, "automatic", host, automaticName(unit.number, organization));
    if (record === null) return;
    const selected = selectedFor(host, unit.number, organization);
    if (entryOf(tx, selected, record.departments, department) === undefined) return;
    found.push(automaticNaming(host, space, organization));
  });
  return found;
}

/** DIR-11: automatic departments that are removed, or exist again. */
export const noteAutomatic = (tx: Deciding, events: readonly Changed[], policy: Policy): void =>
  noteSettings(tx, events, policy, choicesNaming);
