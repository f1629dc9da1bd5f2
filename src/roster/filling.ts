/** Who is told that a Space fills up, or that an organization has few Spaces left to join (ALERT-06). */
import type { OrganizationId, SpaceId } from "../core/ids.ts";
import type { EventOf } from "../core/outcome.ts";
import type { Policy } from "../core/policy.ts";
import { effect } from "../core/rule.ts";
import { type Gauge, isSameThresholds, judged } from "../core/thresholds.ts";
import type * as faces from "../core/transaction.ts";
import { emit, notify, read, readBefore } from "../core/transaction.ts";
import type { DirectoryEvents } from "../directory/model.ts";
import type { SpaceRecord, SpacesEvents } from "../spaces/model.ts";
import { personCapInForce } from "../spaces/select/limits.ts";
import type { RosterEvents } from "./model.ts";
import { counted } from "./select/presence.ts";
import type { RosterReads } from "./select/scope.ts";

type Deciding = faces.Deciding<
  RosterReads,
  Pick<SpacesEvents, "space.unarmed" | "organization.unarmed">
>;
type Reading = faces.Reading<RosterReads>;

type Happened =
  | EventOf<RosterEvents, "roster.entered" | "roster.left">
  | EventOf<SpacesEvents, "person-cap.expanded" | "association.formed" | "association.cancelled">
  | EventOf<DirectoryEvents, "organization.certification-changed" | "person.recounted">;

/** The Spaces and organizations whose numbers, or limits, a step may have changed. */
interface Touched {
  readonly persons: Set<SpaceId>;
  readonly members: Set<SpaceId>;
  readonly joins: Set<OrganizationId>;
}

function touchedBy(tx: Reading): Touched {
  const touched: Touched = { persons: new Set(), members: new Set(), joins: new Set() };
  for (const { type, data } of tx.events as readonly Happened[]) {
    if (type === "roster.entered" || type === "roster.left") {
      if ("space" in data) touched.persons.add(data.space);
    }
    if (type === "person-cap.expanded") touched.persons.add(data.space);
    if (type === "association.formed" || type === "association.cancelled") {
      touched.members.add(data.space);
      touched.joins.add(data.organization);
    }
    if (type === "organization.certification-changed" || type === "person.recounted") {
      const record = read(tx, "organization", data.organization);
      const { hosted = [], joined = [] } = record ?? {};
      for (const space of [...hosted, ...joined]) touched.persons.add(space);
    }
  }
  return touched;
}

/** ALERT-06: tells of numbers that the step has brought to a threshold of their limits. */
export const noticesOfFilling = effect("ALERT-06", (tx: Deciding, policy: Policy): void => {
  const watches = (subject: "persons" | "members" | "joins"): boolean =>
    policy.alertSubjects.includes(subject);
  if (!watches("persons") && !watches("members") && !watches("joins")) return;
  const { persons, members, joins } = touchedBy(tx);
  if (watches("persons")) {
    for (const space of persons) judgeSpace(tx, policy, space, "persons");
  }
  if (watches("members")) {
    for (const space of members) judgeSpace(tx, policy, space, "members");
  }
  if (watches("joins")) for (const each of joins) judgeJoins(tx, policy, each);
});

/** The number of a Space under its limit, now or before this step; there is none before it was created. */
function gaugeOf(
  tx: Reading,
  look: typeof read | typeof readBefore,
  policy: Policy,
  space: SpaceRecord | null,
  subject: "persons" | "members",
): Gauge {
  const unarmed = space?.unarmed?.[subject];
  if (space === null) return { value: 0, limit: 0 };
  if (subject === "members") {
    return { value: space.members.count, limit: policy.memberOrgCap, unarmed };
  }
  const host = look(tx, "organization", space.host);
  const limit = personCapInForce(space, { certified: host?.certified === true }, policy);
  return { value: counted(space, policy), limit, unarmed };
}

function judgeSpace(
  tx: Deciding,
  policy: Policy,
  space: SpaceId,
  subject: "persons" | "members",
): void {
  const now = read(tx, "space", space);
  if (now === null || now.dissolved) return;
  const before = gaugeOf(tx, readBefore, policy, readBefore(tx, "space", space), subject);
  const after = gaugeOf(tx, read, policy, now, subject);
  const { crossed, unarmed } = judged(before, after, policy);
  if (!isSameThresholds(after.unarmed, unarmed)) {
    emit(tx, "space.unarmed", { space, subject, thresholds: unarmed });
  }
  if (crossed === null) return;
  notify(tx, {
    kind: "SPACE_FILLING",
    to: [{ kind: "space-admins", space }],
    data: { space, subject, threshold: crossed },
  });
}

function judgeJoins(tx: Deciding, policy: Policy, organization: OrganizationId): void {
  const now = read(tx, "organization", organization);
  if (now === null || now.ended) return;
  const was = readBefore(tx, "organization", organization);
  const limit = policy.joinLimit;
  const before = { value: was?.joined.length ?? 0, limit, unarmed: was?.unarmed };
  const after = { value: now.joined.length, limit, unarmed: now.unarmed };
  const { crossed, unarmed } = judged(before, after, policy);
  if (!isSameThresholds(after.unarmed, unarmed)) {
    emit(tx, "organization.unarmed", { organization, thresholds: unarmed });
  }
  if (crossed === null) return;
  notify(tx, {
    kind: "JOINS_FILLING",
    to: [{ kind: "authorized-admins", organization }],
    data: { organization, threshold: crossed },
  });
}
