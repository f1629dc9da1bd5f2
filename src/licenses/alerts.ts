/** Who is told that use of licenses has come to a threshold: of the pool, a limited unit, a limited Branch. */
import type { OrganizationId } from "../core/ids.ts";
import type { EventOf } from "../core/outcome.ts";
import type { Policy } from "../core/policy.ts";
import { effect } from "../core/rule.ts";
import { type Gauge, isSameThresholds, judged } from "../core/thresholds.ts";
import { emit, notify, read, readBefore } from "../core/transaction.ts";
import type { DirectoryEvents } from "../directory/model.ts";
import type { Relined } from "../roster/select/absent.ts";
import { aboveOf } from "../spaces/select/trunks.ts";
import type { HierarchyUnit, LicensesEvents, LinkedUnit, PoolRecord } from "./model.ts";
import { accountsEverywhere } from "./select/holding.ts";
import { listedAs } from "./select/limits.ts";
import {
  comparedOf,
  type Deciding,
  EMPTY_POOL,
  linkedUnit,
  poolOf,
  type Reading,
} from "./select/pool.ts";
import { branchOf } from "./select/seats.ts";

type Happened = EventOf<LicensesEvents> | Relined | EventOf<DirectoryEvents, "person.recounted">;

/** What of a Host's pool is watched; neither a unit nor a Branch: the whole. */
interface Subject {
  readonly host: OrganizationId;
  readonly unit?: LinkedUnit | HierarchyUnit;
  readonly branch?: OrganizationId;
}

/** Which pools, and which Branches of them, a step has touched. */
interface Touched {
  readonly hosts: Set<OrganizationId>;
  readonly branches: Map<OrganizationId, Set<OrganizationId>>;
}

function touchedBy(tx: Reading): Touched {
  const hosts = new Set<OrganizationId>();
  const branches: Touched["branches"] = new Map();
  const noteBranch = (host: OrganizationId, branch: OrganizationId | null | undefined): void => {
    if (branch === null || branch === undefined) return;
    branches.set(host, (branches.get(host) ?? new Set()).add(branch));
  };
  for (const { type, data } of tx.events as readonly Happened[]) {
    if (type === "license.purchased") hosts.add(data.organization);
    if (type === "license.granted" || type === "license.released") {
      hosts.add(data.host);
      if (data.unit.kind === "hierarchy") {
        noteBranch(data.host, branchOf(tx, data.host, data.organization));
      }
    }
    if (type === "license.limited") {
      hosts.add(data.host);
      noteBranch(data.host, data.branch);
    }
    if (type === "person.recounted") {
      for (const { host, accounts } of accountsEverywhere(tx, data)) {
        if (accounts.length > 0) hosts.add(host);
      }
    }
    if (type !== "lineage.changed") continue;
    const before = readBefore(tx, "lineage", data.organization)?.above ?? [];
    for (const [host, , , , , , line] of before) noteBranch(host, line[0] ?? data.organization);
    for (const [host] of aboveOf(tx, data.organization)) {
      noteBranch(host, branchOf(tx, host, data.organization));
    }
  }
  return { hosts, branches };
}

/** Tells of use that the step has brought to a threshold; it forbids nothing (ALERT-05). */
export function noticesOfUse(tx: Deciding, policy: Policy): void {
  const watches = (subject: "pool" | "units"): boolean => policy.alertSubjects.includes(subject);
  const { hosts, branches } = touchedBy(tx);
  for (const host of hosts) {
    if (read(tx, "pool", host) === null) continue;
    if (watches("pool")) tellOfPool(tx, policy, host);
    if (watches("units")) tellOfUnits(tx, policy, host);
  }
  if (!watches("units")) return;
  for (const [host, below] of branches) {
    for (const branch of below) tellOfBranch(tx, policy, host, branch);
  }
}

const poolBefore = (tx: Reading, host: OrganizationId): PoolRecord =>
  readBefore(tx, "pool", host) ?? EMPTY_POOL;

/** ALERT-02, ALERT-03, ALERT-06: the whole pool. */
const tellOfPool = effect(
  ["ALERT-02", "ALERT-03", "ALERT-04", "ALERT-06"],
  (tx: Deciding, policy: Policy, host: OrganizationId): void => {
    const gauge = (pool: PoolRecord): Gauge => ({
      value: comparedOf(pool, policy),
      limit: pool.purchased,
      unarmed: pool.unarmed,
    });
    judge(tx, policy, { host }, gauge(poolBefore(tx, host)), gauge(poolOf(tx, host)));
  },
);

/** ALERT-06: each unit that has a limit, or had one. */
const tellOfUnits = effect(
  "ALERT-06",
  (tx: Deciding, policy: Policy, host: OrganizationId): void => {
    const pool = poolOf(tx, host);
    const before = poolBefore(tx, host);
    const gauge = (record: PoolRecord, number: number): Gauge => {
      const unit = listedAs(record, number);
      return { value: unit?.used ?? 0, limit: unit?.limit ?? 0, unarmed: unit?.unarmed };
    };
    const judgeUnit = (number: number, unit: LinkedUnit | HierarchyUnit): void =>
      judge(tx, policy, { host, unit }, gauge(before, number), gauge(pool, number));
    const { hierarchy, units } = pool;
    if (hierarchy !== undefined) {
      judgeUnit(hierarchy.number, { kind: "hierarchy", organization: host });
    }
    for (const each of units) judgeUnit(each.number, linkedUnit(each));
  },
);

/** ALERT-06: a Branch that has a limit. */
const tellOfBranch = effect(
  "ALERT-06",
  (tx: Deciding, policy: Policy, host: OrganizationId, branch: OrganizationId): void => {
    const now = read(tx, "link", host, branch);
    if (now === null) return;
    const before = readBefore(tx, "link", host, branch);
    const gauge = (link: typeof now | null): Gauge => ({
      value: link?.seated ?? 0,
      limit: link?.seats ?? 0,
      unarmed: link?.unarmed,
    });
    const unit = { kind: "hierarchy", organization: host } as const;
    // A Link formed anew between the same two is another one.
    const was = before?.order === now.order ? before : null;
    judge(tx, policy, { host, unit, branch }, gauge(was), gauge(now));
  },
);

/** Tells of the highest threshold crossed, and keeps which are not armed. */
function judge(tx: Deciding, policy: Policy, subject: Subject, before: Gauge, after: Gauge): void {
  const { crossed, unarmed } = judged(before, after, policy);
  if (!isSameThresholds(after.unarmed, unarmed)) {
    emit(tx, "license.unarmed", { ...subject, thresholds: unarmed });
  }
  if (crossed === null) return;
  const { host: organization, ...part } = subject;
  notify(tx, {
    kind: "LICENSE_USAGE_HIGH",
    to: [{ kind: "main-admins", organization }],
    data: {
      ...{ organization, ...part },
      ...{ purchased: after.limit, used: after.value, threshold: crossed },
    },
  });
}
