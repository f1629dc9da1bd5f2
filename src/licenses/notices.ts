/** Who is told what about licenses, once a step has come to rest. */
import type { Policy } from "../core/policy.ts";
import type { Tx } from "../core/transaction.ts";
import type { LicensesEvents, LicensesRecords } from "./model.ts";

export function noticesOfLicenses(
  _tx: Tx<LicensesRecords, LicensesEvents>,
  _policy: Policy,
): void {}
