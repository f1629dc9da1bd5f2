/** What each kind of event adds to the sum of a preview: a kind that is not named here does not compile. */
import type { Events, EventType } from "../index.ts";

/** People of one Space, each counted once: who would come and go, on its Roster and its waiting list. */
export type PeopleMoved = "entering" | "leaving" | "queueing" | "unqueueing";

/** What an input would take besides people off Rosters, of every Space and organization that it reaches. */
export interface Taken {
  /** Licenses that are free again. */
  readonly grants: number;
  /** People, and the groups that they would be in no longer, one by one. */
  readonly groups: number;
  /** Tasks that go to somebody who succeeds or stands in, and those that wait for an admin. */
  readonly handedOver: number;
  readonly parked: number;
  /** Apps that a Space or Trunk would no longer have for others, and what those below have decided of their workbenches. */
  readonly installations: number;
  /** Members that a Space would no longer have, and Branches that a Trunk would not. */
  readonly organizations: number;
  /** Offices of liaisons that end, or pass to a successor. */
  readonly offices: number;
  /** Settings that name a department which would be gone. */
  readonly settings: number;
  readonly departments: number;
}

type Sum = PeopleMoved | keyof Taken;

/** The sum that an event counts towards, by its type. */
const SUMS: { readonly [Type in EventType]: Sum | null } = {
  "admin.changed": null,
  "app.authorized": null,
  "app.created": null,
  "app.distributed": null,
  "app.install-set": "installations",
  "app.offered": null,
  "app.permitted": null,
  "app.published": null,
  "app.relisted": null,
  "app.unlisted": null,
  "app.withdrawn": "installations",
  "application.approved": null,
  "application.expired": null,
  "application.rejected": null,
  "application.submitted": null,
  "application.withdrawn": null,
  "association.cancelled": "organizations",
  "association.formed": null,
  "association.leave-announced": null,
  "association.leave-withdrawn": null,
  "association.resumed": null,
  "association.suspended": null,
  "batch-invitation.enabled": null,
  "counterpart.dropped": null,
  "counterpart.named": null,
  "department.awake": null,
  "department.created": null,
  "department.dormant": null,
  "department.flagged": null,
  "department.id-changed": null,
  "department.moved": null,
  "department.removed": "departments",
  "department.renamed": null,
  "department.vouched": null,
  "departure.dropped": null,
  "departure.kept": null,
  "fields.shared": null,
  "flow.defined": null,
  "flow.ended": null,
  "flow.resubmitted": null,
  "flow.returned": null,
  "flow.started": null,
  "flow.step-begun": null,
  "folder.created": null,
  "folder.moved": null,
  "folder.removed": null,
  "folder.renamed": null,
  "form.submitted": null,
  "group.entered": null,
  "group.left": "groups",
  "group.started": null,
  "industry.changed": null,
  "industry.left": null,
  "industry.noted": null,
  "invitation.extended": null,
  "invitation.issued": null,
  "invitation.revoked": null,
  "invitation.skipped": null,
  "license.automated": null,
  "license.covered": null,
  "license.deferred": null,
  "license.granted": null,
  "license.limited": null,
  "license.pool-ended": null,
  "license.purchased": null,
  "license.released": "grants",
  "license.reserved": null,
  "license.skipped": null,
  "license.term-reached": null,
  "license.unarmed": null,
  "license.undeferred": null,
  "license.unit-linked": null,
  "license.unit-unlinked": null,
  "list.begun": null,
  "list.completed": null,
  "list.dropped": null,
  "list.part": null,
  "list.put-off": null,
  "list.step": null,
  "member.placed": null,
  "member.restored": null,
  "hierarchy.capacity-changed": null,
  "liaison.assigned": null,
  "liaison.defined": null,
  "liaison.ended": "offices",
  "liaison.passed-on": "offices",
  "lineage.changed": null,
  "link.cancelled": "organizations",
  "link.formed": null,
  "link.mounted": null,
  "link.moved": "organizations",
  "link.reach-set": null,
  "link.leave-announced": null,
  "link.leave-withdrawn": null,
  "link.released": null,
  "link.seen": null,
  "link.shared": null,
  "organization.certification-changed": null,
  "organization.edition-changed": null,
  "organization.ended": null,
  "organization.registered": null,
  "organization.reinstated": null,
  "organization.renamed": null,
  "organization.resumed": null,
  "organization.sso-changed": null,
  "organization.suspended": null,
  "organization.unarmed": null,
  "partner.set": null,
  "person-cap.expanded": null,
  "person.confirmed": null,
  "person.fields-changed": null,
  "person.heads-changed": null,
  "person.hired": null,
  "person.manager-changed": null,
  "person.noted": null,
  "person.numbered": null,
  "person.recounted": null,
  "person.reinstated": null,
  "person.relocated": null,
  "person.renamed": null,
  "person.flagged": null,
  "person.resigned": null,
  "person.resumed": null,
  "person.roles-changed": null,
  "person.suspended": null,
  "person.vouched": null,
  "reconciliation.held": null,
  "reconciliation.settled": null,
  "removal.held": null,
  "removal.settled": null,
  "roster.entered": "entering",
  "roster.left": "leaving",
  "scope.changed": null,
  "setting.dropped": null,
  "setting.inert": "settings",
  "setting.revived": null,
  "space-app.created": null,
  "space-app.published": null,
  "space-quota.expanded": null,
  "space.created": null,
  "space.dissolved": null,
  "space.unarmed": null,
  "stand-in.ended": null,
  "stand-in.set": null,
  "successor.set": null,
  "task.closed": null,
  "task.copied": null,
  "task.handed-over": "handedOver",
  "task.held": null,
  "task.made": null,
  "task.skipped": null,
  "task.opened": null,
  "task.parked": "parked",
  "task.reopened": null,
  "task.transferred": null,
  "visibility.hidden": null,
  "visibility.set": null,
  "waiting.joined": "queueing",
  "waiting.left": "unqueueing",
};

const NOTHING: Taken = {
  grants: 0,
  groups: 0,
  handedOver: 0,
  parked: 0,
  installations: 0,
  organizations: 0,
  offices: 0,
  settings: 0,
  departments: 0,
};

/** As much of an event as is counted. */
export interface Happened {
  readonly type: string;
  readonly data: object;
}

/** The sum that an event counts towards, if there is one. */
export const sumOf = (type: string): Sum | null =>
  Object.hasOwn(SUMS, type) ? SUMS[type as EventType] : null;

/** The Spaces that are dissolved, each with its Host. */
const dissolvedBy = (events: readonly Happened[]): ReadonlySet<string> =>
  new Set(
    events
      .filter(({ type }) => type === "space.dissolved")
      .map(({ data }) => data as Events["space.dissolved"])
      .map(({ space, host }) => `${space} ${host}`),
  );

/**
 * Whether an event takes something: a task given back, or assigned, is no loss, nor is a Host that of its
 * Space, or a decision of one's own about a workbench.
 */
function isLoss({ type, data }: Happened, dissolved: ReadonlySet<string>): boolean {
  if (type === "task.handed-over") {
    const { because } = data as Events["task.handed-over"];
    return because !== "reinstated" && because !== "assigned";
  }
  if (type === "app.install-set") return (data as Events["app.install-set"]).installed === null;
  if (type !== "association.cancelled") return true;
  const { space, organization } = data as Events["association.cancelled"];
  return !dissolved.has(`${space} ${organization}`);
}

/** What events take, counted. */
export function takenBy(events: readonly Happened[]): Taken {
  const dissolved = dissolvedBy(events);
  const sums: Record<string, number> = { ...NOTHING };
  for (const event of events) {
    const sum = sumOf(event.type);
    if (sum !== null && Object.hasOwn(NOTHING, sum) && isLoss(event, dissolved)) {
      sums[sum] = (sums[sum] ?? 0) + 1;
    }
  }
  return sums as unknown as Taken;
}
