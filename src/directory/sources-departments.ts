/** Which sources vouch for departments: one goes with the last of them, and is called as the oldest says. */
import type { DepartmentId, OrganizationId, SourceId } from "../core/ids.ts";
import { passOver } from "../core/passed-over.ts";
import type { PassedOverReason } from "../core/reasons.ts";
import { effect } from "../core/rule.ts";
import { emit, must } from "../core/transaction.ts";
import type { Deciding } from "./facts.ts";
import type { DepartmentRecord, DirectoryFact } from "./model.ts";
import {
  mayDescribe,
  mayReport,
  othersVouch,
  voucherOf,
  vouchesNow,
  whyOlder,
} from "./select/sources.ts";

type DepartmentFact = Extract<
  DirectoryFact,
  {
    readonly type:
      | "department.renamed"
      | "department.renamed-id"
      | "department.moved"
      | "department.removed";
  }
>;

interface About {
  readonly organization: OrganizationId;
  readonly department: DepartmentId;
}

/** A fact about whether a department is there. */
interface Word {
  readonly revision?: number;
}

/**
 * DIR-06: a source that names a department vouches for it from then on; by a fact (`word`), older word of
 * its own is late.
 */
export const vouchForDepartment = effect(
  "DIR-06",
  (
    tx: Deciding,
    { organization, department }: About,
    source: SourceId | undefined,
    word?: Word,
  ): void => {
    if (source === undefined) return;
    const known = must(tx, "department", organization, department);
    const { revision } = word ?? {};
    const dated = { at: tx.at, ...since(revision) };
    if (!vouchesNow(known, source, dated)) {
      const { said = -1, revision: recorded = -1 } = voucherOf(known, source) ?? {};
      const isLater = word !== undefined && (tx.at > said || (revision ?? -1) > recorded);
      const raises = isLater && mayReport(known, source) && !whyOlder(known, source, dated);
      if (!raises) return;
    }
    const told = word === undefined ? {} : ({ said: true, ...since(revision) } as const);
    emit(tx, "department.vouched", { organization, department, source, given: true, ...told });
  },
);

const since = (revision: number | undefined) => (revision === undefined ? {} : { revision });

/** DIR-06: a source no longer vouches for a department for which others do: it stays as it is. */
export const letDepartmentGo = effect(
  "DIR-06",
  (
    tx: Deciding,
    { organization, department, revision }: About & Word,
    source: SourceId | undefined,
  ): void => {
    if (source === undefined) return;
    const said = { organization, department, source, given: false, ...since(revision) };
    emit(tx, "department.vouched", said);
    passOver(tx, "vouched-elsewhere", { department });
  },
);

/**
 * Why a source has no say in a fact about a department, or `null`: of its removal any that vouches has, if
 * it is not older than what it said itself.
 */
export function whyNoWord(
  known: DepartmentRecord,
  { type, data, at }: DepartmentFact,
): PassedOverReason | null {
  const { source, revision } = data;
  if (!mayReport(known, source)) return "not-responsible-extent";
  if (type !== "department.removed") {
    return mayDescribe(known, source) ? null : "not-responsible-extent";
  }
  if (source === undefined || !othersVouch(known, source)) return null;
  return whyOlder(known, source, { at, ...since(revision) }) ?? "vouched-elsewhere";
}
