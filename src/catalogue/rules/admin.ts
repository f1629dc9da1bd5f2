import { rules } from "../rule.ts";

/** ADMIN: who may do what. */
export const ADMIN_RULES = /* @__PURE__ */ rules([
  {
    id: "ADMIN-01",
    title: "Two roles may create and manage",
    source: [
      { sentence: "S82", text: "认证组织的主管理员或有上下游组织权限点的子管理员" },
      { sentence: "S84", text: "1.任意主管理员2.有上下游组织权限点的子管理员" },
    ],
    reading:
      "Applying for, creating, initiating or managing a Space on behalf of an organization is " +
      "open to any main admin of that organization and to its sub-admins who hold the Space " +
      "permission, and to nobody else.",
    strength: "stated",
    kind: "guard",
    raises: [],
    options: ["memberSideActor"],
    ambiguities: ["AMB-03", "AMB-04"],
    status: "active",
  },
  {
    id: "ADMIN-02",
    title: "Employees and plain sub-admins may not",
    source: [{ sentence: "S86", text: "普通成员甚至子管理员都不能创建并管理上下游组织" }],
    reading:
      "An ordinary employee, or a sub-admin without the Space permission, is refused every " +
      "command of ADMIN-01, because synchronizing a Roster reaches into the whole directory.",
    strength: "stated",
    kind: "guard",
    raises: ["NOT_AUTHORIZED_ADMIN"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "ADMIN-03",
    title: "Each organization confirms for itself",
    source: [{ sentence: "S87", text: "需要得到这个组织管理员的确认，否则会出现安全隐患" }],
    reading:
      "An organization becomes a Member only if its own authorized admin applied. An invitation, " +
      "a batch invitation or a decision of the Host never suffices, and approving what nobody " +
      "applied for is refused.",
    strength: "stated",
    kind: "guard",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "ADMIN-04",
    title: "Authority ends at the organization",
    source: [
      { sentence: "S90", text: "由上下游组织的管理员审核申请" },
      { sentence: "S105", text: "不可以" },
      { sentence: "S108", text: "成员组织的主管理员可以管理关联到上下游组织的人员" },
    ],
    reading:
      "The authorized admins of the Host are the Space admins and decide about the Space: " +
      "invitations, review, visibility, Folders, canceling an Association, publication, " +
      "licenses. The authorized admins of a Member decide about its own part of the Roster only. " +
      "Nobody has authority in another organization, not even inside a shared Space.",
    strength: "derived",
    kind: "guard",
    raises: ["NOT_AUTHORIZED_ADMIN", "MEMBER_ROSTER_NOT_MANAGEABLE"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "ADMIN-05",
    title: "Authority lapses with the role",
    source: [{ sentence: "S82", text: "主管理员或有上下游组织权限点的子管理员" }],
    reading:
      "Authority is judged at the moment of the command, so an admin who lost the permission, " +
      "the role or the job is refused. Whatever they set up before (Spaces, invitations, " +
      "applications, grants) stays valid.",
    strength: "derived",
    kind: "guard",
    raises: ["NOT_AUTHORIZED_ADMIN", "NOT_SPACE_ADMIN"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "ADMIN-06",
    title: "The last admin is gone",
    source: [],
    reading:
      "When by one step an organization loses its last admin who may act (by departure, a role or " +
      "permission withdrawn, or suspension), one notice goes to the Space admins of every Space " +
      "it is a Member of and to the platform; nothing else changes, and no fact is refused for " +
      "it. When it has one again, that person is told how many parked tasks, held lists and " +
      "pending applications wait, if any do. While it has none, platform support may confirm or " +
      "discard its held lists.",
    strength: "recommended",
    kind: "effect",
    raises: ["NOT_AUTHORIZED_ADMIN"],
    ambiguities: ["AMB-124"],
    status: "active",
  },
]);
