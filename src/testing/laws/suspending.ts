/** Whoever is suspended takes part in nothing, and loses nothing. */
import type { Identity } from "../../core/notice.ts";
import type { Policy } from "../../core/policy.ts";
import { tableGet } from "../../core/table.ts";
import { beginReading } from "../../core/transaction.ts";
import { keyOf } from "../../directory/select/aliases.ts";
import type { Event, Records } from "../../engine/types.ts";
import type { World } from "../../engine/world.ts";
import { expectSame, expectTrue } from "../compare.ts";
import { factsOf } from "../facts.ts";
import { eventsOf, type Step, stepLaw } from "./law.ts";

/** Whether somebody in service is suspended, or their organization is. */
export function isSuspendedIn(world: World, { organization, person }: Identity): boolean {
  const tx = beginReading<Records>(world.table, true);
  const key = keyOf(tx, organization, "people", person);
  const employment = tableGet(world.table, "employment", organization, key) as
    | Records["employment"]
    | undefined;
  const home = tableGet(world.table, "organization", organization, "") as
    | Records["organization"]
    | undefined;
  if (employment?.inService !== true) return false;
  return employment.suspended !== undefined || home?.suspended === true;
}

/** Whoever an event gives a task to. */
function receiverIn({ type, data }: Event): Identity | null {
  if (type === "task.made") return data.holder;
  return type === "task.handed-over" || type === "task.transferred" ? data.to : null;
}

/** What suspending counts out of nothing: people, places, Members, and grants unless the policy releases these. */
function countsOf(world: World, policy: Policy, keepsGrants: boolean) {
  const { organizations, spaces, pools, groups } = factsOf(world, policy);
  return {
    people: organizations.map(({ people, admins }) => [people.length, admins.length]),
    spaces: spaces.map(({ roster, waiting, members }) => [roster.length, waiting.length, members]),
    pools: keepsGrants ? pools : [],
    groups,
  };
}

function checkSuspension({ input, before, after, ...step }: Step, policy: Policy): void {
  const events = eventsOf({ input, before, after, ...step });
  if ("by" in input && step.outcome.kind === "accepted" && "organization" in input.by) {
    expectTrue(!isSuspendedIn(before, input.by), `${input.type} by somebody suspended`);
  }
  for (const event of events) {
    const receiver = receiverIn(event);
    if (receiver === null) continue;
    expectTrue(!isSuspendedIn(after, receiver), `${event.type} to somebody suspended`);
  }
  const switches = /^(?:person|organization)\.(?:suspended|resumed)$/u.test(input.type);
  if (switches && events.length > 0) {
    // Of a suspended organization no grant moves, whatever the policy.
    const keeps = policy.suspendedSeats === "keep" || input.type.startsWith("organization.");
    const [now, then] = [after, before].map((world) => countsOf(world, policy, keeps));
    expectSame(now, then, `counts after ${input.type}`);
  }
}

/** DIR-17, DIR-18, FLOW-19: nobody suspended acts or is given a task, and nothing is counted out. */
export const suspensionIsQuiet = stepLaw("suspension", checkSuspension);
