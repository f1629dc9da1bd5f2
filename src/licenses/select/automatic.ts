/** What is automatic: which departments are selected in a unit, or whole organizations, and who is in them. */
import { bucketOf, entriesOf, entryOf } from "../../core/hashed.ts";
import type { DepartmentId, OrganizationId, PersonId } from "../../core/ids.ts";
import { view } from "../../core/rule.ts";
import { read, readBefore } from "../../core/transaction.ts";
import { wasPresentFor } from "../../roster/select/book.ts";
import { standingOf } from "../../roster/select/standing.ts";
import type { SelectedEntry } from "../model.ts";
import { automaticName, selectedFor } from "./keys.ts";
import type { Reading } from "./pool.ts";
import { type Downstream, isHierarchy } from "./units.ts";

type Look = typeof read | typeof readBefore;
type Chains = readonly (readonly DepartmentId[])[];

/** Says of a department whether it is selected; or everybody is. */
type Selection = "everybody" | ((department: DepartmentId) => boolean);

const NOTHING: Selection = () => false;

/** The Trunks whose choices concern an organization, now or before this decision. */
export function choosersOf(
  tx: Reading,
  organization: OrganizationId,
  look: Look = read,
): ReadonlySet<OrganizationId> {
  const by = look(tx, "automated-by", organization);
  return new Set([...(by?.chosen ?? []).map(([trunk]) => trunk), ...(by?.covered ?? [])]);
}

/** SEAT-03: whether a Trunk has chosen an organization with whatever is reached below one above it. */
const isCoveredWhole = view(
  "SEAT-03",
  (covered: readonly OrganizationId[], trunk: OrganizationId): boolean => covered.includes(trunk),
);

/** What is selected of an organization in a unit, now or before this decision. */
function selectionOf(
  look: Look,
  tx: Reading,
  { host, unit }: Downstream,
  organization: OrganizationId,
): Selection {
  if (isHierarchy(unit)) {
    const by = look(tx, "automated-by", organization);
    if (by === null) return NOTHING;
    if (isCoveredWhole(by.covered, host)) return "everybody";
    if (!by.chosen.some(([trunk]) => trunk === host)) return NOTHING;
  }
  const record = look(tx, "automatic", host, automaticName(unit.number, organization));
  if (record === null) return NOTHING;
  if (record.whole === true) return "everybody";
  const { departments } = record;
  const where = selectedFor(host, unit.number, organization);
  if (look === read) return (each) => entryOf(tx, where, departments, each) !== undefined;
  return (department) => {
    if (departments.buckets === 0) return false;
    const bucket = bucketOf(department, departments.buckets);
    const get = (own: string) => look(tx, "selected", host, own);
    return entriesOf<SelectedEntry>(get, where, bucket).some(([each]) => each === department);
  };
}

/** Whether the whole of an organization is selected, now or before this decision. */
export const isWholeSelected = (
  tx: Reading,
  where: Downstream,
  organization: OrganizationId,
  look: Look = read,
): boolean => selectionOf(look, tx, where, organization) === "everybody";

/** LIC-09, LIC-10: whether one of these places is a selected department, or below one. */
const isUnderSelection = view(
  ["LIC-09", "LIC-10"],
  (selected: Selection, chains: Chains): boolean =>
    selected === "everybody" || chains.some((chain) => chain.some(selected)),
);

/** Whether somebody is automatically granted a license in a unit now, if they are present there. */
export function isCovered(
  tx: Reading,
  where: Downstream,
  organization: OrganizationId,
  person: PersonId,
): boolean {
  const selection = selectionOf(read, tx, where, organization);
  if (selection === NOTHING) return false;
  return isUnderSelection(selection, standingOf(tx, organization, person).chains);
}

/** Whether somebody was so before this decision. */
export function wasCovered(
  tx: Reading,
  where: Downstream,
  organization: OrganizationId,
  person: PersonId,
): boolean {
  const selection = selectionOf(readBefore, tx, where, organization);
  return isUnderSelection(selection, chainsBefore(tx, organization, person));
}

/** SEAT-03: whether somebody was present for a Trunk before this decision, and so selected by it. */
export const wasPresentAndCovered = view(
  "SEAT-03",
  (tx: Reading, where: Downstream, organization: OrganizationId, person: PersonId): boolean =>
    wasPresentFor(tx, where.host, { organization, person }) &&
    wasCovered(tx, where, organization, person),
);

/** Whether being in or below a department means something else now than before this decision. */
export function coverageChanges(
  tx: Reading,
  where: Downstream,
  organization: OrganizationId,
  department: DepartmentId,
): boolean {
  const before = selectionOf(readBefore, tx, where, organization);
  const now = selectionOf(read, tx, where, organization);
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
  look: Look,
  tx: Reading,
  organization: OrganizationId,
  department: DepartmentId,
): readonly DepartmentId[] | null {
  const record = look(tx, "department", organization, department);
  return record === null || record.removed ? null : [department, ...record.ancestors];
}
