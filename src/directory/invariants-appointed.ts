/** What always holds of heads, named roles, successors, and of the ties that bind people. */
import type { Buckets } from "../core/hashed.ts";
import type { DepartmentId, OrganizationId, PersonId, RoleId } from "../core/ids.ts";
import {
  checkedEntries,
  checkedTickets,
  collect,
  type Everything,
  type Invariant,
  named,
  STRUCTURE,
  sameMembers,
  strays,
} from "../core/invariants.ts";
import { EMPTY_HASH, type HashIndex } from "../core/structures.ts";
import type { DirectoryRecords, TieKind } from "./model.ts";
import { doneBy, tiesKept, tiesOf } from "./select/bound.ts";
import { headsIn, holdersIn } from "./select/keys.ts";

type All = Everything<DirectoryRecords>;
type Check = Invariant<DirectoryRecords>["check"];
type Entry = readonly [PersonId, ordinal: number];

const TIES: readonly TieKind[] = [
  ...(["groups", "lists", "tasks", "stakes"] as const),
  ...(["offices", "stand-ins", "counterparts"] as const),
];
const DONE = ["started", "handled"] as const;

/** Who is listed, under their place of hire, is who says so. */
function sameListed(
  all: All,
  organization: string,
  entries: readonly Entry[],
  expected: readonly string[],
): boolean {
  const placed = ([person, ordinal]: Entry): boolean =>
    all.get("employment", organization, person)?.ordinal === ordinal;
  return (
    sameMembers(
      entries.map(([person]) => person),
      expected,
    ) && entries.every(placed)
  );
}

/** A department's heads, and a role's holders, are the people in service who say so. */
const appointments: Check = (all, say) => {
  const heads = new Map<string, string[]>();
  const holders = new Map<string, string[]>();
  for (const { owner, own, record } of all.of("employment")) {
    for (const each of record.heads) collect(heads, named(owner, each), own);
    for (const each of record.roles) collect(holders, named(owner, each), own);
  }
  const check = (
    [owner, own]: readonly [string, string],
    index: HashIndex,
    where: Buckets<"heads" | "holders">,
    said: Map<string, string[]>,
  ): void => {
    const entries = checkedEntries<Entry>(
      (bucket) => all.get(where.kind, owner, bucket),
      where,
      index,
      (what) => say(`${where.kind} of ${named(owner, own)}: ${what}`),
    );
    if (!sameListed(all, owner, entries, said.get(named(owner, own)) ?? [])) {
      say(`${where.kind} of ${named(owner, own)} are not those who say so`);
    }
    said.delete(named(owner, own));
  };
  for (const { owner, own, record } of all.of("department")) {
    const where = headsIn(owner as OrganizationId, own as DepartmentId);
    if (record.removed && record.heads.count > 0)
      say(`${named(owner, own)} is removed, and headed`);
    check([owner, own], record.heads, where, heads);
  }
  for (const { owner, own, record } of all.of("role")) {
    check([owner, own], record.holders, holdersIn(owner as OrganizationId, own as RoleId), holders);
  }
  for (const key of [...heads.keys(), ...holders.keys()]) say(`${key} is headed or held, unlisted`);
};

/** What is appointed to a person ends with their employment; nobody succeeds themselves. */
const ended: Check = (all, say) => {
  for (const { owner, own, record } of all.of("employment")) {
    const { heads, roles, successor } = record;
    if (!record.inService && heads.length + roles.length > 0) {
      say(`${named(owner, own)} left and is head, or has roles`);
    }
    if (!record.inService && successor !== null) say(`${named(owner, own)} left to a successor`);
    if (successor !== null && all.get("employment", owner, successor.person) === null) {
      say(`nobody employed is to succeed ${named(owner, own)}`);
    }
    if (successor?.person === own) say(`${named(owner, own)} succeeds themselves`);
  }
};

/** FLOW-20: whoever somebody reports to was employed there, under that number, and is somebody else. */
const managers: Check = (all, say) => {
  for (const { owner, own, record } of all.of("employment")) {
    if (record.manager === null) continue;
    const { person, number } = record.manager;
    const known = all.get("employment", owner, person)?.number ?? -1;
    if (known < number) say(`nobody employed manages ${named(owner, own)}`);
    if (person === own) say(`${named(owner, own)} manages themselves`);
  }
};

/** Nobody out of service is bound anywhere; every tie stands once, in a place of its own. */
const ties: Check = (all, say) => {
  for (const { owner, own, record } of all.of("bound")) {
    const identity = { organization: owner as OrganizationId, person: own as PersonId };
    const serves = all.get("employment", owner, own)?.inService === true;
    const places: number[] = [];
    for (const kind of TIES) {
      const bucket = (each: string) => all.get("ties", owner, each);
      checkedEntries(bucket, tiesOf(identity, kind), record[kind] ?? EMPTY_HASH, (what) =>
        say(`${kind} of ${named(owner, own)}: ${what}`),
      );
      const kept = tiesKept(record, identity, kind, bucket);
      const things = kept.map(([id]) => id);
      if (!sameMembers(things, things))
        say(`${named(owner, own)} is bound twice to one of ${kind}`);
      if (!serves && kept.length > 0) say(`${named(owner, own)} left and is bound to ${kind}`);
      places.push(...kept.map(([, place]) => place));
    }
    if (!sameMembers(places, places) || places.some((place) => place >= record.places)) {
      say(`places of ties of ${named(owner, own)} are not each given once`);
    }
  }
};

/** What somebody started or handled is listed in order. */
const done: Check = (all, say) => {
  for (const { owner, own, record } of all.of("bound")) {
    const identity = { organization: owner as OrganizationId, person: own as PersonId };
    for (const kind of DONE) checkedTickets(all, doneBy(identity, kind), record[kind], say);
  }
};

/** The number in front of a slash, and what follows it. */
function parted(own: string): readonly [number: number, rest: string] {
  const slash = own.indexOf("/");
  return [Number.parseInt(own, 10), own.slice(slash + 1)];
}

/** No bucket or page is left behind. */
const reachable: Check = (all, say) => {
  const within = (own: string, index: (rest: string) => HashIndex | undefined) => {
    const [bucket, rest] = parted(own);
    return bucket < (index(rest)?.buckets ?? 0);
  };
  strays(
    all.of("heads"),
    "heads",
    ({ owner, own }) => within(own, (rest) => all.get("department", owner, rest)?.heads),
    say,
  );
  strays(
    all.of("holders"),
    "holders",
    ({ owner, own }) => within(own, (rest) => all.get("role", owner, rest)?.holders),
    say,
  );
  strays(
    all.of("ties"),
    "ties",
    ({ owner, own }) =>
      TIES.some(
        (kind) =>
          own.startsWith(`${kind}.`) &&
          within(own.slice(kind.length + 1), (rest) => all.get("bound", owner, rest)?.[kind]),
      ),
    say,
  );
  for (const kind of DONE) {
    strays(
      all.of(kind),
      kind,
      ({ owner, own }) => {
        const [page, rest] = parted(own);
        return all.get("bound", owner, rest)?.[kind].pages.includes(page) === true;
      },
      say,
    );
  }
};

/** The invariants of appointments and ties. */
export const appointedInvariants: readonly Invariant<DirectoryRecords>[] = [
  { rules: [STRUCTURE], check: appointments },
  { rules: ["RESIGN-01", "RESIGN-04"], check: ended },
  { rules: ["FLOW-20"], check: managers },
  { rules: ["RESIGN-01", "ROSTER-15"], check: ties },
  { rules: [STRUCTURE], check: done },
  { rules: [STRUCTURE], check: reachable },
];
