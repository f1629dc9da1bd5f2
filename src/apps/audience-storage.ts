/** Audiences as records keep them: replaced as a whole, and left by those who resign. */
import { clearEntries, updateList } from "../core/hashed.ts";
import type { OrganizationId, PersonId } from "../core/ids.ts";
import { distinct, identityText } from "../core/lists.ts";
import type { DepartmentOf, Identity } from "../core/notice.ts";
import { EMPTY_HASH, type HashIndex } from "../core/structures.ts";
import type * as faces from "../core/transaction.ts";
import { type BoundRecords, tie } from "../directory/select/bound.ts";
import type { NamingRecords } from "../directory/select/settings.ts";
import { isTrunk } from "../spaces/select/container.ts";
import type {
  AppsRecords,
  FixedAudience,
  FixedTrunkAudience,
  KeptAudience,
  KeptLists,
  KeptTrunkAudience,
  ListedEntry,
  ListTie,
} from "./model.ts";
import type { AppAt, AppsReads } from "./select/apps.ts";
import { type AudiencePlace, listedIn, listTieId } from "./select/keys.ts";

/** For evolve cases: whom a list names is bound. */
export type Evolving = faces.Evolving<AppsRecords & BoundRecords & NamingRecords, AppsReads>;

type Of = ListedEntry[1][number];
type Listed = "listed" | "distribution-listed";

/** An audience with nothing in it. */
export const NOBODY: KeptAudience = {
  partners: [],
  organizations: [],
  departments: EMPTY_HASH,
  people: EMPTY_HASH,
};

/** The identities that an audience names. */
export function namedIn(audience: Pick<FixedAudience, "people"> | null): Identity[] {
  return (audience?.people ?? []).map(([organization, person]) => ({ organization, person }));
}

/** The identities that permissions name; one may come several times. */
export function namedInAll(
  permissions: readonly { readonly for: Pick<FixedAudience, "people"> | null }[],
): Identity[] {
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
    index = updateList<Of, Listed>(tx, where, index, id, (others) => [...others, of]);
  }
  return index;
}

/** Takes the departments and people of an audience away. */
export function clearAudience(tx: Evolving, place: AudiencePlace, audience: KeptLists): void {
  clearEntries(tx, listedIn(place, "departments"), audience.departments);
  clearEntries(tx, listedIn(place, "people"), audience.people);
}

/** Puts an audience where nothing is kept. */
export function keepAudience(
  tx: Evolving,
  place: AudiencePlace,
  audience: FixedAudience,
): KeptAudience {
  const { partners, organizations } = audience;
  return {
    partners: [...partners],
    organizations: [...organizations],
    ...keepLists(tx, place, audience),
  };
}

/** Puts departments and people where none are kept. */
export function keepLists(
  tx: Evolving,
  place: AudiencePlace,
  { departments, people }: Pick<FixedAudience, "departments" | "people">,
): KeptLists {
  return {
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

/** Takes somebody, or a department, out of an audience; of one of a Trunk's own, what is mounted there. */
export function takeOut<Kept extends KeptLists & Partial<Pick<KeptTrunkAudience, "mounts">>>(
  tx: Evolving,
  place: AudiencePlace,
  audience: Kept,
  gone: Identity | DepartmentOf,
): Kept {
  if (isTrunk(place) && "department" in gone && gone.organization === place.trunk) {
    return { ...audience, mounts: audience.mounts?.filter(([each]) => each !== gone.department) };
  }
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
export function putIn<Kept extends KeptLists>(
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
export const departmentsIn = (
  audience: Pick<FixedAudience, "departments"> | null,
): DepartmentOf[] =>
  (audience?.departments ?? []).map(([organization, department]) => ({ organization, department }));

/** The departments that an audience of a Trunk names, and those of its own where what it names is mounted. */
export const departmentsBelow = (
  trunk: OrganizationId,
  audience: FixedTrunkAudience | null,
): DepartmentOf[] => [
  ...(audience?.mounts ?? []).map(([department]) => ({ organization: trunk, department })),
  ...departmentsIn(audience),
];

/** Ties somebody to the list and permissions of an app, or unties them. */
export function tieToList(tx: Evolving, place: AppAt, identity: Identity, isNamed: boolean): void {
  const id = listTieId(place);
  const { app } = place;
  const kept: ListTie = isTrunk(place) ? [id, null, app, place.trunk] : [id, place.space, app];
  tie<ListTie>(tx, identity, "lists", id, () => (isNamed ? kept : null));
}

/**
 * Ties whoever is named now and unties whoever is named no more, neither here nor elsewhere; they are
 * tied to the app in the Space, or below the Trunk, once, wherever it names them.
 */
export function retie(
  tx: Evolving,
  place: AppAt,
  before: readonly Identity[],
  after: readonly Identity[],
  elsewhere: readonly Identity[],
): void {
  const stay = new Set([...after, ...elsewhere].map(identityText));
  const known = new Set([...before, ...elsewhere].map(identityText));
  for (const gone of distinct(before, identityText)) {
    if (!stay.has(identityText(gone))) tieToList(tx, place, gone, false);
  }
  for (const come of distinct(after, identityText)) {
    if (!known.has(identityText(come))) tieToList(tx, place, come, true);
  }
}
