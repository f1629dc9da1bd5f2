/** An application is approved: the organization and the people in its scope come in at once. */
import type { Policy } from "../core/policy.ts";
import { refuse } from "../core/refusal.ts";
import { effect } from "../core/rule.ts";
import { emit } from "../core/transaction.ts";
import type { InSpace, Review, SpacesCommand, SpacesEvents } from "../spaces/model.ts";
import { isTrunk } from "../spaces/select/container.ts";
import { meant } from "../spaces/select/review.ts";
import { approveLinks } from "./linking.ts";
import { carryOut } from "./scope-change.ts";
import { type Approval, approvalInSpace } from "./select/approving.ts";
import { restoredBy } from "./select/restoring.ts";
import type { Deciding } from "./select/scope.ts";

type Approve = Extract<SpacesCommand, { readonly type: "application.approve" }>;

/** Approves an application to a Space, or several to a Trunk. */
export function approveApplication(tx: Deciding, { at, by, data }: Approve, policy: Policy) {
  const told = { at, by };
  return "items" in data
    ? approveLinks(tx, told, data, policy)
    : approveMember(tx, told, data, policy);
}

/** Approves an application; every limit is judged now, whatever it was when filed (JOIN-08). */
function approveMember(
  tx: Deciding,
  { at, by }: Pick<Approve, "at" | "by">,
  data: Exclude<Approve["data"], { readonly items: unknown }>,
  policy: Policy,
) {
  const named = meant(tx, by, data);
  if ("code" in named) return named;
  // A Trunk approves by items (LINK-03): this form names what a Space decides.
  if (isTrunk(named)) return refuse("UNKNOWN_APPLICATION", { application: named.application });
  const approval = approvalInSpace(tx, by, named, at, policy);
  if ("code" in approval) return approval;
  const { space, organization } = named;
  const back = data.fresh === true ? null : restoredBy(tx, space, organization, at);
  join(tx, { ...named, reason: data.reason ?? null }, policy, approval, back);
  return null;
}

/** JOIN-05: at once a Member, its Roster the scope as the directory is now. */
const join = effect(
  ["JOIN-05", "EXIT-09"],
  (
    tx: Deciding,
    review: Review & InSpace,
    policy: Policy,
    { place, change, plan }: Approval,
    back: SpacesEvents["member.restored"] | null,
  ): void => {
    const { space, organization } = review;
    emit(tx, "application.approved", review);
    emit(tx, "association.formed", { space, organization });
    if (back !== null) emit(tx, "member.restored", back);
    carryOut(tx, policy, place, change, plan);
  },
);
