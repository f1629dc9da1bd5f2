/** Codes of joining: invitations, applications, Members and their limits. */
import type { ApplicationId, InvitationId, OrganizationId, SpaceId } from "../../core/ids.ts";
import type { Figures } from "../../core/refusal-shapes.ts";
import {
  actingAdmin,
  actor,
  applicantAdmin,
  FIGURES,
  later,
  of,
  refusals,
  spaceAdmin,
  stop,
} from "./entry.ts";

export const JOINING_REFUSALS = refusals({
  MAIN_ADMIN_REQUIRED: {
    rule: "JOIN-03",
    after: "NOT_AUTHORIZED_ADMIN",
    data: of<{ organization: OrganizationId }>({ organization: "org-b" }),
    retry: later(403, actor, "Hand it to a main admin of the organization."),
    en: {
      title: "For a main admin only",
      text: "Only a main admin may do this for organization {organization, id}",
      help: "Ask a main admin of that organization; the Space permission is not enough here.",
    },
    zh: {
      title: "仅限主管理员操作",
      text: "只有组织{organization, id}的主管理员可以进行此操作",
      help: "请联系该组织的主管理员；子管理员即使有上下游组织权限点也不能操作。",
    },
  },
  APPLICATION_REQUIRED: {
    rule: "ADMIN-03",
    after: "QUOTA_EXPANSION_NOT_AUTHORIZED",
    data: of<{ space?: SpaceId; trunk?: OrganizationId; organization: OrganizationId }>({
      space: "space-1",
      organization: "org-b",
    }),
    retry: later(409, spaceAdmin, "Invite the organization and wait until it applies."),
    en: {
      title: "The organization has not applied",
      text: "Organization {organization, id} has not applied to {trunk, select, none {Space {space, id}} other {Trunk {trunk, id}}}",
      help: "Send it an invitation; its own admin has to apply first.",
    },
    zh: {
      title: "该组织尚未申请加入",
      text: "组织{organization, id}尚未申请{trunk, select, none {加入上下游组织{space, id}} other {关联主干组织{trunk, id}}}",
      help: "请先发送二维码或邀请链接，由该组织的管理员提交申请。",
    },
  },
  INVITATION_NOT_VALID: {
    rule: "JOIN-02",
    after: "NOT_INITIATOR",
    data: of<{ invitation: string }>({ invitation: "invitation-5" }),
    retry: stop(404, applicantAdmin, "Get a new invitation from the Host."),
    en: {
      title: "The invitation is not valid",
      text: "Invitation {invitation, id} is not valid",
      help: "Ask an admin of the Host for a new invitation.",
    },
    zh: {
      title: "邀请无效",
      text: "邀请{invitation, id}无效",
      help: "请向主组织的管理员索取新的二维码或邀请链接。",
    },
  },
  INVITATION_NOT_ADDRESSED: {
    rule: "JOIN-13",
    after: "INVITATION_NOT_VALID",
    data: of<{ invitation: string }>({ invitation: "invitation-5" }),
    retry: stop(403, applicantAdmin, "Get an invitation of one's own from the Host."),
    en: {
      title: "The invitation is meant for somebody else",
      text: "Invitation {invitation, id} is not meant for this organization",
      help: "Ask an admin of the Host for an invitation of your own.",
    },
    zh: {
      title: "邀请不是发给本组织的",
      text: "邀请{invitation, id}不是发给本组织的",
      help: "请向主组织的管理员索取发给本组织的二维码或邀请链接。",
    },
  },
  UNKNOWN_APPLICATION: {
    rule: "PROTO-03",
    after: "UNKNOWN_APP",
    data: of<{ application: ApplicationId }>({ application: "application-7" }),
    retry: stop(404, actingAdmin, "Look the application up again."),
    en: {
      title: "No such application",
      text: "There is no application {application, id} of this organization here",
      help: "Look the application up among the pending ones.",
    },
    zh: {
      title: "加入申请不存在",
      text: "该组织没有加入申请{application, id}",
      help: "请在待审核的申请中查找。",
    },
  },
  MEMBER_NOT_CERTIFIED: {
    rule: "CERT-01",
    after: "HOST_NOT_CERTIFIED",
    data: of<{ organization: OrganizationId }>({ organization: "org-b" }),
    retry: later(409, actingAdmin, "Try again once the organization is certified."),
    en: {
      title: "An uncertified organization cannot join",
      text: "Organization {organization, id} is not certified, which joining requires here",
      help: "Get the organization certified first.",
    },
    zh: {
      title: "未认证的组织不能加入",
      text: "组织{organization, id}未认证，不能加入",
      help: "请先完成组织认证。",
    },
  },
  BATCH_INVITE_NOT_ENABLED: {
    rule: "JOIN-12",
    after: "MEMBER_SUSPENDED",
    data: of<{ organization: OrganizationId }>({ organization: "org-b" }),
    retry: later(409, spaceAdmin, "Try again once support has enabled it."),
    en: {
      title: "Batch invitation is not enabled",
      text: "Batch invitation is not enabled for organization {organization, id}",
      help: "Ask platform support to enable it, or issue invitations one by one.",
    },
    zh: {
      title: "未开通批量邀请",
      text: "组织{organization, id}未开通批量邀请",
      help: "请联系平台支持人员开通，或逐个发送二维码或邀请链接。",
    },
  },
  HOST_CANNOT_JOIN_OWN_SPACE: {
    rule: "SPACE-05",
    after: "ID_TAKEN",
    data: of<{ space: SpaceId }>({ space: "space-1" }),
    retry: stop(409, actingAdmin, "Set the Host's own scope instead."),
    en: {
      title: "A Host cannot join its own Space",
      text: "The Host of Space {space, id} cannot join it as a Member",
      help: "Nothing needs to be done: the Host takes part already and may set its own scope.",
    },
    zh: {
      title: "主组织不能加入自己的上下游组织",
      text: "主组织不能作为成员组织加入自己的上下游组织{space, id}",
      help: "无需加入：主组织可以直接设置本组织哪些人或部门需要加入。",
    },
  },
  ALREADY_MEMBER: {
    rule: "JOIN-07",
    after: "HOST_CANNOT_JOIN_OWN_SPACE",
    data: of<{ space: SpaceId }>({ space: "space-1" }),
    retry: later(409, applicantAdmin, "Nothing to do while the Association lasts."),
    en: {
      title: "The organization is a Member already",
      text: "The organization is a Member of Space {space, id} already",
      help: "To bring other people in, change the organization's scope.",
    },
    zh: {
      title: "该组织已是成员组织",
      text: "该组织已是上下游组织{space, id}的成员组织",
      help: "如需增加人员，请调整本组织的人员和部门范围。",
    },
  },
  APPLICATION_ALREADY_PENDING: {
    rule: "JOIN-07",
    after: "ALREADY_MEMBER",
    data: of<{ application: ApplicationId }>({ application: "application-7" }),
    retry: later(409, applicantAdmin, "Wait for the decision, or withdraw."),
    en: {
      title: "An application is pending already",
      text: "Application {application, id} to this Space is still pending",
      help: "Wait for the decision, or withdraw that application before you apply again.",
    },
    zh: {
      title: "已有加入申请在审核中",
      text: "加入申请{application, id}仍在审核中",
      help: "请等待审核结果，或先撤回该申请再重新申请。",
    },
  },
  ALREADY_INVITED: {
    rule: "JOIN-14",
    after: "APPLICATION_ALREADY_PENDING",
    data: of<{ invitation: InvitationId }>({ invitation: "invitation-5" }),
    retry: later(409, actingAdmin, "Send the invitation that is open again."),
    en: {
      title: "The organization is invited already",
      text: "Invitation {invitation, id} to this organization is still open",
      help: "Send that invitation again, or revoke it before you issue another one.",
    },
    zh: {
      title: "该组织已被邀请",
      text: "发给该组织的邀请{invitation, id}仍然有效",
      help: "请重新发送该邀请，或先撤销该邀请再发送新的邀请。",
    },
  },
  REAPPLY_TOO_SOON: {
    rule: "JOIN-16",
    after: "ALREADY_INVITED",
    data: of<{ until: number }>({ until: 1_767_225_600_000 }),
    retry: later(409, applicantAdmin, "Try again once the pause is over."),
    en: {
      title: "Too soon after a rejection",
      text: "The organization was rejected and cannot apply again yet",
      help: "Wait until the pause is over, or ask an admin of the Host for an invitation of your own.",
    },
    zh: {
      title: "被拒绝后尚不能重新申请",
      text: "该组织的申请已被拒绝，暂时不能重新申请",
      help: "请等待间隔期结束，或向主组织的管理员索取发给本组织的邀请。",
    },
  },
  APPLICATION_NOT_PENDING: {
    rule: "JOIN-05",
    after: "REAPPLY_TOO_SOON",
    data: of<{
      application: ApplicationId;
      status: "withdrawn" | "approved" | "rejected" | "expired";
    }>({
      application: "application-7",
      status: "rejected",
    }),
    retry: stop(409, actingAdmin, "Reload: it has been decided or withdrawn."),
    en: {
      title: "The application is no longer pending",
      text: "Application {application, id} is no longer pending: it {status, select, expired {expired} other {was {status, word}}}",
      help: "{status, select, approved {Nothing needs to be done.} other {The organization may apply again.}}",
    },
    zh: {
      title: "加入申请不在审核中",
      text: "加入申请{application, id}{status, select, withdrawn {已撤回} approved {已通过} expired {已过期} other {已被拒绝}}，不在审核中",
      help: "{status, select, approved {无需再次审核。} other {该组织可以重新申请加入。}}",
    },
  },
  APPLICATION_EXPIRED: {
    rule: "JOIN-15",
    after: "APPLICATION_NOT_PENDING",
    data: of<{ application: ApplicationId; expiresAt: number }>({
      application: "application-7",
      expiresAt: 1_767_225_600_000,
    }),
    retry: stop(409, actingAdmin, "Let the organization apply anew."),
    en: {
      title: "The application has expired",
      text: "Application {application, id} has expired",
      help: "The organization may apply again at once.",
    },
    zh: {
      title: "加入申请已过期",
      text: "加入申请{application, id}已过期",
      help: "该组织可以立即重新申请加入。",
    },
  },
  REVIEWER_IS_APPLICANT: {
    rule: "JOIN-17",
    before: "NOT_IN_SPACE",
    data: of<Record<never, never>>({}),
    retry: stop(403, actingAdmin, "Let another admin decide."),
    en: {
      title: "The reviewer is on the applicant's side",
      text: "Whoever applies does not approve the application",
      help: "Another admin of the Space or Trunk can approve; you can reject.",
    },
    zh: {
      title: "审批人属于申请方",
      text: "申请方的人员不能批准自己的申请",
      help: "请由其他管理员批准；您可以拒绝该申请。",
    },
  },
  REASON_REQUIRED: {
    rule: "JOIN-16",
    after: "LICENSE_TARGET_NOT_ELIGIBLE",
    data: of<Record<never, never>>({}),
    retry: stop(422, actingAdmin, "Give a reason."),
    en: {
      title: "A rejection says why",
      text: "The application cannot be rejected without a reason",
      help: "Write why you reject it; the applicant's admins can read that.",
    },
    zh: {
      title: "拒绝须说明理由",
      text: "拒绝申请时必须说明理由",
      help: "请填写拒绝理由；申请方的管理员可以看到。",
    },
  },
  SCOPE_OUTSIDE_OWN_ORGANIZATION: {
    rule: "JOIN-04",
    after: "DATA_PERMISSION_REQUIRED",
    data: of<{ organization: OrganizationId }>({ organization: "org-b" }),
    retry: stop(403, actingAdmin, "Select within one's own organization."),
    en: {
      title: "The scope lies outside your own organization",
      text: "The scope selects from organization {organization, id}, which is not your own",
      help: "Select people and departments of your own organization only.",
    },
    zh: {
      title: "所选范围不属于本组织",
      text: "所选范围属于组织{organization, id}，不是本组织",
      help: "只能选择本组织通讯录中的人员和部门。",
    },
  },
  JOIN_LIMIT_EXCEEDED: {
    rule: "JOIN-10",
    after: "REASON_REQUIRED",
    data: of<Figures>({ limit: 5, current: 5 }),
    retry: later(409, actingAdmin, "Try again once the organization has left a Space."),
    en: {
      title: "The organization is in too many Spaces",
      text: `The organization cannot join another Space${FIGURES.en}`,
      help: "It has to leave a Space first; the Host of that Space can cancel the Association.",
    },
    zh: {
      title: "该组织加入的上下游组织已达上限",
      text: `该组织不能再加入上下游组织${FIGURES.zh}`,
      help: "需要先退出一个上下游组织，即由其主组织的管理员取消关联。",
    },
  },
  MEMBER_ORG_LIMIT_EXCEEDED: {
    rule: "JOIN-11",
    after: "JOIN_LIMIT_EXCEEDED",
    data: of<Figures>({ limit: 800, current: 800 }),
    retry: later(409, spaceAdmin, "Try again once a Member has left."),
    en: {
      title: "The Space has too many Members",
      text: `The Space cannot take another Member${FIGURES.en}`,
      help: "Cancel an Association first; the application stays pending and can be approved then.",
    },
    zh: {
      title: "成员组织数量已达上限",
      text: `该上下游组织不能再添加成员组织${FIGURES.zh}`,
      help: "请先取消某个成员组织的关联；申请仍在审核中，届时可以通过。",
    },
  },
});
