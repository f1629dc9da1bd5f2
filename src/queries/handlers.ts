/** Which function answers which question. */
import type { Policy } from "../core/policy.ts";
import type { Tx } from "../core/transaction.ts";
import type { FlowsEvents, FlowsRecords } from "../flows/model.ts";
import { scopeOfOwn, waitingOnSide } from "./admin-scope.ts";
import {
  applicationsForHost,
  foldersForHost,
  invitationsForHost,
  membersForHost,
} from "./admin-space.ts";
import { appQueries } from "./apps.ts";
import { contactSeen, contactsSeen } from "./contacts.ts";
import { dataQueries } from "./data.ts";
import { departureQueries } from "./departure.ts";
import { managementEntry, spacesOfPerson } from "./entry.ts";
import { flowQueries } from "./flows.ts";
import { groupQueries } from "./groups.ts";
import { licenseQueries } from "./licenses.ts";
import type { Queries, QueryType } from "./model.ts";
import { organizationsSeen } from "./organizations.ts";
import type { Answered } from "./paging.ts";
import { organizationRoom, spaceRoom } from "./room.ts";

/** A question over everything. */
export type FlowsTx = Tx<FlowsRecords, FlowsEvents>;

/** Answers the questions of one type. */
export type QueryHandler<Type extends QueryType> = (
  tx: FlowsTx,
  data: Queries[Type]["input"],
  policy: Policy,
) => Answered<Queries[Type]["answer"]>;

/** A function for every type of question: a missing one does not compile. */
export const queryHandlers: { readonly [Type in QueryType]: QueryHandler<Type> } = {
  "entry.management": managementEntry,
  "entry.spaces": spacesOfPerson,
  "space.organizations": organizationsSeen,
  "space.contacts": contactsSeen,
  "space.contact": contactSeen,
  "admin.members": membersForHost,
  "admin.applications": applicationsForHost,
  "admin.invitations": invitationsForHost,
  "admin.folders": foldersForHost,
  "admin.waiting": waitingOnSide,
  "admin.scope": scopeOfOwn,
  "admin.space-room": spaceRoom,
  "admin.organization-room": organizationRoom,
  ...licenseQueries,
  ...appQueries,
  ...dataQueries,
  ...flowQueries,
  ...groupQueries,
  ...departureQueries,
};
