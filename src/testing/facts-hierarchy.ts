/** Describes the hierarchies of a World. */
import type { OrganizationId } from "../core/ids.ts";
import { beginReading } from "../core/transaction.ts";
import type { Records } from "../engine/types.ts";
import type { World } from "../engine/world.ts";
import { distributedBy, permittedBy, seatsAt } from "./facts-distribution.ts";
import { liaisonsAt } from "./facts-liaisons.ts";
import { afterSlash, kept, paged, type Shelves } from "./index-by-owner.ts";
import { aboveOf, isOfTicket } from "./lineages.ts";
import { said, sorted, sortedBy } from "./reference/canonical.ts";
import type { HierarchiesFacts, LinkFacts } from "./reference/hierarchy-facts-model.ts";
import type { Exceptions } from "./reference/vocabulary-hierarchy.ts";

/** Whether an organization is in some chain with a Trunk by the very ticket that it was excepted under. */
function isExceptedStill(
  shelves: Shelves,
  trunk: OrganizationId,
  [organization, ticket]: Records["link"]["hiddenExcept"]["organizations"][number],
): boolean {
  return organization === trunk || isOfTicket(shelves, trunk, organization, ticket);
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
    ...(link.leaving === undefined ? {} : { leaving: link.leaving }),
    whole,
    ...said(link.fields ?? {}),
    rules: rulesIn(shelves, trunk, branch),
    people: sorted(roster),
  };
}

/** What former Branches of some Trunks last said of fields. */
function formerFieldsIn(
  shelves: Shelves,
  trunks: readonly OrganizationId[],
): Pick<HierarchiesFacts, "formerFields"> {
  const former = trunks.flatMap((trunk) =>
    shelves
      .rows("trunk-applicant", trunk)
      .flatMap(([own, { fields }]) =>
        fields === undefined ? [] : [{ trunk, organization: own as OrganizationId, fields }],
      ),
  );
  if (former.length === 0) return {};
  return { formerFields: sortedBy(former, ({ trunk, organization }) => [trunk, organization]) };
}

/** When whoever has applied may apply again, if this was their latest application (JOIN-16). */
export function pauseOf(
  latest: Records["applicant"] | undefined,
  application: string,
): { readonly reapplyFrom?: number } {
  const { reapplyFrom } = latest?.application === application ? latest : {};
  return reapplyFrom === undefined ? {} : { reapplyFrom };
}

/** The hierarchies of a World; nothing as long as there is none. */
export function hierarchiesIn(
  shelves: Shelves,
  world: World,
): { readonly hierarchies?: HierarchiesFacts } {
  const tx = beginReading<Records>(world.table, true);
  const ownersOf = (kind: "trunk" | "shelf" | "pool" | "liaison") =>
    sorted(shelves.owners(kind)) as OrganizationId[];
  const trunks = ownersOf("trunk");
  const capacities = trunks.flatMap((organization) => {
    const { open, capacity: branches } = shelves.one("trunk", organization) as Records["trunk"];
    return open || branches !== null ? [{ organization, open, branches }] : [];
  });
  const links = trunks.flatMap((trunk) =>
    paged(shelves.rows("branches", trunk)).map(([, branch]) => linkFacts(shelves, trunk, branch)),
  );
  const reached = shelves.owners("lineage").flatMap((id) => {
    const below = id as OrganizationId;
    return aboveOf(shelves, below).flatMap(([above, level, , , , , path]) =>
      level === null ? [] : [{ above, below, level, line: [above, ...path, below] }],
    );
  });
  const invitations = shelves.owners("invitation").flatMap((id) => {
    const record = shelves.one("invitation", id) as Records["invitation"];
    if (!("trunk" in record)) return [];
    const { trunk, form, expiresAt, maxUses, open, uses } = record;
    const terms = { trunk, form, expiresAt, maxUses };
    const only = record.for === undefined ? {} : { for: record.for };
    return [{ invitation: id as never, ...terms, ...only, revoked: !open, uses }];
  });
  const applications = shelves.owners("application").flatMap((id) => {
    const record = shelves.one("application", id) as Records["application"];
    if (!("trunk" in record)) return [];
    const { trunk, organization, status, reason, expiresAt } = record;
    const end = expiresAt === undefined ? {} : { expiresAt };
    const pause = pauseOf(shelves.one("trunk-applicant", trunk, organization), id);
    return [{ application: id as never, trunk, organization, status, reason, ...end, ...pause }];
  });
  const all = [ownersOf("liaison"), capacities, links, invitations, applications];
  if (all.every((each) => each.length === 0)) return {};
  return {
    hierarchies: {
      capacities,
      links,
      ...formerFieldsIn(shelves, trunks),
      reached: sortedBy(reached, ({ above, below }) => [above, below]),
      distributed: ownersOf("shelf").flatMap((trunk) => distributedBy(shelves, tx, trunk)),
      permitted: sorted(shelves.owners("distribution-permission"))
        .filter((trunk) => shelves.one("organization", trunk)?.ended === false)
        .flatMap((trunk) => permittedBy(shelves, trunk as OrganizationId)),
      seats: sorted([...ownersOf("pool"), ...trunks]).flatMap((trunk) => seatsAt(shelves, trunk)),
      liaisons: ownersOf("liaison").flatMap((trunk) => liaisonsAt(shelves, trunk)),
      invitations: sortedBy(invitations, ({ invitation }) => [invitation]),
      applications: sortedBy(applications, ({ application }) => [application]),
    },
  };
}
