/** What events about heads, roles and successors change in the records. */
import { clearEntries, putEntry, removeEntry } from "../core/hashed.ts";
import type { DepartmentId, OrganizationId, PersonId, RoleId } from "../core/ids.ts";
import { EMPTY_HASH } from "../core/structures.ts";
import type * as faces from "../core/transaction.ts";
import { edit, must, put, read } from "../core/transaction.ts";
import type { DirectoryEvents, DirectoryRecords } from "./model.ts";
import { headsIn, holdersIn } from "./select/keys.ts";

/** What an event of the directory changes. */
export type Evolving = faces.Evolving<DirectoryRecords>;

type Case<Type extends keyof DirectoryEvents> = (
  tx: Evolving,
  data: DirectoryEvents[Type],
  at: number,
) => void;

/** Puts a person on, or takes them off, the list of a department's heads. */
function setHead(
  tx: Evolving,
  organization: OrganizationId,
  department: DepartmentId,
  [person, ordinal]: readonly [PersonId, ordinal: number],
  is: boolean,
): void {
  const record = edit(tx, "department", organization, department);
  const where = headsIn(organization, department);
  record.heads = is
    ? putEntry(tx, where, record.heads, [person, ordinal])
    : removeEntry(tx, where, record.heads, person);
}

/** Puts a person on, or takes them off, the list of a role's holders. */
function setHolder(
  tx: Evolving,
  organization: OrganizationId,
  role: RoleId,
  [person, ordinal]: readonly [PersonId, ordinal: number],
  has: boolean,
): void {
  if (read(tx, "role", organization, role) === null) {
    put(tx, "role", organization, role, { holders: EMPTY_HASH });
  }
  const record = edit(tx, "role", organization, role);
  const where = holdersIn(organization, role);
  record.holders = has
    ? putEntry(tx, where, record.holders, [person, ordinal])
    : removeEntry(tx, where, record.holders, person);
}

/** RESIGN-07: whoever had the office and left does not get it back any more. */
function appoint(office: { appointed?: number | undefined }): void {
  office.appointed = (office.appointed ?? 0) + 1;
}

/** What is on one list and not on another. */
const missing = <Id>(from: readonly Id[], others: readonly Id[]): Id[] =>
  from.filter((each) => !others.includes(each));

const headsChanged: Case<"person.heads-changed"> = (tx, data, at) => {
  const { organization, person, departments, from, revision } = data;
  const record = edit(tx, "employment", organization, person);
  const entry = [person, record.ordinal] as const;
  record.heads = [...departments];
  record.at = Math.max(record.at, at);
  if (revision !== undefined) record.revisions = { ...record.revisions, heads: revision };
  for (const each of missing(from, departments)) setHead(tx, organization, each, entry, false);
  for (const each of missing(departments, from)) {
    setHead(tx, organization, each, entry, true);
    appoint(edit(tx, "department", organization, each));
  }
};

const rolesChanged: Case<"person.roles-changed"> = (tx, data, at) => {
  const { organization, person, roles, from, revision } = data;
  const record = edit(tx, "employment", organization, person);
  const entry = [person, record.ordinal] as const;
  record.roles = [...roles];
  record.at = Math.max(record.at, at);
  if (revision !== undefined) record.revisions = { ...record.revisions, roles: revision };
  for (const each of missing(from, roles)) setHolder(tx, organization, each, entry, false);
  for (const each of missing(roles, from)) {
    setHolder(tx, organization, each, entry, true);
    appoint(edit(tx, "role", organization, each));
  }
};

const managerChanged: Case<"person.manager-changed"> = (tx, data, at) => {
  const { organization, person, manager, revision } = data;
  const record = edit(tx, "employment", organization, person);
  record.manager = manager;
  record.at = Math.max(record.at, at);
  if (revision !== undefined) record.revisions = { ...record.revisions, manager: revision };
};

/** An employment's heads, roles and successor end with it. */
export function endAppointments(
  tx: Evolving,
  organization: OrganizationId,
  person: PersonId,
): void {
  const record = edit(tx, "employment", organization, person);
  const { heads, roles, ordinal } = record;
  for (const each of heads) setHead(tx, organization, each, [person, ordinal], false);
  for (const each of roles) setHolder(tx, organization, each, [person, ordinal], false);
  record.heads = [];
  record.roles = [];
  record.successor = null;
}

/** An employment's heads and roles are its own again; nobody is appointed by that. */
export function giveAppointments(
  tx: Evolving,
  { organization, person, heads, roles }: DirectoryEvents["person.reinstated"],
): void {
  const record = edit(tx, "employment", organization, person);
  const entry = [person, record.ordinal] as const;
  record.heads = [...heads];
  record.roles = [...roles];
  for (const each of heads) setHead(tx, organization, each, entry, true);
  for (const each of roles) setHolder(tx, organization, each, entry, true);
}

/** Nobody is head of a department that is removed. */
export function dropHeads(
  tx: Evolving,
  { organization, department, heads }: DirectoryEvents["department.removed"],
): void {
  for (const person of heads) {
    const employment = edit(tx, "employment", organization, person);
    employment.heads = employment.heads.filter((each) => each !== department);
  }
  const { heads: index } = must(tx, "department", organization, department);
  clearEntries(tx, headsIn(organization, department), index);
  edit(tx, "department", organization, department).heads = EMPTY_HASH;
}

/** One case for each event about appointments. */
export const appointedEvolvers = {
  "person.heads-changed": headsChanged,
  "person.roles-changed": rolesChanged,
  "person.manager-changed": managerChanged,
  "successor.set": ((tx, { organization, person, successor }) => {
    edit(tx, "employment", organization, person).successor = successor;
  }) satisfies Case<"successor.set"> as Case<"successor.set">,
};
