/** What always holds of Rosters, waiting lists and scopes. */
import type { SpaceId } from "../core/ids.ts";
import {
  byOwner,
  checkedEntries,
  checkedTickets,
  type Everything,
  type Invariant,
  named,
  STRUCTURE,
  sameMembers,
  strays,
} from "../core/invariants.ts";
import type { Policy } from "../core/policy.ts";
import { identityOf, naturalIn } from "../directory/select/naturals.ts";
import type { SpaceRecord } from "../spaces/model.ts";
import { personCapInForce } from "../spaces/select/limits.ts";
import { counterpartsIn } from "./invariants-counterparts.ts";
import { onLinks } from "./invariants-links.ts";
import { belongingTo, rules } from "./invariants-scope.ts";
import type { QueuedEntry, RosterEntry, WaitingPage } from "./model.ts";
import { queuedFor, rosterOf, waitingFor } from "./select/keys.ts";
import { counted } from "./select/presence.ts";
import type { RosterReads } from "./select/scope.ts";

type All = Everything<RosterReads>;
type Check = Invariant<RosterReads>["check"];
type Say = (what: string) => void;
type Present = RosterEntry;
type Queued = QueuedEntry;
type Waiting = WaitingPage["entries"][number];
const quietly: Say = () => undefined;

function presentIn(all: All, space: string, record: SpaceRecord, say: Say = quietly): Present[] {
  return checkedEntries<Present>(
    (own) => all.get("roster", space, own),
    rosterOf(space as SpaceId),
    record.roster,
    (what) => say(`Roster of ${named(space)}: ${what}`),
  );
}

function waitingIn(all: All, space: string, record: SpaceRecord, say: Say = quietly): Waiting[] {
  return checkedTickets<Waiting>(all, waitingFor(space as SpaceId), record.waiting, say);
}

/** Identities as text, to be compared as sets. */
const identity = (organization: string, person: string): string => named(organization, person);

const presentNames = (entries: readonly Present[]): string[] =>
  entries.flatMap(([natural, through]) =>
    through.map((item) => {
      const { organization, person } = identityOf(natural, item);
      return identity(organization, person);
    }),
  );

/** CAP-02: counts of persons, identities and of each organization's people are recounts. */
const counts: Check = (all, say) => {
  const parts = byOwner(all.of("association"));
  for (const { owner, record } of all.of("space")) {
    const entries = presentIn(all, owner, record, say);
    const names = presentNames(entries);
    if (entries.some(([, through]) => through.length === 0)) {
      say(`somebody is on the Roster of ${named(owner)} through nobody`);
    }
    if (record.persons !== entries.length) say(`${named(owner)} miscounts its persons`);
    if (record.identities !== names.length) say(`${named(owner)} miscounts its identities`);
    if (!sameMembers(names, names)) say(`an identity is on the Roster of ${named(owner)} twice`);
    const through = entries.flatMap(([, each]) => each.map(([organization]) => organization));
    const waiting = waitingIn(all, owner, record).map(([, organization]) => organization);
    for (const { own, record: part } of parts.get(owner) ?? []) {
      const tally = (list: readonly string[]): number => list.filter((each) => each === own).length;
      if (part.present !== tally(through)) say(`${named(owner, own)} miscounts who is present`);
      if (part.waiting !== tally(waiting)) say(`${named(owner, own)} miscounts who waits`);
    }
  }
};

/** CAP-05: the waiting list by ticket and by person are the same list. */
const queues: Check = (all, say) => {
  for (const { owner, record } of all.of("space")) {
    const waiting = waitingIn(all, owner, record, say);
    const queued = checkedEntries<Queued>(
      (own) => all.get("queued", owner, own),
      queuedFor(owner as SpaceId),
      record.queued,
      (what) => say(`queue of ${named(owner)}: ${what}`),
    );
    const byTicket = waiting.map(([ticket, organization, person]) =>
      named(ticket, organization, person),
    );
    const byPerson = queued.flatMap(([natural, places]) =>
      places.map((item) => {
        const { organization, person } = identityOf(natural, item);
        return named(item[1], organization, person);
      }),
    );
    if (!sameMembers(byTicket, byPerson))
      say(`the two lists of who waits for ${named(owner)} differ`);
    const names = waiting.map(([, organization, person]) => identity(organization, person));
    if (!sameMembers(names, names)) say(`somebody waits for ${named(owner)} twice`);
  }
};

/** ROSTER-15: whoever is present or waits is in service, under the employment recorded. */
const inService: Check = (all, say) => {
  const look = (space: string, organization: string, person: string, ordinal: number): void => {
    const employment = all.get("employment", organization, person);
    if (employment?.inService !== true || employment.ordinal !== ordinal) {
      say(`${named(space, organization, person)} is there under an employment that ended`);
    }
  };
  for (const { owner, record } of all.of("space")) {
    for (const [natural, through] of presentIn(all, owner, record)) {
      for (const item of through) {
        const { organization, person } = identityOf(natural, item);
        look(owner, organization, person, item[1]);
      }
    }
    for (const [, organization, person, ordinal] of waitingIn(all, owner, record)) {
      look(owner, organization, person, ordinal);
    }
  }
};

/** ROSTER-10: present or waiting, never both, is exactly who the directories and scopes say. */
const afresh: Check = (all, say) => {
  const employments = byOwner(all.of("employment"));
  const parts = byOwner(all.of("association"));
  for (const { owner, record } of all.of("space")) {
    const expected = new Set<string>();
    for (const part of parts.get(owner) ?? []) {
      const belongs = belongingTo(all, { space: owner as SpaceId }, part.own, part.record);
      for (const { own: person, record: employment } of employments.get(part.own) ?? []) {
        if (employment.inService && belongs(person, employment.departments)) {
          expected.add(identity(part.own, person));
        }
      }
    }
    const present = presentNames(presentIn(all, owner, record));
    const waiting = waitingIn(all, owner, record).map(([, organization, person]) =>
      identity(organization, person),
    );
    const both = new Set(present);
    for (const name of waiting) if (both.has(name)) say(`${name} is in ${named(owner)} and waits`);
    for (const name of [...present, ...waiting]) {
      if (!expected.delete(name)) say(`${name} is in ${named(owner)} and not in scope`);
    }
    for (const name of expected) say(`${name} is in scope of ${named(owner)} and not there`);
  }
};

function capOf(all: All, record: SpaceRecord, policy: Policy, caps: "strict" | "tolerant"): number {
  const host = { certified: all.get("organization", record.host)?.certified === true };
  const inForce = personCapInForce(record, host, policy);
  if (caps === "strict") return inForce;
  return Math.max(inForce, personCapInForce(record, { certified: !host.certified }, policy));
}

/** CAP-01: no more on a Roster than the person cap allows, unless facts are let in above it. */
const personCap: Check = (all, say, policy, { caps = "strict" }) => {
  if (policy.overCapFact === "admit-and-flag") return;
  for (const { owner, record } of all.of("space")) {
    const limit = capOf(all, record, policy, caps);
    if (counted(record, policy) > limit) say(`more than ${limit} on the Roster of ${named(owner)}`);
  }
};

/** CAP-05, CAP-04: somebody waits only for a place that takes room, while there is none. */
const fullWhileWaiting: Check = (all, say, policy) => {
  for (const { owner, record } of all.of("space")) {
    if (record.waiting.count === 0) continue;
    if (counted(record, policy) < capOf(all, record, policy, "strict")) {
      say(`somebody waits for ${named(owner)}, which has room`);
    }
    if (policy.personCounting === "per-identity") continue;
    const counting = new Set(presentIn(all, owner, record).map(([person]) => person));
    for (const [, organization, person] of waitingIn(all, owner, record)) {
      if (counting.has(naturalIn(all, { organization, person })))
        say(`${named(owner, organization, person)} waits for no place`);
    }
  }
};

/** No bucket or page is left behind. */
const reachable: Check = (all, say) => {
  const space = (owner: string) => all.get("space", owner);
  const buckets = (kind: "roster" | "queued") => (held: { owner: string; own: string }) =>
    Number.parseInt(held.own, 10) < (space(held.owner)?.[kind].buckets ?? 0);
  strays(all.of("roster"), "roster", buckets("roster"), say);
  strays(all.of("queued"), "queued", buckets("queued"), say);
  const page = ({ owner, own }: { owner: string; own: string }): boolean =>
    space(owner)?.waiting.pages.includes(Number(own)) === true;
  strays(all.of("waiting"), "waiting", page, say);
  const rule = ({ owner, own }: { owner: string; own: string }): boolean => {
    const slash = own.indexOf("/");
    const part = all.get("association", owner, own.slice(slash + 1));
    const index = own.startsWith("d") ? part?.departments : part?.people;
    return Number(own.slice(1, slash)) < (index?.buckets ?? 0);
  };
  strays(all.of("ruled"), "ruled", rule, say);
};

/** PARTNER-03: counterparts are on the Roster. */
const counterparts: Check = (all, say) =>
  counterpartsIn(all, say, (space) => {
    const record = all.get("space", space);
    return new Set(record === null ? [] : presentNames(presentIn(all, space, record)));
  });

/** The invariants of Rosters. */
export const rosterInvariants: readonly Invariant<RosterReads>[] = [
  { rules: ["CAP-02", "ROSTER-14"], check: counts },
  { rules: ["CAP-05"], check: queues },
  { rules: ["ROSTER-15", "RESIGN-01"], check: inService },
  { rules: ["RESIGN-01", "ROSTER-09", "RESIGN-04"], check: rules },
  { rules: ["ROSTER-10", "ROSTER-03", "ROSTER-04", "ROSTER-02", "RESIGN-02"], check: afresh },
  { rules: ["CAP-01", "CAP-02", "CAP-06"], check: personCap },
  { rules: ["CAP-05", "CAP-04"], check: fullWhileWaiting },
  { rules: ["BRANCH-02", "BRANCH-01", "BRANCH-03"], check: onLinks },
  { rules: ["PARTNER-03", "RESIGN-01"], check: counterparts },
  { rules: [STRUCTURE], check: reachable },
];
