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
  {
    id: "RESIGN-05",
    title: "What a departure takes is kept for a while",
    source: [],
    reading:
      "A departure takes everything at once (RESIGN-01). What it takes is put aside for the " +
      "retention, for that employment alone: placements, admin role, offices, selections and " +
      "exclusions by name, entries in authorized lists and permissions, groups, licenses, places " +
      "on Rosters and waiting lists, and which tasks it parked. Kept things are in force nowhere " +
      "and count nowhere. They go when the employment is reinstated, when a new one begins, or " +
      "when their time is over; whatever keeps something also drops up to two whose time is over.",
    strength: "recommended",
    kind: "effect",
    raises: [],
    numbers: ["departureRetentionDays"],
    ambiguities: ["AMB-106"],
    status: "active",
  },
  {
    id: "RESIGN-06",
    title: "A wrong departure is taken back",
    source: [],
    reading:
      "An employment that ended is in force again, under its own number and place in the order of " +
      "hires, when word comes that the person is reinstated, or when a newer full list names " +
      "somebody whom nothing but lists said to have left: with that employment's number at any " +
      "time, without one within the retention. Afterwards such a line is a hire. Where no list may " +
      "reinstate, the line is passed over as long. It never happens when a newer employment has " +
      "begun, or by late word.",
    strength: "recommended",
    kind: "effect",
    raises: ["UNKNOWN_PERSON"],
    options: ["listReinstates"],
    ambiguities: ["AMB-104", "AMB-105"],
    status: "active",
  },
  {
    id: "RESIGN-07",
    title: "What comes back",
    source: [],
    reading:
      "Within the retention everything kept is given back in the same step, as far as others have " +
      "not decided otherwise since: placements in departments that exist, unless the word or line " +
      "names others; the admin role; offices that nobody was appointed to; exclusions by name, and " +
      "selections unless the scope was set as a whole; entries unless the list was, those of " +
      "counterparts included; what is left of a stand-in's period, unless another was set; groups, and " +
      "tasks that still wait where the departure parked them. What belongs to a Space in which the " +
      "identity must wait comes back when it enters. Later only the employment is in force again. " +
      "Whom HAND-01 tells of a departure is told that the counterpart is back.",
    strength: "recommended",
    kind: "effect",
    raises: [],
    ambiguities: ["AMB-107"],
    status: "active",
  },
]);
