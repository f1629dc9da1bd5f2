/** Both sides are told what becomes of an application, and of what it led to (JOIN-18). */
import type { ApplicationId, OrganizationId, SpaceId } from "../../core/ids.ts";
import type { Recipient } from "../../core/notice.ts";
import type { LinkNamed } from "../../core/refusal-shapes.ts";
import { hierarchyAdmins } from "./hierarchy-recipients.ts";
import { membersOf } from "./lists.ts";
import { describePause } from "./pauses.ts";
import type { Application, Space, World } from "./state.ts";
import type { TrunkApplication } from "./state-hierarchy.ts";

/** An application, whose it is, and where it went. */
type About = {
  readonly organization: OrganizationId;
  readonly application: ApplicationId;
} & ({ readonly space: SpaceId } | { readonly trunk: OrganizationId });

/** An application to a Trunk, as notices name it. */
export const namedInTrunk = ({ trunk, organization, id: application }: TrunkApplication) => ({
  ...{ trunk, organization, application },
});

const spaceAdmins = (space: SpaceId): Recipient => ({ kind: "space-admins", space });
const authorizedAdmins = (organization: OrganizationId): Recipient => ({
  ...{ kind: "authorized-admins", organization },
});

/** Those who review it. */
const reviewers = (about: About): Recipient =>
  "trunk" in about ? hierarchyAdmins(about.trunk) : spaceAdmins(about.space);

/** Those for whom it was made. */
const applicants = (about: About): Recipient =>
  "trunk" in about ? hierarchyAdmins(about.organization) : authorizedAdmins(about.organization);

/** An organization has applied. */
export function tellSubmitted({ outbox }: World, about: About): void {
  outbox.push({ kind: "APPLICATION_SUBMITTED", to: [reviewers(about)], data: about });
}

/** An organization has taken its application back. */
export function tellWithdrawn({ outbox }: World, about: About): void {
  outbox.push({ kind: "APPLICATION_WITHDRAWN", to: [reviewers(about)], data: about });
}

/** An application was approved or rejected. */
export function tellDecided(
  { outbox }: World,
  about: About,
  { status, reason, reapplyFrom }: Pick<Application, "status" | "reason" | "reapplyFrom">,
): void {
  const pause = describePause(reapplyFrom);
  const data = { ...about, approved: status === "approved", reason, ...pause };
  outbox.push({ kind: "APPLICATION_DECIDED", to: [applicants(about)], data });
}

/** A Member, or a Branch, has announced that it leaves (EXIT-07). */
export function tellLeaving(
  { outbox }: World,
  about: LinkNamed | { readonly space: SpaceId; readonly organization: OrganizationId },
  from: number,
): void {
  const { organization } = about;
  if ("trunk" in about) {
    const { trunk } = about;
    const data = { trunk, organization, from };
    outbox.push({ kind: "BRANCH_LEAVING", to: [hierarchyAdmins(trunk)], data });
    return;
  }
  const { space } = about;
  const data = { space, organization, from };
  outbox.push({ kind: "MEMBER_LEAVING", to: [spaceAdmins(space)], data });
}

/** A Member, as notices name it. */
interface OfMember {
  readonly space: SpaceId;
  readonly organization: OrganizationId;
}

/** Both sides of an Association. */
const sidesOf = ({ space, organization }: OfMember): Recipient[] => [
  spaceAdmins(space),
  authorizedAdmins(organization),
];

/** A Member is suspended (EXIT-08). */
export function tellSuspended(
  { outbox }: World,
  { space, organization }: OfMember,
  reason: string | null,
): void {
  const to = sidesOf({ space, organization });
  outbox.push({ kind: "ASSOCIATION_SUSPENDED", to, data: { space, organization, reason } });
}

/** It is so no more. */
export function tellResumed({ outbox }: World, { space, organization }: OfMember): void {
  const to = sidesOf({ space, organization });
  outbox.push({ kind: "ASSOCIATION_RESUMED", to, data: { space, organization } });
}

/** A Member's Association has ended: by the Host or the Member, with its Space, or with the Member. */
export function tellEnded(
  { outbox }: World,
  { id: space }: Space,
  organization: OrganizationId,
  because: "cancelled" | "left" | "dissolved" | "ended",
): void {
  const to = sidesOf({ space, organization });
  outbox.push({ kind: "ASSOCIATION_ENDED", to, data: { space, organization, because } });
}

/** The same of all Members of a Space that is dissolved. */
export function tellDissolved(world: World, space: Space): void {
  for (const { organization } of membersOf(world.state, space)) {
    tellEnded(world, space, organization, "dissolved");
  }
}
