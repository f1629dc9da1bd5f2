/** What the scopes of an organization say of a department that is removed, or exists again. */
import type { OrganizationId } from "../core/ids.ts";
import type { DepartmentOf } from "../core/notice.ts";
import type { Policy } from "../core/policy.ts";
import { independently } from "../core/transaction.ts";
import { liveOrganization } from "../directory/select/organizations.ts";
import { type Changed, type Naming, noteSettings } from "../directory/select/settings.ts";
import type { Container } from "../spaces/model.ts";
import { containersOf, isTrunk } from "../spaces/select/container.ts";
import { type Deciding, type Reading, ruleOn } from "./select/scope.ts";

/** The scope of an organization in a Space or on a Link, as a setting. */
export const scopeNaming = (of: Container, organization: OrganizationId): Naming => ({
  setting: isTrunk(of)
    ? { kind: "link-scope", trunk: of.trunk, organization }
    : { kind: "scope", space: of.space, organization },
  owner: organization,
});

/** The scopes that have a rule on a department. */
function scopesNaming(tx: Reading, { organization, department }: DepartmentOf): Naming[] {
  const record = liveOrganization(tx, organization);
  const found: Naming[] = [];
  independently(tx, record === null ? [] : containersOf(record), (of) => {
    const rule = ruleOn(tx, of, organization, department);
    if (rule === undefined) return;
    found.push({ ...scopeNaming(of, organization), excludes: rule === "out" });
  });
  return found;
}

/** DIR-11: scopes that name what is removed, or exists again. */
export const noteScopes = (tx: Deciding, events: readonly Changed[], policy: Policy): void =>
  noteSettings(tx, events, policy, scopesNaming);
