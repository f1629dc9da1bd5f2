/** What absorbing one part of a full list, or settling a held one, will read. */
import type { OrganizationId, PersonId } from "../../core/ids.ts";
import { pageKey } from "../../core/paged.ts";
import type { ListedPerson } from "../../directory/model.ts";
import { sameSet } from "../../directory/people.ts";
import { bucketsOfPage, reconciliationPage } from "../../directory/reconciliation.ts";
import { treeOf } from "../../directory/select/places.ts";
import { subtreeOf } from "../../directory/select/tree.ts";
import type { EngineTx, InputOf } from "../types.ts";
import { ask, entries, peek } from "./ahead.ts";
import { foreseeAppointed, foreseeLeavers } from "./bound.ts";
import { foreseePlaced, foreseeTree } from "./departments.ts";
import { foreseeOwnLicenses } from "./licenses.ts";
import { foreseePeople, foreseeSpaces } from "./people.ts";

/** An admin's word on a held list. */
export function foreseeHeld(
  tx: EngineTx,
  { data: { organization, reconciliation } }: InputOf<"reconciliation.confirm">,
): void {
  const people = (peek(tx, "held", organization, reconciliation)?.people ?? []).map(
    ({ person }) => person,
  );
  foreseePeople(tx, { organization, people, departments: [] });
  foreseeResigning(tx, organization, people);
}

/** Whoever is missing from a list leaves everything that they are bound to. */
function foreseeResigning(
  tx: EngineTx,
  organization: OrganizationId,
  people: readonly PersonId[],
): void {
  foreseeLeavers(tx, { organization, people, space: null, late: true });
  foreseeOwnLicenses(tx, organization, people);
  foreseeAppointed(tx, organization, people);
}

/** A full list's part. */
export function foreseeList(
  tx: EngineTx,
  { data: { organization, part } }: InputOf<"directory.reconciled">,
): void {
  const directory = peek(tx, "directory", organization);
  for (const { reconciliation } of directory?.held ?? []) {
    peek(tx, "held", organization, reconciliation);
  }
  if (part.kind === "departments") {
    foreseeDepartments(tx, organization, part.departments);
    return;
  }
  const listed = part.people.map(({ person }) => person);
  const departments = [...new Set(part.people.flatMap((each) => each.departments))];
  for (const person of listed) peek(tx, "employment", organization, person);
  const known =
    directory === null
      ? []
      : entries<readonly [PersonId]>(tx, bucketsOfPage(organization, directory.people, part));
  const onPage = known
    .map(([person]) => person)
    .filter((person) => reconciliationPage(person, part.pages) === part.page);
  const changed = part.people.filter((each) => differs(tx, organization, each));
  const names = new Set(listed);
  const gone = onPage.filter((person) => !names.has(person));
  const people = [...changed.map(({ person }) => person), ...gone];
  foreseePeople(tx, { organization, people, departments, late: true });
  // Whoever is listed under a new number has left and come back.
  const back = changed.filter(({ person, number }) => {
    const known = peek(tx, "employment", organization, person);
    return known?.inService === true && known.number < number;
  });
  foreseeResigning(tx, organization, [...gone, ...back.map(({ person }) => person)]);
}

/** Whether a listed person may be hired or placed elsewhere, as far as it can be told. */
function differs(
  tx: EngineTx,
  organization: OrganizationId,
  { person, number, departments }: ListedPerson,
): boolean {
  const known = peek(tx, "employment", organization, person);
  return known === null || known.number !== number || !sameSet(known.departments, departments);
}

type Listed = Extract<
  InputOf<"directory.reconciled">["data"]["part"],
  { readonly kind: "departments" }
>["departments"];

/** The departments that a list adds, moves and no longer has, with everybody below them. */
function foreseeDepartments(tx: EngineTx, organization: OrganizationId, listed: Listed): void {
  for (const { department, parent } of listed) {
    peek(tx, "department", organization, department);
    if (parent !== null) peek(tx, "department", organization, parent);
  }
  foreseeSpaces(tx, { organization, people: [], departments: [] });
  const tree = foreseeTree(tx, organization);
  const next = peek(tx, "directory", organization)?.tree.next ?? 0;
  if (tree === null) return;
  const where = treeOf(organization);
  const fresh = listed.filter(({ department }) => !tree.has(department)).length;
  for (let ticket = next; ticket < next + fresh + where.size; ticket += where.size) {
    ask(tx, pageKey(where, ticket));
  }
  const names = new Set(listed.map(({ department }) => department));
  const moved = listed.filter(({ department, parent }) => {
    const known = tree.get(department);
    return known !== undefined && known.parent !== parent;
  });
  const gone = [...tree.keys()].filter((department) => !names.has(department));
  const below = moved.flatMap(({ department }) => subtreeOf(tree, department));
  for (const department of [...gone, ...below]) peek(tx, "department", organization, department);
  // The rules on them, before it is known who is placed there.
  foreseeSpaces(tx, { organization, people: [], departments: [...gone, ...below] });
  foreseePlaced(tx, organization, tree, below);
}
