/** What a view holds of applications to Trunks, and of what refuses them: bits that both sides are told (H26). */
import type { OrganizationId } from "../../core/ids.ts";
import type { Policy } from "../../core/policy.ts";
import { tableEach } from "../../core/table.ts";
import { actsInHierarchy } from "../../directory/select/authority.ts";
import type { Reading } from "../../queries/handler.ts";
import type { Viewer } from "../../queries/model.ts";
import type { ApplicationRecord } from "../../spaces/model.ts";
import {
  branchIsCertified,
  closesNoCircle,
  linkingEditionAllows,
  linkingUnderSsoAllowed,
  linkLimitsRefusal,
  replacedIsLinked,
  replacedIsReleased,
  trunkIsCertified,
} from "../../spaces/select/linking.ts";
import { isOpen } from "../../spaces/select/trunks.ts";

type TrunkApplication = Extract<ApplicationRecord, { readonly trunk: OrganizationId }>;

/** An application to a Trunk, as both sides know it. */
export interface LinkingSeen {
  readonly application: string;
  readonly trunk: OrganizationId;
  readonly organization: OrganizationId;
  readonly status: string;
  /** Of one that waits, what would refuse it now, each as one bit. */
  readonly codes?: readonly string[];
}

/** What would refuse an application now: to its Trunk all of it, to the applicant what it is told early. */
function codesOf(
  tx: Reading,
  viewer: Viewer,
  { trunk, organization, reach, replaces }: TrunkApplication,
  policy: Policy,
): string[] {
  const link = { organization, reach, replaces };
  const early = [
    trunkIsCertified(tx, trunk, policy),
    branchIsCertified(tx, organization, policy),
    linkingEditionAllows(tx, trunk, policy),
    linkingUnderSsoAllowed(tx, trunk, organization, policy),
    closesNoCircle(tx, trunk, organization),
  ];
  const unlinked = replacedIsLinked(tx, link);
  const late = [
    unlinked ?? replacedIsReleased(tx, link),
    linkLimitsRefusal(tx, viewer, trunk, [link], policy),
  ];
  const isTrunks = viewer.organization === trunk;
  const all = [...early, ...(isTrunks ? late : [unlinked])].flatMap((each) =>
    each === null ? [] : [each.code],
  );
  return isTrunks && !isOpen(tx, trunk, policy) ? [...all, "HIERARCHY_NOT_OPEN"] : all;
}

/** The applications to Trunks by, or to, the organization of a Hierarchy admin. */
export function linkingSeen(tx: Reading, viewer: Viewer, policy: Policy): LinkingSeen[] {
  const { organization: own } = viewer;
  if (!actsInHierarchy(tx, viewer, own)) return [];
  const found: LinkingSeen[] = [];
  tableEach(
    tx.table,
    () => false,
    (kind, application, _own, value) => {
      if (kind !== "application") return;
      const record = value as ApplicationRecord;
      if (!("trunk" in record) || ![record.trunk, record.organization].includes(own)) return;
      const { trunk, organization, status } = record;
      const seen = { application, trunk, organization, status };
      const pending = status === "pending";
      found.push(pending ? { ...seen, codes: codesOf(tx, viewer, record, policy) } : seen);
    },
  );
  return found.sort((left, right) => (left.application < right.application ? -1 : 1));
}
