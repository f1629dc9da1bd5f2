// Aim: a key has one text, a text one key, and keys fit the kinds that declare them. Method: keys of any
// texts there and back; the one order; each form of own part with what is and is not of it.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareKeys, type Key, keyText, parseKey } from "../../src/core/keys.ts";
import { type OwnPart, ownFits } from "../../src/core/kinds.ts";

const word = fc.constantFrom("person", "roster", "x");
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 8 }),
  fc.string({ unit: fc.constantFrom("/", "%", "2", "F", "5", ":", "a"), maxLength: 6 }),
);
const key = fc.tuple(word, text, text) as fc.Arbitrary<Key>;

describe("texts of keys", () => {
  test("lead back to their keys", () => {
    fc.assert(
      fc.property(key, (one) => {
        expect(parseKey(keyText(one))).toEqual(one);
      }),
    );
  });

  test("are as many as keys", () => {
    fc.assert(
      fc.property(key, key, (one, other) => {
        expect(keyText(one) === keyText(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
    );
  });
});

test("keys stand in one order, whatever order they came in", () => {
  fc.assert(
    fc.property(fc.array(key, { maxLength: 8 }), (keys) => {
      const sorted = [...keys].sort(compareKeys);
      expect([...keys].reverse().sort(compareKeys)).toEqual(sorted);
      for (let i = 1; i < sorted.length; i += 1) {
        const [before, after] = [sorted[i - 1] as Key, sorted[i] as Key];
        const at = [0, 1, 2].find((place) => before[place] !== after[place]);
        if (at !== undefined) expect((before[at] as string) < (after[at] as string)).toBe(true);
      }
    }),
  );
});

describe("own parts", () => {
  const forms: readonly [OwnPart, fit: readonly string[], unfit: readonly string[]][] = [
    ["none", [""], ["a", "0", "/"]],
    ["id", ["a", "0", "a/b", "é"], ["", "a b", "x".repeat(129), "\ud800"]],
    [
      "number",
      ["0", "7", "-1", "999999999999999"],
      ["", "01", "-0", "1e3", "1.0", "1000000000000000"],
    ],
    ["number/id", ["0/a", "12/a/b"], ["", "0", "0/", "/a", "01/a", "x/a", "NaN/a", "0/a b"]],
    [/^[dp]/, ["d0/a", "p12/a"], ["", "0/a", "d/a", "x0/a", "d0", "d0/"]],
  ];
  test.each(forms)("of the form %s", (form, fit, unfit) => {
    for (const own of fit) expect(ownFits(form, own), own).toBe(true);
    for (const own of unfit) expect(ownFits(form, own), own).toBe(false);
  });
});
