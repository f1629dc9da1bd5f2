/** From a user before and after an operation to what has changed in the directory. */
import type { DepartmentId, PersonId, RoleId } from "../../core/ids.ts";
import { type DirectoryChange, type PersonFields, PLACEMENTS_MAX } from "../../directory/model.ts";
import { ROLES_MAX } from "../../schema/directory.ts";
import { groupsOf, isEmployed, keptUser, left, type Translation, useOf } from "./kept.ts";
import { ENTERPRISE_SCHEMA } from "./names.ts";
import type { ScimUser, ScimValue } from "./resources.ts";

/** The value to show of several: the primary one, else the one for work, else the first. */
function foremost(values: readonly ScimValue[] = []): string | undefined {
  const found =
    values.find(({ primary }) => primary === true) ??
    values.find(({ type }) => type === "work") ??
    values[0];
  return found?.value || undefined;
}

/** What is shown of a person where the caller says nothing else. */
function fieldsOf(user: ScimUser): PersonFields {
  const { displayName, name = {}, userName, title, emails, phoneNumbers } = user;
  const parts = [name.givenName, name.familyName].filter((part) => part).join(" ");
  const email = foremost(emails);
  const phone = foremost(phoneNumbers);
  return {
    name: displayName || name.formatted || parts || userName,
    ...(title ? { title } : {}),
    ...(email === undefined ? {} : { email }),
    ...(phone === undefined ? {} : { phone }),
  };
}

const managerOf = (user: ScimUser | null): string | null =>
  user?.[ENTERPRISE_SCHEMA]?.manager?.value ?? null;

/** Whom somebody reports to from now on; `null` as long as that is nobody who is known and in service. */
function managed(translation: Translation, user: ScimUser): DirectoryChange | null {
  const id = managerOf(user);
  const person = user.id as PersonId;
  if (id === null) return { type: "person.manager-changed", data: { person, manager: null } };
  const manager = id === user.id ? user : keptUser(translation, id);
  if (manager === undefined) return null;
  if (manager === null || !isEmployed(translation, manager)) {
    left(translation, "manager", id, "gone");
    return null;
  }
  return { type: "person.manager-changed", data: { person, manager: { person: id as PersonId } } };
}

/** Departments and roles of somebody who is hired, from the groups that have them already. */
function placed(translation: Translation, user: ScimUser, isNew: boolean) {
  const uses = isNew ? [] : (groupsOf(translation, user.id) ?? []);
  const departments = new Set<DepartmentId>();
  const roles = new Set<RoleId>();
  for (const group of uses) {
    const use = useOf(translation, group);
    if (use?.kind === "department") departments.add(use.id as DepartmentId);
    if (use?.kind === "role") roles.add(use.id as RoleId);
  }
  return {
    departments: bounded(translation, "department", departments, PLACEMENTS_MAX),
    roles: bounded(translation, "role", roles, ROLES_MAX),
  };
}

/** As many as one person can have; the others are named as left. */
function bounded<Id extends string>(
  translation: Translation,
  kind: string,
  ids: ReadonlySet<Id>,
  max: number,
): Id[] {
  const all = [...ids].sort();
  for (const id of all.slice(max)) left(translation, kind, id, "not-held");
  return all.slice(0, max);
}

function hired(translation: Translation, user: ScimUser, isNew: boolean): DirectoryChange[] {
  const person = user.id as PersonId;
  const { departments, roles } = placed(translation, user, isNew);
  const fields = shownOf(translation, user);
  const changes: DirectoryChange[] = [
    { type: "person.hired", data: { person, departments, fields } },
  ];
  if (roles.length > 0) changes.push({ type: "person.roles-changed", data: { person, roles } });
  if (managerOf(user) !== null) {
    const manager = managed(translation, user);
    if (manager !== null) changes.push(manager);
  }
  if (!user.active) changes.push({ type: "person.suspended", data: { person } });
  return changes;
}

const shownOf = ({ settings }: Translation, user: ScimUser): PersonFields =>
  (settings.fields ?? fieldsOf)(user);

function changed(translation: Translation, before: ScimUser, after: ScimUser): DirectoryChange[] {
  const person = after.id as PersonId;
  const changes: DirectoryChange[] = [];
  const fields = shownOf(translation, after);
  if (JSON.stringify(fields) !== JSON.stringify(shownOf(translation, before))) {
    changes.push({ type: "person.fields-changed", data: { person, fields } });
  }
  if (managerOf(before) !== managerOf(after)) {
    const manager = managed(translation, after);
    if (manager !== null) changes.push(manager);
  }
  if (before.active !== after.active) {
    changes.push({ type: after.active ? "person.resumed" : "person.suspended", data: { person } });
  }
  return changes;
}

/**
 * What a change of one user means.
 *
 * @param before `null`: there was no such user
 * @param after `null`: there is none any more
 */
export function userChanges(
  translation: Translation,
  before: ScimUser | null,
  after: ScimUser | null,
): readonly DirectoryChange[] {
  const was = before !== null && isEmployed(translation, before);
  const is = after !== null && isEmployed(translation, after);
  if (before !== null && was && !is) {
    return [{ type: "person.resigned", data: { person: before.id as PersonId } }];
  }
  if (after === null || !is) return [];
  if (before === null || !was) return hired(translation, after, before === null);
  return changed(translation, before, after);
}
