import { rules } from "../rule.ts";

/** TERM: what the words mean. */
export const TERM_RULES = /* @__PURE__ */ rules([
  {
    id: "TERM-01",
    title: "A Space has four names",
    source: [
      { sentence: "S49", text: "加入协同组织" },
      { sentence: "S59", text: "原合作空间，现上下游组织" },
      { sentence: "S78", text: "每个空间最高可以添加3000人" },
    ],
    reading:
      "上下游组织, 空间, its former name 合作空间, and 协同组织 all denote one thing: the Space. " +
      "A limit stated for one of these names holds for every one of them.",
    strength: "stated",
    kind: "term",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "TERM-02",
    title: "A Space is not a hierarchy link",
    source: [
      { sentence: "S05", text: "钉钉关联组织（现更名为上下级组织）、钉钉上下游组织" },
      { sentence: "S06", text: "上下游组织则更适合于企业的企业间互联场景" },
    ],
    reading:
      "The former 关联组织, today the superior-subordinate organization, is a relation of its own (the " +
      "Hierarchy link) for top-down institutions such as education and county administration; " +
      "Spaces are for business partners. The rules of Spaces do not apply to Hierarchy links " +
      "unless one about hierarchies says so, and none of them counts towards a limit of a Space.",
    strength: "stated",
    kind: "term",
    raises: [],
    ambiguities: ["AMB-44"],
    status: "active",
  },
  {
    id: "TERM-03",
    title: "Two senses of 下游组织",
    source: [
      { sentence: "S59", text: "下游组织（原合作空间，现上下游组织）" },
      { sentence: "S70", text: "只能选择组织 B 的通讯录" },
    ],
    reading:
      "下游组织 is read sentence by sentence: as the Space itself where the page speaks of " +
      "license accounting, the workbench, the app center and app publication, and as the Member " +
      "organization where it speaks of organization B, its directory and its people, or of a " +
      "company that buys Yida itself. Names in the library never use the bare word.",
    strength: "stated",
    kind: "term",
    raises: [],
    ambiguities: ["AMB-01", "AMB-17", "AMB-21"],
    status: "active",
  },
  {
    id: "TERM-04",
    title: "Association is membership in a Space",
    source: [
      { sentence: "S97", text: "可以前往已关联组织下" },
      { sentence: "S107", text: "取消某个成员组织的关联" },
    ],
    reading:
      "Where the page says 关联 of a Member, it means the bond between that Member organization " +
      "and one Space. Canceling the bond is the exit of the whole organization (EXIT-01).",
    strength: "derived",
    kind: "term",
    raises: [],
    ambiguities: [],
    status: "active",
  },
]);
