import { rules } from "../rule.ts";

/** EXIT: leaving a Space. */
export const EXIT_RULES = /* @__PURE__ */ rules([
  {
    id: "EXIT-01",
    title: "The Host cancels a whole organization",
    source: [
      {
        sentence: "S107",
        text: "创建上下游组织的管理员可以取消某个成员组织的关联，从而使整个成员组织退出上下游组织",
      },
    ],
    reading:
      "When a Space admin cancels the Association of a Member, all its identities leave the " +
      "Roster with EXIT-04; its scope, visibility, Folder place, partner type and automatic " +
      "grant departments are dropped, and one place under the 5 and one under the 800 are free " +
      "at once. It may apply again later.",
    strength: "stated",
    kind: "effect",
    raises: ["NOT_SPACE_ADMIN", "NOT_A_MEMBER"],
    ambiguities: ["AMB-47"],
    status: "active",
  },
  {
    id: "EXIT-02",
    title: "A Member's admin takes out people or departments",
    source: [
      {
        sentence: "S108",
        text: "成员组织的主管理员可以管理关联到上下游组织的人员，从而使特定人员或部门退出上下游组织",
      },
    ],
    reading:
      "When its own admin takes people or departments of a Member out, they leave with EXIT-04, " +
      "and synchronization does not bring them back until they are put in again. Admins of the " +
      "Host do the same for the Host's own people.",
    strength: "stated",
    kind: "effect",
    raises: ["NOT_AUTHORIZED_ADMIN", "MAIN_ADMIN_REQUIRED"],
    options: ["memberSideActor"],
    ambiguities: ["AMB-04"],
    status: "active",
  },
  {
    id: "EXIT-03",
    title: "No other way out but resignation",
    source: [{ sentence: "S106", text: "用户可以通过这两种途径来退出上下游组织" }],
    reading:
      "A Member cannot cancel its own Association, an ordinary person cannot leave on their own, " +
      "and the Host cannot leave its Space.",
    strength: "stated",
    kind: "guard",
    raises: ["NOT_AUTHORIZED_ADMIN"],
    ambiguities: ["AMB-32"],
    status: "active",
  },
  {
    id: "EXIT-04",
    title: "What leaving the Roster entails",
    source: [
      { sentence: "S41", text: "下游成员若离职则Licence自动去除" },
      { sentence: "S103", text: "如果你所在的组织已经加入某上下游组织且你被加入了上下游组织中" },
      { sentence: "S111", text: "如果从原组织中离职，则自动退出上下游组织和合作群" },
    ],
    reading:
      "In the same step a leaving identity no longer counts, loses the Space from its list, its " +
      "groups and its grant there; its waiting entries go, and a Downstream identity's open " +
      "tasks in instances of that Space are handed over. Freed places and licenses then go to " +
      "those who wait. Submitted data stays.",
    strength: "derived",
    kind: "effect",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "EXIT-05",
    title: "Space admins do not manage a Member's people",
    source: [
      {
        sentence: "S105",
        text: "上下游组织的管理员能否管理加入上下游组织的成员组织的部门和人员？不可以",
      },
    ],
    reading:
      "A Space admin who tries to add, remove, move or edit a department or person of a Member " +
      "is refused. The smallest unit a Space admin can remove is the whole organization.",
    strength: "stated",
    kind: "guard",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "EXIT-06",
    title: "An emptied Member is still a Member",
    source: [
      { sentence: "S106", text: "用户可以通过这两种途径来退出上下游组织" },
      {
        sentence: "S107",
        text: "创建上下游组织的管理员可以取消某个成员组织的关联，从而使整个成员组织退出上下游组织",
      },
      {
        sentence: "S108",
        text: "成员组织的主管理员可以管理关联到上下游组织的人员，从而使特定人员或部门退出上下游组织",
      },
    ],
    reading:
      "A Member whose admin took everyone out keeps its Association and still counts towards 5 " +
      "and 800 until a Space admin cancels it.",
    strength: "recommended",
    kind: "invariant",
    raises: [],
    numbers: ["joinLimit", "memberOrgCap"],
    ambiguities: ["AMB-33"],
    status: "active",
  },
  {
    id: "EXIT-07",
    title: "A Member may leave as a whole",
    source: [],
    reading:
      "Where the policy lets it, an admin of a Member ends its Association, as one of a Branch ends its " +
      "Link: at once, or where a notice is asked for by announcing it and leaving again from the announced " +
      "date on; before, that is refused. Until then nothing changes but the date. The announcement may be " +
      "taken back and ends with the Association or Link. The Host, or the Trunk, may still cancel.",
    strength: "recommended",
    kind: "guard",
    raises: [
      "NOT_AUTHORIZED_ADMIN",
      "MAIN_ADMIN_REQUIRED",
      "WHOLE_ORG_EXIT_HOST_ONLY",
      "UNLINK_TRUNK_ONLY",
      "NOT_A_MEMBER",
      "NOT_LINKED",
    ],
    numbers: ["exitNoticeDays"],
    options: ["memberExit", "branchExit"],
    ambiguities: ["AMB-32"],
    status: "active",
  },
  {
    id: "EXIT-08",
    title: "A Member can be suspended and resumed",
    source: [],
    reading:
      "While a Member is suspended in a Space by its Host, everything of it stays and goes on being kept, but " +
      "its people do not act there: no entry, no contacts, no groups, no app, no task. Nobody else sees them, " +
      "can pick them, route to them or add them. Open tasks stay theirs, rules pass them over, and a step for " +
      "which nobody is left is the empty step (FLOW-19). Its admins may still set its scope, ask about " +
      "themselves and leave. Resuming restores everything at once. The Host itself is not suspended, suspending " +
      "twice is quiet, and the suspension ends with the Association.",
    strength: "recommended",
    kind: "guard",
    raises: ["NOT_SPACE_ADMIN", "NOT_A_MEMBER"],
    options: ["suspendedSeats"],
    ambiguities: ["AMB-82"],
    status: "active",
  },
  {
    id: "EXIT-09",
    title: "Coming back within the retention finds the old settings",
    source: [],
    reading:
      "Where the policy keeps them, Folder, types, level, visibility, hiding, the fields shared and the Host's " +
      "counterparts for a Member are kept aside when its Association is cancelled or it leaves. Approved again " +
      "in time and not as fresh, it has them again, as far as what they name still exists. Its scope is that of " +
      "the new application; nothing else comes back, nor anything after a Space or an organization has ended.",
    strength: "recommended",
    kind: "effect",
    raises: [],
    numbers: ["rejoinRetentionDays"],
    ambiguities: ["AMB-83"],
    status: "active",
  },
]);
