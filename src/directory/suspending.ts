/** People and organizations suspended and resumed: in place all the time, unable to act for a while. */
import type { OrganizationId } from "../core/ids.ts";
import type { OfType } from "../core/input.ts";
import type { Recipient } from "../core/notice.ts";
import { passOver } from "../core/passed-over.ts";
import { isToRecord } from "../core/recording.ts";
import { effect } from "../core/rule.ts";
import { emit, must, notify, read } from "../core/transaction.ts";
import { type Deciding, orElse } from "./facts.ts";
import type {
  DirectoryEvents,
  DirectoryFact,
  DirectoryFacts,
  Employed,
  ListedPerson,
  Sourced,
} from "./model.ts";
import { aboutEmployment, under } from "./people.ts";
import {
  organizationOf,
  organizationRegistered,
  type Reading,
  sourceResponsible,
} from "./select/organizations.ts";
import { mayDescribe } from "./select/sources.ts";

type FactOf<Type extends keyof DirectoryFacts> = OfType<DirectoryFact, Type>;

/** DIR-17: from now on the person cannot act. What follows from it is worked out from this event. */
const suspend = effect(
  "DIR-17",
  (tx: Deciding, suspension: DirectoryEvents["person.suspended"]): void => {
    emit(tx, "person.suspended", suspension);
  },
);

/** DIR-17: the person may act again. */
const resume = effect(
  "DIR-17",
  (tx: Deciding, resumption: DirectoryEvents["person.resumed"]): void => {
    emit(tx, "person.resumed", resumption);
  },
);

/** Whoever is named to stand in, under the employment they have now: a colleague in service, or nobody. */
function standInNamed(
  tx: Reading,
  { organization, person, standIn }: DirectoryFacts["person.suspended"],
): Employed | null {
  if (standIn === undefined || standIn === person) return null;
  const colleague = read(tx, "employment", organization, standIn);
  return colleague?.inService === true ? { person: standIn, number: colleague.number } : null;
}

function isSame(left: Employed | null, right: Employed | null): boolean {
  return left?.person === right?.person && left?.number === right?.number;
}

/** A fact that somebody is suspended (DIR-17). Whoever cannot stand in counts as nobody. */
export function suspendPerson(tx: Deciding, fact: FactOf<"person.suspended">) {
  return aboutEmployment(tx, fact, (employment) => {
    const { suspended, revisions } = employment;
    const standIn = standInNamed(tx, fact.data);
    const same = suspended !== undefined && isSame(suspended.standIn, standIn);
    if (!isToRecord(tx, fact.data, revisions.suspended, same)) return;
    const again = same ? ({ again: true } as const) : {};
    suspend(tx, under({ ...fact.data, standIn, ...again }, employment));
  });
}

/** A fact that somebody may act again (DIR-17). */
export function resumePerson(tx: Deciding, fact: FactOf<"person.resumed">) {
  return aboutEmployment(tx, fact, (employment) => {
    const { suspended, revisions } = employment;
    if (!isToRecord(tx, fact.data, revisions.suspended, suspended === undefined)) return;
    resume(tx, under(fact.data, employment));
  });
}

/** What a full list says of somebody in service, if it says anything; who stands in then stays so. */
export function setSuspended(
  tx: Deciding,
  organization: OrganizationId,
  { person, suspended, source }: Pick<ListedPerson, "person" | "suspended"> & Sourced,
): void {
  const employment = must(tx, "employment", organization, person);
  if (!mayDescribe(employment, source)) return;
  if (suspended === undefined || suspended === (employment.suspended !== undefined)) return;
  const named = under({ organization, person }, employment);
  if (suspended) suspend(tx, { ...named, standIn: null });
  else resume(tx, named);
}

/** DIR-18: all its people are as if suspended, or no more; its admins and those of its Spaces and Trunks know. */
const switchOrganization = effect(
  "DIR-18",
  (
    tx: Deciding,
    { type, data }: FactOf<"organization.suspended" | "organization.resumed">,
  ): void => {
    const { organization } = data;
    const { joined, trunks = [], suspended = false } = organizationOf(tx, organization);
    emit(tx, type, data);
    const suspends = type === "organization.suspended";
    if (suspends === suspended) return;
    const kind = suspends ? "ORGANIZATION_SUSPENDED" : "ORGANIZATION_RESUMED";
    const admins = joined.map((space): Recipient => ({ kind: "space-admins", space }));
    const above = trunks.map((trunk): Recipient => {
      return { kind: "hierarchy-admins", organization: trunk };
    });
    const to: Recipient[] = [{ kind: "authorized-admins", organization }, ...admins, ...above];
    notify(tx, { kind, to, data: { organization } });
  },
);

/** A platform's fact that an organization is suspended, or may act again (DIR-18). */
export function suspendOrganization(
  tx: Deciding,
  fact: FactOf<"organization.suspended" | "organization.resumed">,
) {
  const { organization } = fact.data;
  const refusal =
    organizationRegistered(tx, organization) ?? sourceResponsible(fact.from, "platform");
  return orElse(refusal, () => {
    const { ended, suspended = false, revisions } = organizationOf(tx, organization);
    if (ended) {
      passOver(tx, "organization-ended", fact.data);
      return;
    }
    const same = suspended === (fact.type === "organization.suspended");
    if (isToRecord(tx, fact.data, revisions.suspended, same)) switchOrganization(tx, fact);
  });
}
