// Aim: the constructors of ids in the root and the schemas of ids judge alike, each kind at each bound.
// Method: every kind of both, on values of which it is written here what is wrong with them.
import { describe, expect, test } from "vitest";
import * as root from "../../src/index.ts";
import * as schemas from "../../src/schema/ids.ts";
import { parseCommand } from "../../src/schema/index.ts";
import { command } from "./samples.ts";

/** Every kind, with its constructor in the root and the schema of the same name. */
const KINDS = [
  "organizationId",
  "personId",
  "departmentId",
  "spaceId",
  "invitationId",
  "applicationId",
  "folderId",
  "appId",
  "flowId",
  "rowId",
  "instanceId",
  "groupId",
  "roleId",
  "sourceId",
  "listId",
  "nodeId",
  "inputId",
  "staffId",
] as const;

/** Values, and what is wrong with them as ids; `null`: nothing. */
const VALUES: readonly (readonly [what: string, value: unknown, problem: string | null])[] = [
  ["no text", "", "empty"],
  ["1 code unit", "a", null],
  ["127 code units", "a".repeat(127), null],
  ["128 code units", "a".repeat(128), null],
  ["129 code units", "a".repeat(129), "too-long"],
  ["130 code units", "a".repeat(130), "too-long"],
  ["64 characters of two code units", "😀".repeat(64), null],
  ["64 of them and a code unit more", `${"😀".repeat(64)}a`, "too-long"],
  ["128 code units of three bytes", "界".repeat(128), null],
  ["129 of them", "界".repeat(129), "too-long"],
  ["white space", "a b", "forbidden-character"],
  ["a control character", "a\u0007", "forbidden-character"],
  ["a mark without width", "a\u200b", "forbidden-character"],
  ["half a character", "a\ud83d", "ill-formed"],
  ["a number", 7, "not-a-string"],
  ["nothing", null, "not-a-string"],
];

type Make = (value: unknown) => { readonly ok: boolean };

const MAKERS = new Map<string, unknown>(Object.entries(root));
const SCHEMAS = new Map<string, unknown>(Object.entries(schemas));

test("these are all kinds that the root makes", () => {
  const made = [...MAKERS.keys()].filter((name) => /^[a-z]+Id$/.test(name));
  expect(made.sort()).toEqual([...KINDS].sort());
  expect(root.ID_LENGTH_MAX).toBe(128);
});

describe.each(VALUES)("%s", (_what, value, problem) => {
  test.each(KINDS)("%s", (kind) => {
    const made = (MAKERS.get(kind) as Make)(value);
    expect(made).toEqual(problem === null ? { ok: true, id: value } : { ok: false, problem });
    // The rest of a command that names such an id is as it should be.
    const parsed = parseCommand(command("space.create", { space: value, name: "N" }));
    expect(parsed.ok).toBe(made.ok);
    expect(SCHEMAS.get(kind)).toBe(schemas.spaceId);
  });
});
