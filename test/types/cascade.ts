/**
 * Aim: the table of consequences lists what is read, all of it and nothing else. Method: the compiler
 * runs over this file; each expected error that does not occur is itself an error.
 */
import { all, inSpace, on } from "../../src/engine/consequences.ts";
import { releaseLeft } from "../../src/licenses/releasing.ts";
import { leaveTogether } from "../../src/roster/leaving.ts";
import { sync } from "../../src/roster/sync.ts";

// @ts-expect-error there is no such event
on("roster.cancelled", releaseLeft);
// @ts-expect-error nobody reads it
on("roster.entered");
// @ts-expect-error the effect reads another
on("roster.entered", releaseLeft);
// @ts-expect-error one plan does not follow a single event
on("association.cancelled", leaveTogether);
// @ts-expect-error the plan does not read the second
all(["association.cancelled", "roster.entered"], leaveTogether);
// @ts-expect-error the plan reads more than this
all(["person.hired"], sync);
// @ts-expect-error the plan reads something
all([], sync);

// @ts-expect-error what follows in a Space does not follow from a Link
on("roster.left", releaseLeft);

export const fine = [
  inSpace("roster.left", releaseLeft),
  all(["association.cancelled"], leaveTogether),
];
