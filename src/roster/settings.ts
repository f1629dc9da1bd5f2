/** What the scopes of an organization say of a department that is removed, or exists again. */
import type { OrganizationId, SpaceId } from "../core/ids.ts";
import type { DepartmentOf } from "../core/notice.ts";
import type { Policy } from "../core/policy.ts";
import { independently } from "../core/transaction.ts";
import { liveOrganization } from "../directory/select/organizations.ts";
import { type Changed, type Naming, noteSettings } from "../directory/select/settings.ts";
import { type Deciding, type Reading, ruleOn } from "./select/scope.ts";

/** The scope of an organization in a Space, as a setting. */
export const scopeNaming = (space: SpaceId, organization: OrganizationId): Naming => ({
  setting: { kind: "scope", space, organization },
  owner: organization,
});

/** The scopes that have a rule on a department. */
function scopesNaming(tx: Reading, { organization, department }: DepartmentOf): Naming[] {
  const record = liveOrganization(tx, organization);
  const found: Naming[] = [];
  independently(tx, [...(record?.hosted ?? []), ...(record?.joined ?? [])], (space) => {
    const rule = ruleOn(tx, space, organization, department);
    if (rule === undefined) return;
    found.push({ ...scopeNaming(space, organization), excludes: rule === "out" });
  });
  return found;
}

/** DIR-11: scopes that name what is removed, or exists again. */
export const noteScopes = (tx: Deciding, events: readonly Changed[], policy: Policy): void =>
  noteSettings(tx, events, policy, scopesNaming);
