import { rules } from "../rule.ts";

/** JOIN: invitation, application, review and limits. */
export const JOIN_RULES = /* @__PURE__ */ rules([
  {
    id: "JOIN-01",
    title: "Invitation by QR code or link",
    source: [
      { sentence: "S19", text: "企业建立上下游组织，邀请合作伙伴加入" },
      { sentence: "S88", text: "管理员可以把空间的二维码或者邀请链接发送给需要加入空间的组织" },
    ],
    reading:
      "When a Space admin asks for an invitation, one is issued as a QR code or a link; both " +
      "forms have the same effect.",
    strength: "stated",
    kind: "effect",
    raises: ["NOT_SPACE_ADMIN"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "JOIN-02",
    title: "An invitation only opens the way to apply",
    source: [
      { sentence: "S89", text: "申请加入后" },
      { sentence: "S90", text: "由上下游组织的管理员审核申请，通过后即可加入" },
    ],
    reading:
      "An invitation admits nobody by itself. It belongs to the Space: many organizations may " +
      "use it, and one may use it again after a rejection or an exit. It has no lifetime but " +
      "what it was issued with; an unknown, revoked or expired one is refused.",
    strength: "derived",
    kind: "guard",
    raises: [],
    ambiguities: ["AMB-37"],
    status: "active",
  },
  {
    id: "JOIN-03",
    title: "The invited organization's admin applies",
    source: [
      { sentence: "S84", text: "上下游组织申请/创建/发起/管理" },
      { sentence: "S89", text: "这些组织的主管理员通过扫码或打开链接申请加入" },
    ],
    reading:
      "When an authorized admin of an organization applies on its behalf with a valid " +
      "invitation, a pending application with its sync scope is recorded, and nothing else " +
      "changes: no Roster, no count. Under memberSideActor main-admin-only a sub-admin is " +
      "refused.",
    strength: "stated",
    kind: "effect",
    raises: ["NOT_AUTHORIZED_ADMIN"],
    options: ["memberSideActor"],
    ambiguities: ["AMB-04"],
    status: "active",
  },
  {
    id: "JOIN-04",
    title: "The application names the sync scope",
    source: [
      {
        sentence: "S91",
        text: "可以设置本组织哪些人或者部门需要加入空间，也可以选择整个组织架构加入",
      },
    ],
    reading:
      "The scope of an application is the whole organization or any mixture of departments and " +
      "people of the applicant. Naming anything outside its own directory is refused. A scope " +
      "left out is empty: the organization joins with nobody and can add people later.",
    strength: "stated",
    kind: "guard",
    raises: ["UNKNOWN_PERSON", "UNKNOWN_DEPARTMENT"],
    ambiguities: ["AMB-45"],
    status: "active",
  },
  {
    id: "JOIN-05",
    title: "A Space admin reviews",
    source: [{ sentence: "S90", text: "由上下游组织的管理员审核申请，通过后即可加入" }],
    reading:
      "When a Space admin approves a pending application and every limit holds, the organization " +
      "is a Member at once: its Roster is the scope evaluated on its directory of that moment, " +
      "its visibility is the default of VIS-02, its Folder is the root. A rejection changes only " +
      "the status of the application.",
    strength: "stated",
    kind: "effect",
    raises: ["NOT_SPACE_ADMIN"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "JOIN-06",
    title: "Rejection is not final",
    source: [],
    reading:
      "After a rejection, a withdrawal or an exit, an organization that applies again gets a new " +
      "application. There is no waiting time and no maximum.",
    strength: "recommended",
    kind: "effect",
    raises: [],
    ambiguities: ["AMB-37"],
    status: "active",
  },
  {
    id: "JOIN-07",
    title: "No duplicate applications",
    source: [{ sentence: "S89", text: "申请加入" }],
    reading:
      "An organization that already has a pending application to the Space, is already a Member " +
      "of it, or is its Host cannot apply to it.",
    strength: "derived",
    kind: "guard",
    raises: ["HOST_CANNOT_JOIN_OWN_SPACE"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "JOIN-08",
    title: "Limits bind at approval",
    source: [
      { sentence: "S78", text: "每个空间最高可以添加3000人" },
      { sentence: "S80", text: "一个组织最多加入几个上下游组织？5个" },
      { sentence: "S81", text: "一个上下游组织最多可以邀请多少个组织加入？800个" },
      { sentence: "S90", text: "通过后即可加入" },
    ],
    reading:
      "JOIN-10, JOIN-11 and CAP-01 are decided when an application is approved, on the state of " +
      "that moment; a pending application reserves nothing. A refused approval leaves the " +
      "application pending, to be approved once there is room.",
    strength: "derived",
    kind: "guard",
    raises: ["JOIN_LIMIT_EXCEEDED", "MEMBER_ORG_LIMIT_EXCEEDED", "PERSON_CAP_EXCEEDED"],
    numbers: ["joinLimit", "memberOrgCap", "personCap"],
    ambiguities: ["AMB-07"],
    status: "active",
  },
  {
    id: "JOIN-09",
    title: "Nobody enters by halves",
    source: [
      { sentence: "S78", text: "最高可以添加3000人" },
      { sentence: "S91", text: "选择整个组织架构加入" },
    ],
    reading:
      "An approval that would bring the Space above its person cap is refused as a whole; no " +
      "part of the organization enters.",
    strength: "derived",
    kind: "guard",
    raises: ["PERSON_CAP_EXCEEDED"],
    numbers: ["personCap"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "JOIN-10",
    title: "Five Spaces per Member",
    source: [{ sentence: "S80", text: "一个组织最多加入几个上下游组织？5个" }],
    reading:
      "An organization that is a Member of 5 Spaces can neither be approved for a sixth nor " +
      "apply for one. Leaving a Space by EXIT-01 frees a place at once; pending applications and " +
      "hosted Spaces do not count, and certification makes no difference.",
    strength: "stated",
    kind: "number",
    raises: [],
    numbers: ["joinLimit"],
    ambiguities: ["AMB-07"],
    status: "active",
  },
  {
    id: "JOIN-11",
    title: "Eight hundred Members per Space",
    source: [{ sentence: "S81", text: "一个上下游组织最多可以邀请多少个组织加入？800个" }],
    reading:
      "A Space with 800 Members takes no further approval; the Host does not count, and an exit " +
      "frees a place at once. Applications to a full Space may still be filed and stay pending. " +
      "The 800 cannot be expanded.",
    strength: "stated",
    kind: "number",
    raises: [],
    numbers: ["memberOrgCap"],
    ambiguities: ["AMB-08"],
    status: "active",
  },
  {
    id: "JOIN-12",
    title: "Batch invitation for key accounts",
    source: [
      { sentence: "S87", text: "需要得到这个组织管理员的确认，否则会出现安全隐患" },
      { sentence: "S98", text: "目前针对大客户有批量邀请的API，具体请联系对应的商务或运营同学" },
    ],
    reading:
      "For a Host enabled for it, a Space admin submits a list of organizations and one " +
      "invitation per organization is issued in a single step; duplicates, the Host itself and " +
      "present Members are reported and skipped. Each organization must still apply and be " +
      "reviewed. Hosts that are not enabled are refused.",
    strength: "stated",
    kind: "effect",
    raises: ["NOT_SPACE_ADMIN"],
    ambiguities: ["AMB-36"],
    status: "active",
  },
  {
    id: "JOIN-13",
    title: "An invitation may be addressed",
    source: [],
    reading:
      "An invitation may be issued for named organizations, which are not looked up. An authorized " +
      "admin of any other one that applies with it is refused, and no use is counted; of whom it is " +
      "meant for it learns nothing else. For those named all stays as it is: end, uses, revoking, " +
      "review. What a batch issues is addressed to whom it is meant for where the policy says so. An " +
      "invitation that is not valid is not valid to anybody.",
    strength: "recommended",
    kind: "guard",
    raises: ["MALFORMED"],
    numbers: ["invitationAddresseesMax"],
    options: ["batchInvitationUse"],
    ambiguities: ["AMB-76"],
    status: "active",
  },
  {
    id: "JOIN-14",
    title: "Inviting again extends or replaces, never doubles",
    source: [],
    reading:
      "An organization that has an open invitation meant for it alone, and is invited again alone, gets no " +
      "second one: the open one is extended to the later end and the larger number of uses, and the id asked for " +
      "stays free. Under other values the open one is replaced, the second one is refused and skipped in a batch, or " +
      "both stand. A batch skips whoever waits for a decision. What is revoked, expired or used up never " +
      "stands in the way.",
    strength: "recommended",
    kind: "effect",
    raises: [],
    options: ["reinvitation"],
    ambiguities: ["AMB-77"],
    status: "active",
  },
  {
    id: "JOIN-15",
    title: "An application has a lifetime",
    source: [],
    reading:
      "An application ends the given days after its submission, or with the invitation it used, " +
      "whichever the policy has and comes first; without either it has no end. From its end on it can " +
      "be neither approved, rejected nor withdrawn, and the organization may apply anew, which " +
      "closes it in the same step and gives its use of the invitation back. What the policy says " +
      "later changes no end.",
    strength: "recommended",
    kind: "number",
    raises: [],
    numbers: ["applicationLifetimeDays", "invitationCoversReview"],
    ambiguities: ["AMB-78"],
    status: "active",
  },
  {
    id: "JOIN-16",
    title: "A rejection gives its reason and starts a pause",
    source: [],
    reading:
      "Where the policy has it, a rejection without a reason, or with white space only, is refused, and " +
      "after a rejection the organization does not apply again for so many days. An invitation addressed " +
      "to it after the rejection lifts the pause. A withdrawal, an expiry and an exit start none. What the policy " +
      "says later changes no pause.",
    strength: "recommended",
    kind: "number",
    raises: [],
    numbers: ["reapplyPauseDays"],
    options: ["rejectionReason"],
    ambiguities: ["AMB-79"],
    status: "active",
  },
  {
    id: "JOIN-17",
    title: "Nobody reviews their own application",
    source: [],
    reading:
      "Whoever submitted an application does not approve it for the Host, through whichever organization; " +
      "under another value nobody in service in the organization that applies does. Rejecting is free: it " +
      "grants nothing.",
    strength: "recommended",
    kind: "guard",
    raises: [],
    options: ["reviewerIndependence"],
    ambiguities: ["AMB-80"],
    status: "active",
  },
  {
    id: "JOIN-18",
    title: "Both sides know where it stands and what it would take",
    source: [],
    reading:
      "A submission, a withdrawal, a decision and the end of an Association are told to the other side in " +
      "the same step, the end to both. The applicant may ask where its own applications stand. An admin " +
      "of the Space may ask what one pending application would bring: how many departments and people " +
      "its scope names, how many identities and persons would enter by today's directory, how many " +
      "would fit, and with what its approval would be refused; numbers only, never names. A refusal for want of " +
      "places tells the organization whose limit it is how many were needed.",
    strength: "recommended",
    kind: "effect",
    raises: [
      "NOT_AUTHORIZED_ADMIN",
      "NOT_SPACE_ADMIN",
      "UNKNOWN_APPLICATION",
      "PERSON_CAP_EXCEEDED",
      "LICENSE_POOL_EXHAUSTED",
    ],
    ambiguities: ["AMB-81"],
    status: "active",
  },
  {
    id: "JOIN-19",
    title: "End and uses of an invitation",
    source: [],
    reading:
      "An invitation whose end is not later than its issue is refused. Its uses are the " +
      "organizations that it made Members, each once and for good, and the applications pending " +
      "through it: one that is withdrawn or rejected gives its use back. Whoever it made a Member " +
      "may use it again after leaving, which is no new use.",
    strength: "recommended",
    kind: "guard",
    raises: ["MALFORMED", "INVITATION_NOT_VALID"],
    ambiguities: ["AMB-126"],
    status: "active",
  },
]);
