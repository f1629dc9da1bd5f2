/** Aim: a decision over what was loaded is the decision over everything, after eight rounds at most. */
import { test } from "vitest";
import { LAWS } from "../../src/testing/index.ts";
import { holds } from "./run.ts";

test(LAWS.slice.map(({ name }) => name).join(" · "), () => {
  holds(LAWS.slice, "slice");
});

test("the same of what happens in hierarchies", () => {
  holds(LAWS.slice, "sliceBelow", { about: "hierarchies" });
});
