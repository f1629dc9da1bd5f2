/** People in other departments: all of them said at once, or one more, or one less. */
import type { DepartmentId, SourceId } from "../core/ids.ts";
import type { OfType } from "../core/input.ts";
import { passOver } from "../core/passed-over.ts";
import { isNewer, isToRecord } from "../core/recording.ts";
import { effect } from "../core/rule.ts";
import { emit } from "../core/transaction.ts";
import { saidUnder } from "./departments.ts";
import { since } from "./evolve-placed.ts";
import type { Deciding } from "./facts.ts";
import {
  type DirectoryEvents,
  type DirectoryFact,
  type DirectoryFacts,
  type EmploymentRecord,
  PLACEMENTS_MAX,
} from "./model.ts";
import { aboutEmployment, under } from "./people.ts";
import {
  departmentsReported,
  existing,
  passNowhere,
  placesBy,
  sameSet,
  standingOver,
  underBy,
} from "./placements.ts";
import { broughtBesides, broughtOf, revisionsBy } from "./select/sources.ts";
import { takeOver, togetherWith, vouchFor } from "./sources.ts";

type FactOf<Type extends keyof DirectoryFacts> = OfType<DirectoryFact, Type>;

/** A fact that somebody works in other departments (ROSTER-07). */
export function relocatePerson(tx: Deciding, fact: FactOf<"person.relocated">) {
  const { data } = fact;
  return aboutEmployment(
    tx,
    fact,
    (employment) => {
      const { departments: from, under: was = [] } = employment;
      const { source } = data;
      const revisions = revisionsBy(employment, source);
      const { all, brought } = saidBy(tx, employment, data);
      const places = placesBy(tx, data.organization, all);
      const isNews = isNewer(revisions.departments, data.revision);
      if (isNews) passNowhere(tx, data.organization, all);
      const { departments } = places;
      const now = underBy(places, employment);
      const moves = !sameSet(departments, from);
      const same = !moves && sameSet(now, was);
      if (isToRecord(tx, data, revisions.departments, same)) {
        relocate(tx, under({ ...toldBy(data), departments, from, ...saidUnder(now) }, employment));
      }
      if (!isNews) return;
      const own = departments.filter((each) => brought.includes(each));
      vouchFor(tx, data, source, own, { ...since("revision", data.revision) });
      if (source === undefined && moves) takeOver(tx, data);
    },
    () => departmentsReported(tx, data.organization, data.departments),
  );
}

/** What the event of a fact says: the revision of a source is its own, and kept with its voucher (DIR-06). */
function toldBy<Data extends { readonly source?: SourceId; readonly revision?: number }>(
  data: Data,
) {
  const { revision, ...said } = data;
  return said.source === undefined && revision !== undefined ? { ...said, revision } : said;
}

/** Where a fact places somebody: what it says, together with what others than its source brought (DIR-06). */
function saidBy(
  tx: Deciding,
  employment: EmploymentRecord,
  { source, departments }: DirectoryFacts["person.relocated"],
) {
  if (source === undefined) return { all: departments, brought: [] };
  return togetherWith(tx, employment, source, departments);
}

/** ROSTER-07: places a person elsewhere. */
export const relocate = effect(
  "ROSTER-07",
  (tx: Deciding, event: DirectoryEvents["person.relocated"]): void => {
    emit(tx, "person.relocated", event);
  },
);

type OnePlacement = FactOf<"person.department-entered" | "person.department-left">;

/** A fact that somebody is in one department more, or in one less (DIR-12). */
export function changePlacement(tx: Deciding, fact: OnePlacement) {
  const { organization, department } = fact.data;
  return aboutEmployment(
    tx,
    fact,
    (employment) => placeOtherwise(tx, fact, employment),
    () => departmentsReported(tx, organization, [department]),
  );
}

/** The revision that a word on one placement has to exceed: its own last, or that of the whole value. */
function placementRevision(
  employment: EmploymentRecord,
  department: DepartmentId,
  source: SourceId | undefined,
): number | undefined {
  const revisions = revisionsBy(employment, source);
  const own = revisions.placements?.find(([each]) => each === department)?.[1];
  const known = [own, revisions.departments].filter((each) => each !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}

/** Whether somebody is under all of these already, or under none of them. */
const isUnder = (
  was: readonly DepartmentId[],
  over: readonly DepartmentId[],
  all: boolean,
): boolean => over.every((each) => was.includes(each) === all);

/** With these, or without them. */
const changed = (
  before: readonly DepartmentId[],
  these: readonly DepartmentId[],
  enters: boolean,
): readonly DepartmentId[] => {
  const others = before.filter((each) => !these.includes(each));
  return enters ? [...others, ...these] : others;
};

/** DIR-12: adds one placement, or takes one away, and leaves all others as they are. */
const placeOtherwise = effect(
  "DIR-12",
  (tx: Deciding, { type, data }: OnePlacement, employment: EmploymentRecord): void => {
    const { organization, department, source } = data;
    const over = standingOver(tx, organization, department);
    if (existing(tx, organization, [department]).length === 0 && over.length === 0) {
      passOver(tx, "department-gone", { department });
      return;
    }
    const { departments: from, under: was = [] } = employment;
    const enters = type === "person.department-entered";
    const mine = source === undefined ? from : broughtOf(employment, source);
    const others = source === undefined ? [] : broughtBesides(employment, source);
    // ROSTER-16: of a removed department, what it stands over changes, and no placement.
    const isSo =
      over.length > 0 ? isUnder(was, over, enters) : mine.includes(department) === enters;
    const { department: _, ...about } = data;
    if (!isToRecord(tx, about, placementRevision(employment, department, source), isSo)) return;
    const besides = from.filter((each) => each !== department);
    if (enters && !isSo && besides.length + was.length >= PLACEMENTS_MAX) {
      passOver(tx, "not-possible", about);
      return;
    }
    const [departments, now] = isSo
      ? [from, was]
      : over.length > 0
        ? [from, changed(was, over, enters)]
        : [changed(from, [department], enters || others.includes(department)), []];
    relocate(tx, under({ ...toldBy(data), departments, from, ...saidUnder(now) }, employment));
    const brings = !isSo && over.length === 0;
    vouchFor(tx, about, source, brings ? changed(mine, [department], enters) : mine, {
      department,
      ...since("revision", data.revision),
    });
  },
);
