/** The laws: what holds after every input of every script. */

import { alertsAreCrossings } from "./alerts.ts";
import { relationsStayApart } from "./apart.ts";
import { changesEqualFacts, changesInterruptNobody } from "./changes.ts";
import { conserves } from "./conservation.ts";
import { conservesBonds } from "./conservation-areas.ts";
import { everyInstanceCanEnd } from "./dead-ends.ts";
import { departuresAreForetold } from "./departure.ts";
import {
  equalListsAreQuiet,
  exclusionsHold,
  extentsHold,
  lastAdminsAreTold,
} from "./directories.ts";
import { exitsStayInside } from "./exits.ts";
import { expectationsBind, expectationsOverSlices, replacedIsAsSet } from "./expecting.ts";
import { joiningIsForetold } from "./foretold.ts";
import { evolvesAsLive, replaysAsLive, replaysFromEmpty } from "./history.ts";
import { invariantsHold } from "./invariants.ts";
import { isolates, isolatesBelow } from "./isolation.ts";
import type { Law } from "./law.ts";
import {
  causesPointBackward,
  codesAreDeclared,
  deterministic,
  leavesGivenAlone,
  nothingGoesUnsaid,
  reactionsEnd,
  refusalsChangeNothing,
  suspendsOnly,
} from "./machine.ts";
import { neverOverdrawn, nothingAfterTheEnd } from "./overdraft.ts";
import { pickingIsOne } from "./picking.ts";
import { plansAreExact } from "./plans.ts";
import { answersAgree } from "./questions.ts";
import { joiningIsUndone, linkingIsUndone, repeatsAreQuiet } from "./quiet.ts";
import { answersRestOnReads, readsSuffice } from "./reads.ts";
import { listsRecover } from "./recovery.ts";
import { sourcesRecover } from "./recovery-sources.ts";
import { agreesWithReference } from "./reference.ts";
import { renamingOnlyRenames } from "./renaming.ts";
import { roomIsKept } from "./room.ts";
import { routingIsOne, routingStaysInside } from "./routing.ts";
import { sightIsOne } from "./sight.ts";
import { needsClose, slicesSuffice, writesWithinReads } from "./slices.ts";
import { strangersChangeNothing } from "./strangers.ts";
import { suspensionIsQuiet } from "./suspending.ts";
import {
  departuresAreUndone,
  employmentsAreApart,
  keptHasNoEffect,
  removalsAreUndone,
} from "./undoing.ts";

export type { Answering, IsolationOptions } from "./isolation.ts";
export type { Check, Law, Step, System } from "./law.ts";
export { engine, stepLaw } from "./law.ts";
export type { Disclosing } from "./telling.ts";
export type { Failure, Watch } from "./walk.ts";
export { checkLaws, failureText, firstFailure, shrunk } from "./walk.ts";
export {
  agreesWithReference,
  alertsAreCrossings,
  answersAgree,
  answersRestOnReads,
  causesPointBackward,
  changesEqualFacts,
  changesInterruptNobody,
  codesAreDeclared,
  conserves,
  conservesBonds,
  departuresAreForetold,
  departuresAreUndone,
  deterministic,
  employmentsAreApart,
  equalListsAreQuiet,
  everyInstanceCanEnd,
  evolvesAsLive,
  exclusionsHold,
  exitsStayInside,
  expectationsBind,
  expectationsOverSlices,
  extentsHold,
  invariantsHold,
  isolates,
  isolatesBelow,
  joiningIsForetold,
  joiningIsUndone,
  keptHasNoEffect,
  lastAdminsAreTold,
  leavesGivenAlone,
  linkingIsUndone,
  listsRecover,
  needsClose,
  neverOverdrawn,
  nothingAfterTheEnd,
  nothingGoesUnsaid,
  pickingIsOne,
  plansAreExact,
  reactionsEnd,
  readsSuffice,
  refusalsChangeNothing,
  relationsStayApart,
  removalsAreUndone,
  renamingOnlyRenames,
  repeatsAreQuiet,
  replacedIsAsSet,
  replaysAsLive,
  replaysFromEmpty,
  roomIsKept,
  routingIsOne,
  routingStaysInside,
  sightIsOne,
  slicesSuffice,
  sourcesRecover,
  strangersChangeNothing,
  suspendsOnly,
  suspensionIsQuiet,
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
    nothingGoesUnsaid,
    causesPointBackward,
    codesAreDeclared,
    reactionsEnd,
    repeatsAreQuiet,
    changesEqualFacts,
    changesInterruptNobody,
    conserves,
    conservesBonds,
    neverOverdrawn,
    nothingAfterTheEnd,
    plansAreExact,
    roomIsKept,
    exitsStayInside,
    routingStaysInside,
    suspendsOnly,
    suspensionIsQuiet,
    expectationsBind,
    replacedIsAsSet,
  ],
  slice: [
    slicesSuffice,
    writesWithinReads,
    readsSuffice,
    answersRestOnReads,
    needsClose(),
    expectationsOverSlices,
  ],
  world: [
    agreesWithReference,
    invariantsHold,
    evolvesAsLive,
    replaysAsLive,
    replaysFromEmpty,
    renamingOnlyRenames,
    strangersChangeNothing,
    joiningIsUndone,
    linkingIsUndone,
    relationsStayApart,
    alertsAreCrossings,
    routingIsOne,
    pickingIsOne,
    sightIsOne,
    departuresAreForetold,
    joiningIsForetold,
    listsRecover,
    sourcesRecover,
    departuresAreUndone,
    removalsAreUndone,
    employmentsAreApart,
    keptHasNoEffect,
    equalListsAreQuiet,
    exclusionsHold,
    lastAdminsAreTold,
    everyInstanceCanEnd,
    extentsHold,
    isolates(),
    isolatesBelow(),
  ],
};
