/** Nobody learns of what they may not see: worlds that look alike to somebody answer them alike. */
import type { Policy } from "../../core/policy.ts";
import { ask } from "../../engine/ask.ts";
import type { Answer, Input } from "../../engine/types.ts";
import type { World } from "../../engine/world.ts";
import { disclose } from "../../host/disclose.ts";
import type { Query, Viewer } from "../../queries/model.ts";
import { canonicalText, expectSame } from "../compare.ts";
import { inputText } from "../inputs.ts";
import type { Disclosure } from "../view/disclosures.ts";
import { type View, view } from "../view/view.ts";
import { choicesAt, eventsOf, type Law, type Step, type System, stepLaw } from "./law.ts";
import { departuresAfter, isCommand, probesOf } from "./probes.ts";
import { type Disclosing, heard, senderOf, unordered } from "./telling.ts";
import { toldByAsking } from "./told.ts";
import { type Attempt, unseenAfter } from "./unseen.ts";
import { differingInAField } from "./withheld.ts";

/** How a question is answered. */
export type Answering = (world: World, query: Query, policy: Policy) => Answer;

/** What somebody learns by trying. */
interface Verdict {
  readonly code: string;
  readonly data?: unknown;
}

/** What commands and questions are put to. */
interface Tried {
  readonly policy: Policy;
  readonly system: System;
  readonly asking: Answering;
}

function verdictOn(
  world: World,
  tried: Attempt["tried"],
  { policy, system, asking }: Tried,
): Verdict {
  if (isCommand(tried)) {
    const { outcome } = system.apply(world, tried, policy);
    return outcome.kind === "refused" ? outcome.refusal : { code: "accepted" };
  }
  const answer = asking(world, tried, policy);
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
  {
    isAlike,
    disclosing,
    because,
  }: { readonly isAlike: Alike; readonly disclosing: Disclosing; readonly because: string },
): void {
  const then = system.apply(before, input, policy);
  const now = system.apply(after, input, policy);
  if (then.outcome.kind === "refused" || now.outcome.kind === "refused") return;
  const expectAlike = (viewer: Viewer, one: unknown, other: unknown, what: string): void => {
    if (canonicalText(one) === canonicalText(other)) return;
    if (!isAlike(before, after, viewer) || !isAlike(then.world, now.world, viewer)) return;
    expectSame(
      other,
      one,
      `what ${what} of ${inputText(input)} tells ${JSON.stringify(viewer)}${because}`,
    );
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
function expectFieldsKept(step: Step, probes: readonly Attempt[], to: Tried): void {
  const { policy, system } = to;
  const other = differingInAField(step, policy, system);
  if (other === null) return;
  const kept = probes.filter(({ viewer }) => other.isKeptFrom(viewer));
  for (const { tried } of kept) {
    const one = verdictOn(step.after, tried, to);
    const what = isCommand(tried) ? inputText(tried) : JSON.stringify(tried);
    expectSame(verdictOn(other.world, tried, to), one, `what ${what} tells of a field`);
  }
  const random = choicesAt(step, 9);
  const viewer = random.chance(15) ? random.pick(kept)?.viewer : undefined;
  if (viewer === undefined) return;
  const [one, two] = [step.after, other.world].map((world) => view(world, viewer, policy));
  expectSame(two, one, `what ${JSON.stringify(viewer)} may see of a field`);
}

/** What is tried in two Worlds, and done in both. */
interface Looking {
  readonly attempts: readonly Attempt[];
  readonly then: readonly Input[];
  /** What the Worlds differ in, to be said. */
  readonly because?: string;
}

/** What an isolation law looks at. */
export interface IsolationOptions {
  /** Disclosures to leave out of what somebody may see; the law then fails. */
  readonly without?: readonly Disclosure[];
  /** How an outcome is shown to its sender; default `disclose` of `interorg/host`. */
  readonly disclosing?: Disclosing;
  /** How questions are answered; default `ask`. */
  readonly asking?: Answering;
}

/** Looks at two Worlds: at what attempts in them tell, and at what is told of inputs that both accept. */
function expectAlikeToAll(
  pair: Step,
  { attempts, then, because = "" }: Looking,
  to: Tried,
  { without = [], disclosing = disclose }: IsolationOptions,
): void {
  const { policy, system } = to;
  const known = new Map<string, View | null>();
  const seenBy = (viewer: Viewer): View | null => {
    const key = canonicalText(viewer);
    const found = known.get(key);
    if (found !== undefined) return found;
    const seen = seenOfBoth(pair, viewer, policy, without);
    known.set(key, seen);
    return seen;
  };
  const isAlike: Alike = (one, other, viewer) =>
    one === pair.before && other === pair.after
      ? seenBy(viewer) !== null
      : seenOfBoth({ before: one, after: other }, viewer, policy, without) !== null;
  for (const { viewer, tried } of attempts) {
    const one = verdictOn(pair.before, tried, to);
    const other = verdictOn(pair.after, tried, to);
    if (canonicalText(one) === canonicalText(other)) continue;
    const seen = seenBy(viewer);
    if (seen === null || toldByAsking(pair, tried, seen, [one.code, other.code])) continue;
    const what = isCommand(tried) ? inputText(tried) : JSON.stringify(tried);
    expectSame(other, one, `what ${what} tells${because}`);
  }
  for (const input of then) {
    expectToldAlike(pair, input, policy, system, { isAlike, disclosing, because });
  }
}

/**
 * If a step changes nothing that somebody may see, no command of theirs is answered differently, and
 * no question; and no notice and no outcome tells them of it afterwards. Of Worlds that differ in a field that an
 * organization keeps to itself others learn the same.
 */
export function isolates(options: IsolationOptions = {}): Law {
  return stepLaw("isolation", (step, policy, system) => {
    if (eventsOf(step).length === 0) return;
    const to: Tried = { policy, system, asking: options.asking ?? ask };
    const attempts = probesOf(step, policy);
    const [first] = attempts.flatMap(({ tried }) => (isCommand(tried) ? [tried] : []));
    const own = first === undefined ? [] : [first];
    const then = [...own, ...departuresAfter(step, policy)];
    expectAlikeToAll(step, { attempts, then }, to, options);
    expectFieldsKept(step, attempts, to);
  });
}

/** How often something is made to happen after a step, in percent. */
const OFTEN = 40;

/**
 * The same of Worlds that differ in what happens above, below or beside Links: in the people of other Branches, their
 * Links, offices and apps, in lists of sight and mounts.
 */
export function isolatesBelow(options: IsolationOptions = {}): Law {
  return {
    name: "isolation below",
    begin: (policy, system) => {
      const past: Input[] = [];
      const to: Tried = { policy, system, asking: options.asking ?? ask };
      return (step) => {
        past.push(step.input);
        if (!choicesAt(step, 18).chance(OFTEN)) return;
        const unseen = unseenAfter(step, past, policy, system);
        if (unseen === null) return;
        const pair = { ...step, before: step.after, after: unseen.world };
        expectAlikeToAll(pair, unseen, to, options);
      };
    },
  };
}
