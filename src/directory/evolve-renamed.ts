/**
 * What a rename changes in the records: which id stands for which key. Nothing that names whoever is renamed
 * is touched, so it costs the same whatever they are bound to (DIR-14, DIR-16).
 */
import type { OrganizationId, PersonId } from "../core/ids.ts";
import { edit } from "../core/transaction.ts";
import { alias, type Ids } from "./evolve-aliases.ts";
import type { Evolving } from "./evolve-appointed.ts";
import { editPerson, nameAlone } from "./evolve-naturals.ts";
import { happened } from "./evolve-placed.ts";
import { type DirectoryEvents, FORMER_IDS_MAX, type Until } from "./model.ts";
import { aliasOf, idOf, keyOf } from "./select/aliases.ts";

/** Makes an id stand for a key. */
function stand(tx: Evolving, of: Ids, id: string, key: string): void {
  alias(tx, of, id, (before) => ({ ...before, key }));
  alias(tx, of, key, (before) => ({ ...before, id }));
}

/** A list with an entry of an id at its end, in place of the one there was. */
const withLast = (list: readonly Until[] | undefined, [id, until]: Until): readonly Until[] => [
  ...(list ?? []).filter(([each]) => each !== id),
  [id, until],
];

const without = (list: readonly Until[] | undefined, id: string): readonly Until[] =>
  (list ?? []).filter(([each]) => each !== id);

/** Remembers an id that was given up; ids beyond the number that is followed are forgotten. */
function giveUp(tx: Evolving, of: Ids, key: string, from: string, at: number): void {
  alias(tx, of, from, ({ holders, ...rest }) => ({
    ...rest,
    holders: [...withLast(holders, [key, at])].sort((left, right) => left[1] - right[1]),
  }));
  const former = withLast(aliasOf(tx, of.organization, of.sort, key).former, [from, at]);
  alias(tx, of, key, (before) => ({ ...before, former: former.slice(-FORMER_IDS_MAX) }));
  for (const [id] of former.slice(0, -FORMER_IDS_MAX)) {
    alias(tx, of, id, ({ holders, ...rest }) => ({ ...rest, holders: without(holders, key) }));
  }
}

/**
 * Gives whatever has a key another id, which nobody has; the id that it had gets the key that goes with
 * that one, so that each id has a key of its own.
 */
function rename(
  tx: Evolving,
  of: Ids,
  key: string,
  to: string,
  at: number,
): readonly [from: string, other: string] {
  const from = idOf(tx, of.organization, of.sort, key);
  const other = keyOf(tx, of.organization, of.sort, to);
  stand(tx, of, to, key);
  stand(tx, of, from, other);
  giveUp(tx, of, key, from, at);
  return [from, other];
}

/** Remembers of a text that it is the id, or the key, of somebody there; nothing where it is both. */
function noteIdentity(
  tx: Evolving,
  field: "ids" | "keys",
  person: PersonId,
  organization: OrganizationId,
  other: PersonId,
): void {
  const record = editPerson(tx, person);
  const after = (record[field] ?? []).filter(([each]) => each !== organization);
  if (person !== other) after.push([organization, other]);
  if (after.length === 0) delete record[field];
  else record[field] = after;
}

/** One case for each event of renames. */
export const renamedEvolvers = {
  "person.renamed": (tx: Evolving, data: DirectoryEvents["person.renamed"], at: number): void => {
    const { organization, person, to } = data;
    const [from, other] = rename(tx, { organization, sort: "people" }, person, to, at);
    const pairs = [
      [to, person],
      [from as PersonId, other as PersonId],
    ] as const;
    for (const [id, key] of pairs) {
      noteIdentity(tx, "keys", id, organization, key);
      noteIdentity(tx, "ids", key, organization, id);
    }
    happened(edit(tx, "employment", organization, person), at);
    nameAlone(tx, data);
  },
  "department.id-changed": (
    tx: Evolving,
    { organization, department, to, revision }: DirectoryEvents["department.id-changed"],
    at: number,
  ): void => {
    const of = { organization, sort: "departments" } as const;
    // To the id that there is: nothing is given up.
    if (idOf(tx, organization, of.sort, department) !== to) rename(tx, of, department, to, at);
    const record = edit(tx, "department", organization, department);
    happened(record, at);
    if (revision !== undefined) record.revisions = { ...record.revisions, id: revision };
  },
  /** Nothing changes: it is told, and no more. */
  "person.flagged": (): void => undefined,
};
