/** Who can be chosen in a form: candidates of a person field. Choosing is not routing (PICK-03). */
import { firstThat } from "../../core/guess.ts";
import type { AppId, OrganizationId, SpaceId } from "../../core/ids.ts";
import type { Identity } from "../../core/notice.ts";
import type { Policy } from "../../core/policy.ts";
import { refuse } from "../../core/refusal.ts";
import { guard, view } from "../../core/rule.ts";
import { must, read } from "../../core/transaction.ts";
import type { Acting } from "../../licenses/select/holding.ts";
import { isPresent } from "../../roster/select/presence.ts";
import { associationOf } from "../../spaces/select/spaces.ts";
import { type LookedAt, type Looking, visibleOrganization } from "../../spaces/select/visible.ts";
import { hostOf, type Reading } from "./apps.ts";

/** Where the candidates of somebody's person fields come from. */
export interface Picking {
  /** The Host whose whole directory can be chosen from; `null` for Downstream people. */
  readonly directory: OrganizationId | null;
  /** The Spaces whose Rosters can be chosen from, in order. */
  readonly spaces: readonly SpaceId[];
  /** Of a Space's Roster, whose people can be chosen. */
  readonly offers: (space: SpaceId, organization: OrganizationId) => boolean;
}

/** PICK-01: beside its own directory the Host is offered the Members' people, from each Space once. */
const offersToHost = view(
  "PICK-01",
  (host: OrganizationId, organization: OrganizationId): boolean => organization !== host,
);

/** PICK-02: everybody on the Roster is offered, unless the policy keeps to whom the Member sees. */
const offersToMember = view(
  "PICK-02",
  (looking: Looking | null, target: LookedAt): boolean =>
    looking === null || visibleOrganization(looking, target),
);

/** An organization that is not listed is not seen through a list, whatever its Association. */
const NOT_LISTED = -1;

/** Of a Space's Roster, whose people somebody Downstream is offered. */
function offersDownstream(
  tx: Reading,
  space: SpaceId,
  organization: OrganizationId,
  policy: Policy,
): Picking["offers"] {
  const association = must(tx, "association", space, organization);
  const narrow = policy.formPickerScope === "visible-only";
  const looking = narrow ? { organization, association } : null;
  const { visibility } = association;
  const listed = narrow && visibility.kind === "listed" ? visibility.organizations : [];
  const orders = new Map(
    listed.map(([each]) => [each, associationOf(tx, space, each)?.order ?? NOT_LISTED]),
  );
  return (_, each) =>
    offersToMember(looking, { organization: each, order: orders.get(each) ?? NOT_LISTED });
}

/** Where the candidates of an identity's person fields in an app come from. */
export function pickingFor(tx: Reading, app: AppId, acting: Acting, policy: Policy): Picking {
  const { space, organization } = acting;
  if (space !== null) {
    const offers = offersDownstream(tx, space, organization, policy);
    return { directory: null, spaces: [space], offers };
  }
  const host = hostOf(tx, app);
  const { published } = must(tx, "app", app);
  return { directory: host, spaces: published, offers: (_, each) => offersToHost(host, each) };
}

/** PICK-01, PICK-02: whether somebody is among the candidates. */
const isCandidate = view(
  ["PICK-01", "PICK-02"],
  (tx: Reading, { directory, spaces, offers }: Picking, target: Identity): boolean => {
    const { organization, person } = target;
    if (organization === directory) {
      return read(tx, "employment", organization, person)?.inService === true;
    }
    return spaces.some(
      (space) => isPresent(tx, space, organization, person) && offers(space, organization),
    );
  },
);

/** PICK-01, PICK-02: everybody chosen is a candidate; the first who is not refuses the submission. */
export const pickedInScope = guard(
  ["PICK-01", "PICK-02"],
  (tx: Reading, app: AppId, acting: Acting, picked: readonly Identity[], policy: Policy) => {
    if (picked.length === 0) return null;
    const picking = pickingFor(tx, app, acting, policy);
    const outside = firstThat(picked, (target) => !isCandidate(tx, picking, target));
    if (outside === undefined) return null;
    const { organization, person } = outside;
    return refuse("PICK_TARGET_OUTSIDE_SCOPE", { organization, person });
  },
);
