import { rules } from "../rule.ts";

/** ROSTER: sync scope and synchronization. */
export const ROSTER_RULES = /* @__PURE__ */ rules([
  {
    id: "ROSTER-01",
    title: "Each organization sets its own scope",
    source: [
      {
        sentence: "S92",
        text: "不管是创建空间的组织，还是申请加入空间的组织，均可以设置本组织哪些人或者部门需要加入空间",
      },
    ],
    reading:
      "The Host and each Member set their own sync scope in a Space through an authorized admin " +
      "of their own, and their part of the Roster follows. The Host has no privilege: it too has " +
      "only the people it selects. Nobody can set the scope of another organization.",
    strength: "stated",
    kind: "guard",
    raises: ["NOT_AUTHORIZED_ADMIN", "MAIN_ADMIN_REQUIRED", "SCOPE_OUTSIDE_OWN_ORGANIZATION"],
    options: ["memberSideActor"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "ROSTER-02",
    title: "What a scope may select",
    source: [{ sentence: "S91", text: "哪些人或者部门…也可以选择整个组织架构加入" }],
    reading:
      "A scope is the whole organization, or any set of departments and single people, plus " +
      "exclusions (ROSTER-04). The whole organization includes people who sit at the root or in " +
      "no department.",
    strength: "stated",
    kind: "invariant",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "ROSTER-03",
    title: "A department includes everything below it",
    source: [{ sentence: "S93", text: "此人或者此部门" }],
    reading:
      "A selected department covers every person in service in it or in any department below it, " +
      "now and in future.",
    strength: "recommended",
    kind: "invariant",
    raises: [],
    ambiguities: ["AMB-12"],
    status: "active",
  },
  {
    id: "ROSTER-04",
    title: "How selections and exclusions combine",
    source: [{ sentence: "S108", text: "从而使特定人员或部门退出上下游组织" }],
    reading:
      "A person not in service is out. Otherwise a rule on the person decides, the latest one " +
      "replacing the earlier; else, for each department of the person, the nearest rule at or " +
      "above it decides, the whole-organization selection being a rule at the root, and one " +
      "department that says in suffices; else the person is out. Synchronization never overrides " +
      "an exclusion.",
    strength: "recommended",
    kind: "invariant",
    raises: [],
    ambiguities: ["AMB-12", "AMB-14"],
    status: "active",
  },
  {
    id: "ROSTER-05",
    title: "Hire",
    source: [
      { sentence: "S93", text: "当此人或者此部门出现入转调离时，相关变动会自动同步至上下游组织内" },
    ],
    reading:
      "A person hired into an organization of the Space and thereby in scope is on the Roster in " +
      "the same step, unless the cap is full (CAP-04). Out of scope, nothing changes in the " +
      "Space. The hire itself is always recorded.",
    strength: "stated",
    kind: "effect",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "ROSTER-06",
    title: "Confirmation",
    source: [{ sentence: "S93", text: "入转调离" }],
    reading:
      "When the employment of a probationer on the Roster is confirmed, presence does not change " +
      "and the changed fields synchronize. A change of department is a relocation (ROSTER-07) " +
      "instead.",
    strength: "recommended",
    kind: "effect",
    raises: [],
    ambiguities: ["AMB-13"],
    status: "active",
  },
  {
    id: "ROSTER-07",
    title: "Relocation",
    source: [{ sentence: "S93", text: "入转调离" }],
    reading:
      "When the departments of a person change, presence in every Space is evaluated again: " +
      "newly in scope, the identity enters (CAP-04 applies); no longer in scope, it leaves with " +
      "EXIT-04; in scope before and after, it stays without interruption and keeps licenses and " +
      "groups.",
    strength: "stated",
    kind: "effect",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "ROSTER-08",
    title: "Resignation",
    source: [{ sentence: "S73", text: "离职自动退出" }],
    reading:
      "A resignation takes the identity off every Roster as RESIGN-01 says, whether it was " +
      "selected by name, by department or with the whole organization.",
    strength: "stated",
    kind: "effect",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "ROSTER-09",
    title: "Changes of departments",
    source: [{ sentence: "S93", text: "此人或者此部门出现入转调离时" }],
    reading:
      "When a department is created, renamed, moved or removed, everybody below it is evaluated " +
      "again as in ROSTER-07. A removed department disappears from scopes; one moved into a " +
      "selected branch brings its people in, one moved out takes them out.",
    strength: "stated",
    kind: "effect",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "ROSTER-10",
    title: "Changes take effect at once",
    source: [{ sentence: "S94", text: "人员或字段同步需要多久生效？实时生效" }],
    reading:
      "Every change of directory or scope shows in Roster, visibility, groups, licenses and " +
      "routing of the resulting state. No pending synchronization can be observed.",
    strength: "stated",
    kind: "invariant",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "ROSTER-11",
    title: "Fields synchronize as well",
    source: [{ sentence: "S94", text: "人员或字段同步" }],
    reading:
      "When fields of a person (name, title, department and so on) change in the home " +
      "organization, the Space shows the new ones at once. The home organization is their only " +
      "source; nobody edits them inside a Space.",
    strength: "stated",
    kind: "view",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "ROSTER-12",
    title: "Host people must be added, too",
    source: [
      {
        sentence: "S49",
        text: "若主干组织中的某人A需要与上下游组织人员做业务协同，需要将A其加入到上下游组织中",
      },
    ],
    reading:
      "A Host employee who is not on the Roster is not available for Downstream work: not in the " +
      "form picker of the Space, not in its cooperation groups, and without entry to it. Being " +
      "an employee or an admin of the Host is not enough.",
    strength: "stated",
    kind: "guard",
    raises: [],
    ambiguities: ["AMB-43"],
    status: "active",
  },
  {
    id: "ROSTER-13",
    title: "A new scope is a difference",
    source: [
      { sentence: "S41", text: "下游成员若离职则Licence自动去除" },
      { sentence: "S93", text: "自动同步" },
      { sentence: "S111", text: "如果从原组织中离职，则自动退出上下游组织和合作群" },
    ],
    reading:
      "When one scope replaces another, only the people leaving lose anything and only the " +
      "people entering count as entrants. Those in both keep groups, licenses and tasks.",
    strength: "derived",
    kind: "effect",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "ROSTER-14",
    title: "One person in two organizations",
    source: [{ sentence: "S71", text: "用户 b 既在上游组织，也在下游组织" }],
    reading:
      "A person present in a Space through several organizations has one identity and one Roster " +
      "entry for each. Losing one of them does not touch the others.",
    strength: "derived",
    kind: "invariant",
    raises: [],
    ambiguities: ["AMB-09"],
    status: "active",
  },
  {
    id: "ROSTER-15",
    title: "Only people in service",
    source: [
      { sentence: "S10", text: "对接人是不是A公司的员工？突如其来的“飞单”……" },
      { sentence: "S28", text: "人员身份可信—避免外部对接人员非在职" },
    ],
    reading:
      "No Roster, group, license, waiting list or open task ever refers to an identity that is " +
      "not in service in its home organization.",
    strength: "stated",
    kind: "invariant",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "ROSTER-16",
    title: "An exclusion never weakens by itself",
    source: [],
    reading:
      "A removed department that a scope excludes counts for this scope as still standing where " +
      "it stood, as an exclusion and as nothing else: whoever was in it or below it stays out as " +
      "far as they would have been, and so does whoever is reported in it later. This ends for a " +
      "person with a fact or line that changes their placements, for a sub-department with one " +
      "that moves it, for both when an admin puts them in or takes the exclusion back, and with " +
      "no retention. A scope set as a whole may name it again among its exclusions.",
    strength: "recommended",
    kind: "view",
    raises: [],
    ambiguities: ["AMB-115"],
    status: "active",
  },
]);
