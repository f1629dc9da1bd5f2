/** Where what belongs to a Space, or to a Trunk, is kept: one answer for both. */
import type { OrganizationId, SpaceId } from "../../core/ids.ts";
import { listOf } from "../../core/kinds.ts";
import type { Pages } from "../../core/paged.ts";
import { read } from "../../core/transaction.ts";
import { spacesKinds } from "../kinds.ts";
import type { AssociationRecord, Container, InSpace, InTrunk, LinkRecord } from "../model.ts";
import type { Reading } from "./spaces.ts";

/** Whether a container is a Trunk. */
export const isTrunk = <Of extends Container>(of: Of): of is Extract<Of, InTrunk> => "trunk" in of;

/** The container that something belongs to, and nothing else of it. */
export const containerOf = (of: Container): Container =>
  isTrunk(of) ? { trunk: of.trunk } : { space: of.space };

/** Whether two name the same container. */
export const isSameContainer = (one: Container, other: Container): boolean =>
  isTrunk(one)
    ? isTrunk(other) && one.trunk === other.trunk
    : !isTrunk(other) && one.space === other.space;

/** Where the indexes of a container's lists are. */
export const homeKey = (of: Container): readonly ["space" | "trunk", string] =>
  isTrunk(of) ? ["trunk", of.trunk] : ["space", of.space];

/** Where the latest application of an organization is noted. */
export const applicantKey = (
  of: Container,
  organization: OrganizationId,
): readonly ["applicant" | "trunk-applicant", string, OrganizationId] =>
  isTrunk(of) ? ["trunk-applicant", of.trunk, organization] : ["applicant", of.space, organization];

/** Where it is counted how many open invitations name an organization. */
export const inviteeKey = (
  of: Container,
  organization: OrganizationId,
): readonly ["invitee" | "trunk-invitee", string, OrganizationId] =>
  isTrunk(of) ? ["trunk-invitee", of.trunk, organization] : ["invitee", of.space, organization];

/** A container's pending applications, in order of arrival. */
export function pendingIn(of: InSpace): Pages<"pending">;
export function pendingIn(of: Container): Pages<"pending"> | Pages<"trunk-pending">;
export function pendingIn(of: Container) {
  return isTrunk(of)
    ? listOf(spacesKinds["trunk-pending"], of.trunk)
    : listOf(spacesKinds.pending, of.space);
}

/** A container's invitations, in order of issue. */
export function invitedTo(of: InSpace): Pages<"invited">;
export function invitedTo(of: Container): Pages<"invited"> | Pages<"trunk-invited">;
export function invitedTo(of: Container) {
  return isTrunk(of)
    ? listOf(spacesKinds["trunk-invited"], of.trunk)
    : listOf(spacesKinds.invited, of.space);
}

/** An organization's part in a Space, as Host or Member, or its Link to a Trunk; `null`: none. */
export function partIn(
  tx: Reading,
  of: Container,
  organization: OrganizationId,
): AssociationRecord | LinkRecord | null {
  return isTrunk(of)
    ? read(tx, "link", of.trunk, organization)
    : read(tx, "association", of.space, organization);
}

/** The containers that an organization is in: the Spaces that it hosts and has joined, then its Trunks. */
export const containersOf = ({
  hosted,
  joined,
  trunks = [],
}: {
  readonly hosted: readonly SpaceId[];
  readonly joined: readonly SpaceId[];
  readonly trunks?: readonly OrganizationId[];
}): Container[] => [
  ...[...hosted, ...joined].map((space): InSpace => ({ space })),
  ...trunks.map((trunk): InTrunk => ({ trunk })),
];
