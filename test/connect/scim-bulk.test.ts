// Aim: a Bulk in an order that can be carried out, its references resolved. Method: examples of each rule.
import { expect, test } from "vitest";
import { scimBulk, withBulkIds } from "../../src/connect/scim/index.ts";

const post = (bulkId: string, data: object = {}, path = "/Users") => ({
  ...{ method: "POST", path, bulkId, data },
});
const read = (Operations: unknown[], failOnErrors?: unknown) => {
  const bulk = scimBulk({ Operations, ...(failOnErrors === undefined ? {} : { failOnErrors }) });
  if (!bulk.ok) throw new Error(JSON.stringify(bulk.problems));
  return bulk.value;
};

test("operations keep their order where nothing depends on it", () => {
  const { operations, failOnErrors } = read(
    [post("a"), { method: "delete", path: "/Groups/g1" }, post("b")],
    3,
  );
  expect(operations.map(({ index, method }) => [index, method])).toEqual([
    [0, "POST"],
    [1, "DELETE"],
    [2, "POST"],
  ]);
  expect(failOnErrors).toBe(3);
});

test("what refers comes after what it refers to, with the new id in place", () => {
  const members = [{ value: "bulkId:u" }];
  const operations = [
    post("g", { displayName: "G", members }, "/Groups"),
    { method: "PATCH", path: "/Groups/bulkId:g", data: { x: 'members[value eq "bulkId:u"]' } },
    post("u"),
  ];
  const [first, second, third] = read(operations).operations;
  expect([first, second, third].map((each) => each?.index)).toEqual([2, 0, 1]);
  const ids = new Map([["u", "u-1"]]);
  if (second === undefined || third === undefined) throw new Error("lost");
  expect(withBulkIds(second, ids)).toMatchObject({
    ok: true,
    value: { data: { displayName: "G", members: [{ value: "u-1" }] } },
  });
  expect(withBulkIds(third, ids)).toMatchObject({
    ok: false,
    problems: [{ problem: "not-found" }],
  });
  expect(withBulkIds(third, ids.set("g", "g/1"))).toMatchObject({
    value: { path: "/Groups/g%2F1", data: { x: 'members[value eq "u-1"]' } },
  });
});

test("a circle cannot be carried out, what stands beside it can", () => {
  const inGroup = (id: string) => ({ displayName: id, members: [{ value: `bulkId:${id}` }] });
  const { operations } = read([
    post("a", inGroup("b"), "/Groups"),
    post("b", inGroup("a"), "/Groups"),
    post("c"),
  ]);
  expect(operations.map(({ index, problems = [] }) => [index, problems[0]?.problem])).toEqual([
    [2, undefined],
    [1, "circular"],
    [0, "circular"],
  ]);
});

test("a malformed operation fails alone", () => {
  const { operations } = read([
    7,
    { method: "GET", path: "/Users" },
    { method: "POST", path: "/Users" },
    { method: "POST", path: "/Bulk", bulkId: "x" },
    post("fine"),
  ]);
  expect(operations.map(({ problems = [] }) => problems[0]?.path)).toEqual([
    ["body", "Operations", 0],
    ["body", "Operations", 1, "method"],
    ["body", "Operations", 2, "bulkId"],
    ["body", "Operations", 3, "path"],
    undefined,
  ]);
});

test.each([
  [null, ["body"]],
  [{}, ["body", "Operations"]],
  [{ Operations: [], failOnErrors: 0 }, ["body", "failOnErrors"]],
  [{ Operations: [post("a"), post("a")] }, ["body", "Operations"]],
  [{ Operations: Array.from({ length: 1_001 }, () => 7) }, ["body", "Operations"]],
])("a malformed request is a problem: %j", (body, path) => {
  expect(scimBulk(body)).toMatchObject({ ok: false, problems: [{ path }] });
});
