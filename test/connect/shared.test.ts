// Aim: what all connectors share: ids that no two contents have, answers found by what they answer,
// problems with paths. Method: examples.
import { expect, test } from "vitest";
import { eventKey, factOf, inputsOf } from "../../src/connect/facts.ts";
import { begin, finish, lookUp, readAs } from "../../src/connect/work.ts";
import type { DepartmentId, OrganizationId, PersonId } from "../../src/index.ts";
import { personId as personIdSchema } from "../../src/schema/ids.ts";
import { count } from "../../src/schema/numbers.ts";
import { counted, open, written } from "../../src/schema/open.ts";
import { optional } from "../../src/schema/shape.ts";
import { nameText } from "../../src/schema/texts.ts";

const occasion = {
  platform: "x",
  key: "event-1",
  organization: "bolt" as OrganizationId,
  at: 1_700_000_000_000,
};
const removed = (id: string) =>
  ({ type: "department.removed", data: { department: id as DepartmentId } }) as const;

test("the same event and the same content have the same id, anything else another one", () => {
  const [one] = inputsOf(occasion, [[removed("d1")]]);
  const [same] = inputsOf(occasion, [[removed("d1")]]);
  const [content] = inputsOf(occasion, [[removed("d2")]]);
  const [event] = inputsOf({ ...occasion, key: "event-2" }, [[removed("d1")]]);
  const [later] = inputsOf({ ...occasion, at: occasion.at + 1 }, [[removed("d1")]]);
  expect(same).toEqual(one);
  expect(new Set([one?.id, content?.id, event?.id, later?.id]).size).toBe(4);
});

test("one change is a fact of its own, several are one input, 501 are two", () => {
  const many = (n: number) => Array.from({ length: n }, (_, i) => [removed(`d${i}`)]);
  expect(inputsOf(occasion, many(1)).map(({ type }) => type)).toEqual(["department.removed"]);
  expect(inputsOf(occasion, many(500)).map(({ type }) => type)).toEqual(["directory.changed"]);
  expect(inputsOf(occasion, many(501)).map(({ type }) => type)).toEqual([
    "directory.changed",
    "department.removed",
  ]);
  expect(inputsOf(occasion, [])).toEqual([]);
});

test("a platform's event id is used where it fits an id; all content is digested where there is none", () => {
  expect(eventKey("7a.b-c", {})).toBe("7a.b-c");
  expect(eventKey("with space", {})).toMatch(/^[\da-f]{32}$/u);
  expect(eventKey(undefined, { a: 1, b: 2 })).toBe(eventKey(undefined, { b: 2, a: 1 }));
  expect(eventKey(undefined, { a: 1 })).not.toBe(eventKey(undefined, { a: 2 }));
});

test("facts name where they are from", () => {
  expect(factOf(occasion, "organization.ended", { organization: occasion.organization })).toEqual({
    id: expect.stringMatching(/^x\/event-1\/[\da-f]{32}$/u),
    at: occasion.at,
    from: { organization: "bolt" },
    type: "organization.ended",
    data: { organization: "bolt" },
  });
});

const need = { kind: "user", id: "1", call: "GET /user", parameters: {} };

test("a need is noted once, and met by the later of two answers", () => {
  const work = begin([]);
  lookUp(work, need);
  lookUp(work, need);
  expect(finish(work, () => [])).toEqual({ kind: "needs", needs: [need] });
  const answered = begin([
    { to: need, body: "old" },
    { to: { kind: "user", id: "1" }, body: null },
  ]);
  expect(lookUp(answered, need)).toEqual({ path: ["answers", 1, "body"], body: null });
  expect(finish(answered, () => [])).toEqual({ kind: "inputs", inputs: [], left: [] });
});

test("answers that answer nothing are problems", () => {
  const work = begin([{ body: 1 }] as never);
  expect(finish(work, () => [])).toEqual({
    kind: "problems",
    problems: [{ path: ["answers", 0, "to"], problem: "not-an-object" }],
  });
  expect(begin("no" as never).problems).toEqual([{ path: ["answers"], problem: "not-a-list" }]);
});

interface Payload {
  readonly id: PersonId;
  readonly size?: number | undefined;
  readonly name?: string | undefined;
}

const payload = open<Payload>({
  id: written(personIdSchema),
  size: optional(counted(count)),
  name: optional(nameText),
});

test("objects of others are read with more fields, numbers for texts, null for absence", () => {
  const work = begin([]);
  const read = (value: unknown) => readAs(work, payload, value, ["body"]);
  expect(read({ id: 12, size: "7", name: null, more: {} })).toEqual({ id: "12", size: 7 });
  expect(work.problems).toEqual([]);
  expect(read({ id: " ", size: "7.5" })).toBeNull();
  expect(read({})).toBeNull();
  expect(work.problems).toEqual([
    { path: ["body", "id"], problem: "forbidden-character" },
    { path: ["body", "size"], problem: "not-an-integer" },
    { path: ["body", "id"], problem: "missing" },
  ]);
});
