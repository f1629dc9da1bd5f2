/** Codes of organizations, their admins and people. */
import type { DepartmentId, OrganizationId } from "../../core/ids.ts";
import type { PersonNamed } from "../../core/refusal-shapes.ts";
import { actingAdmin, actor, later, of, refusals, sender, stop } from "./entry.ts";

export const DIRECTORY_REFUSALS = refusals({
  UNKNOWN_ORGANIZATION: {
    rule: "PROTO-03",
    after: "EXPECTATION_REQUIRED",
    data: of<{ organization: OrganizationId }>({ organization: "org-b" }),
    retry: later(404, actor, "Send a fact again once the organization is registered."),
    en: {
      title: "No such organization",
      text: "There is no organization {organization, id}",
      help: "Check the id. A fact may be sent again once the organization has been registered.",
    },
    zh: {
      title: "组织不存在",
      text: "组织{organization, id}不存在",
      help: "请核对组织编号；组织登记之后，可以重新上报该事实。",
    },
  },
  SOURCE_NOT_RESPONSIBLE: {
    rule: "PROTO-05",
    after: "UNKNOWN_SPACE",
    data: of<{ responsible: "organization" | "platform" }>({ responsible: "platform" }),
    retry: stop(403, sender, "Let the responsible source report the fact."),
    en: {
      title: "The fact is not its sender's to report",
      text: "This fact is for {responsible, select, organization {the organization itself} other {the platform}} to report, not for its sender",
      help: "Let {responsible, select, organization {the organization itself} other {the platform}} report it.",
    },
    zh: {
      title: "事实不由该来源上报",
      text: "该事实只能由{responsible, select, organization {该组织自身} other {平台}}上报",
      help: "请由{responsible, select, organization {该组织自身} other {平台}}上报。",
    },
  },
  /** What is suspended: the person, or the whole organization. */
  ACTOR_SUSPENDED: {
    rule: "DIR-17",
    after: "ACTING_ORG_INVALID",
    data: of<{ organization: OrganizationId; suspended: "person" | "organization" }>({
      organization: "org-b",
      suspended: "person",
    }),
    retry: later(403, actor, "Try again once the suspension is over."),
    en: {
      title: "Suspended",
      text: "{suspended, select, person {You are suspended in organization {organization, id}} other {Organization {organization, id} is suspended}} and cannot act",
      help: "{suspended, select, person {Let a colleague do it, or wait until the organization resumes you.} other {Wait until the platform resumes the organization.}}",
    },
    zh: {
      title: "已被停用",
      text: "{suspended, select, person {您在组织{organization, id}中已被停用} other {组织{organization, id}已被停用}}，不能进行操作",
      help: "{suspended, select, person {请由同事操作，或等待该组织恢复您的账号。} other {请等待平台恢复该组织。}}",
    },
  },
  /** `null`: support staff act for no organization. */
  NOT_AUTHORIZED_ADMIN: {
    rule: "ADMIN-01",
    after: "ACTOR_SUSPENDED",
    data: of<{ organization: OrganizationId | null }>({ organization: "org-b" }),
    retry: later(403, actor, "Hand it to an authorized admin of the organization."),
    en: {
      title: "Not an authorized admin of the organization",
      text: "{organization, select, none {Support staff act for no organization} other {You are not an authorized admin of organization {organization, id}}}",
      help: "{organization, select, none {Let a main admin of the organization do it, or a sub-admin with the Space permission.} other {Let a main admin of that organization do it, or a sub-admin with the Space permission.}}",
    },
    zh: {
      title: "不是该组织的授权管理员",
      text: "{organization, select, none {平台支持人员不能代表任何组织操作} other {您不是组织{organization, id}的主管理员，也不是有上下游组织权限点的子管理员}}",
      help: "请由该组织的主管理员或有上下游组织权限点的子管理员操作。",
    },
  },
  QUOTA_EXPANSION_NOT_AUTHORIZED: {
    rule: "SPACE-04",
    after: "LICENSE_HOST_ONLY",
    data: of<{ allowed: "support" }>({ allowed: "support" }),
    retry: stop(403, actingAdmin, "Ask platform support."),
    en: {
      title: "Only platform support may expand",
      text: "Only platform support staff may expand a quota or enable batch invitation",
      help: "Ask platform support.",
    },
    zh: {
      title: "仅限平台支持人员扩容或开通",
      text: "只有平台支持人员可以扩容或开通批量邀请",
      help: "如需扩容或开通，请联系平台支持人员。",
    },
  },
  UNKNOWN_PERSON: {
    rule: "PROTO-03",
    after: "INVITATION_NOT_ADDRESSED",
    data: of<PersonNamed & { index?: number }>({
      organization: "org-b",
      person: "p-42",
    }),
    retry: later(404, actor, "Send a fact again once the hire has been absorbed."),
    en: {
      title: "Nobody of this id is in service",
      text: "Organization {organization, id} has nobody {person, id} in service",
      help: "Check the id and the employment. A fact may be sent again once the hire has been reported.",
    },
    zh: {
      title: "没有该在职人员",
      text: "组织{organization, id}中没有在职人员{person, id}",
      help: "请核对人员编号和任职编号；入职上报之后，可以重新上报该事实。",
    },
  },
  UNKNOWN_DEPARTMENT: {
    rule: "PROTO-03",
    after: "UNKNOWN_PERSON",
    data: of<{ organization: OrganizationId; department: DepartmentId; index?: number }>({
      organization: "org-b",
      department: "d-6",
    }),
    retry: later(404, actor, "Send a fact again once the department is known."),
    en: {
      title: "No such department",
      text: "Organization {organization, id} has no department {department, id}",
      help: "Check the id. A fact may be sent again once the department has been reported.",
    },
    zh: {
      title: "部门不存在",
      text: "组织{organization, id}中没有部门{department, id}",
      help: "请核对部门编号；部门上报之后，可以重新上报该事实。",
    },
  },
  COUNTERPARTS_REQUIRED: {
    rule: "PARTNER-03",
    before: "LICENSE_TARGET_NOT_ELIGIBLE",
    data: of<{ min: number }>({ min: 1 }),
    retry: later(409, actingAdmin, "Try again with more people."),
    en: {
      title: "Too few counterparts",
      text: "A Member names {min, count} counterparts or more",
      help: "Name more people of your own who are on the Roster of the Space.",
    },
    zh: {
      title: "对接人人数不足",
      text: "成员组织至少指定 {min, count} 名对接人",
      help: "请从已加入上下游组织的本组织人员中指定更多对接人。",
    },
  },
  SUCCESSOR_NOT_ELIGIBLE: {
    rule: "HAND-02",
    after: "RETURN_NOT_POSSIBLE",
    data: of<PersonNamed>({ organization: "org-b", person: "p-42" }),
    retry: later(409, actingAdmin, "Name somebody else who is in service there."),
    en: {
      title: "The successor cannot take over",
      text: "{person, id} of organization {organization, id} cannot take over",
      help: "Name somebody else in service there; for work in a Space, somebody on its Roster.",
    },
    zh: {
      title: "该人员不能接手",
      text: "组织{organization, id}的人员{person, id}不能接手工作",
      help: "请选择该组织的其他在职人员；对于上下游组织中的工作，须是已加入其中的人员。",
    },
  },
});
