/** What is chosen of organizations for licenses by themselves, in their records. */
import { allEntries, clearEntries, putEntry, removeEntry } from "../core/hashed.ts";
import type { OrganizationId } from "../core/ids.ts";
import type { Key } from "../core/keys.ts";
import { EMPTY_HASH, type HashIndex } from "../core/structures.ts";
import type * as faces from "../core/transaction.ts";
import { drop, edit, must, put, read } from "../core/transaction.ts";
import type { EndedRecords } from "../directory/select/ended.ts";
import type { StakeRecords } from "../roster/select/stakes.ts";
import type { SpacesRecords } from "../spaces/model.ts";
import type {
  AutomatedByRecord,
  AutomatedEntry,
  AutomaticRecord,
  LicensesEvents,
  LicensesRecords,
} from "./model.ts";
import { automatedIn, automaticName, selectedFor } from "./select/keys.ts";
import type { LicensesReads } from "./select/pool.ts";

/** A Branch's Link keeps how many seats it may hold, a Trunk whether it chooses anybody; who holds one has something at an organization above. */
type Others = Pick<SpacesRecords, "link" | "trunk"> & StakeRecords;
export type Evolving = faces.Evolving<LicensesRecords & EndedRecords & Others, LicensesReads>;

/** Nobody has chosen anything of an organization. */
export const NO_CHOOSERS: AutomatedByRecord = { chosen: [], covered: [] };

/** Forgets all automatic departments of some Members in a unit. */
function forget(
  tx: Evolving,
  host: OrganizationId,
  number: number,
  organizations: readonly OrganizationId[],
): void {
  const records = organizations.map(
    (organization): Key<"automatic"> => ["automatic", host, automaticName(number, organization)],
  );
  const sets = organizations.map((organization, i) => {
    const { departments } = must(tx, ...(records[i] as Key<"automatic">));
    return [selectedFor(host, number, organization), departments] as const;
  });
  for (const [where, index] of sets) clearEntries(tx, where, index);
  for (const key of records) drop(tx, ...key);
}

/** Notes at an organization what a Trunk has chosen of it; `null`: nothing. */
function noteChooser(
  tx: Evolving,
  organization: OrganizationId,
  trunk: OrganizationId,
  below: boolean | null,
): void {
  const { chosen, covered } = read(tx, "automated-by", organization) ?? NO_CHOOSERS;
  const others = chosen.filter(([each]) => each !== trunk);
  const now = below === null ? others : [...others, [trunk, below] as const];
  keepChoosers(tx, organization, { chosen: now, covered });
}

export function keepChoosers(
  tx: Evolving,
  organization: OrganizationId,
  by: AutomatedByRecord,
): void {
  if (by.chosen.length + by.covered.length > 0) put(tx, "automated-by", organization, "", by);
  else drop(tx, "automated-by", organization);
}

/** Lists an organization among those of which something is chosen in a unit, or takes it off. */
function listChoice(
  tx: Evolving,
  { host, number, organization }: Choice,
  chosen: AutomaticRecord | null,
): void {
  const { hierarchy } = must(tx, "pool", host);
  if (hierarchy?.number !== number) {
    const unit = edit(tx, "unit", host, String(number));
    const others = unit.automated.filter((each) => each !== organization);
    if (chosen === null) unit.automated = others;
    else if (others.length === unit.automated.length) unit.automated.push(organization);
    return;
  }
  const before = hierarchy.automated ?? EMPTY_HASH;
  const automated =
    chosen === null
      ? removeEntry(tx, automatedIn(host), before, organization)
      : putEntry(tx, automatedIn(host), before, [organization]);
  edit(tx, "pool", host).hierarchy = { ...hierarchy, automated };
  const hasBelow = chosen?.whole === true && chosen.alone !== true;
  noteChooser(tx, organization, host, chosen === null ? null : hasBelow);
}

/** Whose departments are chosen in which unit. */
type Choice = Pick<
  LicensesEvents["license.automated"],
  "host" | "number" | "organization" | "added" | "removed" | "whole" | "alone"
>;

export function automate(tx: Evolving, choice: Choice): void {
  const { host, number, organization, added, removed } = choice;
  const where = selectedFor(host, number, organization);
  const name = automaticName(number, organization);
  const before = read(tx, "automatic", host, name);
  const { whole = before?.whole, alone = before?.alone } = choice;
  let departments = before?.departments ?? EMPTY_HASH;
  for (const department of removed) departments = removeEntry(tx, where, departments, department);
  for (const department of added) departments = putEntry(tx, where, departments, [department]);
  const now = { departments, ...(whole === true ? { whole, alone: alone === true } : {}) };
  put(tx, "automatic", host, name, now);
  const isNothing = departments.count === 0 && whole !== true;
  if (isNothing) forget(tx, host, number, [organization]);
  listChoice(tx, choice, isNothing ? null : now);
}

/** Forgets a unit, the automatic departments of all Members in it included. */
export function dropUnit(tx: Evolving, host: OrganizationId, number: number): void {
  forget(tx, host, number, must(tx, "unit", host, String(number)).automated);
  drop(tx, "unit", host, String(number));
}

/** Forgets all that is chosen in a Hierarchy unit. */
export function endChoices(
  tx: Evolving,
  host: OrganizationId,
  number: number,
  index: HashIndex,
): void {
  const entries = allEntries<AutomatedEntry>(tx, automatedIn(host), index);
  const organizations = entries.map(([organization]) => organization);
  forget(tx, host, number, organizations);
  clearEntries(tx, automatedIn(host), index);
  for (const organization of organizations) noteChooser(tx, organization, host, null);
}
