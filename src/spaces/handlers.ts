/** Which function handles which command about Spaces. */
import type { Policy } from "../core/policy.ts";
import type { Refusal } from "../core/refusal.ts";
import { rejectApplication, submitApplication, withdrawApplication } from "./applications.ts";
import { cancelAssociation, leaveAssociation, stayInSpace } from "./exit.ts";
import { shareFields } from "./fields.ts";
import { createFolder, moveFolder, placeMember, removeFolder, renameFolder } from "./folders.ts";
import {
  dissolveSpace,
  enableBatchInvitation,
  expandPersonCap,
  expandSpaceQuota,
} from "./hosting.ts";
import { inviteBatch, issueInvitation, revokeInvitation } from "./invitations.ts";
import type { SpacesCommands } from "./model.ts";
import { setPartner } from "./partners.ts";
import type { CommandOf, Deciding } from "./select/spaces.ts";
import { resumeMember, suspendMember } from "./suspending.ts";
import { hideMember, setVisibility } from "./visibility.ts";

/** The two that bring people in are the Roster's, and the one that names people on it. */
type Own = Exclude<
  keyof SpacesCommands,
  "space.create" | "application.approve" | "counterparts.set"
>;

/** A function for every type of command: a missing one does not compile. */
export const spacesHandlers = {
  "space.dissolve": dissolveSpace,
  "space-quota.expand": expandSpaceQuota,
  "person-cap.expand": expandPersonCap,
  "batch-invitation.enable": enableBatchInvitation,
  "invitation.issue": issueInvitation,
  "invitation.revoke": revokeInvitation,
  "invitation.batch": inviteBatch,
  "application.submit": submitApplication,
  "application.withdraw": withdrawApplication,
  "application.reject": rejectApplication,
  "association.cancel": cancelAssociation,
  "association.leave": leaveAssociation,
  "association.stay": stayInSpace,
  "association.suspend": suspendMember,
  "association.resume": resumeMember,
  "visibility.set": setVisibility,
  "visibility.hide": hideMember,
  "fields.share": shareFields,
  "partner.set": setPartner,
  "folder.create": createFolder,
  "folder.rename": renameFolder,
  "folder.move": moveFolder,
  "folder.remove": removeFolder,
  "member.place": placeMember,
} satisfies {
  readonly [Type in Own]: (
    tx: Deciding,
    command: CommandOf<Type>,
    policy: Policy,
  ) => Refusal | null;
};
