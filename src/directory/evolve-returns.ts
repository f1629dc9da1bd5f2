/** What events change of the lines of full lists that are put off (DIR-08). */
import { BUCKET_BYTES } from "../core/bucket.ts";
import type { PersonId } from "../core/ids.ts";
import { drop, edit, must, put } from "../core/transaction.ts";
import type { Evolving } from "./evolve-appointed.ts";
import type { ListEvents, PutOffLine, ReturnsIndex } from "./model.ts";
import type { ListOf } from "./select/lists.ts";
import { lineBytes, linesPutOff, placesOf, returnsName } from "./select/returns.ts";

/** Keeps lines in records from a place on, each with as many as it can take; gives the next place. */
function fill(
  tx: Evolving,
  { organization, list }: ListOf,
  page: number,
  from: number,
  lines: readonly PutOffLine[],
): number {
  let place = from;
  let bytes = 0;
  let taken: PutOffLine[] = [];
  const keep = (): void => {
    if (taken.length === 0) return;
    put(tx, "returns", organization, returnsName(list, page, place), { lines: taken });
    place += 1;
    taken = [];
    bytes = 0;
  };
  for (const line of lines) {
    const takes = lineBytes(line);
    if (bytes + takes > BUCKET_BYTES) keep();
    taken.push(line);
    bytes += takes;
  }
  keep();
  return place;
}

/** Notes how many lines of a page are put off, and where they are. */
function note(tx: Evolving, { organization, list }: ListOf, index: ReturnsIndex): void {
  const [page, people] = index;
  const record = edit(tx, "list", organization, list);
  const others = (record.returns ?? []).filter(([each]) => each !== page);
  const all = people === 0 ? others : [...others, index].sort(([one], [two]) => one - two);
  if (all.length === 0) delete record.returns;
  else record.returns = all;
}

function indexOf(tx: Evolving, { organization, list }: ListOf, page: number): ReturnsIndex {
  const { returns = [] } = must(tx, "list", organization, list);
  return returns.find(([each]) => each === page) ?? [page, 0, 0, 0];
}

function dropPlaces(tx: Evolving, { organization, list }: ListOf, index: ReturnsIndex): void {
  for (const place of placesOf(index)) {
    drop(tx, "returns", organization, returnsName(list, index[0], place));
  }
}

/** Puts lines off, behind those of their page that are still; what these outdo goes. */
export function putOff(
  tx: Evolving,
  { organization, list, page, people: fresh, outdone }: ListEvents["list.put-off"],
  at: number,
): void {
  const of = { organization, list };
  const index = indexOf(tx, of, page);
  const [, people, first, next] = index;
  const lines = fresh.map((line) => ({ ...line, at }));
  if (outdone !== undefined) {
    const gone = new Set<PersonId>(outdone);
    const all = linesPutOff(tx, of, page).filter(({ person }) => !gone.has(person));
    all.push(...lines);
    dropPlaces(tx, of, index);
    note(tx, of, [page, all.length, 0, fill(tx, of, page, 0, all)]);
    return;
  }
  const last = next - 1;
  const before =
    people === 0 ? [] : must(tx, "returns", organization, returnsName(list, page, last)).lines;
  const end = fill(tx, of, page, people === 0 ? next : last, [...before, ...lines]);
  note(tx, of, [page, people + lines.length, first, end]);
}

/** Takes the first lines of a page out, which a step has followed. */
export function takeFirst(tx: Evolving, of: ListOf, page: number, count: number): void {
  const { organization, list } = of;
  const index = indexOf(tx, of, page);
  let [, people, first, next] = index;
  people -= count;
  for (let left = count; left > 0 && first < next; ) {
    const name = returnsName(list, page, first);
    const { lines } = must(tx, "returns", organization, name);
    if (lines.length > left) {
      put(tx, "returns", organization, name, { lines: lines.slice(left) });
      break;
    }
    drop(tx, "returns", organization, name);
    left -= lines.length;
    first += 1;
  }
  note(tx, of, [page, people, first, next]);
}

/** Nothing is put off of a list that is settled. */
export function forgetReturns(
  tx: Evolving,
  of: ListOf,
  returns: readonly ReturnsIndex[] = [],
): void {
  for (const index of returns) dropPlaces(tx, of, index);
}
