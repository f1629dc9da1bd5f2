/** Choosing people: whoever is offered can be chosen, and nobody else. */
import type { Identity } from "../../core/notice.ts";
import type { Policy } from "../../core/policy.ts";
import type { Input } from "../../engine/types.ts";
import type { World } from "../../engine/world.ts";
import type { Viewer } from "../../queries/model.ts";
import type { Random } from "../arbitraries/random.ts";
import { asSet, expectSame, expectTrue } from "../compare.ts";
import { factsOf } from "../facts.ts";
import { command, type InputDraft, stamped } from "../inputs.ts";
import type { ReferenceFacts } from "../reference/facts-model.ts";
import type { InstanceFacts } from "../reference/facts-model-areas.ts";
import { candidates, told } from "./asking.ts";
import { choicesAt, eventsOf, type Law, type Step, type System, stepLaw } from "./law.ts";
import { isSuspendedIn } from "./suspending.ts";

/** Every identity in service, and somebody nobody knows. */
export function everybody({ organizations }: ReferenceFacts): Identity[] {
  const all = organizations.flatMap(({ organization, people }) =>
    people.map(({ person }) => ({ organization, person })),
  );
  return [...all, { organization: "nowhere", person: "nobody-knows" } as unknown as Identity];
}

/** The code that a command is refused with, or `null`. */
export function codeOf(
  { after, input }: Step,
  draft: InputDraft,
  policy: Policy,
  system: System,
): string | null {
  const [probe] = stamped([{ id: "probe", at: input.at, ...draft }] as never) as [Input];
  const { outcome } = system.apply(after, probe, policy);
  return outcome.kind === "refused" ? outcome.refusal.code : null;
}

/**
 * Compares who is offered with who can be chosen, one by one, in each of several ways; `unlisted` are
 * those who can be chosen without being offered.
 */
export function expectOffered(
  offered: string | readonly Identity[],
  people: readonly Identity[],
  ways: readonly ((target: Identity) => string | null)[],
  unlisted: (target: Identity) => boolean = () => false,
): void {
  for (const target of people) {
    const codes = ways.map((way) => way(target));
    const what = `ways to choose ${JSON.stringify(target)}`;
    expectTrue(new Set(codes).size === 1, `${what} differ: ${codes.join(", ")}`);
    if (typeof offered === "string") expectSame(codes[0], offered, what);
  }
  if (typeof offered === "string") return;
  const able = people.filter((target) => ways[0]?.(target) === null && !unlisted(target));
  expectSame(asSet(able), asSet(offered.map(identityOf)), "who can be chosen, and who is offered");
  expectSame(new Set(asSet(offered.map(identityOf))).size, offered.length, "those offered twice");
}

const identityOf = ({ organization, person }: Identity): Identity => ({ organization, person });

/** A task that is open, the first of its holder's in its instance. */
function aHolder(random: Random, instances: readonly InstanceFacts[]) {
  const instance = random.pick(
    instances.filter(({ tasks }) => tasks.some(({ status }) => status === "open")),
  );
  const open = (instance?.tasks ?? []).flatMap(({ status, holder }, task) =>
    status === "open" && holder !== null ? [{ task, holder }] : [],
  );
  const chosen = random.pick(open);
  const first = open.find(({ holder }) => holder.join() === chosen?.holder.join());
  return instance === undefined || first === undefined ? null : { instance, ...first };
}

function checkRouting(step: Step, random: Random, policy: Policy, system: System): void {
  const facts = factsOf(step.after, policy);
  const found = aHolder(random, facts.instances);
  if (found === null) return;
  const { task, holder } = found;
  const { instance } = found.instance;
  const viewer: Viewer = { organization: holder[0], person: holder[1] };
  const world: World = step.after;
  const { at } = step.input;
  const offered = candidates(
    world,
    "flow.routing-candidates",
    { viewer, instance, at },
    policy,
    1 + random.below(4),
  );
  const by = [holder[0], holder[1]] as const;
  const ways = [
    (target: Identity) =>
      told(world, "flow.may-route", { viewer, instance, target, at }, policy).code,
    (to: Identity) =>
      codeOf(step, command("task.transfer", by, { instance, task, to }), policy, system),
    (person: Identity) => {
      const data = { instance, task, place: "parallel" as const, people: [person] };
      return codeOf(step, command("task.countersign", by, data), policy, system);
    },
  ];
  // Whoever is suspended gets no task, but who stands in for them may.
  expectOffered(offered, everybody(facts), ways, (target) => isSuspendedIn(world, target));
}

/** FLOW-04: candidates, `flow.may-route`, a transfer and a countersign all say the same. */
export const routingIsOne: Law = stepLaw("routing", (step, policy, system) => {
  const random = choicesAt(step, 3);
  if (random.chance(40)) checkRouting(step, random, policy, system);
});

/** Rulebook 26, 11: whoever was ever routed to belongs to the organization of the initiator. */
export const routingStaysInside: Law = {
  name: "routing stays inside",
  begin: (policy) => {
    const anchors = new Map<string, string>();
    return (step) => {
      for (const { type, data } of eventsOf(step)) {
        if (type === "flow.started") {
          const wide =
            data.trunk === undefined
              ? policy.routingBoundary === "space" && data.space !== null
              : policy.hierarchyRouting !== "initiator-organization";
          if (!wide) anchors.set(data.instance, data.initiator.organization);
        }
        const routed =
          type === "task.transferred"
            ? [data.to]
            : type === "task.copied"
              ? data.people
              : type === "task.made" && data.origin !== "rule" && data.holder !== null
                ? [data.holder]
                : [];
        if (routed.length === 0) continue;
        const anchor = anchors.get((data as { readonly instance: string }).instance);
        for (const { organization } of routed) {
          expectTrue(anchor === undefined || anchor === organization, `${type} to ${organization}`);
        }
      }
    };
  },
};
