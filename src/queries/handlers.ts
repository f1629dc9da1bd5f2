/** Which function answers which question. */
import { merged } from "../core/lookup.ts";
import { rosterForAdmins } from "./admin-roster.ts";
import { scopeOfOwn, waitingOnSide } from "./admin-scope.ts";
import {
  applicationsForHost,
  foldersForHost,
  invitationsForHost,
  membersForHost,
} from "./admin-space.ts";
import { applicationForHost, invitationLooked, ownApplications } from "./applications.ts";
import { appQueries } from "./apps.ts";
import { contactSeen, contactsSeen } from "./contacts.ts";
import { dataQueries } from "./data.ts";
import { departurePreview } from "./departure.ts";
import { directoryQueries } from "./directory.ts";
import { managementEntry, spacesOfPerson } from "./entry.ts";
import { flowQueries } from "./flows.ts";
import { groupQueries } from "./groups.ts";
import type { QueryHandler } from "./handler.ts";
import { hierarchyQueries } from "./hierarchy.ts";
import { liaisonQueries } from "./liaisons.ts";
import { licenseQueries } from "./licenses.ts";
import type { QueryType } from "./model.ts";
import { organizationsSeen } from "./organizations.ts";
import { recipientsOf } from "./recipients.ts";
import { reclaimPlan } from "./reclaiming.ts";
import { organizationRoom, spaceRoom } from "./room.ts";
import { oneWayInSpace, whySeenInSpace } from "./sight-in-spaces.ts";

const spaceQueries = {
  "entry.management": managementEntry,
  "entry.spaces": spacesOfPerson,
  "space.organizations": organizationsSeen,
  "space.contacts": contactsSeen,
  "space.contact": contactSeen,
  "space.why": whySeenInSpace,
  "space.one-way": oneWayInSpace,
  "admin.members": membersForHost,
  "admin.applications": applicationsForHost,
  "admin.application": applicationForHost,
  "application.own": ownApplications,
  "invitation.look": invitationLooked,
  "admin.invitations": invitationsForHost,
  "admin.folders": foldersForHost,
  "admin.roster": rosterForAdmins,
  "admin.waiting": waitingOnSide,
  "admin.scope": scopeOfOwn,
  "admin.space-room": spaceRoom,
  "admin.organization-room": organizationRoom,
  "departure.preview": departurePreview,
  "notice.recipients": recipientsOf,
};

/** A function for every type of question: a missing one does not compile. */
export const queryHandlers: { readonly [Type in QueryType]: QueryHandler<Type> } =
  /* @__PURE__ */ merged(
    spaceQueries,
    licenseQueries,
    { "license.reclaim-plan": reclaimPlan },
    appQueries,
    dataQueries,
    flowQueries,
    groupQueries,
    directoryQueries,
    hierarchyQueries,
    liaisonQueries,
  );
