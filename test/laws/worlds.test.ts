/** Aim: what has to hold of whole Worlds: history, invariants, names, strangers. */
import { test } from "vitest";
import {
  evolvesAsLive,
  invariantsHold,
  joiningIsUndone,
  renamingOnlyRenames,
  replaysAsLive,
  replaysFromEmpty,
  strangersChangeNothing,
} from "../../src/testing/index.ts";
import { holds } from "./run.ts";

test.each([
  [invariantsHold, 16_000],
  [evolvesAsLive, 8_000],
  [replaysAsLive, 8_000],
  [replaysFromEmpty, 8_000],
  [renamingOnlyRenames, 8_000],
  [strangersChangeNothing, 8_000],
  [joiningIsUndone, 8_000],
] as const)("$name", (law, inputs) => {
  holds([law], inputs);
});
