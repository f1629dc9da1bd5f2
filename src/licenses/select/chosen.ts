/** The automatic departments of an organization in a unit, as they are. */
import { allEntries } from "../../core/hashed.ts";
import type { OrganizationId } from "../../core/ids.ts";
import type { Policy } from "../../core/policy.ts";
import { EMPTY_HASH } from "../../core/structures.ts";
import { read } from "../../core/transaction.ts";
import { inertAmong } from "../../directory/select/inert.ts";
import type { SelectedEntry } from "../model.ts";
import { automaticName, selectedFor } from "./keys.ts";
import { type Reading, unitOf } from "./pool.ts";
import { type AutomaticUnit, hostOf, listedUnit } from "./units.ts";

/** What is chosen of an organization in a unit; what names removed departments, apart (DIR-11). */
export function chosenOf(
  tx: Reading,
  unit: AutomaticUnit,
  organization: OrganizationId,
  policy: Policy,
) {
  const host = hostOf(tx, unit);
  const { number } = unitOf(host, listedUnit(tx, host, unit));
  const record = read(tx, "automatic", host, automaticName(number, organization));
  const where = selectedFor(host, number, organization);
  const entries = allEntries<SelectedEntry>(tx, where, record?.departments ?? EMPTY_HASH);
  const named = entries.map(([department]) => department);
  const inert = inertAmong(tx, policy, organization, named);
  const gone = new Set(inert.map(({ department }) => department));
  const departments = named.filter((each) => !gone.has(each));
  const { whole = false, alone = false } = record ?? {};
  return { departments, inert, whole, alone };
}
