/** Refusals and notices in simplified Chinese, in the words of the source. */

import {
  LISTED_MAX,
  type NoticeSayings,
  type RefusalSayings,
  say,
  shown,
  shownPath,
} from "./explain-text.ts";
import { figures, kindOf, named, quoted } from "./explain-zh-text.ts";
import type { chineseNoticesOfWork, chineseOfWork } from "./explain-zh-work.ts";

const responsible = { organization: "该组织自身", platform: "平台" };
const statuses = { withdrawn: "已撤回", approved: "已通过", rejected: "已被拒绝" };

/** What is wrong, code by code; those of work have a file of their own. */
export const chinese: Omit<RefusalSayings, keyof typeof chineseOfWork> = {
  MALFORMED: ({ problems }) =>
    say(
      `输入格式有误：${problems
        .slice(0, LISTED_MAX)
        .map(({ path, problem }) => `${shownPath(path) || "输入本身"}（${shown(problem)}）`)
        .join("、")}${problems.length > LISTED_MAX ? "等" : ""}`,
      "请修正所列字段，并使用新的输入编号重新提交。",
    ),
  INPUT_ID_REUSED: ({ input }) =>
    say(
      `输入编号${quoted(input)}已用于另一份内容不同的输入`,
      "重试时内容须保持不变；内容不同的输入请使用新的编号。",
    ),
  UNKNOWN_ORGANIZATION: ({ organization }) =>
    say(`组织${quoted(organization)}不存在`, "请核对组织编号；组织登记之后，可以重新上报该事实。"),
  UNKNOWN_SPACE: ({ space }) =>
    say(
      `没有您可以访问的上下游组织${quoted(space)}`,
      "请核对编号，或向主组织索取二维码或邀请链接后申请加入。",
    ),
  SOURCE_NOT_RESPONSIBLE: (data) =>
    say(
      `该事实只能由${responsible[data.responsible]}上报`,
      `请由${responsible[data.responsible]}上报。`,
    ),
  NOT_AUTHORIZED_ADMIN: ({ organization }) =>
    organization === null
      ? say(
          "平台支持人员不能代表任何组织操作",
          "请由该组织的主管理员或有上下游组织权限点的子管理员操作。",
        )
      : say(
          `您不是组织${quoted(organization)}的主管理员，也不是有上下游组织权限点的子管理员`,
          "请由该组织的主管理员或有上下游组织权限点的子管理员操作。",
        ),
  MAIN_ADMIN_REQUIRED: ({ organization }) =>
    say(
      `只有组织${quoted(organization)}的主管理员可以进行此操作`,
      "请联系该组织的主管理员；子管理员即使有上下游组织权限点也不能操作。",
    ),
  NOT_SPACE_ADMIN: ({ space }) =>
    say(
      `您不是上下游组织${quoted(space)}的管理员`,
      "请联系主组织的主管理员或有上下游组织权限点的子管理员。",
    ),
  MEMBER_ROSTER_NOT_MANAGEABLE: ({ space, organization }) =>
    say(
      `您不能管理上下游组织${quoted(space)}中成员组织${quoted(organization)}的部门和人员`,
      "请联系该成员组织的管理员，或取消整个成员组织的关联。",
    ),
  WHOLE_ORG_EXIT_HOST_ONLY: ({ space }) =>
    say(
      `成员组织不能自行整体退出上下游组织${quoted(space)}`,
      "请联系主组织的管理员取消关联，或仅移出本组织的人员和部门。",
    ),
  QUOTA_EXPANSION_NOT_AUTHORIZED: () =>
    say("只有平台支持人员可以扩容或开通批量邀请", "如需扩容或开通，请联系平台支持人员。"),
  APPLICATION_REQUIRED: ({ space, organization }) =>
    say(
      `组织${quoted(organization)}尚未申请加入上下游组织${quoted(space)}`,
      "请先发送二维码或邀请链接，由该组织的管理员提交申请。",
    ),
  INVITATION_NOT_VALID: ({ invitation }) =>
    say(`邀请${quoted(invitation)}无效`, "请向主组织的管理员索取新的二维码或邀请链接。"),
  UNKNOWN_PERSON: ({ organization, person }) =>
    say(
      `组织${quoted(organization)}中没有在职人员${quoted(person)}`,
      "请核对人员编号和任职编号；入职上报之后，可以重新上报该事实。",
    ),
  UNKNOWN_DEPARTMENT: ({ organization, department }) =>
    say(
      `组织${quoted(organization)}中没有部门${quoted(department)}`,
      "请核对部门编号；部门上报之后，可以重新上报该事实。",
    ),
  UNKNOWN_FOLDER: ({ space, folder }) =>
    say(
      `上下游组织${quoted(space)}中没有目录${quoted(folder)}`,
      "请核对目录编号，或先新建该目录。",
    ),
  UNKNOWN_APPLICATION: ({ application }) =>
    say(`该组织没有加入申请${quoted(application)}`, "请在待审核的申请中查找。"),
  HOST_NOT_CERTIFIED: ({ organization }) =>
    say(`组织${quoted(organization)}未认证，不能创建上下游组织`, "请先完成组织认证。"),
  MEMBER_NOT_CERTIFIED: ({ organization }) =>
    say(`组织${quoted(organization)}未认证，不能加入`, "请先完成组织认证。"),
  EDITION_NOT_SUPPORTED: () => say("主组织的版本不支持上下游互联", "主组织需要使用专属版。"),
  SSO_NOT_SUPPORTED: () => say("单点登录场景下暂不支持此操作", "需要先关闭单点登录。"),
  BATCH_INVITE_NOT_ENABLED: ({ organization }) =>
    say(
      `组织${quoted(organization)}未开通批量邀请`,
      "请联系平台支持人员开通，或逐个发送二维码或邀请链接。",
    ),
  ID_TAKEN: ({ kind, id }) =>
    say(`${kindOf(kind)}编号${quoted(id)}正在使用或曾经使用过`, "请使用从未用过的编号。"),
  HOST_CANNOT_JOIN_OWN_SPACE: ({ space }) =>
    say(
      `主组织不能作为成员组织加入自己的上下游组织${quoted(space)}`,
      "无需加入：主组织可以直接设置本组织哪些人或部门需要加入。",
    ),
  ALREADY_MEMBER: ({ space }) =>
    say(
      `该组织已是上下游组织${quoted(space)}的成员组织`,
      "如需增加人员，请调整本组织的人员和部门范围。",
    ),
  APPLICATION_ALREADY_PENDING: ({ application }) =>
    say(`加入申请${quoted(application)}仍在审核中`, "请等待审核结果，或先撤回该申请再重新申请。"),
  APPLICATION_NOT_PENDING: ({ application, status }) =>
    say(
      `加入申请${quoted(application)}${statuses[status]}，不在审核中`,
      status === "approved" ? "无需再次审核。" : "该组织可以重新申请加入。",
    ),
  NOT_A_MEMBER: ({ space, organization }) =>
    say(
      `组织${quoted(organization)}不是上下游组织${quoted(space)}的成员组织`,
      "该组织需要先申请加入并通过审核。",
    ),
  FOLDER_CYCLE: ({ folder }) =>
    say(`目录${quoted(folder)}不能移动到自身或其下级目录中`, "请选择其他目录或根目录。"),
  FOLDER_NOT_EMPTY: ({ folder }) =>
    say(`目录${quoted(folder)}不为空`, "请先移走其中的下级目录和成员组织。"),
  QUOTA_NOT_INCREASED: ({ current }) =>
    say(`扩容后的数量必须大于当前的 ${current}`, `请填写大于 ${current} 的数量。`),
  NOT_IN_SPACE: ({ space }) =>
    say(`该人员未被加入上下游组织${quoted(space)}`, "请由其所在组织的管理员将其加入上下游组织。"),
  NOT_VISIBLE: ({ organization }) =>
    say(
      `组织${quoted(organization)}不在您的可见范围内`,
      "请联系主组织的管理员调整您所在组织的可见性。",
    ),
  SCOPE_OUTSIDE_OWN_ORGANIZATION: ({ organization }) =>
    say(
      `所选范围属于组织${quoted(organization)}，不是本组织`,
      "只能选择本组织通讯录中的人员和部门。",
    ),
  JOIN_LIMIT_EXCEEDED: (data) =>
    say(
      `该组织不能再加入上下游组织${figures(data)}`,
      "需要先退出一个上下游组织，即由其主组织的管理员取消关联。",
    ),
  MEMBER_ORG_LIMIT_EXCEEDED: (data) =>
    say(
      `该上下游组织不能再添加成员组织${figures(data)}`,
      "请先取消某个成员组织的关联；申请仍在审核中，届时可以通过。",
    ),
  SPACE_QUOTA_EXCEEDED: (data) =>
    say(
      `该组织不能再创建上下游组织${figures(data)}`,
      "请联系平台支持人员扩容；如果只计算现有的上下游组织，也可以先解散一个。",
    ),
  PERSON_CAP_EXCEEDED: (data) =>
    say(
      `该上下游组织已容纳不下所选人员${figures(data)}`,
      "请减少所选人员、先移出其他人员，或联系平台支持人员扩容。",
    ),
};

/** What has happened, notice by notice; those of work have a file of their own. */
export const chineseNotices: Omit<NoticeSayings, keyof typeof chineseNoticesOfWork> = {
  ROSTER_CAP_REACHED: ({ space, organization, people }) =>
    say(
      `上下游组织${quoted(space)}人数已满，组织${quoted(organization)}的${named(people)}未能占用名额`,
      "可先移出其他人员，或联系平台支持人员扩容；等待的人员将按顺序自动加入。",
    ),
  COUNTERPART_LEFT: ({ identity, spaces }) =>
    say(
      `组织${quoted(identity.organization)}的对接人${quoted(identity.person)}已离职，并自动退出${named(spaces)}`,
      "请与该组织确认新的对接人。",
    ),
  DEPARTMENT_FLAGGED: ({ organization, department, reason }) =>
    say(
      `组织${quoted(organization)}的部门${quoted(department)}无法按上报的位置调整：${
        reason === "cycle" ? "部门不能位于自身之下" : "部门层级过深"
      }`,
      "请在通讯录中更正该部门的上级部门。",
    ),
  DIRECTORY_RECONCILIATION_HELD: ({ organization, reconciliation, people }) =>
    say(
      `全量通讯录${quoted(reconciliation)}将移除组织${quoted(organization)}的 ${people} 人，已暂缓执行`,
      "请由该组织的主管理员或有上下游组织权限点的子管理员确认或放弃。",
    ),
};
