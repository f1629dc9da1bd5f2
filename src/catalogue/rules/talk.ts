import { rules } from "../rule.ts";

/** TALK: groups in a hierarchy. */
export const TALK_RULES = /* @__PURE__ */ rules([
  {
    id: "TALK-01",
    title: "Trunk groups",
    source: [
      {
        sentence: "H04",
        text: "主干组织的成员可以直接与分支组织的成员进行沟通和协作，无需额外的添加或搜索",
      },
      { sentence: "H45", text: "人员结构实时同步" },
    ],
    reading:
      "A group may belong to a Trunk: everybody in its book may start one and take part; whoever " +
      "adds sees the added person in that book, unless groupInviteRequiresVisibility is off. " +
      "Whoever is in the book no more leaves the Trunk's groups at once, and no others.",
    strength: "recommended",
    kind: "guard",
    raises: ["UNKNOWN_GROUP", "NOT_ON_LINK", "NOT_VISIBLE"],
    ambiguities: [],
    status: "active",
  },
]);
