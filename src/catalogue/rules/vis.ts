import { rules } from "../rule.ts";

/** VIS: who sees whom. */
export const VIS_RULES = /* @__PURE__ */ rules([
  {
    id: "VIS-01",
    title: "The Host sees all Members",
    source: [
      {
        sentence: "S95",
        text: "发起上下游组织的主组织的成员，默认可以看到所有加入上下游组织的成员组织",
      },
    ],
    reading:
      "A Host identity on the Roster sees every Member and its rostered people, later joiners " +
      "included. No setting narrows this.",
    strength: "stated",
    kind: "view",
    raises: [],
    ambiguities: ["AMB-39"],
    status: "active",
  },
  {
    id: "VIS-02",
    title: "A Member sees only itself by default",
    source: [{ sentence: "S96", text: "加入上下游组织的成员组织默认的可见范围仅本组织" }],
    reading:
      "With the default setting, people of a Member see their own organization in the Space, and " +
      "neither other Members nor the Host.",
    strength: "stated",
    kind: "view",
    raises: [],
    ambiguities: ["AMB-15"],
    status: "active",
  },
  {
    id: "VIS-03",
    title: "Space admins set visibility per Member",
    source: [
      { sentence: "S97", text: "可以前往已关联组织下，对每一个加入上下游组织的组织设置可见性" },
    ],
    reading:
      "When a Space admin sets the visibility of a Member to own only, to chosen organizations " +
      "of the Space (the Host may be one), or to all, its people see exactly that plus their own " +
      "organization. Every Member has its own setting.",
    strength: "stated",
    kind: "effect",
    raises: ["NOT_SPACE_ADMIN", "NOT_A_MEMBER"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "VIS-04",
    title: "Visibility has a direction",
    source: [{ sentence: "S97", text: "对每一个…组织设置可见性" }],
    reading: "That one Member sees another does not let the other see it.",
    strength: "derived",
    kind: "view",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "VIS-05",
    title: "The shared directory is the Roster",
    source: [
      { sentence: "S07", text: "企业间的业务对接、内外部协同和外部组织对接工…" },
      { sentence: "S23", text: "核心能力●上下游通讯录 ●上下游工作台" },
      { sentence: "S73", text: "跨企业快速找人" },
      { sentence: "S75", text: "不同组织可以设置共享通讯录" },
    ],
    reading:
      "Of an organization only its rostered people can be shared, never its whole directory; " +
      "VIS-03 says with whom. A search for people across organizations returns visible " +
      "identities only.",
    strength: "stated",
    kind: "view",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "VIS-06",
    title: "Settings end with the Association",
    source: [
      {
        sentence: "S107",
        text: "创建上下游组织的管理员可以取消某个成员组织的关联，从而使整个成员组织退出上下游组织",
      },
    ],
    reading:
      "When a Member exits, its visibility setting is dropped and it disappears from the " +
      "settings of the others. If it joins again, it starts from VIS-02.",
    strength: "derived",
    kind: "effect",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "VIS-07",
    title: "Why one sees another",
    source: [],
    reading:
      "A Space admin, for any two organizations or identities of the Space, and an authorized admin of a " +
      "Member, for its own people as viewers, may ask whether the first sees the second. The answer is the " +
      "verdict, the line of VIS-08 that decides with the setting it rests on, the lines that would have decided " +
      "otherwise but rank behind, and the smallest single setting that would turn it. A Member's admin is told " +
      "of what is not seen no more than that, with VIS-02. A second question lists the pairs of Members of which " +
      "one sees the other and not the reverse.",
    strength: "recommended",
    kind: "view",
    raises: ["NOT_AUTHORIZED_ADMIN", "NOT_SPACE_ADMIN", "UNKNOWN_PERSON", "NOT_A_MEMBER"],
    ambiguities: ["AMB-85"],
    status: "active",
  },
  {
    id: "VIS-08",
    title: "Hidden Members, exceptions, partner kinds",
    source: [],
    reading:
      "A Member's own setting may also name partner kinds, and then shows the Members that carry one, later ones " +
      "included; and departments of organizations of the Space, with the people in and below them. Besides, a " +
      "Space admin may hide a Member from the other Members, but for some organizations, kinds and departments, " +
      "at most sightExceptionLimit of each. An identity is seen by the first line that decides: one's own " +
      "organization yes; a viewer of the Host, or one of the Host's counterparts for the viewer's Member, yes; " +
      "hidden and the viewer not excepted no; else what the own setting says. An exception grants nothing by " +
      "itself. Entries for a former Association are void, those for a removed department have no effect until " +
      "it returns.",
    strength: "recommended",
    kind: "number",
    raises: ["MALFORMED", "NOT_SPACE_ADMIN", "UNKNOWN_DEPARTMENT", "NOT_A_MEMBER"],
    numbers: ["sightExceptionLimit"],
    ambiguities: ["AMB-86"],
    status: "active",
  },
  {
    id: "VIS-09",
    title: "Fields are shared one by one",
    source: [],
    reading:
      "Each organization decides for each Space, and on each Link, which of its people's optional fields " +
      "(title, e-mail, phone) reach others: whoever sees the person, the Host's or the Trunk's own people " +
      "alone, or nobody. Its own people see all, and the name is always shown; in groups the title is " +
      "shown whatever is set. A field that is withheld is left out of the answer. What an organization " +
      "has not said, the policy says.",
    strength: "recommended",
    kind: "effect",
    raises: [
      "NOT_AUTHORIZED_ADMIN",
      "MAIN_ADMIN_REQUIRED",
      "MEMBER_ROSTER_NOT_MANAGEABLE",
      "BRANCH_NOT_MANAGEABLE",
      "NOT_A_MEMBER",
      "NOT_LINKED",
    ],
    ambiguities: ["AMB-87"],
    options: ["sharedFields"],
    status: "active",
  },
]);
