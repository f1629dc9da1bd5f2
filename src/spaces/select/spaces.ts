/** What every command about a Space asks first: whether it is known to the actor, and who decides. */
import type { ApplicationId, InvitationId, OrganizationId, SpaceId } from "../../core/ids.ts";
import type { Actor, OfType } from "../../core/input.ts";
import type { Policy } from "../../core/policy.ts";
import { refuse } from "../../core/refusal.ts";
import { guard } from "../../core/rule.ts";
import type * as faces from "../../core/transaction.ts";
import { must, read } from "../../core/transaction.ts";
import type { DirectoryRecords, SettingEvents } from "../../directory/model.ts";
import { actsAsMainAdmin, actsFor } from "../../directory/select/authority.ts";
import { liveOrganization, organizationKnown } from "../../directory/select/organizations.ts";
import type {
  AssociationRecord,
  InvitationRecord,
  SpaceRecord,
  SpacesCommand,
  SpacesCommands,
  SpacesEvents,
  SpacesRecords,
} from "../model.ts";

/** What decisions about Spaces read. */
export type SpacesReads = SpacesRecords & DirectoryRecords;
export type Reading = faces.Reading<SpacesReads>;
export type Deciding = faces.Deciding<SpacesReads, SpacesEvents & SettingEvents>;

/** The command of one type. */
export type CommandOf<Type extends keyof SpacesCommands> = OfType<SpacesCommand, Type>;

/** A Space that exists and has not been dissolved, or `null`. */
export function liveSpace(tx: Reading, id: SpaceId): SpaceRecord | null {
  const space = read(tx, "space", id);
  return space === null || space.dissolved ? null : space;
}

/** The record of a Space that a guard has found. */
export function spaceOf(tx: Reading, id: SpaceId): SpaceRecord {
  return must(tx, "space", id);
}

/** An organization's part in a Space, as Host or as Member, or `null`. */
export function associationOf(
  tx: Reading,
  space: SpaceId,
  organization: OrganizationId,
): AssociationRecord | null {
  return read(tx, "association", space, organization);
}

/** SPACE-01, SPACE-05: whether an organization is a Member; a Host is none of its own Space. */
export function isMember(tx: Reading, space: SpaceId, organization: OrganizationId): boolean {
  const association = associationOf(tx, space, organization);
  return association !== null && association.order > 0;
}

/**
 * Whether an organization may know of a Space that stands: as its Host, a Member, invited by name as
 * long as an invitation is open, or while an application of its own is pending.
 */
export function mayKnow(tx: Reading, space: SpaceId, organization: OrganizationId): boolean {
  const record = liveSpace(tx, space);
  if (record === null) return false;
  if (record.host === organization || isMember(tx, space, organization)) return true;
  if (read(tx, "invitee", space, organization) !== null) return true;
  const latest = read(tx, "applicant", space, organization);
  return latest !== null && must(tx, "application", latest.application).status === "pending";
}

/** PROTO-03: the organization in whose name somebody acts exists; support staff act in none. */
export const actorKnown = guard("PROTO-03", (tx: Reading, by: Actor) =>
  "organization" in by ? organizationKnown(tx, by.organization) : null,
);

/** PROTO-03: the actor's organization may know of the Space; to anybody else it is unknown. */
export const spaceKnown = guard("PROTO-03", (tx: Reading, by: Actor, space: SpaceId) => {
  if (!("organization" in by)) return refuse("UNKNOWN_SPACE", { space });
  const unknown = organizationKnown(tx, by.organization);
  if (unknown !== null) return unknown;
  return mayKnow(tx, space, by.organization) ? null : refuse("UNKNOWN_SPACE", { space });
});

/** PROTO-03, for support staff: the Space exists, whoever takes part in it. */
export const spaceExists = guard("PROTO-03", (tx: Reading, space: SpaceId) =>
  liveSpace(tx, space) === null ? refuse("UNKNOWN_SPACE", { space }) : null,
);

/** ADMIN-04: whether an actor decides about a Space, being an authorized admin of its Host. */
function isSpaceAdmin(tx: Reading, by: Actor, space: SpaceId): boolean {
  return actsFor(tx, by, spaceOf(tx, space).host);
}

/**
 * ADMIN-04: only Space admins decide about the Space: invitations (JOIN-01, JOIN-12), review
 * (JOIN-05), visibility (VIS-03, VIS-07, VIS-08), Folders (FOLDER-01), partner types (PARTNER-01), cancelling an
 * Association (EXIT-01), suspending a Member (EXIT-08), dissolving it (SPACE-07). Being one lapses with the role (ADMIN-05).
 */
export const actorIsSpaceAdmin = guard(
  [
    "ADMIN-01",
    "ADMIN-02",
    "ADMIN-04",
    "ADMIN-05",
    "SPACE-07",
    "JOIN-01",
    "JOIN-05",
    "JOIN-12",
    "VIS-03",
    "VIS-07",
    "VIS-08",
    "FOLDER-01",
    "FOLDER-02",
    "PARTNER-01",
    "EXIT-01",
    "EXIT-08",
  ],
  (tx: Reading, by: Actor, space: SpaceId) =>
    isSpaceAdmin(tx, by, space) ? null : refuse("NOT_SPACE_ADMIN", { space }),
);

/** Why an actor is refused what a Space's admins do, if so: the Space unknown to them, or they none. */
export function spaceAdminRefusal(tx: Reading, by: Actor, space: SpaceId) {
  return spaceKnown(tx, by, space) ?? actorIsSpaceAdmin(tx, by, space);
}

/** JOIN-03, EXIT-02: under the strict policy a main admin acts for a Member, not a sub-admin. */
export const mainAdminActs = guard(
  ["JOIN-03", "EXIT-02"],
  (tx: Reading, by: Actor, organization: OrganizationId, policy: Policy) => {
    if (policy.memberSideActor !== "main-admin-only") return null;
    return actsAsMainAdmin(tx, by, organization)
      ? null
      : refuse("MAIN_ADMIN_REQUIRED", { organization });
  },
);

/** ROSTER-01, VIS-03, VIS-08, FOLDER-02, PARTNER-01, PARTNER-03, EXIT-01, EXIT-08: the organization is a Member of the Space. */
export const organizationIsMember = guard(
  ["ROSTER-01", "VIS-03", "VIS-08", "FOLDER-02", "PARTNER-01", "PARTNER-03", "EXIT-01", "EXIT-08"],
  (tx: Reading, space: SpaceId, organization: OrganizationId) =>
    isMember(tx, space, organization) ? null : refuse("NOT_A_MEMBER", { space, organization }),
);

/** PROTO-04: an id for something new has never been used for another of its kind. */
export const idFree = guard(
  "PROTO-04",
  (tx: Reading, kind: "space" | "invitation" | "application", id: string) =>
    read(tx, kind, id) === null ? null : refuse("ID_TAKEN", { kind, id }),
);

/** Whether an invitation is neither revoked nor expired. */
export const isOpenAt = ({ open, expiresAt }: InvitationRecord, at: number): boolean =>
  open && (expiresAt === null || at < expiresAt);

/** Whether an invitation is not used up, whosever its uses are. */
export const hasUseLeft = ({ maxUses, uses }: InvitationRecord): boolean =>
  maxUses === null || uses < maxUses;

/**
 * JOIN-02: the invitation opens the way to apply: it was issued, is neither revoked nor expired, and
 * its Space, or Trunk, stands. Which of these fails is nobody's business outside.
 */
export const invitationValid = guard(
  "JOIN-02",
  (tx: Reading, invitation: InvitationId, at: number) => {
    const record = read(tx, "invitation", invitation);
    const good =
      record !== null &&
      isOpenAt(record, at) &&
      ("trunk" in record
        ? liveOrganization(tx, record.trunk) !== null
        : liveSpace(tx, record.space) !== null);
    return good ? null : refuse("INVITATION_NOT_VALID", { invitation });
  },
);

/** JOIN-19: the uses an invitation has left once an application through it is off the table. */
export function usesLeftAfter(tx: Reading, application: ApplicationId): number | null {
  const { invitation, organization } = must(tx, "application", application);
  const { maxUses, uses } = must(tx, "invitation", invitation);
  const given = must(tx, "use", invitation, organization).member ? 0 : 1;
  return maxUses === null ? null : maxUses - uses + given;
}
