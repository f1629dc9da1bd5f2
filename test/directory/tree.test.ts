// Aim: walks through the tree of departments end, whatever a guess takes the tree for.
// Method: trees with a circle, and a decision that knows the tree but not what is above a department.
import { expect, test } from "vitest";
import { watchGuesses } from "../../src/core/guess.ts";
import type { TreeEntry } from "../../src/directory/model.ts";
import { ancestorsOf, subtreeOf, type Tree } from "../../src/directory/select/tree.ts";
import { sliceEntries } from "../../src/engine/slice.ts";
import {
  type DepartmentId,
  decide,
  defaultPolicy,
  emptySlice,
  type Input,
  loadSlice,
} from "../../src/index.ts";
import { buildWorld, fact, stamped } from "../../src/testing/index.ts";

const tree = (parents: Readonly<Record<string, string | null>>): Tree =>
  new Map(
    Object.entries(parents).map(([id, parent], ticket) => {
      const department = id as DepartmentId;
      const entry = { department, parent, name: id, ticket, buckets: 0 } as unknown as TreeEntry;
      return [department, entry];
    }),
  );

test("a department and what is below it: parents first, each once", () => {
  const straight = tree({ a: null, b: "a", c: "a", d: "b" });
  expect(subtreeOf(straight, "a" as DepartmentId)).toEqual(["a", "b", "c", "d"]);
  expect(subtreeOf(straight, "b" as DepartmentId)).toEqual(["b", "d"]);
  expect(ancestorsOf(straight, "d" as DepartmentId)).toEqual(["b", "a"]);
  expect(ancestorsOf(straight, "a" as DepartmentId)).toEqual([]);
});

test("a circle is walked once", () => {
  const circle = tree({ a: "b", b: "a" });
  expect(subtreeOf(circle, "a" as DepartmentId)).toEqual(["a", "b"]);
  expect(ancestorsOf(circle, "a" as DepartmentId)).toEqual(["b", "a"]);
});

test("a guess that hangs a department below itself ends", () => {
  const departments = { a: null, b: "a", c: "b" };
  const world = buildWorld({ organizations: { acme: { departments } } });
  const entries = sliceEntries(world).filter(([[kind]]) => kind !== "department");
  const [input] = stamped(
    [
      fact("directory.reconciled", {
        organization: "acme",
        list: "full",
        of: { departments: 1, people: 0 },
        part: {
          kind: "departments",
          page: 0,
          pages: 1,
          departments: [
            { department: "c", parent: null, name: "C" },
            { department: "b", parent: "c", name: "B" },
            { department: "a", parent: "c", name: "A" },
          ],
        },
      }),
    ],
    9000,
  ) as readonly [Input];
  const stumbles: unknown[] = [];
  const stop = watchGuesses((thrown) => stumbles.push(thrown));
  const outcome = decide(loadSlice(emptySlice, entries), input, defaultPolicy);
  stop();
  expect(outcome.kind).toBe("incomplete");
  expect(stumbles.filter((thrown) => thrown instanceof RangeError)).toEqual([]);
});
