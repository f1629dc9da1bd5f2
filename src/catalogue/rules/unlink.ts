import { rules } from "../rule.ts";

/** UNLINK: how Links end. */
export const UNLINK_RULES = /* @__PURE__ */ rules([
  {
    id: "UNLINK-01",
    title: "The Trunk cancels",
    source: [{ sentence: "H66", text: "解除关联组织关系" }],
    reading:
      "A Trunk admin cancels the Link of a Branch; only the Trunk of that Link can. The Branch " +
      "may apply again.",
    strength: "stated",
    kind: "effect",
    raises: ["NOT_TRUNK_ADMIN", "NOT_LINKED"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "UNLINK-02",
    title: "A Branch empties, it does not leave",
    source: [],
    reading:
      "A Branch's admin cannot cancel; it can take everybody out, share nothing and narrow its " +
      "reach. Under branchExit own-admin its Hierarchy admins, under main-admin a main admin, may " +
      "end the Link by a command of their own.",
    strength: "recommended",
    kind: "guard",
    raises: ["NOT_AUTHORIZED_ADMIN", "MAIN_ADMIN_REQUIRED"],
    options: ["branchExit"],
    ambiguities: ["AMB-72"],
    status: "active",
  },
  {
    id: "UNLINK-03",
    title: "What ends, above and below, in one step",
    source: [{ sentence: "S107", text: "从而使整个成员组织退出上下游组织" }],
    reading:
      "With a Link everybody on it leaves, and all that the two sides had set; whoever reached " +
      "the Branch or somebody below it through this Link alone does so no more. The organizations " +
      "below a Branch stay its Branches. Numbers are free again. The admins of both sides are " +
      "told.",
    strength: "derived",
    kind: "effect",
    raises: [],
    ambiguities: ["AMB-73"],
    status: "active",
  },
  {
    id: "UNLINK-04",
    title: "An organization ends, and its Links with it",
    source: [],
    reading:
      "When an organization ends, all its Links end, as Branch and as Trunk, in that one step; " +
      "its Branches are free of it and nobody else's. A suspended one keeps its Links. Closing " +
      "the capability ends nothing.",
    strength: "derived",
    kind: "effect",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "UNLINK-05",
    title: "Linking again starts clean",
    source: [],
    reading:
      "A new Link between the same two has the settings of its own application and approval; " +
      "nothing of the former one comes back.",
    strength: "recommended",
    kind: "effect",
    raises: [],
    ambiguities: ["AMB-75"],
    status: "active",
  },
]);
