/** What always holds of pools, and of who holds a license or waits for one. */
import { entriesIn } from "../core/bucket.ts";
import type { SpaceId } from "../core/ids.ts";
import { type Invariant, named, STRUCTURE, sameMembers, strays } from "../core/invariants.ts";
import { identityOf, naturalIn } from "../directory/select/naturals.ts";
import type { RosterEntry } from "../roster/model.ts";
import { rosterOf } from "../roster/select/keys.ts";
import { isPresentAt, stakesKept } from "../roster/select/stakes-kept.ts";
import { choicesBelow, chosenIn, isFull, isHeldUp, seatsCounted } from "./invariants-below.ts";
import {
  type All,
  accounts,
  deferred,
  type Entry,
  granted,
  grantLists,
  isInUnit,
  people,
  queued,
  queueLists,
  reserved,
} from "./invariants-pool.ts";
import { selections, units, waitingAreCovered } from "./invariants-units.ts";
import { HOST_UNIT } from "./select/keys.ts";
import { sparesReserve } from "./select/limits.ts";
import { hasLicenses, type LicensesReads, takesLicense } from "./select/pool.ts";

type Check = Invariant<LicensesReads>["check"];

const nameOf = ({ number, organization, person }: Entry): string =>
  named(number, organization, person);
const ticketOf = (entry: Entry): string => `${nameOf(entry)} ${entry.ticket}`;

/** LIC-02, LIC-14: counts of persons, in each unit and over several, are recounts. */
const counts: Check = (all, say) => {
  for (const { owner, record } of all.of("pool")) {
    const held = accounts(all, owner, record, "held");
    const persons = (counted: (number: number) => boolean): number =>
      new Set(held.filter(({ number }) => counted(number)).map((each) => naturalIn(all, each)))
        .size;
    if (record.persons !== persons(() => true)) say(`${named(owner)} miscounts its persons`);
    if (record.downstreamPersons !== persons((number) => number !== HOST_UNIT)) {
      say(`${named(owner)} miscounts the persons in linked units`);
    }
    if (record.hostUsed !== persons((number) => number === HOST_UNIT)) {
      say(`${named(owner)} miscounts its own unit`);
    }
    for (const unit of [...record.units, ...(record.hierarchy ? [record.hierarchy] : [])]) {
      if (unit.used !== persons((number) => number === unit.number)) {
        say(`${named(owner, unit.number)} is miscounted`);
      }
    }
  }
};

/** LIC-18: accounts by person and by ticket are the same, each identity once in a unit. */
const lists: Check = (all, say) => {
  for (const { owner, record } of all.of("pool")) {
    const saying = (what: string): void => say(`pool of ${named(owner)}: ${what}`);
    const entries = people(all, owner, record, saying);
    if (entries.some(([, own]) => own.length === 0)) saying("somebody has no account");
    const held = accounts(all, owner, record, "held");
    const waits = accounts(all, owner, record, "waits");
    const kept = accounts(all, owner, record, "reserved");
    const names = [...held, ...waits, ...kept].map(nameOf);
    if (!sameMembers(names, names)) saying("an account is there twice");
    const given = granted(all, owner, record, saying);
    if (!sameMembers(held.map(ticketOf), given.map(ticketOf))) saying("grants are not as listed");
    const waiting = deferred(all, owner, record, saying);
    if (!sameMembers(waits.map(ticketOf), waiting.map(ticketOf))) saying("who waits is not listed");
    const listed = reserved(all, owner, record, saying);
    if (!sameMembers(kept.map(ticketOf), listed.map(ticketOf)))
      saying("what is reserved is not listed");
    const lined = record.queues === true ? waiting.map(ticketOf) : [];
    if (!sameMembers(lined, queued(all, owner, record, saying).map(ticketOf)))
      saying("who waits is not listed by unit");
  }
};

/** Everybody on a Roster, with the Space, as text. */
function rostered(all: All): Set<string> {
  return new Set(
    all.of("roster").flatMap(({ owner, record }) =>
      entriesIn<RosterEntry>(rosterOf(owner as SpaceId).width, record).flatMap(
        ([natural, through]) =>
          through.map((item) => {
            const { organization, person } = identityOf(natural, item);
            return named(owner, organization, person);
          }),
      ),
    ),
  );
}

/** Whether an identity may have an account in a unit: in service at the Host, or on the Roster. */
function mayHold(
  all: All,
  present: ReadonlySet<string>,
  host: string,
  { number, organization, person }: Entry,
): boolean {
  if (number === HOST_UNIT) {
    return organization === host && all.get("employment", host, person)?.inService === true;
  }
  const pool = all.get("pool", host);
  if (number === pool?.hierarchy?.number) return isPresentAt(all, host, organization, person);
  const unit = pool?.units.find((each) => each.number === number);
  return (
    unit !== undefined &&
    isInUnit(all, unit, organization) &&
    present.has(named(unit.space, organization, person))
  );
}

/** LIC-07, LIC-12, LIC-13, LIC-15: nobody has an account where they may not hold a grant. */
const holders: Check = (all, say) => {
  const present = rostered(all);
  for (const { owner, record } of all.of("pool")) {
    for (const state of ["held", "waits", "reserved"] as const) {
      for (const entry of accounts(all, owner, record, state)) {
        if (!mayHold(all, present, owner, entry)) {
          say(`${nameOf(entry)} has what it may not have of ${named(owner)}`);
        }
      }
    }
  }
};

/** BRANCH-06: who has something at an organization above is noted on both sides, and nobody else. */
const staked: Check = (all, say) => {
  const expected = new Map<string, number>();
  for (const { owner, record } of all.of("pool")) {
    for (const state of ["held", "waits", "reserved"] as const) {
      for (const { number, organization, person } of accounts(all, owner, record, state)) {
        if (number !== record.hierarchy?.number) continue;
        const name = named(owner, organization, person);
        expected.set(name, (expected.get(name) ?? 0) + 1);
      }
    }
  }
  for (const [name, [seats]] of stakesKept(all, say)) {
    if ((expected.get(name) ?? 0) !== seats) say(`${name} is not what is had above`);
    expected.delete(name);
  }
  for (const name of expected.keys()) say(`${name} is not noted`);
};

/** DIR-17, EXIT-08: what is reserved is reserved for somebody suspended, or of a Member that is in the Space. */
const reservedForSuspended: Check = (all, say) => {
  for (const { owner, record } of all.of("pool")) {
    for (const entry of accounts(all, owner, record, "reserved")) {
      const { organization, person, number } = entry;
      const space = record.units.find((unit) => unit.number === number)?.space;
      const isOut = space !== undefined && all.get("association", space, organization)?.suspended;
      if (all.get("employment", organization, person)?.suspended === undefined && isOut !== true) {
        say(`${nameOf(entry)} has something reserved at ${named(owner)}, and is not suspended`);
      }
    }
  }
};

/** LIC-20: a Host was told of an end that its purchase has. */
const toldOfAnEnd: Check = (all, say) => {
  for (const { owner, record } of all.of("pool")) {
    if (record.reached !== undefined && record.until === undefined)
      say(`${named(owner)} has reached an end that its purchase has not`);
  }
};

/**
 * LIC-11, LIC-16, LIC-19, LIC-20, SEAT-04: who waits would take a license, and none is left; too many are given out; a
 * Branch or unit is full; or the term is over.
 */
const noneLeftWhileWaiting: Check = (all, say, policy) => {
  for (const { owner, record } of all.of("pool")) {
    if (record.reached !== undefined) continue;
    if (record.waiting.count === 0 || !hasLicenses(record, 0, policy)) continue;
    const inLine = accounts(all, owner, record, "waits").filter(
      (each) => !isHeldUp(all, owner, record, each) && !isFull(all, owner, record, each),
    );
    const free = inLine.filter(({ number }) => sparesReserve(record, number, 1, policy));
    if (free.length > 0 && hasLicenses(record, 1, policy))
      say(`somebody waits for ${named(owner)}, which has licenses`);
    for (const [natural, own] of people(all, owner, record)) {
      const takesNone = inLine.some(
        (each) => naturalIn(all, each) === natural && !takesLicense(own, each.number, policy),
      );
      if (takesNone) say(`${named(natural)} waits for ${named(owner)}, and takes no license`);
    }
  }
};

/** No bucket, page or record is left behind, and no pool of an organization that ended. */
const reachable: Check = (all, say) => {
  const pool = (owner: string) => all.get("pool", owner);
  type Held = { readonly owner: string; readonly own: string };
  const last = (own: string): string => own.slice(own.indexOf("/") + 1);
  for (const { owner } of all.of("pool")) {
    if (all.get("organization", owner)?.ended !== false) say(`${named(owner)} ended, with a pool`);
  }
  const account = ({ owner, own }: Held): boolean =>
    Number(own) < (pool(owner)?.accounts.buckets ?? 0);
  strays(all.of("accounts"), "accounts", account, say);
  const waits = ({ owner, own }: Held): boolean =>
    pool(owner)?.waiting.pages.includes(Number(own)) === true;
  strays(all.of("deferred"), "deferred", waits, say);
  const kept = ({ owner, own }: Held): boolean =>
    pool(owner)?.reserved?.pages.includes(Number(own)) === true;
  strays(all.of("reserved"), "reserved", kept, say);
  const queues = ({ owner, own }: Held): boolean => {
    const record = pool(owner);
    const found = record === null ? [] : queueLists(record);
    const index = found.find(([number]) => String(number) === last(own))?.[1];
    return index?.pages.includes(Number.parseInt(own, 10)) === true;
  };
  strays(all.of("queue"), "queue", queues, say);
  const grants = ({ owner, own }: Held): boolean => {
    const record = pool(owner);
    const found = record === null ? [] : grantLists(record);
    const index = found.find(([number]) => String(number) === last(own))?.[1];
    return index?.pages.includes(Number.parseInt(own, 10)) === true;
  };
  strays(all.of("granted"), "granted", grants, say);
  const unit = ({ owner, own }: Held): boolean =>
    pool(owner)?.units.some(({ number }) => String(number) === own) === true;
  strays(all.of("unit"), "unit", unit, say);
  const automated = ({ owner, own }: Held): boolean =>
    Number.parseInt(own, 10) < (pool(owner)?.hierarchy?.automated?.buckets ?? 0);
  strays(all.of("automated"), "automated", automated, say);
  const automatic = ({ owner, own }: Held): boolean => {
    const number = own.slice(0, own.indexOf("/"));
    const record = pool(owner);
    if (record !== null && String(record.hierarchy?.number) === number) {
      const chosen: readonly string[] = chosenIn(all, owner, record, () => undefined);
      return chosen.includes(last(own));
    }
    const automated: readonly string[] = all.get("unit", owner, number)?.automated ?? [];
    return automated.includes(last(own));
  };
  strays(all.of("automatic"), "automatic", automatic, say);
  const selected = ({ owner, own }: Held): boolean => {
    const [number = "", bucket = ""] = own.slice(0, own.indexOf("/")).split(".");
    const index = all.get("automatic", owner, `${number}/${last(own)}`)?.departments;
    return Number.parseInt(bucket, 10) < (index?.buckets ?? 0);
  };
  strays(all.of("selected"), "selected", selected, say);
};

/** The invariants of licenses. */
export const licensesInvariants: readonly Invariant<LicensesReads>[] = [
  { rules: ["LIC-02", "LIC-14", "LIC-06"], check: counts },
  { rules: ["LIC-18"], check: lists },
  { rules: ["LIC-07", "LIC-12", "LIC-13", "LIC-15", "RESIGN-01"], check: holders },
  { rules: ["BRANCH-06", "SEAT-02"], check: staked },
  { rules: ["DIR-17", "EXIT-08"], check: reservedForSuspended },
  { rules: ["LIC-10", "SEAT-03"], check: waitingAreCovered },
  { rules: ["LIC-11", "LIC-16", "LIC-19", "SEAT-04"], check: noneLeftWhileWaiting },
  { rules: ["LIC-20"], check: toldOfAnEnd },
  { rules: ["LIC-03"], check: units },
  { rules: ["LIC-09"], check: selections },
  { rules: ["SEAT-03", "UNLINK-03"], check: choicesBelow },
  { rules: ["SEAT-04"], check: seatsCounted },
  { rules: [STRUCTURE], check: reachable },
];
