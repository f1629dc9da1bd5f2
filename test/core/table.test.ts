// Aim: a table holds what a plain map holds, its older versions stay as they were, and its form depends on
// its contents alone, also where hashes collide. Method: any changes of ids, some with one hash, beside a
// map; the same contents reached by another way.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hash } from "../../src/core/hash.ts";
import { BrokenInvariant } from "../../src/core/invariant.ts";
import {
  draftDelete,
  draftSet,
  emptyTable,
  type Table,
  tableDraft,
  tableEach,
  tableGet,
  tablePublish,
} from "../../src/core/table.ts";
import { colliding } from "../support/colliding.ts";

const COLLIDING = colliding(6);
const NEAR = ["a", "b", "c", "__proto__", "constructor", "toString"];
const id = fc.constantFrom(...COLLIDING, ...NEAR);
const many = (kind: string): boolean => kind === "many";

interface Change {
  readonly kind: "one" | "many" | "new";
  readonly owner: string;
  readonly own: string;
  /** `null` is a value; `undefined` takes the key out. */
  readonly value: number | null | undefined;
}

const change: fc.Arbitrary<Change> = fc
  .record({
    kind: fc.constantFrom<Change["kind"]>("one", "many", "new"),
    owner: id,
    own: id,
    value: fc.constantFrom(0, 1, null, undefined, undefined),
  })
  .map((each) => (each.kind === "many" ? each : { ...each, own: "" }));
const changes = fc.array(fc.array(change, { maxLength: 12 }), { maxLength: 6 });

const EMPTY = emptyTable(["one", "many"], (kind) => !many(kind));
const textOf = ({ kind, owner, own }: Change): string => JSON.stringify([kind, owner, own]);

function changed(table: Table, batch: readonly Change[]): Table {
  const draft = tableDraft(table);
  for (const { kind, owner, own, value } of batch) {
    if (value === undefined) draftDelete(draft, kind, owner, own);
    else draftSet(draft, kind, owner, own, value);
  }
  return tablePublish(draft);
}

function contents(table: Table): Map<string, unknown> {
  const found = new Map<string, unknown>();
  tableEach(table, many, (kind, owner, own, value) => {
    found.set(JSON.stringify([kind, owner, own]), value);
  });
  return found;
}

/** The tries without whose they are, which is no part of their form. */
function form(table: Table): string {
  return JSON.stringify((table as unknown as { readonly roots: unknown }).roots, (name, value) =>
    name === "owner" ? undefined : value,
  );
}

test("the ids have one hash", () => {
  expect(new Set(COLLIDING.map(hash)).size).toBe(1);
  expect(new Set(COLLIDING).size).toBe(COLLIDING.length);
});

describe("a table", () => {
  test("holds what a map would, in every version", () => {
    fc.assert(
      fc.property(changes, (batches) => {
        const model = new Map<string, unknown>();
        const kept: [Table, Map<string, unknown>][] = [];
        let table = EMPTY;
        for (const batch of batches) {
          table = changed(table, batch);
          for (const each of batch) {
            if (each.value === undefined) model.delete(textOf(each));
            else model.set(textOf(each), each.value);
          }
          for (const { kind, owner, own } of batch) {
            const value = model.get(JSON.stringify([kind, owner, own]));
            expect(tableGet(table, kind, owner, own)).toBe(value);
          }
          kept.push([table, new Map(model)]);
        }
        for (const [version, was] of kept) expect(contents(version)).toEqual(was);
      }),
    );
  });

  test("has one form for equal contents, whatever way they came about", () => {
    fc.assert(
      fc.property(changes, fc.array(change, { maxLength: 12 }), (batches, detour) => {
        const known = emptyTable(["one", "new", "many"], (kind) => !many(kind));
        const table = batches.reduce(changed, known);
        const direct: Change[] = [...contents(table)].map(([text, value]) => {
          const [kind, owner, own] = JSON.parse(text) as [Change["kind"], string, string];
          return { kind, owner, own, value: value as number | null };
        });
        const away = changed(table, detour);
        const gone = [...contents(away).keys()].map((text): Change => {
          const [kind, owner, own] = JSON.parse(text) as [Change["kind"], string, string];
          return { kind, owner, own, value: undefined };
        });
        expect(form(changed(known, [...direct].reverse()))).toBe(form(table));
        expect(form(changed(changed(away, gone), direct))).toBe(form(table));
        expect(form(changed(away, gone))).toBe(form(known));
      }),
    );
  });

  test("refuses a key whose own part is not of its kind: it would give or bury an owner's records", () => {
    const known = emptyTable(["one", "many"], (kind) => kind === "one");
    const table = changed(known, [{ kind: "many", owner: "a", own: "b", value: 1 }]);
    expect(tableGet(table, "many", "a", "b")).toBe(1);
    expect(() => tableGet(table, "many", "a", "")).toThrow(BrokenInvariant);
    expect(() => tableGet(table, "one", "a", "b")).toThrow(BrokenInvariant);
    expect(tableGet(table, "one", "a", "")).toBeUndefined();
  });
});
