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

/** Whether an organization is suspended in a Space by its Host. */
function isOutOf(world: World, space: string, organization: string): boolean {
  const association = tableGet(world.table, "association", space, organization);
  return (association as Records["association"] | undefined)?.suspended === true;
}

/** Uses of a Space, by the command that says which. */
const USES: readonly string[] = [
  "group.start",
  "group.add",
  "group.leave",
  "form.submit",
  "flow.start",
];

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

/** Nobody of a suspended Member uses the Space, or is given a task there. */
function checkMember({ input, before, after, outcome }: Step, events: readonly Event[]): void {
  const { data } = input as { readonly data: { readonly space?: unknown } };
  if ("by" in input && "organization" in input.by && outcome.kind === "accepted") {
    const { organization } = input.by;
    const isUse = USES.includes(input.type) && typeof data.space === "string";
    if (isUse) {
      const isOut = isOutOf(before, String(data.space), organization);
      expectTrue(!isOut, `${input.type} by somebody of a suspended Member`);
    }
  }
  for (const event of events) {
    const receiver = receiverIn(event);
    if (receiver === null) continue;
    const { instance } = event.data as { readonly instance: string };
    const record = tableGet(after.table, "instance", instance, "");
    const { space = null } = (record ?? {}) as Partial<Records["instance"]>;
    const isOut = space !== null && isOutOf(after, space, receiver.organization);
    expectTrue(!isOut, `${event.type} to somebody of a suspended Member`);
  }
}

function checkSuspension({ input, before, after, ...step }: Step, policy: Policy): void {
  const events = eventsOf({ input, before, after, ...step });
  // Who is in the industry book under the same id is somebody else (INDUSTRY-01).
  const isEmployee = "by" in input && "organization" in input.by && !("as" in input.by);
  if (isEmployee && step.outcome.kind === "accepted") {
    expectTrue(!isSuspendedIn(before, input.by), `${input.type} by somebody suspended`);
  }
  for (const event of events) {
    const receiver = receiverIn(event);
    if (receiver === null) continue;
    expectTrue(!isSuspendedIn(after, receiver), `${event.type} to somebody suspended`);
  }
  checkMember({ input, before, after, ...step }, events);
  const switches =
    /^(?:person|organization)\.(?:suspended|resumed)$|^association\.(?:suspend|resume)$/u.test(
      input.type,
    );
  if (switches && events.length > 0) {
    // Of a suspended organization no grant moves, whatever the policy.
    const keeps = policy.suspendedSeats === "keep" || input.type.startsWith("organization.");
    const [now, then] = [after, before].map((world) => countsOf(world, policy, keeps));
    expectSame(now, then, `counts after ${input.type}`);
  }
}

/** DIR-17, DIR-18, EXIT-08, FLOW-19: nobody suspended acts or is given a task, and nothing is counted out. */
export const suspensionIsQuiet = stepLaw("suspension", checkSuspension);
