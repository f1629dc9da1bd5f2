/** Which applications to a Trunk are approved together, or why they are not. */
import type { ApplicationId, OrganizationId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import { firstRefusal } from "../../core/lists.ts";
import type { Policy } from "../../core/policy.ts";
import { refuse } from "../../core/refusal.ts";
import { guard } from "../../core/rule.ts";
import { must, read } from "../../core/transaction.ts";
import { organizationKnown } from "../../directory/select/organizations.ts";
import type { ApprovedItem, FormedLink, SpacesCommand } from "../../spaces/model.ts";
import { aliasesFree } from "../../spaces/select/aliases.ts";
import { isSameContainer } from "../../spaces/select/container.ts";
import {
  branchIsCertified,
  closesNoCircle,
  type LinkToCome,
  linkingEditionAllows,
  linkingUnderSsoAllowed,
  linkLimitsRefusal,
  mountKnown,
  replacedIsLinked,
  replacedIsReleased,
  trunkIsCertified,
} from "../../spaces/select/linking.ts";
import { meant, notExpired, reviewerIsIndependent, undecided } from "../../spaces/select/review.ts";
import { hierarchyOpen, trunkAdminRefusal } from "../../spaces/select/trunks.ts";
import type { Reading } from "./scope.ts";

/** What an approval by a Trunk names. */
export type ApproveLinks = Extract<
  Extract<SpacesCommand, { readonly type: "application.approve" }>["data"],
  { readonly items: unknown }
>;

/** An application to be approved, with what it asks for and what the Trunk says of it. */
export interface Approved extends LinkToCome {
  readonly item: ApprovedItem;
  readonly named: {
    readonly trunk: OrganizationId;
    readonly organization: OrganizationId;
    readonly application: ApplicationId;
  };
  readonly link: FormedLink;
}

/** LINK-03: some applications at once, and not more than the policy allows. */
const asManyAsMayBe = guard("LINK-03", ({ length }: readonly ApprovedItem[], policy: Policy) => {
  if (length > 0 && length <= policy.batchApproveLimit) return null;
  const problem = length === 0 ? "too-few" : "too-many";
  return refuse("MALFORMED", { problems: [{ path: ["data", "items"], problem }] });
});

/** The Trunk that an approval is for: the one named, or that of the first application. */
function trunkMeant(tx: Reading, by: Actor, { trunk, items }: ApproveLinks) {
  if (trunk !== undefined) return { trunk };
  const { application } = items[0] as ApprovedItem;
  const named = meant(tx, by, { application });
  if ("code" in named) return named;
  // A Space approves one at a time.
  return "trunk" in named ? named : refuse("UNKNOWN_APPLICATION", { application });
}

/** What an application asks for, whose it is. */
function approvedBy(
  tx: Reading,
  trunk: OrganizationId,
  item: ApprovedItem,
  { branchSightDefault }: Policy,
): Approved {
  const { application, alias = null, mount = null } = item;
  const record = must(tx, "application", application);
  const { organization } = record;
  const wished =
    "trunk" in record ? record : { reach: "trunk" as const, shared: [], replaces: null };
  const { reach, shared, replaces } = wished;
  return {
    ...{ organization, reach, replaces, item },
    named: { trunk, organization, application },
    link: {
      ...{ trunk, organization, reach, shared, alias, mount },
      ownOnly: branchSightDefault === "own-only",
    },
  };
}

/** PROTO-03: it is an application to this Trunk; another's is as good as none. */
const applicationToTrunk = guard(
  ["PROTO-03", "LINK-03"],
  (tx: Reading, trunk: OrganizationId, { application }: ApprovedItem) =>
    applicantTo(tx, trunk, application) === null
      ? refuse("UNKNOWN_APPLICATION", { application })
      : null,
);

/** Whose application it is, if it is one to this Trunk. */
function applicantTo(
  tx: Reading,
  trunk: OrganizationId,
  application: ApplicationId,
): OrganizationId | null {
  const record = read(tx, "application", application);
  return record !== null && isSameContainer(record, { trunk }) ? record.organization : null;
}

/** Only of an applicant may the Trunk learn that it is no more. */
function applicantStands(tx: Reading, trunk: OrganizationId, { application }: ApprovedItem) {
  const organization = applicantTo(tx, trunk, application);
  return organization === null ? null : organizationKnown(tx, organization);
}

/** LINK-03: none is named twice: it is approved by the time of its second turn. */
const namedOnce = guard("LINK-03", (all: readonly Approved[]) => {
  const twice = all.find(({ named: { application } }, at) =>
    all.slice(0, at).some(({ named }) => named.application === application),
  );
  if (twice === undefined) return null;
  const { application } = twice.named;
  return refuse("APPLICATION_NOT_PENDING", { application, status: "approved" });
});

/** LINK-03: why an approval is refused, if it is, but for what the limits say. */
function linksRefusal(
  tx: Reading,
  by: Actor,
  trunk: OrganizationId,
  all: readonly Approved[],
  at: number,
  policy: Policy,
) {
  const each = <Refused>(check: (one: Approved) => Refused | null): Refused | null =>
    firstRefusal(all, check);
  return (
    trunkIsCertified(tx, trunk, policy) ??
    each(({ organization }) => branchIsCertified(tx, organization, policy)) ??
    hierarchyOpen(tx, trunk, policy) ??
    linkingEditionAllows(tx, trunk, policy) ??
    each(({ organization }) => linkingUnderSsoAllowed(tx, trunk, organization, policy)) ??
    each(({ named }) => undecided(tx, named)) ??
    namedOnce(all) ??
    each(({ named }) => notExpired(tx, named, at)) ??
    each((one) => replacedIsLinked(tx, one)) ??
    each((one) => replacedIsReleased(tx, one)) ??
    each(({ organization }) => closesNoCircle(tx, trunk, organization)) ??
    aliasesFree(
      tx,
      trunk,
      all.map(({ link }) => link),
    ) ??
    each(({ named }) => reviewerIsIndependent(tx, by, named, policy))
  );
}

/** LINK-03: the applications that an approval is about, or why all of them are refused. */
export function approvalByTrunk(
  tx: Reading,
  by: Actor,
  data: ApproveLinks,
  at: number,
  policy: Policy,
) {
  const malformed = asManyAsMayBe(data.items, policy);
  if (malformed !== null) return malformed;
  const meantBy = trunkMeant(tx, by, data);
  if ("code" in meantBy) return meantBy;
  const { trunk } = meantBy;
  const unknown =
    trunkAdminRefusal(tx, by, trunk, policy) ??
    firstRefusal(data.items, (item) => applicantStands(tx, trunk, item)) ??
    firstRefusal(data.items, ({ mount = null }) => mountKnown(tx, trunk, mount)) ??
    firstRefusal(data.items, (item) => applicationToTrunk(tx, trunk, item));
  if (unknown !== null) return unknown;
  const all = data.items.map((item) => approvedBy(tx, trunk, item, policy));
  return (
    linksRefusal(tx, by, trunk, all, at, policy) ??
    linkLimitsRefusal(tx, by, trunk, all, policy) ??
    all
  );
}
