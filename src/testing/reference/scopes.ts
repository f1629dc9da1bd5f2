/** Scopes: what they may name, the rules they come to, and the commands that change them. */
import type { DepartmentId, OrganizationId } from "../../core/ids.ts";
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
import type { Association, Handler, Handlers, InputOf, Rule, State, World } from "./state.ts";

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
export function excludes(association: Association | undefined, id: DepartmentId): boolean {
  const rules = association?.rules ?? [];
  return rules.some((each) => each.kind === "department" && each.id === id && each.rule === "out");
}

/** What of a scope's rules is in force: those for removed departments are not (DIR-11). */
export function rulesInForce(state: State, { organization, rules }: Association): Rule[] {
  return rules.filter(
    (each) => each.kind !== "department" || hasDepartment(state, organization, each.id),
  );
}

/** Which departments that do not exist a scope may still name: its own inert ones. */
function ownOf(world: World, command: ScopeCommand, rule?: ScopeRule): Named {
  const { organization } = command.data;
  const association = findAssociation(world.state, command);
  return (id) =>
    excludes(association, id) ||
    (isInert(world, organization, id, command.at) &&
      association?.rules.some(
        (each) =>
          each.kind === "department" &&
          each.id === id &&
          (rule === undefined || each.rule === rule),
      ) === true);
}

/** A part of a scope may name what exists, and what the scope names although it is gone. */
function partCodes(
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

function change(rule: ScopeRule): Handler<InputOf<"scope.take-out" | "scope.put-in">> {
  return {
    codes: (world, command) => [
      ...rootCodes(world, command),
      ...partCodes(world.state, command.data.organization, command.data, ownOf(world, command)),
    ],
    effect: (world, command) => {
      const { state } = world;
      const { organization, departments = [], people = [] } = command.data;
      const association = findAssociation(state, command);
      if (association === undefined) return;
      const given = { department: departments, person: people } as const;
      for (const kind of ["department", "person"] as const) {
        for (const [index, id] of given[kind].entries()) {
          const known = association.rules.find((each) => each.kind === kind && each.id === id);
          if (known?.rule === rule) pass(world, { kind, id, index, reason: "already-so" });
        }
      }
      const part = existing(state, organization, command.data);
      // Of what is gone nothing is set, but what is said against it is followed: the entry goes.
      const isAgainst = (each: Rule) =>
        each.kind === "department" &&
        each.rule !== rule &&
        departments.includes(each.id) &&
        !hasDepartment(state, organization, each.id);
      const rules = association.rules.filter((each) => !isAgainst(each));
      association.rules = withRules(rules, part, rule);
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
        ownOf(world, command, "out"),
      ),
    ],
    effect: ({ state }, command) => {
      const association = findAssociation(state, command);
      if (association === undefined) return;
      const { organization, scope } = command.data;
      const { whole, rules } = association;
      association.whole = scope.whole ?? false;
      association.rules = rulesOf(scope);
      // What is so already was not set anew.
      if (saysSame([whole, rules], [association.whole, association.rules])) return;
      forgetSelections(state, association.space, organization);
    },
  },
  "scope.take-out": change("out"),
  "scope.put-in": change("in"),
};
