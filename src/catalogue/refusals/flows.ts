/** Codes of flows and tasks. */
import type { InstanceId, OrganizationId } from "../../core/ids.ts";
import type { PersonNamed } from "../../core/refusal-shapes.ts";
import { actor, later, of, refusals, stop } from "./entry.ts";

export const FLOWS_REFUSALS = refusals({
  NOT_INITIATOR: {
    rule: "FLOW-01",
    after: "APPLICATION_REQUIRED",
    data: of<{ instance: InstanceId }>({ instance: "instance-4" }),
    retry: stop(403, actor, "Leave it to whoever started it."),
    en: {
      title: "You did not start this instance",
      text: "You did not start instance {instance, id}",
      help: "Only the identity that started it may withdraw it.",
    },
    zh: {
      title: "不是该流程实例的发起人",
      text: "流程实例{instance, id}不是您发起的",
      help: "只有发起人可以撤回。",
    },
  },
  UNKNOWN_INSTANCE: {
    rule: "PROTO-03",
    after: "UNKNOWN_GROUP",
    data: of<{ instance: InstanceId }>({ instance: "instance-4" }),
    retry: later(404, actor, "Look the instance up again."),
    en: {
      title: "No such instance that you could know of",
      text: "There is no instance {instance, id} that you could know of",
      help: "Look it up among those that you started or have a task in.",
    },
    zh: {
      title: "没有可以访问的流程实例",
      text: "没有您可以访问的流程实例{instance, id}",
      help: "请在您发起的或有您的任务的流程实例中查找。",
    },
  },
  UNKNOWN_TASK: {
    rule: "PROTO-03",
    after: "UNKNOWN_INSTANCE",
    data: of<{ instance: InstanceId; task: number }>({ instance: "instance-4", task: 3 }),
    retry: later(404, actor, "Look the tasks of the instance up again."),
    en: {
      title: "No such task of the instance",
      text: "Instance {instance, id} has no task {task, count} that could be named here",
      help: "Look at the instance again; a task goes back only to one of an earlier step.",
    },
    zh: {
      title: "流程实例中没有该任务",
      text: "流程实例{instance, id}中没有可用于此操作的任务 {task, count}",
      help: "请重新查看该流程实例；只能退回到之前步骤的任务。",
    },
  },
  NOT_TASK_HOLDER: {
    rule: "FLOW-11",
    after: "UNKNOWN_TASK",
    data: of<{ instance: InstanceId }>({ instance: "instance-4" }),
    retry: later(403, actor, "Leave it to whoever holds the task."),
    en: {
      title: "The task is not yours",
      text: "The task of instance {instance, id} is not yours",
      help: "Leave it to whoever holds it.",
    },
    zh: {
      title: "不是该任务的处理人",
      text: "您不是流程实例{instance, id}中该任务的处理人",
      help: "请由该任务的处理人操作。",
    },
  },
  INSTANCE_NOT_RUNNING: {
    rule: "FLOW-01",
    after: "UNIT_OVERLAP",
    data: of<{ instance: InstanceId }>({ instance: "instance-4" }),
    retry: stop(409, actor, "Reload: it has ended."),
    en: {
      title: "The instance has ended",
      text: "Instance {instance, id} has ended",
      help: "Start another one if needed.",
    },
    zh: {
      title: "流程实例已结束",
      text: "流程实例{instance, id}已结束",
      help: "如有需要，请重新发起。",
    },
  },
  WITHDRAWAL_CLOSED: {
    rule: "FLOW-18",
    after: "INSTANCE_NOT_RUNNING",
    data: of<{ instance: InstanceId; because: "acted" | "late" }>({
      instance: "instance-4",
      because: "acted",
    }),
    retry: stop(409, actor, "Leave it to those who sign."),
    en: {
      title: "It can no longer be taken back",
      text: "{because, select, acted {Somebody has acted since on} late {It has been too long since the start of} other {Nothing can be taken back any more in}} instance {instance, id}",
      help: "Ask whoever holds its tasks to return it, or an admin of the Host to end it.",
    },
    zh: {
      title: "已不能撤回",
      text: "流程实例{instance, id}{because, select, acted {已有人处理} late {发起时间过长} other {已不能撤回}}",
      help: "请联系当前处理人退回，或请上游组织管理员终止。",
    },
  },
  TASK_NOT_PENDING: {
    rule: "FLOW-11",
    after: "WITHDRAWAL_CLOSED",
    data: of<{ instance: InstanceId; task: number }>({ instance: "instance-4", task: 3 }),
    retry: later(409, actor, "Reload; a task that waits may come to its turn."),
    en: {
      title: "The task cannot be acted on now",
      text: "Task {task, count} of instance {instance, id} cannot be acted on now",
      help: "Look at the instance again: it is closed, waits its turn, or waits for a successor.",
    },
    zh: {
      title: "任务目前不能处理",
      text: "流程实例{instance, id}的任务 {task, count} 目前不能处理",
      help: "请重新查看该流程实例：任务已关闭、尚未轮到，或正在等待交接。",
    },
  },
  STAND_IN_OVERLAPS: {
    rule: "FLOW-14",
    after: "TASK_NOT_PENDING",
    data: of<PersonNamed>({ organization: "org-b", person: "p-42" }),
    retry: stop(409, actor, "End the other period, or choose another one."),
    en: {
      title: "Somebody stands in already",
      text: "Another period of {person, id} of organization {organization, id} overlaps this one",
      help: "End the other period first, or choose another one.",
    },
    zh: {
      title: "代理期间重叠",
      text: "组织{organization, id}的人员{person, id}已有与此重叠的代理期间",
      help: "请先结束已有的代理，或选择其他期间。",
    },
  },
  /** `anchor` is the organization that the instance was started from. */
  ROUTING_TARGET_OUTSIDE_INITIATOR_ORG: {
    rule: "FLOW-04",
    after: "PICK_TARGET_OUTSIDE_SCOPE",
    data: of<{ anchor: OrganizationId }>({ anchor: "org-b" }),
    retry: stop(403, actor, "Choose among the candidates."),
    en: {
      title: "The target is not of the initiator's organization",
      text: "Only people of organization {anchor, id}, which started the instance, can be chosen",
      help: "Choose among the candidates.",
    },
    zh: {
      title: "流转对象和发起人不在同一组织",
      text: "流转时只能选择和发起人同组织的用户，即组织{anchor, id}的人员",
      help: "请在可选人员中选择。",
    },
  },
  ROUTING_TARGET_SELF: {
    rule: "FLOW-04",
    after: "ROUTING_TARGET_OUTSIDE_INITIATOR_ORG",
    data: of<PersonNamed>({ organization: "org-b", person: "p-42" }),
    retry: stop(409, actor, "Choose somebody else."),
    en: {
      title: "You cannot choose yourself",
      text: "You are {person, id} of organization {organization, id} and cannot choose yourself",
      help: "Choose somebody else.",
    },
    zh: {
      title: "不能选择自己",
      text: "您就是组织{organization, id}的人员{person, id}，不能选择自己",
      help: "请选择其他人员。",
    },
  },
  ROUTING_TARGET_IS_INITIATOR: {
    rule: "FLOW-15",
    after: "ROUTING_TARGET_SELF",
    data: of<PersonNamed>({ organization: "org-b", person: "p-42" }),
    retry: stop(409, actor, "Choose somebody else."),
    en: {
      title: "The target is who started it",
      text: "{person, id} of organization {organization, id} started this instance and does not sign it",
      help: "Choose somebody else.",
    },
    zh: {
      title: "不能选择发起人",
      text: "组织{organization, id}的人员{person, id}是该流程实例的发起人，不能在其中审批",
      help: "请选择其他人员。",
    },
  },
  ROUTING_TARGET_ALREADY_ON_TASK: {
    rule: "FLOW-04",
    after: "ROUTING_TARGET_IS_INITIATOR",
    data: of<PersonNamed>({ organization: "org-b", person: "p-42" }),
    retry: later(409, actor, "Choose somebody else, or wait for their task."),
    en: {
      title: "The target holds a task already",
      text: "{person, id} of organization {organization, id} holds a task of this instance already",
      help: "Choose somebody else, or wait until that task is closed.",
    },
    zh: {
      title: "该人员已有任务",
      text: "组织{organization, id}的人员{person, id}在该流程实例中已有任务",
      help: "请选择其他人员，或等待该任务结束。",
    },
  },
  TARGET_SUSPENDED: {
    rule: "FLOW-19",
    after: "ROUTING_TARGET_ALREADY_ON_TASK",
    data: of<PersonNamed>({ organization: "org-b", person: "p-42" }),
    retry: later(409, actor, "Choose somebody else, or wait until they are resumed."),
    en: {
      title: "The target is suspended",
      text: "{person, id} of organization {organization, id} is suspended and has nobody to stand in",
      help: "Choose among the candidates.",
    },
    zh: {
      title: "该人员已被停用",
      text: "组织{organization, id}的人员{person, id}已被停用，且没有代理人",
      help: "请在可选人员中选择。",
    },
  },
  ROUTING_TARGET_CANNOT_ACT: {
    rule: "FLOW-12",
    after: "TARGET_SUSPENDED",
    data: of<PersonNamed & { readonly lacks?: "list" | "license" }>({
      organization: "org-b",
      person: "p-42",
      lacks: "license",
    }),
    retry: later(409, actor, "Choose somebody else, or have the Host's admins enable them."),
    en: {
      title: "The target could not act on the task",
      text: "{person, id} of organization {organization, id} {lacks, select, list {is not on the app's list} license {holds no license} other {could not act on the task}}",
      help: "Choose among the candidates, or ask the Host's admins for a place on the list or a license.",
    },
    zh: {
      title: "该人员无法处理此任务",
      text: "组织{organization, id}的人员{person, id}{lacks, select, list {不在应用的授权名单内} license {没有授权账号} other {无法处理此任务}}",
      help: "请在可选人员中选择，或请上游组织管理员将其加入名单、分配授权账号。",
    },
  },
  RETURN_NOT_POSSIBLE: {
    rule: "FLOW-17",
    after: "ROUTING_TARGET_CANNOT_ACT",
    data: of<{ instance: InstanceId; because: "initiator-left" | "too-often" }>({
      instance: "instance-4",
      because: "initiator-left",
    }),
    retry: stop(409, actor, "Return it elsewhere, or decide."),
    en: {
      title: "It cannot be returned there",
      text: "Instance {instance, id} cannot be returned there ({because, word})",
      help: "Its initiator has left, or it was returned as often as it may be: look at where it can be returned to, or decide.",
    },
    zh: {
      title: "不能退回",
      text: "流程实例{instance, id}不能退回（{because, word}）",
      help: "发起人已离开，或退回次数已达上限：请查看可以退回的步骤，或者直接审批。",
    },
  },
});
