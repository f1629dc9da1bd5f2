/** Aim: what has to hold of the machine itself, whatever the rules say. */
import { test } from "vitest";
import { LAWS } from "../../src/testing/index.ts";
import { holds } from "./run.ts";

test.each(LAWS.step.map((law) => [law.name, law] as const))("%s", (_, law) => {
  holds([law], 6_000);
});
