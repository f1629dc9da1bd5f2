/** An organization has nobody to act for it, or somebody again: who has to know is told. */
import type { OrganizationId } from "../core/ids.ts";
import type { Recipient, WaitingWork } from "../core/notice.ts";
import { effect } from "../core/rule.ts";
import { notify, read } from "../core/transaction.ts";
import { heldCount } from "../directory/select/lists.ts";
import { organizationOf } from "../directory/select/organizations.ts";
import { turnedBy } from "../directory/select/turned.ts";
import { spaceOf } from "../spaces/select/spaces.ts";
import type { Deciding, Reading } from "./select/flows.ts";
import { inertSettings } from "./select/inert.ts";

/** How much waits for the admins of an organization. */
function workOf(tx: Reading, organization: OrganizationId): WaitingWork {
  const { hosted } = organizationOf(tx, organization);
  const settings = inertSettings(tx, organization);
  return {
    tasks: read(tx, "parking", organization)?.waiting ?? 0,
    lists: heldCount(tx, organization),
    applications: hosted.reduce((sum, space) => sum + spaceOf(tx, space).pending.count, 0),
    ...(settings === 0 ? {} : { settings }),
  };
}

/** ADMIN-06: those whom it concerns know that nobody acts for an organization. */
const tellOfLoss = effect("ADMIN-06", (tx: Deciding, organization: OrganizationId): void => {
  const { joined } = organizationOf(tx, organization);
  const admins = joined.map((space): Recipient => ({ kind: "space-admins", space }));
  const to: Recipient[] = [...admins, { kind: "platform" }];
  notify(tx, { kind: "ORGANIZATION_WITHOUT_ADMINS", to, data: { organization } });
});

/** ADMIN-06: whoever may act for an organization that had nobody knows what waits, if anything does. */
const tellOfWork = effect(
  "ADMIN-06",
  (tx: Deciding, organization: OrganizationId, to: readonly Recipient[]): void => {
    const counts = workOf(tx, organization);
    if (Object.values(counts).every((count) => count === 0)) return;
    notify(tx, { kind: "ADMIN_WORK_WAITING", to, data: { organization, counts } });
  },
);

/** Notices of organizations that lost the last admin who may act, or have one again. */
export function noticesOfAdmins(tx: Deciding): void {
  for (const { organization, able } of turnedBy(tx)) {
    if (able.length === 0) tellOfLoss(tx, organization);
    else {
      const to = able.map((person): Recipient => ({ kind: "person", organization, person }));
      tellOfWork(tx, organization, to);
    }
  }
}
