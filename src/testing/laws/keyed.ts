/** Laws that hold what has happened against the records: these name whoever was renamed by their keys. */
import { begin } from "../../core/transaction.ts";
import { keyNow, translated } from "../../directory/translating.ts";
import { evolvers } from "../../engine/evolvers.ts";
import { GUIDANCE } from "../../engine/guidance.ts";
import { copyRecord } from "../../engine/records.ts";
import type { EngineTx, Event } from "../../engine/types.ts";
import { evolveOne, type World } from "../../engine/world.ts";
import type { Law, Step } from "./law.ts";

const RENAMES: ReadonlySet<string> = new Set(["person.renamed", "department.id-changed"]);

/** Events with the keys of whomever they name, each by the ids of its moment. */
function keyed(before: World, events: readonly Event[]): Event[] {
  const at = events[0]?.at ?? 0;
  const input = events[0]?.input ?? ("" as Event["input"]);
  const tx: EngineTx = begin(before.table, true, evolvers, input, at, copyRecord, GUIDANCE);
  return events.map((event) => {
    const data = translated(tx, event.type, event.data, undefined, keyNow(tx));
    if (RENAMES.has(event.type)) evolveOne(tx, event);
    return (data === event.data ? event : { ...event, data }) as Event;
  });
}

function inKeys(step: Step): Step {
  const { outcome, before } = step;
  if (outcome.kind === "refused") return step;
  return { ...step, outcome: { ...outcome, events: keyed(before, outcome.events) } };
}

/** The law, told of each step in keys. */
export const byKeys = ({ name, begin: start }: Law): Law => ({
  name,
  begin: (policy, system) => {
    const check = start(policy, system);
    return (step) => check(inKeys(step));
  },
});
