/** Refusals and notices in English. */
import { figures, named, quoted } from "./explain-en-text.ts";
import type { englishNoticesOfWork, englishOfWork } from "./explain-en-work.ts";
import {
  LISTED_MAX,
  type NoticeSayings,
  type RefusalSayings,
  say,
  shown,
  shownPath,
} from "./explain-text.ts";

const responsible = { organization: "the organization itself", platform: "the platform" };

/** What is wrong, code by code; those of work have a file of their own. */
export const english: Omit<RefusalSayings, keyof typeof englishOfWork> = {
  MALFORMED: ({ problems }) =>
    say(
      `The input is malformed: ${problems
        .slice(0, LISTED_MAX)
        .map(({ path, problem }) => `${shownPath(path) || "the input"} is ${shown(problem)}`)
        .join("; ")}${problems.length > LISTED_MAX ? "; and more" : ""}`,
      "Correct the fields named and send it under a new input id.",
    ),
  INPUT_ID_REUSED: ({ input }) =>
    say(
      `Input id ${quoted(input)} has been used for an input with other content`,
      "Send a retry unchanged; give a different input an id of its own.",
    ),
  UNKNOWN_ORGANIZATION: ({ organization }) =>
    say(
      `There is no organization ${quoted(organization)}`,
      "Check the id. A fact may be sent again once the organization has been registered.",
    ),
  UNKNOWN_SPACE: ({ space }) =>
    say(
      `There is no Space ${quoted(space)} that you could know of`,
      "Check the id, or ask the Host for an invitation and apply.",
    ),
  SOURCE_NOT_RESPONSIBLE: (data) =>
    say(
      `This fact is for ${responsible[data.responsible]} to report, not for its sender`,
      `Let ${responsible[data.responsible]} report it.`,
    ),
  NOT_AUTHORIZED_ADMIN: ({ organization }) =>
    organization === null
      ? say(
          "Support staff act for no organization",
          "Let a main admin of the organization do it, or a sub-admin with the Space permission.",
        )
      : say(
          `You are not an authorized admin of organization ${quoted(organization)}`,
          "Let a main admin of that organization do it, or a sub-admin with the Space permission.",
        ),
  MAIN_ADMIN_REQUIRED: ({ organization }) =>
    say(
      `Only a main admin may do this for organization ${quoted(organization)}`,
      "Ask a main admin of that organization; the Space permission is not enough here.",
    ),
  NOT_SPACE_ADMIN: ({ space }) =>
    say(
      `You are not an admin of Space ${quoted(space)}`,
      "Ask an authorized admin of the Host organization.",
    ),
  MEMBER_ROSTER_NOT_MANAGEABLE: ({ space, organization }) =>
    say(
      `The people of Member ${quoted(organization)} in Space ${quoted(space)} are not yours to manage`,
      "Ask that Member's own admin, or cancel the Association of the whole organization.",
    ),
  WHOLE_ORG_EXIT_HOST_ONLY: ({ space }) =>
    say(
      `A Member cannot leave Space ${quoted(space)} as a whole by itself`,
      "Ask an admin of the Host to cancel the Association, or take your own people out.",
    ),
  QUOTA_EXPANSION_NOT_AUTHORIZED: () =>
    say(
      "Only platform support staff may expand a quota or enable batch invitation",
      "Ask platform support.",
    ),
  APPLICATION_REQUIRED: ({ space, organization }) =>
    say(
      `Organization ${quoted(organization)} has not applied to Space ${quoted(space)}`,
      "Send it an invitation; its own admin has to apply first.",
    ),
  INVITATION_NOT_VALID: ({ invitation }) =>
    say(
      `Invitation ${quoted(invitation)} is not valid`,
      "Ask an admin of the Host for a new invitation.",
    ),
  UNKNOWN_PERSON: ({ organization, person }) =>
    say(
      `Organization ${quoted(organization)} has nobody ${quoted(person)} in service`,
      "Check the id and the employment. A fact may be sent again once the hire has been reported.",
    ),
  UNKNOWN_DEPARTMENT: ({ organization, department }) =>
    say(
      `Organization ${quoted(organization)} has no department ${quoted(department)}`,
      "Check the id. A fact may be sent again once the department has been reported.",
    ),
  UNKNOWN_FOLDER: ({ space, folder }) =>
    say(
      `Space ${quoted(space)} has no Folder ${quoted(folder)}`,
      "Check the id, or create the Folder first.",
    ),
  UNKNOWN_APPLICATION: ({ application }) =>
    say(
      `There is no application ${quoted(application)} of this organization to this Space`,
      "Look the application up among the pending ones.",
    ),
  HOST_NOT_CERTIFIED: ({ organization }) =>
    say(
      `Organization ${quoted(organization)} is not certified and so cannot create a Space`,
      "Get the organization certified first.",
    ),
  MEMBER_NOT_CERTIFIED: ({ organization }) =>
    say(
      `Organization ${quoted(organization)} is not certified, which joining requires here`,
      "Get the organization certified first.",
    ),
  EDITION_NOT_SUPPORTED: () =>
    say(
      "The edition of the Host does not include upstream-downstream interconnection",
      "The Host needs the Exclusive edition.",
    ),
  SSO_NOT_SUPPORTED: () =>
    say("This is not available under single sign-on", "Single sign-on has to be switched off."),
  BATCH_INVITE_NOT_ENABLED: ({ organization }) =>
    say(
      `Batch invitation is not enabled for organization ${quoted(organization)}`,
      "Ask platform support to enable it, or issue invitations one by one.",
    ),
  ID_TAKEN: ({ kind, id }) =>
    say(
      `The ${shown(kind)} id ${quoted(id)} is in use or was used before`,
      "Choose an id that has never been used.",
    ),
  HOST_CANNOT_JOIN_OWN_SPACE: ({ space }) =>
    say(
      `The Host of Space ${quoted(space)} cannot join it as a Member`,
      "Nothing needs to be done: the Host takes part already and may set its own scope.",
    ),
  ALREADY_MEMBER: ({ space }) =>
    say(
      `The organization is a Member of Space ${quoted(space)} already`,
      "To bring other people in, change the organization's scope.",
    ),
  APPLICATION_ALREADY_PENDING: ({ application }) =>
    say(
      `Application ${quoted(application)} to this Space is still pending`,
      "Wait for the decision, or withdraw that application before you apply again.",
    ),
  APPLICATION_NOT_PENDING: ({ application, status }) =>
    say(
      `Application ${quoted(application)} is no longer pending: it was ${status}`,
      status === "approved" ? "Nothing needs to be done." : "The organization may apply again.",
    ),
  NOT_A_MEMBER: ({ space, organization }) =>
    say(
      `Organization ${quoted(organization)} is not a Member of Space ${quoted(space)}`,
      "It has to apply and be approved first.",
    ),
  FOLDER_CYCLE: ({ folder }) =>
    say(
      `Folder ${quoted(folder)} cannot be moved into itself or a Folder below it`,
      "Choose a Folder that is not below it, or the root.",
    ),
  FOLDER_NOT_EMPTY: ({ folder }) =>
    say(
      `Folder ${quoted(folder)} is not empty`,
      "Move the Folders and Member organizations in it elsewhere first.",
    ),
  QUOTA_NOT_INCREASED: ({ current }) =>
    say(`An expansion must exceed what is in force: ${current}`, `Give more than ${current}.`),
  NOT_IN_SPACE: ({ space }) =>
    say(
      `The person was not added to Space ${quoted(space)}`,
      "An admin of the person's own organization can add them to its scope.",
    ),
  NOT_VISIBLE: ({ organization }) =>
    say(
      `Organization ${quoted(organization)} is not visible to you in this Space`,
      "An admin of the Host can widen your organization's visibility.",
    ),
  SCOPE_OUTSIDE_OWN_ORGANIZATION: ({ organization }) =>
    say(
      `The scope selects from organization ${quoted(organization)}, which is not your own`,
      "Select people and departments of your own organization only.",
    ),
  JOIN_LIMIT_EXCEEDED: (data) =>
    say(
      `The organization cannot join another Space${figures(data)}`,
      "It has to leave a Space first; the Host of that Space can cancel the Association.",
    ),
  MEMBER_ORG_LIMIT_EXCEEDED: (data) =>
    say(
      `The Space cannot take another Member${figures(data)}`,
      "Cancel an Association first; the application stays pending and can be approved then.",
    ),
  SPACE_QUOTA_EXCEEDED: (data) =>
    say(
      `The organization cannot create another Space${figures(data)}`,
      "Dissolve a Space, if live ones count, or ask platform support to expand the quota.",
    ),
  PERSON_CAP_EXCEEDED: (data) =>
    say(
      `The Space has no room for these people${figures(data)}`,
      "Choose fewer people, take others out first, or ask platform support to expand the cap.",
    ),
};

/** What has happened, notice by notice; those of work have a file of their own. */
export const englishNotices: Omit<NoticeSayings, keyof typeof englishNoticesOfWork> = {
  ROSTER_CAP_REACHED: ({ space, organization, people }) =>
    say(
      `Space ${quoted(space)} is full: ${named(people)} of ${quoted(organization)} found no place`,
      "Take others out or ask platform support to expand the cap; who waits then enters in turn.",
    ),
  COUNTERPART_LEFT: ({ identity, spaces }) =>
    say(
      `${quoted(identity.person)} of ${quoted(identity.organization)} resigned and left ${named(spaces)}`,
      "Agree with the organization on another counterpart.",
    ),
  DEPARTMENT_FLAGGED: ({ organization, department, reason }) =>
    say(
      `Department ${quoted(department)} of ${quoted(organization)} could not be placed as reported: ${
        reason === "cycle" ? "it would lie below itself" : "it would lie too deep"
      }`,
      "Correct the department's parent in the source directory.",
    ),
  DIRECTORY_RECONCILIATION_HELD: ({ organization, reconciliation, people }) =>
    say(
      `List ${quoted(reconciliation)} would remove ${people} people of ${quoted(organization)} and is held`,
      "An authorized admin has to confirm or discard it.",
    ),
};
