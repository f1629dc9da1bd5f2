/**
 * Worlds that differ in what lies below, above or beside a Link: something happens in a hierarchy, and those who
 * may know nothing of it try just what it was about.
 */
import type { Policy } from "../../core/policy.ts";
import type { Command, Input, InputType } from "../../engine/types.ts";
import type { World } from "../../engine/world.ts";
import type { Query, Viewer } from "../../queries/model.ts";
import { manyOf } from "../arbitraries/hierarchies.ts";
import { namesOf } from "../arbitraries/names.ts";
import { anInputOf } from "../arbitraries/next-input.ts";
import { nextQuery, TRUNK_QUERY_TYPES } from "../arbitraries/queries.ts";
import type { Random } from "../arbitraries/random.ts";
import { organizationNamed, type Scene } from "../arbitraries/scene.ts";
import { hierarchyAdminOf, linksIn } from "../arbitraries/trunk-commands.ts";
import { factsOf } from "../facts.ts";
import { inputText } from "../inputs.ts";
import { choicesAt, type Step, type System } from "./law.ts";
import { afterAll } from "./undoing.ts";

/** What is said of a Link by one of its sides. */
const OF_LINKS: readonly InputType[] = [
  ...(["link.mount", "link.see", "link.reach", "link.share", "link.release"] as const),
  ...(["link.cancel", "link.leave", "partner.set"] as const),
  ...(["scope.set", "scope.take-out", "scope.put-in", "fields.share"] as const),
];

/** What is done in the book of a Trunk, and through it. */
const IN_BOOKS: readonly InputType[] = [
  ...(["invitation.issue", "application.submit", "application.approve"] as const),
  ...(["app.create", "app.publish", "app.withdraw", "app.authorize", "app.permit"] as const),
  ...(["app.offer", "app.install", "liaison.define", "liaison.assign", "liaison.assign"] as const),
  ...(["license.grant", "license.revoke", "license.automate", "license.limit"] as const),
  ...(["group.start", "group.add", "form.submit", "flow.start", "task.approve"] as const),
];

/** What happens out of sight: between others, in what is only theirs. */
const HIDDEN: readonly InputType[] = [
  ...OF_LINKS,
  ...(["link.cancel", "link.see", "application.approve", "liaison.assign"] as const),
  ...IN_BOOKS,
  ...(["person.hired", "person.resigned", "person.relocated"] as const),
  ...(["department.created", "department.removed", "industry.changed"] as const),
  ...(["hierarchy.capacity-changed", "admin.changed"] as const),
];

/** What somebody then does that others may hear of. */
const AFTERWARDS: readonly InputType[] = [
  ...(["person.resigned", "scope.take-out", "link.reach", "link.cancel", "link.leave"] as const),
  ...(["application.approve", "app.publish", "app.authorize", "app.offer"] as const),
  ...(["liaison.assign", "license.grant", "license.automate", "flow.start"] as const),
  ...(["task.approve", "department.removed", "link.see"] as const),
];

/** What commands and questions have in common, by the names of their fields. */
const NAMES: ReadonlySet<string> = new Set([
  ...["trunk", "organization", "branch", "person", "department", "app", "flow", "role"],
  ...["invitation", "application", "group", "instance", "task"],
]);

/** Whatever a value names, by field; of several the last. */
function namedIn(value: unknown, found = new Map<string, unknown>()): ReadonlyMap<string, unknown> {
  if (Array.isArray(value)) for (const each of value) namedIn(each, found);
  if (value === null || typeof value !== "object" || Array.isArray(value)) return found;
  for (const [name, field] of Object.entries(value)) {
    if (NAMES.has(name) && field !== null) found.set(name, field);
    else namedIn(field, found);
  }
  return found;
}

/** The same, but naming something else wherever it names something of that kind. */
function aimed<Value>(value: Value, at: ReadonlyMap<string, unknown>): Value {
  if (Array.isArray(value)) return value.map((each) => aimed(each, at)) as Value;
  if (value === null || typeof value !== "object") return value;
  const fields = Object.entries(value).map(([name, field]) => [
    name,
    // Who asks stays who they are.
    name === "viewer"
      ? field
      : typeof field === "string"
        ? (at.get(name) ?? field)
        : aimed(field, at),
  ]);
  return Object.fromEntries(fields);
}

/** Somebody above, below or beside those whom it is about, more often than not an admin. */
function anOnlooker(scene: Scene, named: ReadonlyMap<string, unknown>): Viewer | undefined {
  const { random } = scene;
  const about = [named.get("trunk"), named.get("organization")];
  const near = linksIn(scene).filter((each) =>
    [each.trunk, each.organization].some((id) => about.includes(id)),
  );
  const link = random.pick(near.length > 0 && random.chance(75) ? near : linksIn(scene));
  if (link === undefined) return undefined;
  const organization = random.chance(35) ? link.trunk : link.organization;
  const by = random.chance(60) ? hierarchyAdminOf(scene, organization) : undefined;
  if (by !== undefined && !("support" in by)) return { organization, person: by[1] } as Viewer;
  const person = random.pick(organizationNamed(scene, organization)?.people ?? [])?.person;
  return person === undefined ? undefined : { organization, person };
}

/** Somebody's attempt to learn something. */
export interface Attempt {
  readonly viewer: Viewer;
  readonly tried: Command | Query;
}

/** Questions, and commands of either kind, that try to find out what has happened. */
const QUESTIONS = 20;
const COMMANDS = 7;

/** The same question or command, by its own asker and by an onlooker. */
function byBoth(
  scene: Scene,
  tried: Command | Query,
  named: ReadonlyMap<string, unknown>,
): Attempt[] {
  const onlooker = anOnlooker(scene, named);
  if ("by" in tried) {
    if (!("person" in tried.by)) return [];
    const own = { viewer: tried.by as Viewer, tried };
    if (onlooker === undefined) return [own];
    return [own, { viewer: onlooker, tried: { ...tried, by: onlooker } as Command }];
  }
  if (!("viewer" in tried.data)) return [];
  const { viewer } = tried.data;
  const own = { viewer, tried };
  if (onlooker === undefined) return [own];
  const asked = { ...tried, data: { ...tried.data, viewer: onlooker } } as Query;
  return [own, { viewer: onlooker, tried: asked }];
}

function attemptsAt(scene: Scene, hidden: Input): Attempt[] {
  const { random } = scene;
  const sender = "by" in hidden ? hidden.by : hidden.from;
  const named = namedIn([sender, hidden.data]);
  const towards = <Tried extends Command | Query>(tried: Tried, percent = 80): Tried =>
    random.chance(percent) ? { ...tried, data: aimed(tried.data, named) } : tried;
  const some = <Tried>(count: number, make: () => Tried): Tried[] =>
    Array.from({ length: count }, make);
  const ofTypes = (types: readonly InputType[], percent: number): Command[] =>
    some(COMMANDS, () => anInputOf(scene, aType(random, types))).flatMap((each) =>
      each !== null && "by" in each ? [towards(each, percent)] : [],
    );
  const tried: readonly (Command | Query)[] = [
    ...some(QUESTIONS, () => towards(nextQuery(scene, TRUNK_QUERY_TYPES))),
    ...ofTypes(OF_LINKS, 100),
    ...ofTypes(IN_BOOKS, 75),
    // Whoever did it does it again, and others try.
    ...("by" in hidden ? [hidden] : []),
  ];
  return tried.flatMap((each) => byBoth(scene, each, named));
}

const aType = (random: Random, among: readonly InputType[]): InputType =>
  random.pick(among) ?? "link.see";

/** Two Worlds that differ in what has happened in one of them, and what may tell that. */
export interface Unseen {
  readonly world: World;
  /** What they differ in, to be said. */
  readonly because: string;
  readonly attempts: readonly Attempt[];
  /** What is done in both afterwards. */
  readonly then: readonly Input[];
}

/** Inputs done in both Worlds afterwards, aimed at either. */
const DONE = 4;

/** How often something is looked for that can happen. */
const TRIES = 5;

/** Something that happens in a hierarchy after a step, if there is one. */
export function unseenAfter(
  step: Step,
  past: readonly Input[],
  policy: Policy,
  system: System,
): Unseen | null {
  const random = choicesAt(step, 16);
  const facts = factsOf(step.after, policy);
  const names = manyOf(namesOf(random, "plain"));
  const at = afterAll(step);
  const scene: Scene = { facts, policy, names, random, at, past, subject: "hierarchies" };
  if (linksIn(scene).length === 0) return null;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const hidden = anInputOf(scene, aType(random, HIDDEN));
    if (hidden === null) continue;
    const { world, outcome } = system.apply(step.after, hidden, policy);
    if (outcome.kind === "refused" || outcome.events.length === 0) continue;
    const later = { ...scene, facts: factsOf(world, policy), past: [...past, hidden] };
    const scenes = [scene, later];
    const attempts = scenes.flatMap((each) => attemptsAt(each, hidden));
    const then = scenes.flatMap((each) =>
      Array.from({ length: DONE }, () => anInputOf(each, aType(random, AFTERWARDS)) ?? []).flat(),
    );
    return { world, attempts, then, because: ` of ${inputText(hidden)}` };
  }
  return null;
}
