/**
 * Aim: worlds that look alike to somebody answer them alike; and the bits that are declared to be told
 * are really told, so the law can fail.
 */
import { expect, test } from "vitest";
import { type Disclosure, isolates, soak } from "../../src/testing/index.ts";
import { holds } from "./run.ts";

test("worlds that look alike answer alike", () => {
  holds([isolates()], 6_000);
});

const disclosures: readonly Disclosure[] = ["room", "interconnection", "join-limit"];

test.each(disclosures)("without the disclosure of %s they do not", (disclosure) => {
  const { failures } = soak([isolates([disclosure])], { seed: 1, inputs: 60_000 });
  expect(failures).toHaveLength(1);
});
