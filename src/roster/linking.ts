/** Applications to a Trunk are approved: the organizations and the people in their scopes come in at once. */
import type { Actor } from "../core/input.ts";
import type { Policy } from "../core/policy.ts";
import { effect } from "../core/rule.ts";
import { emit } from "../core/transaction.ts";
import { carryOut } from "./scope-change.ts";
import { approvalOf } from "./select/approving.ts";
import { type Approved, type ApproveLinks, approvalByTrunk } from "./select/approving-links.ts";
import { emptyLink } from "./select/emptying.ts";
import type { Deciding } from "./select/scope.ts";

/** A Trunk admin approves applications: all of them, or none. */
export function approveLinks(
  tx: Deciding,
  { at, by }: { readonly at: number; readonly by: Actor },
  data: ApproveLinks,
  policy: Policy,
) {
  const all = approvalByTrunk(tx, by, data, at, policy);
  if ("code" in all) return all;
  for (const one of all) connect(tx, one, policy);
  return null;
}

/** LINK-03, LINK-08: at once a Branch, its people in scope on the Link as the directory is now. */
const connect = effect(
  ["LINK-03", "LINK-08"],
  (tx: Deciding, { named, link, replaces }: Approved, policy: Policy): void => {
    const { organization } = named;
    emit(tx, "application.approved", { ...named, reason: null });
    const { place, change, plan } = approvalOf(tx, named, policy, true);
    if (replaces === null) emit(tx, "link.formed", link);
    else {
      emptyLink(tx, { trunk: replaces, organization });
      emit(tx, "link.moved", { ...link, replaces });
    }
    carryOut(tx, policy, place, change, plan);
  },
);
