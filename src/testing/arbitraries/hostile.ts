/** Inputs gone wrong: the wrong actor, somebody else's object, an id nobody knows. */
import type { Actor, Source } from "../../core/input.ts";
import type { Input } from "../../engine/types.ts";
import { doneByMembers } from "../../industry/doings.ts";
import type { ReferenceFacts } from "../reference/facts-model.ts";
import { HOSTILE_IDS } from "./names.ts";
import { live, type Scene } from "./scene.ts";

/** A place in an input's data where an id stands. */
interface Site {
  readonly holder: Record<string, unknown>;
  readonly name: string;
  readonly kind: string;
}

/** The kinds of id by the names of the fields that hold one. */
const kinds: ReadonlyMap<string, string> = new Map([
  ["organization", "organization"],
  ["organizations", "organization"],
  ["trunk", "organization"],
  ["replaces", "organization"],
  ["mount", "department"],
  ["person", "person"],
  ["people", "person"],
  ["successor", "person"],
  ["department", "department"],
  ["departments", "department"],
  ["parent", "parent"],
  ["space", "space"],
  ["application", "application"],
  ["invitation", "invitation"],
  ["folder", "folder"],
  ["list", "list"],
  ["app", "app"],
  ["with", "app"],
  ["flow", "flow"],
  ["group", "group"],
  ["instance", "instance"],
  ["row", "row"],
  ["role", "role"],
  ["roles", "role"],
  ["to", "person"],
  ["owner", "person"],
  ["guardians", "person"],
]);

function sitesIn(holder: Record<string, unknown>, inherited?: string): Site[] {
  return Object.entries(holder).flatMap(([name, value]): Site[] => {
    const kind = inherited ?? kinds.get(name);
    // Whoever started an instance is named by no id.
    const isId = kind !== undefined && value !== "initiator";
    if (typeof value === "string") return isId ? [{ holder, name, kind }] : [];
    if (value === null || typeof value !== "object") return [];
    const list = Array.isArray(value) ? kind : undefined;
    return sitesIn(value as Record<string, unknown>, list);
  });
}

/** Ids of a kind that are known, wherever they belong. */
function known({ facts, past }: Scene, kind: string): readonly string[] {
  switch (kind) {
    case "organization":
      return facts.organizations.map(({ organization }) => organization);
    case "person":
      return facts.organizations.flatMap(({ people }) => people.map(({ person }) => person));
    case "department":
      return facts.organizations.flatMap((each) =>
        each.departments.map(({ department }) => department),
      );
    case "space":
      return facts.spaces.map(({ space }) => space);
    case "application":
      return [...facts.applications, ...(facts.hierarchies?.applications ?? [])].map(
        ({ application }) => application,
      );
    case "invitation":
      return [...facts.invitations, ...(facts.hierarchies?.invitations ?? [])].map(
        ({ invitation }) => invitation,
      );
    case "folder":
      return facts.spaces.flatMap(({ folders }) => folders.map(({ folder }) => folder));
    case "list":
      return facts.organizations.flatMap(({ lists = [] }) => lists.map(({ list }) => list));
    default:
      return knownToApps(facts, kind) ?? past.map(({ id }) => id);
  }
}

function knownToApps(facts: ReferenceFacts, kind: string): readonly string[] | null {
  switch (kind) {
    case "app":
      return facts.apps.map(({ app }) => app);
    case "flow":
      return facts.flows.map(({ flow }) => flow);
    case "group":
      return facts.groups.map(({ group }) => group);
    case "instance":
      return facts.instances.map(({ instance }) => instance);
    case "row":
      return facts.apps.flatMap(({ rows }) => rows.map(({ row }) => row));
    default:
      return null;
  }
}

function another(scene: Scene, kind: string): string {
  const { random } = scene;
  const hostile = random.pick(HOSTILE_IDS) ?? "x";
  if (random.chance(25)) return hostile;
  if (random.chance(20)) return "nobody-knows";
  const parent = random.chance(50) ? "department" : "folder";
  return random.pick(known(scene, kind === "parent" ? parent : kind)) ?? hostile;
}

/** Puts another id in one place of an input's data; lists that must name each once stay sets. */
function withAnotherId(scene: Scene, input: Input): Input {
  if (input.type === "directory.reconciled" && input.data.part.kind === "people") return input;
  const data = JSON.parse(JSON.stringify(input.data)) as Record<string, unknown>;
  if (scene.random.chance(20) && withAnotherTask(scene, data)) return { ...input, data } as Input;
  const site = scene.random.pick(sitesIn(data));
  if (site === undefined) return input;
  if (input.type === "directory.reconciled" && site.name === "department") return input;
  // Who counts as whom, where ids meet across organizations, is for the rule's own tests.
  if (input.type === "person.renamed" && ["organization", "to"].includes(site.name)) return input;
  // An admin's role is one of two words, not an id.
  if (["main", "sub"].includes(String(site.holder[site.name]))) return input;
  site.holder[site.name] = another(scene, site.kind);
  return repeats(data) ? input : ({ ...input, data } as Input);
}

/** Puts another number in the place of a task's, if there is one. */
function withAnotherTask({ random }: Scene, data: Record<string, unknown>): boolean {
  const name = ["task", "to"].find(
    (each) => typeof data[each] === "number" && (each === "to" || random.chance(70)),
  );
  if (name !== undefined) data[name] = random.below(6);
  return name !== undefined;
}

/** Whether a list, somewhere in a value, has an entry twice. */
function repeats(value: unknown): boolean {
  if (value === null || typeof value !== "object") return false;
  const items = Object.values(value);
  const texts = Array.isArray(value) ? items.map((each) => JSON.stringify(each)) : [];
  return new Set(texts).size < texts.length || items.some(repeats);
}

/** Somebody who may have nothing to say here. */
function anotherActor(scene: Scene, by: Actor): Actor {
  const { random, names, facts } = scene;
  if (random.chance(12)) return { support: "staff" } as Actor;
  const homes = live(scene);
  const same = homes.find((each) => "person" in by && each.organization === by.organization);
  const home = random.chance(45) ? same : random.pick(homes);
  const strangers = random.chance(12);
  const organization = strangers
    ? (random.pick(facts.organizations)?.organization ?? random.pick(names.organizations))
    : home?.organization;
  const person = strangers
    ? random.pick(names.people)
    : random.chance(50)
      ? random.pick(home?.people ?? [])?.person
      : random.pick(home?.admins ?? [])?.person;
  return organization === undefined || person === undefined ? by : { organization, person };
}

/** The same person, now and then as somebody of an industry book, who may go by that id. */
function inAnotherWay({ random }: Scene, type: Input["type"], by: Actor): Actor {
  if (!("person" in by) || !doneByMembers(type) || !random.chance(15)) return by;
  return { ...by, as: "industry-member" };
}

function anotherSource(scene: Scene, from: Source): Source {
  const organization = scene.random.pick(scene.names.organizations);
  if ("organization" in from && scene.random.chance(50)) return { platform: true };
  return organization === undefined ? from : { organization };
}

/** An outcome that no command comes to, so that scripts shorter by some inputs are still what they were. */
const ELSEWHERE = { outcome: "0".repeat(64) };

/** An input with one thing in it that is likely wrong. */
export function spoiled(scene: Scene, input: Input): Input {
  if ("by" in input) {
    if (scene.random.chance(6)) return { ...input, expect: ELSEWHERE };
    if (scene.random.chance(50)) {
      return { ...input, by: inAnotherWay(scene, input.type, anotherActor(scene, input.by)) };
    }
    return withAnotherId(scene, input);
  }
  if (scene.random.chance(30)) return { ...input, from: anotherSource(scene, input.from) };
  return withAnotherId(scene, input);
}
