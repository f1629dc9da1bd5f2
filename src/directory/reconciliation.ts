/** Full lists from the source, absorbed as the difference to what is known. Nothing newer is undone. */

import { bucketEntries } from "../core/hashed.ts";
import type { OrganizationId, PersonId } from "../core/ids.ts";
import { reconciliationPage } from "../core/page.ts";
import { passOver } from "../core/passed-over.ts";
import type { Policy } from "../core/policy.ts";
import { effect } from "../core/rule.ts";
import type { HashIndex } from "../core/structures.ts";
import { emit, must, notify, read } from "../core/transaction.ts";
import { saidUnder } from "./departments.ts";
import { type Deciding, numberOf, ofLiving, orElse } from "./facts.ts";
import type {
  DirectoryCommand,
  DirectoryFact,
  DirectoryPart,
  EmploymentRecord,
  ListedPerson,
  PeopleEntry,
} from "./model.ts";
import { hire, resign, sameFields, setFields } from "./people.ts";
import {
  departmentsReported,
  existing,
  passNowhere,
  placesBy,
  sameSet,
  underBy,
} from "./placements.ts";
import { reconcileDepartments, unlistedParent } from "./reconciliation-departments.ts";
import { adoptNumber } from "./reinstating.ts";
import { relocate } from "./relocating.ts";
import { absorbReturn } from "./returning.ts";
import { actorSettlesLists } from "./select/authority.ts";
import { peopleOf } from "./select/keys.ts";
import { organizationKnown } from "./select/organizations.ts";
import { setSuspended } from "./suspending.ts";

type ReconciledFact = Extract<DirectoryFact, { readonly type: "directory.reconciled" }>;
type PeoplePart = Extract<DirectoryPart, { readonly kind: "people" }>;
type Line = ListedPerson & { readonly index: number };
type Named = { readonly person: PersonId; readonly number: number };

/** A fact with one part of a full list. */
export function reconcile(tx: Deciding, fact: ReconciledFact, policy: Policy) {
  const { organization, part } = fact.data;
  return ofLiving(tx, fact, () => {
    if (part.kind === "departments") {
      return orElse(unlistedParent(tx, organization, part.departments), () =>
        reconcileDepartments(tx, organization, part.departments, fact.at),
      );
    }
    const named = [...new Set(part.people.flatMap(({ departments }) => departments))];
    return orElse(departmentsReported(tx, organization, named), () => {
      supersede(tx, organization, part);
      const missing = missingFrom(tx, organization, part, fact.at);
      for (const [index, each] of part.people.entries()) {
        absorb(tx, organization, { ...each, index }, fact.at, policy);
      }
      removeMissing(tx, fact, part, missing, policy);
    });
  });
}

/** A newer list for the same page, or one cut otherwise, takes the place of a held one. */
function supersede(tx: Deciding, organization: OrganizationId, part: PeoplePart): void {
  for (const held of must(tx, "directory", organization).held.slice()) {
    if (held.pages === part.pages && held.page !== part.page) continue;
    const { reconciliation } = held;
    emit(tx, "reconciliation.settled", { organization, reconciliation, how: "superseded" });
  }
}

/** Hires, relocates and changes one listed person, unless something newer is known of them. */
const absorb = effect(
  ["ROSTER-05", "ROSTER-07", "ROSTER-11"],
  (tx: Deciding, organization: OrganizationId, line: Line, at: number, policy: Policy): void => {
    const { person, departments, fields } = line;
    const known = read(tx, "employment", organization, person);
    const isNew = known === null || isLaterEmployment(known, line);
    if (isNew || !known.inService) {
      const became = isNew ? null : absorbReturn(tx, policy, organization, known, line, at);
      const isOlder = isNew && known !== null && known.at > at;
      const why = isOlder ? "older-time" : (became ?? "hire");
      if (why === "back") return;
      if (why !== "hire") passOver(tx, why, line, line.index);
      else {
        const { number = Number.POSITIVE_INFINITY, ...unnumbered } = hireOf(line);
        const isLower = !isNew && number <= numberOf(known);
        hire(tx, { organization, ...(isLower ? unnumbered : hireOf(line)) }, line.index);
        if (isLower) passOver(tx, "older-number", line, line.index);
        setSuspended(tx, organization, line);
      }
      return;
    }
    const there = existing(tx, organization, departments);
    const moves = !sameSet(there, known.departments);
    const differs = !sameFields(fields, known.fields);
    const confirms = known.probation && line.probation !== true;
    const was = known.suspended !== undefined;
    const turns = line.suspended !== undefined && line.suspended !== was;
    if (known.at > at) {
      if (moves || differs || confirms || turns) passOver(tx, "older-time", line, line.index);
      return;
    }
    const to = placesBy(tx, organization, departments);
    passNowhere(tx, organization, departments, line.index);
    const now = underBy(to, known);
    const bars = !sameSet(now, known.under ?? []);
    adoptNumber(tx, known, { organization, ...line }, line.index);
    const named = { organization, person, number: known.number };
    const from = known.departments;
    if (moves || bars) {
      relocate(tx, { ...named, departments: to.departments, from, ...saidUnder(now) });
    }
    if (differs) setFields(tx, { ...named, fields });
    if (confirms) emit(tx, "person.confirmed", named);
    setSuspended(tx, organization, line);
  },
);

/** A line as a hire says it. */
const hireOf = ({ index: _, suspended: __, ...line }: Line): Omit<ListedPerson, "suspended"> =>
  line;

/** Whether a line is about an employment later than the one known, by the source's own numbers. */
const isLaterEmployment = ({ given }: EmploymentRecord, { number = 0 }: Line): boolean =>
  given !== null && number > given;

interface Missing {
  /** People known on the page. */
  readonly known: number;
  readonly gone: readonly Named[];
}

/** The buckets of people in service that may hold somebody who belongs on a page. */
function bucketsOfPage(
  index: HashIndex,
  { page, pages }: Pick<PeoplePart, "page" | "pages">,
): number[] {
  const level = index.buckets === 0 ? 1 : 1 << (31 - Math.clz32(index.buckets));
  const bits = Math.min(pages, level) - 1;
  return Array.from({ length: index.buckets }, (_, bucket) => bucket).filter(
    (bucket) => (bucket & bits) === (page & bits),
  );
}

/** Who belongs on a page and is not on it, in the order of hires; later facts protect. */
function missingFrom(
  tx: Deciding,
  organization: OrganizationId,
  part: PeoplePart,
  at: number,
): Missing {
  const where = peopleOf(organization);
  const onPage: PeopleEntry[] = [];
  for (const bucket of bucketsOfPage(must(tx, "directory", organization).people, part)) {
    for (const entry of bucketEntries<PeopleEntry>(tx, where, bucket)) {
      if (reconciliationPage(entry[0], part.pages) === part.page) onPage.push(entry);
    }
  }
  const listed = new Set(part.people.map(({ person }) => person));
  const candidates = onPage.filter(([person]) => !listed.has(person));
  const gone = candidates
    .filter(([person]) => {
      const isOlder = must(tx, "employment", organization, person).at <= at;
      if (!isOlder) passOver(tx, "protected", { person });
      return isOlder;
    })
    .sort((left, right) => left[2] - right[2])
    .map(([person, number]) => ({ person, number }));
  return { known: onPage.length, gone };
}

/** Removes the missing, or holds them until an admin's word if they are too many. */
function removeMissing(
  tx: Deciding,
  fact: ReconciledFact,
  part: PeoplePart,
  { known, gone }: Missing,
  policy: Policy,
): void {
  const { organization } = fact.data;
  const share = policy.reconciliationHoldPercent;
  if (share === null || gone.length * 100 <= known * share) {
    for (const named of gone) resign(tx, { organization, ...named, because: "missing" });
    return;
  }
  const { page, pages } = part;
  const reconciliation = fact.id;
  emit(tx, "reconciliation.held", { organization, reconciliation, page, pages, people: gone });
  notify(tx, {
    kind: "DIRECTORY_RECONCILIATION_HELD",
    to: [{ kind: "authorized-admins", organization }],
    data: { organization, reconciliation, people: gone.length },
  });
}

/** An admin's word on a held list. One that is not held (any more) is quiet. */
export function settleReconciliation(
  tx: Deciding,
  command: Extract<
    DirectoryCommand,
    { readonly type: "reconciliation.confirm" | "reconciliation.discard" }
  >,
) {
  const { organization, reconciliation } = command.data;
  const { by } = command;
  const refusal =
    organizationKnown(tx, "organization" in by ? by.organization : organization) ??
    actorSettlesLists(tx, by, organization);
  return orElse(refusal, () => {
    const held = read(tx, "held", organization, reconciliation);
    if (held === null) return;
    const confirmed = command.type === "reconciliation.confirm";
    if (confirmed) removeHeld(tx, organization, held.people);
    const how = confirmed ? "confirmed" : "discarded";
    emit(tx, "reconciliation.settled", { organization, reconciliation, how });
  });
}

function removeHeld(tx: Deciding, organization: OrganizationId, people: readonly Named[]): void {
  for (const named of people) {
    const known = read(tx, "employment", organization, named.person);
    if (known?.inService === true && known.number === named.number) {
      resign(tx, { organization, ...named, because: "missing" });
    }
  }
}
