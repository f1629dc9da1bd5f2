/** Refusals and notices about licenses, groups, apps and flows in English. */
import type { Identity, TaskOf } from "../core/notice.ts";
import type { RefusalData } from "../core/refusal.ts";
import { figures, first, quoted } from "./explain-en-text.ts";
import { type NoticeSayings, type RefusalSayings, say } from "./explain-text.ts";

const who = ({ organization, person }: Identity): string =>
  `${quoted(person)} of organization ${quoted(organization)}`;

const taskOf = ({ instance, task }: TaskOf): string => `task ${task} of ${quoted(instance)}`;

const unitOf = ({ space, organization }: RefusalData["UNIT_OVERLAP"]): string =>
  organization === null
    ? `Space ${quoted(space)}`
    : `Member ${quoted(organization)} of Space ${quoted(space)}`;

/** What is wrong, code by code. */
export const englishOfWork = {
  ACTING_ORG_INVALID: ({ organization }) =>
    organization === null
      ? say("Support staff act for no organization", "Let a person of the organization do it.")
      : say(
          `You cannot act for organization ${quoted(organization)} here`,
          "Act for an organization in which you are in service; in a Space, for one of its Members.",
        ),
  APP_GOVERNANCE_HOST_ONLY: ({ app }) =>
    say(
      `Permissions, approval rules and lists of app ${quoted(app)} are for the Host to set`,
      "Ask an authorized admin of the organization that built the app.",
    ),
  LICENSE_HOST_ONLY: () =>
    say(
      "Licenses are bought and distributed by the Host only",
      "Ask an authorized admin of the Host.",
    ),
  NOT_INITIATOR: ({ instance }) =>
    say(
      `You did not start instance ${quoted(instance)}`,
      "Only the identity that started it may withdraw it.",
    ),
  UNKNOWN_APP: ({ app, flow }) =>
    flow === undefined
      ? say(
          `There is no app ${quoted(app)} here that you could know of`,
          "Check the id and the Space, or create the app first.",
        )
      : say(
          `App ${quoted(app)} has no flow ${quoted(flow)}`,
          "Check the id; the Host defines the flows of its apps.",
        ),
  UNKNOWN_GROUP: ({ group }) =>
    say(
      `There is no cooperation group ${quoted(group)} that you take part in`,
      "Check the id, or ask a participant to add you.",
    ),
  UNKNOWN_INSTANCE: ({ instance }) =>
    say(
      `There is no instance ${quoted(instance)} that you could know of`,
      "Look it up among those that you started or have a task in.",
    ),
  UNKNOWN_TASK: ({ instance, task }) =>
    say(
      `Instance ${quoted(instance)} has no task ${task} that could be named here`,
      "Look at the instance again; a task goes back only to one of an earlier step.",
    ),
  NOT_TASK_HOLDER: ({ instance }) =>
    say(`The task of instance ${quoted(instance)} is not yours`, "Leave it to whoever holds it."),
  APP_DATA_INTEROP_UNAVAILABLE: ({ app }) =>
    say(
      `Data of app ${quoted(app)} cannot be exchanged between Space apps and the Host's apps`,
      "Keep the data in one app: the exchange is not available.",
    ),
  APP_NOT_OWNED_BY_HOST: ({ app }) =>
    say(
      `App ${quoted(app)} was not built by the Host`,
      "Choose an app that the Host built itself.",
    ),
  APP_NOT_PUBLISHED: ({ app, space }) =>
    say(
      `App ${quoted(app)} is not published to Space ${quoted(space)}`,
      "An admin of the Host can publish it.",
    ),
  APP_ALREADY_PUBLISHED: ({ app, space }) =>
    say(
      `App ${quoted(app)} is published to Space ${quoted(space)} already`,
      "Nothing needs to be done.",
    ),
  UNIT_NOT_LINKED: (unit) =>
    say(
      `${unitOf(unit)} is not linked to the license pool`,
      "Link it first: Downstream, licenses are granted in linked units only.",
    ),
  UNIT_ALREADY_LINKED: (unit) =>
    say(`${unitOf(unit)} is linked to the license pool already`, "Nothing needs to be done."),
  UNIT_OVERLAP: (unit) =>
    say(
      `${unitOf(unit)} overlaps with a unit that is linked`,
      "Unlink that one first: a Space and one of its Members are never linked together.",
    ),
  INSTANCE_NOT_RUNNING: ({ instance }) =>
    say(`Instance ${quoted(instance)} has ended`, "Start another one if needed."),
  TASK_NOT_PENDING: ({ instance, task }) =>
    say(
      `Task ${task} of instance ${quoted(instance)} cannot be acted on now`,
      "Look at the instance again: it is closed, waits its turn, or waits for a successor.",
    ),
  LICENSE_NOT_GRANTED: (identity) =>
    say(
      `${who(identity)} holds no license in this unit`,
      "Leave them out, or look at the unit's accounts again.",
    ),
  LICENSE_ALREADY_GRANTED: (identity) =>
    say(`${who(identity)} holds a license in this unit already`, "Nothing needs to be done."),
  APP_NOT_AUTHORIZED: ({ app }) =>
    say(
      `You are not on the authorized list of app ${quoted(app)}`,
      "Ask an admin of the Host, which keeps the list.",
    ),
  FEATURE_NOT_SUPPORTED_DOWNSTREAM: ({ feature }) =>
    say(
      `Downstream people cannot use ${quoted(feature)}`,
      "Use what the list of features has; forms and flows go in one at a time.",
    ),
  LICENSE_REQUIRED: ({ app }) =>
    say(
      `Using app ${quoted(app)} requires a license`,
      "An admin of the Host can grant one for the organization that you act for.",
    ),
  DATA_PERMISSION_REQUIRED: ({ app }) =>
    say(
      `You have no permission to see this data of app ${quoted(app)}`,
      "An admin of the Host can give one.",
    ),
  PICK_TARGET_OUTSIDE_SCOPE: (identity) =>
    say(`${who(identity)} cannot be chosen in this form`, "Choose among the candidates."),
  ROUTING_TARGET_OUTSIDE_INITIATOR_ORG: ({ anchor }) =>
    say(
      `Only people of organization ${quoted(anchor)}, which started the instance, can be chosen`,
      "Choose among the candidates.",
    ),
  ROUTING_TARGET_SELF: (identity) =>
    say(`You are ${who(identity)} and cannot choose yourself`, "Choose somebody else."),
  ROUTING_TARGET_ALREADY_ON_TASK: (identity) =>
    say(
      `${who(identity)} holds a task of this instance already`,
      "Choose somebody else, or wait until that task is closed.",
    ),
  SUCCESSOR_NOT_ELIGIBLE: (identity) =>
    say(
      `${who(identity)} cannot take over`,
      "Name somebody else in service there; for work in a Space, somebody on its Roster.",
    ),
  LICENSE_TARGET_NOT_ELIGIBLE: (identity) =>
    say(
      `${who(identity)} cannot hold a license in this unit`,
      "Choose employees of the Host for its own unit, people of Members on the Roster for others.",
    ),
  LICENSE_LINK_LIMIT_EXCEEDED: (data) =>
    say(`The Host cannot link another unit${figures(data)}`, "Unlink a unit first."),
  LICENSE_POOL_EXHAUSTED: (data) =>
    say(
      `The Host has not enough licenses left${figures(data)}`,
      "Choose fewer people, take licenses back, or buy more.",
    ),
} satisfies Partial<RefusalSayings>;

/** What has happened, notice by notice. */
export const englishNoticesOfWork = {
  LICENSE_AUTO_GRANT_DEFERRED: ({ organization, people }) =>
    say(
      `Organization ${quoted(organization)} has no license left for ${first(people, who)}`,
      "Buy licenses or take some back; who waits then gets one in turn.",
    ),
  LICENSE_USAGE_HIGH: ({ organization, purchased, used }) =>
    say(
      `Organization ${quoted(organization)} uses ${used} of ${purchased} licenses`,
      "Buy more before they run out; until then nothing is closed.",
    ),
  APP_PUBLISHED: ({ space, app }) =>
    say(
      `App ${quoted(app)} was published to Space ${quoted(space)}`,
      "The people it is for find it in their app center.",
    ),
  TASK_HANDED_OVER: ({ from, to, tasks }) =>
    say(
      `${from === null ? "" : `${who(from)} hands over to `}${who(to)}: ${first(tasks, taskOf)}`,
      "Go on where the work stopped.",
    ),
  TASK_AWAITING_HANDOVER: ({ from, tasks }) =>
    say(
      `${from === null ? "Nobody" : `Nobody after ${who(from)}`} has ${first(tasks, taskOf)}`,
      "An authorized admin has to name who takes over.",
    ),
} satisfies Partial<NoticeSayings>;
