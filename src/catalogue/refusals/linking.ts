/** Codes of hierarchies: Trunks, Branches and their Links. */
import type { AppId, DepartmentId, OrganizationId, RoleId } from "../../core/ids.ts";
import type { Figures, LinkNamed, PersonNamed } from "../../core/refusal-shapes.ts";
import { actingAdmin, actor, FIGURES, later, of, refusals, stop, trunkAdmin } from "./entry.ts";

const LINK = { trunk: "org-a", organization: "org-b" };

export const LINKING_REFUSALS = refusals({
  UNKNOWN_TRUNK: {
    rule: "HIER-08",
    before: "SOURCE_NOT_RESPONSIBLE",
    data: of<{ trunk: OrganizationId }>({ trunk: "org-a" }),
    retry: stop(404, actingAdmin, "Look the Trunk up again."),
    en: {
      title: "No such Trunk",
      text: "There is no Trunk {trunk, id} that your organization is acquainted with",
      help: "Look it up among your Trunks, or ask it for an invitation.",
    },
    zh: {
      title: "主干组织不存在",
      text: "不存在与本组织有关的主干组织{trunk, id}",
      help: "请在本组织的主干组织中查找，或向其索取邀请。",
    },
  },
  NOT_TRUNK_ADMIN: {
    rule: "HIER-08",
    before: "MEMBER_ROSTER_NOT_MANAGEABLE",
    data: of<{ trunk: OrganizationId }>({ trunk: "org-a" }),
    retry: later(403, actingAdmin, "Hand it to an admin of the Trunk."),
    en: {
      title: "Only for admins of the Trunk",
      text: "You are no admin of Trunk {trunk, id}",
      help: "Ask one of its main admins, or a sub-admin with the Hierarchy permission.",
    },
    zh: {
      title: "仅限主干组织管理员操作",
      text: "您不是主干组织{trunk, id}的管理员",
      help: "请联系该组织的主管理员，或有上下级组织权限点的子管理员。",
    },
  },
  BRANCH_NOT_MANAGEABLE: {
    rule: "HIER-09",
    before: "WHOLE_ORG_EXIT_HOST_ONLY",
    data: of<LinkNamed>(LINK),
    retry: stop(403, trunkAdmin, "Ask the Branch's own admins."),
    en: {
      title: "A Trunk does not manage a Branch's own part",
      text: "What Branch {organization, id} puts into its Link to {trunk, id} is its own concern",
      help: "Ask an admin of that organization; you may hide it or cancel the Link.",
    },
    zh: {
      title: "主干组织不能管理分支组织自己的部分",
      text: "分支组织{organization, id}在与{trunk, id}的关联中放入的内容由其自行管理",
      help: "请联系该组织的管理员；主干组织可以隐藏该组织或解除关联。",
    },
  },
  UNLINK_TRUNK_ONLY: {
    rule: "UNLINK-02",
    before: "APP_GOVERNANCE_HOST_ONLY",
    data: of<{ trunk: OrganizationId }>({ trunk: "org-a" }),
    retry: stop(403, actingAdmin, "Ask the Trunk to cancel the Link."),
    en: {
      title: "Only the Trunk cancels a Link",
      text: "A Branch cannot end its own Link to Trunk {trunk, id}",
      help: "Take your people out, share nothing, or ask an admin of the Trunk to cancel the Link.",
    },
    zh: {
      title: "只有主干组织可以解除关联",
      text: "分支组织不能自行解除与主干组织{trunk, id}的关联",
      help: "可以将本组织的人员全部移出、停止共享数据，或请主干组织的管理员解除关联。",
    },
  },
  HIERARCHY_NOT_OPEN: {
    rule: "HIER-06",
    before: "EDITION_NOT_SUPPORTED",
    data: of<{ trunk: OrganizationId }>({ trunk: "org-a" }),
    retry: later(409, trunkAdmin, "Try again once the platform has opened it."),
    en: {
      title: "Hierarchies are not open",
      text: "Hierarchies are not open for organization {trunk, id}",
      help: "Have the platform open them, or open them again; what is linked stays as it is.",
    },
    zh: {
      title: "未开通上下级组织",
      text: "组织{trunk, id}未开通上下级组织",
      help: "请先开通或续费；已有的关联不受影响。",
    },
  },
  ALREADY_LINKED: {
    rule: "LINK-04",
    before: "APPLICATION_ALREADY_PENDING",
    data: of<{ trunk: OrganizationId }>({ trunk: "org-a" }),
    retry: later(409, actingAdmin, "Nothing to do while the Link lasts."),
    en: {
      title: "The organization is a Branch already",
      text: "The organization is a Branch of Trunk {trunk, id} already",
      help: "To bring other people in, change the scope of the Link.",
    },
    zh: {
      title: "该组织已是分支组织",
      text: "该组织已是主干组织{trunk, id}的分支组织",
      help: "如需增加人员，请调整该关联的人员和部门范围。",
    },
  },
  LINK_NOT_RELEASED: {
    rule: "LINK-08",
    before: "HIERARCHY_CYCLE",
    data: of<LinkNamed>(LINK),
    retry: later(409, trunkAdmin, "Try again once the former Trunk has released the Link."),
    en: {
      title: "The Link has not been released",
      text: "Trunk {trunk, id} has not released its Link to organization {organization, id}",
      help: "Ask an admin of that Trunk to release the Link; the application stays pending.",
    },
    zh: {
      title: "关联尚未放行",
      text: "主干组织{trunk, id}尚未放行与组织{organization, id}的关联",
      help: "请联系该主干组织的管理员放行；申请仍在审核中。",
    },
  },
  UNKNOWN_LIAISON_ROLE: {
    rule: "LIAISON-01",
    before: "NOT_TASK_HOLDER",
    data: of<{ trunk: OrganizationId; role: RoleId }>({ trunk: "org-a", role: "secretary" }),
    retry: stop(404, actingAdmin, "Look the role up again, or define it first."),
    en: {
      title: "No such liaison role",
      text: "Organization {trunk, id} has no liaison role {role, id}",
      help: "Choose one of its roles, or ask one of its admins to define it.",
    },
    zh: {
      title: "接口人角色不存在",
      text: "组织{trunk, id}没有接口人角色{role, id}",
      help: "请选择已有的角色，或请该组织的管理员先行设置。",
    },
  },
  LIAISON_NOT_ELIGIBLE: {
    rule: "LIAISON-01",
    before: "COUNTERPARTS_REQUIRED",
    data: of<PersonNamed>({ organization: "org-b", person: "p-9" }),
    retry: later(409, actingAdmin, "Try again with people who may hold the office."),
    en: {
      title: "The person may not hold this office",
      text: "{person, id} of organization {organization, id} may not hold this office",
      help: "Choose people of the Trunk or on a Link to it; an organization that keeps its own offices chooses its own people.",
    },
    zh: {
      title: "该人员不能担任接口人",
      text: "组织{organization, id}的{person, id}不能担任该接口人",
      help: "请选择主干组织的成员或上下级关联中的成员；由组织自行维护的接口人只能是本组织的成员。",
    },
  },
  INDUSTRY_ACCESS_CLOSED: {
    rule: "INDUSTRY-02",
    before: "NOT_VISIBLE",
    data: of<{ app: AppId }>({ app: "app-8" }),
    retry: later(403, actor, "Try again once the builder has let industry members in."),
    en: {
      title: "Closed to industry members",
      text: "App {app, id} is closed to industry members",
      help: "An admin of the organization that built the app can let them in.",
    },
    zh: {
      title: "应用未对行业通讯录成员开放",
      text: "应用{app, id}未对行业通讯录成员开放",
      help: "请联系搭建该应用的组织的管理员开启。",
    },
  },
  BRANCH_DATA_NOT_AUTHORIZED: {
    rule: "SHARE-02",
    before: "SCOPE_OUTSIDE_OWN_ORGANIZATION",
    data: of<LinkNamed & { code: string }>({ ...LINK, code: "contacts" }),
    retry: later(403, actingAdmin, "Try again once the Branch has shared it."),
    en: {
      title: "The Branch does not share these data",
      text: "Organization {organization, id} does not share {code, id} with {trunk, id}",
      help: "Ask an admin of that organization to share it on the Link.",
    },
    zh: {
      title: "分支组织未授权该数据",
      text: "组织{organization, id}未将数据{code, id}授权给{trunk, id}",
      help: "请联系该组织的管理员在关联中授权该数据。",
    },
  },
  NOT_LINKED: {
    rule: "BRANCH-01",
    before: "EXIT_NOT_DUE",
    data: of<LinkNamed>(LINK),
    retry: later(409, actingAdmin, "Try again once the two are linked."),
    en: {
      title: "No such Link",
      text: "Organization {organization, id} is no Branch of Trunk {trunk, id}",
      help: "It has to apply to that Trunk first, and be approved.",
    },
    zh: {
      title: "关联不存在",
      text: "组织{organization, id}不是主干组织{trunk, id}的分支组织",
      help: "需要先向该主干组织申请关联并通过审核。",
    },
  },
  EXIT_NOT_DUE: {
    rule: "EXIT-07",
    before: "LINK_NOT_RELEASED",
    data: of<{ from: number }>({ from: 1_767_225_600_000 }),
    retry: later(409, actingAdmin, "Try again once the date has come."),
    en: {
      title: "The announced exit is not due yet",
      text: "The exit has been announced, and its period of notice is not over yet",
      help: "Leave again once it is over, or take the announcement back.",
    },
    zh: {
      title: "已预告的退出尚未到期",
      text: "退出已预告，预告期尚未结束",
      help: "请在预告期结束后再次退出，或撤回预告。",
    },
  },
  HIERARCHY_CYCLE: {
    rule: "LINK-05",
    before: "FOLDER_CYCLE",
    data: of<LinkNamed>(LINK),
    retry: later(409, actingAdmin, "Try again once the other Link has ended."),
    en: {
      title: "The Link would close a circle",
      text: "Organization {organization, id} cannot be below {trunk, id}: that is the same or below it",
      help: "End the chain of Links that leads the other way first.",
    },
    zh: {
      title: "关联会形成循环",
      text: "组织{organization, id}不能成为{trunk, id}的下级：后者是其本身或其下级",
      help: "请先解除反方向的关联。",
    },
  },
  NOT_ON_LINK: {
    rule: "SIGHT-02",
    before: "INDUSTRY_ACCESS_CLOSED",
    data: of<{ trunk: OrganizationId }>({ trunk: "org-a" }),
    retry: later(
      403,
      "the person who acts",
      "Ask the organization's admins to put the person on the Link.",
    ),
    en: {
      title: "Not in the Trunk's book",
      text: "The person is not in the book of Trunk {trunk, id}",
      help: "An admin of the person's own organization can put them into the scope of its Link.",
    },
    zh: {
      title: "不在主干组织的通讯录中",
      text: "该人员不在主干组织{trunk, id}的通讯录中",
      help: "请由其所在组织的管理员将其加入该关联的人员范围。",
    },
  },
  ALIAS_TAKEN: {
    rule: "MOUNT-01",
    before: "APP_NOT_OWNED_BY_HOST",
    data: of<{ alias: string; mount: DepartmentId | null }>({
      alias: "harbour",
      mount: "d-6",
    }),
    retry: later(409, trunkAdmin, "Choose another alias or another place."),
    en: {
      title: "The alias is another Branch's",
      text: "Another Branch mounted at {mount, select, none {the root} other {{mount, id}}} has the alias {alias, id}",
      help: "Choose another alias, or mount the Branch elsewhere.",
    },
    zh: {
      title: "别名已被使用",
      text: "{mount, select, none {根部门} other {部门{mount, id}}}下已有分支组织使用别名{alias, id}",
      help: "请更换别名或挂载部门。",
    },
  },
  TRUNK_LIMIT_EXCEEDED: {
    rule: "LINK-06",
    before: "MEMBER_ORG_LIMIT_EXCEEDED",
    data: of<Figures>({ limit: 5, current: 5 }),
    retry: later(409, actingAdmin, "Try again once one of its Links has ended."),
    en: {
      title: "The organization has too many Trunks",
      text: `The organization cannot be linked to another Trunk${FIGURES.en}`,
      help: "One of its Links has to end first, or be replaced by the new one.",
    },
    zh: {
      title: "该组织的主干组织数量已达上限",
      text: `该组织不能再关联主干组织${FIGURES.zh}`,
      help: "需要先解除一个关联，或以新的关联替换。",
    },
  },
  BRANCH_LIMIT_EXCEEDED: {
    rule: "LINK-07",
    before: "HIERARCHY_TOO_DEEP",
    data: of<Figures>({ limit: 200, current: 200 }),
    retry: later(409, trunkAdmin, "Try again once there is room."),
    en: {
      title: "The Trunk has no room for another Branch",
      text: `The Trunk cannot take that many Branches${FIGURES.en}`,
      help: "Buy more, or cancel a Link; applications stay pending and can be approved then.",
    },
    zh: {
      title: "分支组织数量已达上限",
      text: `主干组织不能再增加分支组织${FIGURES.zh}`,
      help: "请购买更大规格或解除某个关联；申请仍在审核中，届时可以通过。",
    },
  },
  HIERARCHY_TOO_DEEP: {
    rule: "LINK-07",
    before: "HIERARCHY_TOO_LARGE",
    data: of<{ limit: number }>({ limit: 10 }),
    retry: later(409, trunkAdmin, "Try again once the chain is shorter."),
    en: {
      title: "The hierarchy would be too deep",
      text: "A chain of Links would have more than {limit, count} organizations",
      help: "Link the organization further up, or end a Link above or below it.",
    },
    zh: {
      title: "上下级层级过深",
      text: "上下级关联的层级会超过{limit, count}级",
      help: "请关联到更上级的组织，或解除其上方或下方的某个关联。",
    },
  },
  HIERARCHY_TOO_LARGE: {
    rule: "LINK-07",
    before: "SPACE_QUOTA_EXCEEDED",
    data: of<{ limit: number; bound: "above" | "below" }>({ limit: 20000, bound: "below" }),
    retry: later(409, trunkAdmin, "Try again once the tree is smaller."),
    en: {
      title: "The hierarchy would be too large",
      text: "An organization would have more than {limit, count} others {bound, select, above {above} other {below}} it",
      help: "End a Link above or below first, or link the organization elsewhere.",
    },
    zh: {
      title: "上下级组织规模过大",
      text: "某个组织的{bound, select, above {上级} other {下级}}组织会超过{limit, count}个",
      help: "请先解除上方或下方的某个关联，或关联到其他组织。",
    },
  },
});
