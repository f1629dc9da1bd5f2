/**
 * Ids and keys. A person or department is kept under the id it first had, its *key*: no record that names
 * it changes when it is renamed (DIR-14, DIR-16). What comes in is read by ids and goes on with keys, what
 * goes out shows ids; of an organization that has renamed nothing they are the same.
 */
import { entryOf } from "../../core/hashed.ts";
import type { OrganizationId, PersonId } from "../../core/ids.ts";
import { view } from "../../core/rule.ts";
import { read } from "../../core/transaction.ts";
import type { Alias, AliasEntry, RenamedSort } from "../model.ts";
import { aliasesOf } from "./keys.ts";
import { numberOf } from "./numbers.ts";
import type { Reading } from "./organizations.ts";

const NO_ALIAS: Alias = {};

/** What is known of a text as an id, and as a key. */
export function aliasOf(
  tx: Reading,
  organization: OrganizationId,
  sort: RenamedSort,
  id: string,
): Alias {
  const index = read(tx, "organization", organization)?.renamed?.[sort];
  if (index === undefined) return NO_ALIAS;
  return entryOf<AliasEntry>(tx, aliasesOf(organization, sort), index, id)?.[1] ?? NO_ALIAS;
}

// @__NO_SIDE_EFFECTS__
function standingFor(part: "key" | "id") {
  return <Id extends string>(
    tx: Reading,
    organization: OrganizationId,
    sort: RenamedSort,
    id: Id,
  ): Id => (aliasOf(tx, organization, sort, id)[part] ?? id) as Id;
}

/** The key of whoever or whatever has an id now. */
export const keyOf = standingFor("key");

/** The id that somebody or something has now. */
export const idOf = standingFor("id");

/** DIR-15: what is not later than a rename is still about whoever had the id until then. */
const isStillTheirs = view(
  "DIR-15",
  (_tx: Reading, at: number, until: number): boolean => at <= until,
);

/** The key of whoever an id means in what is said of a time: who had it then, as far as followed. */
export function keyAsOf(
  tx: Reading,
  organization: OrganizationId,
  sort: RenamedSort,
  id: string,
  at: number,
): string {
  const { key = id, holders = [] } = aliasOf(tx, organization, sort, id);
  return holders.find(([, until]) => isStillTheirs(tx, at, until))?.[0] ?? key;
}

/** Whether there is, or was, somebody or something under a key. */
const isKnown = (
  tx: Reading,
  organization: OrganizationId,
  sort: RenamedSort,
  key: string,
): boolean => read(tx, sort === "people" ? "employment" : "department", organization, key) !== null;

/** DIR-15: the key that an id means in a question: that of who gave it up last, if nobody has it since. */
export function keyAsked(
  tx: Reading,
  organization: OrganizationId,
  sort: RenamedSort,
  id: string,
): string {
  const { key = id, holders = [] } = aliasOf(tx, organization, sort, id);
  const last = holders.at(-1);
  return last === undefined || isKnown(tx, organization, sort, key) ? key : last[0];
}

/**
 * DIR-15: whether a rename says once more what is so: nobody has its former id since, and who gave that up last
 * has the other one now.
 */
export const isRepeated = view(
  "DIR-15",
  (
    tx: Reading,
    organization: OrganizationId,
    sort: RenamedSort,
    from: string,
    to: string,
  ): boolean => {
    const { key = from, holders = [] } = aliasOf(tx, organization, sort, from);
    const [last] = holders.at(-1) ?? [];
    if (last === undefined || isKnown(tx, organization, sort, key)) return false;
    return idOf(tx, organization, sort, last) === to;
  },
);

/** Whether somebody or something else has or had an id, as far as it is followed. */
export function isTaken(
  tx: Reading,
  organization: OrganizationId,
  sort: RenamedSort,
  id: string,
  own: string,
): boolean {
  const { key = id, holders = [] } = aliasOf(tx, organization, sort, id);
  const isHad = holders.some(([each]) => each !== own);
  return isHad || (key !== own && isKnown(tx, organization, sort, key));
}

/** DIR-15: the highest number of those who had somebody's id before; `null` if nobody had. */
export function numberBefore(
  tx: Reading,
  organization: OrganizationId,
  person: PersonId,
): number | null {
  const id = idOf(tx, organization, "people", person);
  const { holders = [] } = aliasOf(tx, organization, "people", id);
  const numbers = holders.map(([key]): number => {
    const before = read(tx, "employment", organization, key);
    return before === null ? 0 : numberOf(before);
  });
  return numbers.length === 0 ? null : Math.max(...numbers);
}

/** The id that somebody or something had at a time, as far as followed. */
export function idAt<Id extends string>(
  tx: Reading,
  organization: OrganizationId,
  sort: RenamedSort,
  key: Id,
  at: number,
): Id {
  const { former = [], id = key } = aliasOf(tx, organization, sort, key);
  return (former.find(([, until]) => isStillTheirs(tx, at, until))?.[0] ?? id) as Id;
}

/** The ids that somebody had and has no more, the oldest first. */
export function formerIdsOf(
  tx: Reading,
  organization: OrganizationId,
  person: PersonId,
): readonly PersonId[] {
  const { former = [], id = person } = aliasOf(tx, organization, "people", person);
  return former.map(([each]) => each as PersonId).filter((each) => each !== id);
}
