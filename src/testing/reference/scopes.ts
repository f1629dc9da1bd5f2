/** Scopes: what they may name, the rules they come to, and the commands that change them. */
import type { DepartmentId, OrganizationId, PersonId } from "../../core/ids.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import type { RosterCommands } from "../../roster/model.ts";
import type { Scope, ScopeRule } from "../../spaces/model.ts";
import { actsFor, lacksMainRole, unknownRoots } from "./authority.ts";
import { hasDepartment } from "./departments.ts";
import { findMember, findSpace } from "./lists.ts";
import { pass } from "./passing.ts";
import { latest } from "./people.ts";
import { whichApply } from "./rank.ts";
import type { Association, Handler, Handlers, InputOf, Rule, State, World } from "./state.ts";

type Parts = Pick<Scope, "departments" | "people">;

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

function partCodes(
  state: State,
  organization: OrganizationId,
  departments: readonly DepartmentId[],
  people: readonly PersonId[],
): RefusalCode[] {
  return whichApply([
    ["UNKNOWN_PERSON", people.some((id) => latest(state, organization, id)?.inService !== true)],
    ["UNKNOWN_DEPARTMENT", departments.some((id) => !hasDepartment(state, organization, id))],
  ]);
}

/** The codes of a scope that an organization sets for itself (JOIN-04). */
export function scopeCodes(
  state: State,
  organization: OrganizationId,
  scope: Scope,
): RefusalCode[] {
  // What another organization's scope names cannot be looked up in this one's directory.
  if (scope.organization !== undefined && scope.organization !== organization) {
    return ["SCOPE_OUTSIDE_OWN_ORGANIZATION"];
  }
  return partCodes(
    state,
    organization,
    [...(scope.departments ?? []), ...(scope.exclude?.departments ?? [])],
    [...(scope.people ?? []), ...(scope.exclude?.people ?? [])],
  );
}

type ScopeCommand = InputOf<keyof RosterCommands>;

function rootCodes(world: World, { by, data }: ScopeCommand): RefusalCode[] {
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

function findAssociation(state: State, { data }: ScopeCommand): Association | undefined {
  return state.associations.find(
    (each) => each.space === data.space && each.organization === data.organization,
  );
}

function change(rule: ScopeRule): Handler<InputOf<"scope.take-out" | "scope.put-in">> {
  return {
    codes: (world, command) => {
      const { organization, departments = [], people = [] } = command.data;
      return [
        ...rootCodes(world, command),
        ...partCodes(world.state, organization, departments, people),
      ];
    },
    effect: (world, command) => {
      const association = findAssociation(world.state, command);
      if (association === undefined) return;
      const { departments = [], people = [] } = command.data;
      const given = { department: departments, person: people } as const;
      for (const kind of ["department", "person"] as const) {
        for (const [index, id] of given[kind].entries()) {
          const known = association.rules.find((each) => each.kind === kind && each.id === id);
          if (known?.rule === rule) pass(world, { kind, id, index, reason: "already-so" });
        }
      }
      association.rules = withRules(association.rules, command.data, rule);
    },
  };
}

/** The commands about scopes. */
export const scopeCommands: Handlers<keyof RosterCommands> = {
  "scope.set": {
    codes: (world, command) => [
      ...rootCodes(world, command),
      ...scopeCodes(world.state, command.data.organization, command.data.scope),
    ],
    effect: ({ state }, command) => {
      const association = findAssociation(state, command);
      if (association === undefined) return;
      association.whole = command.data.scope.whole ?? false;
      association.rules = rulesOf(command.data.scope);
    },
  },
  "scope.take-out": change("out"),
  "scope.put-in": change("in"),
};
