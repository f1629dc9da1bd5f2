/** What always holds of full lists that are in progress, held or not yet carried out. */
import { BUCKET_BYTES } from "../core/bucket.ts";
import type { ListId } from "../core/ids.ts";
import {
  byOwner,
  type Everything,
  type Invariant,
  named,
  STRUCTURE,
  sameMembers,
} from "../core/invariants.ts";
import type { DirectoryRecords, ListRecord } from "./model.ts";
import { partName } from "./select/lists.ts";
import { lineBytes, placesOf, returnsName } from "./select/returns.ts";

type Check = Invariant<DirectoryRecords>["check"];

/** The parts that a list says have come, by the names of their records where there are any. */
function partsOf(list: ListId, { departments, pages }: ListRecord): readonly (readonly string[])[] {
  const ofPeople = pages.map(([page, pieces]) =>
    Array.from({ length: pieces }, (_, piece) => partName(list, { kind: "people", page, piece })),
  );
  return [
    ...departments.map((page) => [partName(list, { kind: "departments", page })]),
    ...ofPeople,
  ];
}

/** How many lists of one extent are kept, and how many of these are complete. */
function countByExtent(
  lists: readonly ListRecord[],
): (readonly [kept: number, complete: number])[] {
  const counts = new Map<string, readonly [kept: number, complete: number]>();
  for (const { extent, state } of lists) {
    const of = JSON.stringify(extent ?? null);
    const [kept, complete] = counts.get(of) ?? [0, 0];
    counts.set(of, [kept + 1, complete + (state === "begun" ? 0 : 1)]);
  }
  return [...counts.values()];
}

/** Lists are recorded where they are listed: twenty at most, two of one extent, and one of them complete. */
const lists: Check = (all, say) => {
  const records = byOwner(all.of("list"));
  for (const { owner, record } of all.of("directory")) {
    const listed = record.lists ?? [];
    const kept = records.get(owner) ?? [];
    if (
      !sameMembers(
        listed,
        kept.map(({ own }) => own as ListId),
      )
    ) {
      say(`lists of ${named(owner)} are not those recorded`);
    }
    const counts = countByExtent(kept.map((each) => each.record));
    if (listed.length > 20 || counts.some(([all, complete]) => all > 2 || complete > 1)) {
      say(`${named(owner)} has too many lists`);
    }
  }
};

function countParts(all: Everything<DirectoryRecords>, owner: string, parts: readonly string[]) {
  const kept = parts.flatMap((part) => all.get("part", owner, part) ?? []);
  return { come: kept.length, ids: kept.reduce((sum, { ids }) => sum + ids.length, 0) };
}

/** What a list says has come is what is kept of its parts. */
const parts: Check = (all, say) => {
  const known = new Set<string>();
  for (const { owner, own, record } of all.of("list")) {
    const list = own as ListId;
    for (const part of partsOf(list, record).flat()) known.add(named(owner, part));
    for (const [page, pieces, come] of record.pages) {
      const names = Array.from({ length: pieces }, (_, piece) =>
        partName(list, { kind: "people", page, piece }),
      );
      if (countParts(all, owner, names).come !== come) say(`${named(owner, own)} lacks a piece`);
    }
    const [departments, people] = [
      record.departments.map((page) => partName(list, { kind: "departments", page })),
      partsOf(list, { ...record, departments: [] }).flat(),
    ].map((names) => countParts(all, owner, names).ids);
    if (departments !== record.named.departments || people !== record.named.people) {
      say(`${named(owner, own)} miscounts what it names`);
    }
  }
  for (const { owner, own } of all.of("part")) {
    if (!known.has(named(owner, own))) say(`no list has the part ${named(owner, own)}`);
  }
};

/** What a list says is put off is what is kept: each person of a page once, in records that are not too large. */
const returns: Check = (all, say) => {
  const known = new Set<string>();
  for (const { owner, own, record } of all.of("list")) {
    const list = own as ListId;
    for (const index of record.returns ?? []) {
      const [page, people] = index;
      const names = placesOf(index).map((place) => returnsName(list, page, place));
      for (const name of names) known.add(named(owner, name));
      const kept = names.map((name) => all.get("returns", owner, name)?.lines ?? []);
      const ids = kept.flat().map(({ person }) => person);
      const isAstray = kept.some(({ length }) => length === 0) || new Set(ids).size < ids.length;
      if (isAstray || ids.length !== people) say(`${named(owner, own)} miscounts what is put off`);
      const takes = kept.map((lines) => lines.reduce((sum, line) => sum + lineBytes(line), 0));
      if (takes.some((bytes, place) => bytes > BUCKET_BYTES && kept[place]?.length !== 1)) {
        say(`${named(owner, own)} puts too much in one record`);
      }
    }
  }
  for (const { owner, own } of all.of("returns")) {
    if (!known.has(named(owner, own))) say(`no list has put off ${named(owner, own)}`);
  }
};

/** Departments that are an extent stand in order, each once, under the first; each extent is there once. */
const extents: Check = (all, say) => {
  const isInOrder = (ids: readonly string[]) =>
    ids.every((each, place) => place === 0 || (ids[place - 1] as string) < each);
  for (const { owner, own, record } of all.of("list")) {
    const { extent = { departments: [] } } = record;
    if ("departments" in extent && !isInOrder(extent.departments)) {
      say(`${named(owner, own)} is full for no set`);
    }
  }
  for (const { owner, own, record } of all.of("extents")) {
    const known = record.listed.map(({ departments }) => departments.join(" "));
    const isAstray = record.listed.some(
      ({ departments }) => departments[0] !== own || !isInOrder(departments),
    );
    if (isAstray || !sameMembers(known, known) || known.length === 0) {
      say(`${named(owner, own)} remembers lists of other extents`);
    }
  }
};

/** Nobody is in a dormant department, and nothing that is awake is below it. */
const dormant: Check = (all, say) => {
  for (const { owner, own, record } of all.of("department")) {
    const sleeps = (each: string) => all.get("department", owner, each)?.dormant !== undefined;
    if (sleeps(own) && (record.removed || record.placed.count > 0)) {
      say(`${named(owner, own)} is dormant and not empty`);
    }
    const isAwake = !record.removed && !sleeps(own);
    if (isAwake && record.parent !== null && sleeps(record.parent)) {
      say(`${named(owner, own)} is awake below a dormant department`);
    }
  }
};

/** The invariants of full lists. */
export const listInvariants: readonly Invariant<DirectoryRecords>[] = [
  { rules: ["DIR-04"], check: lists },
  { rules: [STRUCTURE], check: parts },
  { rules: ["DIR-08"], check: returns },
  { rules: ["DIR-05"], check: extents },
  { rules: ["DIR-10"], check: dormant },
];
