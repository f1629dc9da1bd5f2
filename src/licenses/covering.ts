/**
 * What a Trunk chooses with everything below it: noted at each organization that it is reached through, so that
 * whoever is hired looks at nobody above. It follows the Links in the same step, and ends with the last chain.
 */
import { allEntries } from "../core/hashed.ts";
import type { DepartmentId, OrganizationId } from "../core/ids.ts";
import { allTickets } from "../core/paged.ts";
import { effect } from "../core/rule.ts";
import { causedBy, emit, independently, read, readBefore } from "../core/transaction.ts";
import type { Relined } from "../roster/select/absent.ts";
import type { BelowPage } from "../spaces/model.ts";
import { belowOf } from "../spaces/select/keys.ts";
import { aboveOf, throughTo, trunkOf } from "../spaces/select/trunks.ts";
import type { LicensesEvents, SelectedEntry } from "./model.ts";
import { automaticName, selectedFor } from "./select/keys.ts";
import { type Deciding, hierarchyOf, poolOf, type Reading, unitOf } from "./select/pool.ts";

/** All organizations below one, whatever the reach. */
export const organizationsBelow = (tx: Reading, organization: OrganizationId): OrganizationId[] =>
  allTickets<BelowPage["entries"][number]>(
    tx,
    belowOf(organization),
    trunkOf(tx, organization).below,
  ).map(([, each]) => each);

const coveredBefore = (tx: Reading, organization: OrganizationId): readonly OrganizationId[] =>
  read(tx, "automated-by", organization)?.covered ?? [];

/**
 * Of some organizations the Trunks that have chosen something above them with what is below, and reach them through
 * that: as is noted of the others, and follows for these from the top down.
 */
function coversOf(
  tx: Reading,
  organizations: ReadonlySet<OrganizationId>,
): ReadonlyMap<OrganizationId, readonly OrganizationId[]> {
  const found = new Map<OrganizationId, readonly OrganizationId[]>();
  const coversNow = (organization: OrganizationId): readonly OrganizationId[] => {
    const known = found.get(organization);
    if (known !== undefined) return known;
    if (!organizations.has(organization)) return coveredBefore(tx, organization);
    // Of a guess that goes in circles: what is being worked out counts as nothing.
    found.set(organization, []);
    const trunks = new Set<OrganizationId>();
    for (const [upper] of read(tx, "lineage", organization)?.links ?? []) {
      const { chosen = [] } = read(tx, "automated-by", upper) ?? {};
      const below = chosen.flatMap(([trunk, hasBelow]) => (hasBelow ? [trunk] : []));
      for (const trunk of [...below, ...coversNow(upper)]) {
        if (throughTo(tx, organization, trunk).includes(upper)) trunks.add(trunk);
      }
    }
    found.set(organization, [...trunks]);
    return [...trunks];
  };
  independently(tx, organizations, (each) => {
    read(tx, "automated-by", each);
    read(tx, "lineage", each);
  });
  independently(tx, organizations, (each) => {
    coversNow(each);
  });
  return found;
}

const isSame = (one: readonly OrganizationId[], other: readonly OrganizationId[]): boolean =>
  one.length === other.length && one.every((each) => other.includes(each));

/** SEAT-03: notes at organizations who covers them now. */
export const cover = effect(
  "SEAT-03",
  (
    tx: Deciding,
    organizations: ReadonlySet<OrganizationId>,
    causeOf: (organization: OrganizationId) => number | null,
  ): void => {
    for (const [organization, trunks] of coversOf(tx, organizations)) {
      if (isSame(trunks, coveredBefore(tx, organization))) continue;
      causedBy(tx, causeOf(organization), () => {
        emit(tx, "license.covered", { organization, trunks });
      });
    }
  },
);

/** All departments that a Trunk has selected of an organization. */
export function selectedOf(
  tx: Reading,
  host: OrganizationId,
  number: number,
  organization: OrganizationId,
): DepartmentId[] {
  const record = read(tx, "automatic", host, automaticName(number, organization));
  if (record === null) return [];
  const where = selectedFor(host, number, organization);
  return allEntries<SelectedEntry>(tx, where, record.departments).map(([each]) => each);
}

/** Whether somebody above an organization, now or before this decision, ever chose anybody below: most never do. */
export const isBelowChoosers = (tx: Reading, organization: OrganizationId): boolean =>
  [...aboveOf(tx, organization), ...(readBefore(tx, "lineage", organization)?.above ?? [])].some(
    ([upper]) =>
      trunkOf(tx, upper).chooses === true || readBefore(tx, "trunk", upper)?.chooses === true,
  );

/** UNLINK-03: what a Trunk has chosen of an organization is void when no chain joins the two any more. */
export const voidChoices = effect("UNLINK-03", (tx: Deciding, events: readonly Relined[]): void => {
  independently(tx, events, ({ seq, data: { organization } }) => {
    if (!isBelowChoosers(tx, organization)) return;
    const above = new Set(aboveOf(tx, organization).map(([upper]) => upper));
    for (const [host] of read(tx, "automated-by", organization)?.chosen ?? []) {
      if (above.has(host)) continue;
      const unit = unitOf(host, hierarchyOf(poolOf(tx, host)));
      const removed = selectedOf(tx, host, unit.number, organization);
      const nothing = { added: [], removed, whole: false, alone: false };
      causedBy(tx, seq, () => emit(tx, "license.automated", { ...unit, organization, ...nothing }));
    }
  });
});

/** SEAT-03: who is covered follows the Links: first of whom they concern, then of all below whom that concerns. */
export function coverBelow(tx: Deciding, events: readonly Relined[]): void {
  const causes = new Map(events.map(({ seq, data }) => [data.organization, seq]));
  const first = Math.min(...causes.values());
  const causeOf = (organization: OrganizationId): number => causes.get(organization) ?? first;
  const relined = new Set([...causes.keys()].filter((each) => isBelowChoosers(tx, each)));
  const before = tx.events.length;
  cover(tx, relined, causeOf);
  const further = new Set<OrganizationId>();
  independently(tx, tx.events.slice(before), ({ data }) => {
    const { organization } = data as LicensesEvents["license.covered"];
    for (const each of organizationsBelow(tx, organization)) {
      if (!relined.has(each)) further.add(each);
    }
  });
  if (further.size > 0) cover(tx, further, causeOf);
}
