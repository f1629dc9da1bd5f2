import { rules } from "../rule.ts";

/** FLOW: starting, routing and acting in flows. */
export const FLOW_RULES = /* @__PURE__ */ rules([
  {
    id: "FLOW-01",
    title: "Downstream may see and start flows",
    source: [{ sentence: "S67", text: "下游组织可以看到上游组织发布的应用，并发起流程" }],
    reading:
      "When a Downstream identity on the Roster, authorized and licensed, starts a flow of a " +
      "Host app published to the Space, an instance is created. Only its initiator may withdraw " +
      "it, and an ended instance takes no further act.",
    strength: "stated",
    kind: "effect",
    raises: ["APP_NOT_PUBLISHED", "NOT_IN_SPACE", "APP_NOT_AUTHORIZED", "LICENSE_REQUIRED"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "FLOW-02",
    title: "The acting organization is explicit",
    source: [
      { sentence: "S71", text: "当他处于上游组织A时发起流程" },
      { sentence: "S72", text: "当他处于下游组织B时发起流程" },
    ],
    reading:
      "Every start names the identity it is made with and, when acting Downstream, the Space; " +
      "the instance records it. For a person with two identities it is never guessed.",
    strength: "stated",
    kind: "guard",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "FLOW-03",
    title: "One starts only where one belongs",
    source: [{ sentence: "S70", text: "他只能在下游组织 B 里发起流程" }],
    reading: "A person who belongs to B only is refused a start as A and may start as B.",
    strength: "stated",
    kind: "guard",
    raises: ["ACTING_ORG_INVALID"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "FLOW-04",
    title: "Ad-hoc routing stays in the initiator's organization",
    source: [{ sentence: "S68", text: "流转（如转交、加签等），只能选择和发起人同组织的用户" }],
    reading:
      "In an instance started by an identity of organization O, the target of a transfer, a " +
      "countersign or any other ad-hoc choice of a person must be an identity of O in service: " +
      "from the whole directory if O is the Host, from its people on the Roster of the " +
      "instance's Space if O is a Member. Routing to oneself or to someone already on the task " +
      "is refused.",
    strength: "stated",
    kind: "guard",
    raises: [],
    options: ["routingBoundary", "routingCandidates"],
    ambiguities: ["AMB-17", "AMB-19"],
    status: "active",
  },
  {
    id: "FLOW-05",
    title: "The anchor is the initiator, not the holder",
    source: [{ sentence: "S68", text: "和发起人同组织" }],
    reading:
      "In an instance started from B, a Host approver may transfer to a person of B and is " +
      "refused a transfer to a Host colleague.",
    strength: "stated",
    kind: "guard",
    raises: ["ROUTING_TARGET_OUTSIDE_INITIATOR_ORG"],
    options: ["routingBoundary"],
    ambiguities: ["AMB-18"],
    status: "active",
  },
  {
    id: "FLOW-06",
    title: "The anchor is fixed at the start",
    source: [
      { sentence: "S71", text: "处于…时发起流程" },
      { sentence: "S72", text: "处于…时发起流程" },
    ],
    reading:
      "Nothing later changes the anchor of an instance: not switching identity, not a " +
      "relocation, not the resignation of the initiator.",
    strength: "derived",
    kind: "invariant",
    raises: [],
    ambiguities: ["AMB-18"],
    status: "active",
  },
  {
    id: "FLOW-07",
    title: "Scenario one: a user in B only",
    source: [
      { sentence: "S69", text: "例如：上游组织 A 和下游组织 B，其中上游…" },
      {
        sentence: "S70",
        text: "用户 a 在下游组织 B 中。则当他只能在下游组织 B 里发起流程，且流转过程中可选择的用户只能选择组织 B 的通讯录",
      },
    ],
    reading:
      "A hosts and publishes X, and user a is in B only: a starts in B, and only people of B can " +
      "be routed to.",
    strength: "stated",
    kind: "guard",
    raises: [],
    options: ["routingBoundary", "routingCandidates"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "FLOW-08",
    title: "Scenario two: a user in A and B",
    source: [
      { sentence: "S69", text: "例如：上游组织 A 和下游组织 B，其中上游…" },
      { sentence: "S71", text: "用户 b 既在上游组织，也在下游组织" },
      { sentence: "S72", text: "当他处于下游组织B时发起流程" },
    ],
    reading:
      "When user b starts acting in A, the targets are the directory of A; acting in B, only " +
      "people of B. Two instances of one person may have different anchors at the same time, and " +
      "b may be picked in both, each time through the identity of the anchor organization.",
    strength: "stated",
    kind: "guard",
    raises: [],
    options: ["routingBoundary", "routingCandidates"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "FLOW-09",
    title: "Nothing widens the boundary",
    source: [
      { sentence: "S50", text: "在下游组织中，业务选人时，可选到当前上下游组织的所有人员" },
      { sentence: "S68", text: "流转（如转交、加签等），只能选择和发起人同组织的用户" },
      { sentence: "S97", text: "对每一个加入上下游组织的组织设置可见性" },
      { sentence: "S109", text: "从上下游组织首页-发起合作群聊即可发起合作群" },
    ],
    reading:
      "No visibility setting, form picker, common cooperation group, common Folder, common " +
      "partner type or Host admin role lets a transfer or countersign cross the initiator's " +
      "organization.",
    strength: "derived",
    kind: "invariant",
    raises: ["ROUTING_TARGET_OUTSIDE_INITIATOR_ORG"],
    options: ["routingBoundary"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "FLOW-10",
    title: "Which acts the boundary covers",
    source: [{ sentence: "S68", text: "如转交、加签等" }],
    reading:
      "Covered are transfer, countersign (before, after, parallel), delegation, ad-hoc copy and " +
      "any other choice of a person while an instance runs. Not covered are approvers determined " +
      "by the Host's approval rules, who may be Host people or people of any organization of the " +
      "Space (where the Host started, of any Space to which the app is published), and hand-over " +
      "on resignation (HAND-03).",
    strength: "recommended",
    kind: "guard",
    raises: [],
    ambiguities: ["AMB-20", "AMB-43"],
    status: "active",
  },
  {
    id: "FLOW-11",
    title: "Only the holder acts on an open task",
    source: [{ sentence: "S54", text: "参与审批" }],
    reading:
      "Approving, transferring or countersigning a task is refused to everyone but its holder, " +
      "and to everyone once the task is closed.",
    strength: "derived",
    kind: "guard",
    raises: ["INSTANCE_NOT_RUNNING"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "FLOW-12",
    title: "A task goes only to somebody who can act on it",
    source: [],
    reading:
      "The target of a transfer, a countersign or a delegation, a successor, whoever stands in and " +
      "whoever a parked task is assigned to must at that moment be covered by the app's authorized " +
      "list and hold the license that acting would need; a successor who is not counts as none, and " +
      "candidates are listed accordingly. Approvers whom rules appoint are not left out: when one " +
      "cannot act, the Host's admins are told. Copies need neither.",
    strength: "recommended",
    kind: "guard",
    raises: ["SUCCESSOR_NOT_ELIGIBLE"],
    options: ["routingTargetAbility"],
    ambiguities: ["AMB-19", "AMB-93"],
    status: "active",
  },
  {
    id: "FLOW-13",
    title: "Admins move or end what is stuck",
    source: [],
    reading:
      "An able admin of the Host, for any open task of its apps, and one of the holder's organization, " +
      "for its own people's, as the policy says, may hand up to 500 tasks to one person in one step, " +
      "whether or not the holder is still there. The target is one whom HAND-03 and FLOW-12 allow; the " +
      "Host's admin may also name somebody of the Host. Each task stands alone: those that cannot be " +
      "moved are passed over with the code that each alone would get, and only if none can it is " +
      "refused, with the code of the first. The Host's admin may, under every policy, end an instance " +
      "of its apps with a reason. A question lists open tasks, and those alone that nobody can act on.",
    strength: "recommended",
    kind: "guard",
    raises: ["NOT_AUTHORIZED_ADMIN", "TASK_NOT_PENDING", "SUCCESSOR_NOT_ELIGIBLE"],
    options: ["taskAdmins"],
    ambiguities: ["AMB-94"],
    status: "active",
  },
  {
    id: "FLOW-14",
    title: "A stand-in for a period",
    source: [],
    reading:
      "For a period, from a time until before another, a person may have a stand-in of the same organization, " +
      "for all apps or named ones. A task that rules, a colleague or a hand-over would give to the person by " +
      "an input of that time goes to the stand-in, on behalf of the person, if the stand-in may hold it, could " +
      "act on it and is not on the step already; otherwise to the person. Tasks already open stay, unless it is " +
      "said that they go too. The stand-in's own stand-in is not looked at, and the one that a suspension names " +
      "goes first. Two periods of one person for one app do not overlap. It ends with the employment of either, " +
      "and no task comes back with its end.",
    strength: "recommended",
    kind: "guard",
    raises: ["MALFORMED", "NOT_AUTHORIZED_ADMIN", "UNKNOWN_PERSON", "SUCCESSOR_NOT_ELIGIBLE"],
    options: ["standInBy", "standInHeads", "standInMaxDays"],
    ambiguities: ["AMB-95"],
    status: "active",
  },
  {
    id: "FLOW-15",
    title: "Initiators and repeated approvers",
    source: [],
    reading:
      "A flow says what happens when an approver of a step is the initiator, and when one has signed " +
      "before; what it leaves out is the policy's when an instance starts. First the approvers are found, " +
      "then the initiator's rule holds, then the one of repeats. If these leave nobody, the step counts as " +
      "signed, unless it is the last one and nobody but the initiator has signed: then it is parked, so " +
      "that no instance is approved without a second person. A step for which nobody is found to begin " +
      "with is no such step. Unless the initiator may sign, no task is given to them by a colleague, an " +
      "admin, a hand-over or a stand-in.",
    strength: "recommended",
    kind: "guard",
    raises: ["SUCCESSOR_NOT_ELIGIBLE"],
    options: ["selfApproval", "repeatedApproval", "samePerson"],
    ambiguities: ["AMB-96"],
    status: "active",
  },
  {
    id: "FLOW-16",
    title: "Votes, and what a rejection does",
    source: [],
    reading:
      "A step may be a vote: it is approved as soon as enough of its tasks by rule are approved, a number or " +
      "a percentage of those at its beginning, rounded up, and rejected as soon as enough can no longer be " +
      "reached; of a number above those found all must be approved. For all and any a step says whether a " +
      "rejection ends the instance at once or counts: then all is decided when all have answered, rejected if " +
      "one rejected, and any is rejected when all have. What is still open then is superseded. Added signers " +
      "are no votes: a task by rule is done when those added to it are, and rejected with any of them. A " +
      "parked task has not answered.",
    strength: "recommended",
    kind: "effect",
    raises: [],
    ambiguities: ["AMB-97"],
    status: "active",
  },
  {
    id: "FLOW-17",
    title: "Legal return targets, and jumping back",
    source: [],
    reading:
      "The holder may ask to which earlier steps, and whether to the initiator, a task can be returned; " +
      "returning elsewhere is refused. Returned to the initiator, the instance waits for them: they resubmit " +
      "with a new row or withdraw, however long it has run. After a return the flow either walks all steps again, or, when the step " +
      "returned to is done, begins anew at the step that returned, leaving what was signed between as it " +
      "is: as the policy says, or whoever returns. Not to an initiator who has left, and not more often than the " +
      "policy lets one instance be returned. An instance that waits for an initiator who left waits " +
      "for the Host, whose admins may end it.",
    strength: "recommended",
    kind: "guard",
    raises: ["MALFORMED", "NOT_INITIATOR", "UNKNOWN_TASK", "TASK_NOT_PENDING"],
    options: ["returnResume", "returnsMax"],
    ambiguities: ["AMB-98"],
    status: "active",
  },
  {
    id: "FLOW-18",
    title: "Until when one may withdraw or take back",
    source: [],
    reading:
      "A flow says until when its initiator may withdraw: while it runs, or until somebody has acted on any " +
      "task; and for how many days from the start. What it leaves out is the policy's when an instance starts. Acted on means approved, rejected, returned, " +
      "transferred, added to; a hand-over is not. Where the flow lets them, whoever approved a task may " +
      "take that back while nobody has acted on what followed: what the next step made is superseded, the " +
      "step goes on with that task open and the others as they were. A task taken back counts as not signed.",
    strength: "recommended",
    kind: "guard",
    raises: ["NOT_INITIATOR", "NOT_TASK_HOLDER", "TASK_NOT_PENDING"],
    options: ["withdrawUntil", "withdrawDays", "takeBack"],
    ambiguities: ["AMB-99"],
    status: "active",
  },
  {
    id: "FLOW-19",
    title: "The tasks of somebody suspended",
    source: [],
    reading:
      "Open tasks of somebody suspended go in the same step to the stand-in named with the fact, on " +
      "behalf of the holder, if the stand-in may hold them (HAND-03) and is not suspended. Other " +
      "tasks stay with the holder, and an admin of the holder's organization may assign them as if " +
      "they were parked. What rules, transfers or hand-overs would give to somebody suspended goes " +
      "to the stand-in; without one a rule passes the person over, and a person named by a command " +
      "is refused. On resuming nothing comes back that has a holder.",
    strength: "recommended",
    kind: "guard",
    raises: ["NOT_AUTHORIZED_ADMIN", "TASK_NOT_PENDING", "SUCCESSOR_NOT_ELIGIBLE"],
    ambiguities: ["AMB-121"],
    status: "active",
  },
  {
    id: "FLOW-20",
    title: "The manager as approver",
    source: [],
    reading:
      "An organization says whom each of its people reports to: a colleague, or nobody. That holds " +
      "while both employments do. A step may name the initiator's manager, the one there is when " +
      "it begins; without one who may approve there it is parked, never passed. Only one level " +
      "is looked at, and nobody reports to themselves.",
    strength: "recommended",
    kind: "effect",
    raises: ["UNKNOWN_PERSON"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "FLOW-21",
    title: "Heads so many levels up",
    source: [],
    reading:
      "A step that names the initiator's heads with levelsUp n, 0 to 63, is for the heads of the " +
      "department n levels above each one in which the initiator is placed when it begins, those " +
      "of several together, each once. Where the tree ends earlier, or that department has no " +
      "head who may approve there, nobody is found for it; where nobody is found at all, the step " +
      "is parked.",
    strength: "recommended",
    kind: "view",
    raises: ["MALFORMED"],
    ambiguities: ["AMB-125"],
    status: "active",
  },
  {
    id: "FLOW-22",
    title: "A countersigner who left is taken out",
    source: [],
    reading:
      "An added task whose holder left, so that it is parked, is taken out by the present holder " +
      "of the task it was added to, as if it had not been added, and what it held up goes on. One " +
      "that passed to a successor has a holder and stays.",
    strength: "recommended",
    kind: "guard",
    raises: ["NOT_TASK_HOLDER", "TASK_NOT_PENDING"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "FLOW-23",
    title: "A task that begins to wait is told to its holder",
    source: [],
    reading:
      "When a task begins to wait for a person, one notice says so to its holder, and to whom the holder stands in " +
      "for: which instance and task, who brought it about, what for. A copy is told to whom it goes. Whoever " +
      "brought it upon themselves is not told. A notice of a hand-over for the same moment stands in its place.",
    strength: "recommended",
    kind: "effect",
    raises: [],
    options: ["taskNotices"],
    ambiguities: [],
    status: "active",
  },
]);
