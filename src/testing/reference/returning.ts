/** Whom full lists bring back, because they name somebody whom lists had sent away (RESIGN-06). */
import type { OrganizationId } from "../../core/ids.ts";
import { passPerson } from "./passing.ts";
import { latest } from "./people.ts";
import { reinstate } from "./reinstating.ts";
import { retentionEnd } from "./retention.ts";
import type { Employment, World } from "./state.ts";
import type { Returning } from "./state-lists.ts";
import { withFurther } from "./vocabulary.ts";

/** What a list that names somebody who left comes to, by the source's own number or by none. */
function judgeReturn(
  world: World,
  employment: Employment,
  isNamed: boolean,
  at: number,
): "older" | "hire" | "reported" | "back" {
  const { listReinstates } = withFurther(world.policy);
  const ended = employment.ended ?? at;
  // A list as of the same moment is not newer than the departure.
  if (at <= ended) return "older";
  if (!isNamed && at >= retentionEnd(world, ended)) return "hire";
  if (listReinstates === "never") return "reported";
  return listReinstates === "inferred" && employment.reported ? "reported" : "back";
}

/** Whether a line may bring somebody back in this step; it notes who is left for a further one. */
export type MayReturn = (employment: Employment, isNamed: boolean) => boolean;

/** What a line of a list comes to that names somebody who left. */
export function absorbReturn(
  world: World,
  employment: Employment,
  {
    number,
    at,
    line,
    mayReturn,
  }: {
    readonly number: number | undefined;
    readonly at: number;
    readonly line: number;
    readonly mayReturn: MayReturn;
  },
): "hire" | "back" | "nothing" {
  const isNamed = employment.sourced && number === employment.given;
  const judged = judgeReturn(world, employment, isNamed, at);
  if (judged === "hire") return "hire";
  if (judged !== "back") {
    const reason = judged === "older" ? "older-time" : "reported-left";
    passPerson(world, employment.person, reason, line);
    return "nothing";
  }
  if (!mayReturn(employment, isNamed)) {
    passPerson(world, employment.person, "next-step", line);
    return "nothing";
  }
  reinstate(world, employment, at, line);
  return "back";
}

/** Brings somebody back in a later step, unless what came between says otherwise; says whether it did. */
export function comeBack(
  world: World,
  organization: OrganizationId,
  { person, number, isNamed, at: said }: Returning,
  at: number,
): boolean {
  const last = latest(world.state, organization, person);
  if (last === undefined || last.inService || last.number !== number) return false;
  if (judgeReturn(world, last, isNamed, said) !== "back") return false;
  reinstate(world, last, at);
  return true;
}
