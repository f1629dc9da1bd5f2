import { rules } from "../rule.ts";

/** RESIGN: leaving an organization. */
export const RESIGN_RULES = /* @__PURE__ */ rules([
  {
    id: "RESIGN-01",
    title: "Removal everywhere, at once",
    source: [
      { sentence: "S28", text: "避免外部对接人员非在职" },
      { sentence: "S41", text: "Licence自动去除" },
      { sentence: "S73", text: "离职自动退出" },
      { sentence: "S111", text: "从原组织中离职，则自动退出上下游组织和合作群" },
    ],
    reading:
      "When an identity of an organization resigns, it is gone in one step from the directory; " +
      "from Rosters, waiting lists and groups of every Space the organization hosts or joined; " +
      "from license units and their waiting lists; and from scopes, admin roles and authorized " +
      "lists. Its open tasks are handed over (HAND-02) and notices returned (HAND-01). Nobody " +
      "has to act and nothing can refuse it.",
    strength: "stated",
    kind: "effect",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "RESIGN-02",
    title: "Only the identity that resigned",
    source: [{ sentence: "S111", text: "从原组织中离职" }],
    reading:
      "When a person with identities in B and C resigns from B, everything held as B's ends and " +
      "everything held as C's stays, in the same Space too.",
    strength: "derived",
    kind: "invariant",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "RESIGN-03",
    title: "Host employees are no exception",
    source: [
      { sentence: "S92", text: "不管是创建空间的组织，还是申请加入空间的组织" },
      { sentence: "S111", text: "如果从原组织中离职，则自动退出上下游组织和合作群" },
    ],
    reading:
      "RESIGN-01 applies to Host contacts in the same way, and their license in the Host unit is " +
      "released as well.",
    strength: "derived",
    kind: "effect",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "RESIGN-04",
    title: "Coming back is a new hire",
    source: [],
    reading:
      "A person hired again after resigning comes in through department and whole-organization " +
      "selections. Earlier selections and exclusions by name, groups, licenses and roles are not " +
      "restored.",
    strength: "recommended",
    kind: "effect",
    raises: [],
    ambiguities: ["AMB-14"],
    status: "active",
  },
]);
