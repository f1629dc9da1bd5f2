import { rules } from "../rule.ts";

/** GROUP: cooperation groups. */
export const GROUP_RULES = /* @__PURE__ */ rules([
  {
    id: "GROUP-01",
    title: "Groups start from the Space home",
    source: [{ sentence: "S109", text: "从上下游组织首页-发起合作群聊即可发起合作群" }],
    reading:
      "When an identity on the Roster starts a cooperation group from the Space home, the group " +
      "belongs to that Space. No admin role is needed.",
    strength: "stated",
    kind: "effect",
    raises: ["NOT_IN_SPACE"],
    ambiguities: ["AMB-42"],
    status: "active",
  },
  {
    id: "GROUP-02",
    title: "Participants are people of the Space",
    source: [
      {
        sentence: "S49",
        text: "若主干组织中的某人A需要与上下游组织人员做业务协同，需要将A其加入到上下游组织中",
      },
      { sentence: "S109", text: "从上下游组织首页-发起合作群聊即可发起合作群" },
    ],
    reading:
      "Every participant is on the Roster of the Space, and by default whoever adds a person " +
      "must be able to see that person's organization.",
    strength: "derived",
    kind: "guard",
    raises: ["NOT_IN_SPACE", "NOT_VISIBLE"],
    options: ["groupInviteRequiresVisibility"],
    ambiguities: ["AMB-42"],
    status: "active",
  },
  {
    id: "GROUP-03",
    title: "The real identity is shown",
    source: [
      { sentence: "S10", text: "对接人是不是A公司的员工？突如其来的“飞单”……" },
      { sentence: "S11", text: "对接人是什么级别，是不是项目的话事人？找他能…" },
      { sentence: "S110", text: "群聊时会显示人员在原组织中的真实身份" },
    ],
    reading:
      "A participant is shown with current name, home organization and post from the home " +
      "directory, without alias. One person in the group through two organizations is shown as " +
      "two identities.",
    strength: "stated",
    kind: "view",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "GROUP-04",
    title: "Resignation leaves all groups",
    source: [{ sentence: "S111", text: "如果从原组织中离职，则自动退出上下游组织和合作群" }],
    reading:
      "On resignation the identity leaves all cooperation groups of all Spaces in the same step; " +
      "the groups continue.",
    strength: "stated",
    kind: "effect",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "GROUP-05",
    title: "Leaving the Space leaves its groups",
    source: [{ sentence: "S111", text: "如果从原组织中离职，则自动退出上下游组织和合作群" }],
    reading:
      "Whoever leaves the Roster of a Space for any reason leaves the groups of that Space and " +
      "keeps those of others. Entering again adds nobody back.",
    strength: "recommended",
    kind: "effect",
    raises: [],
    ambiguities: ["AMB-34"],
    status: "active",
  },
]);
