import { rules } from "../rule.ts";

/** BOTH: both relations between the same organizations. */
export const BOTH_RULES = /* @__PURE__ */ rules([
  {
    id: "BOTH-01",
    title: "Side by side",
    source: [{ sentence: "S05", text: "钉钉关联组织（现更名为上下级组织）、钉钉上下游组织" }],
    reading:
      "Two organizations may be joined by a Link and be Host and Member of a Space at the same " +
      "time, in either direction. Each relation has its own application, scope, Roster, sight, " +
      "publication, groups, door and end, and nothing done in one changes the other. An app may be " +
      "published and distributed; each door asks its own conditions. A Member's part of a Space " +
      "holds its own people only, never those of its Branches.",
    strength: "derived",
    kind: "guard",
    raises: ["NOT_IN_SPACE", "NOT_ON_LINK", "SCOPE_OUTSIDE_OWN_ORGANIZATION"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "BOTH-02",
    title: "Numbers stay apart",
    source: [
      { sentence: "S77", text: "一个认证组织默认可以创建10个免费的上下游组织" },
      { sentence: "S78", text: "每个空间最高可以添加3000人" },
      { sentence: "S80", text: "一个组织最多加入几个上下游组织？5个" },
      { sentence: "S81", text: "一个上下游组织最多可以邀请多少个组织加入？800个" },
    ],
    reading:
      "Links count towards no limit of Spaces, Spaces and Associations towards none of hierarchies. " +
      "A person licensed by one pool in a linked unit and in the Hierarchy unit uses two licenses, " +
      "or one where licenseCounting is distinct-person.",
    strength: "derived",
    kind: "guard",
    raises: [
      "JOIN_LIMIT_EXCEEDED",
      "TRUNK_LIMIT_EXCEEDED",
      "MEMBER_ORG_LIMIT_EXCEEDED",
      "BRANCH_LIMIT_EXCEEDED",
      "SPACE_QUOTA_EXCEEDED",
      "PERSON_CAP_EXCEEDED",
      "LICENSE_LINK_LIMIT_EXCEEDED",
      "LICENSE_POOL_EXHAUSTED",
    ],
    ambiguities: [],
    status: "active",
  },
]);
