import { rules } from "../rule.ts";

/** LINK: how Links come about. */
export const LINK_RULES = /* @__PURE__ */ rules([
  {
    id: "LINK-01",
    title: "The Trunk invites",
    source: [{ sentence: "H55", text: "集团总公司作为【主干组织】，可以邀请分公司进行关联" }],
    reading:
      "A Trunk admin issues and revokes invitations as a Space admin does: they admit nobody by " +
      "themselves, may be limited in time and uses, and lead to this Trunk. An organization may " +
      "hold invitations of many Trunks.",
    strength: "stated",
    kind: "effect",
    raises: ["NOT_TRUNK_ADMIN", "INVITATION_NOT_VALID", "HIERARCHY_NOT_OPEN"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "LINK-02",
    title: "The Branch's own admin applies, and says what it puts in",
    source: [
      {
        sentence: "H30",
        text: "When associating, select all members of subordinate organizations or departments to join",
      },
      { sentence: "H56", text: "分支组织成员（全部或部分）" },
      { sentence: "H61", text: "分支组织关联到主干时，可选择授权给主干的数据范围" },
    ],
    reading:
      "Besides the scope an application names the reach, the shared data and, to move, the Trunk " +
      "that it replaces. A pending one changes nothing and reserves nothing. A circle, and having " +
      "too many Trunks, show when applying already.",
    strength: "stated",
    kind: "effect",
    raises: [
      "NOT_AUTHORIZED_ADMIN",
      "INVITATION_NOT_VALID",
      "UNKNOWN_PERSON",
      "UNKNOWN_DEPARTMENT",
      "ID_TAKEN",
      "HIERARCHY_CYCLE",
      "SCOPE_OUTSIDE_OWN_ORGANIZATION",
      "TRUNK_LIMIT_EXCEEDED",
    ],
    ambiguities: [],
    status: "active",
  },
  {
    id: "LINK-03",
    title: "Review, singly or in a batch",
    source: [{ sentence: "H60", text: "批量通过伙伴组织的加入申请" }],
    reading:
      "An approval names 1 to batchApproveLimit applications, each with an optional alias and " +
      "mount: all are approved or none, and the refusal names the first by rank, then by the " +
      "order given. At once each is a Branch at the end of the Trunk's order of Links, its people " +
      "in scope on the Link as the directory is now. A rejection may carry a reason; the " +
      "applicant may withdraw while it is pending.",
    strength: "stated",
    kind: "effect",
    raises: [
      "MALFORMED",
      "UNKNOWN_ORGANIZATION",
      "NOT_TRUNK_ADMIN",
      "APPLICATION_REQUIRED",
      "UNKNOWN_DEPARTMENT",
      "UNKNOWN_APPLICATION",
      "APPLICATION_NOT_PENDING",
    ],
    numbers: ["batchApproveLimit"],
    ambiguities: ["AMB-57"],
    status: "active",
  },
  {
    id: "LINK-04",
    title: "No duplicate Links",
    source: [{ sentence: "H60", text: "批量通过伙伴组织的加入申请" }],
    reading:
      "An organization that is a Branch of the Trunk already, or has an application to it " +
      "pending, is refused when it applies.",
    strength: "derived",
    kind: "guard",
    raises: ["APPLICATION_ALREADY_PENDING"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "LINK-05",
    title: "No circles",
    source: [],
    reading:
      "An application, or its approval, is refused if the Trunk is the organization itself or " +
      "below it, by whatever chain and reach. Two chains from one organization to one above are " +
      "no circle.",
    strength: "recommended",
    kind: "guard",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "LINK-06",
    title: "One Branch, several Trunks",
    source: [{ sentence: "H58", text: "获取主干组织列表" }],
    reading:
      "A Branch with n Trunks gets another one exactly if n is below trunkLimit; applying at the " +
      "limit is refused too. Each Link has its own settings; Trunks learn nothing of one another. " +
      "Pending applications, and Links in which the organization is the Trunk, do not count.",
    strength: "derived",
    kind: "number",
    raises: [],
    numbers: ["trunkLimit"],
    ambiguities: ["AMB-54"],
    status: "active",
  },
  {
    id: "LINK-07",
    title: "Size of the tree",
    source: [{ sentence: "H57", text: "不同规格" }],
    reading:
      "An approval is refused if the Trunk would have more Branches than its purchased number " +
      "(where none is reported, branchLimit), a chain more than hierarchyDepth organizations, an " +
      "organization more than ancestorLimit above or descendantLimit below it, counted once each. " +
      "A number lowered below use takes nothing away. Cancelling frees places at once.",
    strength: "recommended",
    kind: "number",
    raises: [],
    numbers: ["branchLimit", "hierarchyDepth", "ancestorLimit", "descendantLimit"],
    ambiguities: ["AMB-55", "AMB-56"],
    status: "active",
  },
  {
    id: "LINK-08",
    title: "Moving under another Trunk",
    source: [],
    reading:
      "Given a Link that its Trunk has released, and an application of the Branch to another " +
      "Trunk that replaces it, the approval ends the one and begins the other in one step, judged " +
      "on the result. A release may be taken back until it is used and changes nothing by itself.",
    strength: "recommended",
    kind: "effect",
    raises: ["NOT_LINKED"],
    ambiguities: ["AMB-58"],
    status: "active",
  },
]);
