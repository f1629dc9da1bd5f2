/** Who can be chosen in a form: candidates of a person field. Choosing is not routing (PICK-03). */
import { firstThat } from "../../core/guess.ts";
import type { AppId, OrganizationId, SpaceId } from "../../core/ids.ts";
import type { Identity } from "../../core/notice.ts";
import type { Policy } from "../../core/policy.ts";
import { refuse } from "../../core/refusal.ts";
import { guard, view } from "../../core/rule.ts";
import { must, read } from "../../core/transaction.ts";
import type { Acting } from "../../licenses/select/holding.ts";
import { isInBook, isPresentFor } from "../../roster/select/book.ts";
import { isPresent } from "../../roster/select/presence.ts";
import { sight } from "../../roster/select/sight.ts";
import { isSuspendedIn } from "../../spaces/select/suspended.ts";
import { reaches } from "../../spaces/select/trunks.ts";
import { type Looking, lookingIn, seesIn } from "../../spaces/select/visible.ts";
import { hostOf, type Reading } from "./apps.ts";

/** Where the candidates of somebody's person fields come from. */
export interface Picking {
  /** The Host whose whole directory can be chosen from; `null` for Downstream people. */
  readonly directory: OrganizationId | null;
  /** The Host again, where it distributes the app: whoever is present for it can be chosen too. */
  readonly present?: OrganizationId;
  /** The Spaces whose Rosters can be chosen from, in order. */
  readonly spaces: readonly SpaceId[];
  /** Of a Space's Roster, whose people can be chosen. */
  readonly offers: (space: SpaceId, identity: Identity) => boolean;
  /** The Trunk through which one picks, and of which organizations in its book. */
  readonly book?: OrganizationId;
  readonly offersBelow?: (organization: OrganizationId) => boolean;
  /** Whom in a book one may choose, of those offered (SIGHT-05). */
  readonly sees?: (target: Identity) => boolean;
}

/** EXIT-08: of a Member that is suspended in the Space nobody is offered. */
const offersOf = view(
  "EXIT-08",
  (tx: Reading, space: SpaceId, { organization }: Identity): boolean =>
    !isSuspendedIn(tx, space, organization),
);

/** PICK-01: beside its own directory the Host is offered the Members' people, from each Space once. */
const offersToHost = view(
  "PICK-01",
  (host: OrganizationId, organization: OrganizationId): boolean => organization !== host,
);

/** PICK-02: everybody on the Roster is offered, unless the policy keeps to whom the one who picks sees. */
const offersToMember = view(
  "PICK-02",
  (tx: Reading, looking: Looking | null, target: Identity): boolean =>
    looking === null || seesIn(tx, looking, target),
);

/** Of a Space's Roster, whose people somebody Downstream is offered. */
function offersDownstream(
  tx: Reading,
  space: SpaceId,
  acting: Identity,
  policy: Policy,
): Picking["offers"] {
  const narrow = policy.formPickerScope === "visible-only";
  const looking = narrow ? lookingIn(tx, space, acting) : null;
  return (of, each) => offersOf(tx, of, each) && offersToMember(tx, looking, each);
}

/**
 * ROUTE-03: whose people in the book are offered through a Trunk: the acting organization's own and those
 * below it, unless the policy has its own alone, or everybody.
 */
const offersToBranch = view(
  "ROUTE-03",
  (tx: Reading, own: OrganizationId, organization: OrganizationId, policy: Policy): boolean => {
    if (policy.branchPickScope === "whole-book" || own === organization) return true;
    return policy.branchPickScope === "organization-and-below" && reaches(tx, own, organization);
  },
);

/** ROUTE-02: whether an organization distributes its app: then it picks from below as well, whomever the list covers. */
const isDistributed = view(
  "ROUTE-02",
  (tx: Reading, host: OrganizationId, app: AppId): boolean =>
    read(tx, "distribution", host, app)?.published === true,
);

/** SIGHT-05: of a book those alone whom one sees there, where the policy keeps to that. */
const seesToPick = view(
  "SIGHT-05",
  (tx: Reading, trunk: OrganizationId, viewer: Identity, target: Identity, policy: Policy) =>
    policy.formPickerScope === "whole-space" || sight(tx, trunk, viewer, target).sees,
);

/** Where the candidates of an identity's person fields in an app come from. */
export function pickingFor(tx: Reading, app: AppId, acting: Acting, policy: Policy): Picking {
  const { space, trunk, organization } = acting;
  if (trunk !== undefined) {
    const offersBelow = (each: OrganizationId) => offersToBranch(tx, organization, each, policy);
    const sees = (each: Identity) => seesToPick(tx, trunk, acting, each, policy);
    return { directory: null, spaces: [], offers: () => false, book: trunk, offersBelow, sees };
  }
  if (space !== null) {
    const offers = offersDownstream(tx, space, acting, policy);
    return { directory: null, spaces: [space], offers };
  }
  const host = hostOf(tx, app);
  const { published } = must(tx, "app", app);
  const below = isDistributed(tx, host, app) ? { present: host } : {};
  const offers: Picking["offers"] = (space, each) =>
    offersToHost(host, each.organization) && offersOf(tx, space, each);
  const sees = (each: Identity) => seesToPick(tx, host, acting, each, policy);
  return { directory: host, ...below, spaces: published, offers, sees };
}

/** PICK-01, PICK-02, ROUTE-02, ROUTE-03: whether somebody is among the candidates. */
const isCandidate = view(
  ["PICK-01", "PICK-02", "ROUTE-02", "ROUTE-03"],
  (
    tx: Reading,
    { directory, present, spaces, offers, book, offersBelow, sees = () => true }: Picking,
    target: Identity,
  ): boolean => {
    const { organization, person } = target;
    if (book !== undefined) {
      return offersBelow?.(organization) === true && isInBook(tx, book, target) && sees(target);
    }
    if (organization === directory) {
      return read(tx, "employment", organization, person)?.inService === true;
    }
    if (present !== undefined && isPresentFor(tx, present, target) && sees(target)) return true;
    return spaces.some(
      (space) => isPresent(tx, space, organization, person) && offers(space, target),
    );
  },
);

/** PICK-01, PICK-02, ROUTE-03: everybody chosen is a candidate; the first who is not refuses the submission. */
export const pickedInScope = guard(
  ["PICK-01", "PICK-02", "ROUTE-03"],
  (tx: Reading, app: AppId, acting: Acting, picked: readonly Identity[], policy: Policy) => {
    if (picked.length === 0) return null;
    const picking = pickingFor(tx, app, acting, policy);
    const outside = firstThat(picked, (target) => !isCandidate(tx, picking, target));
    if (outside === undefined) return null;
    const { organization, person } = outside;
    return refuse("PICK_TARGET_OUTSIDE_SCOPE", { organization, person });
  },
);
