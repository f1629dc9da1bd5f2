/** Refusals and notices about licenses, groups, apps and flows in simplified Chinese. */
import type { Identity, TaskOf } from "../core/notice.ts";
import type { RefusalData } from "../core/refusal.ts";
import { type NoticeSayings, type RefusalSayings, say } from "./explain-text.ts";
import { figures, first, quoted } from "./explain-zh-text.ts";

const who = ({ organization, person }: Identity): string =>
  `组织${quoted(organization)}的人员${quoted(person)}`;

const taskOf = ({ instance, task }: TaskOf): string => `流程实例${quoted(instance)}的任务 ${task}`;

const unitOf = ({ space, organization }: RefusalData["UNIT_OVERLAP"]): string =>
  organization === null
    ? `上下游组织${quoted(space)}`
    : `上下游组织${quoted(space)}的成员组织${quoted(organization)}`;

/** What is wrong, code by code. */
export const chineseOfWork = {
  ACTING_ORG_INVALID: ({ organization }) =>
    organization === null
      ? say("平台支持人员不能代表任何组织操作", "请由该组织的在职人员操作。")
      : say(
          `您不能以组织${quoted(organization)}的身份进行此操作`,
          "请以您在职的组织的身份操作；在上下游组织中，须以其成员组织的身份操作。",
        ),
  APP_GOVERNANCE_HOST_ONLY: ({ app }) =>
    say(
      `应用${quoted(app)}的业务权限、审批规则和授权名单统一由上游组织管理`,
      "请联系搭建该应用的组织的主管理员或有上下游组织权限点的子管理员。",
    ),
  LICENSE_HOST_ONLY: () =>
    say("licence统一由主组织购买与分配", "请联系主组织的主管理员或有上下游组织权限点的子管理员。"),
  NOT_INITIATOR: ({ instance }) =>
    say(`流程实例${quoted(instance)}不是您发起的`, "只有发起人可以撤回。"),
  UNKNOWN_APP: ({ app, flow }) =>
    flow === undefined
      ? say(
          `这里没有您可以访问的应用${quoted(app)}`,
          "请核对应用编号和所在的上下游组织，或先创建该应用。",
        )
      : say(
          `应用${quoted(app)}中没有流程${quoted(flow)}`,
          "请核对流程编号；应用的流程由主组织定义。",
        ),
  UNKNOWN_GROUP: ({ group }) =>
    say(`没有您参与的合作群${quoted(group)}`, "请核对编号，或请群内成员添加您。"),
  UNKNOWN_INSTANCE: ({ instance }) =>
    say(
      `没有您可以访问的流程实例${quoted(instance)}`,
      "请在您发起的或有您的任务的流程实例中查找。",
    ),
  UNKNOWN_TASK: ({ instance, task }) =>
    say(
      `流程实例${quoted(instance)}中没有可用于此操作的任务 ${task}`,
      "请重新查看该流程实例；只能退回到之前步骤的任务。",
    ),
  NOT_TASK_HOLDER: ({ instance }) =>
    say(`您不是流程实例${quoted(instance)}中该任务的处理人`, "请由该任务的处理人操作。"),
  APP_DATA_INTEROP_UNAVAILABLE: ({ app }) =>
    say(
      `应用${quoted(app)}的数据不能在主组织和上下游组织的自建应用之间互通`,
      "目前不支持数据互通，请在同一个应用内使用数据。",
    ),
  APP_NOT_OWNED_BY_HOST: ({ app }) =>
    say(`应用${quoted(app)}不是主组织搭建的应用`, "请选择主组织自己搭建的应用。"),
  APP_NOT_PUBLISHED: ({ app, space }) =>
    say(`应用${quoted(app)}没有发布至上下游组织${quoted(space)}`, "请由主组织的管理员发布。"),
  APP_ALREADY_PUBLISHED: ({ app, space }) =>
    say(`应用${quoted(app)}已发布至上下游组织${quoted(space)}`, "无需再次发布。"),
  UNIT_NOT_LINKED: (unit) =>
    say(
      `${unitOf(unit)}没有纳入licence合计`,
      "请先将其纳入合计；只有已纳入的下游组织的人员可以被授权。",
    ),
  UNIT_ALREADY_LINKED: (unit) => say(`${unitOf(unit)}已纳入licence合计`, "无需再次纳入。"),
  UNIT_OVERLAP: (unit) =>
    say(
      `${unitOf(unit)}与已纳入licence合计的下游组织重叠`,
      "请先移出已纳入的一方：上下游组织和其中的成员组织不能同时纳入。",
    ),
  INSTANCE_NOT_RUNNING: ({ instance }) =>
    say(`流程实例${quoted(instance)}已结束`, "如有需要，请重新发起。"),
  TASK_NOT_PENDING: ({ instance, task }) =>
    say(
      `流程实例${quoted(instance)}的任务 ${task} 目前不能处理`,
      "请重新查看该流程实例：任务已关闭、尚未轮到，或正在等待交接。",
    ),
  LICENSE_NOT_GRANTED: (identity) =>
    say(`${who(identity)}在此没有licence`, "请去掉该人员，或重新查看已被授权的人员。"),
  LICENSE_ALREADY_GRANTED: (identity) => say(`${who(identity)}在此已有licence`, "无需再次授权。"),
  APP_NOT_AUTHORIZED: ({ app }) =>
    say(`您不在应用${quoted(app)}的授权名单中`, "授权名单由主组织管理，请联系主组织的管理员。"),
  FEATURE_NOT_SUPPORTED_DOWNSTREAM: ({ feature }) =>
    say(
      `下游人员不能使用功能${quoted(feature)}`,
      "请使用功能列表中的功能；表单和流程只能单次普通提交。",
    ),
  LICENSE_REQUIRED: ({ app }) =>
    say(`使用应用${quoted(app)}需要licence`, "请由主组织的管理员为您当前代表的组织身份授权。"),
  DATA_PERMISSION_REQUIRED: ({ app }) =>
    say(`您没有查看应用${quoted(app)}的这些数据的权限`, "请联系主组织的管理员授权。"),
  PICK_TARGET_OUTSIDE_SCOPE: (identity) =>
    say(`在该表单中不能选择${who(identity)}`, "请在可选人员中选择。"),
  ROUTING_TARGET_OUTSIDE_INITIATOR_ORG: ({ anchor }) =>
    say(
      `流转时只能选择和发起人同组织的用户，即组织${quoted(anchor)}的人员`,
      "请在可选人员中选择。",
    ),
  ROUTING_TARGET_SELF: (identity) =>
    say(`您就是${who(identity)}，不能选择自己`, "请选择其他人员。"),
  ROUTING_TARGET_ALREADY_ON_TASK: (identity) =>
    say(`${who(identity)}在该流程实例中已有任务`, "请选择其他人员，或等待该任务结束。"),
  SUCCESSOR_NOT_ELIGIBLE: (identity) =>
    say(
      `${who(identity)}不能接手工作`,
      "请选择该组织的其他在职人员；对于上下游组织中的工作，须是已加入其中的人员。",
    ),
  LICENSE_TARGET_NOT_ELIGIBLE: (identity) =>
    say(
      `${who(identity)}不能在此被授权`,
      "主组织可以授权本组织的在职人员；下游组织可以授权已加入上下游组织的成员组织人员。",
    ),
  LICENSE_LINK_LIMIT_EXCEEDED: (data) =>
    say(`主组织不能再纳入下游组织合计licence${figures(data)}`, "请先移出一个已纳入的下游组织。"),
  LICENSE_POOL_EXHAUSTED: (data) =>
    say(
      `主组织的licence剩余名额不足${figures(data)}`,
      "请减少所选人员、收回部分licence，或增加购买。",
    ),
} satisfies Partial<RefusalSayings>;

/** What has happened, notice by notice. */
export const chineseNoticesOfWork = {
  LICENSE_AUTO_GRANT_DEFERRED: ({ organization, people }) =>
    say(
      `组织${quoted(organization)}的licence没有剩余名额，尚未授权：${first(people, who)}`,
      "请增加购买或收回部分licence；等待的人员将按顺序自动授权。",
    ),
  LICENSE_USAGE_HIGH: ({ organization, purchased, used }) =>
    say(
      `组织${quoted(organization)}购买的 ${purchased} 个licence名额已消耗 ${used} 个`,
      "请及时增加购买；用完之前不影响授权。",
    ),
  APP_PUBLISHED: ({ space, app }) =>
    say(
      `应用${quoted(app)}已发布至上下游组织${quoted(space)}`,
      "被授权的人员可以在应用中心看到该应用。",
    ),
  TASK_HANDED_OVER: ({ from, to, tasks }) =>
    say(
      `${from === null ? "" : `${who(from)}的工作`}已交接给${who(to)}：${first(tasks, taskOf)}`,
      "请继续处理。",
    ),
  TASK_AWAITING_HANDOVER: ({ from, tasks }) =>
    say(
      `${from === null ? "" : `${who(from)}的工作`}等待交接：${first(tasks, taskOf)}`,
      "请由主管理员或有上下游组织权限点的子管理员指定接手人。",
    ),
} satisfies Partial<NoticeSayings>;
