/** What the caller keeps, looked up while an operation is translated. */
import type { Left } from "../result.ts";
import { lookUp, type Work } from "../work.ts";
import type { Place, Read } from "./problems.ts";
import { readGroup, readUser, type ScimGroup, type ScimUser } from "./resources.ts";
import type { ScimGroupUse, ScimNeed, ScimSettings } from "./settings.ts";

/** One translation under way. */
export interface Translation {
  readonly work: Work<ScimNeed>;
  readonly settings: ScimSettings;
}

/** A value; what is wrong with it instead is noted. */
export function noted<Value>({ work }: Translation, read: Read<Value>): Value | null {
  if (read.ok) return read.value;
  work.problems.push(...read.problems);
  return null;
}

function keptAs<Value>(
  translation: Translation,
  kind: "user" | "group",
  id: string,
  read: (body: unknown, path: Place) => Read<Value>,
): Value | null | undefined {
  const call = kind === "user" ? "GET /Users/{id}" : "GET /Groups/{id}";
  const found = lookUp(translation.work, { kind, id, call, parameters: { id } });
  if (found === undefined) return undefined;
  if (found.body === null) return null;
  return noted(translation, read(found.body, found.path));
}

/** A kept user; `null` if there is none, `undefined` if it has to be looked up. */
export const keptUser = (translation: Translation, id: string): ScimUser | null | undefined =>
  keptAs(translation, "user", id, (body, path) => readUser(body, id, true, path));

/** A kept group. */
export const keptGroup = (translation: Translation, id: string): ScimGroup | null | undefined =>
  keptAs(translation, "group", id, (body, path) => readGroup(body, id, path));

/** The groups that a user is in as they are kept; their members may be left out. */
export function groupsOf(translation: Translation, user: string): readonly ScimGroup[] | undefined {
  const need = {
    kind: "groups-of",
    id: user,
    call: "GET /Groups",
    parameters: { filter: `members.value eq ${JSON.stringify(user)}` },
  } as const;
  const found = lookUp(translation.work, need);
  if (found === undefined) return undefined;
  const bodies = Array.isArray(found.body) ? found.body : [];
  return bodies.flatMap((body: unknown, index) => {
    const id = (body as { readonly id?: unknown } | null)?.id;
    const path = [...found.path, index];
    const group = noted(translation, readGroup(body, typeof id === "string" ? id : "", path));
    return group === null ? [] : [group];
  });
}

/** What a group is to the directory. */
export function useOf({ settings }: Translation, group: ScimGroup): ScimGroupUse {
  const { groups = "departments" } = settings;
  if (typeof groups === "function") return groups(group);
  return { kind: groups === "roles" ? "role" : "department", id: group.id };
}

/** Whether a user is in service in the organization. */
export const isEmployed = ({ settings }: Translation, user: ScimUser): boolean =>
  user.active || settings.inactive !== "departed";

/** Says that something named became no input. */
export function left(
  { work }: Translation,
  kind: string,
  id: string,
  reason: Left["reason"],
): void {
  work.left.push({ kind, id, reason });
}
