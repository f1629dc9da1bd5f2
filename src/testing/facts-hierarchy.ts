/** Describes the hierarchies of a World. */
import type { OrganizationId } from "../core/ids.ts";
import type { Records } from "../engine/types.ts";
import { afterSlash, kept, paged, type Shelves } from "./index-by-owner.ts";
import { sorted, sortedBy } from "./reference/canonical.ts";
import type { HierarchiesFacts, LinkFacts } from "./reference/hierarchy-facts-model.ts";
import type { Exceptions } from "./reference/vocabulary-hierarchy.ts";

/** What an organization is to one above it. */
const aboveOf = (shelves: Shelves, organization: OrganizationId) =>
  shelves.one("lineage", organization)?.above ?? [];

/** Whether an organization is in some chain with a Trunk by the very ticket that it was excepted under. */
function isExceptedStill(
  shelves: Shelves,
  trunk: OrganizationId,
  [organization, ticket]: Records["link"]["hiddenExcept"]["organizations"][number],
): boolean {
  if (organization === trunk) return true;
  const below = aboveOf(shelves, organization).find(([upper]) => upper === trunk);
  if (below !== undefined) return ticket === 2 * below[5] + 1;
  const above = aboveOf(shelves, trunk).find(([upper]) => upper === organization);
  return above !== undefined && ticket === 2 * above[5] + 2;
}

/** What of exceptions is in force. */
function exceptionsIn(
  shelves: Shelves,
  trunk: OrganizationId,
  { organizations, departments }: Records["link"]["hiddenExcept"],
): Exceptions {
  const still = organizations.filter((each) => isExceptedStill(shelves, trunk, each));
  return {
    organizations: sorted(still.map(([organization]) => organization)),
    departments: sorted(
      departments.filter((each) => shelves.one("department", trunk, each)?.removed === false),
    ),
  };
}

/** The rules of a scope; what names a department that is gone has no effect. */
function rulesIn(shelves: Shelves, trunk: string, branch: string): LinkFacts["rules"] {
  const rules = shelves.rows("link-ruled", trunk).flatMap(([own, bucket]) => {
    if (afterSlash(own) !== branch) return [];
    const kind = own.startsWith("d") ? "department" : "person";
    return kept(bucket)
      .filter(
        ([id]) => kind === "person" || shelves.one("department", branch, id)?.removed === false,
      )
      .map(([id, rule]) => [kind, id, rule] as const);
  });
  return sortedBy(rules, ([kind, id]) => [kind, id]);
}

function linkFacts(shelves: Shelves, trunk: OrganizationId, branch: OrganizationId): LinkFacts {
  const link = shelves.one("link", trunk, branch) as Records["link"];
  const { alias, mount, labels, hidden, ownOnly, reach, shared, whole } = link;
  const roster = shelves
    .rows("link-roster", trunk)
    .flatMap(([own, { ids }]) => (afterSlash(own) === branch ? ids : []));
  return {
    ...{ trunk, organization: branch, alias, mount },
    labels: sorted(labels),
    hidden,
    hiddenExcept: exceptionsIn(shelves, trunk, link.hiddenExcept),
    ownOnly,
    ownOnlyExcept: exceptionsIn(shelves, trunk, link.ownOnlyExcept),
    reach,
    shared: sorted(shared),
    released: link.released === true,
    whole,
    rules: rulesIn(shelves, trunk, branch),
    people: sorted(roster),
  };
}

/** The line down to an organization, from the top, both ends included. */
function lineTo(
  shelves: Shelves,
  top: OrganizationId,
  organization: OrganizationId,
): OrganizationId[] {
  const line = [organization];
  for (let at = organization; at !== top; ) {
    const next = aboveOf(shelves, at).find(([upper]) => upper === top)?.[3][0];
    if (next === undefined) break;
    line.unshift(next);
    at = next;
  }
  return line;
}

/** The hierarchies of a World; nothing as long as there is none. What it does not know yet is empty. */
export function hierarchiesIn(shelves: Shelves): { readonly hierarchies?: HierarchiesFacts } {
  const trunks = sorted(shelves.owners("trunk")) as OrganizationId[];
  const capacities = trunks.flatMap((organization) => {
    const { open, capacity: branches } = shelves.one("trunk", organization) as Records["trunk"];
    return open || branches !== null ? [{ organization, open, branches }] : [];
  });
  const links = trunks.flatMap((trunk) =>
    paged(shelves.rows("branches", trunk)).map(([, branch]) => linkFacts(shelves, trunk, branch)),
  );
  const reached = shelves.owners("lineage").flatMap((id) => {
    const below = id as OrganizationId;
    return aboveOf(shelves, below).flatMap(([above, level]) =>
      level === null ? [] : [{ above, below, level, line: lineTo(shelves, above, below) }],
    );
  });
  const invitations = shelves.owners("invitation").flatMap((id) => {
    const record = shelves.one("invitation", id) as Records["invitation"];
    if (!("trunk" in record)) return [];
    const { trunk, form, expiresAt, maxUses, open, uses } = record;
    const terms = { trunk, form, expiresAt, maxUses };
    return [{ invitation: id as never, ...terms, revoked: !open, uses }];
  });
  const applications = shelves.owners("application").flatMap((id) => {
    const record = shelves.one("application", id) as Records["application"];
    if (!("trunk" in record)) return [];
    const { trunk, organization, status, reason } = record;
    return [{ application: id as never, trunk, organization, status, reason }];
  });
  const all = [capacities, links, invitations, applications];
  if (all.every((each) => each.length === 0)) return {};
  return {
    hierarchies: {
      capacities,
      links,
      reached: sortedBy(reached, ({ above, below }) => [above, below]),
      ...{ distributed: [], seats: [], liaisons: [] },
      invitations: sortedBy(invitations, ({ invitation }) => [invitation]),
      applications: sortedBy(applications, ({ application }) => [application]),
    },
  };
}
