// A World in which something is looked at before it is done.
import type { Policy } from "../../src/index.ts";
import { type Play, play } from "../../src/testing/index.ts";

/** A hosts s with Members B and C, all of B's people in it. */
export function hosted(changes: Partial<Policy> = {}): Play {
  const p = play(changes);
  p.register(["A", "B", "C"]);
  p.createDepartments("B", [
    ["sales", null],
    ["stock", null],
  ]);
  for (const person of ["b1", "b2", "b3"]) p.hire("B", person, ["sales"]);
  p.createSpace("A", "s", { whole: true });
  for (const member of ["B", "C"]) p.join("A", "s", member, { whole: true });
  return p;
}
