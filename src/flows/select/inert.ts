/** Entries of settings that have no effect, for the departments that they name were removed (DIR-11). */

import { namesInApp } from "../../apps/select/naming.ts";
import { bucketEntries } from "../../core/hashed.ts";
import type { OrganizationId } from "../../core/ids.ts";
import type { DepartmentOf, Setting } from "../../core/notice.ts";
import { EMPTY_HASH } from "../../core/structures.ts";
import { must, read } from "../../core/transaction.ts";
import type { InertEntry } from "../../directory/model.ts";
import { type InertNamed, inertNamed } from "../../directory/select/inert.ts";
import { inertOf } from "../../directory/select/keys.ts";
import { isAutomatic } from "../../licenses/select/naming.ts";
import { unitIn } from "../../licenses/select/units.ts";
import { officeIsSet } from "../../roster/select/offices.ts";
import { ruleOn } from "../../roster/select/scope.ts";
import { exceptsDepartment } from "../../roster/select/sight.ts";
import type { Container } from "../../spaces/model.ts";
import { namesInSight } from "../../spaces/select/sight-lists.ts";
import type { Reading } from "./flows.ts";
import { flowNames } from "./naming.ts";

/**
 * What an entry that is noted as inert is by now: `kept` until its time is over, or `excludes` without
 * end (ROSTER-16); `null` if it is none any more, for its setting, or what it was set for, has ended.
 */
export function stillInert(tx: Reading, { setting, of }: InertNamed): "kept" | "excludes" | null {
  const { organization, department } = of;
  if (read(tx, "department", organization, department)?.removed !== true) return null;
  if (setting.kind === "scope" || setting.kind === "link-scope") {
    const rule = ruleOn(tx, setting, organization, department);
    if (rule === undefined) return null;
    return rule === "out" ? "excludes" : "kept";
  }
  return isNamedBy(tx, setting, of) ? "kept" : null;
}

/** Whether a setting, which is not a scope, still names a department. */
function isNamedBy(
  tx: Reading,
  setting: Exclude<Setting, { readonly kind: "scope" | "link-scope" }>,
  of: DepartmentOf,
): boolean {
  switch (setting.kind) {
    case "automatic":
    case "seats":
      return namesAutomatic(tx, setting, of);
    case "flow":
      return flowNames(tx, setting, of);
    case "visibility":
    case "hiding":
      return namesInSight(tx, setting, of);
    case "sight":
      return exceptsDepartment(tx, setting, of);
    case "liaison":
      return officeIsSet(tx, { ...setting, node: of });
    default:
      return namesInApp(tx, setting, of);
  }
}

/** Whether a choice of automatic departments, in a Space or below a Trunk, names one. */
function namesAutomatic(tx: Reading, of: Container, department: DepartmentOf): boolean {
  const where = unitIn(tx, of, department.organization);
  return where !== null && isAutomatic(tx, where, department);
}

/** Buckets of notes that a count looks at. */
const COUNTED_IN = 8;

/** How many settings of an organization name what is gone, as far as its first notes tell. */
export function inertSettings(tx: Reading, organization: OrganizationId): number {
  const { inert = EMPTY_HASH } = must(tx, "directory", organization);
  const found = new Set<string>();
  const where = inertOf(organization);
  for (let bucket = 0; bucket < Math.min(inert.buckets, COUNTED_IN); bucket += 1) {
    for (const [id] of bucketEntries<InertEntry>(tx, where, bucket)) {
      const named = inertNamed(id);
      const setting = JSON.stringify(named.setting);
      if (!found.has(setting) && stillInert(tx, named) !== null) found.add(setting);
    }
  }
  return found.size;
}
