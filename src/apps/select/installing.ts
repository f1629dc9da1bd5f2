/** On whose workbench a distributed app is. */
import { entryOf } from "../../core/hashed.ts";
import type { AppId, OrganizationId } from "../../core/ids.ts";
import type { Policy } from "../../core/policy.ts";
import { refuse } from "../../core/refusal.ts";
import { guard, view } from "../../core/rule.ts";
import { read } from "../../core/transaction.ts";
import type { Acting } from "../../licenses/select/holding.ts";
import { ticketWith } from "../../spaces/select/trunks.ts";
import type { DistributionRecord, InstalledEntry } from "../model.ts";
import type { AppBelow, Reading } from "./apps.ts";
import { installedFor } from "./keys.ts";

/** What an organization has decided about having an app on its workbench; `null`: nothing. */
export function decisionOf(
  tx: Reading,
  { trunk, app }: AppBelow,
  { installed }: DistributionRecord,
  organization: OrganizationId,
): boolean | null {
  const where = installedFor(trunk, app);
  const entry = entryOf<InstalledEntry>(tx, where, installed, organization);
  return entry === undefined || entry[2] !== ticketWith(tx, trunk, organization) ? null : entry[1];
}

/** DIST-03: whether an app is on an organization's workbench: its own word beats the Trunk's choice. */
export const isInstalled = view(
  "DIST-03",
  (
    tx: Reading,
    place: AppBelow,
    distribution: DistributionRecord,
    organization: OrganizationId,
  ): boolean => decisionOf(tx, place, distribution, organization) ?? distribution.autoInstall,
);

/** DIST-04: installation shows an app and permits nothing, unless the policy has it so. */
export const appIsInstalled = guard(
  "DIST-04",
  (tx: Reading, app: AppId, { trunk, organization }: Acting, policy: Policy) => {
    if (trunk === undefined || !policy.useNeedsInstallation) return null;
    const distribution = read(tx, "distribution", trunk, app);
    return distribution !== null && isInstalled(tx, { trunk, app }, distribution, organization)
      ? null
      : refuse("APP_NOT_PUBLISHED", { app, trunk });
  },
);
