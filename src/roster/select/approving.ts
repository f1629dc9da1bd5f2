/** What an approval would do, and why it is refused if it is: one answer for it, and for whoever asks first. */
import type { Actor } from "../../core/input.ts";
import type { Policy } from "../../core/policy.ts";
import { must } from "../../core/transaction.ts";
import { naturalOf } from "../../directory/select/naturals.ts";
import { liveOrganization } from "../../directory/select/organizations.ts";
import type { InSpace } from "../../spaces/model.ts";
import { isTrunk } from "../../spaces/select/container.ts";
import { type Named, reviewRefusal } from "../../spaces/select/review.ts";
import { spaceOf } from "../../spaces/select/spaces.ts";
import { changeOfApplied, wishOf } from "../applied.ts";
import { type Place, type Plan, peopleFit, planChange, type ScopeChange } from "./planning.ts";
import { hereOf } from "./presence.ts";
import type { Reading } from "./scope.ts";

/** An approval that nothing refuses. */
export interface Approval {
  readonly place: Place;
  readonly change: ScopeChange;
  readonly plan: Plan;
}

/** Where the people of an application come in: into an Association, or onto a Link, yet to be. */
function placeOf(tx: Reading, named: Named): Place {
  const { organization } = named;
  if (isTrunk(named)) return { of: { trunk: named.trunk }, organization, part: null, room: null };
  const { space } = named;
  const record = spaceOf(tx, space);
  const host = must(tx, "organization", record.host);
  return { of: { space }, organization, part: null, room: { record, host } };
}

/** The scope that an application asked for, as far as it still names somebody (JOIN-05). */
const changeOf = (tx: Reading, { organization, application }: Named): ScopeChange =>
  changeOfApplied(tx, organization, wishOf(tx, application));

/** What an application would do, by the directory of now, whatever refuses its approval. */
export function approvalOf(
  tx: Reading,
  named: Named,
  policy: Policy,
  /** Whether counts are enough to say that it does not fit. */
  glancing: boolean,
): Approval {
  const place = placeOf(tx, named);
  const change = changeOf(tx, named);
  return { place, change, plan: planChange(tx, policy, place, change, glancing) };
}

/** JOIN-08: what approving an application to a Space would do, or why it is refused: every limit is judged now. */
export function approvalInSpace(
  tx: Reading,
  by: Actor,
  named: Named & InSpace,
  at: number,
  policy: Policy,
) {
  const refusal = reviewRefusal(tx, by, named, at, policy);
  if (refusal !== null) return refusal;
  const approval = approvalOf(tx, named, policy, true);
  return peopleFit(approval.plan, true) ?? approval;
}

/** JOIN-18: what the scope of an application names, in numbers, whatever has become of them since. */
export function namedBy(tx: Reading, { application }: Named) {
  const { whole, rules } = wishOf(tx, application);
  const departments = rules.filter(([kind]) => kind === "department").length;
  return { whole, departments, people: rules.length - departments };
}

/** JOIN-18: what an application would bring, in numbers. */
export function entrantsOf(tx: Reading, { place, plan }: Approval) {
  const { of, organization } = place;
  // Nobody enters for an organization that has ended; its directory stays as it was.
  if (liveOrganization(tx, organization) === null) return { identities: 0, persons: 0, fit: 0 };
  const identities = plan.entering.length;
  const newcomers = plan.entering.filter(
    ({ person }) => isTrunk(of) || hereOf(tx, of, organization, person).through.length === 0,
  );
  const persons = new Set(newcomers.map(({ person }) => naturalOf(tx, { organization, person })))
    .size;
  if (place.room === null) return { identities, persons, fit: identities };
  const { limit, current, needed } = plan.figures;
  return {
    identities,
    persons,
    fit: Math.min(identities, identities - needed + Math.max(0, limit - current)),
  };
}
