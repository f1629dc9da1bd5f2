/** What each kind of notice says; what it carries is in the core. Those of work are in a file of their own. */
import type { NoticeEntries } from "./entry.ts";
import { WORK_NOTICES } from "./notices-work.ts";

export const NOTICES: NoticeEntries = {
  ...WORK_NOTICES,
  ROSTER_CAP_REACHED: {
    rule: "CAP-04",
    en: {
      title: "People wait for room in a full Space",
      text: "Space {space, id} is full: {people, ids} of {organization, id} found no place",
      help: "Take others out or ask platform support to expand the cap; who waits then enters in turn.",
    },
    zh: {
      title: "上下游组织人数已满，有人员等待加入",
      text: "上下游组织{space, id}人数已满，组织{organization, id}的{people, ids}未能占用名额",
      help: "可先移出其他人员，或联系平台支持人员扩容；等待的人员将按顺序自动加入。",
    },
  },
  COUNTERPART_LEFT: {
    rule: "HAND-01",
    en: {
      title: "A counterpart has resigned",
      text: "{identity, person} of {identity, organization} resigned and left {spaces, ids}",
      help: "Agree with the organization on another counterpart.",
    },
    zh: {
      title: "对接人已离职",
      text: "组织{identity, organization}的对接人{identity, person}已离职，并自动退出{spaces, ids}",
      help: "请与该组织确认新的对接人。",
    },
  },
  COUNTERPART_BACK: {
    rule: "RESIGN-07",
    en: {
      title: "A counterpart is back",
      text: "{identity, person} of {identity, organization} had not left after all and is in {spaces, ids} again",
      help: "Nothing has to be done; what others decided in the meantime stays, and `left` counts it.",
    },
    zh: {
      title: "对接人已恢复",
      text: "组织{identity, organization}的对接人{identity, person}并未离职，已恢复加入{spaces, ids}",
      help: "无需处理；期间他人所作的调整保持不变，未恢复的内容计入 `left`。",
    },
  },
  COUNTERPART_RENAMED: {
    rule: "DIR-14",
    en: {
      title: "A counterpart has another id",
      text: "{from, person} of {from, organization} is {to, person} from now on, in {spaces, ids} as before",
      help: "Nothing has to be done; whoever keeps ids of their own changes this one.",
    },
    zh: {
      title: "对接人标识已变更",
      text: "组织{from, organization}的对接人{from, person}的标识变更为{to, person}，仍在{spaces, ids}中",
      help: "无需处理；如自行保存了人员标识，请相应更新。",
    },
  },
  PERSON_FLAGGED: {
    rule: "DIR-14",
    en: {
      title: "A person could not get another id",
      text: "{person, id} of {organization, id} keeps this id: somebody else has or had the other one",
      help: "Correct it in the directory, or hire under the other id instead.",
    },
    zh: {
      title: "人员标识无法变更",
      text: "组织{organization, id}的{person, id}保留原标识：新标识正被或曾被他人使用",
      help: "请在通讯录中更正，或以新标识重新办理入职。",
    },
  },
  SPACE_FILLING: {
    rule: "ALERT-06",
    en: {
      title: "A Space is filling up",
      text: "Space {space, id} holds {threshold, count} % or more of the {subject, select, persons {people} other {Members}} it may",
      help: "Ask for an expansion, or let places become free; until it is full nothing is closed.",
    },
    zh: {
      title: "上下游组织即将满员",
      text: "上下游组织{space, id}的{subject, select, persons {人数} other {成员组织数}}已达到上限的 {threshold, count}%",
      help: "请及时申请扩容或腾出名额；满员之前不受影响。",
    },
  },
  JOINS_FILLING: {
    rule: "ALERT-06",
    en: {
      title: "Few Spaces are left to join",
      text: "Organization {organization, id} has joined {threshold, count} % or more of the Spaces it may",
      help: "Leave one before the limit is reached, if others are to be joined.",
    },
    zh: {
      title: "可加入的上下游组织即将达到上限",
      text: "组织{organization, id}加入的上下游组织数已达到上限的 {threshold, count}%",
      help: "如需加入其他上下游组织，请先退出不再需要的。",
    },
  },
  LIAISON_VACANT: {
    rule: "LIAISON-03",
    en: {
      title: "An office is vacant",
      text: "Nobody is {role, id} of Trunk {trunk, id} for organization {organization, id} any more",
      help: "Name somebody; until then the office above it is asked, or tasks wait for an admin.",
    },
    zh: {
      title: "接口人空缺",
      text: "主干组织{trunk, id}的接口人角色{role, id}在组织{organization, id}已无人担任",
      help: "请及时设置接口人；在此之前由上一级接口人处理，或等待管理员指派。",
    },
  },
  DEPARTMENT_FLAGGED: {
    rule: "ROSTER-09",
    en: {
      title: "A department could not be changed",
      text: "Department {department, id} of {organization, id} could not be changed as reported: {reason, select, cycle {it would lie below itself} other {it would lie too deep, or another department has or had the id that it is to get}}",
      help: "Correct the department in the source directory.",
    },
    zh: {
      title: "部门无法按上报的内容调整",
      text: "组织{organization, id}的部门{department, id}无法按上报的内容调整：{reason, select, cycle {部门不能位于自身之下} other {部门层级过深，或新标识正被或曾被其他部门使用}}",
      help: "请在通讯录中更正该部门。",
    },
  },
  DIRECTORY_RECONCILIATION_HELD: {
    rule: "DIR-07",
    en: {
      title: "What would remove much of a directory is held",
      text: "{list, select, none {{fact, select, none {Input {dropped, id} of {organization, id}, held by an earlier version, was dropped by the upgrade; people: {people, count}} other {Input {fact, id} of {organization, id} takes people off Rosters: {people, count}, by departments: {departments, count}; it is held}}} other {List {list, id} of {organization, id} lacks people: {people, count}, and departments: {departments, count}; it is held}}",
      help: "Nobody leaves by what is held until an authorized admin confirms it. Discard it, or send what is right, if it is wrong; what was dropped, the next full list says again.",
    },
    zh: {
      title: "移除过多的通讯录变更已暂缓执行",
      text: "{list, select, none {{fact, select, none {组织{organization, id}在旧版本中暂缓执行的名单{dropped, id}已随升级放弃，涉及 {people, count} 人} other {组织{organization, id}上报的{fact, id}涉及 {departments, count} 个部门，将使 {people, count} 人退出上下游组织，已暂缓执行}}} other {组织{organization, id}的全量名单{list, id}缺少 {people, count} 人、{departments, count} 个部门，已暂缓执行}}",
      help: "在主管理员或有上下游组织权限点的子管理员确认之前，不会移除任何人。如有误，请放弃，或重新上报；随升级放弃的内容，可由下一份全量名单重新上报。",
    },
  },
  DEPARTMENTS_MISSING: {
    rule: "DIR-10",
    en: {
      title: "Departments are missing from a full list",
      text: "A full list of {organization, id} lacks departments, {count, count} in all: {departments, ids}",
      help: "They stay as they are until later lists lack them too. Confirm their removal if they are gone.",
    },
    zh: {
      title: "全量名单缺少部门",
      text: "组织{organization, id}的全量名单缺少 {count, count} 个部门：{departments, ids}",
      help: "这些部门暂时保留，若后续名单仍缺少，将被移除。如确已撤销，可确认移除。",
    },
  },
  SETTINGS_INERT: {
    rule: "DIR-11",
    en: {
      title: "Settings name removed departments",
      text: "Departments that were removed are named by settings of {organization, id}: {count, count}",
      help: "They take effect again if the departments come back in time; exclusions stay. Else set them anew.",
    },
    zh: {
      title: "有设置引用了已移除的部门",
      text: "组织{organization, id}有 {count, count} 项设置引用了已移除的部门",
      help: "部门在保留期内恢复后，这些设置自动恢复生效；其中的排除设置一直保留。否则请重新设置。",
    },
  },
  ORGANIZATION_SUSPENDED: {
    rule: "DIR-18",
    en: {
      title: "An organization is suspended",
      text: "Organization {organization, id} is suspended: its people cannot act",
      help: "Nothing is lost; all works again once the platform resumes it.",
    },
    zh: {
      title: "组织已被停用",
      text: "组织{organization, id}已被停用，其人员不能进行操作",
      help: "已有数据不受影响；平台恢复该组织后即可继续使用。",
    },
  },
  ORGANIZATION_REINSTATED: {
    rule: "DIR-19",
    en: {
      title: "An organization exists again",
      text: "The end of organization {organization, id} was taken back: it exists again, in no Space",
      help: "Send a full list of its directory. To be in a Space again it has to apply anew.",
    },
    zh: {
      title: "组织已恢复存在",
      text: "组织{organization, id}的解散已撤销，该组织恢复存在，但不在任何上下游组织中",
      help: "请推送一次完整通讯录；如需加入上下游组织，请重新申请。",
    },
  },
  ORGANIZATION_RESUMED: {
    rule: "DIR-18",
    en: {
      title: "An organization is resumed",
      text: "Organization {organization, id} is resumed: its people may act again",
      help: "Go on where the work stopped.",
    },
    zh: {
      title: "组织已恢复",
      text: "组织{organization, id}已恢复，其人员可以继续操作",
      help: "请继续处理。",
    },
  },
  HIERARCHY_REACHED: {
    rule: "HIER-04",
    en: {
      title: "An organization further up reaches yours",
      text: "Organization {organization, id}, above one of your Trunks, reaches your organization now",
      help: "If your people are not to be seen that far up, narrow the reach of the Link.",
    },
    zh: {
      title: "上级组织现已可见本组织",
      text: "更上级的组织{organization, id}现已覆盖本组织",
      help: "如不希望被更上级的组织看到，请缩小该关联的可见层级。",
    },
  },
  APPLICATION_SUBMITTED: {
    rule: "JOIN-18",
    en: {
      title: "An organization has applied",
      text: "Organization {organization, id} applies to {trunk, select, none {Space {space, id}} other {Trunk {trunk, id}}} by application {application, id}",
      help: "Look at what it would bring, then approve or reject it.",
    },
    zh: {
      title: "有组织申请加入",
      text: "组织{organization, id}提交了申请{application, id}，申请{trunk, select, none {加入上下游组织{space, id}} other {关联主干组织{trunk, id}}}",
      help: "请先查看其将加入的人数，再审核通过或拒绝。",
    },
  },
  APPLICATION_WITHDRAWN: {
    rule: "JOIN-18",
    en: {
      title: "An application was withdrawn",
      text: "Organization {organization, id} took application {application, id} to {trunk, select, none {Space {space, id}} other {Trunk {trunk, id}}} back",
      help: "Nothing has to be done; the organization may apply again.",
    },
    zh: {
      title: "加入申请已撤回",
      text: "组织{organization, id}撤回了申请{application, id}，不再申请{trunk, select, none {加入上下游组织{space, id}} other {关联主干组织{trunk, id}}}",
      help: "无需处理；该组织可以重新申请。",
    },
  },
  APPLICATION_DECIDED: {
    rule: "JOIN-18",
    en: {
      title: "An application was decided",
      text: "Application {application, id} of organization {organization, id} to {trunk, select, none {Space {space, id}} other {Trunk {trunk, id}}} was {approved, select, true {approved} other {rejected}}{reason, select, none {} other {; the reason given: {reason, word}}}",
      help: "{approved, select, true {Set who of your people takes part, if the application did not.} other {{reapplyFrom, select, none {The organization may apply again.} other {The organization may apply again once a pause is over, or at once with an invitation addressed to it.}}}}",
    },
    zh: {
      title: "加入申请已审核",
      text: "组织{organization, id}{trunk, select, none {加入上下游组织{space, id}} other {关联主干组织{trunk, id}}}的申请{application, id}{approved, select, true {已通过} other {已被拒绝}}{reason, select, none {} other {，理由：{reason, word}}}",
      help: "{approved, select, true {如申请时未选择人员，请设置本组织的人员和部门范围。} other {{reapplyFrom, select, none {该组织可以重新申请。} other {该组织可在间隔期结束后重新申请，或凭发给本组织的邀请立即重新申请。}}}}",
    },
  },
  ASSOCIATION_ENDED: {
    rule: "JOIN-18",
    en: {
      title: "An Association has ended",
      text: "Organization {organization, id} is no Member of Space {space, id} any more: {because, select, cancelled {the Host cancelled the Association} left {the Member left} dissolved {the Space was dissolved} other {the organization has ended}}",
      help: "Its people have left the Space; to take part again it has to apply anew.",
    },
    zh: {
      title: "组织关联已取消",
      text: "组织{organization, id}不再是上下游组织{space, id}的成员组织：{because, select, cancelled {主组织已取消关联} left {该成员组织已退出} dissolved {该上下游组织已解散} other {该组织已注销}}",
      help: "其人员已退出该上下游组织；如需再次加入，请重新申请。",
    },
  },
  MEMBER_UNATTENDED: {
    rule: "PARTNER-03",
    en: {
      title: "A Member has too few counterparts",
      text: "Organization {organization, id} has fewer counterparts in Space {space, id} than it has to have",
      help: "An admin of the organization names people of its own who are on the Roster.",
    },
    zh: {
      title: "成员组织的对接人不足",
      text: "组织{organization, id}在上下游组织{space, id}的对接人少于规定人数",
      help: "请由该组织的管理员从已加入上下游组织的本组织人员中指定对接人。",
    },
  },
  LINK_ENDED: {
    rule: "UNLINK-03",
    en: {
      title: "A Link has ended",
      text: "Organization {organization, id} is no Branch of {trunk, id} any more: {because, select, cancelled {the Trunk cancelled the Link} left {the Branch left} moved {it moved under another Trunk} other {one of the two has ended}}",
      help: "What the Link carried has ended with it; the two may be linked again, and start clean.",
    },
    zh: {
      title: "上下级关联已解除",
      text: "组织{organization, id}不再是{trunk, id}的分支组织：{because, select, cancelled {主干组织已解除关联} left {分支组织已退出} moved {已转至其他主干组织} other {其中一方组织已注销}}",
      help: "该关联承载的内容已随之结束；双方可以重新关联。",
    },
  },
  MEMBER_LEAVING: {
    rule: "EXIT-07",
    en: {
      title: "A Member is going to leave",
      text: "Organization {organization, id} has announced that it will leave Space {space, id}",
      help: "Until it leaves nothing changes; hand over what its people hold in time.",
    },
    zh: {
      title: "成员组织预告退出",
      text: "组织{organization, id}已预告将退出上下游组织{space, id}",
      help: "在其退出之前一切照旧；请及时交接其人员的任务。",
    },
  },
  ASSOCIATION_SUSPENDED: {
    rule: "EXIT-08",
    en: {
      title: "A Member is suspended",
      text: "Organization {organization, id} is suspended in Space {space, id}: its people cannot act there",
      help: "Nothing is lost; all works again once the Host resumes it.",
    },
    zh: {
      title: "成员组织已被停用",
      text: "组织{organization, id}在上下游组织{space, id}中已被停用，其人员不能在其中进行操作",
      help: "已有数据不受影响；主组织恢复后即可继续使用。",
    },
  },
  ASSOCIATION_RESUMED: {
    rule: "EXIT-08",
    en: {
      title: "A Member is resumed",
      text: "Organization {organization, id} is resumed in Space {space, id}: its people may act there again",
      help: "Nothing needs to be done.",
    },
    zh: {
      title: "成员组织已恢复",
      text: "组织{organization, id}在上下游组织{space, id}中已恢复，其人员可以继续操作",
      help: "无需任何处理。",
    },
  },
  BRANCH_LEAVING: {
    rule: "EXIT-07",
    en: {
      title: "A Branch is going to leave",
      text: "Organization {organization, id} has announced that it will end its Link to {trunk, id}",
      help: "Until it leaves nothing changes; hand over what its people hold in time.",
    },
    zh: {
      title: "分支组织预告退出",
      text: "组织{organization, id}已预告将解除与{trunk, id}的关联",
      help: "在其退出之前一切照旧；请及时交接其人员的任务。",
    },
  },
  ORGANIZATION_WITHOUT_ADMINS: {
    rule: "ADMIN-06",
    en: {
      title: "An organization has no admin left",
      text: "Nobody can act for organization {organization, id}: its last admin has left, is suspended or lost the role",
      help: "Its directory has to name an admin. Until then Space admins may assign its parked tasks.",
    },
    zh: {
      title: "组织已无可用的管理员",
      text: "组织{organization, id}的最后一位管理员已离职、被停用或失去权限，暂无人能代表该组织操作",
      help: "请由该组织在通讯录中设置管理员；在此之前，其等待交接的任务可由上下游组织的管理员指定接手人。",
    },
  },
};
