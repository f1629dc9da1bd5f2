/** What a form begins with, so that little is left to be filled in. */
import type { Picture } from "../world/reading.ts";
import { choicesFor, fieldOf, freshIdFor, isNewId, type Surroundings } from "./choices.ts";
import { blank, isObject, type Path, type Schema, valueAt, withValue } from "./schema.ts";

/** Every required text of a value, with its path. */
function openTexts(value: unknown, path: Path): Path[] {
  if (value === "") return [path];
  if (Array.isArray(value)) return value.flatMap((each, i) => openTexts(each, [...path, i]));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, each]) => openTexts(each, [...path, name]));
}

/** The employment number that a fact about somebody should carry. */
export function employmentNumber(picture: Picture, type: string, data: unknown): number {
  const organization = valueAt(data, ["organization"]);
  const person = valueAt(data, ["person"]);
  const known = picture.organizations
    .find((each) => each.organization === organization)
    ?.people.find((each) => each.person === person);
  const number = known?.employment.number ?? 0;
  return type === "person.hired" ? number + 1 : Math.max(1, number);
}

/** Fills in whatever there is only one of. */
export function withOnlyChoices(data: unknown, around: Surroundings): unknown {
  let filled = data;
  for (const path of openTexts(data, [])) {
    const choices = choicesFor(filled, path, around);
    const [only] = choices ?? [];
    if (only !== undefined && choices?.length === 1) filled = withValue(filled, path, only.id);
  }
  return filled;
}

/** Fills in new ids, the organization acted for, and whatever there is only one of. */
export function filledIn(begun: unknown, around: Surroundings): unknown {
  let data = begun;
  for (const path of openTexts(data, [])) {
    const name = fieldOf(path);
    if (isNewId(around.type, name)) data = withValue(data, path, freshIdFor(name, around));
    else if (name === "organization" && around.organization !== null && path.length === 1) {
      data = withValue(data, path, around.organization);
    }
  }
  return withOnlyChoices(data, around);
}

/** The data of a form: what a draft says, new ids, and whatever there is only one of. */
export function prefilled(
  schema: Schema,
  draft: { readonly [field: string]: unknown },
  around: Surroundings,
): unknown {
  const { type, picture } = around;
  let data = filledIn({ ...(blank(schema) as object), ...draft }, around);
  const { properties = {} } = schema;
  if (properties["number"] !== undefined && properties["person"] !== undefined) {
    data = withValue(data, ["number"], employmentNumber(picture, type, data));
  }
  return data;
}
