/** The gate in front of every operation by which a Host's apps and licenses reach its Members. */
import type { OrganizationId } from "../../core/ids.ts";
import type { Policy } from "../../core/policy.ts";
import { refuse } from "../../core/refusal.ts";
import { guard } from "../../core/rule.ts";
import { editionSupports, organizationOf } from "../../directory/select/organizations.ts";
import type { Reading } from "./spaces.ts";

/**
 * EDITION-01, SSO-01: interconnection is open: the Host is on the Exclusive edition, and neither the
 * Host nor the Member concerned, if one is, has single sign-on. A Member's edition is never looked at
 * (EDITION-04). Closing later refuses these operations and touches nothing else (EDITION-05, SSO-02).
 *
 * @param host an organization that exists
 * @param member the Member for which somebody uses an app; `null` for what the Host itself does
 */
export const interconnectOpen = guard(
  ["EDITION-01", "EDITION-05", "SSO-01", "SSO-02"],
  (tx: Reading, host: OrganizationId, member: OrganizationId | null) => {
    const { edition, sso } = organizationOf(tx, host);
    if (!editionSupports(edition, "upstream-downstream")) {
      return refuse("EDITION_NOT_SUPPORTED", { required: "exclusive" });
    }
    return sso || (member !== null && organizationOf(tx, member).sso)
      ? refuse("SSO_NOT_SUPPORTED", { required: "no-sso" })
      : null;
  },
);

/**
 * HIER-05, HIER-07: a Trunk may distribute: its edition allows it and, where the policy gates Links by it,
 * it has no single sign-on.
 */
export const distributingOpen = guard(
  ["HIER-05", "HIER-07"],
  (tx: Reading, trunk: OrganizationId, policy: Policy) => {
    const { edition, sso } = organizationOf(tx, trunk);
    if (!editionSupports(edition, "hierarchy")) {
      return refuse("EDITION_NOT_SUPPORTED", { required: "professional" });
    }
    return sso && policy.hierarchyUnderSso === "refused"
      ? refuse("SSO_NOT_SUPPORTED", { required: "no-sso" })
      : null;
  },
);

/**
 * HIER-05, HIER-07: what is distributed may be used: a lost edition freezes it as it is, unless the policy
 * suspends it; single sign-on of either side stops it where the policy says so.
 */
export const useBelowOpen = guard(
  ["HIER-05", "HIER-07"],
  (tx: Reading, trunk: OrganizationId, organization: OrganizationId, policy: Policy) => {
    const { edition, sso } = organizationOf(tx, trunk);
    if (policy.hierarchyEditionLoss === "suspend" && !editionSupports(edition, "hierarchy")) {
      return refuse("EDITION_NOT_SUPPORTED", { required: "professional" });
    }
    return policy.hierarchyUnderSso === "refused" && (sso || organizationOf(tx, organization).sso)
      ? refuse("SSO_NOT_SUPPORTED", { required: "no-sso" })
      : null;
  },
);

/**
 * DIR-18: where the policy says so, nobody uses the apps of a Host that is suspended. Its own people do
 * not act then anyhow, so that this is asked where Members' people do.
 *
 * @param host an organization that exists
 */
export const hostIsOpen = guard("DIR-18", (tx: Reading, host: OrganizationId, policy: Policy) =>
  policy.suspendedHostApps === "closed" && organizationOf(tx, host).suspended === true
    ? refuse("HOST_SUSPENDED", { organization: host })
    : null,
);
