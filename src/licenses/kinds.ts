/** How each record of licenses is kept. */
import { buckets, pages, records } from "../core/kinds.ts";
import type { AutomaticRecord, PoolRecord, UnitRecord } from "./model.ts";

/** The kinds of record of licenses. */
export const licensesKinds = {
  pool: /* @__PURE__ */ records("none", (record: PoolRecord) => ({
    ...record,
    units: record.units.slice(),
  })),
  unit: /* @__PURE__ */ records("number", (record: UnitRecord) => ({
    ...record,
    automated: record.automated.slice(),
  })),
  accounts: /* @__PURE__ */ buckets("accounts", "one"),
  granted: /* @__PURE__ */ pages("granted", 128, true),
  deferred: /* @__PURE__ */ pages("deferred", 128),
  reserved: /* @__PURE__ */ pages("reserved", 128),
  automatic: /* @__PURE__ */ records("number/id", (record: AutomaticRecord) => ({ ...record })),
  selected: /* @__PURE__ */ buckets("selected", "bare", /^(?:0|[1-9]\d{0,15})\./),
};
