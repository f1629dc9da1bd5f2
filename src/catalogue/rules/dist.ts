import { rules } from "../rule.ts";

/** DIST and ROUTE: apps that go down through Links, and the door through which they are used. */
export const DIST_RULES = /* @__PURE__ */ rules([
  {
    id: "DIST-01",
    title: "A Trunk distributes its own apps downwards",
    source: [
      { sentence: "H08", text: "上级组织搭建宜搭应用" },
      { sentence: "H09", text: "上级组织将应用分发到下级组织工作台" },
    ],
    reading:
      "A Trunk admin distributes an app that the Trunk built, once; it covers organizations at " +
      "every level that the Trunk reaches, and there is no limit to their number. A middle " +
      "organization distributes its own apps in the same way; it cannot pass on what it received.",
    strength: "stated",
    kind: "guard",
    raises: ["NOT_TRUNK_ADMIN", "UNKNOWN_APP", "HIERARCHY_NOT_OPEN", "EDITION_NOT_SUPPORTED"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "DIST-02",
    title: "To whom; later organizations need no extra work",
    source: [
      {
        sentence: "H37",
        text: "distribute it to the subordinate urban education bureau and schools",
      },
    ],
    reading:
      "A distribution goes to everybody whom the Trunk reaches, or to a list of organizations, " +
      "mounts, labels, levels, departments and people. An organization, mount or label includes " +
      "everything reached through it, unless it says alone. The list is evaluated on the tree of " +
      "the moment.",
    strength: "derived",
    kind: "guard",
    raises: ["UNKNOWN_PERSON", "UNKNOWN_DEPARTMENT", "NOT_LINKED", "APP_NOT_AUTHORIZED"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "DIST-03",
    title: "Installed automatically, or after the Branch confirms",
    source: [
      {
        sentence: "H16",
        text: "如果勾选了自动安装，那么分发应用之后就会自动安装到工作台，没有勾选，在分发应用时会发一个通知确认是否安装到工作台",
      },
    ],
    reading:
      "With automatic installation the app is on the workbench of every organization covered, " +
      "also of those covered later; without it one notice asks their Hierarchy admins. An " +
      "organization's own word beats the Trunk's choice until the app is withdrawn or the list " +
      "covers it no more.",
    strength: "stated",
    kind: "effect",
    raises: ["NOT_AUTHORIZED_ADMIN", "BRANCH_NOT_MANAGEABLE", "APP_NOT_PUBLISHED"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "DIST-04",
    title: "Installation shows, it does not permit",
    source: [
      {
        sentence: "H28",
        text: "Installation and uninstallation only control the visibility of the application",
      },
      { sentence: "H05", text: "分支组织的成员可以访问主干组织的工作台，使用应用" },
    ],
    reading:
      "One's own organization's workbench shows the installed apps whose list covers one; the " +
      "Trunk's workbench shows all whose list covers one. Use does not ask for installation, " +
      "unless useNeedsInstallation.",
    strength: "stated",
    kind: "guard",
    raises: ["APP_NOT_PUBLISHED"],
    options: ["useNeedsInstallation"],
    ambiguities: ["AMB-63"],
    status: "active",
  },
  {
    id: "DIST-05",
    title: "Withdrawal",
    source: [],
    reading:
      "The app is gone from all workbenches at once and cannot be used through the Trunk; what " +
      "was decided about its installation is forgotten. Data stay, and the Trunk's own people go " +
      "on.",
    strength: "recommended",
    kind: "effect",
    raises: ["NOT_TRUNK_ADMIN", "APP_NOT_PUBLISHED"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "DIST-06",
    title: "Governance stays with the Trunk",
    source: [
      {
        sentence: "H32",
        text: "Centralized management of reporting data and approval applications by superior organizations",
      },
      { sentence: "H07", text: "集团总公司可以设定分公司的权限范围" },
    ],
    reading: "Nobody of an organization below governs a Trunk's app, its admins included.",
    strength: "stated",
    kind: "guard",
    raises: ["NOT_TRUNK_ADMIN", "APP_GOVERNANCE_HOST_ONLY"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "DIST-07",
    title: "Who may use a distributed app",
    source: [
      { sentence: "H13", text: "可访问应用的群体分为两类：（1）上下级组织内的成员" },
      { sentence: "H17", text: "被加入上下级组织的成员…即可访问表单，提交申请" },
    ],
    reading:
      "Whoever acts through a Trunk is of an organization that it reaches, in service, present " +
      "for it, covered by the list, and licensed, with the gates open and the app distributed; " +
      "what is missing is told in the ranked order.",
    strength: "stated",
    kind: "guard",
    raises: [
      "UNKNOWN_TRUNK",
      "ACTING_ORG_INVALID",
      "APP_NOT_PUBLISHED",
      "NOT_ON_LINK",
      "APP_NOT_AUTHORIZED",
      "LICENSE_REQUIRED",
    ],
    ambiguities: [],
    status: "active",
  },
  {
    id: "DIST-08",
    title: "Features as for the Trunk's own people",
    source: [{ sentence: "H18", text: "操作同宜搭原有功能" }],
    reading:
      "The closed list of features is not used through a Trunk, unless hierarchyFeatures is " +
      "downstream-list.",
    strength: "recommended",
    kind: "view",
    raises: ["FEATURE_NOT_SUPPORTED_DOWNSTREAM"],
    options: ["hierarchyFeatures"],
    ambiguities: ["AMB-64"],
    status: "active",
  },
  {
    id: "ROUTE-01",
    title: "The door is named",
    source: [{ sentence: "H05", text: "分支组织的成员可以访问主干组织的工作台，使用应用" }],
    reading:
      "Every use names the acting organization and at most one door, a Space or a Trunk; none " +
      "means one's own organization's app. A Trunk's people do not act through itself.",
    strength: "derived",
    kind: "guard",
    raises: ["UNKNOWN_TRUNK", "ACTING_ORG_INVALID"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "ROUTE-02",
    title: "Picking from the Trunk",
    source: [
      {
        sentence: "H04",
        text: "主干组织的成员可以直接与分支组织的成员进行沟通和协作，无需额外的添加或搜索",
      },
    ],
    reading:
      "Acting for the organization that built an app one picks its own people in service and, if " +
      "the app is distributed, everybody present for it, whomever its list covers; after them " +
      "those of Spaces where it is published.",
    strength: "derived",
    kind: "guard",
    raises: ["PICK_TARGET_OUTSIDE_SCOPE"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "ROUTE-03",
    title: "Picking from a Branch",
    source: [
      {
        sentence: "H21",
        text: "can the members of the subordinate organization select members or departments of the superior organization in the YIDA form? At present … cannot",
      },
    ],
    reading:
      "Acting through a Trunk one picks people present for it of one's own organization and of " +
      "those that it reaches; under organization its own only, under whole-book everybody in the " +
      "book.",
    strength: "stated",
    kind: "guard",
    raises: ["PICK_TARGET_OUTSIDE_SCOPE"],
    options: ["branchPickScope"],
    ambiguities: ["AMB-68"],
    status: "active",
  },
  {
    id: "ROUTE-04",
    title: "Rules may appoint across levels",
    source: [{ sentence: "H18", text: "村、镇审批人（接口人）、县审批人，收到审批任务" }],
    reading:
      "Whoever a rule appoints in an instance started through a Trunk is in service there, or " +
      "present for it. A definition can name people and departments of that book.",
    strength: "stated",
    kind: "guard",
    raises: ["UNKNOWN_PERSON", "UNKNOWN_DEPARTMENT"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "ROUTE-05",
    title: "Ad-hoc routing stays in the initiator's organization",
    source: [
      {
        sentence: "H21",
        text: "can the members of the subordinate organization select members or departments of the superior organization in the YIDA form? At present … cannot",
      },
    ],
    reading:
      "The candidates of an instance started through a Trunk are the people of the initiator's " +
      "organization who are present for it; under routingCandidates whole-directory its whole " +
      "directory. Under hierarchyRouting holder-organization they are those of the holder's " +
      "organization, under line those of every organization on the line, the Trunk included. " +
      "Levels, sight, groups and roles widen nothing.",
    strength: "recommended",
    kind: "guard",
    raises: ["ROUTING_TARGET_OUTSIDE_INITIATOR_ORG"],
    options: ["hierarchyRouting"],
    ambiguities: ["AMB-69"],
    status: "active",
  },
]);
