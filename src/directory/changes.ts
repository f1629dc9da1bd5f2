/** Many changes of one directory in one input: what follows from them is worked out once. */
import type { OfType } from "../core/input.ts";
import { passOver, passOverAt } from "../core/passed-over.ts";
import { type Refusal, ranksBefore } from "../core/refusal.ts";
import { effect } from "../core/rule.ts";
import { independently } from "../core/transaction.ts";
import { closesCircle } from "./departments.ts";
import { type Deciding, ofLiving } from "./facts.ts";
import type { AnyChange, DirectoryFact, IndustryFact } from "./model.ts";
import { inward, sayPassed } from "./translating.ts";

/** What one change says, as a fact of its own. */
export type Changing = OfType<DirectoryFact | IndustryFact, AnyChange["type"]>;

type Moving = OfType<DirectoryFact, "department.moved">;
type Absorb<Refused> = (change: Changing) => Refused | null;

/** A change with its place among the others. */
interface Placed<Fact extends Changing = Changing> {
  readonly index: number;
  readonly fact: Fact;
}

/** A fact with many changes of a directory (DIR-13); `absorb` takes each as the fact that it says. */
export function changeDirectory<Refused extends Refusal>(
  tx: Deciding,
  fact: OfType<DirectoryFact, "directory.changed">,
  absorb: Absorb<Refused>,
) {
  const { organization, source, changes } = fact.data;
  // No source vouches for who is in an industry book (INDUSTRY-01).
  const saidOf = (type: AnyChange["type"]) =>
    source === undefined || type.startsWith("industry.") ? {} : { source };
  return ofLiving(tx, fact, () => {
    const closing: Placed<Moving>[] = [];
    const refused: Refused[] = [];
    const all = changes.map(({ type, data }, index): Placed => {
      return {
        index,
        fact: { ...fact, type, data: { ...data, organization, ...saidOf(type) } } as Changing,
      };
    });
    independently(tx, [...all.keys()], (place) => {
      // Under ids as they are now: an earlier change may have given others.
      const { index, fact: said } = all[place] as Placed;
      const change: Placed = { index, fact: inward(tx, said) };
      all[place] = change;
      if (isClosing(tx, change)) closing.push(change);
      else refused.push(...absorbOne(tx, change, absorb));
    });
    if (refused.length === 0) tryAgain(tx, closing, all, absorb);
    return refused.reduce<Refused | null>(
      (first, each) => (first === null || ranksBefore(each.code, first.code) ? each : first),
      null,
    );
  });
}

/** Takes one change as a fact of its own; what is unknown, or passed over, has its place. */
function absorbOne<Refused extends Refusal>(
  tx: Deciding,
  { index, fact }: Placed,
  absorb: Absorb<Refused>,
): Refused[] {
  tx.arrivals.push(tx.events.length);
  const refusal = passOverAt(tx, index, fact.data, () => absorb(fact));
  sayPassed(tx, fact.data.organization);
  return refusal === null ? [] : [{ ...refusal, data: { ...refusal.data, index } }];
}

/** Whether a change is a move that would close a circle in the tree as it is now. */
function isClosing(tx: Deciding, change: Placed): change is Placed<Moving> {
  return change.fact.type === "department.moved" && closesCircle(tx, change.fact.data);
}

/** Whether a later change says where the same department hangs, and revisions say nothing else. */
function isOutdone({ index, fact: { data } }: Placed<Moving>, all: readonly Placed[]): boolean {
  return all.slice(index + 1).some(({ fact: { type, data: later } }) => {
    const hangs = type === "department.moved" || type === "department.removed";
    if (!hangs || later.department !== data.department) return false;
    return data.revision === undefined || later.revision === undefined;
  });
}

/**
 * Does one thing after another; what would close a circle once others have opened the way, and at last
 * all the same.
 */
export function openingWay<Item>(
  items: readonly Item[],
  closes: (item: Item) => boolean,
  make: (item: Item) => void,
): void {
  let left = items;
  for (let before = left.length + 1; left.length < before; ) {
    before = left.length;
    left = left.filter((item) => {
      if (closes(item)) return true;
      make(item);
      return false;
    });
  }
  for (const item of left) make(item);
}

/**
 * DIR-13: moves that would have closed a circle are made as soon as others have opened the way. Those
 * for which nothing does are flagged.
 */
const tryAgain = effect(
  "DIR-13",
  (
    tx: Deciding,
    closing: readonly Placed<Moving>[],
    all: readonly Placed[],
    absorb: Absorb<Refusal>,
  ): void => {
    const left = closing.filter((change) => {
      const outdone = isOutdone(change, all);
      if (outdone) passOver(tx, "older-time", change.fact.data, change.index);
      return !outdone;
    });
    openingWay(
      left,
      (change) => isClosing(tx, change),
      (change) => absorbOne(tx, change, absorb),
    );
  },
);
