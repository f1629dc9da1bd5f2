/** People and organizations suspended and resumed: in place all the time, unable to act for a while. */
import type { OrganizationId } from "../core/ids.ts";
import type { OfType } from "../core/input.ts";
import type { Recipient } from "../core/notice.ts";
import { effect } from "../core/rule.ts";
import { emit, must, notify, read } from "../core/transaction.ts";
import { alreadySo, type Deciding, isNewer, orElse } from "./facts.ts";
import type {
  DirectoryEvents,
  DirectoryFact,
  DirectoryFacts,
  ListedPerson,
  StandIn,
} from "./model.ts";
import { aboutEmployment } from "./people.ts";
import {
  organizationOf,
  organizationRegistered,
  type Reading,
  sourceResponsible,
} from "./select/organizations.ts";

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
): StandIn | null {
  if (standIn === undefined || standIn === person) return null;
  const colleague = read(tx, "employment", organization, standIn);
  return colleague?.inService === true ? { person: standIn, number: colleague.number } : null;
}

function isSame(left: StandIn | null, right: StandIn | null): boolean {
  return left?.person === right?.person && left?.number === right?.number;
}

/** A fact that somebody is suspended (DIR-17). Whoever cannot stand in counts as nobody. */
export function suspendPerson(tx: Deciding, fact: FactOf<"person.suspended">) {
  return aboutEmployment(tx, fact, ({ suspended, revisions }) => {
    const { revision } = fact.data;
    if (!isNewer(revisions.suspended, revision)) return;
    const standIn = standInNamed(tx, fact.data);
    const same = suspended !== undefined && isSame(suspended.standIn, standIn);
    if (!alreadySo(same, revision)) suspend(tx, { ...fact.data, standIn });
  });
}

/** A fact that somebody may act again (DIR-17). */
export function resumePerson(tx: Deciding, fact: FactOf<"person.resumed">) {
  return aboutEmployment(tx, fact, ({ suspended, revisions }) => {
    const { revision } = fact.data;
    if (!isNewer(revisions.suspended, revision)) return;
    if (!alreadySo(suspended === undefined, revision)) resume(tx, fact.data);
  });
}

/** What a full list says of somebody in service, if it says anything; who stands in then stays so. */
export function setSuspended(
  tx: Deciding,
  organization: OrganizationId,
  { person, number, suspended }: Pick<ListedPerson, "person" | "number" | "suspended">,
): void {
  const known = must(tx, "employment", organization, person).suspended !== undefined;
  if (suspended === undefined || suspended === known) return;
  if (suspended) suspend(tx, { organization, person, number, standIn: null });
  else resume(tx, { organization, person, number });
}

/** DIR-18: all its people are as if suspended, or no more; its admins and those of its Spaces know. */
const switchOrganization = effect(
  "DIR-18",
  (
    tx: Deciding,
    { type, data }: FactOf<"organization.suspended" | "organization.resumed">,
  ): void => {
    const { organization } = data;
    const { joined, suspended = false } = organizationOf(tx, organization);
    emit(tx, type, data);
    const suspends = type === "organization.suspended";
    if (suspends === suspended) return;
    const kind = suspends ? "ORGANIZATION_SUSPENDED" : "ORGANIZATION_RESUMED";
    const admins = joined.map((space): Recipient => ({ kind: "space-admins", space }));
    const to: Recipient[] = [{ kind: "authorized-admins", organization }, ...admins];
    notify(tx, { kind, to, data: { organization } });
  },
);

/** A platform's fact that an organization is suspended, or may act again (DIR-18). */
export function suspendOrganization(
  tx: Deciding,
  fact: FactOf<"organization.suspended" | "organization.resumed">,
) {
  const { organization, revision } = fact.data;
  const refusal =
    organizationRegistered(tx, organization) ?? sourceResponsible(fact.from, "platform");
  return orElse(refusal, () => {
    const { ended, suspended = false, revisions } = organizationOf(tx, organization);
    if (ended || !isNewer(revisions.suspended, revision)) return;
    const same = suspended === (fact.type === "organization.suspended");
    if (!alreadySo(same, revision)) switchOrganization(tx, fact);
  });
}
