/** Nothing runs for ever: whatever state it is in, somebody can bring it to an end. */
import type { InstanceId, OrganizationId, PersonId } from "../../core/ids.ts";
import type { Policy } from "../../core/policy.ts";
import type { Input } from "../../engine/types.ts";
import type { World } from "../../engine/world.ts";
import { expectSame, expectTrue } from "../compare.ts";
import { factsOf } from "../facts.ts";
import type { ReferenceFacts } from "../reference/facts-model.ts";
import type { InstanceFacts } from "../reference/facts-model-areas.ts";
import { choicesAt, type Step, type System, stepLaw } from "./law.ts";
import { isSuspendedIn } from "./suspending.ts";

/** Who may act for the Host at the door of an instance, is in service and is not suspended. */
function ableAdmins(
  world: World,
  facts: ReferenceFacts,
  { host, space, trunk }: InstanceFacts,
): PersonId[] {
  const home = facts.organizations.find(({ organization }) => organization === host);
  const may = (home?.admins ?? []).filter(({ role, spacePermission, hierarchyPermission }) => {
    if (role === "main") return true;
    if (trunk !== undefined) return hierarchyPermission === true;
    return spacePermission || (space === null && hierarchyPermission === true);
  });
  return may
    .map(({ person }) => person)
    .filter((person) => !isSuspendedIn(world, { organization: host, person }));
}

/** An input of a Host's admin, at the time of a step. */
function commandOf(
  { input: { at, id } }: Step,
  by: { readonly organization: OrganizationId; readonly person: PersonId },
  type: string,
  data: object,
): Input {
  return { id: `${id}-${type}`, at, by, type, data } as unknown as Input;
}

/** How an instance stands in a World. */
const statusIn = (world: World, policy: Policy, id: InstanceId) =>
  factsOf(world, policy).instances.find(({ instance }) => instance === id);

function checkEnding(step: Step, policy: Policy, system: System): void {
  const { after } = step;
  if (step.before === after) return;
  const facts = factsOf(after, policy);
  const running = facts.instances.filter(({ status }) => status === "running");
  const instance = choicesAt(step, 13).pick(running);
  if (instance === undefined) return;
  const [person] = ableAdmins(after, facts, instance);
  if (person === undefined) return;
  const by = { organization: instance.host, person };
  const data = { instance: instance.instance, reason: "nobody goes on with it" };
  const { world, outcome } = system.apply(
    after,
    commandOf(step, by, "flow.terminate", data),
    policy,
  );
  const code = outcome.kind === "refused" ? outcome.refusal.code : null;
  expectSame(code, null, `an able admin of the Host ends ${instance.instance}`);
  const ended = statusIn(world, policy, instance.instance);
  expectSame(ended?.status, "terminated", `how ${instance.instance} ended`);
  const left = ended?.tasks.filter(({ status }) => status === "open" || status === "held") ?? [];
  expectTrue(left.length === 0, `${instance.instance} has ended, and a task of it has not`);
}

/**
 * FLOW-13: while the organization that built the app has an able admin, every running instance can be brought to
 * an end by somebody who is in service and not suspended, whatever its tasks wait for.
 */
export const everyInstanceCanEnd = stepLaw("dead ends", checkEnding);
