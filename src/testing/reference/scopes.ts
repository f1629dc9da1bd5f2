/** Scopes: what they may name, the rules they come to, and the commands that change them. */
import type { DepartmentId, OrganizationId, SpaceId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import type { RosterCommands } from "../../roster/model.ts";
import type { Scope, ScopeRule } from "../../spaces/model.ts";
import { actsFor, lacksMainRole, unknownRoots } from "./authority.ts";
import { saysSame } from "./canonical.ts";
import { hasDepartment } from "./departments.ts";
import { isInert } from "./inert.ts";
import { forgetSelections } from "./kept.ts";
import { findMember, findSpace } from "./lists.ts";
import { pass } from "./passing.ts";
import { latest } from "./people.ts";
import { whichApply } from "./rank.ts";
import type {
  Association,
  Handler,
  Handlers,
  InputOf,
  Rule,
  Scoping,
  State,
  World,
} from "./state.ts";

type Parts = Pick<Scope, "departments" | "people">;
type Named = (id: DepartmentId) => boolean;

/** Rules with those of some departments and people set: the latest set replaces the other. */
function withRules(rules: readonly Rule[], parts: Parts, rule: ScopeRule): Rule[] {
  const set: Rule[] = [
    ...[...new Set(parts.departments)].map((id) => ({ kind: "department", id, rule }) as const),
    ...[...new Set(parts.people)].map((id) => ({ kind: "person", id, rule }) as const),
  ];
  const isSet = ({ kind, id }: Rule) => set.some((each) => each.kind === kind && each.id === id);
  return [...rules.filter((each) => !isSet(each)), ...set];
}

/** The rules a scope comes to: its exclusions beat its selections of the same thing. */
export function rulesOf(scope: Scope): Rule[] {
  return withRules(withRules([], scope, "in"), scope.exclude ?? {}, "out");
}

/** Whether a scope excludes a department, be it gone (ROSTER-16). */
export function excludes(association: Scoping | undefined, id: DepartmentId): boolean {
  const rules = association?.rules ?? [];
  return rules.some((each) => each.kind === "department" && each.id === id && each.rule === "out");
}

/** What of a scope's rules is in force: those for removed departments are not (DIR-11). */
export function rulesInForce(
  state: State,
  { organization, rules }: Pick<Scoping, "organization" | "rules">,
): Rule[] {
  return rules.filter(
    (each) => each.kind !== "department" || hasDepartment(state, organization, each.id),
  );
}

/** Which departments that do not exist a scope may still name: its own inert ones. */
export function ownNames(
  world: World,
  scoping: Scoping | undefined,
  at: number,
  rule?: ScopeRule,
): Named {
  return (id) =>
    excludes(scoping, id) ||
    (scoping !== undefined &&
      isInert(world, scoping.organization, id, at) &&
      scoping.rules.some(
        (each) =>
          each.kind === "department" &&
          each.id === id &&
          (rule === undefined || each.rule === rule),
      ));
}

/** A part of a scope may name what exists, and what the scope names although it is gone. */
export function partCodes(
  state: State,
  organization: OrganizationId,
  { departments = [], people = [] }: Parts,
  isNamed: Named = () => false,
): RefusalCode[] {
  const isKnown = (id: DepartmentId) => hasDepartment(state, organization, id) || isNamed(id);
  return whichApply([
    ["UNKNOWN_PERSON", people.some((id) => latest(state, organization, id)?.inService !== true)],
    ["UNKNOWN_DEPARTMENT", !departments.every(isKnown)],
  ]);
}

/** The codes of a scope that an organization sets for itself (JOIN-04). */
export function scopeCodes(
  state: State,
  organization: OrganizationId,
  scope: Scope,
  isExcluded?: Named,
): RefusalCode[] {
  // What another organization's scope names cannot be looked up in this one's directory.
  if (scope.organization !== undefined && scope.organization !== organization) {
    return ["SCOPE_OUTSIDE_OWN_ORGANIZATION"];
  }
  return [
    ...partCodes(state, organization, scope),
    ...partCodes(state, organization, scope.exclude ?? {}, isExcluded),
  ];
}

type ScopeCommand = InputOf<keyof RosterCommands>;

/** Codes of what an organization says of its own part in a Space: its Host learns that it is not its own to say. */
export function ownPartOf(
  world: World,
  by: Actor,
  data: { readonly space: SpaceId; readonly organization: OrganizationId },
): RefusalCode[] {
  const { state } = world;
  const codes = unknownRoots(world, by, { space: data.space });
  const space = findSpace(state, data.space);
  if (space === undefined || codes.length > 0) return codes;
  const member = findMember(state, space, data.organization);
  const isHost = data.organization === space.host;
  const own = actsFor(state, by, data.organization);
  const manages = actsFor(state, by, space.host) && !isHost && member !== undefined;
  return whichApply([
    ["NOT_AUTHORIZED_ADMIN", !own && !manages],
    ["MAIN_ADMIN_REQUIRED", own && !isHost && lacksMainRole(world, by)],
    ["MEMBER_ROSTER_NOT_MANAGEABLE", manages],
    ["NOT_A_MEMBER", !isHost && member === undefined],
  ]);
}

const rootCodes = (world: World, { by, data }: ScopeCommand) => ownPartOf(world, by, data);

function findAssociation(state: State, { data }: ScopeCommand): Association | undefined {
  return state.associations.find(
    (each) => each.space === data.space && each.organization === data.organization,
  );
}

/** Of what a part names, the removed departments left out: they have no rules. */
function existing<Part extends Parts>(
  state: State,
  organization: OrganizationId,
  part: Part,
): Part {
  const departments = (part.departments ?? []).filter((id) =>
    hasDepartment(state, organization, id),
  );
  return { ...part, departments };
}

/** Puts departments and people into a scope, or takes them out. */
export function changeScope(world: World, scoping: Scoping, parts: Parts, rule: ScopeRule): void {
  const { state } = world;
  const { organization } = scoping;
  const { departments = [], people = [] } = parts;
  const given = { department: departments, person: people } as const;
  for (const kind of ["department", "person"] as const) {
    for (const [index, id] of given[kind].entries()) {
      const known = scoping.rules.find((each) => each.kind === kind && each.id === id);
      if (known?.rule === rule) pass(world, { kind, id, index, reason: "already-so" });
    }
  }
  const part = existing(state, organization, parts);
  // Of what is gone nothing is set, but what is said against it is followed: the entry goes.
  const isAgainst = (each: Rule) =>
    each.kind === "department" &&
    each.rule !== rule &&
    departments.includes(each.id) &&
    !hasDepartment(state, organization, each.id);
  const rules = scoping.rules.filter((each) => !isAgainst(each));
  scoping.rules = withRules(rules, part, rule);
}

/** Sets a scope as a whole; says whether it was not so already. */
export function setScope(scoping: Scoping, scope: Scope): boolean {
  const { whole, rules } = scoping;
  scoping.whole = scope.whole ?? false;
  scoping.rules = rulesOf(scope);
  return !saysSame([whole, rules], [scoping.whole, scoping.rules]);
}

function change(rule: ScopeRule): Handler<InputOf<"scope.take-out" | "scope.put-in">> {
  return {
    codes: (world, command) => [
      ...rootCodes(world, command),
      ...partCodes(
        world.state,
        command.data.organization,
        command.data,
        ownNames(world, findAssociation(world.state, command), command.at),
      ),
    ],
    effect: (world, command) => {
      const association = findAssociation(world.state, command);
      if (association !== undefined) changeScope(world, association, command.data, rule);
    },
  };
}

/** The commands about scopes. */
export const scopeCommands: Handlers<keyof RosterCommands> = {
  "scope.set": {
    codes: (world, command) => [
      ...rootCodes(world, command),
      ...scopeCodes(
        world.state,
        command.data.organization,
        command.data.scope,
        ownNames(world, findAssociation(world.state, command), command.at, "out"),
      ),
    ],
    effect: ({ state }, command) => {
      const association = findAssociation(state, command);
      if (association === undefined) return;
      const { organization, scope } = command.data;
      // What is so already was not set anew.
      if (setScope(association, scope)) forgetSelections(state, association.space, organization);
    },
  },
  "scope.take-out": change("out"),
  "scope.put-in": change("in"),
};
