import { rules } from "../rule.ts";

/** LIAISON: persons responsible, department by department. */
export const LIAISON_RULES = /* @__PURE__ */ rules([
  {
    id: "LIAISON-01",
    title: "Roles and offices",
    source: [
      { sentence: "H11", text: "在应用的接口人设置中，添加接口人配置…设置各部门的接口人" },
      { sentence: "H52", text: "接口人相当于一个部门对应的负责人" },
    ],
    reading:
      "An organization defines liaison roles, up to liaisonRoleLimit, and sets for a role and a " +
      "node the people who hold the office, up to liaisonLimit and in order. Nodes: a department " +
      "of its own, an organization it reaches, a department of such a one that its scope takes " +
      "in. People: whoever is in its book. A list replaces the one before; an empty one makes the " +
      "office vacant.",
    strength: "stated",
    kind: "guard",
    raises: ["MALFORMED", "NOT_TRUNK_ADMIN", "UNKNOWN_DEPARTMENT", "NOT_LINKED"],
    numbers: ["liaisonRoleLimit", "liaisonLimit"],
    ambiguities: ["AMB-65"],
    status: "active",
  },
  {
    id: "LIAISON-02",
    title: "The nearest office decides",
    source: [{ sentence: "H18", text: "村、镇审批人（接口人）、县审批人" }],
    reading:
      "For each department of the initiator: it, those above it, the organization, its mount and " +
      "what is above that, the Trunk of that Link, and so on along the line. The first node with " +
      "a filled office of the role decides; those found are taken together, each once. A holder " +
      "who is suspended is passed over, or stood in for, and the office is filled all the same.",
    strength: "recommended",
    kind: "effect",
    raises: [],
    ambiguities: ["AMB-65"],
    status: "active",
  },
  {
    id: "LIAISON-03",
    title: "A vacant office parks, it never approves",
    source: [],
    reading:
      "A step whose role finds nobody is one parked task for the admins of the organization that " +
      "built the app. The last holder leaving, or the setting of an empty list, is told to the " +
      "admins of the Trunk and of the node's organization. A question lists what has no office at " +
      "or above it.",
    strength: "recommended",
    kind: "effect",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "LIAISON-04",
    title: "A leaving liaison hands the office over",
    source: [
      { sentence: "S09", text: "对接人工作交接给谁" },
      { sentence: "S29", text: "第一时间有交接" },
    ],
    reading:
      "When a holder resigns or is in the book no more, each office passes in the same step to the " +
      "successor named with the fact, else to the registered one, if they are of the same " +
      "organization, in the book, and do not hold it yet; otherwise the name is struck. " +
      "Relocation and a new id change no office.",
    strength: "recommended",
    kind: "effect",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "LIAISON-05",
    title: "Kept by the Branch where the Trunk allows",
    source: [{ sentence: "H54", text: "实现管理职责下放" }],
    reading:
      "A role is kept by the Trunk, or by the organizations themselves: then the Hierarchy admins " +
      "of one that it reaches set the offices of that organization and its departments, with " +
      "people of their own. The Trunk keeps its own right.",
    strength: "recommended",
    kind: "guard",
    raises: ["NOT_TRUNK_ADMIN", "LIAISON_NOT_ELIGIBLE"],
    ambiguities: [],
    status: "active",
  },
]);
