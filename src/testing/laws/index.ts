/** The laws: what holds after every input of every script. */

import { conserves } from "./conservation.ts";
import { evolvesAsLive, replaysAsLive, replaysFromEmpty } from "./history.ts";
import { invariantsHold } from "./invariants.ts";
import { isolates } from "./isolation.ts";
import type { Law } from "./law.ts";
import {
  causesPointBackward,
  codesAreDeclared,
  deterministic,
  leavesGivenAlone,
  reactionsEnd,
  refusalsChangeNothing,
} from "./machine.ts";
import { answersAgree } from "./questions.ts";
import { joiningIsUndone, repeatsAreQuiet } from "./quiet.ts";
import { agreesWithReference } from "./reference.ts";
import { renamingOnlyRenames } from "./renaming.ts";
import { needsClose, slicesSuffice, writesWithinReads } from "./slices.ts";
import { strangersChangeNothing } from "./strangers.ts";

export type { Check, Law, Step, System } from "./law.ts";
export { engine, stepLaw } from "./law.ts";
export type { Failure } from "./walk.ts";
export { checkLaws, failureText, firstFailure, shrunk } from "./walk.ts";
export {
  agreesWithReference,
  answersAgree,
  causesPointBackward,
  codesAreDeclared,
  conserves,
  deterministic,
  evolvesAsLive,
  invariantsHold,
  isolates,
  joiningIsUndone,
  leavesGivenAlone,
  needsClose,
  reactionsEnd,
  refusalsChangeNothing,
  renamingOnlyRenames,
  repeatsAreQuiet,
  replaysAsLive,
  replaysFromEmpty,
  slicesSuffice,
  strangersChangeNothing,
  writesWithinReads,
};

/** Laws by what they cost: those that look at one step, and those that walk the world again. */
export const LAWS: {
  readonly step: readonly Law[];
  readonly slice: readonly Law[];
  readonly world: readonly Law[];
} = {
  step: [
    deterministic,
    leavesGivenAlone,
    refusalsChangeNothing,
    causesPointBackward,
    codesAreDeclared,
    reactionsEnd,
    repeatsAreQuiet,
    conserves,
  ],
  slice: [slicesSuffice, writesWithinReads, needsClose()],
  world: [
    agreesWithReference,
    invariantsHold,
    evolvesAsLive,
    replaysAsLive,
    replaysFromEmpty,
    renamingOnlyRenames,
    strangersChangeNothing,
    joiningIsUndone,
    isolates(),
  ],
};
