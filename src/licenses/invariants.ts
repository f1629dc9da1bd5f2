/** What always holds of licenses. */
import type { Invariant } from "../core/findings.ts";
import type { LicensesRecords } from "./model.ts";

export const licensesInvariants: readonly Invariant<LicensesRecords>[] = [];
