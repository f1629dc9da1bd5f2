/** Codes of Spaces: who may do what, Folders, visibility, quotas. */
import type { FolderId, OrganizationId, SpaceId } from "../../core/ids.ts";
import type { Figures } from "../../core/refusal-shapes.ts";
import {
  actingAdmin,
  actor,
  FIGURES,
  later,
  of,
  refusals,
  spaceAdmin,
  stop,
  supportStaff,
} from "./entry.ts";

export const SPACES_REFUSALS = refusals({
  UNKNOWN_SPACE: {
    rule: "PROTO-03",
    after: "UNKNOWN_ORGANIZATION",
    data: of<{ space: SpaceId }>({ space: "space-1" }),
    retry: later(404, actor, "Check the id, or apply with an invitation first."),
    en: {
      title: "No such Space that you could know of",
      text: "There is no Space {space, id} that you could know of",
      help: "Check the id, or ask the Host for an invitation and apply.",
    },
    zh: {
      title: "没有可以访问的上下游组织",
      text: "没有您可以访问的上下游组织{space, id}",
      help: "请核对编号，或向主组织索取二维码或邀请链接后申请加入。",
    },
  },
  /** `null`: no Space was named, but an app of one's own organization (`flow.define`). */
  NOT_SPACE_ADMIN: {
    rule: "ADMIN-04",
    after: "MAIN_ADMIN_REQUIRED",
    data: of<{ space: SpaceId | null }>({ space: "space-1" }),
    retry: later(403, actor, "Hand it to an authorized admin of the Host."),
    en: {
      title: "Not an admin of the Space",
      text: "{space, select, none {You are not an authorized admin of the organization that built the app} other {You are not an admin of Space {space, id}}}",
      help: "Ask an authorized admin of the Host organization.",
    },
    zh: {
      title: "不是上下游组织的管理员",
      text: "{space, select, none {您不是搭建该应用的组织的授权管理员} other {您不是上下游组织{space, id}的管理员}}",
      help: "请联系主组织的主管理员或有上下游组织权限点的子管理员。",
    },
  },
  WHOLE_ORG_EXIT_HOST_ONLY: {
    rule: "EXIT-03",
    after: "MEMBER_ROSTER_NOT_MANAGEABLE",
    data: of<{ space: SpaceId }>({ space: "space-1" }),
    retry: stop(403, actingAdmin, "Ask the Host to cancel the Association."),
    en: {
      title: "A Member cannot leave as a whole by itself",
      text: "A Member cannot leave Space {space, id} as a whole by itself",
      help: "Ask an admin of the Host to cancel the Association, or take your own people out.",
    },
    zh: {
      title: "成员组织不能自行整体退出",
      text: "成员组织不能自行整体退出上下游组织{space, id}",
      help: "请联系主组织的管理员取消关联，或仅移出本组织的人员和部门。",
    },
  },
  UNKNOWN_FOLDER: {
    rule: "PROTO-03",
    after: "UNKNOWN_DEPARTMENT",
    data: of<{ space: SpaceId; folder: FolderId }>({ space: "space-1", folder: "folder-3" }),
    retry: later(404, spaceAdmin, "Create the Folder first, or name another."),
    en: {
      title: "No such Folder",
      text: "Space {space, id} has no Folder {folder, id}",
      help: "Check the id, or create the Folder first.",
    },
    zh: {
      title: "目录不存在",
      text: "上下游组织{space, id}中没有目录{folder, id}",
      help: "请核对目录编号，或先新建该目录。",
    },
  },
  HOST_NOT_CERTIFIED: {
    rule: "CERT-02",
    after: "NOT_TASK_HOLDER",
    data: of<{ organization: OrganizationId }>({ organization: "org-b" }),
    retry: later(409, actingAdmin, "Try again once the organization is certified."),
    en: {
      title: "An uncertified organization cannot create a Space",
      text: "Organization {organization, id} is not certified and so cannot create a Space",
      help: "Get the organization certified first.",
    },
    zh: {
      title: "未认证的组织不能创建上下游组织",
      text: "组织{organization, id}未认证，不能创建上下游组织",
      help: "请先完成组织认证。",
    },
  },
  EDITION_NOT_SUPPORTED: {
    rule: "EDITION-01",
    after: "MEMBER_NOT_CERTIFIED",
    data: of<{ required: "professional" | "exclusive" }>({
      required: "exclusive",
    }),
    retry: later(409, actingAdmin, "Try again once the Host is on Exclusive."),
    en: {
      title: "The Host's edition does not include this",
      text: "The edition {required, select, professional {of the Trunk does not include hierarchies} other {of the Host does not include upstream-downstream interconnection}}",
      help: "{required, select, professional {The Trunk needs the Professional or the Exclusive edition.} other {The Host needs the Exclusive edition.}}",
    },
    zh: {
      title: "主组织的版本不支持",
      text: "{required, select, professional {主干组织的版本不支持上下级互联} other {主组织的版本不支持上下游互联}}",
      help: "{required, select, professional {主干组织需要使用专业版或专属版。} other {主组织需要使用专属版。}}",
    },
  },
  HOST_SUSPENDED: {
    rule: "DIR-18",
    after: "SSO_NOT_SUPPORTED",
    data: of<{ organization: OrganizationId }>({ organization: "org-a" }),
    retry: later(409, actor, "Try again once the Host is resumed."),
    en: {
      title: "The Host is suspended",
      text: "Organization {organization, id}, the Host, is suspended",
      help: "Wait until the platform resumes it; nothing has been lost.",
    },
    zh: {
      title: "主组织已被停用",
      text: "主组织{organization, id}已被停用",
      help: "请等待平台恢复该组织；已有数据不受影响。",
    },
  },
  MEMBER_SUSPENDED: {
    rule: "EXIT-08",
    after: "HOST_SUSPENDED",
    data: of<{ space: SpaceId }>({ space: "space-1" }),
    retry: later(409, actor, "Try again once the Host has resumed the Member."),
    en: {
      title: "The organization is suspended in the Space",
      text: "The Host of Space {space, id} has suspended your organization there",
      help: "Ask your admins to settle it with the Host; nothing has been lost.",
    },
    zh: {
      title: "组织在该上下游组织中已被停用",
      text: "上下游组织{space, id}的主组织已停用您所在的组织",
      help: "请由管理员与主组织沟通；已有数据不受影响。",
    },
  },
  SSO_NOT_SUPPORTED: {
    rule: "SSO-01",
    after: "EDITION_NOT_SUPPORTED",
    data: of<{ required: "no-sso" }>({ required: "no-sso" }),
    retry: later(409, actingAdmin, "Try again once single sign-on is off."),
    en: {
      title: "Not available under single sign-on",
      text: "This is not available under single sign-on",
      help: "Single sign-on has to be switched off.",
    },
    zh: {
      title: "单点登录场景下不支持",
      text: "单点登录场景下暂不支持此操作",
      help: "需要先关闭单点登录。",
    },
  },
  NOT_A_MEMBER: {
    rule: "ROSTER-01",
    after: "APPLICATION_EXPIRED",
    data: of<{ space: SpaceId; organization: OrganizationId }>({
      space: "space-1",
      organization: "org-b",
    }),
    retry: later(409, actingAdmin, "Reload; try again once the organization is a Member."),
    en: {
      title: "The organization is not a Member",
      text: "Organization {organization, id} is not a Member of Space {space, id}",
      help: "It has to apply and be approved first.",
    },
    zh: {
      title: "该组织不是成员组织",
      text: "组织{organization, id}不是上下游组织{space, id}的成员组织",
      help: "该组织需要先申请加入并通过审核。",
    },
  },
  FOLDER_CYCLE: {
    rule: "FOLDER-01",
    after: "NOT_A_MEMBER",
    data: of<{ folder: FolderId }>({ folder: "folder-3" }),
    retry: stop(409, spaceAdmin, "Choose another parent."),
    en: {
      title: "A Folder cannot lie below itself",
      text: "Folder {folder, id} cannot be moved into itself or a Folder below it",
      help: "Choose a Folder that is not below it, or the root.",
    },
    zh: {
      title: "目录不能移动到自身之下",
      text: "目录{folder, id}不能移动到自身或其下级目录中",
      help: "请选择其他目录或根目录。",
    },
  },
  FOLDER_NOT_EMPTY: {
    rule: "FOLDER-01",
    after: "FOLDER_CYCLE",
    data: of<{ folder: FolderId }>({ folder: "folder-3" }),
    retry: later(409, spaceAdmin, "Empty the Folder, then remove it."),
    en: {
      title: "The Folder is not empty",
      text: "Folder {folder, id} is not empty",
      help: "Move the Folders and Member organizations in it elsewhere first.",
    },
    zh: {
      title: "目录不为空",
      text: "目录{folder, id}不为空",
      help: "请先移走其中的下级目录和成员组织。",
    },
  },
  QUOTA_NOT_INCREASED: {
    rule: "SPACE-04",
    after: "LICENSE_ALREADY_GRANTED",
    data: of<{ current: number }>({ current: 3000 }),
    retry: stop(409, supportStaff, "Give a number above the one in force."),
    en: {
      title: "The number is no increase",
      text: "An expansion must exceed what is in force: {current, count}",
      help: "Give more than {current, count}.",
    },
    zh: {
      title: "扩容数量没有增加",
      text: "扩容后的数量必须大于当前的 {current, count}",
      help: "请填写大于 {current, count} 的数量。",
    },
  },
  NOT_VISIBLE: {
    rule: "VIS-02",
    after: "NOT_IN_SPACE",
    data: of<{ organization: OrganizationId }>({ organization: "org-b" }),
    retry: later(403, actor, "Ask the Host to widen the visibility."),
    en: {
      title: "The organization is not visible to you",
      text: "Organization {organization, id} is not visible to you here",
      help: "An admin of the Host, or of the Trunk, can widen your organization's visibility.",
    },
    zh: {
      title: "该组织不在可见范围内",
      text: "组织{organization, id}不在您的可见范围内",
      help: "请联系主组织的管理员调整您所在组织的可见性。",
    },
  },
  SPACE_QUOTA_EXCEEDED: {
    rule: "SPACE-03",
    after: "MEMBER_ORG_LIMIT_EXCEEDED",
    data: of<Figures>({ limit: 10, current: 10 }),
    retry: later(409, actingAdmin, "Try again once the quota has room."),
    en: {
      title: "The quota of Spaces is used up",
      text: `The organization cannot create another Space${FIGURES.en}`,
      help: "Dissolve a Space, if live ones count, or ask platform support to expand the quota.",
    },
    zh: {
      title: "可创建的上下游组织已达上限",
      text: `该组织不能再创建上下游组织${FIGURES.zh}`,
      help: "请联系平台支持人员扩容；如果只计算现有的上下游组织，也可以先解散一个。",
    },
  },
});
