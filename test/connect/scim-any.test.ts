// Aim: whatever is sent gives inputs, needs or problems: nothing throws, nothing is changed that is not
// the caller's, every input is one. Method: generated operations, whole nonsense and near misses.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { ENTERPRISE_SCHEMA, scim, scimBulk, withBulkIds } from "../../src/connect/scim/index.ts";
import { parseInput } from "../../src/schema/index.ts";

const names = fc.constantFrom(
  ..."userName displayName active emails members manager name title id meta schemas value type".split(
    " ",
  ),
  ...[ENTERPRISE_SCHEMA, `${ENTERPRISE_SCHEMA}:manager`, "name.givenName", "Members", "x"],
  ...["__proto__", "constructor", "toString", "__proto__.polluted", "a.__proto__.polluted"],
);
const words = fc.constantFrom("u1", "u2", "g1", "bulkId:a", "True", "", "x".repeat(400), "\u0000");
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.oneof(words, fc.boolean(), fc.constant(null), fc.integer(), fc.string()),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(names, tie("value"), { maxKeys: 5 }),
    fc.record({ value: words }, { requiredKeys: [] }),
  ),
})).value;

const paths = fc.oneof(
  names,
  fc.constantFrom(
    'members[value eq "u1"]',
    'emails[type eq "work"].value',
    'emails[__proto__ eq "x"].polluted',
    'members[value eq "u1" or (type pr)]',
    "emails[primary eq true]",
    "a[b",
    `${"(".repeat(300)}`,
    `emails[${"(".repeat(300)}]`,
  ),
  fc.string(),
);
const step = fc.record(
  {
    op: fc.constantFrom("add", "Add", "replace", "Replace", "remove", "REMOVE", "move"),
    path: paths,
    value: json,
  },
  { requiredKeys: ["op"] },
);
const body = fc.oneof(
  json,
  fc.record({ Operations: fc.array(step, { minLength: 1, maxLength: 4 }) }),
  fc.record(
    { userName: words, displayName: words, active: json, members: json, emails: json, name: json },
    { requiredKeys: ["userName", "displayName"] },
  ),
);
const operation = fc.record({
  method: fc.constantFrom("POST", "PUT", "PATCH", "DELETE"),
  path: fc.constantFrom("/Users", "/Groups", "/Users/u1", "/Groups/g1", "/scim/v2/Users/u1", "/x"),
  body,
  at: fc.constantFrom(0, 1_000, 1.5, -1, Number.NaN),
  id: fc.oneof(fc.constantFrom("u1", "n1", ""), fc.string()),
});
const settings = fc.record(
  {
    organization: fc.constantFrom("acme", "__proto__"),
    inactive: fc.constantFrom("suspended", "departed") as fc.Arbitrary<"suspended" | "departed">,
    groups: fc.constantFrom("departments", "roles") as fc.Arbitrary<"departments" | "roles">,
  },
  { requiredKeys: ["organization"] },
);

const kept: { readonly [kind: string]: unknown } = {
  "user u1": { userName: "u1", active: true, emails: [{ type: "work", value: "a" }] },
  "user u2": { userName: "u2", active: false, [ENTERPRISE_SCHEMA]: { manager: { value: "u1" } } },
  "group g1": { displayName: "G", members: [{ value: "u1" }] },
};

const inherited = () =>
  Reflect.ownKeys(Object.prototype)
    .map((key) => `${String(key)} ${Reflect.ownKeys(Object(Reflect.get({}, key))).length}`)
    .join();

test("any operation gives inputs that are inputs, needs, or problems with places", () => {
  const before = inherited();
  const seen = new Set<string>();
  fc.assert(
    fc.property(
      operation,
      settings,
      fc.oneof(json, fc.constant(undefined)),
      (sent, chosen, odd) => {
        const answers = [];
        for (let round = 0; round < 5; round += 1) {
          const result = scim(sent, chosen, answers);
          seen.add(result.kind);
          if (result.kind !== "needs") {
            if (result.kind === "problems") expect(result.problems.length).toBeGreaterThan(0);
            else {
              for (const input of result.inputs)
                expect(parseInput(input)).toEqual({ ok: true, value: input });
            }
            break;
          }
          for (const { kind, id } of result.needs) {
            const groups = kind === "groups-of" ? [{ id: "g1", displayName: "G" }] : null;
            const known = groups ?? kept[`${kind} ${id}`] ?? null;
            answers.push({
              to: { kind, id },
              body: round === 0 && odd !== undefined ? odd : known,
            });
          }
          expect(round).toBeLessThan(4);
        }
        expect(inherited()).toBe(before);
      },
    ),
    { numRuns: 3_000 },
  );
  expect([...seen].sort()).toEqual(["inputs", "needs", "problems"]);
});

test("any Bulk gives operations or problems", () => {
  const bulk = fc.oneof(
    json,
    fc.record({
      failOnErrors: json,
      Operations: fc.array(
        fc.record(
          {
            method: fc.constantFrom("POST", "put", "PATCH", "GET"),
            path: fc.constantFrom("/Users", "/Groups/bulkId:a", "/Users/u1"),
            bulkId: fc.constantFrom("a", "b"),
            data: json,
          },
          { requiredKeys: [] },
        ),
        { maxLength: 4 },
      ),
    }),
  );
  fc.assert(
    fc.property(bulk, (sent) => {
      const read = scimBulk(sent);
      if (!read.ok) return;
      for (const each of read.value.operations) withBulkIds(each, new Map([["a", "n1"]]));
    }),
  );
});

test.each([
  [
    "a value that throws",
    {
      get userName() {
        throw new Error("no");
      },
    },
  ],
  ["a value that is deep", JSON.parse("[".repeat(2_000) + "]".repeat(2_000))],
  [
    "a value in a circle",
    (() => {
      const x: { x?: unknown } = {};
      x.x = x;
      return x;
    })(),
  ],
])("%s is a problem", (_, body) => {
  const operation = { method: "POST", path: "/Users", id: "u1", at: 1, body };
  expect(scim(operation, { organization: "acme" }).kind).toBe("problems");
});

const polluting = { "__proto__.polluted": "x", "toString.polluted": "x", constructor: { x: 1 } };
test.each([
  { op: "add", path: "__proto__.polluted", value: "x" },
  { op: "add", path: "toString.polluted", value: "x" },
  { op: "add", path: `${ENTERPRISE_SCHEMA}:__proto__.polluted`, value: "x" },
  { op: "add", path: "urn:__proto__:x", value: "x" },
  { op: "add", value: polluting },
  { op: "add", path: "name", value: polluting },
  { op: "replace", path: 'emails[type eq "work"]', value: polluting },
  { op: "replace", path: "emails", value: [polluting] },
  { op: "add", path: 'emails[__proto__ eq "x"].polluted', value: "x" },
  { op: "add", path: ENTERPRISE_SCHEMA, value: polluting },
])("nothing that all objects share is changed by %j", (step) => {
  const before = inherited();
  const name = { givenName: "Ann" };
  const emails = [{ type: "work", value: "a" }];
  const user = { userName: "u1", name, emails, [ENTERPRISE_SCHEMA]: { department: "x" } };
  const sent = { method: "PATCH", path: "/Users/u1", at: 1, body: { Operations: [step] } };
  const answers = [{ to: { kind: "user", id: "u1" }, body: user }];
  const result = scim(sent, { organization: "acme" }, answers);
  expect(inherited()).toBe(before);
  expect(["inputs", "problems"]).toContain(result.kind);
  expect(JSON.stringify(result)).not.toMatch(/"polluted|"__proto__"/u);
});
