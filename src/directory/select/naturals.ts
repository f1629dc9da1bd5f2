/**
 * Who counts as whom (DIR-14, AMB-117). Identities that are one natural person share a key, by which Rosters,
 * waiting lists and pools list them: most often the key of each, else one noted with its alias. Newcomers count
 * as whoever goes by their id; the name that somebody goes by follows a rename once nobody else is them.
 */
import { bucketOf, entriesOf } from "../../core/hashed.ts";
import type { OrganizationId, PersonId } from "../../core/ids.ts";
import type { Everything } from "../../core/invariants.ts";
import type { Identity } from "../../core/notice.ts";
import { read } from "../../core/transaction.ts";
import type { AliasEntry, DirectoryEvents, DirectoryRecords, IdThere } from "../model.ts";
import { aliasOf } from "./aliases.ts";
import { aliasesOf } from "./keys.ts";
import type { Reading } from "./organizations.ts";

/** The key of the natural person as whom an identity counts. */
export const naturalOf = (tx: Reading, { organization, person }: Identity): PersonId =>
  aliasOf(tx, organization, "people", person).natural ?? person;

/** The same, by whatever way records are looked up. */
export function naturalIn(
  all: Everything<Pick<DirectoryRecords, "aliases" | "organization">>,
  { organization, person }: Identity,
): PersonId {
  const index = all.get("organization", organization)?.renamed?.people;
  if (index === undefined || index.buckets === 0) return person;
  const get = (own: string) => all.get("aliases", organization, own);
  const where = aliasesOf(organization, "people");
  const entries = entriesOf<AliasEntry>(get, where, bucketOf(person, index.buckets));
  return entries.find(([each]) => each === person)?.[1].natural ?? person;
}

/** An item of what is listed by natural person ends with the key of the identity, where that is another. */
export const keyedBy = (natural: PersonId, person: PersonId): [] | [PersonId] =>
  person === natural ? [] : [person];

/** An item of what is listed by natural person: the key, where it is another, or `null` if more follows. */
type ListedItem = readonly [OrganizationId, number, key?: PersonId | null, ...rest: unknown[]];

/** The identity that an item listed by natural person is of. */
export const identityOf = (natural: PersonId, [organization, , person]: ListedItem): Identity => ({
  organization,
  person: person ?? natural,
});

/** Whether an item listed by natural person is of an identity. */
export const isOf =
  (natural: PersonId, { organization, person }: Identity) =>
  ([each, , key]: ListedItem): boolean =>
    each === organization && (key ?? natural) === person;

/** The identities in service that count as a natural person. */
export function identitiesOf(tx: Reading, natural: PersonId): readonly IdThere[] {
  const { organizations = [], others = [], apart = [] } = read(tx, "person", natural) ?? {};
  const own = organizations
    .filter((organization) => !apart.includes(organization))
    .map((organization): IdThere => [organization, natural]);
  return [...own, ...others];
}

/** Whether nobody else counts as the natural person that an identity is. */
export const isAlone = (
  tx: Reading,
  natural: PersonId,
  { organization, person }: Identity,
): boolean =>
  identitiesOf(tx, natural).every(([each, key]) => each === organization && key === person);

/** Whether an identity is in service. */
export const serves = (tx: Reading, [organization, key]: IdThere): boolean =>
  read(tx, "person", key)?.organizations.includes(organization) === true;

/** The id that somebody has, as it is noted of the person. */
export const idNoted = (tx: Reading, { organization, person }: Identity): PersonId =>
  read(tx, "person", person)?.ids?.find(([each]) => each === organization)?.[1] ?? person;

/** Whoever goes by an id, in each organization: those kept by it and those renamed to it (DIR-14). */
export function thoseCalled(tx: Reading, id: PersonId): Identity[] {
  const { organizations = [], ids = [], keys = [] } = read(tx, "person", id) ?? {};
  const own = organizations
    .filter((organization) => ids.every(([each]) => each !== organization))
    .map((organization) => ({ organization, person: id }));
  return [...own, ...keys.map(([organization, person]) => ({ organization, person }))];
}

/**
 * As whom an identity counts that comes into service, or that nobody else counts with: as those it counted with
 * when it left, if one of them is there still, else as whoever goes by its id.
 */
export function countsAs(
  tx: Reading,
  identity: Omit<DirectoryEvents["person.recounted"], "because">,
  because: DirectoryEvents["person.recounted"]["because"],
): PersonId {
  const { organization, person } = identity;
  const employment = because === "came" ? read(tx, "employment", organization, person) : null;
  const along = employment?.along ?? [];
  const there = along.find((each) => serves(tx, each));
  if (there !== undefined) return naturalOf(tx, { organization: there[0], person: there[1] });
  const id = idNoted(tx, identity);
  return read(tx, "person", id)?.natural ?? id;
}
