/** An application is approved: the organization and the people in its scope come in at once. */
import type { Policy } from "../core/policy.ts";
import { refuse } from "../core/refusal.ts";
import { effect } from "../core/rule.ts";
import { emit, must } from "../core/transaction.ts";
import type { InSpace, Review, SpacesCommand } from "../spaces/model.ts";
import { isTrunk } from "../spaces/select/container.ts";
import { meant, reviewRefusal } from "../spaces/select/review.ts";
import { spaceOf } from "../spaces/select/spaces.ts";
import { changeOfApplied, wishOf } from "./applied.ts";
import { approveLinks } from "./linking.ts";
import { carryOut, type Place, type Plan, planChange, type ScopeChange } from "./scope-change.ts";
import { peopleFit } from "./scope-commands.ts";
import type { Deciding } from "./select/scope.ts";

type Approve = Extract<SpacesCommand, { readonly type: "application.approve" }>;

/** Approves an application to a Space, or several to a Trunk. */
export function approveApplication(tx: Deciding, { by, data }: Approve, policy: Policy) {
  return "items" in data ? approveLinks(tx, by, data, policy) : approveMember(tx, by, data, policy);
}

/** Approves an application; every limit is judged now, whatever it was when filed (JOIN-08). */
function approveMember(
  tx: Deciding,
  by: Approve["by"],
  data: Exclude<Approve["data"], { readonly items: unknown }>,
  policy: Policy,
) {
  const named = meant(tx, by, data);
  if ("code" in named) return named;
  // A Trunk approves by items (LINK-03): this form names what a Space decides.
  if (isTrunk(named)) return refuse("UNKNOWN_APPLICATION", { application: named.application });
  const refusal = reviewRefusal(tx, by, named, policy);
  if (refusal !== null) return refusal;
  const { space, organization, application } = named;
  const record = spaceOf(tx, space);
  const change = changeOfApplied(tx, organization, wishOf(tx, application));
  const place: Place = {
    of: { space },
    organization,
    part: null,
    room: { record, host: must(tx, "organization", record.host) },
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
    review: Review & InSpace,
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
