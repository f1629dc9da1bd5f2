/** Aim: what has to hold of the machine itself, whatever the rules say. */
import { test } from "vitest";
import { LAWS } from "../../src/testing/index.ts";
import { holds } from "./run.ts";

test(LAWS.step.map(({ name }) => name).join(" · "), () => {
  holds(LAWS.step, "step");
});
