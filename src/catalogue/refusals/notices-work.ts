/** What notices of licenses, apps, flows and tasks say. */
import type { NoticeEntries } from "./entry.ts";

export const WORK_NOTICES = {
  LICENSE_AUTO_GRANT_DEFERRED: {
    rule: "LIC-11",
    en: {
      title: "People wait for a license",
      text: "Organization {organization, id} has no license left for {people, identities}",
      help: "Buy licenses or take some back; who waits then gets one in turn.",
    },
    zh: {
      title: "有人员等待licence",
      text: "组织{organization, id}的licence没有剩余名额，尚未授权：{people, identities}",
      help: "请增加购买或收回部分licence；等待的人员将按顺序自动授权。",
    },
  },
  LICENSE_USAGE_HIGH: {
    rule: "ALERT-02",
    en: {
      title: "Few licenses are left",
      text: "Organization {organization, id} uses {used, count} of {purchased, count} licenses{unit, select, none {} other { that one of its units may hold}}: {threshold, count} % or more",
      help: "Buy more, or raise the limit, before they run out; until then nothing is closed.",
    },
    zh: {
      title: "licence即将用完",
      text: "组织{organization, id}{unit, select, none {购买} other {分给某一下游组织}}的 {purchased, count} 个licence名额已消耗 {used, count} 个，达到 {threshold, count}%",
      help: "请及时增加购买或提高上限；用完之前不影响授权。",
    },
  },
  LICENSE_TERM_ENDING: {
    rule: "LIC-20",
    en: {
      title: "The term of the licenses has ended",
      text: "The term of the licenses of organization {organization, id} has ended: they are used on for the days of grace, and none is granted",
      help: "Renew the purchase before the days of grace are over.",
    },
    zh: {
      title: "licence已到期",
      text: "组织{organization, id}购买的licence已到期：宽限期内可继续使用，不能新增授权",
      help: "请在宽限期结束前续费。",
    },
  },
  LICENSE_TERM_OVER: {
    rule: "LIC-20",
    en: {
      title: "The licenses cannot be used any more",
      text: "The days of grace for the licenses of organization {organization, id} are over: none can be used",
      help: "Renew the purchase; every license and whoever waits for one is kept until then.",
    },
    zh: {
      title: "licence已停止使用",
      text: "组织{organization, id}的licence宽限期已结束，暂不能使用",
      help: "请续费；已有授权和等待名单均予保留，续费后立即恢复。",
    },
  },
  APP_DISTRIBUTED: {
    rule: "DIST-03",
    en: {
      title: "An app was distributed",
      text: "Trunk {trunk, id} distributes app {app, id}: {installed, select, true {it is on the workbench} other {each organization may install it}}",
      help: "Each organization covered may install it on its own workbench or take it off.",
    },
    zh: {
      title: "有应用分发",
      text: "主干组织{trunk, id}分发了应用{app, id}：{installed, select, true {已自动安装到工作台} other {请确认是否安装到工作台}}",
      help: "被覆盖的组织可以自行安装或卸载。",
    },
  },
  APP_PUBLISHED: {
    rule: "ALERT-01",
    en: {
      title: "An app was published",
      text: "App {app, id} was published to Space {space, id}",
      help: "The people it is for find it in their app center.",
    },
    zh: {
      title: "有应用发布",
      text: "应用{app, id}已发布至上下游组织{space, id}",
      help: "被授权的人员可以在应用中心看到该应用。",
    },
  },
  TASK_HANDED_OVER: {
    rule: "HAND-02",
    en: {
      title: "Tasks were handed over",
      text: "{from, select, none {} other {{from, identity} hands over to }}{to, identity}: {tasks, tasks}",
      help: "Go on where the work stopped.",
    },
    zh: {
      title: "任务已交接",
      text: "{from, select, none {} other {{from, identity}的工作}}已交接给{to, identity}：{tasks, tasks}",
      help: "请继续处理。",
    },
  },
  TASK_AWAITING_HANDOVER: {
    rule: "HAND-02",
    en: {
      title: "Tasks wait for a successor",
      text: "{from, select, none {Nobody} other {Nobody after {from, identity}}} has {tasks, tasks}",
      help: "An authorized admin has to name who takes over.",
    },
    zh: {
      title: "任务等待交接",
      text: "{from, select, none {} other {{from, identity}的工作}}等待交接：{tasks, tasks}",
      help: "请由主管理员或有上下游组织权限点的子管理员指定接手人。",
    },
  },
  TASK_HOLDER_SUSPENDED: {
    rule: "FLOW-19",
    en: {
      title: "Tasks stay with somebody suspended",
      text: "{holder, identity} is suspended and holds {tasks, tasks}",
      help: "An authorized admin may assign them to somebody else; otherwise they wait.",
    },
    zh: {
      title: "有任务停留在已被停用的人员处",
      text: "{holder, identity}已被停用，仍有任务待处理：{tasks, tasks}",
      help: "可由主管理员或有上下游组织权限点的子管理员指定接手人；否则任务将等待其恢复。",
    },
  },
  TASK_HOLDER_CANNOT_ACT: {
    rule: "FLOW-12",
    en: {
      title: "Tasks went to somebody who cannot act on them",
      text: "Rules gave {tasks, tasks} to people who are not on the app's list or hold no license",
      help: "Put them on the list, or grant them a license; until then the tasks wait.",
    },
    zh: {
      title: "有任务分配给了无法处理的人员",
      text: "审批规则将{tasks, tasks}分配给了不在授权名单内或没有授权账号的人员",
      help: "请将其加入授权名单，或为其分配授权账号；在此之前任务将等待。",
    },
  },
  TASK_TAKEN_AWAY: {
    rule: "FLOW-13",
    en: {
      title: "Tasks were given to somebody else",
      text: "An admin gave {tasks, tasks} to somebody else",
      help: "Nothing has to be done.",
    },
    zh: {
      title: "任务已转给他人处理",
      text: "管理员已将{tasks, tasks}转给他人处理",
      help: "无需处理。",
    },
  },
  FLOW_TERMINATED: {
    rule: "FLOW-13",
    en: {
      title: "An instance was ended by an admin",
      text: "An admin of the Host ended {instance, id}; the reason given: {reason, word}",
      help: "Start it again if it is still needed.",
    },
    zh: {
      title: "流程已被管理员终止",
      text: "上游组织管理员终止了流程实例{instance, id}，原因：{reason, word}",
      help: "如仍需要，请重新发起。",
    },
  },
  FLOW_RETURNED: {
    rule: "FLOW-17",
    en: {
      title: "An instance was returned",
      text: "{by, identity} returned instance {instance, id}",
      help: "Look at the instance: it goes on, or waits for you to hand in another row or withdraw.",
    },
    zh: {
      title: "流程已退回",
      text: "{by, identity}退回了流程实例{instance, id}",
      help: "请查看该流程实例：它会继续流转，或等待您重新提交或撤回。",
    },
  },
  TASK_TAKEN_BACK: {
    rule: "FLOW-18",
    en: {
      title: "An approval was taken back",
      text: "{by, identity} took back the approval of task {task, count} of instance {instance, id}",
      help: "Nothing has to be done until the task comes to you again.",
    },
    zh: {
      title: "审批已被撤回",
      text: "{by, identity}撤回了对流程实例{instance, id}的任务 {task, count} 的审批",
      help: "在任务再次到达之前无需处理。",
    },
  },
  TASK_WAITING: {
    rule: "FLOW-23",
    en: {
      title: "A task waits for you",
      text: "Task {task, count} of instance {instance, id} waits",
      help: "Look at it in the list of tasks.",
    },
    zh: {
      title: "您有新的待办任务",
      text: "流程实例{instance, id}的任务 {task, count} 等待处理",
      help: "请在待办列表中查看。",
    },
  },
  TASK_COPIED: {
    rule: "FLOW-23",
    en: {
      title: "A task was copied to you",
      text: "{by, identity} lets you read along with task {task, count} of instance {instance, id}",
      help: "Nothing has to be done.",
    },
    zh: {
      title: "有任务抄送给您",
      text: "{by, identity}将流程实例{instance, id}的任务 {task, count} 抄送给您",
      help: "无需处理。",
    },
  },
  STAND_IN_SET: {
    rule: "FLOW-14",
    en: {
      title: "Somebody stands in for a time",
      text: "{standIn, id} stands in for {person, id} of organization {organization, id}",
      help: "New tasks go to the stand-in while it lasts; it can be ended at any time.",
    },
    zh: {
      title: "已设置一段时间的代理人",
      text: "{standIn, id}在一段时间内代理组织{organization, id}的人员{person, id}",
      help: "代理期间的新任务由代理人处理；可随时结束代理。",
    },
  },
  ADMIN_WORK_WAITING: {
    rule: "ADMIN-06",
    en: {
      title: "Work waits for an admin",
      text: "Waiting in organization {organization, id}: {counts, work}",
      help: "Assign the tasks, confirm or discard the lists, decide on the applications, put the settings right.",
    },
    zh: {
      title: "有事项等待管理员处理",
      text: "组织{organization, id}有事项等待处理：{counts, work}",
      help: "请指定任务接手人，确认或放弃通讯录清单，审核申请，并调整相关设置。",
    },
  },
} satisfies Partial<NoticeEntries>;
