/** Laws that hold what has happened against the records: these name whoever was renamed by their keys. */
import type { OrganizationId, PersonId } from "../../core/ids.ts";
import { begin, beginReading } from "../../core/transaction.ts";
import { keyOf } from "../../directory/select/aliases.ts";
import { naturalOf } from "../../directory/select/naturals.ts";
import { keyNow, translated } from "../../directory/translating.ts";
import { evolvers } from "../../engine/evolvers.ts";
import { GUIDANCE } from "../../engine/guidance.ts";
import { copyRecord } from "../../engine/records.ts";
import type { EngineTx, Event, Records } from "../../engine/types.ts";
import { evolveOne, type World } from "../../engine/world.ts";
import type { Law, Step } from "./law.ts";

const RENAMES: ReadonlySet<string> = new Set(["person.renamed", "department.id-changed"]);

/** Events with the keys of whomever they name, each by the ids of its moment. */
export function keyed(before: World, events: readonly Event[]): Event[] {
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

/** As which natural person identities count in a World, each given as `[organization, person]` in JSON. */
export function naturalsIn(world: World): (identity: string) => PersonId {
  const tx = beginReading<Records>(world.table, true);
  return (identity) => {
    const [organization, person] = JSON.parse(identity) as [OrganizationId, PersonId];
    return naturalOf(tx, { organization, person });
  };
}

/** The same of identities by their ids, as facts name them. */
export function naturalsByIds(world: World): (identity: readonly [string, string]) => PersonId {
  const tx = beginReading<Records>(world.table, true);
  return ([home, id]) => {
    const organization = home as OrganizationId;
    const person = keyOf(tx, organization, "people", id) as PersonId;
    return naturalOf(tx, { organization, person });
  };
}

/** The law, told of each step in keys. */
export const byKeys = ({ name, begin: start }: Law): Law => ({
  name,
  begin: (policy, system) => {
    const check = start(policy, system);
    return (step) => check(inKeys(step));
  },
});
