/** Nobody learns of what they may not see: worlds that look alike to somebody answer them alike. */
import type { Policy } from "../../core/policy.ts";
import { ask } from "../../engine/ask.ts";
import type { Command, Input } from "../../engine/types.ts";
import type { World } from "../../engine/world.ts";
import type { Query, Viewer } from "../../queries/model.ts";
import { type View, view } from "../../queries/view.ts";
import type { Disclosure } from "../../queries/view-disclosures.ts";
import { namesOf } from "../arbitraries/names.ts";
import { nextInput } from "../arbitraries/next-input.ts";
import { nextQuery } from "../arbitraries/queries.ts";
import type { Scene } from "../arbitraries/scene.ts";
import { canonicalText, expectSame } from "../compare.ts";
import { factsOf } from "../facts.ts";
import { inputText } from "../inputs.ts";
import { choicesAt, eventsOf, type Law, type Step, type System } from "./law.ts";
import { toldByAsking } from "./told.ts";

/** Commands and questions tried after each step that is looked at. */
const PROBES = 4;

/** Somebody's attempt to learn something. */
interface Probe {
  readonly viewer: Viewer;
  readonly tried: Command | Query;
}

const isCommand = (tried: Command | Query): tried is Command => "by" in tried;

/** Commands and questions aimed at a World, some of them by those who may give them. */
function probesOf(step: Step, policy: Policy): Probe[] {
  const random = choicesAt(step, 6);
  const names = namesOf(random, "plain");
  const facts = factsOf(step.after, policy);
  const scene: Scene = { facts, policy, names, random, at: step.input.at, past: [] };
  const inputs: Input[] = Array.from({ length: PROBES * 2 }, () => nextInput(scene));
  const commands = inputs.flatMap((tried): Probe[] =>
    "by" in tried && "person" in tried.by ? [{ viewer: tried.by, tried }] : [],
  );
  const queries = Array.from({ length: PROBES }, () => nextQuery(scene)).flatMap(
    (tried): Probe[] => ("viewer" in tried.data ? [{ viewer: tried.data.viewer, tried }] : []),
  );
  return [...commands.slice(0, PROBES), ...queries.slice(0, PROBES)];
}

/** What somebody learns by trying. */
interface Verdict {
  readonly code: string;
  readonly data?: unknown;
}

function verdictOn(world: World, tried: Probe["tried"], policy: Policy, system: System): Verdict {
  if (isCommand(tried)) {
    const { outcome } = system.apply(world, tried, policy);
    return outcome.kind === "refused" ? outcome.refusal : { code: "accepted" };
  }
  const answer = ask(world, tried, policy);
  if (answer.kind === "answer") return { code: "answer", data: answer.value };
  if (answer.kind === "refused") return answer.refusal;
  throw new Error("a World is never incomplete");
}

/** What somebody may see of two Worlds, if it is the same of both. */
function seenOfBoth(
  { before, after }: Step,
  viewer: Viewer,
  policy: Policy,
  without: readonly Disclosure[],
): View | null {
  const one = view(before, viewer, policy, { without });
  const other = view(after, viewer, policy, { without });
  return canonicalText(one) === canonicalText(other) ? one : null;
}

/**
 * If a step changes nothing that somebody may see, no command of theirs is answered differently, and
 * no question.
 *
 * @param without disclosures to leave out of what they may see; the law then fails
 */
export function isolates(without: readonly Disclosure[] = []): Law {
  return {
    name: "isolation",
    begin: (policy, system) => (step) => {
      if (eventsOf(step).length === 0) return;
      const { before, after } = step;
      for (const { viewer, tried } of probesOf(step, policy)) {
        const then = verdictOn(before, tried, policy, system);
        const now = verdictOn(after, tried, policy, system);
        if (canonicalText(then) === canonicalText(now)) continue;
        const seen = seenOfBoth(step, viewer, policy, without);
        if (seen === null || toldByAsking(step, tried, seen, [then.code, now.code])) continue;
        const what = isCommand(tried) ? inputText(tried) : JSON.stringify(tried);
        expectSame(now, then, `what ${what} tells`);
      }
    },
  };
}
