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
