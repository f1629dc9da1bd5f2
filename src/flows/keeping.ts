/** What departures took is kept, to be given back if they are undone; what is over goes, a little each time. */
import type { OrganizationId } from "../core/ids.ts";
import { identityText } from "../core/lists.ts";
import type { Identity } from "../core/notice.ts";
import type { EventOf } from "../core/outcome.ts";
import { pageKeys } from "../core/paged.ts";
import type { Policy } from "../core/policy.ts";
import { effect } from "../core/rule.ts";
import type * as faces from "../core/transaction.ts";
import { causedBy, emit, independently, must, read, readBefore } from "../core/transaction.ts";
import type {
  DepartureEvents,
  DeparturesPage,
  DirectoryEvents,
  Employed,
  KeptIndex,
  KeptKind,
  KeptThing,
} from "../directory/model.ts";
import { retentionOf } from "../directory/select/inert.ts";
import { allKept, distinctThings, isKeptStill } from "../directory/select/kept.ts";
import { departuresOf } from "../directory/select/keys.ts";
import type { RosterEvents } from "../roster/model.ts";
import { isWaiting, mayBeBack } from "../roster/select/presence.ts";
import { type FlowsReads, type Reading, sameIdentity } from "./select/flows.ts";
import { notGivenBack } from "./select/given-back.ts";
import { isOver } from "./select/stand-ins.ts";
import { orderIn, takenInStep } from "./select/taken.ts";

type Deciding = faces.Deciding<FlowsReads, DepartureEvents>;
type Resigned = EventOf<DirectoryEvents, "person.resigned">;

/** Whether an employment was in force before this step: one that was not held nothing. */
function hadBegun(tx: Reading, { organization, person, number }: Resigned["data"]): boolean {
  const before = readBefore(tx, "employment", organization, person);
  return before?.inService === true && before.number === number;
}

/** RESIGN-05: keeps what the departures of a step took. What the last one took that has not come back goes on. */
export const keepTaken = effect(
  "RESIGN-05",
  (tx: Deciding, events: readonly Resigned[], policy: Policy, since: number): void => {
    const fresh = events.filter(({ seq }) => seq >= since);
    const last = new Map(fresh.map((event) => [identityText(event.data), event]));
    const organizations = new Set<OrganizationId>();
    const taken = last.size === 0 ? null : takenInStep(tx);
    independently(tx, last.values(), ({ seq, data }) => {
      const { organization, person, number } = data;
      const employment = must(tx, "employment", organization, person);
      if (employment.inService || employment.number !== number) return;
      const until = (employment.times.ended ?? tx.at) + retentionOf(policy);
      causedBy(tx, seq, () => {
        if (!isKeptStill(until, tx.at)) {
          emit(tx, "departure.dropped", { organization, person, number, because: "lapsed" });
          return;
        }
        const left = allKept(tx, data);
        const things = [
          ...left,
          ...(hadBegun(tx, data) ? (taken?.get(identityText(data)) ?? []) : []),
        ];
        keep(tx, { organization, person, number }, until, things);
        organizations.add(organization);
      });
    });
    for (const organization of organizations) dropLapsed(tx, organization);
  },
);

/** An event by which something kept is given back, or comes to nothing. */
type Settling =
  | EventOf<DirectoryEvents, "person.reinstated">
  | EventOf<RosterEvents, "roster.entered" | "waiting.left">;

/** What is given back only in a Space, once the identity is on its Roster. */
const LATER: ReadonlySet<KeptKind> = /* @__PURE__ */ new Set([
  "group",
  "license",
  "task",
  "counterpart",
]);

/**
 * RESIGN-05, RESIGN-07: what was kept of somebody who is back goes, but for what belongs to Spaces in
 * which they still wait.
 */
export const forgetGivenBack = effect(
  ["RESIGN-05", "RESIGN-07"],
  (tx: Deciding, events: readonly Settling[], _policy: Policy, since: number): void => {
    const fresh = events.filter(
      ({ seq, type, data }) => seq >= since && (type !== "roster.entered" || mayBeBack(data)),
    );
    const last = new Map(fresh.map((event) => [identityText(event.data), event]));
    independently(tx, last.values(), ({ seq, data: { organization, person } }) => {
      const identity = { organization, person };
      const employment = read(tx, "employment", organization, person);
      if (employment?.inService !== true || employment.kept === undefined) return;
      const { number, kept } = employment;
      const things = allKept(tx, identity);
      const isStill = isKeptStill(kept.until, tx.at);
      const waiting = isStill ? things.filter((thing) => waitsFor(tx, identity, thing)) : [];
      if (waiting.length > 0 && waiting.length === things.length) return;
      const isBackNow = fresh.some(
        (event) => event.type === "person.reinstated" && sameIdentity(event.data, identity),
      );
      const others = isStill ? keptWithOthers(tx, identity, things) : [];
      const stay = [...waiting, ...others.flatMap(([, thing]) => [thing])];
      const left = isStill && isBackNow ? notGivenBack(tx, identity, things, stay) : [];
      const told = { organization, person, number, ...(left.length > 0 && { left }) };
      causedBy(tx, seq, () => {
        if (waiting.length > 0) keep(tx, told, kept.until, waiting);
        else emit(tx, "departure.dropped", { ...told, because: "reinstated" });
        for (const [other, thing] of others) {
          const { until } = must(tx, "employment", organization, other.person).kept as KeptIndex;
          const its = allKept(tx, { organization, person: other.person });
          keep(tx, { organization, ...other }, until, [...its, thing]);
        }
      });
    });
  },
);

/**
 * Periods between somebody who is back and somebody whose departure may be undone still: they are kept with the
 * other's, for they go on when both are back.
 */
function keptWithOthers(
  tx: Reading,
  { organization, person }: Identity,
  things: readonly KeptThing[],
): (readonly [Employed, KeptThing])[] {
  return things.flatMap((thing) => {
    const period = thing[6];
    if (period === undefined || isOver(period, tx.at)) return [];
    const { person: principal, number } = period;
    const other = principal === person ? period.standIn : { person: principal, number };
    const employment = read(tx, "employment", organization, other.person);
    const isKept =
      employment?.inService === false &&
      employment.number === other.number &&
      employment.kept !== undefined &&
      isKeptStill(employment.kept.until, tx.at);
    return isKept ? [[other, thing] as const] : [];
  });
}

/** Whether something kept belongs to a Space in which an identity waits. */
function waitsFor(tx: Reading, identity: Identity, [kind, space, order, id]: KeptThing): boolean {
  const { organization } = identity;
  const member = kind === "counterpart" ? (id as OrganizationId) : organization;
  if (space === null || !LATER.has(kind)) return false;
  if (orderIn(tx, space, { ...identity, organization: member }) !== order) return false;
  return isWaiting(tx, space, identity.organization, identity.person);
}

/** Says what is kept of a departure from now on. */
function keep(
  tx: Deciding,
  employment: Omit<DepartureEvents["departure.kept"], "until" | "counts" | "things">,
  until: number,
  things: readonly KeptThing[],
): void {
  const counts: { [Kind in KeptKind]?: number } = {};
  for (const [kind] of distinctThings(things)) counts[kind] = (counts[kind] ?? 0) + 1;
  emit(tx, "departure.kept", { ...employment, until, counts, things });
}

/** So many departures whose time is over go with one input that keeps something. */
const DROPPED_MAX = 2;

/** RESIGN-05: drops the oldest of those whose time is over, so that nothing grows without end. */
const dropLapsed = effect("RESIGN-05", (tx: Deciding, organization: OrganizationId): void => {
  const { departures } = must(tx, "directory", organization);
  if (departures === undefined) return;
  const [first] = pageKeys(departuresOf(organization), departures, 1);
  const page: DeparturesPage | null = first === undefined ? null : read(tx, ...first);
  const over = (page?.entries ?? [])
    .filter(([, , , until]) => !isKeptStill(until, tx.at))
    .sort((left, right) => left[3] - right[3]);
  for (const [, person, number] of over.slice(0, DROPPED_MAX)) {
    emit(tx, "departure.dropped", { organization, person, number, because: "lapsed" });
  }
});
