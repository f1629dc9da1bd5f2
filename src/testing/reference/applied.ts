/** What applications to Spaces and to Trunks have in common: their ids, where they went, and whom they name. */
import type { ApplicationId, OrganizationId, SpaceId } from "../../core/ids.ts";
import type { Scope } from "../../spaces/model.ts";
import { hasDepartment } from "./departments.ts";
import { latest } from "./people.ts";
import { rulesOf } from "./scopes.ts";
import type { Application, Rule, State } from "./state.ts";
import type { TrunkApplication } from "./state-hierarchy.ts";

/** Whether an application has that id, be it to a Space or to a Trunk. */
export function isApplication(
  { applications, trunkApplications }: State,
  id: ApplicationId,
): boolean {
  return [...applications, ...trunkApplications].some((each) => each.id === id);
}

/** All applications to a Space ever made. */
export function applicationsTo(state: State, id: SpaceId): Application[] {
  return state.applications.filter(({ space }) => space === id);
}

/** All applications to a Trunk ever made. */
export function applicationsToTrunk(state: State, id: OrganizationId): TrunkApplication[] {
  return state.trunkApplications.filter(({ trunk }) => trunk === id);
}

/** The rules of an application: a person is meant under the employment of today, which may end before the review. */
export function rulesApplied(state: State, organization: OrganizationId, scope: Scope): Rule[] {
  return rulesOf(scope).map((rule): Rule => {
    if (rule.kind === "department") return rule;
    const employment = latest(state, organization, rule.id);
    return employment === undefined ? rule : { ...rule, number: employment.number };
  });
}

/** What of an application's scope still exists when it is approved. */
export function stillThere(
  state: State,
  { organization, rules }: Pick<Application, "organization" | "rules">,
): Rule[] {
  return rules.flatMap((each): Rule[] => {
    if (each.kind === "department")
      return hasDepartment(state, organization, each.id) ? [each] : [];
    const { kind, id, rule, number } = each;
    const last = latest(state, organization, id);
    return last?.inService === true && last.number === number ? [{ kind, id, rule }] : [];
  });
}
