/** Taking back licenses by a plan brings their use to the number that it was made for (LIC-20). */
import type { OrganizationId } from "../../core/ids.ts";
import type { Policy } from "../../core/policy.ts";
import { tableGet } from "../../core/table.ts";
import type { Input, Records } from "../../engine/types.ts";
import type { World } from "../../engine/world.ts";
import { usedOf } from "../../licenses/select/pool.ts";
import type { Queries, Viewer } from "../../queries/model.ts";
import { expectSame, expectTrue } from "../compare.ts";
import { factsOf } from "../facts.ts";
import { told } from "./asking.ts";
import { choicesAt, eventsOf, type Law, type Step, type System, stepLaw } from "./law.ts";
import { isSuspendedIn } from "./suspending.ts";

type Planned = Queries["license.reclaim-plan"]["answer"];

const poolIn = ({ table }: World, host: OrganizationId): Records["pool"] | undefined =>
  tableGet(table, "pool", host, "") as Records["pool"] | undefined;

/** A main admin who can act; they manage all units of their organization. */
function mainAdminOf(
  world: World,
  policy: Policy,
  organization: OrganizationId,
): Viewer | undefined {
  const home = factsOf(world, policy).organizations.find(
    (each) => each.organization === organization,
  );
  return home?.admins
    .filter(({ role }) => role === "main")
    .map(({ person }) => ({ organization, person }))
    .find((each) => !isSuspendedIn(world, each));
}

/** The whole of a plan, in pages of so many. */
function planned(
  { after: world }: Step,
  policy: Policy,
  asked: Queries["license.reclaim-plan"]["input"],
): Planned["items"][number][] {
  const items: Planned["items"][number][] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const more = after === undefined ? {} : { after };
    const said = told(world, "license.reclaim-plan", { ...asked, ...more }, policy);
    if (said.code !== null) throw new Error(`a plan is refused: ${said.code}`);
    const page = said.value;
    items.push(...page.items);
    after = page.next;
  }
  return items;
}

/** The World once all of a plan is taken back; nobody named holds nothing. */
function carriedOut(
  { after, input: { id, at } }: Step,
  policy: Policy,
  system: System,
  by: Viewer,
  plan: Planned["items"],
): World {
  let world = after;
  for (const [place, { unit, organization, person }] of plan.entries()) {
    const data = { unit, people: [{ organization, person }] };
    const input = { id: `${id}-back-${place}`, at, by, type: "license.revoke", data };
    const result = system.apply(world, input as unknown as Input, policy);
    expectTrue(result.outcome.kind === "accepted", `${person} is named, and cannot be taken back`);
    world = result.world;
  }
  return world;
}

/** LIC-20: a plan for some number of licenses, carried out, leaves so many in use; each account of it is named once. */
export const plansAreExact: Law = stepLaw("plans are exact", (step, policy, system) => {
  const random = choicesAt(step, 20);
  const touched = eventsOf(step).find(({ type }) => type === "license.granted");
  if (touched === undefined || !random.chance(40)) return;
  const { host } = touched.data as { readonly host: OrganizationId };
  const pool = poolIn(step.after, host);
  const by = mainAdminOf(step.after, policy, host);
  if (pool === undefined || by === undefined) return;
  const used = usedOf(pool, policy);
  const purchased = random.below(used + 1);
  const asked = { viewer: by, purchased };
  const plan = planned(step, policy, { ...asked, limit: 1 + random.below(4) });
  expectSame(plan, planned(step, policy, asked), "a plan in pages");
  const world = carriedOut(step, policy, system, by, plan);
  const then = poolIn(world, host);
  // What is free goes to who waits.
  if (then === undefined || pool.waiting.count > 0) return;
  expectTrue(usedOf(then, policy) === purchased, `a plan of ${host} leaves another number in use`);
});
