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

export const zh: Texts = {
  refusals: {
    MALFORMED: {
      title: () => "输入格式有误",
      text: (d: Data) => "输入格式有误：" + problems(d.problems, "zh"),
      help: () => "请修正所列字段，并使用新的输入编号重新提交。",
    },
    INPUT_ID_REUSED: {
      title: () => "输入编号已用于其他输入",
      text: (d: Data) => "输入编号" + id(d.input, "zh") + "已用于另一份内容不同的输入",
      help: () => "重试时内容须保持不变；内容不同的输入请使用新的编号。",
    },
    EXPECTATION_REQUIRED: {
      title: () => "须注明操作所依据的预览结果",
      text: () => "该操作未注明所依据的预览结果",
      help: () => "请先预览并核对操作后果，再附上该预览结果的指纹提交。",
    },
    UNKNOWN_ORGANIZATION: {
      title: () => "组织不存在",
      text: (d: Data) => "组织" + id(d.organization, "zh") + "不存在",
      help: () => "请核对组织编号；组织登记之后，可以重新上报该事实。",
    },
    UNKNOWN_SPACE: {
      title: () => "没有可以访问的上下游组织",
      text: (d: Data) => "没有您可以访问的上下游组织" + id(d.space, "zh"),
      help: () => "请核对编号，或向主组织索取二维码或邀请链接后申请加入。",
    },
    UNKNOWN_TRUNK: {
      title: () => "主干组织不存在",
      text: (d: Data) => "不存在与本组织有关的主干组织" + id(d.trunk, "zh"),
      help: () => "请在本组织的主干组织中查找，或向其索取邀请。",
    },
    SOURCE_NOT_RESPONSIBLE: {
      title: () => "事实不由该来源上报",
      text: (d: Data) =>
        "该事实只能由" +
        select(d.responsible, { organization: "该组织自身", other: "平台" }) +
        "上报",
      help: (d: Data) =>
        "请由" + select(d.responsible, { organization: "该组织自身", other: "平台" }) + "上报。",
    },
    ACTING_ORG_INVALID: {
      title: () => "不能以该组织的身份操作",
      text: (d: Data) =>
        select(d.organization, {
          none: "平台支持人员不能代表任何组织操作",
          other: "您不能以组织" + id(d.organization, "zh") + "的身份进行此操作",
        }),
      help: (d: Data) =>
        select(d.organization, {
          none: "请由该组织的在职人员操作。",
          other: "请以您在职的组织的身份操作；在上下游组织中，须以其成员组织的身份操作。",
        }),
    },
    ACTOR_SUSPENDED: {
      title: () => "已被停用",
      text: (d: Data) =>
        select(d.suspended, {
          person: "您在组织" + id(d.organization, "zh") + "中已被停用",
          other: "组织" + id(d.organization, "zh") + "已被停用",
        }) + "，不能进行操作",
      help: (d: Data) =>
        select(d.suspended, {
          person: "请由同事操作，或等待该组织恢复您的账号。",
          other: "请等待平台恢复该组织。",
        }),
    },
    NOT_AUTHORIZED_ADMIN: {
      title: () => "不是该组织的授权管理员",
      text: (d: Data) =>
        select(d.organization, {
          none: "平台支持人员不能代表任何组织操作",
          other:
            "您不是组织" +
            id(d.organization, "zh") +
            "的主管理员，也不是有上下游组织权限点的子管理员",
        }),
      help: () => "请由该组织的主管理员或有上下游组织权限点的子管理员操作。",
    },
    MAIN_ADMIN_REQUIRED: {
      title: () => "仅限主管理员操作",
      text: (d: Data) => "只有组织" + id(d.organization, "zh") + "的主管理员可以进行此操作",
      help: () => "请联系该组织的主管理员；子管理员即使有上下游组织权限点也不能操作。",
    },
    NOT_SPACE_ADMIN: {
      title: () => "不是上下游组织的管理员",
      text: (d: Data) =>
        select(d.space, {
          none: "您不是搭建该应用的组织的授权管理员",
          other: "您不是上下游组织" + id(d.space, "zh") + "的管理员",
        }),
      help: () => "请联系主组织的主管理员或有上下游组织权限点的子管理员。",
    },
    NOT_TRUNK_ADMIN: {
      title: () => "仅限主干组织管理员操作",
      text: (d: Data) => "您不是主干组织" + id(d.trunk, "zh") + "的管理员",
      help: () => "请联系该组织的主管理员，或有上下级组织权限点的子管理员。",
    },
    MEMBER_ROSTER_NOT_MANAGEABLE: {
      title: () => "不能管理成员组织的人员",
      text: (d: Data) =>
        "您不能管理上下游组织" +
        id(d.space, "zh") +
        "中成员组织" +
        id(d.organization, "zh") +
        "的部门和人员",
      help: () => "请联系该成员组织的管理员，或取消整个成员组织的关联。",
    },
    BRANCH_NOT_MANAGEABLE: {
      title: () => "主干组织不能管理分支组织自己的部分",
      text: (d: Data) =>
        "分支组织" +
        id(d.organization, "zh") +
        "在与" +
        id(d.trunk, "zh") +
        "的关联中放入的内容由其自行管理",
      help: () => "请联系该组织的管理员；主干组织可以隐藏该组织或解除关联。",
    },
    WHOLE_ORG_EXIT_HOST_ONLY: {
      title: () => "成员组织不能自行整体退出",
      text: (d: Data) => "成员组织不能自行整体退出上下游组织" + id(d.space, "zh"),
      help: () => "请联系主组织的管理员取消关联，或仅移出本组织的人员和部门。",
    },
    UNLINK_TRUNK_ONLY: {
      title: () => "只有主干组织可以解除关联",
      text: (d: Data) => "分支组织不能自行解除与主干组织" + id(d.trunk, "zh") + "的关联",
      help: () => "可以将本组织的人员全部移出、停止共享数据，或请主干组织的管理员解除关联。",
    },
    APP_GOVERNANCE_HOST_ONLY: {
      title: () => "应用仅由上游组织管理",
      text: (d: Data) =>
        "应用" + id(d.app, "zh") + "的业务权限、审批规则和授权名单统一由上游组织管理",
      help: () => "请联系搭建该应用的组织的主管理员或有上下游组织权限点的子管理员。",
    },
    LICENSE_HOST_ONLY: {
      title: () => "licence仅由主组织分配",
      text: () => "licence统一由主组织购买与分配",
      help: () => "请联系主组织的主管理员或有上下游组织权限点的子管理员。",
    },
    QUOTA_EXPANSION_NOT_AUTHORIZED: {
      title: () => "仅限平台支持人员扩容或开通",
      text: () => "只有平台支持人员可以扩容或开通批量邀请",
      help: () => "如需扩容或开通，请联系平台支持人员。",
    },
    APPLICATION_REQUIRED: {
      title: () => "该组织尚未申请加入",
      text: (d: Data) =>
        "组织" +
        id(d.organization, "zh") +
        "尚未申请" +
        select(d.trunk, {
          none: "加入上下游组织" + id(d.space, "zh"),
          other: "关联主干组织" + id(d.trunk, "zh"),
        }),
      help: () => "请先发送二维码或邀请链接，由该组织的管理员提交申请。",
    },
    NOT_INITIATOR: {
      title: () => "不是该流程实例的发起人",
      text: (d: Data) => "流程实例" + id(d.instance, "zh") + "不是您发起的",
      help: () => "只有发起人可以撤回。",
    },
    INVITATION_NOT_VALID: {
      title: () => "邀请无效",
      text: (d: Data) => "邀请" + id(d.invitation, "zh") + "无效",
      help: () => "请向主组织的管理员索取新的二维码或邀请链接。",
    },
    INVITATION_NOT_ADDRESSED: {
      title: () => "邀请不是发给本组织的",
      text: (d: Data) => "邀请" + id(d.invitation, "zh") + "不是发给本组织的",
      help: () => "请向主组织的管理员索取发给本组织的二维码或邀请链接。",
    },
    UNKNOWN_PERSON: {
      title: () => "没有该在职人员",
      text: (d: Data) => "组织" + id(d.organization, "zh") + "中没有在职人员" + id(d.person, "zh"),
      help: () => "请核对人员编号和任职编号；入职上报之后，可以重新上报该事实。",
    },
    UNKNOWN_DEPARTMENT: {
      title: () => "部门不存在",
      text: (d: Data) => "组织" + id(d.organization, "zh") + "中没有部门" + id(d.department, "zh"),
      help: () => "请核对部门编号；部门上报之后，可以重新上报该事实。",
    },
    UNKNOWN_FOLDER: {
      title: () => "目录不存在",
      text: (d: Data) => "上下游组织" + id(d.space, "zh") + "中没有目录" + id(d.folder, "zh"),
      help: () => "请核对目录编号，或先新建该目录。",
    },
    UNKNOWN_APP: {
      title: () => "没有可以访问的应用",
      text: (d: Data) =>
        select(d.flow, {
          none: "这里没有您可以访问的应用" + id(d.app, "zh"),
          other: "应用" + id(d.app, "zh") + "中没有流程" + id(d.flow, "zh"),
        }),
      help: (d: Data) =>
        select(d.flow, {
          none: "请核对应用编号和所在的上下游组织，或先创建该应用。",
          other: "请核对流程编号；应用的流程由主组织定义。",
        }),
    },
    UNKNOWN_APPLICATION: {
      title: () => "加入申请不存在",
      text: (d: Data) => "该组织没有加入申请" + id(d.application, "zh"),
      help: () => "请在待审核的申请中查找。",
    },
    UNKNOWN_GROUP: {
      title: () => "没有您参与的合作群",
      text: (d: Data) => "没有您参与的合作群" + id(d.group, "zh"),
      help: () => "请核对编号，或请群内成员添加您。",
    },
    UNKNOWN_INSTANCE: {
      title: () => "没有可以访问的流程实例",
      text: (d: Data) => "没有您可以访问的流程实例" + id(d.instance, "zh"),
      help: () => "请在您发起的或有您的任务的流程实例中查找。",
    },
    UNKNOWN_TASK: {
      title: () => "流程实例中没有该任务",
      text: (d: Data) =>
        "流程实例" + id(d.instance, "zh") + "中没有可用于此操作的任务 " + count(d.task),
      help: () => "请重新查看该流程实例；只能退回到之前步骤的任务。",
    },
    UNKNOWN_LIAISON_ROLE: {
      title: () => "接口人角色不存在",
      text: (d: Data) => "组织" + id(d.trunk, "zh") + "没有接口人角色" + id(d.role, "zh"),
      help: () => "请选择已有的角色，或请该组织的管理员先行设置。",
    },
    NOT_TASK_HOLDER: {
      title: () => "不是该任务的处理人",
      text: (d: Data) => "您不是流程实例" + id(d.instance, "zh") + "中该任务的处理人",
      help: () => "请由该任务的处理人操作。",
    },
    HOST_NOT_CERTIFIED: {
      title: () => "未认证的组织不能创建上下游组织",
      text: (d: Data) => "组织" + id(d.organization, "zh") + "未认证，不能创建上下游组织",
      help: () => "请先完成组织认证。",
    },
    MEMBER_NOT_CERTIFIED: {
      title: () => "未认证的组织不能加入",
      text: (d: Data) => "组织" + id(d.organization, "zh") + "未认证，不能加入",
      help: () => "请先完成组织认证。",
    },
    HIERARCHY_NOT_OPEN: {
      title: () => "未开通上下级组织",
      text: (d: Data) => "组织" + id(d.trunk, "zh") + "未开通上下级组织",
      help: () => "请先开通或续费；已有的关联不受影响。",
    },
    EDITION_NOT_SUPPORTED: {
      title: () => "主组织的版本不支持",
      text: (d: Data) =>
        select(d.required, {
          professional: "主干组织的版本不支持上下级互联",
          other: "主组织的版本不支持上下游互联",
        }),
      help: (d: Data) =>
        select(d.required, {
          professional: "主干组织需要使用专业版或专属版。",
          other: "主组织需要使用专属版。",
        }),
    },
    SSO_NOT_SUPPORTED: {
      title: () => "单点登录场景下不支持",
      text: () => "单点登录场景下暂不支持此操作",
      help: () => "需要先关闭单点登录。",
    },
    HOST_SUSPENDED: {
      title: () => "主组织已被停用",
      text: (d: Data) => "主组织" + id(d.organization, "zh") + "已被停用",
      help: () => "请等待平台恢复该组织；已有数据不受影响。",
    },
    MEMBER_SUSPENDED: {
      title: () => "组织在该上下游组织中已被停用",
      text: (d: Data) => "上下游组织" + id(d.space, "zh") + "的主组织已停用您所在的组织",
      help: () => "请由管理员与主组织沟通；已有数据不受影响。",
    },
    LICENSE_TERM_ENDED: {
      title: () => "licence已到期",
      text: () => "主组织购买的licence已到期",
      help: () => "请由主组织续费；已有授权和数据均予保留，续费后立即恢复。",
    },
    BATCH_INVITE_NOT_ENABLED: {
      title: () => "未开通批量邀请",
      text: (d: Data) => "组织" + id(d.organization, "zh") + "未开通批量邀请",
      help: () => "请联系平台支持人员开通，或逐个发送二维码或邀请链接。",
    },
    APP_DATA_INTEROP_UNAVAILABLE: {
      title: () => "应用之间不能互通数据",
      text: (d: Data) =>
        "应用" + id(d.app, "zh") + "的数据不能在主组织和上下游组织的自建应用之间互通",
      help: () => "目前不支持数据互通，请在同一个应用内使用数据。",
    },
    ID_TAKEN: {
      title: () => "编号已被使用",
      text: (d: Data) =>
        select(d.kind, {
          space: "上下游组织",
          invitation: "邀请",
          application: "加入申请",
          folder: "目录",
          app: "应用",
          row: "数据",
          instance: "流程实例",
          group: "合作群",
          other: word(d.kind),
        }) +
        "编号" +
        id(d.id, "zh") +
        "正在使用或曾经使用过",
      help: () => "请使用从未用过的编号。",
    },
    HOST_CANNOT_JOIN_OWN_SPACE: {
      title: () => "主组织不能加入自己的上下游组织",
      text: (d: Data) => "主组织不能作为成员组织加入自己的上下游组织" + id(d.space, "zh"),
      help: () => "无需加入：主组织可以直接设置本组织哪些人或部门需要加入。",
    },
    ALREADY_MEMBER: {
      title: () => "该组织已是成员组织",
      text: (d: Data) => "该组织已是上下游组织" + id(d.space, "zh") + "的成员组织",
      help: () => "如需增加人员，请调整本组织的人员和部门范围。",
    },
    ALREADY_LINKED: {
      title: () => "该组织已是分支组织",
      text: (d: Data) => "该组织已是主干组织" + id(d.trunk, "zh") + "的分支组织",
      help: () => "如需增加人员，请调整该关联的人员和部门范围。",
    },
    APPLICATION_ALREADY_PENDING: {
      title: () => "已有加入申请在审核中",
      text: (d: Data) => "加入申请" + id(d.application, "zh") + "仍在审核中",
      help: () => "请等待审核结果，或先撤回该申请再重新申请。",
    },
    ALREADY_INVITED: {
      title: () => "该组织已被邀请",
      text: (d: Data) => "发给该组织的邀请" + id(d.invitation, "zh") + "仍然有效",
      help: () => "请重新发送该邀请，或先撤销该邀请再发送新的邀请。",
    },
    REAPPLY_TOO_SOON: {
      title: () => "被拒绝后尚不能重新申请",
      text: () => "该组织的申请已被拒绝，暂时不能重新申请",
      help: () => "请等待间隔期结束，或向主组织的管理员索取发给本组织的邀请。",
    },
    APPLICATION_NOT_PENDING: {
      title: () => "加入申请不在审核中",
      text: (d: Data) =>
        "加入申请" +
        id(d.application, "zh") +
        select(d.status, {
          withdrawn: "已撤回",
          approved: "已通过",
          expired: "已过期",
          other: "已被拒绝",
        }) +
        "，不在审核中",
      help: (d: Data) =>
        select(d.status, { approved: "无需再次审核。", other: "该组织可以重新申请加入。" }),
    },
    APPLICATION_EXPIRED: {
      title: () => "加入申请已过期",
      text: (d: Data) => "加入申请" + id(d.application, "zh") + "已过期",
      help: () => "该组织可以立即重新申请加入。",
    },
    NOT_A_MEMBER: {
      title: () => "该组织不是成员组织",
      text: (d: Data) =>
        "组织" + id(d.organization, "zh") + "不是上下游组织" + id(d.space, "zh") + "的成员组织",
      help: () => "该组织需要先申请加入并通过审核。",
    },
    NOT_LINKED: {
      title: () => "关联不存在",
      text: (d: Data) =>
        "组织" + id(d.organization, "zh") + "不是主干组织" + id(d.trunk, "zh") + "的分支组织",
      help: () => "需要先向该主干组织申请关联并通过审核。",
    },
    EXIT_NOT_DUE: {
      title: () => "已预告的退出尚未到期",
      text: () => "退出已预告，预告期尚未结束",
      help: () => "请在预告期结束后再次退出，或撤回预告。",
    },
    LINK_NOT_RELEASED: {
      title: () => "关联尚未放行",
      text: (d: Data) =>
        "主干组织" + id(d.trunk, "zh") + "尚未放行与组织" + id(d.organization, "zh") + "的关联",
      help: () => "请联系该主干组织的管理员放行；申请仍在审核中。",
    },
    HIERARCHY_CYCLE: {
      title: () => "关联会形成循环",
      text: (d: Data) =>
        "组织" +
        id(d.organization, "zh") +
        "不能成为" +
        id(d.trunk, "zh") +
        "的下级：后者是其本身或其下级",
      help: () => "请先解除反方向的关联。",
    },
    FOLDER_CYCLE: {
      title: () => "目录不能移动到自身之下",
      text: (d: Data) => "目录" + id(d.folder, "zh") + "不能移动到自身或其下级目录中",
      help: () => "请选择其他目录或根目录。",
    },
    FOLDER_NOT_EMPTY: {
      title: () => "目录不为空",
      text: (d: Data) => "目录" + id(d.folder, "zh") + "不为空",
      help: () => "请先移走其中的下级目录和成员组织。",
    },
    ALIAS_TAKEN: {
      title: () => "别名已被使用",
      text: (d: Data) =>
        select(d.mount, { none: "根部门", other: "部门" + id(d.mount, "zh") }) +
        "下已有分支组织使用别名" +
        id(d.alias, "zh"),
      help: () => "请更换别名或挂载部门。",
    },
    APP_NOT_OWNED_BY_HOST: {
      title: () => "应用不是主组织搭建的",
      text: (d: Data) => "应用" + id(d.app, "zh") + "不是主组织搭建的应用",
      help: () => "请选择主组织自己搭建的应用。",
    },
    APP_NOT_PUBLISHED: {
      title: () => "应用没有发布至上下游组织",
      text: (d: Data) =>
        "应用" +
        id(d.app, "zh") +
        "没有" +
        select(d.trunk, {
          none: "发布至上下游组织" + id(d.space, "zh"),
          other: "由主干组织" + id(d.trunk, "zh") + "分发",
        }),
      help: () => "请由主组织的管理员发布。",
    },
    APP_ALREADY_PUBLISHED: {
      title: () => "应用已发布",
      text: (d: Data) =>
        "应用" +
        id(d.app, "zh") +
        "已" +
        select(d.trunk, {
          none: "发布至上下游组织" + id(d.space, "zh"),
          other: "由主干组织" + id(d.trunk, "zh") + "分发",
        }),
      help: () => "无需再次发布。",
    },
    UNIT_NOT_LINKED: {
      title: () => "未纳入licence合计",
      text: (d: Data) =>
        select(d.organization, {
          none: "上下游组织" + id(d.space, "zh"),
          other: "上下游组织" + id(d.space, "zh") + "的成员组织" + id(d.organization, "zh"),
        }) + "没有纳入licence合计",
      help: () => "请先将其纳入合计；只有已纳入的下游组织的人员可以被授权。",
    },
    UNIT_ALREADY_LINKED: {
      title: () => "已纳入licence合计",
      text: (d: Data) =>
        select(d.organization, {
          none: "上下游组织" + id(d.space, "zh"),
          other: "上下游组织" + id(d.space, "zh") + "的成员组织" + id(d.organization, "zh"),
        }) + "已纳入licence合计",
      help: () => "无需再次纳入。",
    },
    UNIT_OVERLAP: {
      title: () => "与已纳入licence合计的一方重叠",
      text: (d: Data) =>
        select(d.organization, {
          none: "上下游组织" + id(d.space, "zh"),
          other: "上下游组织" + id(d.space, "zh") + "的成员组织" + id(d.organization, "zh"),
        }) + "与已纳入licence合计的下游组织重叠",
      help: () => "请先移出已纳入的一方：上下游组织和其中的成员组织不能同时纳入。",
    },
    INSTANCE_NOT_RUNNING: {
      title: () => "流程实例已结束",
      text: (d: Data) => "流程实例" + id(d.instance, "zh") + "已结束",
      help: () => "如有需要，请重新发起。",
    },
    WITHDRAWAL_CLOSED: {
      title: () => "已不能撤回",
      text: (d: Data) =>
        "流程实例" +
        id(d.instance, "zh") +
        select(d.because, { acted: "已有人处理", late: "发起时间过长", other: "已不能撤回" }),
      help: () => "请联系当前处理人退回，或请上游组织管理员终止。",
    },
    TASK_NOT_PENDING: {
      title: () => "任务目前不能处理",
      text: (d: Data) =>
        "流程实例" + id(d.instance, "zh") + "的任务 " + count(d.task) + " 目前不能处理",
      help: () => "请重新查看该流程实例：任务已关闭、尚未轮到，或正在等待交接。",
    },
    STAND_IN_OVERLAPS: {
      title: () => "代理期间重叠",
      text: (d: Data) =>
        "组织" +
        id(d.organization, "zh") +
        "的人员" +
        id(d.person, "zh") +
        "已有与此重叠的代理期间",
      help: () => "请先结束已有的代理，或选择其他期间。",
    },
    LICENSE_NOT_GRANTED: {
      title: () => "该人员在此没有licence",
      text: (d: Data) =>
        "组织" + id(d.organization, "zh") + "的人员" + id(d.person, "zh") + "在此没有licence",
      help: () => "请去掉该人员，或重新查看已被授权的人员。",
    },
    LICENSE_ALREADY_GRANTED: {
      title: () => "该人员在此已有licence",
      text: (d: Data) =>
        "组织" + id(d.organization, "zh") + "的人员" + id(d.person, "zh") + "在此已有licence",
      help: () => "无需再次授权。",
    },
    QUOTA_NOT_INCREASED: {
      title: () => "扩容数量没有增加",
      text: (d: Data) => "扩容后的数量必须大于当前的 " + count(d.current),
      help: (d: Data) => "请填写大于 " + count(d.current) + " 的数量。",
    },
    REVIEWER_IS_APPLICANT: {
      title: () => "审批人属于申请方",
      text: () => "申请方的人员不能批准自己的申请",
      help: () => "请由其他管理员批准；您可以拒绝该申请。",
    },
    NOT_IN_SPACE: {
      title: () => "该人员不在上下游组织中",
      text: (d: Data) => "该人员未被加入上下游组织" + id(d.space, "zh"),
      help: () => "请由其所在组织的管理员将其加入上下游组织。",
    },
    NOT_ON_LINK: {
      title: () => "不在主干组织的通讯录中",
      text: (d: Data) => "该人员不在主干组织" + id(d.trunk, "zh") + "的通讯录中",
      help: () => "请由其所在组织的管理员将其加入该关联的人员范围。",
    },
    INDUSTRY_ACCESS_CLOSED: {
      title: () => "应用未对行业通讯录成员开放",
      text: (d: Data) => "应用" + id(d.app, "zh") + "未对行业通讯录成员开放",
      help: () => "请联系搭建该应用的组织的管理员开启。",
    },
    NOT_VISIBLE: {
      title: () => "该组织不在可见范围内",
      text: (d: Data) => "组织" + id(d.organization, "zh") + "不在您的可见范围内",
      help: () => "请联系主组织的管理员调整您所在组织的可见性。",
    },
    APP_NOT_AUTHORIZED: {
      title: () => "不在应用的授权名单中",
      text: (d: Data) => "您不在应用" + id(d.app, "zh") + "的授权名单中",
      help: () => "授权名单由主组织管理，请联系主组织的管理员。",
    },
    FEATURE_NOT_SUPPORTED_DOWNSTREAM: {
      title: () => "下游人员不能使用该功能",
      text: (d: Data) => "下游人员不能使用功能" + id(d.feature, "zh"),
      help: () => "请使用功能列表中的功能；表单和流程只能单次普通提交。",
    },
    LICENSE_REQUIRED: {
      title: () => "使用应用需要licence",
      text: (d: Data) => "使用应用" + id(d.app, "zh") + "需要licence",
      help: () => "请由主组织的管理员为您当前代表的组织身份授权。",
    },
    DATA_PERMISSION_REQUIRED: {
      title: () => "没有查看这些数据的权限",
      text: (d: Data) => "您没有查看应用" + id(d.app, "zh") + "的这些数据的权限",
      help: () => "请联系主组织的管理员授权。",
    },
    BRANCH_DATA_NOT_AUTHORIZED: {
      title: () => "分支组织未授权该数据",
      text: (d: Data) =>
        "组织" +
        id(d.organization, "zh") +
        "未将数据" +
        id(d.code, "zh") +
        "授权给" +
        id(d.trunk, "zh"),
      help: () => "请联系该组织的管理员在关联中授权该数据。",
    },
    SCOPE_OUTSIDE_OWN_ORGANIZATION: {
      title: () => "所选范围不属于本组织",
      text: (d: Data) => "所选范围属于组织" + id(d.organization, "zh") + "，不是本组织",
      help: () => "只能选择本组织通讯录中的人员和部门。",
    },
    PICK_TARGET_OUTSIDE_SCOPE: {
      title: () => "不在表单的可选人员中",
      text: (d: Data) =>
        "在该表单中不能选择组织" + id(d.organization, "zh") + "的人员" + id(d.person, "zh"),
      help: () => "请在可选人员中选择。",
    },
    ROUTING_TARGET_OUTSIDE_INITIATOR_ORG: {
      title: () => "流转对象和发起人不在同一组织",
      text: (d: Data) =>
        "流转时只能选择和发起人同组织的用户，即组织" + id(d.anchor, "zh") + "的人员",
      help: () => "请在可选人员中选择。",
    },
    ROUTING_TARGET_SELF: {
      title: () => "不能选择自己",
      text: (d: Data) =>
        "您就是组织" + id(d.organization, "zh") + "的人员" + id(d.person, "zh") + "，不能选择自己",
      help: () => "请选择其他人员。",
    },
    ROUTING_TARGET_IS_INITIATOR: {
      title: () => "不能选择发起人",
      text: (d: Data) =>
        "组织" +
        id(d.organization, "zh") +
        "的人员" +
        id(d.person, "zh") +
        "是该流程实例的发起人，不能在其中审批",
      help: () => "请选择其他人员。",
    },
    ROUTING_TARGET_ALREADY_ON_TASK: {
      title: () => "该人员已有任务",
      text: (d: Data) =>
        "组织" +
        id(d.organization, "zh") +
        "的人员" +
        id(d.person, "zh") +
        "在该流程实例中已有任务",
      help: () => "请选择其他人员，或等待该任务结束。",
    },
    TARGET_SUSPENDED: {
      title: () => "该人员已被停用",
      text: (d: Data) =>
        "组织" +
        id(d.organization, "zh") +
        "的人员" +
        id(d.person, "zh") +
        "已被停用，且没有代理人",
      help: () => "请在可选人员中选择。",
    },
    ROUTING_TARGET_CANNOT_ACT: {
      title: () => "该人员无法处理此任务",
      text: (d: Data) =>
        "组织" +
        id(d.organization, "zh") +
        "的人员" +
        id(d.person, "zh") +
        select(d.lacks, {
          list: "不在应用的授权名单内",
          license: "没有授权账号",
          other: "无法处理此任务",
        }),
      help: () => "请在可选人员中选择，或请上游组织管理员将其加入名单、分配授权账号。",
    },
    RETURN_NOT_POSSIBLE: {
      title: () => "不能退回",
      text: (d: Data) => "流程实例" + id(d.instance, "zh") + "不能退回（" + word(d.because) + "）",
      help: () => "发起人已离开，或退回次数已达上限：请查看可以退回的步骤，或者直接审批。",
    },
    SUCCESSOR_NOT_ELIGIBLE: {
      title: () => "该人员不能接手",
      text: (d: Data) =>
        "组织" + id(d.organization, "zh") + "的人员" + id(d.person, "zh") + "不能接手工作",
      help: () => "请选择该组织的其他在职人员；对于上下游组织中的工作，须是已加入其中的人员。",
    },
    LIAISON_NOT_ELIGIBLE: {
      title: () => "该人员不能担任接口人",
      text: (d: Data) =>
        "组织" + id(d.organization, "zh") + "的" + id(d.person, "zh") + "不能担任该接口人",
      help: () =>
        "请选择主干组织的成员或上下级关联中的成员；由组织自行维护的接口人只能是本组织的成员。",
    },
    COUNTERPARTS_REQUIRED: {
      title: () => "对接人人数不足",
      text: (d: Data) => "成员组织至少指定 " + count(d.min) + " 名对接人",
      help: () => "请从已加入上下游组织的本组织人员中指定更多对接人。",
    },
    LICENSE_TARGET_NOT_ELIGIBLE: {
      title: () => "该人员不能在此被授权",
      text: (d: Data) =>
        "组织" + id(d.organization, "zh") + "的人员" + id(d.person, "zh") + "不能在此被授权",
      help: () =>
        "主组织可以授权本组织的在职人员；下游组织可以授权已加入上下游组织的成员组织人员。",
    },
    REASON_REQUIRED: {
      title: () => "拒绝须说明理由",
      text: () => "拒绝申请时必须说明理由",
      help: () => "请填写拒绝理由；申请方的管理员可以看到。",
    },
    JOIN_LIMIT_EXCEEDED: {
      title: () => "该组织加入的上下游组织已达上限",
      text: (d: Data) =>
        "该组织不能再加入上下游组织" +
        select(d.limit, {
          none: "",
          other: select(d.current, {
            none: "：上限为 " + count(d.limit),
            other: "：上限 " + count(d.limit) + "，已占用 " + count(d.current),
          }),
        }),
      help: () => "需要先退出一个上下游组织，即由其主组织的管理员取消关联。",
    },
    TRUNK_LIMIT_EXCEEDED: {
      title: () => "该组织的主干组织数量已达上限",
      text: (d: Data) =>
        "该组织不能再关联主干组织" +
        select(d.limit, {
          none: "",
          other: select(d.current, {
            none: "：上限为 " + count(d.limit),
            other: "：上限 " + count(d.limit) + "，已占用 " + count(d.current),
          }),
        }),
      help: () => "需要先解除一个关联，或以新的关联替换。",
    },
    MEMBER_ORG_LIMIT_EXCEEDED: {
      title: () => "成员组织数量已达上限",
      text: (d: Data) =>
        "该上下游组织不能再添加成员组织" +
        select(d.limit, {
          none: "",
          other: select(d.current, {
            none: "：上限为 " + count(d.limit),
            other: "：上限 " + count(d.limit) + "，已占用 " + count(d.current),
          }),
        }),
      help: () => "请先取消某个成员组织的关联；申请仍在审核中，届时可以通过。",
    },
    BRANCH_LIMIT_EXCEEDED: {
      title: () => "分支组织数量已达上限",
      text: (d: Data) =>
        "主干组织不能再增加分支组织" +
        select(d.limit, {
          none: "",
          other: select(d.current, {
            none: "：上限为 " + count(d.limit),
            other: "：上限 " + count(d.limit) + "，已占用 " + count(d.current),
          }),
        }),
      help: () => "请购买更大规格或解除某个关联；申请仍在审核中，届时可以通过。",
    },
    HIERARCHY_TOO_DEEP: {
      title: () => "上下级层级过深",
      text: (d: Data) => "上下级关联的层级会超过" + count(d.limit) + "级",
      help: () => "请关联到更上级的组织，或解除其上方或下方的某个关联。",
    },
    HIERARCHY_TOO_LARGE: {
      title: () => "上下级组织规模过大",
      text: (d: Data) =>
        "某个组织的" +
        select(d.bound, { above: "上级", other: "下级" }) +
        "组织会超过" +
        count(d.limit) +
        "个",
      help: () => "请先解除上方或下方的某个关联，或关联到其他组织。",
    },
    SPACE_QUOTA_EXCEEDED: {
      title: () => "可创建的上下游组织已达上限",
      text: (d: Data) =>
        "该组织不能再创建上下游组织" +
        select(d.limit, {
          none: "",
          other: select(d.current, {
            none: "：上限为 " + count(d.limit),
            other: "：上限 " + count(d.limit) + "，已占用 " + count(d.current),
          }),
        }),
      help: () => "请联系平台支持人员扩容；如果只计算现有的上下游组织，也可以先解散一个。",
    },
    PERSON_CAP_EXCEEDED: {
      title: () => "上下游组织人数超出上限",
      text: (d: Data) =>
        "该上下游组织已容纳不下所选人员" +
        select(d.limit, {
          none: "",
          other: select(d.current, {
            none: "：上限为 " + count(d.limit),
            other: "：上限 " + count(d.limit) + "，已占用 " + count(d.current),
          }),
        }) +
        select(d.needed, { none: "", other: "，还需要 " + count(d.needed) }),
      help: () => "请减少所选人员、先移出其他人员，或联系平台支持人员扩容。",
    },
    LICENSE_LINK_LIMIT_EXCEEDED: {
      title: () => "已纳入的下游组织达到上限",
      text: (d: Data) =>
        "主组织不能再纳入下游组织合计licence" +
        select(d.limit, {
          none: "",
          other: select(d.current, {
            none: "：上限为 " + count(d.limit),
            other: "：上限 " + count(d.limit) + "，已占用 " + count(d.current),
          }),
        }),
      help: () => "请先移出一个已纳入的下游组织。",
    },
    SEAT_CAP_EXCEEDED: {
      title: () => "授权数已达上限",
      text: (d: Data) =>
        select(d.branch, {
          none:
            "该下游组织最多可占用 " +
            count(d.limit) +
            " 个licence，已占用 " +
            count(d.current) +
            " 个",
          other:
            "分支组织" +
            id(d.branch, "zh") +
            "及其下级最多可占用 " +
            count(d.limit) +
            " 个授权，已占用 " +
            count(d.current) +
            " 个",
        }),
      help: () => "请提高该上限，或收回部分人员的授权。",
    },
    LICENSE_POOL_EXHAUSTED: {
      title: () => "licence剩余名额不足",
      text: (d: Data) =>
        "主组织的licence剩余名额不足" +
        select(d.limit, {
          none: "",
          other: select(d.current, {
            none: "：上限为 " + count(d.limit),
            other: "：上限 " + count(d.limit) + "，已占用 " + count(d.current),
          }),
        }) +
        select(d.needed, { none: "", other: "，还需要 " + count(d.needed) }),
      help: () => "请减少所选人员、收回部分licence，或增加购买。",
    },
    REMOVAL_UNCONFIRMED: {
      title: () => "移出人数较多，需要确认",
      text: (d: Data) =>
        "该操作将使 " +
        count(d.people) +
        " 人退出" +
        select(d.trunk, {
          none: "上下游组织" + id(d.space, "zh"),
          other: "与主干组织" + id(d.trunk, "zh") + "的关联",
        }),
      help: () => "请核对将被移出的人员；确认无误后，在 `removing` 中填写人数再提交。",
    },
    STATE_CHANGED: {
      title: () => "情况在预览之后已发生变化",
      text: () => "该操作的结果已与预期不符",
      help: () => "请重新预览；确认无误后，使用新的输入编号重新提交。",
    },
  },
  notices: {
    LICENSE_AUTO_GRANT_DEFERRED: {
      title: () => "有人员等待licence",
      text: (d: Data) =>
        "组织" +
        id(d.organization, "zh") +
        "的licence没有剩余名额，尚未授权：" +
        identities(d.people, "zh"),
      help: () => "请增加购买或收回部分licence；等待的人员将按顺序自动授权。",
    },
    LICENSE_USAGE_HIGH: {
      title: () => "licence即将用完",
      text: (d: Data) =>
        "组织" +
        id(d.organization, "zh") +
        select(d.unit, { none: "购买", other: "分给某一下游组织" }) +
        "的 " +
        count(d.purchased) +
        " 个licence名额已消耗 " +
        count(d.used) +
        " 个，达到 " +
        count(d.threshold) +
        "%",
      help: () => "请及时增加购买或提高上限；用完之前不影响授权。",
    },
    LICENSE_TERM_ENDING: {
      title: () => "licence已到期",
      text: (d: Data) =>
        "组织" + id(d.organization, "zh") + "购买的licence已到期：宽限期内可继续使用，不能新增授权",
      help: () => "请在宽限期结束前续费。",
    },
    LICENSE_TERM_OVER: {
      title: () => "licence已停止使用",
      text: (d: Data) => "组织" + id(d.organization, "zh") + "的licence宽限期已结束，暂不能使用",
      help: () => "请续费；已有授权和等待名单均予保留，续费后立即恢复。",
    },
    APP_DISTRIBUTED: {
      title: () => "有应用分发",
      text: (d: Data) =>
        "主干组织" +
        id(d.trunk, "zh") +
        "分发了应用" +
        id(d.app, "zh") +
        "：" +
        select(d.installed, { true: "已自动安装到工作台", other: "请确认是否安装到工作台" }),
      help: () => "被覆盖的组织可以自行安装或卸载。",
    },
    APP_PUBLISHED: {
      title: () => "有应用发布",
      text: (d: Data) => "应用" + id(d.app, "zh") + "已发布至上下游组织" + id(d.space, "zh"),
      help: () => "被授权的人员可以在应用中心看到该应用。",
    },
    TASK_HANDED_OVER: {
      title: () => "任务已交接",
      text: (d: Data) =>
        select(d.from, { none: "", other: identity(d.from, "zh") + "的工作" }) +
        "已交接给" +
        identity(d.to, "zh") +
        "：" +
        tasks(d.tasks, "zh"),
      help: () => "请继续处理。",
    },
    TASK_AWAITING_HANDOVER: {
      title: () => "任务等待交接",
      text: (d: Data) =>
        select(d.from, { none: "", other: identity(d.from, "zh") + "的工作" }) +
        "等待交接：" +
        tasks(d.tasks, "zh"),
      help: () => "请由主管理员或有上下游组织权限点的子管理员指定接手人。",
    },
    TASK_HOLDER_SUSPENDED: {
      title: () => "有任务停留在已被停用的人员处",
      text: (d: Data) =>
        identity(d.holder, "zh") + "已被停用，仍有任务待处理：" + tasks(d.tasks, "zh"),
      help: () => "可由主管理员或有上下游组织权限点的子管理员指定接手人；否则任务将等待其恢复。",
    },
    TASK_HOLDER_CANNOT_ACT: {
      title: () => "有任务分配给了无法处理的人员",
      text: (d: Data) =>
        "审批规则将" + tasks(d.tasks, "zh") + "分配给了不在授权名单内或没有授权账号的人员",
      help: () => "请将其加入授权名单，或为其分配授权账号；在此之前任务将等待。",
    },
    TASK_TAKEN_AWAY: {
      title: () => "任务已转给他人处理",
      text: (d: Data) => "管理员已将" + tasks(d.tasks, "zh") + "转给他人处理",
      help: () => "无需处理。",
    },
    FLOW_TERMINATED: {
      title: () => "流程已被管理员终止",
      text: (d: Data) =>
        "上游组织管理员终止了流程实例" + id(d.instance, "zh") + "，原因：" + word(d.reason),
      help: () => "如仍需要，请重新发起。",
    },
    FLOW_RETURNED: {
      title: () => "流程已退回",
      text: (d: Data) => identity(d.by, "zh") + "退回了流程实例" + id(d.instance, "zh"),
      help: () => "请查看该流程实例：它会继续流转，或等待您重新提交或撤回。",
    },
    TASK_TAKEN_BACK: {
      title: () => "审批已被撤回",
      text: (d: Data) =>
        identity(d.by, "zh") +
        "撤回了对流程实例" +
        id(d.instance, "zh") +
        "的任务 " +
        count(d.task) +
        " 的审批",
      help: () => "在任务再次到达之前无需处理。",
    },
    TASK_WAITING: {
      title: () => "您有新的待办任务",
      text: (d: Data) =>
        "流程实例" + id(d.instance, "zh") + "的任务 " + count(d.task) + " 等待处理",
      help: () => "请在待办列表中查看。",
    },
    TASK_COPIED: {
      title: () => "有任务抄送给您",
      text: (d: Data) =>
        identity(d.by, "zh") +
        "将流程实例" +
        id(d.instance, "zh") +
        "的任务 " +
        count(d.task) +
        " 抄送给您",
      help: () => "无需处理。",
    },
    STAND_IN_SET: {
      title: () => "已设置一段时间的代理人",
      text: (d: Data) =>
        id(d.standIn, "zh") +
        "在一段时间内代理组织" +
        id(d.organization, "zh") +
        "的人员" +
        id(d.person, "zh"),
      help: () => "代理期间的新任务由代理人处理；可随时结束代理。",
    },
    ADMIN_WORK_WAITING: {
      title: () => "有事项等待管理员处理",
      text: (d: Data) =>
        "组织" + id(d.organization, "zh") + "有事项等待处理：" + work(d.counts, "zh"),
      help: () => "请指定任务接手人，确认或放弃通讯录清单，审核申请，并调整相关设置。",
    },
    ROSTER_CAP_REACHED: {
      title: () => "上下游组织人数已满，有人员等待加入",
      text: (d: Data) =>
        "上下游组织" +
        id(d.space, "zh") +
        "人数已满，组织" +
        id(d.organization, "zh") +
        "的" +
        ids(d.people, "zh") +
        "未能占用名额",
      help: () => "可先移出其他人员，或联系平台支持人员扩容；等待的人员将按顺序自动加入。",
    },
    COUNTERPART_LEFT: {
      title: () => "对接人已离职",
      text: (d: Data) =>
        "组织" +
        organization(d.identity, "zh") +
        "的对接人" +
        person(d.identity, "zh") +
        "已离职，并自动退出" +
        ids(d.spaces, "zh"),
      help: () => "请与该组织确认新的对接人。",
    },
    COUNTERPART_BACK: {
      title: () => "对接人已恢复",
      text: (d: Data) =>
        "组织" +
        organization(d.identity, "zh") +
        "的对接人" +
        person(d.identity, "zh") +
        "并未离职，已恢复加入" +
        ids(d.spaces, "zh"),
      help: () => "无需处理；期间他人所作的调整保持不变，未恢复的内容计入 `left`。",
    },
    COUNTERPART_RENAMED: {
      title: () => "对接人标识已变更",
      text: (d: Data) =>
        "组织" +
        organization(d.from, "zh") +
        "的对接人" +
        person(d.from, "zh") +
        "的标识变更为" +
        person(d.to, "zh") +
        "，仍在" +
        ids(d.spaces, "zh") +
        "中",
      help: () => "无需处理；如自行保存了人员标识，请相应更新。",
    },
    PERSON_FLAGGED: {
      title: () => "人员标识无法变更",
      text: (d: Data) =>
        "组织" +
        id(d.organization, "zh") +
        "的" +
        id(d.person, "zh") +
        "保留原标识：新标识正被或曾被他人使用",
      help: () => "请在通讯录中更正，或以新标识重新办理入职。",
    },
    SPACE_FILLING: {
      title: () => "上下游组织即将满员",
      text: (d: Data) =>
        "上下游组织" +
        id(d.space, "zh") +
        "的" +
        select(d.subject, { persons: "人数", other: "成员组织数" }) +
        "已达到上限的 " +
        count(d.threshold) +
        "%",
      help: () => "请及时申请扩容或腾出名额；满员之前不受影响。",
    },
    JOINS_FILLING: {
      title: () => "可加入的上下游组织即将达到上限",
      text: (d: Data) =>
        "组织" +
        id(d.organization, "zh") +
        "加入的上下游组织数已达到上限的 " +
        count(d.threshold) +
        "%",
      help: () => "如需加入其他上下游组织，请先退出不再需要的。",
    },
    LIAISON_VACANT: {
      title: () => "接口人空缺",
      text: (d: Data) =>
        "主干组织" +
        id(d.trunk, "zh") +
        "的接口人角色" +
        id(d.role, "zh") +
        "在组织" +
        id(d.organization, "zh") +
        "已无人担任",
      help: () => "请及时设置接口人；在此之前由上一级接口人处理，或等待管理员指派。",
    },
    DEPARTMENT_FLAGGED: {
      title: () => "部门无法按上报的内容调整",
      text: (d: Data) =>
        "组织" +
        id(d.organization, "zh") +
        "的部门" +
        id(d.department, "zh") +
        "无法按上报的内容调整：" +
        select(d.reason, {
          cycle: "部门不能位于自身之下",
          other: "部门层级过深，或新标识正被或曾被其他部门使用",
        }),
      help: () => "请在通讯录中更正该部门。",
    },
    DIRECTORY_RECONCILIATION_HELD: {
      title: () => "移除过多的通讯录变更已暂缓执行",
      text: (d: Data) =>
        select(d.list, {
          none: select(d.fact, {
            none:
              "组织" +
              id(d.organization, "zh") +
              "在旧版本中暂缓执行的名单" +
              id(d.dropped, "zh") +
              "已随升级放弃，涉及 " +
              count(d.people) +
              " 人",
            other:
              "组织" +
              id(d.organization, "zh") +
              "上报的" +
              id(d.fact, "zh") +
              "涉及 " +
              count(d.departments) +
              " 个部门，将使 " +
              count(d.people) +
              " 人退出上下游组织，已暂缓执行",
          }),
          other:
            "组织" +
            id(d.organization, "zh") +
            "的全量名单" +
            id(d.list, "zh") +
            "缺少 " +
            count(d.people) +
            " 人、" +
            count(d.departments) +
            " 个部门，已暂缓执行",
        }),
      help: () =>
        "在主管理员或有上下游组织权限点的子管理员确认之前，不会移除任何人。如有误，请放弃，或重新上报；随升级放弃的内容，可由下一份全量名单重新上报。",
    },
    DEPARTMENTS_MISSING: {
      title: () => "全量名单缺少部门",
      text: (d: Data) =>
        "组织" +
        id(d.organization, "zh") +
        "的全量名单缺少 " +
        count(d.count) +
        " 个部门：" +
        ids(d.departments, "zh"),
      help: () => "这些部门暂时保留，若后续名单仍缺少，将被移除。如确已撤销，可确认移除。",
    },
    SETTINGS_INERT: {
      title: () => "有设置引用了已移除的部门",
      text: (d: Data) =>
        "组织" + id(d.organization, "zh") + "有 " + count(d.count) + " 项设置引用了已移除的部门",
      help: () =>
        "部门在保留期内恢复后，这些设置自动恢复生效；其中的排除设置一直保留。否则请重新设置。",
    },
    ORGANIZATION_SUSPENDED: {
      title: () => "组织已被停用",
      text: (d: Data) => "组织" + id(d.organization, "zh") + "已被停用，其人员不能进行操作",
      help: () => "已有数据不受影响；平台恢复该组织后即可继续使用。",
    },
    ORGANIZATION_REINSTATED: {
      title: () => "组织已恢复存在",
      text: (d: Data) =>
        "组织" + id(d.organization, "zh") + "的解散已撤销，该组织恢复存在，但不在任何上下游组织中",
      help: () => "请推送一次完整通讯录；如需加入上下游组织，请重新申请。",
    },
    ORGANIZATION_RESUMED: {
      title: () => "组织已恢复",
      text: (d: Data) => "组织" + id(d.organization, "zh") + "已恢复，其人员可以继续操作",
      help: () => "请继续处理。",
    },
    HIERARCHY_REACHED: {
      title: () => "上级组织现已可见本组织",
      text: (d: Data) => "更上级的组织" + id(d.organization, "zh") + "现已覆盖本组织",
      help: () => "如不希望被更上级的组织看到，请缩小该关联的可见层级。",
    },
    APPLICATION_SUBMITTED: {
      title: () => "有组织申请加入",
      text: (d: Data) =>
        "组织" +
        id(d.organization, "zh") +
        "提交了申请" +
        id(d.application, "zh") +
        "，申请" +
        select(d.trunk, {
          none: "加入上下游组织" + id(d.space, "zh"),
          other: "关联主干组织" + id(d.trunk, "zh"),
        }),
      help: () => "请先查看其将加入的人数，再审核通过或拒绝。",
    },
    APPLICATION_WITHDRAWN: {
      title: () => "加入申请已撤回",
      text: (d: Data) =>
        "组织" +
        id(d.organization, "zh") +
        "撤回了申请" +
        id(d.application, "zh") +
        "，不再申请" +
        select(d.trunk, {
          none: "加入上下游组织" + id(d.space, "zh"),
          other: "关联主干组织" + id(d.trunk, "zh"),
        }),
      help: () => "无需处理；该组织可以重新申请。",
    },
    APPLICATION_DECIDED: {
      title: () => "加入申请已审核",
      text: (d: Data) =>
        "组织" +
        id(d.organization, "zh") +
        select(d.trunk, {
          none: "加入上下游组织" + id(d.space, "zh"),
          other: "关联主干组织" + id(d.trunk, "zh"),
        }) +
        "的申请" +
        id(d.application, "zh") +
        select(d.approved, { true: "已通过", other: "已被拒绝" }) +
        select(d.reason, { none: "", other: "，理由：" + word(d.reason) }),
      help: (d: Data) =>
        select(d.approved, {
          true: "如申请时未选择人员，请设置本组织的人员和部门范围。",
          other: select(d.reapplyFrom, {
            none: "该组织可以重新申请。",
            other: "该组织可在间隔期结束后重新申请，或凭发给本组织的邀请立即重新申请。",
          }),
        }),
    },
    ASSOCIATION_ENDED: {
      title: () => "组织关联已取消",
      text: (d: Data) =>
        "组织" +
        id(d.organization, "zh") +
        "不再是上下游组织" +
        id(d.space, "zh") +
        "的成员组织：" +
        select(d.because, {
          cancelled: "主组织已取消关联",
          left: "该成员组织已退出",
          dissolved: "该上下游组织已解散",
          other: "该组织已注销",
        }),
      help: () => "其人员已退出该上下游组织；如需再次加入，请重新申请。",
    },
    MEMBER_UNATTENDED: {
      title: () => "成员组织的对接人不足",
      text: (d: Data) =>
        "组织" +
        id(d.organization, "zh") +
        "在上下游组织" +
        id(d.space, "zh") +
        "的对接人少于规定人数",
      help: () => "请由该组织的管理员从已加入上下游组织的本组织人员中指定对接人。",
    },
    LINK_ENDED: {
      title: () => "上下级关联已解除",
      text: (d: Data) =>
        "组织" +
        id(d.organization, "zh") +
        "不再是" +
        id(d.trunk, "zh") +
        "的分支组织：" +
        select(d.because, {
          cancelled: "主干组织已解除关联",
          left: "分支组织已退出",
          moved: "已转至其他主干组织",
          other: "其中一方组织已注销",
        }),
      help: () => "该关联承载的内容已随之结束；双方可以重新关联。",
    },
    MEMBER_LEAVING: {
      title: () => "成员组织预告退出",
      text: (d: Data) =>
        "组织" + id(d.organization, "zh") + "已预告将退出上下游组织" + id(d.space, "zh"),
      help: () => "在其退出之前一切照旧；请及时交接其人员的任务。",
    },
    ASSOCIATION_SUSPENDED: {
      title: () => "成员组织已被停用",
      text: (d: Data) =>
        "组织" +
        id(d.organization, "zh") +
        "在上下游组织" +
        id(d.space, "zh") +
        "中已被停用，其人员不能在其中进行操作",
      help: () => "已有数据不受影响；主组织恢复后即可继续使用。",
    },
    ASSOCIATION_RESUMED: {
      title: () => "成员组织已恢复",
      text: (d: Data) =>
        "组织" +
        id(d.organization, "zh") +
        "在上下游组织" +
        id(d.space, "zh") +
        "中已恢复，其人员可以继续操作",
      help: () => "无需任何处理。",
    },
    BRANCH_LEAVING: {
      title: () => "分支组织预告退出",
      text: (d: Data) =>
        "组织" + id(d.organization, "zh") + "已预告将解除与" + id(d.trunk, "zh") + "的关联",
      help: () => "在其退出之前一切照旧；请及时交接其人员的任务。",
    },
    ORGANIZATION_WITHOUT_ADMINS: {
      title: () => "组织已无可用的管理员",
      text: (d: Data) =>
        "组织" +
        id(d.organization, "zh") +
        "的最后一位管理员已离职、被停用或失去权限，暂无人能代表该组织操作",
      help: () =>
        "请由该组织在通讯录中设置管理员；在此之前，其等待交接的任务可由上下游组织的管理员指定接手人。",
    },
  },
};
