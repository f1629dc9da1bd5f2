/** What changes in the records as natural persons are told apart (DIR-14, AMB-117). */
import type { OrganizationId, PersonId } from "../core/ids.ts";
import type { Identity } from "../core/notice.ts";
import { type Draft, edit, put, read } from "../core/transaction.ts";
import { alias } from "./evolve-aliases.ts";
import type { Evolving } from "./evolve-appointed.ts";
import { type DirectoryEvents, FORMER_IDS_MAX, type IdThere, type PersonRecord } from "./model.ts";
import { countsAs, identitiesOf, isAlone, naturalOf } from "./select/naturals.ts";

type Because = DirectoryEvents["person.recounted"]["because"];

/** The record of a person, to be changed; there is one of whoever is named in it. */
export function editPerson(tx: Evolving, person: PersonId): Draft<PersonRecord> {
  if (read(tx, "person", person) === null) put(tx, "person", person, "", { organizations: [] });
  return edit(tx, "person", person);
}

/** Lists an identity among those of a natural person that have another key, or takes it off. */
function listOther(
  tx: Evolving,
  natural: PersonId,
  { organization, person }: Identity,
  is: boolean,
): void {
  if (natural === person) return;
  const record = editPerson(tx, natural);
  const left = (record.others ?? []).filter(
    ([each, key]) => each !== organization || key !== person,
  );
  if (is) left.push([organization, person]);
  if (left.length === 0) delete record.others;
  else record.others = left;
}

/** Notes whether whoever has a key somewhere counts as another natural person. */
function setApart(tx: Evolving, { organization, person }: Identity, is: boolean): void {
  const record = editPerson(tx, person);
  const left = (record.apart ?? []).filter((each) => each !== organization);
  if (is) left.push(organization);
  if (left.length === 0) delete record.apart;
  else record.apart = left;
}

/** Lets a natural person go by a name. */
function goBy(tx: Evolving, natural: PersonId, name: PersonId): void {
  const own = editPerson(tx, natural);
  if (name === natural) delete own.name;
  else own.name = name;
  const other = editPerson(tx, name);
  if (name === natural) delete other.natural;
  else other.natural = natural;
}

/** Gives a natural person another's name; that one, of whom nobody is there, gets theirs. */
function name(tx: Evolving, natural: PersonId, other: PersonId): void {
  const own = read(tx, "person", natural)?.name ?? natural;
  const theirs = read(tx, "person", other)?.name ?? other;
  goBy(tx, natural, theirs);
  goBy(tx, other, own);
}

/** Whoever is alone goes by their own id, if nobody else does. */
export function nameAlone(tx: Evolving, identity: Identity, because: Because = "alone"): void {
  const natural = naturalOf(tx, identity);
  if (!isAlone(tx, natural, identity)) return;
  const other = countsAs(tx, identity, because);
  if (other !== natural && identitiesOf(tx, other).length === 0) name(tx, natural, other);
}

/** Notes of a person that somebody has come into service. */
export function serve(tx: Evolving, organization: OrganizationId, person: PersonId): void {
  const identity = { organization, person };
  editPerson(tx, person).organizations.push(organization);
  listOther(tx, naturalOf(tx, identity), identity, true);
  nameAlone(tx, identity, "came");
}

/** Notes of a person that somebody has left; with whom they counted is kept for when they are back. */
export function leaveService(tx: Evolving, organization: OrganizationId, person: PersonId): void {
  const identity = { organization, person };
  const own = editPerson(tx, person);
  own.organizations = own.organizations.filter((each) => each !== organization);
  const natural = naturalOf(tx, identity);
  listOther(tx, natural, identity, false);
  const along = identitiesOf(tx, natural);
  const record = edit(tx, "employment", organization, person);
  if (along.length === 0) {
    delete record.along;
    return;
  }
  // Copied, for another record has them.
  record.along = along.slice(0, FORMER_IDS_MAX).map(([each, key]) => [each, key]);
  const [one, ...more] = along as [IdThere, ...IdThere[]];
  if (more.length === 0) nameAlone(tx, { organization: one[0], person: one[1] });
}

/** It comes last of all: what is listed by natural person is listed anew before. */
export const naturalEvolvers = {
  "person.recounted": (
    tx: Evolving,
    { because, ...identity }: DirectoryEvents["person.recounted"],
  ): void => {
    const { organization, person } = identity;
    const before = naturalOf(tx, identity);
    const natural = countsAs(tx, identity, because);
    listOther(tx, before, identity, false);
    setApart(tx, identity, natural !== person);
    alias(tx, { organization, sort: "people" }, person, (known) => ({ ...known, natural }));
    listOther(tx, natural, identity, true);
  },
};
