/** Each organization's choice of its people: set, taken out of, put into. */
import { entryOf } from "../core/hashed.ts";
import type { DepartmentId, OrganizationId, PersonId } from "../core/ids.ts";
import type { OfType } from "../core/input.ts";
import { passOver } from "../core/passed-over.ts";
import type { Policy } from "../core/policy.ts";
import type { Refusal } from "../core/refusal.ts";
import { effect } from "../core/rule.ts";
import { must, read } from "../core/transaction.ts";
import { tellOf } from "../directory/select/settings.ts";
import type { Container, Scope, ScopeRule } from "../spaces/model.ts";
import { containerOf, isTrunk, partIn } from "../spaces/select/container.ts";
import { ownPartRefusal, takesPart } from "../spaces/select/own-side.ts";
import { appliedScope, scopeIsOwn, scopeNamesKnown } from "../spaces/select/scope.ts";
import { spaceOf } from "../spaces/select/spaces.ts";
import type { RosterCommand } from "./model.ts";
import { removalConfirmed } from "./removing.ts";
import { carryOut } from "./scope-change.ts";
import { difference, NO_RULES } from "./scope-difference.ts";
import { ruledDepartments, ruledPeople } from "./select/keys.ts";
import { type Place, peopleFit, planChange, type ScopeChange } from "./select/planning.ts";
import { type Deciding, type Reading, ruleOn } from "./select/scope.ts";
import { scopeNaming } from "./settings.ts";

/** Where an existing Space's Host or Member, or a Branch, changes its scope. */
function placeIn(tx: Reading, of: Container, organization: OrganizationId): Place {
  const part = partIn(tx, of, organization);
  if (isTrunk(of)) return { of, organization, part, room: null };
  const record = spaceOf(tx, of.space);
  const host = must(tx, "organization", record.host);
  return { of, organization, part, room: { record, host } };
}

function changeScope<Refused extends Refusal = never>(
  tx: Deciding,
  command: RosterCommand,
  policy: Policy,
  scope: Scope,
  /** Whether the scope may name a removed department for which it has this rule. */
  mayName: (rule: ScopeRule, excluded: boolean) => boolean,
  changeOf: (place: Place) => ScopeChange,
  outside: () => Refused | null = () => null,
) {
  const { by, data } = command;
  const { organization } = data;
  const of = containerOf(data);
  const refusal =
    ownPartRefusal(tx, by, of, organization, policy) ??
    scopeNamesKnown(tx, organization, scope, (department, excluded) => {
      const rule = ruleOn(tx, of, organization, department);
      return rule !== undefined && mayName(rule, excluded);
    }) ??
    takesPart(tx, of, organization) ??
    outside();
  if (refusal !== null) return refusal;
  const place = placeIn(tx, of, organization);
  const change = changeOf(place);
  const nothing = change.departments.length + change.people.length === 0;
  if (nothing && change.whole === place.part?.whole) return null;
  const plan = planChange(tx, policy, place, change);
  const own = !isTrunk(of) && spaceOf(tx, of.space).host === organization;
  const tooMany = peopleFit(plan, own);
  const unsaid = tooMany ?? removalConfirmed(place, plan, command, policy);
  if (unsaid !== null) return unsaid;
  dropInert(tx, place, change);
  carryOut(tx, policy, place, change, plan);
  return null;
}

/** DIR-11: what a scope says of removed departments goes when it is taken out or not named again. */
const dropInert = effect(
  "DIR-11",
  (tx: Deciding, { of, organization }: Place, { departments }: ScopeChange): void => {
    const gone = departments
      .filter(([id, rule]) => rule === null && isRemoved(tx, organization, id))
      .map(([department]) => ({ organization, department }));
    if (gone.length === 0) return;
    tellOf(tx, "dropped", scopeNaming(of, organization), gone);
  },
);

const isRemoved = (tx: Reading, organization: OrganizationId, department: DepartmentId): boolean =>
  read(tx, "department", organization, department)?.removed === true;

type CommandOf<Type extends RosterCommand["type"]> = OfType<RosterCommand, Type>;

/** Replaces the whole scope; only the difference takes effect (ROSTER-01, ROSTER-13). */
export function setScope(tx: Deciding, command: CommandOf<"scope.set">, policy: Policy) {
  const { scope, organization } = command.data;
  const change = (place: Place) => {
    const wish = appliedScope(tx, organization, scope);
    const departments = new Map<DepartmentId, ScopeRule>();
    const people = new Map<PersonId, ScopeRule>();
    for (const [kind, id, rule] of wish.rules) {
      if (kind === "department") departments.set(id as DepartmentId, rule);
      else people.set(id as PersonId, rule);
    }
    return { ...difference(tx, place, wish.whole, departments, people), set: true } as const;
  };
  // ROSTER-16: what it excludes and is removed may stay among the exclusions.
  const mayName = (rule: ScopeRule, excluded: boolean): boolean => excluded && rule === "out";
  return changeScope(tx, command, policy, scope, mayName, change, () =>
    scopeIsOwn(organization, scope),
  );
}

/** Takes departments and people out until they are put in again (EXIT-02). */
export function takeOut(tx: Deciding, command: CommandOf<"scope.take-out">, policy: Policy) {
  return changeNamed(tx, command, policy, "out");
}

/** Puts departments and people in. */
export function putIn(tx: Deciding, command: CommandOf<"scope.put-in">, policy: Policy) {
  return changeNamed(tx, command, policy, "in");
}

/** EXIT-02: sets a rule on exactly the departments and people named. */
function changeNamed(
  tx: Deciding,
  command: CommandOf<"scope.take-out" | "scope.put-in">,
  policy: Policy,
  rule: ScopeRule,
) {
  const { organization, departments = [], people = [] } = command.data;
  const any = (): boolean => true;
  return changeScope(tx, command, policy, { departments, people }, any, (place) => {
    const part = place.part ?? NO_RULES;
    const kept = (of: "departments" | "people", id: string): boolean => {
      const where =
        of === "departments"
          ? ruledDepartments(place.of, organization)
          : ruledPeople(place.of, organization);
      return entryOf<readonly [string, ScopeRule]>(tx, where, part[of], id)?.[1] === rule;
    };
    const changed = <Id extends string>(of: "departments" | "people", ids: readonly Id[]) => {
      for (const [index, id] of ids.entries()) {
        const named = of === "departments" ? { department: id } : { person: id };
        if (kept(of, id)) passOver(tx, "already-so", named, index);
      }
      return [...new Set(ids)]
        .filter((id) => !kept(of, id))
        .map((id) => {
          // What is said of a removed department can only be taken out.
          const gone =
            of === "departments" && isRemoved(tx, organization, id as string as DepartmentId);
          return [id, gone ? null : rule] as const;
        });
    };
    return {
      whole: part.whole,
      departments: changed("departments", departments),
      people: changed("people", people),
    };
  });
}
