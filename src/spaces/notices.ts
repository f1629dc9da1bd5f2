/** Who is told of applications, of the end of Associations, and of Members without counterparts. */
import type { OrganizationId } from "../core/ids.ts";
import type { Recipient } from "../core/notice.ts";
import type { Policy } from "../core/policy.ts";
import { effect } from "../core/rule.ts";
import { notify } from "../core/transaction.ts";
import type { Container, MemberOf, SpacesEvents } from "./model.ts";
import { containerOf, isTrunk } from "./select/container.ts";
import { type Deciding, isMember, spaceOf } from "./select/spaces.ts";

/** The admins who decide about a Space, or a Trunk. */
const upperSide = (of: Container): Recipient =>
  isTrunk(of)
    ? { kind: "hierarchy-admins", organization: of.trunk }
    : { kind: "space-admins", space: of.space };

/** The admins who act for an organization towards a Space, or a Trunk. */
const ownSide = (of: Container, organization: OrganizationId): Recipient => ({
  kind: isTrunk(of) ? "hierarchy-admins" : "authorized-admins",
  organization,
});

/** The admins of both sides of an Association. */
export const bothSides = ({ space, organization }: MemberOf): Recipient[] => [
  upperSide({ space }),
  ownSide({ space }, organization),
];

function decided(
  tx: Deciding,
  data: SpacesEvents["application.approved" | "application.rejected"],
  approved: boolean,
): void {
  const { organization, application, reason } = data;
  const pause = "reapplyFrom" in data ? { reapplyFrom: data.reapplyFrom } : {};
  const of = containerOf(data);
  notify(tx, {
    kind: "APPLICATION_DECIDED",
    to: [ownSide(of, organization)],
    data: { ...of, organization, application, approved, reason, ...pause },
  });
}

/** An Association has ended; that of a Host ends with its Space, and is none of a Member. */
function ended(
  tx: Deciding,
  { keptUntil: _, ...data }: SpacesEvents["association.cancelled"],
): void {
  const { space, organization } = data;
  if (spaceOf(tx, space).host === organization) return;
  notify(tx, { kind: "ASSOCIATION_ENDED", to: bothSides(data), data });
}

type Happened = Pick<Deciding["events"][number], "type" | "data">;

/** The Member that an event leaves with too few counterparts: it has lost one, or begins with none. */
function leftUnattended({ type, data }: Happened, { counterpartsMin: min }: Policy) {
  if (type === "association.formed") {
    const { space, organization } = data as SpacesEvents["association.formed"];
    return min > 0 ? { space, organization } : null;
  }
  if (type !== "counterpart.dropped") return null;
  const { space, member, unattended } = data as SpacesEvents["counterpart.dropped"];
  return unattended === true ? { space, organization: member } : null;
}

/** PARTNER-03: both sides know of a Member that has come to have too few counterparts. */
export const noticesOfCounterparts = effect("PARTNER-03", (tx: Deciding, policy: Policy): void => {
  for (const event of tx.events) {
    const data = leftUnattended(event, policy);
    if (data === null || !isMember(tx, data.space, data.organization)) continue;
    notify(tx, { kind: "MEMBER_UNATTENDED", to: bothSides(data), data });
  }
});

/** JOIN-18: each side is told what the other has done; of an end both are. */
export const noticesOfJoining = effect("JOIN-18", (tx: Deciding): void => {
  for (const { type, data } of tx.events) {
    if (type === "application.submitted" || type === "application.withdrawn") {
      const filed = data as SpacesEvents["application.submitted" | "application.withdrawn"];
      const { organization, application } = filed;
      const of = containerOf(filed);
      const kind =
        type === "application.submitted" ? "APPLICATION_SUBMITTED" : "APPLICATION_WITHDRAWN";
      notify(tx, { kind, to: [upperSide(of)], data: { ...of, organization, application } });
    } else if (type === "application.approved" || type === "application.rejected") {
      decided(tx, data as SpacesEvents["application.approved"], type === "application.approved");
    } else if (type === "association.cancelled") {
      ended(tx, data as SpacesEvents["association.cancelled"]);
    }
  }
});
