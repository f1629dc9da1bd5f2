/** Who is in scope: the rules of a scope applied to a person's place in the directory. */
import { entryOf } from "../../core/hashed.ts";
import type { DepartmentId, OrganizationId, PersonId } from "../../core/ids.ts";
import { view } from "../../core/rule.ts";
import type * as faces from "../../core/transaction.ts";
import type { DepartmentRecord, SettingEvents, Under } from "../../directory/model.ts";
import type {
  AssociationRecord,
  Container,
  LinkRecord,
  ScopeRule,
  SpacesEvents,
} from "../../spaces/model.ts";
import { partIn } from "../../spaces/select/container.ts";
import type { SpacesReads } from "../../spaces/select/spaces.ts";
import type { RosterEvents, RosterRecords } from "../model.ts";
import { ruledDepartments, ruledPeople } from "./keys.ts";

/** Whoever founds a Space, or is let into one or linked, comes with their people: the Roster says both. */
type Bringing = Pick<
  SpacesEvents,
  | "space.created"
  | "application.approved"
  | "association.formed"
  | "link.formed"
  | "link.moved"
  | "link.cancelled"
  | "counterpart.named"
  | "member.restored"
  | "counterpart.dropped"
>;

/** What decisions about Rosters read. */
export type RosterReads = RosterRecords & SpacesReads;
export type Reading = faces.Reading<RosterReads>;
export type Deciding = faces.Deciding<RosterReads, RosterEvents & Bringing & SettingEvents>;

/** A scope's rules, as they are or as they would be. */
export interface Rules {
  readonly whole: boolean;
  readonly department: (id: DepartmentId) => ScopeRule | undefined;
  readonly person: (id: PersonId) => ScopeRule | undefined;
}

/** An identity's place in the directory. */
export interface Standing {
  readonly inService: boolean;
  /** For each of the person's departments: itself, then those above it, nearest first. */
  readonly chains: readonly (readonly DepartmentId[])[];
  /** For each of them in turn, the removed departments above it that may exclude still (ROSTER-16). */
  readonly under: readonly (readonly Under[])[];
  /** The removed departments that the person was placed in or below. */
  readonly left: readonly DepartmentId[];
}

type RuleEntry = readonly [string, ScopeRule];

/** An organization's part in a Space, or its Link to a Trunk, as far as its scope goes. */
export type Part = Pick<
  AssociationRecord | LinkRecord,
  "order" | "whole" | "departments" | "people" | "inert" | "sets"
>;

/** The rules in force of an organization's scope in a Space or on a Link. */
export function rulesInForce(
  tx: Reading,
  of: Container,
  organization: OrganizationId,
  part: Part,
): Rules {
  const departments = ruledDepartments(of, organization);
  const people = ruledPeople(of, organization);
  return {
    whole: part.whole,
    department: (id) => entryOf<RuleEntry>(tx, departments, part.departments, id)?.[1],
    person: (id) => entryOf<RuleEntry>(tx, people, part.people, id)?.[1],
  };
}

/** The rule that the scope an organization has in a Space or on a Link has on a department, be it removed. */
export function ruleOn(
  tx: Reading,
  of: Container,
  organization: OrganizationId,
  department: DepartmentId,
): ScopeRule | undefined {
  const part = partIn(tx, of, organization);
  return part === null
    ? undefined
    : rulesInForce(tx, of, organization, part).department(department);
}

/** ROSTER-04: a rule on the person decides, whichever way. */
const personSaysIn = view("ROSTER-04", (rule: ScopeRule): boolean => rule === "in");

/** ROSTER-02: the whole-organization selection is a rule at the root. */
const rootSaysIn = view("ROSTER-02", (rules: Rules): boolean => rules.whole);

/** ROSTER-16: a removed department stands where it stood, as an exclusion and as nothing else. */
const excludesStill = view("ROSTER-16", (rules: Rules, removed: readonly DepartmentId[]): boolean =>
  removed.some((department) => rules.department(department) === "out"),
);

/** ROSTER-03, ROSTER-04: of the rules at or above a department the nearest decides. */
const departmentSaysIn = view(
  ["ROSTER-03", "ROSTER-04"],
  (rules: Rules, chain: readonly DepartmentId[], under: readonly Under[]): boolean => {
    const removedAt = (place: number): DepartmentId[] =>
      under.filter(([, nearer]) => nearer === place).map(([department]) => department);
    for (const [place, department] of chain.entries()) {
      const rule = rules.department(department);
      if (rule !== undefined) return rule === "in";
      if (under.length > 0 && excludesStill(rules, removedAt(place))) return false;
    }
    return rootSaysIn(rules);
  },
);

/** ROSTER-15: only people in service are anywhere. */
const inService = view("ROSTER-15", (standing: Standing): boolean => standing.inService);

/** Whether an identity is in scope (ROSTER-02, ROSTER-03, ROSTER-04). */
export function inScope(rules: Rules, person: PersonId, standing: Standing): boolean {
  if (!inService(standing)) return false;
  const own = rules.person(person);
  if (own !== undefined) return personSaysIn(own);
  if (standing.chains.length === 0)
    return !excludesStill(rules, standing.left) && rootSaysIn(rules);
  return standing.chains.some((chain, i) =>
    departmentSaysIn(rules, chain, standing.under[i] ?? []),
  );
}

/** Whether the nearest rule at a department or above it says in. */
export const departmentInScope = (
  rules: Rules,
  department: DepartmentId,
  { ancestors, under = [] }: Pick<DepartmentRecord, "ancestors" | "under">,
): boolean => departmentSaysIn(rules, [department, ...ancestors], under);

/** Whether the nearest rule above a department says in. */
export function placeInScope(
  rules: Rules,
  { ancestors, under = [] }: Pick<DepartmentRecord, "ancestors" | "under">,
): boolean {
  const right = under.filter(([, nearer]) => nearer === 0).map(([department]) => department);
  if (excludesStill(rules, right)) return false;
  const above = under.map(([department, nearer]): Under => [department, nearer - 1]);
  return departmentSaysIn(rules, ancestors, above);
}
