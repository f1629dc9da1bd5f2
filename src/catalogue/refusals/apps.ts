/** Codes of apps and their use. */
import type { AppId, FlowId, OrganizationId, SpaceId } from "../../core/ids.ts";
import type { PersonNamed } from "../../core/refusal-shapes.ts";
import { actor, later, of, refusals, spaceAdmin, stop } from "./entry.ts";

export const APPS_REFUSALS = refusals({
  /** `null`: support staff act for no organization. */
  ACTING_ORG_INVALID: {
    rule: "FLOW-02",
    after: "SOURCE_NOT_RESPONSIBLE",
    data: of<{ organization: OrganizationId | null }>({ organization: "org-b" }),
    retry: later(403, actor, "Act for an organization in which one is in service."),
    en: {
      title: "Not an organization that you can act for",
      text: "{organization, select, none {Support staff act for no organization} other {You cannot act for organization {organization, id} here}}",
      help: "{organization, select, none {Let a person of the organization do it.} other {Act for an organization in which you are in service; in a Space, for one of its Members.}}",
    },
    zh: {
      title: "不能以该组织的身份操作",
      text: "{organization, select, none {平台支持人员不能代表任何组织操作} other {您不能以组织{organization, id}的身份进行此操作}}",
      help: "{organization, select, none {请由该组织的在职人员操作。} other {请以您在职的组织的身份操作；在上下游组织中，须以其成员组织的身份操作。}}",
    },
  },
  APP_GOVERNANCE_HOST_ONLY: {
    rule: "APP-03",
    after: "WHOLE_ORG_EXIT_HOST_ONLY",
    data: of<{ app: AppId }>({ app: "app-8" }),
    retry: later(403, actor, "Hand it to an authorized admin of the Host."),
    en: {
      title: "Only the Host governs its app",
      text: "Permissions, approval rules and lists of app {app, id} are for the Host to set",
      help: "Ask an authorized admin of the organization that built the app.",
    },
    zh: {
      title: "应用仅由上游组织管理",
      text: "应用{app, id}的业务权限、审批规则和授权名单统一由上游组织管理",
      help: "请联系搭建该应用的组织的主管理员或有上下游组织权限点的子管理员。",
    },
  },
  /** Of a flow that an app does not have, its id comes along. */
  UNKNOWN_APP: {
    rule: "PROTO-03",
    after: "UNKNOWN_FOLDER",
    data: of<{ app: AppId; flow?: FlowId }>({ app: "app-8" }),
    retry: later(404, actor, "Check the id and the Space; the app may have to be created first."),
    en: {
      title: "No such app that you could know of",
      text: "{flow, select, none {There is no app {app, id} here that you could know of} other {App {app, id} has no flow {flow, id}}}",
      help: "{flow, select, none {Check the id and the Space, or create the app first.} other {Check the id; the Host defines the flows of its apps.}}",
    },
    zh: {
      title: "没有可以访问的应用",
      text: "{flow, select, none {这里没有您可以访问的应用{app, id}} other {应用{app, id}中没有流程{flow, id}}}",
      help: "{flow, select, none {请核对应用编号和所在的上下游组织，或先创建该应用。} other {请核对流程编号；应用的流程由主组织定义。}}",
    },
  },
  APP_DATA_INTEROP_UNAVAILABLE: {
    rule: "SELF-03",
    after: "BATCH_INVITE_NOT_ENABLED",
    data: of<{ app: AppId }>({ app: "app-8" }),
    retry: stop(409, spaceAdmin, "Keep the data in one app; the exchange is not available."),
    en: {
      title: "The apps cannot exchange data",
      text: "Data of app {app, id} cannot be exchanged between Space apps and the Host's apps",
      help: "Keep the data in one app: the exchange is not available.",
    },
    zh: {
      title: "应用之间不能互通数据",
      text: "应用{app, id}的数据不能在主组织和上下游组织的自建应用之间互通",
      help: "目前不支持数据互通，请在同一个应用内使用数据。",
    },
  },
  APP_NOT_OWNED_BY_HOST: {
    rule: "APP-02",
    after: "FOLDER_NOT_EMPTY",
    data: of<{ app: AppId }>({ app: "app-8" }),
    retry: stop(409, spaceAdmin, "Choose an app that the Host built."),
    en: {
      title: "The app was not built by the Host",
      text: "App {app, id} was not built by the Host",
      help: "Choose an app that the Host built itself.",
    },
    zh: {
      title: "应用不是主组织搭建的",
      text: "应用{app, id}不是主组织搭建的应用",
      help: "请选择主组织自己搭建的应用。",
    },
  },
  APP_NOT_PUBLISHED: {
    rule: "APP-08",
    after: "APP_NOT_OWNED_BY_HOST",
    data: of<{ app: AppId; space?: SpaceId; trunk?: OrganizationId }>({
      app: "app-8",
      space: "space-1",
    }),
    retry: later(409, actor, "Try again once the Host has published the app."),
    en: {
      title: "The app is not published to the Space",
      text: "App {app, id} is not {trunk, select, none {published to Space {space, id}} other {distributed by Trunk {trunk, id}}}",
      help: "An admin of the Host can publish it.",
    },
    zh: {
      title: "应用没有发布至上下游组织",
      text: "应用{app, id}没有{trunk, select, none {发布至上下游组织{space, id}} other {由主干组织{trunk, id}分发}}",
      help: "请由主组织的管理员发布。",
    },
  },
  APP_ALREADY_PUBLISHED: {
    rule: "APP-01",
    after: "APP_NOT_PUBLISHED",
    data: of<{ app: AppId; space?: SpaceId; trunk?: OrganizationId }>({
      app: "app-8",
      space: "space-1",
    }),
    retry: later(409, spaceAdmin, "Nothing to do while it is published."),
    en: {
      title: "The app is published already",
      text: "App {app, id} is {trunk, select, none {published to Space {space, id}} other {distributed by Trunk {trunk, id}}} already",
      help: "Nothing needs to be done.",
    },
    zh: {
      title: "应用已发布",
      text: "应用{app, id}已{trunk, select, none {发布至上下游组织{space, id}} other {由主干组织{trunk, id}分发}}",
      help: "无需再次发布。",
    },
  },
  APP_NOT_AUTHORIZED: {
    rule: "APP-04",
    after: "NOT_VISIBLE",
    data: of<{ app: AppId }>({ app: "app-8" }),
    retry: later(403, actor, "Ask the Host to put the person on the list."),
    en: {
      title: "Not on the authorized list of the app",
      text: "You are not on the authorized list of app {app, id}",
      help: "Ask an admin of the Host, which keeps the list.",
    },
    zh: {
      title: "不在应用的授权名单中",
      text: "您不在应用{app, id}的授权名单中",
      help: "授权名单由主组织管理，请联系主组织的管理员。",
    },
  },
  FEATURE_NOT_SUPPORTED_DOWNSTREAM: {
    rule: "FEAT-02",
    after: "APP_NOT_AUTHORIZED",
    data: of<{ feature: string }>({ feature: "form.import" }),
    retry: stop(403, actor, "Use the features that are available."),
    en: {
      title: "The feature is not available downstream",
      text: "Downstream people cannot use {feature, id}",
      help: "Use what the list of features has; forms and flows go in one at a time.",
    },
    zh: {
      title: "下游人员不能使用该功能",
      text: "下游人员不能使用功能{feature, id}",
      help: "请使用功能列表中的功能；表单和流程只能单次普通提交。",
    },
  },
  DATA_PERMISSION_REQUIRED: {
    rule: "DATA-04",
    after: "LICENSE_REQUIRED",
    data: of<{ app: AppId }>({ app: "app-8" }),
    retry: later(403, actor, "Try again once the Host has given a permission."),
    en: {
      title: "No permission to see this data",
      text: "You have no permission to see this data of app {app, id}",
      help: "An admin of the Host can give one.",
    },
    zh: {
      title: "没有查看这些数据的权限",
      text: "您没有查看应用{app, id}的这些数据的权限",
      help: "请联系主组织的管理员授权。",
    },
  },
  PICK_TARGET_OUTSIDE_SCOPE: {
    rule: "PICK-02",
    after: "SCOPE_OUTSIDE_OWN_ORGANIZATION",
    data: of<PersonNamed>({ organization: "org-b", person: "p-42" }),
    retry: later(403, actor, "Choose among the candidates."),
    en: {
      title: "Not a candidate of this form",
      text: "{person, id} of organization {organization, id} cannot be chosen in this form",
      help: "Choose among the candidates.",
    },
    zh: {
      title: "不在表单的可选人员中",
      text: "在该表单中不能选择组织{organization, id}的人员{person, id}",
      help: "请在可选人员中选择。",
    },
  },
});
