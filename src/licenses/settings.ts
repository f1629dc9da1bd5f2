/** Which automatic departments name a department that is removed, or exists again. */
import type { OrganizationId, SpaceId } from "../core/ids.ts";
import type { DepartmentOf } from "../core/notice.ts";
import type { Policy } from "../core/policy.ts";
import { independently } from "../core/transaction.ts";
import { liveOrganization } from "../directory/select/organizations.ts";
import { type Changed, type Naming, noteSettings } from "../directory/select/settings.ts";
import { spaceOf } from "../spaces/select/spaces.ts";
import { isAutomatic } from "./select/naming.ts";
import type { Deciding, Reading } from "./select/pool.ts";

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
    if (!isAutomatic(tx, space, { organization, department })) return;
    found.push(automaticNaming(spaceOf(tx, space).host, space, organization));
  });
  return found;
}

/** DIR-11: automatic departments that are removed, or exist again. */
export const noteAutomatic = (tx: Deciding, events: readonly Changed[], policy: Policy): void =>
  noteSettings(tx, events, policy, choicesNaming);
