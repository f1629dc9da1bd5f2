/** Audiences as records keep them: replaced as a whole, and left by those who resign. */
import { clearEntries, updateList } from "../core/hashed.ts";
import type { PersonId } from "../core/ids.ts";
import { distinct, identityText } from "../core/lists.ts";
import type { DepartmentOf, Identity } from "../core/notice.ts";
import { EMPTY_HASH, type HashIndex } from "../core/structures.ts";
import type * as faces from "../core/transaction.ts";
import { type BoundRecords, tie } from "../directory/select/bound.ts";
import type { NamingRecords } from "../directory/select/settings.ts";
import type {
  AppsRecords,
  FixedAudience,
  FixedPermission,
  KeptAudience,
  ListedEntry,
  ListTie,
} from "./model.ts";
import type { AppIn, AppsReads } from "./select/apps.ts";
import { type AudiencePlace, listedIn, listTieId } from "./select/keys.ts";

/** For evolve cases: whom a list names is bound. */
export type Evolving = faces.Evolving<AppsRecords & BoundRecords & NamingRecords, AppsReads>;

type Of = ListedEntry[1][number];

/** An audience with nothing in it. */
export const NOBODY: KeptAudience = {
  partners: [],
  organizations: [],
  departments: EMPTY_HASH,
  people: EMPTY_HASH,
};

/** The identities that an audience names. */
export function namedIn(audience: FixedAudience | null): Identity[] {
  return (audience?.people ?? []).map(([organization, person]) => ({ organization, person }));
}

/** The identities that permissions name; one may come several times. */
export function namedInAll(permissions: readonly Pick<FixedPermission, "for">[]): Identity[] {
  return permissions.flatMap((each) => namedIn(each.for));
}

function fill(
  tx: Evolving,
  place: AudiencePlace,
  sort: "departments" | "people",
  named: readonly (readonly [id: string, of: Of])[],
): HashIndex {
  const where = listedIn(place, sort);
  let index = EMPTY_HASH;
  for (const [id, of] of named) {
    index = updateList<Of, "listed">(tx, where, index, id, (others) => [...others, of]);
  }
  return index;
}

/** Takes the departments and people of an audience away. */
export function clearAudience(tx: Evolving, place: AudiencePlace, audience: KeptAudience): void {
  clearEntries(tx, listedIn(place, "departments"), audience.departments);
  clearEntries(tx, listedIn(place, "people"), audience.people);
}

/** Puts an audience where nothing is kept. */
export function keepAudience(
  tx: Evolving,
  place: AudiencePlace,
  { partners, organizations, departments, people }: FixedAudience,
): KeptAudience {
  return {
    partners: [...partners],
    organizations: [...organizations],
    departments: fill(
      tx,
      place,
      "departments",
      departments.map(([organization, id, order]) => [id, [organization, order, 0]]),
    ),
    people: fill(
      tx,
      place,
      "people",
      people.map(([organization, id, order, number]) => [id, [organization, order, number]]),
    ),
  };
}

/** Takes somebody, or a department, out of an audience. */
export function takeOut(
  tx: Evolving,
  place: AudiencePlace,
  audience: KeptAudience,
  gone: Identity | DepartmentOf,
): KeptAudience {
  const [sort, id] =
    "person" in gone
      ? (["people", gone.person] as const)
      : (["departments", gone.department] as const);
  if (audience[sort].count === 0) return audience;
  const others = (of: readonly Of[]) => of.filter(([each]) => each !== gone.organization);
  const left = updateList(tx, listedIn(place, sort), audience[sort], id, others);
  return { ...audience, [sort]: left };
}

/** Puts somebody into an audience. */
export function putIn<Kept extends KeptAudience>(
  tx: Evolving,
  place: AudiencePlace,
  audience: Kept,
  person: PersonId,
  of: Of,
): Kept {
  const added = (others: readonly Of[]) => [...others.filter(([each]) => each !== of[0]), of];
  const people = updateList(tx, listedIn(place, "people"), audience.people, person, added);
  return { ...audience, people };
}

/** The departments that an audience names. */
export const departmentsIn = (audience: FixedAudience | null): DepartmentOf[] =>
  (audience?.departments ?? []).map(([organization, department]) => ({ organization, department }));

/**
 * Ties whoever is named now and unties whoever is named no more, neither here nor elsewhere; they are
 * tied to the app in the Space once, wherever it names them.
 */
export function retie(
  tx: Evolving,
  { space, app }: AppIn,
  before: readonly Identity[],
  after: readonly Identity[],
  elsewhere: readonly Identity[],
): void {
  const id = listTieId(space, app);
  const stay = new Set([...after, ...elsewhere].map(identityText));
  const known = new Set([...before, ...elsewhere].map(identityText));
  for (const gone of distinct(before, identityText)) {
    if (!stay.has(identityText(gone))) tie<ListTie>(tx, gone, "lists", id, () => null);
  }
  for (const come of distinct(after, identityText)) {
    if (!known.has(identityText(come))) tie<ListTie>(tx, come, "lists", id, () => [id, space, app]);
  }
}
