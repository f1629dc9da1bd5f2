/** What always holds of apps. */
import type { Invariant } from "../core/findings.ts";
import type { AppsRecords } from "./model.ts";

export const appsInvariants: readonly Invariant<AppsRecords>[] = [];
