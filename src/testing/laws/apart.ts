/** Spaces and hierarchies are two relations: what is done about one changes nothing of the other. */
import type { Input } from "../../engine/types.ts";
import { expectSame } from "../compare.ts";
import { factsOf } from "../facts.ts";
import { type Law, stepLaw } from "./law.ts";

type About = "spaces" | "hierarchies";

/** Which relation a command is about; `null`: of both or of neither, as a Host's pool of licenses is. */
function relationOf({ type, data }: Input): About | null {
  const area = type.slice(0, type.indexOf("."));
  if (area === "license" || area === "task" || area === "flow") return null;
  if (area === "link" || area === "liaison" || area === "hierarchy") return "hierarchies";
  if ("trunk" in data) return "hierarchies";
  return "space" in data ? "spaces" : null;
}

/** No number and no setting of a Space changes by a command about Trunks, nor the other way round. */
export const relationsStayApart: Law = stepLaw("relations stay apart", (step, policy) => {
  const { input, before, after } = step;
  if (!("by" in input) || before === after) return;
  const about = relationOf(input);
  if (about === null) return;
  const other = about === "spaces" ? "hierarchies" : "spaces";
  const [was, is] = [factsOf(before, policy), factsOf(after, policy)];
  expectSame(is[other], was[other], `the ${other} after a command about ${about}`);
});
