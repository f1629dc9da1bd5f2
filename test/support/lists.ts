/** Full lists that come in one part. */
import type { DirectoryPart } from "../../src/directory/model.ts";
import type { Plain } from "../../src/testing/inputs.ts";

type Part = Plain<DirectoryPart>;
/** A part but for its place, for it is the only one. */
type OnlyPart =
  | Omit<Extract<Part, { kind: "departments" }>, "page" | "pages">
  | Omit<Extract<Part, { kind: "people" }>, "page" | "pages">;

let lists = 0;

/** What a fact says that brings a full list of people, or of departments, in one part. */
export function onlyPart(organization: string, part: OnlyPart, list = `list-${lists++}`) {
  const of = {
    departments: part.kind === "departments" ? 1 : 0,
    people: part.kind === "people" ? 1 : 0,
  };
  return { organization, list, of, part: { ...part, page: 0, pages: 1 } as Part };
}

/** The types of what followed from a list, but for what is said of the list itself. */
export function followed({
  events,
}: {
  readonly events: readonly { readonly type: string }[];
}): string[] {
  const types = events.map(({ type }) => type);
  return types.filter((type) => !/^(?:list|reconciliation)\./.test(type));
}
