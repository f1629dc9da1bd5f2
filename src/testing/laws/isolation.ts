/** Nobody learns of what they may not see: worlds that look alike to somebody answer them alike. */
import type { Policy } from "../../core/policy.ts";
import { tableGet } from "../../core/table.ts";
import type { Command, Input, Records } from "../../engine/types.ts";
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

const aboutOrganizations: ReadonlySet<string> = new Set<Command["type"]>([
  "reconciliation.confirm",
  "reconciliation.discard",
  "space-quota.expand",
  "batch-invitation.enable",
]);

/**
 * Ids are secrets to those who may not see what they name: whoever holds an invitation learns whether
 * it is good and whether joining is open, whoever gives something new an id whether it is used, and
 * whoever asks for something about an organization whether there is such a one.
 */
function toldByHoldingAnId({ type }: Command, code: string): boolean {
  if (code === "INVITATION_NOT_VALID" || code === "ID_TAKEN") return true;
  if (code === "UNKNOWN_ORGANIZATION") return aboutOrganizations.has(type);
  return type === "application.submit" && code === "SSO_NOT_SUPPORTED";
}

/**
 * Who asks for room for several at once learns whether there is so much, and who asks for somebody
 * employed elsewhere, too, whether they count already. What one bit tells is whether there is room for
 * one more.
 */
function toldByAskingForMore(world: World, { type, data }: Command, code: string): boolean {
  if (code !== "PERSON_CAP_EXCEEDED") return false;
  if (type !== "scope.put-in" || (data.departments ?? []).length > 0) return true;
  const [person, ...others] = data.people ?? [];
  if (person === undefined || others.length > 0) return true;
  const record = tableGet(world.table, "person", person, "") as Records["person"] | undefined;
  return (record?.organizations.length ?? 0) !== 1;
}

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
        const told = [then.code, now.code].some(
          (code) =>
            toldByHoldingAnId(command, code) ||
            toldByAskingForMore(before, command, code) ||
            toldByAskingForMore(after, command, code),
        );
        if (told) continue;
        expectSame(now, then, `what ${inputText(command)} tells`);
      }
    },
  };
}
