/** Nobody learns of what they may not see: worlds that look alike to somebody answer them alike. */
import type { Policy } from "../../core/policy.ts";
import type { Command, Input } from "../../engine/types.ts";
import type { World } from "../../engine/world.ts";
import { view } from "../../queries/view.ts";
import type { Disclosure } from "../../queries/view-parts.ts";
import { namesOf } from "../arbitraries/names.ts";
import { nextInput } from "../arbitraries/next-input.ts";
import { randomOf } from "../arbitraries/random.ts";
import type { Scene } from "../arbitraries/scene.ts";
import { canonicalText, expectSame } from "../compare.ts";
import { factsOf } from "../facts.ts";
import { inputText } from "../inputs.ts";
import { eventsOf, type Law, type Step, type System } from "./law.ts";

/**
 * Ids are secrets to those who may not see what they name: whoever holds an invitation learns whether
 * it is good, and whoever gives something new an id learns whether it was ever used.
 */
const byHoldingAnId: ReadonlySet<string> = new Set(["INVITATION_NOT_VALID", "ID_TAKEN"]);

/** Commands tried after each step that is looked at. */
const PROBES = 5;

/** Commands aimed at a World, some of them by those who may give them. */
function probesOf(step: Step, policy: Policy): Command[] {
  const random = randomOf(step.index * 104729 + step.input.at);
  const names = namesOf(random, "plain");
  const facts = factsOf(step.after, policy);
  const scene: Scene = { facts, policy, names, random, at: step.input.at, past: [] };
  const inputs = Array.from({ length: PROBES * 3 }, () => nextInput(scene));
  const isCommand = (input: Input): input is Command => "by" in input && "person" in input.by;
  return inputs.filter(isCommand).slice(0, PROBES);
}

/** What somebody learns by giving a command. */
function verdictOn(
  world: World,
  command: Command,
  policy: Policy,
  system: System,
): { readonly code: string; readonly data?: unknown } {
  const { outcome } = system.apply(world, command, policy);
  return outcome.kind === "refused" ? outcome.refusal : { code: "accepted" };
}

/**
 * If a step changes nothing that somebody may see, no command of theirs is answered differently.
 *
 * @param without disclosures to leave out of what they may see; the law then fails
 */
export function isolates(without: readonly Disclosure[] = []): Law {
  return {
    name: "isolation",
    begin: (policy, system) => (step) => {
      if (eventsOf(step).length === 0) return;
      const { before, after } = step;
      for (const command of probesOf(step, policy)) {
        if (!("person" in command.by)) continue;
        const seen = [before, after].map((world) =>
          canonicalText(view(world, command.by as never, policy, { without })),
        );
        if (seen[0] !== seen[1]) continue;
        const then = verdictOn(before, command, policy, system);
        const now = verdictOn(after, command, policy, system);
        if (byHoldingAnId.has(then.code) || byHoldingAnId.has(now.code)) continue;
        expectSame(now, then, `what ${inputText(command)} tells`);
      }
    },
  };
}
