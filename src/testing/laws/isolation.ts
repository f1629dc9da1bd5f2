/** Nobody learns of what they may not see: worlds that look alike to somebody answer them alike. */
import type { InputId } from "../../core/ids.ts";
import type { Policy } from "../../core/policy.ts";
import { ask } from "../../engine/ask.ts";
import type { Command, Input } from "../../engine/types.ts";
import type { World } from "../../engine/world.ts";
import { disclose } from "../../host/disclose.ts";
import type { Query, Viewer } from "../../queries/model.ts";
import { namesOf } from "../arbitraries/names.ts";
import { nextInput } from "../arbitraries/next-input.ts";
import { nextQuery, QUERY_TYPES } from "../arbitraries/queries.ts";
import type { Scene } from "../arbitraries/scene.ts";
import { canonicalText, expectSame } from "../compare.ts";
import { factsOf } from "../facts.ts";
import { command, fact, inputText, stamped } from "../inputs.ts";
import type { Disclosure } from "../view/disclosures.ts";
import { type View, view } from "../view/view.ts";
import { choicesAt, eventsOf, type Law, type Step, type System } from "./law.ts";
import { type Disclosing, heard, senderOf, unordered } from "./telling.ts";
import { toldByAsking } from "./told.ts";
import { differingInAField } from "./withheld.ts";

/** Commands tried after each step that is looked at, and questions, each by two people. */
const PROBES = 4;
const QUESTIONS = 8;

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
  const everybody = facts.organizations.flatMap(({ organization, people }) =>
    people.map(({ person }) => ({ organization, person }) as Viewer),
  );
  const queries = Array.from({ length: QUESTIONS }, () => nextQuery(scene, QUERY_TYPES)).flatMap(
    (tried): Probe[] => {
      if (!("viewer" in tried.data)) return [];
      const { viewer } = tried.data;
      // The same by anybody else: whoever may not ask learns nothing either.
      const other = random.pick(everybody) ?? viewer;
      const byOther = { ...tried, data: { ...tried.data, viewer: other } } as Query;
      return [
        { viewer, tried },
        { viewer: other, tried: byOther },
      ];
    },
  );
  return [...commands.slice(0, PROBES), ...queries];
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
  { before, after }: Pick<Step, "before" | "after">,
  viewer: Viewer,
  policy: Policy,
  without: readonly Disclosure[],
): View | null {
  const one = view(before, viewer, policy, { without });
  const other = view(after, viewer, policy, { without });
  return canonicalText(one) === canonicalText(other) ? one : null;
}

/** Whoever leaves, and places freed, where a step has changed something: what others could hear of. */
function departuresAfter(step: Step, policy: Policy): Input[] {
  const random = choicesAt(step, 7);
  const { spaces, organizations } = factsOf(step.after, policy);
  const touched = new Set(
    eventsOf(step).map(({ data }) => (data as { readonly space?: string }).space),
  );
  const space = random.pick(spaces.filter((each) => touched.has(each.space) && !each.dissolved));
  const [organization, person] = random.pick(space?.roster ?? []) ?? [];
  const home = organizations.find((each) => each.organization === organization);
  const employee = home?.people.find((each) => each.person === person);
  if (space === undefined || home === undefined || employee === undefined) return [];
  const { number } = employee;
  const own = { organization: home.organization, person: employee.person };
  const admin = random.pick(home.admins.filter(({ role }) => role === "main"));
  const out = { space: space.space, organization: home.organization, people: [own.person] };
  return stamped([
    { ...fact("person.resigned", { ...own, number }), id: "leaves" as InputId, at: step.input.at },
    ...(admin === undefined
      ? []
      : [
          {
            ...command("scope.take-out", [home.organization, admin.person], out),
            id: "freed" as InputId,
            at: step.input.at,
          },
        ]),
  ]);
}

/** What somebody may see of each of two Worlds, the same of both. */
type Alike = (one: World, other: World, viewer: Viewer) => boolean;

/**
 * If two Worlds look alike to somebody, and still do after an input has been accepted in both, then the
 * notices about it tell them the same, and so does its outcome if they sent it.
 */
function expectToldAlike(
  { before, after }: Step,
  input: Input,
  policy: Policy,
  system: System,
  { isAlike, disclosing }: { readonly isAlike: Alike; readonly disclosing: Disclosing },
): void {
  const then = system.apply(before, input, policy);
  const now = system.apply(after, input, policy);
  if (then.outcome.kind === "refused" || now.outcome.kind === "refused") return;
  const expectAlike = (viewer: Viewer, one: unknown, other: unknown, what: string): void => {
    if (canonicalText(one) === canonicalText(other)) return;
    if (!isAlike(before, after, viewer) || !isAlike(then.world, now.world, viewer)) return;
    expectSame(other, one, `what ${what} of ${inputText(input)} tells ${JSON.stringify(viewer)}`);
  };
  if (canonicalText(then.outcome.notices) !== canonicalText(now.outcome.notices)) {
    const one = heard(then.world, then.outcome.notices, policy);
    const other = heard(now.world, now.outcome.notices, policy);
    for (const [key, { viewer }] of [...one, ...other]) {
      expectAlike(viewer, one.get(key)?.told, other.get(key)?.told, "a notice");
    }
  }
  // As admins are afterwards: whoever is one no more reads none of it.
  const viewer = senderOf(then.world, input, policy);
  if (viewer === null) return;
  const sender = "by" in input ? input.by : input.from;
  const one = unordered(disclosing(then.outcome, sender));
  expectAlike(viewer, one, unordered(disclosing(now.outcome, sender)), "the outcome");
}

/**
 * Where an organization keeps a field of somebody to itself, no attempt tells what it is; nor, now and then,
 * all that one of those who try may see (VIS-09).
 */
function expectFieldsKept(
  step: Step,
  probes: readonly Probe[],
  policy: Policy,
  system: System,
): void {
  const other = differingInAField(step, policy, system);
  if (other === null) return;
  const kept = probes.filter(({ viewer }) => other.isKeptFrom(viewer));
  for (const { tried } of kept) {
    const one = verdictOn(step.after, tried, policy, system);
    const what = isCommand(tried) ? inputText(tried) : JSON.stringify(tried);
    expectSame(verdictOn(other.world, tried, policy, system), one, `what ${what} tells of a field`);
  }
  const random = choicesAt(step, 9);
  const viewer = random.chance(15) ? random.pick(kept)?.viewer : undefined;
  if (viewer === undefined) return;
  const [one, two] = [step.after, other.world].map((world) => view(world, viewer, policy));
  expectSame(two, one, `what ${JSON.stringify(viewer)} may see of a field`);
}

/** What an isolation law looks at. */
export interface IsolationOptions {
  /** Disclosures to leave out of what somebody may see; the law then fails. */
  readonly without?: readonly Disclosure[];
  /** How an outcome is shown to its sender; default `disclose` of `interorg/host`. */
  readonly disclosing?: Disclosing;
}

/**
 * If a step changes nothing that somebody may see, no command of theirs is answered differently, and
 * no question; and no notice and no outcome tells them of it afterwards. Of Worlds that differ in a field that an
 * organization keeps to itself others learn the same.
 */
export function isolates({ without = [], disclosing = disclose }: IsolationOptions = {}): Law {
  return {
    name: "isolation",
    begin: (policy, system) => (step) => {
      if (eventsOf(step).length === 0) return;
      const { before, after } = step;
      const probes = probesOf(step, policy);
      for (const { viewer, tried } of probes) {
        const then = verdictOn(before, tried, policy, system);
        const now = verdictOn(after, tried, policy, system);
        if (canonicalText(then) === canonicalText(now)) continue;
        const seen = seenOfBoth(step, viewer, policy, without);
        if (seen === null || toldByAsking(step, tried, seen, [then.code, now.code])) continue;
        const what = isCommand(tried) ? inputText(tried) : JSON.stringify(tried);
        expectSame(now, then, `what ${what} tells`);
      }
      expectFieldsKept(step, probes, policy, system);
      const isAlike: Alike = (one, other, viewer) =>
        seenOfBoth({ before: one, after: other }, viewer, policy, without) !== null;
      const [first] = probes.flatMap(({ tried }) => (isCommand(tried) ? [tried] : []));
      for (const input of [
        ...(first === undefined ? [] : [first]),
        ...departuresAfter(step, policy),
      ]) {
        expectToldAlike(step, input, policy, system, { isAlike, disclosing });
      }
    },
  };
}
