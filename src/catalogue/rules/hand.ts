import { rules } from "../rule.ts";

/** HAND: handing over what a leaver held. */
export const HAND_RULES = /* @__PURE__ */ rules([
  {
    id: "HAND-01",
    title: "Counterparts know at once",
    source: [
      { sentence: "S08", text: "终于联系上说“我离职了…”" },
      { sentence: "S29", text: "对接人离职第一时间知道" },
    ],
    reading:
      "When a rostered identity resigns, a COUNTERPART_LEFT notice is returned in the same step " +
      "to the Space admins of each affected Space, the authorized admins of the leaver's " +
      "organization, the remaining participants of the groups left, and the initiators of " +
      "instances in which the leaver held an open task: each person once, the natural person who " +
      "left never, and each of the Spaces they take part in or administer, and of no others.",
    strength: "stated",
    kind: "effect",
    raises: [],
    ambiguities: ["AMB-35"],
    status: "active",
  },
  {
    id: "HAND-02",
    title: "Open tasks are handed over at once",
    source: [
      { sentence: "S09", text: "对接人工作交接给谁" },
      { sentence: "S29", text: "第一时间有交接" },
    ],
    reading:
      "Each open task of a leaving identity goes in the same step to the successor named with " +
      "the event, else to the default successor its organization registered; else it is parked " +
      "and the authorized admins of its organization are told. A parked task has no holder, " +
      "cannot be acted on and is never lost; such an admin may name a successor later. An " +
      "ineligible successor named with a fact counts as none.",
    strength: "stated",
    kind: "effect",
    raises: ["NOT_AUTHORIZED_ADMIN"],
    ambiguities: ["AMB-35"],
    status: "active",
  },
  {
    id: "HAND-03",
    title: "The successor is of the leaver's organization",
    source: [
      { sentence: "S29", text: "第一时间有交接" },
      { sentence: "S68", text: "流转（如转交、加签等），只能选择和发起人同组织的用户" },
    ],
    reading:
      "A successor is an identity of the leaver's organization, in service and, Downstream, on " +
      "the Roster of the Space in which the leaver worked on the instance; never the leaver. FLOW-04 does not apply, so a Host " +
      "approver's task in an instance started from B goes to a Host successor.",
    strength: "recommended",
    kind: "guard",
    raises: ["SUCCESSOR_NOT_ELIGIBLE"],
    ambiguities: ["AMB-35"],
    status: "active",
  },
  {
    id: "HAND-04",
    title: "Started work goes on",
    source: [
      { sentence: "S22", text: "长期的合作，工作持续性保障" },
      { sentence: "S29", text: "协作不间断" },
    ],
    reading:
      "Instances the leaver started keep running with their anchor, and submitted data stays " +
      "attributed to the identity and organization of that time.",
    strength: "derived",
    kind: "invariant",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "HAND-05",
    title: "Tasks of a removed organization",
    source: [
      { sentence: "S29", text: "第一时间有交接" },
      {
        sentence: "S107",
        text: "创建上下游组织的管理员可以取消某个成员组织的关联，从而使整个成员组织退出上下游组织",
      },
    ],
    reading:
      "When a whole Member exits, the open tasks of its people in instances of the Space are " +
      "parked, because no successor is eligible. The Space admins are told and may assign them " +
      "to an identity of the Host. When the Host itself ends, its instances end with it.",
    strength: "recommended",
    kind: "effect",
    raises: ["NOT_AUTHORIZED_ADMIN", "SUCCESSOR_NOT_ELIGIBLE"],
    ambiguities: ["AMB-35"],
    status: "active",
  },
  {
    id: "HAND-06",
    title: "Succession follows a chain",
    source: [],
    reading:
      "A leaver's open task goes to the first eligible person of the policy's chain: named with the event, " +
      "registered, the leaver's manager, the counterparts of the leaver's organization in that Space in their " +
      "order (PARTNER-03; through a Link there are none), the heads of the leaver's departments and then of those above, up " +
      "to so many levels and at each in the order of hires, the organization's main admins in the order " +
      "of hires; else it is parked. Departments, heads, manager and counterparts are those before the fact. A step for which " +
      "nobody is found is parked, or goes to the first main admin of the Host who can act. No task is " +
      "ever passed by itself.",
    strength: "recommended",
    kind: "effect",
    raises: [],
    options: ["succession", "emptyStep"],
    numbers: ["successionLevels"],
    ambiguities: ["AMB-89"],
    status: "active",
  },
  {
    id: "HAND-07",
    title: "Rows, instances and tasks belong to an employment",
    source: [],
    reading:
      "Whatever somebody does is bound to the employment under which they do it. Range own, what " +
      "one has started and handled, withdrawing, and histories tell employments apart: whoever is " +
      "hired under an id that somebody had sees nothing of theirs, withdraws nothing of theirs and is shown " +
      "as nobody of the past. Rows show the fields last known of that employment.",
    strength: "recommended",
    kind: "view",
    raises: ["NOT_INITIATOR"],
    ambiguities: ["AMB-119"],
    status: "active",
  },
  {
    id: "HAND-08",
    title: "What waits for nobody may be assigned by the Space's admins",
    source: [],
    reading:
      "A task of an instance in a Space, parked for a Member that has no admin who may act, may be " +
      "assigned by the admins of the Space: to somebody of that Member whom HAND-03 allows. They " +
      "find such tasks, marked with the organization, among those parked for their own, for as " +
      "long as it lasts; the right ends with the step in which the Member has an admin again. " +
      "While all people of the Member are suspended, its tasks wait. Through a Link the same holds for " +
      "the Hierarchy admins of the Trunk whose app it is, and an organization without one of its own.",
    strength: "recommended",
    kind: "guard",
    raises: ["NOT_AUTHORIZED_ADMIN", "TASK_NOT_PENDING", "SUCCESSOR_NOT_ELIGIBLE"],
    ambiguities: ["AMB-124"],
    status: "active",
  },
]);
