/** What absorbing one part of a full list, or settling a held one, will read. */
import { bucketKeys } from "../../core/hashed.ts";
import type { OrganizationId, PersonId } from "../../core/ids.ts";
import { pageKey, pageKeys } from "../../core/paged.ts";
import { read, together, want } from "../../core/transaction.ts";
import { reconciliationPage } from "../../directory/reconciliation.ts";
import { peopleOf, treeOf } from "../../directory/select/places.ts";
import { readTree, subtreeOf } from "../../directory/select/tree.ts";
import { placedPeople } from "../../roster/candidates.ts";
import type { EngineTx, InputOf } from "../types.ts";
import { foreseePeople } from "./people.ts";

type PeoplePart = Extract<
  InputOf<"directory.reconciled">["data"]["part"],
  { readonly kind: "people" }
>;

/** A full list's part, or an admin's word on one. */
export function foreseeList(
  tx: EngineTx,
  input: InputOf<"directory.reconciled" | "reconciliation.confirm">,
): void {
  const { organization } = input.data;
  const root = () =>
    want(tx, [
      ["organization", organization, ""],
      ["directory", organization, ""],
    ]);
  if (input.type === "reconciliation.confirm") {
    together(tx, root, () => {
      const held = read(tx, "held", organization, input.data.reconciliation);
      const people = (held?.people ?? []).map(({ person }) => person);
      foreseePeople(tx, { organization, people, departments: [], frees: true });
    });
    return;
  }
  const { part } = input.data;
  if (part.kind === "departments") {
    together(tx, root, () => foreseeDepartments(tx, input));
    return;
  }
  const departments = [...new Set(part.people.flatMap((listed) => listed.departments))];
  together(
    tx,
    root,
    () => {
      const people = part.people.map(({ person }) => person);
      foreseePeople(tx, { organization, people, departments, frees: true });
    },
    () => {
      const people = missingOf(tx, organization, part);
      foreseePeople(tx, { organization, people, departments: [], frees: true });
    },
  );
}

function missingOf(tx: EngineTx, organization: OrganizationId, part: PeoplePart): PersonId[] {
  const directory = read(tx, "directory", organization);
  if (directory === null) return [];
  const keys = bucketKeys(peopleOf(organization), directory.people);
  const level = directory.people.buckets === 0 ? 1 : 1 << (31 - Math.clz32(keys.length));
  const bits = Math.min(part.pages, level) - 1;
  const wanted = keys.filter((_, bucket) => (bucket & bits) === (part.page & bits));
  want(tx, wanted);
  const listed = new Set(part.people.map(({ person }) => person));
  return wanted
    .flatMap(([kind, owner, own]) => [...(read(tx, kind, owner, own)?.entries ?? [])])
    .map(([person]) => person)
    .filter((person) => !listed.has(person))
    .filter((person) => reconciliationPage(person, part.pages) === part.page);
}

/** The departments that a list adds, moves and no longer has, with everybody below them. */
function foreseeDepartments(tx: EngineTx, { data }: InputOf<"directory.reconciled">): void {
  const { organization, part } = data;
  const directory = read(tx, "directory", organization);
  if (directory === null || part.kind !== "departments") return;
  want(tx, pageKeys(treeOf(organization), directory.tree));
  const tree = readTree(tx, organization);
  const listed = new Set(part.departments.map(({ department }) => department));
  const fresh = part.departments.filter(({ department }) => !tree.has(department));
  const moved = part.departments.filter(({ department, parent }) => {
    const known = tree.get(department);
    return known !== undefined && known.parent !== parent;
  });
  const gone = [...tree.keys()].filter((department) => !listed.has(department));
  const below = moved.flatMap(({ department }) => subtreeOf(tree, department));
  const where = treeOf(organization);
  const { next } = directory.tree;
  const pages = Array.from({ length: Math.ceil(fresh.length / where.size) + 1 }, (_, page) =>
    pageKey(where, next + page * where.size),
  );
  together(
    tx,
    () =>
      want(tx, [
        ...pages,
        ...[...part.departments.map(({ department }) => department), ...gone, ...below].map(
          (department) => ["department", organization, department] as const,
        ),
        ...part.departments.flatMap(({ parent }) =>
          parent === null ? [] : [["department", organization, parent] as const],
        ),
      ]),
    () => {
      const people = placedPeople(tx, organization, tree, below);
      foreseePeople(tx, { organization, people, departments: [...listed], frees: true });
    },
  );
}
