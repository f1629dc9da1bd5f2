/** What must hold before two organizations are linked. */
import type { DepartmentId, OrganizationId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import { firstRefusal } from "../../core/lists.ts";
import type { Policy } from "../../core/policy.ts";
import { type Figures, refuse } from "../../core/refusal.ts";
import { guard } from "../../core/rule.ts";
import { must, read } from "../../core/transaction.ts";
import { editionSupports, organizationOf } from "../../directory/select/organizations.ts";
import { NO_LINEAGE } from "../kinds.ts";
import type { Above, LinkWished, Reach, SpacesCommands } from "../model.ts";
import { lineagesAfter, type OwnLinks } from "./lineage.ts";
import type { Reading } from "./spaces.ts";
import { aboveOf, isLinked, trunkOf } from "./trunks.ts";

/** A Link to come: of whom, in place of which other one. */
export interface LinkToCome {
  readonly organization: OrganizationId;
  readonly reach: Reach;
  readonly replaces: OrganizationId | null;
}

/** What an application to a Trunk asks for besides its scope. */
export const linkWished = (
  { reach, shared = [], replaces }: SpacesCommands["application.submit"],
  { defaultReach }: Policy,
): LinkWished => ({ reach: reach ?? defaultReach, shared, replaces: replaces ?? null });

/** SHARE-01: as many data codes as the policy allows for one Link. */
export const sharedFit = guard("SHARE-01", ({ length }: readonly string[], policy: Policy) =>
  length <= policy.sharedDataLimit
    ? null
    : refuse("MALFORMED", { problems: [{ path: ["data", "shared"], problem: "too-many" }] }),
);

/** LINK-04: the organization is no Branch of the Trunk yet. */
export const applicantIsNotLinked = guard(
  ["LINK-04", "HIER-02"],
  (tx: Reading, trunk: OrganizationId, organization: OrganizationId) =>
    isLinked(tx, trunk, organization) ? refuse("ALREADY_LINKED", { trunk }) : null,
);

/** LINK-05: the Trunk is neither the organization itself nor below it, by whatever chain. */
export const closesNoCircle = guard(
  "LINK-05",
  (tx: Reading, trunk: OrganizationId, organization: OrganizationId) =>
    trunk === organization || aboveOf(tx, trunk).some(([upper]) => upper === organization)
      ? refuse("HIERARCHY_CYCLE", { trunk, organization })
      : null,
);

/** LINK-08: the Link to be replaced is one that there is. */
export const replacedIsLinked = guard(
  "LINK-08",
  (tx: Reading, { organization, replaces }: Pick<LinkToCome, "organization" | "replaces">) =>
    replaces === null || isLinked(tx, replaces, organization)
      ? null
      : refuse("NOT_LINKED", { trunk: replaces, organization }),
);

/** LINK-08: and its Trunk has released it. */
export const replacedIsReleased = guard(
  "LINK-08",
  (tx: Reading, { organization, replaces }: LinkToCome) =>
    replaces === null || must(tx, "link", replaces, organization).released === true
      ? null
      : refuse("LINK_NOT_RELEASED", { trunk: replaces, organization }),
);

/** LINK-06: the organization has fewer Trunks than it may have, the one replaced not counted. */
export const trunksHaveRoom = guard(
  ["LINK-06", "BOTH-02"],
  (
    tx: Reading,
    by: Actor,
    { organization, replaces }: Pick<LinkToCome, "organization" | "replaces">,
    policy: Policy,
  ) => {
    const limit = policy.trunkLimit;
    const { trunks = [] } = organizationOf(tx, organization);
    const current = trunks.filter((trunk) => trunk !== replaces).length;
    if (current < limit) return null;
    // Another organization learns that there is no room, and nothing more.
    const own = "organization" in by && by.organization === organization;
    const figures: Figures = own ? { limit, current } : {};
    return refuse("TRUNK_LIMIT_EXCEEDED", figures);
  },
);

/** LINK-07, HIER-06: how many Branches a Trunk may have; whoever is covered from above bought none itself. */
export function branchLimit(
  tx: Reading,
  trunk: OrganizationId,
  policy: Policy,
): { readonly limit: number | null; readonly current: number } {
  const { open, capacity, branches } = trunkOf(tx, trunk);
  const isCovered = policy.hierarchyOpening === "top-covers" && !open;
  return { limit: (isCovered ? null : capacity) ?? policy.branchLimit, current: branches.count };
}

/** LINK-07: the Trunk has room for so many Branches more; only its own admins ask. */
const branchesHaveRoom = guard(
  ["LINK-07", "BOTH-02"],
  (tx: Reading, trunk: OrganizationId, more: number, policy: Policy) => {
    const { limit, current } = branchLimit(tx, trunk, policy);
    return limit === null || current + more <= limit
      ? null
      : refuse("BRANCH_LIMIT_EXCEEDED", { limit, current });
  },
);

/** The own Links of an organization with one more, in place of one that it replaces. */
function linksWith(
  tx: Reading,
  trunk: OrganizationId,
  { organization, reach, replaces }: LinkToCome,
  order: number,
): OwnLinks {
  const { links } = read(tx, "lineage", organization) ?? NO_LINEAGE;
  return [...links.filter(([each]) => each !== replaces), [trunk, order, reach]];
}

/** LINK-07, HIER-03: no chain has more organizations than it may have. */
const noneTooDeep = guard(
  ["LINK-07", "HIER-03"],
  (lineages: Iterable<readonly Above[]>, policy: Policy) => {
    const limit = policy.hierarchyDepth;
    for (const above of lineages) {
      if (above.some(([, , longest]) => longest >= limit)) {
        return refuse("HIERARCHY_TOO_DEEP", { limit });
      }
    }
    return null;
  },
);

/** How many organizations more each of those above would have below it. */
function growthOf(
  tx: Reading,
  lineages: ReadonlyMap<OrganizationId, readonly Above[]>,
): ReadonlyMap<OrganizationId, number> {
  const growth = new Map<OrganizationId, number>();
  const count = (above: readonly Above[], by: 1 | -1): void => {
    for (const [upper] of above) growth.set(upper, (growth.get(upper) ?? 0) + by);
  };
  for (const [organization, above] of lineages) {
    count(aboveOf(tx, organization), -1);
    count(above, 1);
  }
  return growth;
}

/** LINK-07: nobody has more organizations above, or below, than it may have. */
const noneTooLarge = guard(
  "LINK-07",
  (tx: Reading, lineages: ReadonlyMap<OrganizationId, readonly Above[]>, policy: Policy) => {
    const { ancestorLimit, descendantLimit } = policy;
    if ([...lineages.values()].some((above) => above.length > ancestorLimit)) {
      return refuse("HIERARCHY_TOO_LARGE", { limit: ancestorLimit, bound: "above" });
    }
    for (const [upper, more] of growthOf(tx, lineages)) {
      if (more > 0 && trunkOf(tx, upper).below.count + more > descendantLimit) {
        return refuse("HIERARCHY_TOO_LARGE", { limit: descendantLimit, bound: "below" });
      }
    }
    return null;
  },
);

/** LINK-06, LINK-07: why the limits refuse new Branches of a Trunk, if so, judged on what would be. */
export function linkLimitsRefusal(
  tx: Reading,
  by: Actor,
  trunk: OrganizationId,
  links: readonly LinkToCome[],
  policy: Policy,
) {
  const early =
    firstRefusal(links, (link) => trunksHaveRoom(tx, by, link, policy)) ??
    branchesHaveRoom(tx, trunk, links.length, policy);
  if (early !== null) return early;
  const first = trunkOf(tx, trunk).branches.next + 1;
  const changed = links.map(
    (link, i) => [link.organization, linksWith(tx, trunk, link, first + i)] as const,
  );
  const lineages = lineagesAfter(tx, new Map(changed));
  return noneTooDeep(lineages.values(), policy) ?? noneTooLarge(tx, lineages, policy);
}

/** HIER-07: the Trunk is certified, where the policy asks for it. */
export const trunkIsCertified = guard(
  "HIER-07",
  (tx: Reading, trunk: OrganizationId, policy: Policy) =>
    policy.hierarchyMustBeCertified !== "nobody" && !organizationOf(tx, trunk).certified
      ? refuse("HOST_NOT_CERTIFIED", { organization: trunk })
      : null,
);

/** HIER-07: the Branch is certified, where the policy asks for both. */
export const branchIsCertified = guard(
  "HIER-07",
  (tx: Reading, organization: OrganizationId, policy: Policy) =>
    policy.hierarchyMustBeCertified === "both" && !organizationOf(tx, organization).certified
      ? refuse("MEMBER_NOT_CERTIFIED", { organization })
      : null,
);

/** HIER-05: where editions gate the container too, the Trunk's allows to take Branches. */
export const linkingEditionAllows = guard(
  "HIER-05",
  (tx: Reading, trunk: OrganizationId, policy: Policy) =>
    policy.gateStage === "container-too" &&
    !editionSupports(organizationOf(tx, trunk).edition, "hierarchy")
      ? refuse("EDITION_NOT_SUPPORTED", { required: "professional" })
      : null,
);

/** HIER-07: where single sign-on gates Links, and the container too, neither side has it. */
export const linkingUnderSsoAllowed = guard(
  "HIER-07",
  (tx: Reading, trunk: OrganizationId, organization: OrganizationId, policy: Policy) => {
    if (policy.hierarchyUnderSso !== "refused" || policy.gateStage !== "container-too") return null;
    return organizationOf(tx, trunk).sso || organizationOf(tx, organization).sso
      ? refuse("SSO_NOT_SUPPORTED", { required: "no-sso" })
      : null;
  },
);

/** LINK-03, MOUNT-01: a Branch is mounted at a department of the Trunk that exists, or at its root. */
export const mountKnown = guard(
  ["LINK-03", "MOUNT-01"],
  (tx: Reading, trunk: OrganizationId, mount: DepartmentId | null) =>
    mount === null || read(tx, "department", trunk, mount)?.removed === false
      ? null
      : refuse("UNKNOWN_DEPARTMENT", { organization: trunk, department: mount }),
);
