/** One example of every refusal and of every notice, with ids to choose. */
import { REFUSAL_ENTRIES } from "../../src/catalogue/refusals/index.ts";
import type { Notice, NoticeData, NoticeKind } from "../../src/core/notice.ts";
import {
  type Refusal,
  type RefusalCode,
  type RefusalData,
  refuse,
} from "../../src/core/refusal.ts";

/** Fields whose text is a word of the vocabulary and no id. */
export const WORDS = [
  "subject",
  "reason",
  "status",
  "kind",
  "allowed",
  "required",
  "responsible",
  "problems",
  "suspended",
  "lacks",
  "bound",
  "because",
];

/** An example with other ids. */
function about(example: object, like: (name: string) => string): object {
  return Object.fromEntries(
    Object.entries(example).map(([name, value]) => [
      name,
      WORDS.includes(name)
        ? value
        : typeof value === "string"
          ? like(value)
          : value !== null && typeof value === "object"
            ? about(value, like)
            : value,
    ]),
  );
}

/** One refusal of each code, in order of precedence, as its entry has it. */
export function sampleRefusals(like: (name: string) => string = (name) => name): Refusal[] {
  return REFUSAL_ENTRIES.map(([code, { data }]) =>
    refuse(code as RefusalCode, about(data.example as object, like) as RefusalData[RefusalCode]),
  );
}

function noticeData(like: (name: string) => never): {
  readonly [Kind in NoticeKind]: NoticeData[Kind];
} {
  const organization = like("org-b");
  const space = like("space-1");
  const application = like("application-7");
  const people = ["p-1", "p-2", "p-3", "p-4"].map(like);
  const identities = people.map((person) => ({ organization, person }));
  const from = { organization, person: like("p-42") };
  const tasks = [0, 1, 2, 3].map((task) => ({ instance: like("instance-4"), task }));
  return {
    ROSTER_CAP_REACHED: { space, organization, people },
    HIERARCHY_REACHED: { organization },
    LIAISON_VACANT: {
      ...{ trunk: like("org-a"), role: like("secretary") },
      ...{ organization, department: null },
    },
    APPLICATION_SUBMITTED: { space, organization, application },
    APPLICATION_WITHDRAWN: { space, organization, application },
    APPLICATION_DECIDED: { space, organization, application, approved: true, reason: "known" },
    ASSOCIATION_ENDED: { space, organization, because: "dissolved" },
    MEMBER_LEAVING: { space, organization, from: 86_400_000 },
    ASSOCIATION_SUSPENDED: { space, organization, reason: null },
    ASSOCIATION_RESUMED: { space, organization },
    BRANCH_LEAVING: { trunk: like("org-a"), organization, from: 86_400_000 },
    MEMBER_UNATTENDED: { space, organization },
    LICENSE_TERM_ENDING: { organization, until: 86_400_000, graceUntil: 172_800_000 },
    LICENSE_TERM_OVER: { organization, until: 86_400_000, graceUntil: 172_800_000 },
    LINK_ENDED: { trunk: like("org-a"), organization, because: "cancelled" },
    COUNTERPART_LEFT: { identity: from, spaces: [space] },
    COUNTERPART_BACK: { identity: from, spaces: [space], left: [["license", 1, "waiting"]] },
    COUNTERPART_RENAMED: { from, to: { organization, person: like("p-43") }, spaces: [space] },
    PERSON_FLAGGED: { organization, person: like("p-42"), reason: "id-in-use" },
    LICENSE_AUTO_GRANT_DEFERRED: { organization, people: identities },
    LICENSE_USAGE_HIGH: { organization, purchased: 3000, used: 2400, threshold: 80 },
    SPACE_FILLING: { space, subject: "persons", threshold: 80 },
    JOINS_FILLING: { organization, threshold: 80 },
    APP_DISTRIBUTED: { trunk: like("org-a"), app: like("app-8"), installed: true },
    APP_PUBLISHED: { space, app: like("app-8") },
    TASK_HANDED_OVER: { from, to: { organization, person: like("p-43") }, tasks },
    TASK_AWAITING_HANDOVER: { from, tasks },
    DEPARTMENTS_MISSING: { organization, departments: [like("d-6")], count: 1 },
    DEPARTMENT_FLAGGED: { organization, department: like("d-6"), reason: "cycle" },
    DIRECTORY_RECONCILIATION_HELD: {
      organization,
      list: like("list-9"),
      people: 12,
      departments: 0,
    },
    SETTINGS_INERT: { organization, settings: [], count: 3 },
    TASK_HOLDER_SUSPENDED: { holder: from, tasks },
    TASK_HOLDER_CANNOT_ACT: { tasks },
    TASK_TAKEN_AWAY: { tasks },
    TASK_WAITING: { instance: like("instance-4"), task: 3, by: null, because: "rule" },
    TASK_COPIED: { instance: like("instance-4"), task: 3, by: from },
    STAND_IN_SET: { ...from, standIn: like("p-43"), from: 1, until: 2 },
    FLOW_RETURNED: { instance: like("instance-4"), task: 3, by: from, to: "initiator" },
    TASK_TAKEN_BACK: { instance: like("instance-4"), task: 3, by: from },
    FLOW_TERMINATED: { instance: like("instance-4"), reason: "started twice" },
    ORGANIZATION_SUSPENDED: { organization },
    ORGANIZATION_RESUMED: { organization },
    ORGANIZATION_REINSTATED: { organization },
    ORGANIZATION_WITHOUT_ADMINS: { organization },
    ADMIN_WORK_WAITING: { organization, counts: { tasks: 2, lists: 1, applications: 0 } },
  };
}

/** One notice of each kind. */
export function sampleNotices(like: (name: string) => string = (name) => name): Notice[] {
  const data = noticeData(like as (name: string) => never);
  return Object.entries(data).map(([kind, about]) => ({ kind, to: [], data: about }) as Notice);
}
