/** The limits on hosting and joining, and the gates in front of them. */
import type { OrganizationId, SpaceId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import type { Policy } from "../../core/policy.ts";
import { type Figures, refuse } from "../../core/refusal.ts";
import { guard } from "../../core/rule.ts";
import type { OrganizationRecord } from "../../directory/model.ts";
import { editionSupports, organizationOf } from "../../directory/select/organizations.ts";
import type { SpaceRecord } from "../model.ts";
import { type Reading, spaceOf } from "./spaces.ts";

/** SPACE-03, CERT-02, CERT-03: how many Spaces an organization may host; `null`: none at all. */
export function spaceQuota(organization: OrganizationRecord, policy: Policy): number | null {
  if (organization.certified) return policy.certifiedSpaceQuota + organization.expansion;
  if (policy.uncertifiedHost === null) return null;
  return policy.uncertifiedHost.spaceQuota + organization.expansion;
}

/** SPACE-03, SPACE-07: the Spaces that count towards the quota. */
export function spacesCounted(organization: OrganizationRecord, policy: Policy): number {
  return policy.spaceQuotaBasis === "live" ? organization.hosted.length : organization.created;
}

/**
 * CAP-01, CAP-06, CERT-03: the persons that a Space may have now. A cap that support raised never
 * falls; without numbers for uncertified Hosts, the Spaces they have keep the certified cap (CERT-04).
 * Licenses play no part (CAP-07).
 */
export function personCapInForce(
  space: Pick<SpaceRecord, "cap">,
  host: Pick<OrganizationRecord, "certified">,
  policy: Policy,
): number {
  const base = host.certified
    ? policy.personCap
    : (policy.uncertifiedHost?.personCap ?? policy.personCap);
  return Math.max(space.cap ?? 0, base);
}

/** CERT-02: the future Host is certified, or the policy has numbers for those that are not. */
export const hostIsCertified = guard(
  "CERT-02",
  (tx: Reading, organization: OrganizationId, policy: Policy) =>
    spaceQuota(organizationOf(tx, organization), policy) === null
      ? refuse("HOST_NOT_CERTIFIED", { organization })
      : null,
);

/** SPACE-03, CERT-03, SPACE-05, BOTH-02: the Spaces hosted, not those joined, are below the quota. */
export const hostHasSpaceQuota = guard(
  ["SPACE-03", "CERT-03", "SPACE-05", "BOTH-02"],
  (tx: Reading, organization: OrganizationId, policy: Policy) => {
    const record = organizationOf(tx, organization);
    const limit = spaceQuota(record, policy) ?? 0;
    const current = spacesCounted(record, policy);
    return current < limit ? null : refuse("SPACE_QUOTA_EXCEEDED", { limit, current });
  },
);

/** JOIN-10, JOIN-08, SPACE-05, BOTH-02: the organization is a Member of fewer Spaces than it may be. */
export const joinsHaveRoom = guard(
  ["JOIN-10", "JOIN-08", "SPACE-05", "BOTH-02"],
  (tx: Reading, by: Actor, organization: OrganizationId, policy: Policy) => {
    const limit = policy.joinLimit;
    const current = organizationOf(tx, organization).joined.length;
    if (current < limit) return null;
    // Another organization learns that there is no room, and nothing more.
    const own = "organization" in by && by.organization === organization;
    const figures: Figures = own ? { limit, current } : {};
    return refuse("JOIN_LIMIT_EXCEEDED", figures);
  },
);

/** JOIN-11, JOIN-08: the Space has fewer Members than it may have; only its Host asks. */
export const membersHaveRoom = guard(
  ["JOIN-11", "JOIN-08", "BOTH-02"],
  (tx: Reading, space: SpaceId, policy: Policy) => {
    const limit = policy.memberOrgCap;
    const current = spaceOf(tx, space).members.count;
    return current < limit ? null : refuse("MEMBER_ORG_LIMIT_EXCEEDED", { limit, current });
  },
);

/** CERT-01: the applicant is certified, where the policy asks for it. */
export const memberIsCertified = guard(
  "CERT-01",
  (tx: Reading, organization: OrganizationId, policy: Policy) =>
    policy.memberMustBeCertified && !organizationOf(tx, organization).certified
      ? refuse("MEMBER_NOT_CERTIFIED", { organization })
      : null,
);

/**
 * EDITION-01, EDITION-03, SSO-01: where edition and SSO gate the container too, they allow creating a
 * Space. A gate that closes later deletes nothing: only commands ask it (EDITION-05, SSO-02).
 */
export const creationGatesOpen = guard(
  ["EDITION-01", "EDITION-03", "SSO-01"],
  (tx: Reading, organization: OrganizationId, policy: Policy) => {
    if (policy.gateStage !== "container-too") return null;
    const { edition, sso } = organizationOf(tx, organization);
    if (!editionSupports(edition, "upstream-downstream")) {
      return refuse("EDITION_NOT_SUPPORTED", { required: "exclusive" });
    }
    return sso ? refuse("SSO_NOT_SUPPORTED", { required: "no-sso" }) : null;
  },
);

/** SSO-01, EDITION-04: where SSO gates the container too, neither Host nor applicant has it. */
export const joiningGatesOpen = guard(
  "SSO-01",
  (tx: Reading, space: SpaceId, applicant: OrganizationId, policy: Policy) => {
    if (policy.gateStage !== "container-too") return null;
    const { host } = spaceOf(tx, space);
    return organizationOf(tx, host).sso || organizationOf(tx, applicant).sso
      ? refuse("SSO_NOT_SUPPORTED", { required: "no-sso" })
      : null;
  },
);
