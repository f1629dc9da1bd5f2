/** How each record of licenses is kept. */
import { buckets, pages, records } from "../core/kinds.ts";
import type { AutomatedByRecord, AutomaticRecord, PoolRecord, UnitRecord } from "./model.ts";

const copiedUnarmed = ({ unarmed }: PoolRecord): { unarmed: number[] } =>
  (unarmed === undefined ? {} : { unarmed: unarmed.slice() }) as { unarmed: number[] };

/** The kinds of record of licenses. */
export const licensesKinds = {
  pool: /* @__PURE__ */ records("none", (record: PoolRecord) => ({
    ...record,
    units: record.units.slice(),
    ...copiedUnarmed(record),
  })),
  unit: /* @__PURE__ */ records("number", (record: UnitRecord) => ({
    ...record,
    automated: record.automated.slice(),
  })),
  accounts: /* @__PURE__ */ buckets("accounts", "one"),
  granted: /* @__PURE__ */ pages("granted", 128, true),
  deferred: /* @__PURE__ */ pages("deferred", 128),
  queue: /* @__PURE__ */ pages("queue", 128, true),
  reserved: /* @__PURE__ */ pages("reserved", 128),
  automated: /* @__PURE__ */ buckets("automated", "bare"),
  "automated-by": /* @__PURE__ */ records("none", ({ chosen, covered }: AutomatedByRecord) => ({
    chosen: chosen.slice(),
    covered: covered.slice(),
  })),
  automatic: /* @__PURE__ */ records("number/id", (record: AutomaticRecord) => ({ ...record })),
  selected: /* @__PURE__ */ buckets("selected", "bare", /^(?:0|[1-9]\d{0,15})\./),
};
