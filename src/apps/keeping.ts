/** Audiences as records keep them: replaced as a whole, and left by those who resign. */
import { clearEntries, updateEntry } from "../core/hashed.ts";
import type { Identity } from "../core/notice.ts";
import { EMPTY_HASH, type HashIndex } from "../core/structures.ts";
import { tie } from "../directory/select/bound.ts";
import type {
  FixedAudience,
  FixedPermission,
  KeptAudience,
  ListedEntry,
  ListTie,
} from "./model.ts";
import type { AppIn, AppsTx } from "./select/apps.ts";
import { type AudiencePlace, listedIn, listTieId } from "./select/places.ts";

type Entry = ListedEntry;
type Of = Entry[1][number];

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
  tx: AppsTx,
  place: AudiencePlace,
  sort: "departments" | "people",
  named: readonly (readonly [id: string, of: Of])[],
): HashIndex {
  const where = listedIn(place, sort);
  let index = EMPTY_HASH;
  for (const [id, of] of named) {
    index = updateEntry<Entry>(tx, where, index, id, (entry) => [id, [...(entry?.[1] ?? []), of]]);
  }
  return index;
}

/** Takes the departments and people of an audience away. */
export function clearAudience(tx: AppsTx, place: AudiencePlace, audience: KeptAudience): void {
  clearEntries(tx, listedIn(place, "departments"), audience.departments);
  clearEntries(tx, listedIn(place, "people"), audience.people);
}

/** Puts an audience where nothing is kept. */
export function keepAudience(
  tx: AppsTx,
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

/** Takes somebody out of an audience. */
export function takeOut(
  tx: AppsTx,
  place: AudiencePlace,
  audience: KeptAudience,
  { organization, person }: Identity,
): KeptAudience {
  if (audience.people.count === 0) return audience;
  const people = updateEntry<Entry>(
    tx,
    listedIn(place, "people"),
    audience.people,
    person,
    (entry) => {
      const left = (entry?.[1] ?? []).filter(([each]) => each !== organization);
      return left.length === 0 ? null : [person, left];
    },
  );
  return { ...audience, people };
}

const textOf = ({ organization, person }: Identity): string => `${organization} ${person}`;

/** Every identity once. */
function distinct(identities: readonly Identity[]): Identity[] {
  return [...new Map(identities.map((each) => [textOf(each), each])).values()];
}

/**
 * Ties whoever is named now and unties whoever is named no more, neither here nor elsewhere; they are
 * tied to the app in the Space once, wherever it names them.
 */
export function retie(
  tx: AppsTx,
  { space, app }: AppIn,
  before: readonly Identity[],
  after: readonly Identity[],
  elsewhere: readonly Identity[],
): void {
  const id = listTieId(space, app);
  const stay = new Set([...after, ...elsewhere].map(textOf));
  const known = new Set([...before, ...elsewhere].map(textOf));
  for (const gone of distinct(before)) {
    if (!stay.has(textOf(gone))) tie<ListTie>(tx, gone, "lists", id, () => null);
  }
  for (const come of distinct(after)) {
    if (!known.has(textOf(come))) tie<ListTie>(tx, come, "lists", id, () => [id, space, app]);
  }
}
