/** What commands say that they replace (PROTO-06): mostly what there is, in whatever order, now and then something else. */
import type { DirectoryReplaced } from "../../directory/model.ts";
import type { Command, Input, InputOf } from "../../engine/types.ts";
import type { HierarchyReplaced } from "../../hierarchy/model.ts";
import type { LicensesReplaced } from "../../licenses/model.ts";
import type { RosterReplaced } from "../../roster/model.ts";
import type { SpacesReplaced } from "../../spaces/model.ts";
import type { AssociationFacts, ReferenceFacts } from "../reference/facts-model.ts";
import type { LinkFacts } from "../reference/hierarchy-facts-model.ts";
import type { Scene } from "./scene.ts";

/** What commands replace, by their type. */
export interface Replaced
  extends DirectoryReplaced,
    SpacesReplaced,
    RosterReplaced,
    LicensesReplaced,
    HierarchyReplaced {}

type Type = keyof Replaced;

type Facts = {
  readonly [T in Type]: (facts: ReferenceFacts, command: InputOf<T>) => Replaced[T] | undefined;
};

const identities = (
  named: readonly (readonly [organization: string, person: string])[],
): Replaced["liaison.assign"]["people"] =>
  named.map(([organization, person]) => ({ organization, person })) as never;

/** What a function makes of what there is; nothing of what there is not. */
const some = <One, Other>(found: One | undefined, make: (one: One) => Other): Other | undefined =>
  found === undefined ? undefined : make(found);

function associationIn(
  { spaces }: ReferenceFacts,
  named: { readonly space: string; readonly organization: string },
): AssociationFacts | undefined {
  const space = spaces.find((each) => each.space === named.space);
  return space?.associations.find((each) => each.organization === named.organization);
}

function folderIn(
  { spaces }: ReferenceFacts,
  named: { readonly space: string; readonly folder: string },
) {
  const space = spaces.find((each) => each.space === named.space);
  return space?.folders.find((each) => each.folder === named.folder);
}

function linkIn(
  { hierarchies }: ReferenceFacts,
  named: { readonly trunk: string; readonly organization: string },
): LinkFacts | undefined {
  return hierarchies?.links.find(
    (each) => each.trunk === named.trunk && each.organization === named.organization,
  );
}

function scopeOf({ whole, rules }: Pick<AssociationFacts, "whole" | "rules">) {
  const named = (kind: "department" | "person", rule: "in" | "out") =>
    rules.flatMap(([own, id, how]) => (own === kind && how === rule ? [id] : [])) as never[];
  const part = (rule: "in" | "out") => ({
    departments: named("department", rule),
    people: named("person", rule),
  });
  return { scope: { whole, ...part("in"), exclude: part("out") } };
}

function limitIn(
  { hierarchies, pools }: ReferenceFacts,
  { unit, branch }: InputOf<"license.limit">["data"],
): { limit: number | null } {
  const name = JSON.stringify(unit);
  const own = pools
    .flatMap(({ units }) => units)
    .find((each) => JSON.stringify(each.unit) === name);
  if (unit.kind !== "hierarchy") return { limit: own?.limit ?? null };
  const seats = hierarchies?.seats.find(({ trunk }) => trunk === unit.organization);
  const cap = seats?.caps.find(([organization]) => organization === branch)?.[1];
  return { limit: (branch === undefined ? seats?.limit : cap) ?? null };
}

function automatedIn(
  { hierarchies, pools }: ReferenceFacts,
  { unit, organization }: InputOf<"license.automate">["data"],
): Replaced["license.automate"] {
  const isOwn = (each: { readonly organization: string }) => each.organization === organization;
  if (unit.kind === "hierarchy") {
    const seats = hierarchies?.seats.find(({ trunk }) => trunk === unit.organization);
    const { whole = false, alone = false, departments = [] } = seats?.automatic.find(isOwn) ?? {};
    return { departments, whole, alone };
  }
  const name = JSON.stringify(unit);
  const own = pools
    .flatMap(({ units }) => units)
    .find((each) => JSON.stringify(each.unit) === name);
  return { departments: own?.automatic.find(isOwn)?.departments ?? [] };
}

const ofSpaces: Pick<Facts, keyof SpacesReplaced | keyof RosterReplaced | keyof DirectoryReplaced> =
  {
    "successor.set": ({ organizations }, { data }) => {
      const own = organizations.find((each) => each.organization === data.organization);
      const person = own?.people.find((each) => each.person === data.person);
      return some(person, ({ successor }) => ({ successor }));
    },
    "space-quota.expand": ({ organizations }, { data }) => {
      const own = organizations.find((each) => each.organization === data.organization);
      return some(own, ({ expansion }) => ({ expansion }));
    },
    "person-cap.expand": ({ spaces }, { data }) =>
      some(
        spaces.find((each) => each.space === data.space),
        ({ cap }) => ({ cap }),
      ),
    "visibility.set": (facts, { data }) =>
      some(associationIn(facts, data), ({ visibility }) => ({ visibility })),
    "visibility.hide": (facts, { data }) =>
      some(associationIn(facts, data), ({ hiding = { hidden: false } }) => hiding),
    "counterparts.set": (facts, { by, data }) => {
      if (!("person" in by)) return undefined;
      const { space, organization = by.organization } = data;
      const isOwn = organization === by.organization;
      return some(
        associationIn(facts, { space, organization }),
        ({ ownCounterparts = [], hostCounterparts = [] }) => ({
          people: (isOwn ? ownCounterparts : hostCounterparts).map(([, person]) => person),
        }),
      );
    },
    "partner.set": (facts, { data }) =>
      "trunk" in data
        ? some(linkIn(facts, data), ({ labels }) => ({ labels }))
        : some(associationIn(facts, data), ({ types, level }) => ({ types, level })),
    "folder.rename": (facts, { data }) => some(folderIn(facts, data), ({ name }) => ({ name })),
    "folder.move": (facts, { data }) => some(folderIn(facts, data), ({ parent }) => ({ parent })),
    "member.place": (facts, { data }) =>
      some(associationIn(facts, data), ({ folder }) => ({ folder })),
    "scope.set": (facts, { data }) =>
      some("trunk" in data ? linkIn(facts, data) : associationIn(facts, data), scopeOf),
  };

const ofLinks: Pick<Facts, keyof LicensesReplaced | keyof HierarchyReplaced> = {
  "license.limit": (facts, { data }) => limitIn(facts, data),
  "license.reserve": ({ pools }, { by }) => {
    const host = "person" in by ? by.organization : null;
    return { reserved: pools.find((each) => each.host === host)?.reserved ?? 0 };
  },
  "license.automate": (facts, { data }) => automatedIn(facts, data),
  "link.mount": (facts, { data }) =>
    some(linkIn(facts, data), ({ alias, mount }) => ({ alias, mount })),
  "link.see": (facts, { data }) =>
    some(linkIn(facts, data), ({ hidden, hiddenExcept, ownOnly, ownOnlyExcept }) => ({
      ...{ hidden, hiddenExcept, ownOnly, ownOnlyExcept },
    })),
  "link.reach": (facts, { data }) => some(linkIn(facts, data), ({ reach }) => ({ reach })),
  "link.share": (facts, { data }) => some(linkIn(facts, data), ({ shared }) => ({ shared })),
  "link.release": (facts, { data }) => some(linkIn(facts, data), ({ released }) => ({ released })),
  "liaison.define": ({ hierarchies }, { data }) =>
    some(
      hierarchies?.liaisons.find((each) => each.trunk === data.trunk && each.role === data.role),
      ({ name, keptBy }) => ({ name, keptBy }),
    ),
  "liaison.assign": ({ hierarchies }, { data: { trunk, role, node } }) => {
    const known = hierarchies?.liaisons.find((each) => each.trunk === trunk && each.role === role);
    const office = known?.offices.find(
      (each) => each.organization === node.organization && each.department === node.department,
    );
    return { people: identities(office?.holders ?? []) };
  },
};

const now: Facts = { ...ofSpaces, ...ofLinks };

/** The same with each list of more than one thing turned round, where none is in order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned).reverse();
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, turned(each)]));
}

/** What an earlier command of the type set, whoever it was about, in the fields of a value. */
function setBefore({ random, past }: Scene, type: string, value: object): object | undefined {
  const earlier = random.pick(past.filter((each) => each.type === type));
  if (earlier === undefined) return undefined;
  const data = earlier.data as Record<string, unknown>;
  const found = Object.entries(value).map(([name, each]) => [
    name,
    Object.hasOwn(data, name) ? data[name] : each,
  ]);
  const said = Object.fromEntries(found) as Record<string, unknown>;
  const { scope } = said as { scope?: Record<string, unknown> };
  if (scope === undefined) return said;
  const { organization: _, ...own } = scope;
  return { ...said, scope: own };
}

/** A command with what it replaces, now and then; every other input as it is. */
export function expecting(scene: Scene, input: Input): Input {
  const { random, facts } = scene;
  if (!("by" in input) || !Object.hasOwn(now, input.type) || !random.chance(30)) return input;
  const find = now[input.type as Type] as (facts: ReferenceFacts, command: Command) => unknown;
  const value = find(facts, input) as object | undefined;
  if (value === undefined) return input;
  const inOrder = input.type === "liaison.assign";
  const other = random.chance(35) ? setBefore(scene, input.type, value) : undefined;
  const was = other ?? (random.chance(30) && !inOrder ? turned(value) : value);
  return { ...input, expect: { was } } as Input;
}
