/** Automatic departments: which are selected for a Member in a unit, and who is in them. */
import { bucketOf, entriesOf, entryOf } from "../../core/hashed.ts";
import type { DepartmentId, OrganizationId, PersonId } from "../../core/ids.ts";
import { view } from "../../core/rule.ts";
import { read, readBefore } from "../../core/transaction.ts";
import { standingOf } from "../../roster/select/standing.ts";
import type { SelectedEntry } from "../model.ts";
import { automaticName, selectedFor } from "./keys.ts";
import type { Reading } from "./pool.ts";
import type { Downstream } from "./units.ts";

type Chains = readonly (readonly DepartmentId[])[];

/** Says of a department whether it is selected. */
type Selection = (department: DepartmentId) => boolean;

const NOTHING: Selection = () => false;

/** The departments selected for a Member in a unit; `null` if there are none. */
function selectionOf(
  tx: Reading,
  host: OrganizationId,
  unit: number,
  organization: OrganizationId,
): Selection | null {
  const record = read(tx, "automatic", host, automaticName(unit, organization));
  if (record === null) return null;
  const { departments } = record;
  const where = selectedFor(host, unit, organization);
  return (department) => entryOf(tx, where, departments, department) !== undefined;
}

/** The departments that were selected before this decision. */
function selectionBefore(
  tx: Reading,
  host: OrganizationId,
  unit: number,
  organization: OrganizationId,
): Selection {
  const record = readBefore(tx, "automatic", host, automaticName(unit, organization));
  if (record === null) return NOTHING;
  const { departments } = record;
  const where = selectedFor(host, unit, organization);
  return (department) => {
    const bucket = bucketOf(department, departments.buckets);
    const get = (own: string) => readBefore(tx, "selected", host, own);
    return entriesOf<SelectedEntry>(get, where, bucket).some(([each]) => each === department);
  };
}

/** LIC-09, LIC-10: whether one of these places is a selected department, or below one. */
const isUnderSelection = view(
  ["LIC-09", "LIC-10"],
  (selected: Selection, chains: Chains): boolean => chains.some((chain) => chain.some(selected)),
);

/** Whether a Member's person is in an automatic department of a unit now. */
export function isCovered(
  tx: Reading,
  { host, unit }: Downstream,
  organization: OrganizationId,
  person: PersonId,
): boolean {
  const selection = selectionOf(tx, host, unit.number, organization);
  if (selection === null) return false;
  return isUnderSelection(selection, standingOf(tx, organization, person).chains);
}

/** Whether a Member's person was in an automatic department of a unit before this decision. */
export function wasCovered(
  tx: Reading,
  { host, unit }: Downstream,
  organization: OrganizationId,
  person: PersonId,
): boolean {
  const selection = selectionBefore(tx, host, unit.number, organization);
  return isUnderSelection(selection, chainsBefore(tx, organization, person));
}

/** Whether being in or below a department means something else now than before this decision. */
export function coverageChanges(
  tx: Reading,
  { host, unit }: Downstream,
  organization: OrganizationId,
  department: DepartmentId,
): boolean {
  const before = selectionBefore(tx, host, unit.number, organization);
  const now = selectionOf(tx, host, unit.number, organization) ?? NOTHING;
  const then = chainOf(readBefore, tx, organization, department);
  const chain = chainOf(read, tx, organization, department);
  // Nobody was in it before it existed, and those of one removed are named by its removal.
  if (then === null || chain === null) return false;
  return isUnderSelection(before, [then]) !== isUnderSelection(now, [chain]);
}

/** A person's places before this decision: for each, the department and those above it. */
function chainsBefore(tx: Reading, organization: OrganizationId, person: PersonId): Chains {
  const employment = readBefore(tx, "employment", organization, person);
  if (employment === null || !employment.inService) return [];
  const { departments } = employment;
  return departments.map((department) => chainOf(readBefore, tx, organization, department) ?? []);
}

/** A department and those above it, now or before this decision; `null` if it does not exist. */
function chainOf(
  look: typeof read | typeof readBefore,
  tx: Reading,
  organization: OrganizationId,
  department: DepartmentId,
): readonly DepartmentId[] | null {
  const record = look(tx, "department", organization, department);
  return record === null || record.removed ? null : [department, ...record.ancestors];
}
