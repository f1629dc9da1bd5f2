/** Scripts: a policy, and inputs each of which was aimed at the world that the ones before it made. */
import type { Policy } from "../../core/policy.ts";
import type { Input, InputType } from "../../engine/types.ts";
import { apply, emptyWorld, type World } from "../../engine/world.ts";
import { factsOf } from "../facts.ts";
import type { InputDraft } from "../inputs.ts";
import { applyAll } from "../tell.ts";
import { CHAIN_OPENING, fullChain, growing, manyOf, TREE_OPENING } from "./hierarchies.ts";
import { type Flavor, namesOf } from "./names.ts";
import { anInputOf, inputOf, nextInput, nextOf } from "./next-input.ts";
import { OPENING, OPENING_TRIES } from "./opening.ts";
import { policyOf } from "./policies.ts";
import { type Random, randomOf } from "./random.ts";
import type { Scene, ScriptSubject } from "./scene.ts";
import { sourced } from "./sources.ts";

/** What a law is tried on. */
export interface Script {
  readonly policy: Policy;
  readonly inputs: readonly Input[];
  /** How many of the first inputs set the scene: they are left in when a script shrinks. */
  readonly setting?: number;
}

/** What scripts are to be made of. */
export interface ScriptParts {
  /** The policy of every script. Otherwise each has one with limits of 2 and 3. */
  readonly policy?: Policy;
  /** What every script begins with, `worldInputs(…)` for instance. */
  readonly setting?: readonly Input[];
  /**
   * The only types there are after the setting, for systems that know no others. Such inputs come in
   * time, once each, from those who may give them; what they ask for may be refused all the same.
   */
  readonly types?: readonly InputType[];
  /** What every script is mostly about. Otherwise every fifth of the plain ones is about hierarchies. */
  readonly about?: ScriptSubject;
}

function flavorOf(seed: number): Flavor {
  const rest = seed % 100;
  if (rest === 7) return "deep";
  return rest === 42 ? "crowded" : "plain";
}

/** Whether a script is to fill Spaces; of the others nothing changes. */
const isCrowding = (seed: number): boolean => seed % 4 === 2;

/** What a script is mostly about, where nothing is said. */
const subjectOf = (seed: number, flavor: Flavor): Pick<Scene, "subject"> =>
  flavor === "plain" && seed % 5 === 3 ? { subject: "hierarchies" } : {};

/** A policy for scripts with many people in them. */
function roomy(policy: Policy, flavor: Flavor): Policy {
  return flavor === "crowded" ? { ...policy, personCap: policy.personCap * 25 } : policy;
}

/** A policy under which a Host that gains or loses its certification has room or lacks it. */
function uneven(policy: Policy, random: Random): Policy {
  if (random.chance(30)) return policy;
  const personCap = 1 + random.below(policy.personCap + 1);
  return { ...policy, uncertifiedHost: { spaceQuota: policy.certifiedSpaceQuota, personCap } };
}

/** The World after an input; `null` if it throws, which walking the script will report. */
function worldAfter(world: World, input: Input, policy: Policy): World | null {
  try {
    return apply(world, input as never, policy).world;
  } catch {
    return null;
  }
}

/** How scripts begin: by types of input, or by what a scene lacks. */
type Opening = readonly InputType[] | ((scene: Scene) => InputDraft | null);

/** How scripts about hierarchies do; now and then with as long a chain as may be. */
function treeOpening(seed: number): Opening {
  if (seed % 9 === 0) return fullChain;
  return seed % 3 === 0 ? CHAIN_OPENING : TREE_OPENING;
}

/** The next input of a script's opening: one that has an effect, if one is found. */
function openingInput(scene: Scene, world: World, opening: Opening): Input | null {
  if (typeof opening === "function") {
    const made = opening(scene);
    return made === null ? null : inputOf(scene, made);
  }
  const type = opening[scene.past.length];
  for (let tries = 0; type !== undefined && tries < OPENING_TRIES; tries += 1) {
    const input = anInputOf(scene, type);
    if (input !== null && worldAfter(world, input, scene.policy) !== world) return input;
  }
  return null;
}

/**
 * Makes a script that follows from its seed and its choices alone. Each choice makes one input, aimed
 * at the world as it is then; leaving choices out gives a shorter script of the same kind.
 */
export function scriptOf(
  seed: number,
  choices: readonly number[],
  parts: ScriptParts = {},
): Script {
  const base = randomOf(seed);
  const { setting = [], about } = parts;
  const flavor = about === undefined ? flavorOf(seed) : "plain";
  const ordinary = namesOf(base, flavor);
  const crowds = isCrowding(seed) && flavor === "plain";
  const usual = roomy(policyOf(base), flavor);
  const settled = crowds ? uneven(usual, base) : usual;
  const types = parts.types === undefined ? null : new Set(parts.types);
  const free = types === null && setting.length === 0 ? subjectOf(seed, flavor) : {};
  const subject = about === undefined ? free : { subject: about };
  const isTree = subject.subject === "hierarchies";
  const { policy = isTree ? growing(settled, base) : settled } = parts;
  const drawn = isTree ? manyOf(ordinary) : about === "directories" ? sourced(ordinary) : ordinary;
  // A service that is not told full lists has one source, and need not know of others.
  const names =
    types === null || types.has("directory.reconciled") ? drawn : { ...drawn, sources: [] };
  const furnished = base.chance(65) && types === null && setting.length === 0;
  const opening = isTree ? treeOpening(seed) : OPENING;
  const inputs: Input[] = [...setting];
  let world: World = applyAll(emptyWorld, setting, policy);
  let facts = factsOf(world, policy);
  let at = 1000;
  for (const choice of choices) {
    const random = randomOf(choice);
    at += random.below(8);
    // Where something lasts some days, one of them passes now and then.
    if ((lastsDays(policy) || about === "directories") && random.chance(4)) at += 86_400_000;
    const scene: Scene = { facts, policy, names, random, at, past: inputs, crowds, ...subject };
    const input =
      (furnished ? openingInput(scene, world, opening) : null) ??
      (types === null ? nextInput(scene) : nextOf(scene, types));
    if (input === null) continue;
    inputs.push(input);
    const after = worldAfter(world, input, policy);
    if (after === null) break;
    if (after !== world) facts = factsOf(after, policy);
    world = after;
  }
  return { policy, inputs, ...(setting.length > 0 ? { setting: setting.length } : {}) };
}

/** Whether something begins under a policy that is over some days later, and matters then. */
function lastsDays({
  applicationLifetimeDays,
  reapplyPauseDays,
  exitNoticeDays,
  rejoinRetentionDays,
  licenseGraceDays,
  ...policy
}: Policy): boolean {
  const mayLeave = policy.memberExit !== "host-only" || policy.branchExit !== "trunk-only";
  const joiningLasts = applicationLifetimeDays !== null || reapplyPauseDays > 0;
  const isGraceShort = licenseGraceDays > 0 && licenseGraceDays < 3;
  const isKept = rejoinRetentionDays > 0;
  return joiningLasts || isGraceShort || isKept || (exitNoticeDays > 0 && mayLeave);
}

/** The choices of a whole script of so many inputs. */
export function choicesOf(seed: number, length: number): number[] {
  const random = randomOf(seed ^ 0x5bd1e995);
  return Array.from({ length }, () => random.below(0x100000000));
}
