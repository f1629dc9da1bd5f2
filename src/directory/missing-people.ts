/** People whom no part of a complete list names: counted when their page has come, judged step by step. */
import type { PersonId } from "../core/ids.ts";
import { passOver } from "../core/passed-over.ts";
import type { Policy } from "../core/policy.ts";
import { must } from "../core/transaction.ts";
import { leaveExtent, leaveSource } from "./extents.ts";
import type { Deciding } from "./facts.ts";
import type { DirectoryPart, ListedPage, ListRecord, PageCounts } from "./model.ts";
import { resign } from "./people.ts";
import type { ExtentOf } from "./select/extents.ts";
import { isProtected, type ListOf, peopleListed, peopleOnPage } from "./select/lists.ts";
import type { Reading } from "./select/organizations.ts";

type PeoplePart = Extract<DirectoryPart, { readonly kind: "people" }>;

/** So many people a step looks at, at least, so that small lists go in the order of hires as a whole. */
const LOOKED_AT_MAX = 2_000;

/** Counts who belongs on a page that has come with all its pieces, this part the last of them. */
export function countPage(
  tx: Reading,
  of: ListOf & ExtentOf,
  { page, pages, piece = 0, pieces = 1 }: PeoplePart,
  ids: readonly PersonId[],
  at: number,
): PageCounts {
  const named = peopleListed(tx, of, [page, pieces], piece);
  for (const person of ids) named.add(person);
  const { known, unnamed } = peopleOnPage(tx, { ...of, page, pages }, named);
  const saved = unnamed.filter(([person]) => isProtected(tx, of.organization, person, at));
  return {
    known,
    missing: unnamed.length - saved.length,
    protected: saved.length,
  };
}

interface Candidate {
  readonly page: number;
  readonly person: PersonId;
  readonly number: number;
  readonly ordinal: number;
}

/** What became of people in one step: how many left, how many are still to, and on which pages. */
interface PeopleStep {
  readonly removed: number;
  readonly remaining: number;
  readonly pages: readonly (readonly [page: number, people: number])[];
}

/** The pages that one step looks at: enough for it, from the first that is not done. */
function pagesDue({ pages }: ListRecord, step: number): ListedPage[] {
  const due: ListedPage[] = [];
  let [looked, missing] = [0, 0];
  for (const page of pages) {
    if (page[5] === 0) continue;
    if (looked >= LOOKED_AT_MAX && missing >= step) break;
    due.push(page);
    looked += page[3];
    // Of a page that is done in part, whoever is left.
    missing += Math.min(page[4], page[5]);
  }
  return due;
}

/** Takes somebody out of what a list is full for. */
function takeOut(
  tx: Deciding,
  { organization, extent, at }: ExtentOf & Pick<ListRecord, "at">,
  person: PersonId,
  policy: Policy,
): void {
  if (extent === undefined) resign(tx, { organization, person, because: "missing" });
  else if ("source" in extent) leaveSource(tx, { organization, at }, extent.source, person);
  else leaveExtent(tx, { organization, extent }, person, policy);
}

/** Nobody leaves yet; whoever is still to be judged may. */
export function nobodyYet(tx: Reading, { organization, list }: ListOf): PeopleStep {
  const { pages } = must(tx, "list", organization, list);
  return { removed: 0, remaining: pages.reduce((sum, page) => sum + page[5], 0), pages: [] };
}

/** Lets those leave who are still missing, in the order of hires, as many as there is room for. */
export function removePeople(tx: Deciding, of: ListOf, policy: Policy, step: number): PeopleStep {
  const { organization, list } = of;
  const record = must(tx, "list", organization, list);
  const { extent, of: parts } = record;
  const full = { organization, list, at: record.at, ...(extent === undefined ? {} : { extent }) };
  const due = pagesDue(record, step);
  const saved: (readonly [page: number, person: PersonId])[] = [];
  const candidates: Candidate[] = [];
  for (const page of due) {
    const named = peopleListed(tx, of, page);
    const on = { ...full, page: page[0], pages: parts.people };
    for (const [person, number, ordinal] of peopleOnPage(tx, on, named).unnamed) {
      if (ordinal >= page[6]) continue;
      if (isProtected(tx, organization, person, record.at)) saved.push([page[0], person]);
      else candidates.push({ page: page[0], person, number, ordinal });
    }
  }
  candidates.sort((left, right) => left.ordinal - right.ordinal);
  const gone = candidates.slice(0, step);
  const left = new Map(due.map(([page]) => [page, 0]));
  for (const { page } of candidates.slice(step)) left.set(page, (left.get(page) ?? 0) + 1);
  // Said once, when nobody else of the page is left to be judged.
  for (const [page, person] of saved) {
    if (left.get(page) === 0) passOver(tx, "protected", { person });
  }
  for (const { person } of gone) takeOut(tx, full, person, policy);
  const later = record.pages.filter(([page]) => !left.has(page)).map((page) => page[5]);
  const remaining = [...left.values(), ...later].reduce((sum, each) => sum + each, 0);
  return { removed: gone.length, remaining, pages: [...left] };
}
