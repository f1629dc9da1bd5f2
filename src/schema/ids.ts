/** Schemas of ids: the rule is {@link idProblem}'s alone. */
import { ID_LENGTH_MAX, type IdKinds, idProblem } from "../core/ids.ts";
import { type Schema, string } from "./shape.ts";

/**
 * As much of the rule as JSON Schema can say to validators of all languages: lengths there count code
 * points, and classes of characters have no names. It lets pass a little more than the rule.
 */
const jsonSchema = (maxLength: number) => ({
  minLength: 1,
  maxLength,
  pattern:
    "^[^\\s\\u0000-\\u001f\\u007f-\\u009f\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff]+$",
});

/** A string by the rule of ids, at most `max` UTF-16 code units long. */
export const identifier = (max: number): Schema<string> =>
  string((value) => (value.length > max ? "too-long" : idProblem(value)), jsonSchema(max));

/** An id of any kind, where the vocabulary says only `string`. */
export const anyId: Schema<string> = identifier(ID_LENGTH_MAX);

/** Two ids with a space between them: one text, as records keep it. */
export const idPair: Schema<string> = string((value) => {
  if (value.length > 2 * ID_LENGTH_MAX + 1) return "too-long";
  const space = value.indexOf(" ");
  return idProblem(value.slice(0, Math.max(space, 0))) ?? idProblem(value.slice(space + 1));
}, {});

/** Two to four ids with spaces between them. */
export const ids: Schema<string> = string((value) => {
  const each = value.split(" ");
  if (each.length < 2 || each.length > 4) return "not-a-name";
  for (const id of each) {
    const problem = id.length > ID_LENGTH_MAX ? "too-long" : idProblem(id);
    if (problem !== null) return problem;
  }
  return null;
}, {});

/** The one place where a string that follows the rule becomes an id of some kind. */
const branded = <Kind extends keyof IdKinds>(): Schema<IdKinds[Kind]> =>
  anyId as unknown as Schema<IdKinds[Kind]>;

export const organizationId = branded<"organization">();
export const personId = branded<"person">();
export const departmentId = branded<"department">();
export const spaceId = branded<"space">();
export const invitationId = branded<"invitation">();
export const applicationId = branded<"application">();
export const folderId = branded<"folder">();
export const appId = branded<"app">();
export const flowId = branded<"flow">();
export const rowId = branded<"row">();
export const instanceId = branded<"instance">();
export const groupId = branded<"group">();
export const roleId = branded<"role">();
export const nodeId = branded<"node">();
export const listId = branded<"list">();
export const sourceId = branded<"source">();
export const inputId = branded<"input">();
export const staffId = branded<"staff">();
