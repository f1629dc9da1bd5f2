/** Aim: answers over slices are those over Worlds, and those of the naive model. */
import { expect, test } from "vitest";
import { QUERY_TYPES } from "../../src/testing/arbitraries/queries.ts";
import { answersAgree } from "../../src/testing/index.ts";
import { holds, SHARE } from "./run.ts";

/** Codes that questions alone are refused with. */
const QUERY_CODES: readonly string[] = [
  "NOT_VISIBLE",
  "DATA_PERMISSION_REQUIRED",
  "BRANCH_DATA_NOT_AUTHORIZED",
];

test("answers are the reference model's", () => {
  const codes = new Set<string>();
  const answered = new Map<string, number>();
  const note: Parameters<typeof answersAgree>[0] = ({ type }, code) => {
    if (code !== null) codes.add(code);
    else answered.set(type, (answered.get(type) ?? 0) + 1);
  };
  holds([answersAgree(note)], "questions");
  expect([...codes]).toEqual(expect.arrayContaining([...QUERY_CODES]));
  // A sample falls short by chance.
  const enough = (SHARE < 1 ? 35 : 50) * SHARE;
  const rare = QUERY_TYPES.filter((type) => (answered.get(type) ?? 0) < enough);
  expect(rare.map((type) => [type, answered.get(type)])).toEqual([]);
});
