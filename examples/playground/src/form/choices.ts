/** What a field can be chosen from: the ids that the World has of the kind that the field names. */
import { type Feature, PARTNER_TYPES } from "interorg";
import { valueName } from "../locale.ts";
import type { Names } from "../names.ts";
import type { Picture } from "../world/reading.ts";
import { isObject, type Path, valueAt } from "./schema.ts";

export interface Choice {
  readonly id: string;
  readonly name: string;
}

/** What a form stands in. */
export interface Surroundings {
  readonly picture: Picture;
  readonly names: Names;
  /** The type of input or question. */
  readonly type: string;
  /** The organization in whose name it is, if any. */
  readonly organization: string | null;
  /** A number that no id of the script ends in. */
  readonly fresh: number;
}

/** Fields that name something new, by type of input. */
const NEW_IDS: ReadonlySet<string> = new Set([
  "space.create space",
  "invitation.issue invitation",
  "invitation.batch invitation",
  "application.submit application",
  "folder.create folder",
  "app.create app",
  "space-app.create app",
  "flow.define flow",
  "flow.start instance",
  "flow.start row",
  "form.submit row",
  "group.start group",
  "organization.registered organization",
  "department.created department",
  "person.hired person",
]);

export const isNewId = (type: string, field: string): boolean => NEW_IDS.has(`${type} ${field}`);

/** Every feature there is: the compiler misses none. */
const FEATURES = Object.keys({
  "form.submit": true,
  "flow.start": true,
  "task.handle": true,
  "report.view": true,
  "attachment.upload": true,
  "automation.trigger": true,
  "cool-app.card": true,
  "cool-app.distribute": true,
  "data.view": true,
} satisfies Readonly<Record<Feature, true>>);

const plain = (ids: readonly string[]): Choice[] => ids.map((id) => ({ id, name: id }));

/** The name of the field that a path ends in, whatever item of a list it is. */
export function fieldOf(path: Path): string {
  const names = path.filter((part) => typeof part === "string");
  return names.at(-1) ?? "";
}

/** The nearest value of a field on the way up from a path. */
function nearest(values: unknown, path: Path, field: string): string | null {
  for (let length = path.length - 1; length >= 0; length -= 1) {
    const around = valueAt(values, path.slice(0, length));
    if (isObject(around) && typeof around[field] === "string" && around[field] !== "") {
      return around[field];
    }
  }
  return null;
}

/** Everybody in service, with the organization in the name. */
export function identityChoices({ picture, names }: Surroundings): (Choice & {
  readonly organization: string;
  readonly person: string;
})[] {
  return picture.organizations.flatMap(({ organization, people }) =>
    people.map(({ person }) => ({
      id: `${organization} ${person}`,
      organization,
      person,
      name: `${names.person(organization, person)} · ${names.organization(organization)}`,
    })),
  );
}

function directoryChoices(
  kind: "people" | "departments",
  { picture, names }: Surroundings,
  organization: string | null,
): Choice[] {
  return picture.organizations
    .filter((each) => organization === null || each.organization === organization)
    .flatMap((each) =>
      kind === "people"
        ? each.people.map(({ person }) => ({
            id: person,
            name: names.person(each.organization, person),
          }))
        : each.departments.map(({ department }) => ({
            id: department,
            name: names.department(each.organization, department),
          })),
    );
}

/** The choices for a field; `null` where anything may be written. */
export function choicesFor(values: unknown, path: Path, around: Surroundings): Choice[] | null {
  const { picture, names, type } = around;
  const field = fieldOf(path);
  if (isNewId(type, field)) return null;
  const organization = nearest(values, path, "organization") ?? around.organization;
  const named = (ids: readonly string[], name: (id: string) => string): Choice[] =>
    ids.map((id) => ({ id, name: name(id) }));
  switch (field) {
    case "organization":
    case "organizations":
    case "trunk":
    case "replaces":
      return named(
        picture.organizations.map((each) => each.organization),
        names.organization,
      );
    case "person":
    case "successor":
    case "submitter":
    case "people":
      return directoryChoices("people", around, organization);
    case "to":
      return type === "task.assign" ? directoryChoices("people", around, organization) : null;
    case "department":
    case "departments":
      return directoryChoices("departments", around, organization);
    case "parent":
      if (type.startsWith("department.")) {
        return directoryChoices("departments", around, organization);
      }
      return picture.spaces.flatMap(({ folders }) =>
        folders.map(({ folder }) => ({ id: folder, name: names.folder(folder) })),
      );
    case "space":
      return named(
        picture.spaces.map(({ space }) => space),
        names.space,
      );
    case "folder":
      return picture.spaces.flatMap(({ folders }) =>
        folders.map(({ folder }) => ({ id: folder, name: names.folder(folder) })),
      );
    case "application":
      return picture.spaces.flatMap(({ applications }) =>
        applications.map((each) => ({
          id: each.application,
          name: `${each.application} · ${names.organization(each.organization)}`,
        })),
      );
    case "invitation":
      return picture.spaces.flatMap(({ space, invitations }) =>
        invitations.map((id) => ({ id, name: `${id} · ${names.space(space)}` })),
      );
    case "group":
      if (type === "app.distribute") return null;
      return picture.spaces.flatMap(({ groups }) =>
        groups.map(({ group }) => ({ id: group, name: names.group(group) })),
      );
    case "app":
    case "with":
      return named(
        picture.apps.map(({ app }) => app),
        names.app,
      );
    case "flow":
      return plain([...new Set(picture.apps.flatMap(({ flows }) => flows))]);
    case "instance":
      return picture.instances.map(({ instance, status }) => ({
        id: instance,
        name: `${instance} · ${valueName(status)}`,
      }));
    case "types":
    case "type":
      return type === "partner.set" || path.includes("partners") ? plain(PARTNER_TYPES) : null;
    case "feature":
      return plain(FEATURES);
    default:
      return null;
  }
}

/** An id that nothing has yet. */
export function freshIdFor(field: string, { fresh }: Surroundings): string {
  return `${field}-${fresh}`;
}
