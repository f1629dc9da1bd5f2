/** An application is approved: the organization and the people in its scope come in at once. */
import type { ApplicationId, DepartmentId, OrganizationId, PersonId } from "../core/ids.ts";
import type { Policy } from "../core/policy.ts";
import { effect } from "../core/rule.ts";
import { emit, must, read } from "../core/transaction.ts";
import type {
  AppliedRule,
  AppliedScope,
  Review,
  ScopeRule,
  SpacesCommand,
} from "../spaces/model.ts";
import { meant, reviewRefusal } from "../spaces/select/review.ts";
import { spaceOf } from "../spaces/select/spaces.ts";
import { carryOut, type Place, type Plan, planChange, type ScopeChange } from "./scope-change.ts";
import { peopleFit } from "./scope-commands.ts";
import type { Deciding, Reading } from "./select/scope.ts";

type Approve = Extract<SpacesCommand, { readonly type: "application.approve" }>;

/** Approves an application; every limit is judged now, whatever it was when filed (JOIN-08). */
export function approveApplication(tx: Deciding, { by, data }: Approve, policy: Policy) {
  const named = meant(tx, by, data);
  if ("code" in named) return named;
  const refusal = reviewRefusal(tx, by, named, policy);
  if (refusal !== null) return refusal;
  const { space, organization, application } = named;
  const record = spaceOf(tx, space);
  const change = changeOfApplied(tx, organization, wishOf(tx, application));
  const place: Place = {
    space,
    organization,
    record,
    association: null,
    host: must(tx, "organization", record.host),
  };
  const plan = planChange(tx, policy, place, change);
  const tooMany = peopleFit(plan, true);
  if (tooMany !== null) return tooMany;
  join(tx, { ...named, reason: data.reason ?? null }, policy, place, change, plan);
  return null;
}

/** JOIN-05: at once a Member, its Roster the scope as the directory is now. */
const join = effect(
  "JOIN-05",
  (
    tx: Deciding,
    review: Review,
    policy: Policy,
    place: Place,
    change: ScopeChange,
    plan: Plan,
  ): void => {
    const { space, organization } = review;
    emit(tx, "application.approved", review);
    emit(tx, "association.formed", { space, organization });
    carryOut(tx, policy, place, change, plan);
  },
);

/** The scope that the applicant asked for. */
function wishOf(tx: Reading, application: ApplicationId): AppliedScope {
  const { pages, whole } = must(tx, "application", application);
  const numbers = Array.from({ length: pages }, (_, page) => String(page));
  const rules = numbers.flatMap((page) => [...must(tx, "wish", application, page).rules]);
  return { whole, rules };
}

/**
 * JOIN-05: the rules of a wish that still name somebody: departments that exist, people in service
 * under the employment they had when it was made.
 */
export function changeOfApplied(
  tx: Reading,
  organization: OrganizationId,
  wish: AppliedScope,
): ScopeChange {
  const departments: (readonly [DepartmentId, ScopeRule])[] = [];
  const people: (readonly [PersonId, ScopeRule])[] = [];
  for (const rule of wish.rules) {
    if (!stillNames(tx, organization, rule)) continue;
    if (rule[0] === "department") departments.push([rule[1] as DepartmentId, rule[2]]);
    else people.push([rule[1] as PersonId, rule[2]]);
  }
  return { whole: wish.whole, departments, people };
}

function stillNames(
  tx: Reading,
  organization: OrganizationId,
  [kind, id, , number]: AppliedRule,
): boolean {
  if (kind === "department") return read(tx, "department", organization, id)?.removed === false;
  const employment = read(tx, "employment", organization, id);
  return employment?.inService === true && employment.number === number;
}
