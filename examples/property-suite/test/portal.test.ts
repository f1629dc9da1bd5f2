// Aim: a portal that follows the rules passes thousands of inputs, and each planted bug is found and
// shown by a few. Method: generated scripts, each input given to the portal and to the rules; what is
// found is played again, with the bug and without.
import { agreesWithRules, firstFailure } from "interorg/testing";
import { describe, expect, test } from "vitest";
import { BUGS, type Bug } from "../src/portal.ts";
import { portalUnderTest } from "./adapter.ts";
import { setting, shortest, tried } from "./suite.ts";

const INPUTS = 10_000;
const LINES_MAX = 10;

test(`without a bug, ${INPUTS} inputs show no difference`, () => {
  const { tally, failures } = tried(null, INPUTS);
  expect(failures.map(({ text }) => text)).toEqual([]);
  expect(tally.inputs).toBeGreaterThanOrEqual(INPUTS);
});

describe("a planted bug is found, and shown by a short script", () => {
  test.each(Object.keys(BUGS) as Bug[])("%s", (bug) => {
    const found = shortest(tried(bug, INPUTS));
    expect(found).toBeDefined();
    if (found === undefined) return;
    expect(found.script.inputs.length - setting.length).toBeLessThanOrEqual(LINES_MAX);
    const again = (planted: Bug | null) =>
      firstFailure(found.script, [agreesWithRules(portalUnderTest(planted))]);
    expect(again(bug)).toEqual(found.failure);
    expect(again(null)).toBeNull();
  });
});
