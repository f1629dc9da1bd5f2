/** From a group before and after an operation to what has changed in the directory. */
import type { DepartmentId, PersonId, RoleId } from "../../core/ids.ts";
import type { DirectoryChange } from "../../directory/model.ts";
import { ROLES_MAX } from "../../schema/directory.ts";
import {
  groupsOf,
  isEmployed,
  keptGroup,
  keptUser,
  left,
  type Translation,
  useOf,
} from "./kept.ts";
import type { ScimGroup, ScimMember } from "./resources.ts";
import type { ScimGroupUse } from "./settings.ts";

type Use<Kind> = Extract<ScimGroupUse, { kind: Kind }>;
type Department = Use<"department">;

const membersOf = (group: ScimGroup | null): readonly ScimMember[] => group?.members ?? [];

/** Those of the first who are not in the second. */
function without(members: readonly ScimMember[], others: readonly ScimMember[]): ScimMember[] {
  const known = new Set(others.map(({ value }) => value));
  return members.filter(({ value }) => !known.has(value));
}

/** What a member is: somebody in service, a group, or nobody that is known; `undefined`: not known yet. */
type Meaning = { readonly person: PersonId } | { readonly group: ScimGroup } | null | undefined;

function meaningOf(translation: Translation, { value, type }: ScimMember): Meaning {
  const user = type === "Group" ? null : keptUser(translation, value);
  if (user === undefined) return undefined;
  if (user !== null) return isEmployed(translation, user) ? { person: value as PersonId } : null;
  if (type === "User") return null;
  const group = keptGroup(translation, value);
  return group ? { group } : group;
}

/** Says of somebody who is to come in and is not known that this cannot be. */
function unknown({ work }: Translation, id: string): void {
  const path = ["body", "members", id];
  const problem = { path, problem: "not-found", scimType: "invalidValue" as const };
  work.problems.push(problem);
}

/** Whether a user is kept who is not in service: such a member comes in when they are hired again. */
const isKept = (translation: Translation, { value, type }: ScimMember): boolean =>
  type !== "Group" && !!keptUser(translation, value);

function moved(
  translation: Translation,
  group: ScimGroup,
  parent: string | null,
): DirectoryChange[] {
  const use = useOf(translation, group);
  if (use?.kind !== "department") {
    left(translation, "group", group.id, "not-held");
    return [];
  }
  const data = { department: use.id as DepartmentId, parent: parent as DepartmentId | null };
  return [{ type: "department.moved", data }];
}

function entering(translation: Translation, to: Department, members: readonly ScimMember[]) {
  const department = to.id as DepartmentId;
  return members.flatMap((member): DirectoryChange[] => {
    const meaning = meaningOf(translation, member);
    if (meaning === undefined) return [];
    if (meaning === null) {
      if (!isKept(translation, member)) unknown(translation, member.value);
      return [];
    }
    if ("group" in meaning) return moved(translation, meaning.group, to.id);
    return [{ type: "person.department-entered", data: { person: meaning.person, department } }];
  });
}

function leaving(translation: Translation, from: Department, members: readonly ScimMember[]) {
  const department = from.id as DepartmentId;
  return members.flatMap((member): DirectoryChange[] => {
    const meaning = meaningOf(translation, member);
    // Who is gone has left every department already.
    if (!meaning) return [];
    if ("group" in meaning) {
      const use = useOf(translation, meaning.group);
      const parent = use?.kind === "department" ? (use.parent ?? null) : null;
      return moved(translation, meaning.group, parent);
    }
    return [{ type: "person.department-left", data: { person: meaning.person, department } }];
  });
}

/** All roles of somebody once one has been given or taken; other groups tell the others. */
function rolesOf(
  translation: Translation,
  user: string,
  group: string,
  role: RoleId | null,
): RoleId[] | undefined {
  const groups = groupsOf(translation, user);
  if (groups === undefined) return undefined;
  const roles = groups.flatMap((each) => {
    const use = each.id === group ? null : useOf(translation, each);
    return use?.kind === "role" ? [use.id as RoleId] : [];
  });
  const all = new Set(role === null ? roles : [role, ...roles]);
  return [...all].slice(0, ROLES_MAX).sort();
}

function appointing(
  translation: Translation,
  group: string,
  role: RoleId | null,
  members: readonly ScimMember[],
) {
  return members.flatMap((member): DirectoryChange[] => {
    const meaning = meaningOf(translation, member);
    if (meaning === undefined) return [];
    if (meaning === null) {
      if (role !== null && !isKept(translation, member)) unknown(translation, member.value);
      return [];
    }
    if ("group" in meaning) {
      left(translation, "group", meaning.group.id, "not-held");
      return [];
    }
    const roles = rolesOf(translation, member.value, group, role);
    if (roles === undefined) return [];
    return [{ type: "person.roles-changed", data: { person: meaning.person, roles } }];
  });
}

function renaming(before: ScimGroup, after: ScimGroup, was: Department, is: Department) {
  const department = is.id as DepartmentId;
  const changes: DirectoryChange[] = [];
  if (before.displayName !== after.displayName) {
    changes.push({ type: "department.renamed", data: { department, name: after.displayName } });
  }
  if ((was.parent ?? null) !== (is.parent ?? null)) {
    const parent = (is.parent ?? null) as DepartmentId | null;
    changes.push({ type: "department.moved", data: { department, parent } });
  }
  return changes;
}

/** A group that went on being what it was. */
function kept(translation: Translation, before: ScimGroup, after: ScimGroup, is: ScimGroupUse) {
  const come = without(membersOf(after), membersOf(before));
  const gone = without(membersOf(before), membersOf(after));
  if (is === null) return [];
  if (is.kind === "role") {
    return [
      ...appointing(translation, after.id, is.id as RoleId, come),
      ...appointing(translation, after.id, null, gone),
    ];
  }
  const was = useOf(translation, before) as Department;
  return [
    ...renaming(before, after, was, is),
    ...entering(translation, is, come),
    ...leaving(translation, is, gone),
  ];
}

function begun(translation: Translation, group: ScimGroup, is: ScimGroupUse): DirectoryChange[] {
  if (is === null) return [];
  if (is.kind === "role") {
    return appointing(translation, group.id, is.id as RoleId, membersOf(group));
  }
  const department = is.id as DepartmentId;
  const parent = (is.parent ?? null) as DepartmentId | null;
  return [
    { type: "department.created", data: { department, parent, name: group.displayName } },
    ...entering(translation, is, membersOf(group)),
  ];
}

function ended(translation: Translation, group: ScimGroup, was: ScimGroupUse): DirectoryChange[] {
  if (was === null) return [];
  if (was.kind === "role") return appointing(translation, group.id, null, membersOf(group));
  return [{ type: "department.removed", data: { department: was.id as DepartmentId } }];
}

/**
 * What a change of one group means: members as deltas, so that two operations side by side both count.
 *
 * @param before `null`: there was no such group
 * @param after `null`: there is none any more
 */
export function groupChanges(
  translation: Translation,
  before: ScimGroup | null,
  after: ScimGroup | null,
): readonly DirectoryChange[] {
  const was = before === null ? null : useOf(translation, before);
  const is = after === null ? null : useOf(translation, after);
  if (before !== null && after !== null && was?.kind === is?.kind && was?.id === is?.id) {
    return kept(translation, before, after, is);
  }
  // A word on all roles of somebody holds until the next one: those who stay are named once.
  const stayed = is?.kind === "role" && was?.kind === "role" ? membersOf(after) : [];
  const over = before && { ...before, members: without(membersOf(before), stayed) };
  return [
    ...(after === null ? [] : begun(translation, after, is)),
    ...(over === null ? [] : ended(translation, over, was)),
  ];
}
