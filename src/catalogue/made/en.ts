/** Made by `npm run generate` from src/catalogue/refusals; not edited by hand. */
import {
  count,
  id,
  identities,
  identity,
  ids,
  organization,
  person,
  problems,
  select,
  tasks,
  word,
  work,
} from "../format.ts";
import type { Texts } from "../texts.ts";

type Data = {
  readonly [name in
    | "alias"
    | "anchor"
    | "app"
    | "application"
    | "approved"
    | "because"
    | "bound"
    | "branch"
    | "by"
    | "code"
    | "count"
    | "counts"
    | "current"
    | "department"
    | "departments"
    | "dropped"
    | "fact"
    | "feature"
    | "flow"
    | "folder"
    | "from"
    | "group"
    | "holder"
    | "id"
    | "identity"
    | "input"
    | "installed"
    | "instance"
    | "invitation"
    | "kind"
    | "lacks"
    | "limit"
    | "list"
    | "min"
    | "mount"
    | "needed"
    | "organization"
    | "people"
    | "person"
    | "problems"
    | "purchased"
    | "reapplyFrom"
    | "reason"
    | "required"
    | "responsible"
    | "role"
    | "space"
    | "spaces"
    | "standIn"
    | "status"
    | "subject"
    | "suspended"
    | "task"
    | "tasks"
    | "threshold"
    | "to"
    | "trunk"
    | "unit"
    | "used"]?: unknown;
};

export const en: Texts = {
  refusals: {
    MALFORMED: {
      title: () => "The input is malformed",
      text: (d: Data) => "The input is malformed: " + problems(d.problems, "en"),
      help: () => "Correct the fields named and send it under a new input id.",
    },
    INPUT_ID_REUSED: {
      title: () => "The input id was used for another input",
      text: (d: Data) =>
        "Input id " + id(d.input, "en") + " has been used for an input with other content",
      help: () => "Send a retry unchanged; give a different input an id of its own.",
    },
    EXPECTATION_REQUIRED: {
      title: () => "What was looked at has to come along",
      text: () => "The command does not say what it was decided on",
      help: () => "Preview it, look at what it would do, and send it with the fingerprint of that.",
    },
    UNKNOWN_ORGANIZATION: {
      title: () => "No such organization",
      text: (d: Data) => "There is no organization " + id(d.organization, "en"),
      help: () =>
        "Check the id. A fact may be sent again once the organization has been registered.",
    },
    UNKNOWN_SPACE: {
      title: () => "No such Space that you could know of",
      text: (d: Data) => "There is no Space " + id(d.space, "en") + " that you could know of",
      help: () => "Check the id, or ask the Host for an invitation and apply.",
    },
    UNKNOWN_TRUNK: {
      title: () => "No such Trunk",
      text: (d: Data) =>
        "There is no Trunk " + id(d.trunk, "en") + " that your organization is acquainted with",
      help: () => "Look it up among your Trunks, or ask it for an invitation.",
    },
    SOURCE_NOT_RESPONSIBLE: {
      title: () => "The fact is not its sender's to report",
      text: (d: Data) =>
        "This fact is for " +
        select(d.responsible, { organization: "the organization itself", other: "the platform" }) +
        " to report, not for its sender",
      help: (d: Data) =>
        "Let " +
        select(d.responsible, { organization: "the organization itself", other: "the platform" }) +
        " report it.",
    },
    ACTING_ORG_INVALID: {
      title: () => "Not an organization that you can act for",
      text: (d: Data) =>
        select(d.organization, {
          none: "Support staff act for no organization",
          other: "You cannot act for organization " + id(d.organization, "en") + " here",
        }),
      help: (d: Data) =>
        select(d.organization, {
          none: "Let a person of the organization do it.",
          other:
            "Act for an organization in which you are in service; in a Space, for one of its Members.",
        }),
    },
    ACTOR_SUSPENDED: {
      title: () => "Suspended",
      text: (d: Data) =>
        select(d.suspended, {
          person: "You are suspended in organization " + id(d.organization, "en"),
          other: "Organization " + id(d.organization, "en") + " is suspended",
        }) + " and cannot act",
      help: (d: Data) =>
        select(d.suspended, {
          person: "Let a colleague do it, or wait until the organization resumes you.",
          other: "Wait until the platform resumes the organization.",
        }),
    },
    NOT_AUTHORIZED_ADMIN: {
      title: () => "Not an authorized admin of the organization",
      text: (d: Data) =>
        select(d.organization, {
          none: "Support staff act for no organization",
          other: "You are not an authorized admin of organization " + id(d.organization, "en"),
        }),
      help: (d: Data) =>
        select(d.organization, {
          none: "Let a main admin of the organization do it, or a sub-admin with the Space permission.",
          other:
            "Let a main admin of that organization do it, or a sub-admin with the Space permission.",
        }),
    },
    MAIN_ADMIN_REQUIRED: {
      title: () => "For a main admin only",
      text: (d: Data) =>
        "Only a main admin may do this for organization " + id(d.organization, "en"),
      help: () => "Ask a main admin of that organization; the Space permission is not enough here.",
    },
    NOT_SPACE_ADMIN: {
      title: () => "Not an admin of the Space",
      text: (d: Data) =>
        select(d.space, {
          none: "You are not an authorized admin of the organization that built the app",
          other: "You are not an admin of Space " + id(d.space, "en"),
        }),
      help: () => "Ask an authorized admin of the Host organization.",
    },
    NOT_TRUNK_ADMIN: {
      title: () => "Only for admins of the Trunk",
      text: (d: Data) => "You are no admin of Trunk " + id(d.trunk, "en"),
      help: () => "Ask one of its main admins, or a sub-admin with the Hierarchy permission.",
    },
    MEMBER_ROSTER_NOT_MANAGEABLE: {
      title: () => "A Member's people are its own to manage",
      text: (d: Data) =>
        "The people of Member " +
        id(d.organization, "en") +
        " in Space " +
        id(d.space, "en") +
        " are not yours to manage",
      help: () =>
        "Ask that Member's own admin, or cancel the Association of the whole organization.",
    },
    BRANCH_NOT_MANAGEABLE: {
      title: () => "A Trunk does not manage a Branch's own part",
      text: (d: Data) =>
        "What Branch " +
        id(d.organization, "en") +
        " puts into its Link to " +
        id(d.trunk, "en") +
        " is its own concern",
      help: () => "Ask an admin of that organization; you may hide it or cancel the Link.",
    },
    WHOLE_ORG_EXIT_HOST_ONLY: {
      title: () => "A Member cannot leave as a whole by itself",
      text: (d: Data) =>
        "A Member cannot leave Space " + id(d.space, "en") + " as a whole by itself",
      help: () =>
        "Ask an admin of the Host to cancel the Association, or take your own people out.",
    },
    UNLINK_TRUNK_ONLY: {
      title: () => "Only the Trunk cancels a Link",
      text: (d: Data) => "A Branch cannot end its own Link to Trunk " + id(d.trunk, "en"),
      help: () =>
        "Take your people out, share nothing, or ask an admin of the Trunk to cancel the Link.",
    },
    APP_GOVERNANCE_HOST_ONLY: {
      title: () => "Only the Host governs its app",
      text: (d: Data) =>
        "Permissions, approval rules and lists of app " +
        id(d.app, "en") +
        " are for the Host to set",
      help: () => "Ask an authorized admin of the organization that built the app.",
    },
    LICENSE_HOST_ONLY: {
      title: () => "Only the Host distributes licenses",
      text: () => "Licenses are bought and distributed by the Host only",
      help: () => "Ask an authorized admin of the Host.",
    },
    QUOTA_EXPANSION_NOT_AUTHORIZED: {
      title: () => "Only platform support may expand",
      text: () => "Only platform support staff may expand a quota or enable batch invitation",
      help: () => "Ask platform support.",
    },
    APPLICATION_REQUIRED: {
      title: () => "The organization has not applied",
      text: (d: Data) =>
        "Organization " +
        id(d.organization, "en") +
        " has not applied to " +
        select(d.trunk, {
          none: "Space " + id(d.space, "en"),
          other: "Trunk " + id(d.trunk, "en"),
        }),
      help: () => "Send it an invitation; its own admin has to apply first.",
    },
    NOT_INITIATOR: {
      title: () => "You did not start this instance",
      text: (d: Data) => "You did not start instance " + id(d.instance, "en"),
      help: () => "Only the identity that started it may withdraw it.",
    },
    INVITATION_NOT_VALID: {
      title: () => "The invitation is not valid",
      text: (d: Data) => "Invitation " + id(d.invitation, "en") + " is not valid",
      help: () => "Ask an admin of the Host for a new invitation.",
    },
    INVITATION_NOT_ADDRESSED: {
      title: () => "The invitation is meant for somebody else",
      text: (d: Data) =>
        "Invitation " + id(d.invitation, "en") + " is not meant for this organization",
      help: () => "Ask an admin of the Host for an invitation of your own.",
    },
    UNKNOWN_PERSON: {
      title: () => "Nobody of this id is in service",
      text: (d: Data) =>
        "Organization " +
        id(d.organization, "en") +
        " has nobody " +
        id(d.person, "en") +
        " in service",
      help: () =>
        "Check the id and the employment. A fact may be sent again once the hire has been reported.",
    },
    UNKNOWN_DEPARTMENT: {
      title: () => "No such department",
      text: (d: Data) =>
        "Organization " + id(d.organization, "en") + " has no department " + id(d.department, "en"),
      help: () => "Check the id. A fact may be sent again once the department has been reported.",
    },
    UNKNOWN_FOLDER: {
      title: () => "No such Folder",
      text: (d: Data) => "Space " + id(d.space, "en") + " has no Folder " + id(d.folder, "en"),
      help: () => "Check the id, or create the Folder first.",
    },
    UNKNOWN_APP: {
      title: () => "No such app that you could know of",
      text: (d: Data) =>
        select(d.flow, {
          none: "There is no app " + id(d.app, "en") + " here that you could know of",
          other: "App " + id(d.app, "en") + " has no flow " + id(d.flow, "en"),
        }),
      help: (d: Data) =>
        select(d.flow, {
          none: "Check the id and the Space, or create the app first.",
          other: "Check the id; the Host defines the flows of its apps.",
        }),
    },
    UNKNOWN_APPLICATION: {
      title: () => "No such application",
      text: (d: Data) =>
        "There is no application " + id(d.application, "en") + " of this organization here",
      help: () => "Look the application up among the pending ones.",
    },
    UNKNOWN_GROUP: {
      title: () => "No such group that you take part in",
      text: (d: Data) =>
        "There is no cooperation group " + id(d.group, "en") + " that you take part in",
      help: () => "Check the id, or ask a participant to add you.",
    },
    UNKNOWN_INSTANCE: {
      title: () => "No such instance that you could know of",
      text: (d: Data) => "There is no instance " + id(d.instance, "en") + " that you could know of",
      help: () => "Look it up among those that you started or have a task in.",
    },
    UNKNOWN_TASK: {
      title: () => "No such task of the instance",
      text: (d: Data) =>
        "Instance " +
        id(d.instance, "en") +
        " has no task " +
        count(d.task) +
        " that could be named here",
      help: () => "Look at the instance again; a task goes back only to one of an earlier step.",
    },
    UNKNOWN_LIAISON_ROLE: {
      title: () => "No such liaison role",
      text: (d: Data) =>
        "Organization " + id(d.trunk, "en") + " has no liaison role " + id(d.role, "en"),
      help: () => "Choose one of its roles, or ask one of its admins to define it.",
    },
    NOT_TASK_HOLDER: {
      title: () => "The task is not yours",
      text: (d: Data) => "The task of instance " + id(d.instance, "en") + " is not yours",
      help: () => "Leave it to whoever holds it.",
    },
    HOST_NOT_CERTIFIED: {
      title: () => "An uncertified organization cannot create a Space",
      text: (d: Data) =>
        "Organization " +
        id(d.organization, "en") +
        " is not certified and so cannot create a Space",
      help: () => "Get the organization certified first.",
    },
    MEMBER_NOT_CERTIFIED: {
      title: () => "An uncertified organization cannot join",
      text: (d: Data) =>
        "Organization " +
        id(d.organization, "en") +
        " is not certified, which joining requires here",
      help: () => "Get the organization certified first.",
    },
    HIERARCHY_NOT_OPEN: {
      title: () => "Hierarchies are not open",
      text: (d: Data) => "Hierarchies are not open for organization " + id(d.trunk, "en"),
      help: () => "Have the platform open them, or open them again; what is linked stays as it is.",
    },
    EDITION_NOT_SUPPORTED: {
      title: () => "The Host's edition does not include this",
      text: (d: Data) =>
        "The edition " +
        select(d.required, {
          professional: "of the Trunk does not include hierarchies",
          other: "of the Host does not include upstream-downstream interconnection",
        }),
      help: (d: Data) =>
        select(d.required, {
          professional: "The Trunk needs the Professional or the Exclusive edition.",
          other: "The Host needs the Exclusive edition.",
        }),
    },
    SSO_NOT_SUPPORTED: {
      title: () => "Not available under single sign-on",
      text: () => "This is not available under single sign-on",
      help: () => "Single sign-on has to be switched off.",
    },
    HOST_SUSPENDED: {
      title: () => "The Host is suspended",
      text: (d: Data) => "Organization " + id(d.organization, "en") + ", the Host, is suspended",
      help: () => "Wait until the platform resumes it; nothing has been lost.",
    },
    MEMBER_SUSPENDED: {
      title: () => "The organization is suspended in the Space",
      text: (d: Data) =>
        "The Host of Space " + id(d.space, "en") + " has suspended your organization there",
      help: () => "Ask your admins to settle it with the Host; nothing has been lost.",
    },
    LICENSE_TERM_ENDED: {
      title: () => "The term of the licenses has ended",
      text: () => "The term for which the Host has bought licenses has ended",
      help: () =>
        "The Host can renew the purchase; nothing has been lost, and everything is as before then.",
    },
    BATCH_INVITE_NOT_ENABLED: {
      title: () => "Batch invitation is not enabled",
      text: (d: Data) =>
        "Batch invitation is not enabled for organization " + id(d.organization, "en"),
      help: () => "Ask platform support to enable it, or issue invitations one by one.",
    },
    APP_DATA_INTEROP_UNAVAILABLE: {
      title: () => "The apps cannot exchange data",
      text: (d: Data) =>
        "Data of app " +
        id(d.app, "en") +
        " cannot be exchanged between Space apps and the Host's apps",
      help: () => "Keep the data in one app: the exchange is not available.",
    },
    ID_TAKEN: {
      title: () => "The id was used before",
      text: (d: Data) =>
        "The " + word(d.kind) + " id " + id(d.id, "en") + " is in use or was used before",
      help: () => "Choose an id that has never been used.",
    },
    HOST_CANNOT_JOIN_OWN_SPACE: {
      title: () => "A Host cannot join its own Space",
      text: (d: Data) => "The Host of Space " + id(d.space, "en") + " cannot join it as a Member",
      help: () =>
        "Nothing needs to be done: the Host takes part already and may set its own scope.",
    },
    ALREADY_MEMBER: {
      title: () => "The organization is a Member already",
      text: (d: Data) => "The organization is a Member of Space " + id(d.space, "en") + " already",
      help: () => "To bring other people in, change the organization's scope.",
    },
    ALREADY_LINKED: {
      title: () => "The organization is a Branch already",
      text: (d: Data) => "The organization is a Branch of Trunk " + id(d.trunk, "en") + " already",
      help: () => "To bring other people in, change the scope of the Link.",
    },
    APPLICATION_ALREADY_PENDING: {
      title: () => "An application is pending already",
      text: (d: Data) =>
        "Application " + id(d.application, "en") + " to this Space is still pending",
      help: () => "Wait for the decision, or withdraw that application before you apply again.",
    },
    ALREADY_INVITED: {
      title: () => "The organization is invited already",
      text: (d: Data) =>
        "Invitation " + id(d.invitation, "en") + " to this organization is still open",
      help: () => "Send that invitation again, or revoke it before you issue another one.",
    },
    REAPPLY_TOO_SOON: {
      title: () => "Too soon after a rejection",
      text: () => "The organization was rejected and cannot apply again yet",
      help: () =>
        "Wait until the pause is over, or ask an admin of the Host for an invitation of your own.",
    },
    APPLICATION_NOT_PENDING: {
      title: () => "The application is no longer pending",
      text: (d: Data) =>
        "Application " +
        id(d.application, "en") +
        " is no longer pending: it " +
        select(d.status, { expired: "expired", other: "was " + word(d.status) }),
      help: (d: Data) =>
        select(d.status, {
          approved: "Nothing needs to be done.",
          other: "The organization may apply again.",
        }),
    },
    APPLICATION_EXPIRED: {
      title: () => "The application has expired",
      text: (d: Data) => "Application " + id(d.application, "en") + " has expired",
      help: () => "The organization may apply again at once.",
    },
    NOT_A_MEMBER: {
      title: () => "The organization is not a Member",
      text: (d: Data) =>
        "Organization " +
        id(d.organization, "en") +
        " is not a Member of Space " +
        id(d.space, "en"),
      help: () => "It has to apply and be approved first.",
    },
    NOT_LINKED: {
      title: () => "No such Link",
      text: (d: Data) =>
        "Organization " + id(d.organization, "en") + " is no Branch of Trunk " + id(d.trunk, "en"),
      help: () => "It has to apply to that Trunk first, and be approved.",
    },
    EXIT_NOT_DUE: {
      title: () => "The announced exit is not due yet",
      text: () => "The exit has been announced, and its period of notice is not over yet",
      help: () => "Leave again once it is over, or take the announcement back.",
    },
    LINK_NOT_RELEASED: {
      title: () => "The Link has not been released",
      text: (d: Data) =>
        "Trunk " +
        id(d.trunk, "en") +
        " has not released its Link to organization " +
        id(d.organization, "en"),
      help: () => "Ask an admin of that Trunk to release the Link; the application stays pending.",
    },
    HIERARCHY_CYCLE: {
      title: () => "The Link would close a circle",
      text: (d: Data) =>
        "Organization " +
        id(d.organization, "en") +
        " cannot be below " +
        id(d.trunk, "en") +
        ": that is the same or below it",
      help: () => "End the chain of Links that leads the other way first.",
    },
    FOLDER_CYCLE: {
      title: () => "A Folder cannot lie below itself",
      text: (d: Data) =>
        "Folder " + id(d.folder, "en") + " cannot be moved into itself or a Folder below it",
      help: () => "Choose a Folder that is not below it, or the root.",
    },
    FOLDER_NOT_EMPTY: {
      title: () => "The Folder is not empty",
      text: (d: Data) => "Folder " + id(d.folder, "en") + " is not empty",
      help: () => "Move the Folders and Member organizations in it elsewhere first.",
    },
    ALIAS_TAKEN: {
      title: () => "The alias is another Branch's",
      text: (d: Data) =>
        "Another Branch mounted at " +
        select(d.mount, { none: "the root", other: id(d.mount, "en") }) +
        " has the alias " +
        id(d.alias, "en"),
      help: () => "Choose another alias, or mount the Branch elsewhere.",
    },
    APP_NOT_OWNED_BY_HOST: {
      title: () => "The app was not built by the Host",
      text: (d: Data) => "App " + id(d.app, "en") + " was not built by the Host",
      help: () => "Choose an app that the Host built itself.",
    },
    APP_NOT_PUBLISHED: {
      title: () => "The app is not published to the Space",
      text: (d: Data) =>
        "App " +
        id(d.app, "en") +
        " is not " +
        select(d.trunk, {
          none: "published to Space " + id(d.space, "en"),
          other: "distributed by Trunk " + id(d.trunk, "en"),
        }),
      help: () => "An admin of the Host can publish it.",
    },
    APP_ALREADY_PUBLISHED: {
      title: () => "The app is published already",
      text: (d: Data) =>
        "App " +
        id(d.app, "en") +
        " is " +
        select(d.trunk, {
          none: "published to Space " + id(d.space, "en"),
          other: "distributed by Trunk " + id(d.trunk, "en"),
        }) +
        " already",
      help: () => "Nothing needs to be done.",
    },
    UNIT_NOT_LINKED: {
      title: () => "The unit is not linked",
      text: (d: Data) =>
        select(d.organization, {
          none: "Space " + id(d.space, "en"),
          other: "Member " + id(d.organization, "en") + " of Space " + id(d.space, "en"),
        }) + " is not linked to the license pool",
      help: () => "Link it first: Downstream, licenses are granted in linked units only.",
    },
    UNIT_ALREADY_LINKED: {
      title: () => "The unit is linked already",
      text: (d: Data) =>
        select(d.organization, {
          none: "Space " + id(d.space, "en"),
          other: "Member " + id(d.organization, "en") + " of Space " + id(d.space, "en"),
        }) + " is linked to the license pool already",
      help: () => "Nothing needs to be done.",
    },
    UNIT_OVERLAP: {
      title: () => "The unit overlaps with a linked one",
      text: (d: Data) =>
        select(d.organization, {
          none: "Space " + id(d.space, "en"),
          other: "Member " + id(d.organization, "en") + " of Space " + id(d.space, "en"),
        }) + " overlaps with a unit that is linked",
      help: () =>
        "Unlink that one first: a Space and one of its Members are never linked together.",
    },
    INSTANCE_NOT_RUNNING: {
      title: () => "The instance has ended",
      text: (d: Data) => "Instance " + id(d.instance, "en") + " has ended",
      help: () => "Start another one if needed.",
    },
    WITHDRAWAL_CLOSED: {
      title: () => "It can no longer be taken back",
      text: (d: Data) =>
        select(d.because, {
          acted: "Somebody has acted since on",
          late: "It has been too long since the start of",
          other: "Nothing can be taken back any more in",
        }) +
        " instance " +
        id(d.instance, "en"),
      help: () => "Ask whoever holds its tasks to return it, or an admin of the Host to end it.",
    },
    TASK_NOT_PENDING: {
      title: () => "The task cannot be acted on now",
      text: (d: Data) =>
        "Task " +
        count(d.task) +
        " of instance " +
        id(d.instance, "en") +
        " cannot be acted on now",
      help: () =>
        "Look at the instance again: it is closed, waits its turn, or waits for a successor.",
    },
    STAND_IN_OVERLAPS: {
      title: () => "Somebody stands in already",
      text: (d: Data) =>
        "Another period of " +
        id(d.person, "en") +
        " of organization " +
        id(d.organization, "en") +
        " overlaps this one",
      help: () => "End the other period first, or choose another one.",
    },
    LICENSE_NOT_GRANTED: {
      title: () => "No license is held in the unit",
      text: (d: Data) =>
        id(d.person, "en") +
        " of organization " +
        id(d.organization, "en") +
        " holds no license in this unit",
      help: () => "Leave them out, or look at the unit's accounts again.",
    },
    LICENSE_ALREADY_GRANTED: {
      title: () => "A license is held in the unit already",
      text: (d: Data) =>
        id(d.person, "en") +
        " of organization " +
        id(d.organization, "en") +
        " holds a license in this unit already",
      help: () => "Nothing needs to be done.",
    },
    QUOTA_NOT_INCREASED: {
      title: () => "The number is no increase",
      text: (d: Data) => "An expansion must exceed what is in force: " + count(d.current),
      help: (d: Data) => "Give more than " + count(d.current) + ".",
    },
    REVIEWER_IS_APPLICANT: {
      title: () => "The reviewer is on the applicant's side",
      text: () => "Whoever applies does not approve the application",
      help: () => "Another admin of the Space or Trunk can approve; you can reject.",
    },
    NOT_IN_SPACE: {
      title: () => "Not on the Roster of the Space",
      text: (d: Data) => "The person was not added to Space " + id(d.space, "en"),
      help: () => "An admin of the person's own organization can add them to its scope.",
    },
    NOT_ON_LINK: {
      title: () => "Not in the Trunk's book",
      text: (d: Data) => "The person is not in the book of Trunk " + id(d.trunk, "en"),
      help: () =>
        "An admin of the person's own organization can put them into the scope of its Link.",
    },
    INDUSTRY_ACCESS_CLOSED: {
      title: () => "Closed to industry members",
      text: (d: Data) => "App " + id(d.app, "en") + " is closed to industry members",
      help: () => "An admin of the organization that built the app can let them in.",
    },
    NOT_VISIBLE: {
      title: () => "The organization is not visible to you",
      text: (d: Data) => "Organization " + id(d.organization, "en") + " is not visible to you here",
      help: () =>
        "An admin of the Host, or of the Trunk, can widen your organization's visibility.",
    },
    APP_NOT_AUTHORIZED: {
      title: () => "Not on the authorized list of the app",
      text: (d: Data) => "You are not on the authorized list of app " + id(d.app, "en"),
      help: () => "Ask an admin of the Host, which keeps the list.",
    },
    FEATURE_NOT_SUPPORTED_DOWNSTREAM: {
      title: () => "The feature is not available downstream",
      text: (d: Data) => "Downstream people cannot use " + id(d.feature, "en"),
      help: () => "Use what the list of features has; forms and flows go in one at a time.",
    },
    LICENSE_REQUIRED: {
      title: () => "The app requires a license",
      text: (d: Data) => "Using app " + id(d.app, "en") + " requires a license",
      help: () => "An admin of the Host can grant one for the organization that you act for.",
    },
    DATA_PERMISSION_REQUIRED: {
      title: () => "No permission to see this data",
      text: (d: Data) => "You have no permission to see this data of app " + id(d.app, "en"),
      help: () => "An admin of the Host can give one.",
    },
    BRANCH_DATA_NOT_AUTHORIZED: {
      title: () => "The Branch does not share these data",
      text: (d: Data) =>
        "Organization " +
        id(d.organization, "en") +
        " does not share " +
        id(d.code, "en") +
        " with " +
        id(d.trunk, "en"),
      help: () => "Ask an admin of that organization to share it on the Link.",
    },
    SCOPE_OUTSIDE_OWN_ORGANIZATION: {
      title: () => "The scope lies outside your own organization",
      text: (d: Data) =>
        "The scope selects from organization " +
        id(d.organization, "en") +
        ", which is not your own",
      help: () => "Select people and departments of your own organization only.",
    },
    PICK_TARGET_OUTSIDE_SCOPE: {
      title: () => "Not a candidate of this form",
      text: (d: Data) =>
        id(d.person, "en") +
        " of organization " +
        id(d.organization, "en") +
        " cannot be chosen in this form",
      help: () => "Choose among the candidates.",
    },
    ROUTING_TARGET_OUTSIDE_INITIATOR_ORG: {
      title: () => "The target is not of the initiator's organization",
      text: (d: Data) =>
        "Only people of organization " +
        id(d.anchor, "en") +
        ", which started the instance, can be chosen",
      help: () => "Choose among the candidates.",
    },
    ROUTING_TARGET_SELF: {
      title: () => "You cannot choose yourself",
      text: (d: Data) =>
        "You are " +
        id(d.person, "en") +
        " of organization " +
        id(d.organization, "en") +
        " and cannot choose yourself",
      help: () => "Choose somebody else.",
    },
    ROUTING_TARGET_IS_INITIATOR: {
      title: () => "The target is who started it",
      text: (d: Data) =>
        id(d.person, "en") +
        " of organization " +
        id(d.organization, "en") +
        " started this instance and does not sign it",
      help: () => "Choose somebody else.",
    },
    ROUTING_TARGET_ALREADY_ON_TASK: {
      title: () => "The target holds a task already",
      text: (d: Data) =>
        id(d.person, "en") +
        " of organization " +
        id(d.organization, "en") +
        " holds a task of this instance already",
      help: () => "Choose somebody else, or wait until that task is closed.",
    },
    TARGET_SUSPENDED: {
      title: () => "The target is suspended",
      text: (d: Data) =>
        id(d.person, "en") +
        " of organization " +
        id(d.organization, "en") +
        " is suspended and has nobody to stand in",
      help: () => "Choose among the candidates.",
    },
    ROUTING_TARGET_CANNOT_ACT: {
      title: () => "The target could not act on the task",
      text: (d: Data) =>
        id(d.person, "en") +
        " of organization " +
        id(d.organization, "en") +
        " " +
        select(d.lacks, {
          list: "is not on the app's list",
          license: "holds no license",
          other: "could not act on the task",
        }),
      help: () =>
        "Choose among the candidates, or ask the Host's admins for a place on the list or a license.",
    },
    RETURN_NOT_POSSIBLE: {
      title: () => "It cannot be returned there",
      text: (d: Data) =>
        "Instance " + id(d.instance, "en") + " cannot be returned there (" + word(d.because) + ")",
      help: () =>
        "Its initiator has left, or it was returned as often as it may be: look at where it can be returned to, or decide.",
    },
    SUCCESSOR_NOT_ELIGIBLE: {
      title: () => "The successor cannot take over",
      text: (d: Data) =>
        id(d.person, "en") + " of organization " + id(d.organization, "en") + " cannot take over",
      help: () =>
        "Name somebody else in service there; for work in a Space, somebody on its Roster.",
    },
    LIAISON_NOT_ELIGIBLE: {
      title: () => "The person may not hold this office",
      text: (d: Data) =>
        id(d.person, "en") +
        " of organization " +
        id(d.organization, "en") +
        " may not hold this office",
      help: () =>
        "Choose people of the Trunk or on a Link to it; an organization that keeps its own offices chooses its own people.",
    },
    COUNTERPARTS_REQUIRED: {
      title: () => "Too few counterparts",
      text: (d: Data) => "A Member names " + count(d.min) + " counterparts or more",
      help: () => "Name more people of your own who are on the Roster of the Space.",
    },
    LICENSE_TARGET_NOT_ELIGIBLE: {
      title: () => "The person cannot hold a license here",
      text: (d: Data) =>
        id(d.person, "en") +
        " of organization " +
        id(d.organization, "en") +
        " cannot hold a license in this unit",
      help: () =>
        "Choose employees of the Host for its own unit, people of Members on the Roster for others.",
    },
    REASON_REQUIRED: {
      title: () => "A rejection says why",
      text: () => "The application cannot be rejected without a reason",
      help: () => "Write why you reject it; the applicant's admins can read that.",
    },
    JOIN_LIMIT_EXCEEDED: {
      title: () => "The organization is in too many Spaces",
      text: (d: Data) =>
        "The organization cannot join another Space" +
        select(d.limit, {
          none: "",
          other: select(d.current, {
            none: ": the limit is " + count(d.limit),
            other: ": " + count(d.current) + " of " + count(d.limit) + " are taken",
          }),
        }),
      help: () =>
        "It has to leave a Space first; the Host of that Space can cancel the Association.",
    },
    TRUNK_LIMIT_EXCEEDED: {
      title: () => "The organization has too many Trunks",
      text: (d: Data) =>
        "The organization cannot be linked to another Trunk" +
        select(d.limit, {
          none: "",
          other: select(d.current, {
            none: ": the limit is " + count(d.limit),
            other: ": " + count(d.current) + " of " + count(d.limit) + " are taken",
          }),
        }),
      help: () => "One of its Links has to end first, or be replaced by the new one.",
    },
    MEMBER_ORG_LIMIT_EXCEEDED: {
      title: () => "The Space has too many Members",
      text: (d: Data) =>
        "The Space cannot take another Member" +
        select(d.limit, {
          none: "",
          other: select(d.current, {
            none: ": the limit is " + count(d.limit),
            other: ": " + count(d.current) + " of " + count(d.limit) + " are taken",
          }),
        }),
      help: () =>
        "Cancel an Association first; the application stays pending and can be approved then.",
    },
    BRANCH_LIMIT_EXCEEDED: {
      title: () => "The Trunk has no room for another Branch",
      text: (d: Data) =>
        "The Trunk cannot take that many Branches" +
        select(d.limit, {
          none: "",
          other: select(d.current, {
            none: ": the limit is " + count(d.limit),
            other: ": " + count(d.current) + " of " + count(d.limit) + " are taken",
          }),
        }),
      help: () => "Buy more, or cancel a Link; applications stay pending and can be approved then.",
    },
    HIERARCHY_TOO_DEEP: {
      title: () => "The hierarchy would be too deep",
      text: (d: Data) =>
        "A chain of Links would have more than " + count(d.limit) + " organizations",
      help: () => "Link the organization further up, or end a Link above or below it.",
    },
    HIERARCHY_TOO_LARGE: {
      title: () => "The hierarchy would be too large",
      text: (d: Data) =>
        "An organization would have more than " +
        count(d.limit) +
        " others " +
        select(d.bound, { above: "above", other: "below" }) +
        " it",
      help: () => "End a Link above or below first, or link the organization elsewhere.",
    },
    SPACE_QUOTA_EXCEEDED: {
      title: () => "The quota of Spaces is used up",
      text: (d: Data) =>
        "The organization cannot create another Space" +
        select(d.limit, {
          none: "",
          other: select(d.current, {
            none: ": the limit is " + count(d.limit),
            other: ": " + count(d.current) + " of " + count(d.limit) + " are taken",
          }),
        }),
      help: () =>
        "Dissolve a Space, if live ones count, or ask platform support to expand the quota.",
    },
    PERSON_CAP_EXCEEDED: {
      title: () => "The Space has no room for these people",
      text: (d: Data) =>
        "The Space has no room for these people" +
        select(d.limit, {
          none: "",
          other: select(d.current, {
            none: ": the limit is " + count(d.limit),
            other: ": " + count(d.current) + " of " + count(d.limit) + " are taken",
          }),
        }) +
        select(d.needed, { none: "", other: ", and more are needed: " + count(d.needed) }),
      help: () =>
        "Choose fewer people, take others out first, or ask platform support to expand the cap.",
    },
    LICENSE_LINK_LIMIT_EXCEEDED: {
      title: () => "Too many units are linked",
      text: (d: Data) =>
        "The Host cannot link another unit" +
        select(d.limit, {
          none: "",
          other: select(d.current, {
            none: ": the limit is " + count(d.limit),
            other: ": " + count(d.current) + " of " + count(d.limit) + " are taken",
          }),
        }),
      help: () => "Unlink a unit first.",
    },
    SEAT_CAP_EXCEEDED: {
      title: () => "As many licenses are held as the limit allows",
      text: (d: Data) =>
        select(d.branch, {
          none: "The unit may hold " + count(d.limit) + " licenses, and holds " + count(d.current),
          other:
            "Branch " +
            id(d.branch, "en") +
            " and those below it may hold " +
            count(d.limit) +
            " licenses, and hold " +
            count(d.current),
        }),
      help: () => "Raise the limit, or take licenses back from its people.",
    },
    LICENSE_POOL_EXHAUSTED: {
      title: () => "Not enough licenses are left",
      text: (d: Data) =>
        "The Host has not enough licenses left" +
        select(d.limit, {
          none: "",
          other: select(d.current, {
            none: ": the limit is " + count(d.limit),
            other: ": " + count(d.current) + " of " + count(d.limit) + " are taken",
          }),
        }) +
        select(d.needed, { none: "", other: ", and more are needed: " + count(d.needed) }),
      help: () => "Choose fewer people, take licenses back, or buy more.",
    },
    REMOVAL_UNCONFIRMED: {
      title: () => "So many would leave that it has to be confirmed",
      text: (d: Data) =>
        "The command would take people off the Roster of " +
        select(d.trunk, {
          none: "Space " + id(d.space, "en"),
          other: "the Link to " + id(d.trunk, "en"),
        }) +
        ": " +
        count(d.people),
      help: () => "Check whom it takes out; if that is meant, give their number as `removing`.",
    },
    STATE_CHANGED: {
      title: () => "Things have changed since you looked",
      text: () => "The command would not come to what was expected of it",
      help: () => "Preview it again; if that is meant, send it under a new id.",
    },
  },
  notices: {
    LICENSE_AUTO_GRANT_DEFERRED: {
      title: () => "People wait for a license",
      text: (d: Data) =>
        "Organization " +
        id(d.organization, "en") +
        " has no license left for " +
        identities(d.people, "en"),
      help: () => "Buy licenses or take some back; who waits then gets one in turn.",
    },
    LICENSE_USAGE_HIGH: {
      title: () => "Few licenses are left",
      text: (d: Data) =>
        "Organization " +
        id(d.organization, "en") +
        " uses " +
        count(d.used) +
        " of " +
        count(d.purchased) +
        " licenses" +
        select(d.unit, { none: "", other: " that one of its units may hold" }) +
        ": " +
        count(d.threshold) +
        " % or more",
      help: () =>
        "Buy more, or raise the limit, before they run out; until then nothing is closed.",
    },
    LICENSE_TERM_ENDING: {
      title: () => "The term of the licenses has ended",
      text: (d: Data) =>
        "The term of the licenses of organization " +
        id(d.organization, "en") +
        " has ended: they are used on for the days of grace, and none is granted",
      help: () => "Renew the purchase before the days of grace are over.",
    },
    LICENSE_TERM_OVER: {
      title: () => "The licenses cannot be used any more",
      text: (d: Data) =>
        "The days of grace for the licenses of organization " +
        id(d.organization, "en") +
        " are over: none can be used",
      help: () => "Renew the purchase; every license and whoever waits for one is kept until then.",
    },
    APP_DISTRIBUTED: {
      title: () => "An app was distributed",
      text: (d: Data) =>
        "Trunk " +
        id(d.trunk, "en") +
        " distributes app " +
        id(d.app, "en") +
        ": " +
        select(d.installed, {
          true: "it is on the workbench",
          other: "each organization may install it",
        }),
      help: () => "Each organization covered may install it on its own workbench or take it off.",
    },
    APP_PUBLISHED: {
      title: () => "An app was published",
      text: (d: Data) => "App " + id(d.app, "en") + " was published to Space " + id(d.space, "en"),
      help: () => "The people it is for find it in their app center.",
    },
    TASK_HANDED_OVER: {
      title: () => "Tasks were handed over",
      text: (d: Data) =>
        select(d.from, { none: "", other: identity(d.from, "en") + " hands over to " }) +
        identity(d.to, "en") +
        ": " +
        tasks(d.tasks, "en"),
      help: () => "Go on where the work stopped.",
    },
    TASK_AWAITING_HANDOVER: {
      title: () => "Tasks wait for a successor",
      text: (d: Data) =>
        select(d.from, { none: "Nobody", other: "Nobody after " + identity(d.from, "en") }) +
        " has " +
        tasks(d.tasks, "en"),
      help: () => "An authorized admin has to name who takes over.",
    },
    TASK_HOLDER_SUSPENDED: {
      title: () => "Tasks stay with somebody suspended",
      text: (d: Data) =>
        identity(d.holder, "en") + " is suspended and holds " + tasks(d.tasks, "en"),
      help: () => "An authorized admin may assign them to somebody else; otherwise they wait.",
    },
    TASK_HOLDER_CANNOT_ACT: {
      title: () => "Tasks went to somebody who cannot act on them",
      text: (d: Data) =>
        "Rules gave " +
        tasks(d.tasks, "en") +
        " to people who are not on the app's list or hold no license",
      help: () => "Put them on the list, or grant them a license; until then the tasks wait.",
    },
    TASK_TAKEN_AWAY: {
      title: () => "Tasks were given to somebody else",
      text: (d: Data) => "An admin gave " + tasks(d.tasks, "en") + " to somebody else",
      help: () => "Nothing has to be done.",
    },
    FLOW_TERMINATED: {
      title: () => "An instance was ended by an admin",
      text: (d: Data) =>
        "An admin of the Host ended " +
        id(d.instance, "en") +
        "; the reason given: " +
        word(d.reason),
      help: () => "Start it again if it is still needed.",
    },
    FLOW_RETURNED: {
      title: () => "An instance was returned",
      text: (d: Data) => identity(d.by, "en") + " returned instance " + id(d.instance, "en"),
      help: () =>
        "Look at the instance: it goes on, or waits for you to hand in another row or withdraw.",
    },
    TASK_TAKEN_BACK: {
      title: () => "An approval was taken back",
      text: (d: Data) =>
        identity(d.by, "en") +
        " took back the approval of task " +
        count(d.task) +
        " of instance " +
        id(d.instance, "en"),
      help: () => "Nothing has to be done until the task comes to you again.",
    },
    TASK_WAITING: {
      title: () => "A task waits for you",
      text: (d: Data) =>
        "Task " + count(d.task) + " of instance " + id(d.instance, "en") + " waits",
      help: () => "Look at it in the list of tasks.",
    },
    TASK_COPIED: {
      title: () => "A task was copied to you",
      text: (d: Data) =>
        identity(d.by, "en") +
        " lets you read along with task " +
        count(d.task) +
        " of instance " +
        id(d.instance, "en"),
      help: () => "Nothing has to be done.",
    },
    STAND_IN_SET: {
      title: () => "Somebody stands in for a time",
      text: (d: Data) =>
        id(d.standIn, "en") +
        " stands in for " +
        id(d.person, "en") +
        " of organization " +
        id(d.organization, "en"),
      help: () => "New tasks go to the stand-in while it lasts; it can be ended at any time.",
    },
    ADMIN_WORK_WAITING: {
      title: () => "Work waits for an admin",
      text: (d: Data) =>
        "Waiting in organization " + id(d.organization, "en") + ": " + work(d.counts, "en"),
      help: () =>
        "Assign the tasks, confirm or discard the lists, decide on the applications, put the settings right.",
    },
    ROSTER_CAP_REACHED: {
      title: () => "People wait for room in a full Space",
      text: (d: Data) =>
        "Space " +
        id(d.space, "en") +
        " is full: " +
        ids(d.people, "en") +
        " of " +
        id(d.organization, "en") +
        " found no place",
      help: () =>
        "Take others out or ask platform support to expand the cap; who waits then enters in turn.",
    },
    COUNTERPART_LEFT: {
      title: () => "A counterpart has resigned",
      text: (d: Data) =>
        person(d.identity, "en") +
        " of " +
        organization(d.identity, "en") +
        " resigned and left " +
        ids(d.spaces, "en"),
      help: () => "Agree with the organization on another counterpart.",
    },
    COUNTERPART_BACK: {
      title: () => "A counterpart is back",
      text: (d: Data) =>
        person(d.identity, "en") +
        " of " +
        organization(d.identity, "en") +
        " had not left after all and is in " +
        ids(d.spaces, "en") +
        " again",
      help: () =>
        "Nothing has to be done; what others decided in the meantime stays, and `left` counts it.",
    },
    COUNTERPART_RENAMED: {
      title: () => "A counterpart has another id",
      text: (d: Data) =>
        person(d.from, "en") +
        " of " +
        organization(d.from, "en") +
        " is " +
        person(d.to, "en") +
        " from now on, in " +
        ids(d.spaces, "en") +
        " as before",
      help: () => "Nothing has to be done; whoever keeps ids of their own changes this one.",
    },
    PERSON_FLAGGED: {
      title: () => "A person could not get another id",
      text: (d: Data) =>
        id(d.person, "en") +
        " of " +
        id(d.organization, "en") +
        " keeps this id: somebody else has or had the other one",
      help: () => "Correct it in the directory, or hire under the other id instead.",
    },
    SPACE_FILLING: {
      title: () => "A Space is filling up",
      text: (d: Data) =>
        "Space " +
        id(d.space, "en") +
        " holds " +
        count(d.threshold) +
        " % or more of the " +
        select(d.subject, { persons: "people", other: "Members" }) +
        " it may",
      help: () =>
        "Ask for an expansion, or let places become free; until it is full nothing is closed.",
    },
    JOINS_FILLING: {
      title: () => "Few Spaces are left to join",
      text: (d: Data) =>
        "Organization " +
        id(d.organization, "en") +
        " has joined " +
        count(d.threshold) +
        " % or more of the Spaces it may",
      help: () => "Leave one before the limit is reached, if others are to be joined.",
    },
    LIAISON_VACANT: {
      title: () => "An office is vacant",
      text: (d: Data) =>
        "Nobody is " +
        id(d.role, "en") +
        " of Trunk " +
        id(d.trunk, "en") +
        " for organization " +
        id(d.organization, "en") +
        " any more",
      help: () =>
        "Name somebody; until then the office above it is asked, or tasks wait for an admin.",
    },
    DEPARTMENT_FLAGGED: {
      title: () => "A department could not be changed",
      text: (d: Data) =>
        "Department " +
        id(d.department, "en") +
        " of " +
        id(d.organization, "en") +
        " could not be changed as reported: " +
        select(d.reason, {
          cycle: "it would lie below itself",
          other: "it would lie too deep, or another department has or had the id that it is to get",
        }),
      help: () => "Correct the department in the source directory.",
    },
    DIRECTORY_RECONCILIATION_HELD: {
      title: () => "What would remove much of a directory is held",
      text: (d: Data) =>
        select(d.list, {
          none: select(d.fact, {
            none:
              "Input " +
              id(d.dropped, "en") +
              " of " +
              id(d.organization, "en") +
              ", held by an earlier version, was dropped by the upgrade; people: " +
              count(d.people),
            other:
              "Input " +
              id(d.fact, "en") +
              " of " +
              id(d.organization, "en") +
              " takes people off Rosters: " +
              count(d.people) +
              ", by departments: " +
              count(d.departments) +
              "; it is held",
          }),
          other:
            "List " +
            id(d.list, "en") +
            " of " +
            id(d.organization, "en") +
            " lacks people: " +
            count(d.people) +
            ", and departments: " +
            count(d.departments) +
            "; it is held",
        }),
      help: () =>
        "Nobody leaves by what is held until an authorized admin confirms it. Discard it, or send what is right, if it is wrong; what was dropped, the next full list says again.",
    },
    DEPARTMENTS_MISSING: {
      title: () => "Departments are missing from a full list",
      text: (d: Data) =>
        "A full list of " +
        id(d.organization, "en") +
        " lacks departments, " +
        count(d.count) +
        " in all: " +
        ids(d.departments, "en"),
      help: () =>
        "They stay as they are until later lists lack them too. Confirm their removal if they are gone.",
    },
    SETTINGS_INERT: {
      title: () => "Settings name removed departments",
      text: (d: Data) =>
        "Departments that were removed are named by settings of " +
        id(d.organization, "en") +
        ": " +
        count(d.count),
      help: () =>
        "They take effect again if the departments come back in time; exclusions stay. Else set them anew.",
    },
    ORGANIZATION_SUSPENDED: {
      title: () => "An organization is suspended",
      text: (d: Data) =>
        "Organization " + id(d.organization, "en") + " is suspended: its people cannot act",
      help: () => "Nothing is lost; all works again once the platform resumes it.",
    },
    ORGANIZATION_REINSTATED: {
      title: () => "An organization exists again",
      text: (d: Data) =>
        "The end of organization " +
        id(d.organization, "en") +
        " was taken back: it exists again, in no Space",
      help: () => "Send a full list of its directory. To be in a Space again it has to apply anew.",
    },
    ORGANIZATION_RESUMED: {
      title: () => "An organization is resumed",
      text: (d: Data) =>
        "Organization " + id(d.organization, "en") + " is resumed: its people may act again",
      help: () => "Go on where the work stopped.",
    },
    HIERARCHY_REACHED: {
      title: () => "An organization further up reaches yours",
      text: (d: Data) =>
        "Organization " +
        id(d.organization, "en") +
        ", above one of your Trunks, reaches your organization now",
      help: () => "If your people are not to be seen that far up, narrow the reach of the Link.",
    },
    APPLICATION_SUBMITTED: {
      title: () => "An organization has applied",
      text: (d: Data) =>
        "Organization " +
        id(d.organization, "en") +
        " applies to " +
        select(d.trunk, {
          none: "Space " + id(d.space, "en"),
          other: "Trunk " + id(d.trunk, "en"),
        }) +
        " by application " +
        id(d.application, "en"),
      help: () => "Look at what it would bring, then approve or reject it.",
    },
    APPLICATION_WITHDRAWN: {
      title: () => "An application was withdrawn",
      text: (d: Data) =>
        "Organization " +
        id(d.organization, "en") +
        " took application " +
        id(d.application, "en") +
        " to " +
        select(d.trunk, {
          none: "Space " + id(d.space, "en"),
          other: "Trunk " + id(d.trunk, "en"),
        }) +
        " back",
      help: () => "Nothing has to be done; the organization may apply again.",
    },
    APPLICATION_DECIDED: {
      title: () => "An application was decided",
      text: (d: Data) =>
        "Application " +
        id(d.application, "en") +
        " of organization " +
        id(d.organization, "en") +
        " to " +
        select(d.trunk, {
          none: "Space " + id(d.space, "en"),
          other: "Trunk " + id(d.trunk, "en"),
        }) +
        " was " +
        select(d.approved, { true: "approved", other: "rejected" }) +
        select(d.reason, { none: "", other: "; the reason given: " + word(d.reason) }),
      help: (d: Data) =>
        select(d.approved, {
          true: "Set who of your people takes part, if the application did not.",
          other: select(d.reapplyFrom, {
            none: "The organization may apply again.",
            other:
              "The organization may apply again once a pause is over, or at once with an invitation addressed to it.",
          }),
        }),
    },
    ASSOCIATION_ENDED: {
      title: () => "An Association has ended",
      text: (d: Data) =>
        "Organization " +
        id(d.organization, "en") +
        " is no Member of Space " +
        id(d.space, "en") +
        " any more: " +
        select(d.because, {
          cancelled: "the Host cancelled the Association",
          left: "the Member left",
          dissolved: "the Space was dissolved",
          other: "the organization has ended",
        }),
      help: () => "Its people have left the Space; to take part again it has to apply anew.",
    },
    MEMBER_UNATTENDED: {
      title: () => "A Member has too few counterparts",
      text: (d: Data) =>
        "Organization " +
        id(d.organization, "en") +
        " has fewer counterparts in Space " +
        id(d.space, "en") +
        " than it has to have",
      help: () => "An admin of the organization names people of its own who are on the Roster.",
    },
    LINK_ENDED: {
      title: () => "A Link has ended",
      text: (d: Data) =>
        "Organization " +
        id(d.organization, "en") +
        " is no Branch of " +
        id(d.trunk, "en") +
        " any more: " +
        select(d.because, {
          cancelled: "the Trunk cancelled the Link",
          left: "the Branch left",
          moved: "it moved under another Trunk",
          other: "one of the two has ended",
        }),
      help: () =>
        "What the Link carried has ended with it; the two may be linked again, and start clean.",
    },
    MEMBER_LEAVING: {
      title: () => "A Member is going to leave",
      text: (d: Data) =>
        "Organization " +
        id(d.organization, "en") +
        " has announced that it will leave Space " +
        id(d.space, "en"),
      help: () => "Until it leaves nothing changes; hand over what its people hold in time.",
    },
    ASSOCIATION_SUSPENDED: {
      title: () => "A Member is suspended",
      text: (d: Data) =>
        "Organization " +
        id(d.organization, "en") +
        " is suspended in Space " +
        id(d.space, "en") +
        ": its people cannot act there",
      help: () => "Nothing is lost; all works again once the Host resumes it.",
    },
    ASSOCIATION_RESUMED: {
      title: () => "A Member is resumed",
      text: (d: Data) =>
        "Organization " +
        id(d.organization, "en") +
        " is resumed in Space " +
        id(d.space, "en") +
        ": its people may act there again",
      help: () => "Nothing needs to be done.",
    },
    BRANCH_LEAVING: {
      title: () => "A Branch is going to leave",
      text: (d: Data) =>
        "Organization " +
        id(d.organization, "en") +
        " has announced that it will end its Link to " +
        id(d.trunk, "en"),
      help: () => "Until it leaves nothing changes; hand over what its people hold in time.",
    },
    ORGANIZATION_WITHOUT_ADMINS: {
      title: () => "An organization has no admin left",
      text: (d: Data) =>
        "Nobody can act for organization " +
        id(d.organization, "en") +
        ": its last admin has left, is suspended or lost the role",
      help: () =>
        "Its directory has to name an admin. Until then Space admins may assign its parked tasks.",
    },
  },
};
