/** Which sources vouch for departments: one goes with the last of them, and is called as the oldest says. */
import type { DepartmentId, OrganizationId, SourceId } from "../core/ids.ts";
import { passOver } from "../core/passed-over.ts";
import type { PassedOverReason } from "../core/reasons.ts";
import { effect } from "../core/rule.ts";
import { emit, must } from "../core/transaction.ts";
import type { Deciding } from "./facts.ts";
import type { DepartmentRecord, DirectoryFact } from "./model.ts";
import { mayDescribe, mayReport, othersVouch, vouchesNow } from "./select/sources.ts";

interface About {
  readonly organization: OrganizationId;
  readonly department: DepartmentId;
}

/** DIR-06: a source that names a department vouches for it from then on. */
export const vouchForDepartment = effect(
  "DIR-06",
  (tx: Deciding, { organization, department }: About, source: SourceId | undefined): void => {
    if (source === undefined) return;
    const known = must(tx, "department", organization, department);
    if (!vouchesNow(known, source, tx.at)) return;
    emit(tx, "department.vouched", { organization, department, source, given: true });
  },
);

/** DIR-06: a source no longer vouches for a department for which others do: it stays as it is. */
export const letDepartmentGo = effect(
  "DIR-06",
  (tx: Deciding, { organization, department }: About, source: SourceId | undefined): void => {
    if (source === undefined) return;
    emit(tx, "department.vouched", { organization, department, source, given: false });
    passOver(tx, "vouched-elsewhere", { department });
  },
);

/** Why a source has no say in a fact about a department, or `null`: of its removal any that vouches has. */
export function whyNoWord(
  known: DepartmentRecord,
  type: Exclude<DirectoryFact["type"] & `department.${string}`, "department.created">,
  source: SourceId | undefined,
): PassedOverReason | null {
  if (!mayReport(known, source)) return "not-responsible-extent";
  if (type !== "department.removed") {
    return mayDescribe(known, source) ? null : "not-responsible-extent";
  }
  return source !== undefined && othersVouch(known, source) ? "vouched-elsewhere" : null;
}
