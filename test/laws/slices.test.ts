/** Aim: a decision over what was loaded is the decision over everything, after five rounds at most. */
import { test } from "vitest";
import { LAWS } from "../../src/testing/index.ts";
import { holds } from "./run.ts";

test.each(LAWS.slice.map((law) => [law.name, law] as const))("%s", (_, law) => {
  holds([law], 10_000);
});
