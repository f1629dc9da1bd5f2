/** Ids as people read them: by the names that the World gives them. */

import type { Input } from "interorg";
import { localName } from "./locale.ts";
import type { Picture } from "./world/reading.ts";

/** What names an id has in this World, or had in the one before. */
export interface Names {
  readonly organization: (id: string) => string;
  readonly person: (organization: string | null, id: string) => string;
  readonly department: (organization: string | null, id: string) => string;
  readonly space: (id: string) => string;
  readonly app: (id: string) => string;
  readonly folder: (id: string) => string;
  readonly group: (id: string) => string;
}

/** Names as the script says them, for what is not there yet or no longer. */
export type NamesSaid = ReadonlyMap<string, string>;

const NAMED: { readonly [type: string]: readonly string[] } = {
  "organization.registered": ["organization"],
  "department.created": ["organization", "department"],
  "person.hired": ["organization", "person"],
  "space.create": ["space"],
  "app.create": ["app"],
  "space-app.create": ["app"],
  "folder.create": ["folder"],
  "group.start": ["group"],
};

/** What inputs call the things that they bring in, by kind and ids. */
export function namesSaid(inputs: readonly Input[]): NamesSaid {
  const said = new Map<string, string>();
  for (const { type, data } of inputs) {
    const fields = NAMED[type];
    const told = data as { readonly name?: string; readonly fields?: { readonly name: string } };
    const name = told.name ?? told.fields?.name;
    if (fields === undefined || name === undefined) continue;
    const ids = fields.map((field) =>
      String((data as { readonly [name: string]: unknown })[field]),
    );
    said.set([fields.at(-1), ...ids].join(" "), name);
  }
  return said;
}

/**
 * Looks through the pictures in turn, so that what has just gone is still called by its name, and then
 * at what the script said.
 */
export function namesIn(said: NamesSaid, ...pictures: readonly Picture[]): Names {
  const ids = (...parts: readonly string[]): string =>
    said.get(parts.join(" ")) ?? parts.at(-1) ?? "";
  const first = <Found>(look: (picture: Picture) => Found | undefined): Found | undefined => {
    for (const picture of pictures) {
      const found = look(picture);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const within = (picture: Picture, organization: string | null) =>
    picture.organizations.filter(
      (each) => organization === null || each.organization === organization,
    );
  return {
    organization: (id) =>
      localName(
        first(
          (picture) => picture.organizations.find((each) => each.organization === id)?.record.name,
        ) ?? ids("organization", id),
      ),
    person: (organization, id) =>
      localName(
        first(
          (picture) =>
            within(picture, organization)
              .flatMap(({ people }) => people)
              .find((each) => each.person === id)?.employment.fields.name,
        ) ?? ids("person", organization ?? "", id),
      ),
    department: (organization, id) =>
      localName(
        first(
          (picture) =>
            within(picture, organization)
              .flatMap(({ departments }) => departments)
              .find((each) => each.department === id)?.name,
        ) ?? ids("department", organization ?? "", id),
      ),
    space: (id) =>
      localName(
        first((picture) => picture.spaces.find((each) => each.space === id)?.record.name) ??
          ids("space", id),
      ),
    app: (id) =>
      localName(
        first((picture) => picture.apps.find((each) => each.app === id)?.name) ?? ids("app", id),
      ),
    folder: (id) =>
      localName(
        first(
          (picture) =>
            picture.spaces.flatMap(({ folders }) => folders).find((each) => each.folder === id)
              ?.name,
        ) ?? ids("folder", id),
      ),
    group: (id) =>
      localName(
        first(
          (picture) =>
            picture.spaces.flatMap(({ groups }) => groups).find((each) => each.group === id)?.name,
        ) ?? ids("group", id),
      ),
  };
}
