/** An organization has nobody to act for it, or somebody again: who has to know is told. */
import type { OrganizationId } from "../core/ids.ts";
import type { Recipient, WaitingWork } from "../core/notice.ts";
import { effect } from "../core/rule.ts";
import { notify, read } from "../core/transaction.ts";
import type { OrganizationRecord } from "../directory/model.ts";
import { heldCount } from "../directory/select/lists.ts";
import { organizationOf } from "../directory/select/organizations.ts";
import { type Turned, turnedBy } from "../directory/select/turned.ts";
import { spaceOf } from "../spaces/select/spaces.ts";
import { trunkOf } from "../spaces/select/trunks.ts";
import type { Deciding, Reading } from "./select/flows.ts";
import { inertSettings } from "./select/inert.ts";

/** How much waits for the admins of an organization. */
function workOf(tx: Reading, organization: OrganizationId): WaitingWork {
  const { hosted } = organizationOf(tx, organization);
  const toSpaces = hosted.reduce((sum, space) => sum + spaceOf(tx, space).pending.count, 0);
  const settings = inertSettings(tx, organization);
  return {
    tasks: read(tx, "parking", organization)?.waiting ?? 0,
    lists: heldCount(tx, organization),
    applications: toSpaces + trunkOf(tx, organization).pending.count,
    ...(settings === 0 ? {} : { settings }),
  };
}

/** Whether an organization is in a Space, as Host or Member. */
const isInSpaces = ({ hosted, joined }: OrganizationRecord): boolean =>
  hosted.length + joined.length > 0;

/** Whether an organization has a Link, as Branch or Trunk. */
const isInLinks = (tx: Reading, organization: OrganizationId, trunks: number): boolean =>
  trunks + trunkOf(tx, organization).branches.count > 0;

/**
 * ADMIN-06: those whom it concerns know that nobody acts for an organization, or nobody for its Spaces
 * or its Links while it is in any.
 */
const tellOfLoss = effect("ADMIN-06", (tx: Deciding, { organization, lost }: Turned): void => {
  const record = organizationOf(tx, organization);
  const { joined, trunks = [] } = record;
  const all = lost.has("own");
  const ofSpaces = all || (lost.has("spaces") && isInSpaces(record));
  const ofLinks = all || (lost.has("links") && isInLinks(tx, organization, trunks.length));
  if (!ofSpaces && !ofLinks) return;
  const to: Recipient[] = [
    ...(ofSpaces ? joined.map((space): Recipient => ({ kind: "space-admins", space })) : []),
    ...(ofLinks
      ? trunks.map((trunk): Recipient => ({ kind: "hierarchy-admins", organization: trunk }))
      : []),
    { kind: "platform" },
  ];
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
  for (const turned of turnedBy(tx)) {
    const { organization, able } = turned;
    if (turned.lost.size > 0) tellOfLoss(tx, turned);
    if (able.length > 0) {
      const to = able.map((person): Recipient => ({ kind: "person", organization, person }));
      tellOfWork(tx, organization, to);
    }
  }
}
