import { rules } from "../rule.ts";

/** LIC-01 to LIC-08: the pool, its units, and who holds a license. */
export const LIC_POOL_RULES = /* @__PURE__ */ rules([
  {
    id: "LIC-01",
    title: "Bought and distributed by the Host only",
    source: [{ sentence: "S38", text: "licence统一由主干组织购买与分配" }],
    reading:
      "The pool belongs to the Host. Only its authorized admins grant, revoke, link, unlink and " +
      "choose automatic grant departments; Members and their admins may not.",
    strength: "stated",
    kind: "guard",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "LIC-02",
    title: "Used is computed",
    source: [
      {
        sentence: "S39",
        text: "支持账户数自动合计主组织和下游组织（最多支持3个）已被授权的人员licence",
      },
    ],
    reading:
      "Used is the sum, over the Host unit and the linked units, of the distinct persons holding " +
      "a grant in each; under licenseCounting distinct-person it is the distinct persons over " +
      "all units together. It is always computed, never entered, and only granted accounts count.",
    strength: "stated",
    kind: "invariant",
    raises: [],
    options: ["licenseCounting"],
    ambiguities: ["AMB-21", "AMB-22"],
    status: "active",
  },
  {
    id: "LIC-03",
    title: "At most three linked units",
    source: [{ sentence: "S39", text: "（最多支持3个）" }],
    reading:
      "A Host with 3 linked units cannot link a fourth; unlinking one makes room, and Downstream " +
      "grants are possible in linked units only. The Space must be hosted by that Host and a " +
      "Member unit must be a Member of it. A Space and one of its Member units are never linked " +
      "together, and the same organization met through two Spaces is two units.",
    strength: "stated",
    kind: "number",
    raises: ["NOT_A_MEMBER"],
    numbers: ["licenseLinkLimit"],
    ambiguities: ["AMB-21"],
    status: "active",
  },
  {
    id: "LIC-04",
    title: "Remaining, and no overdraft",
    source: [
      { sentence: "S52", text: "占用上游组织购买的宜搭Licence" },
      { sentence: "S57", text: "剩余800个名额" },
    ],
    reading:
      "Remaining is purchased minus used. A command that grants one or several licenses and " +
      "would make it negative is refused whole.",
    strength: "stated",
    kind: "guard",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "LIC-05",
    title: "Worked example of the pool",
    source: [
      { sentence: "S57", text: "共计消耗了2000+200=2200 名额，剩余800个名额" },
      { sentence: "S60", text: "总人数：通讯录1万人（采买了专属3000人版本）" },
      { sentence: "S61", text: "总人数：1千人（作为伙伴，被上游授权200人）" },
      { sentence: "S62", text: "主组织工作台：组织内2000成员，可使用宜搭应用" },
      { sentence: "S63", text: "下游组织工作台：200人可使用宜搭的来自上游应用" },
    ],
    reading:
      "With 3000 purchased, 2000 granted among 10 000 people of the Host, and 200 granted among " +
      "1000 people of one linked unit, used is 2200, remaining is 800, usage is 73.3 percent, " +
      "and there is no alert.",
    strength: "stated",
    kind: "invariant",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "LIC-06",
    title: "Headcount is not consumption",
    source: [
      { sentence: "S60", text: "总人数：通讯录1万人" },
      { sentence: "S61", text: "总人数：1千人" },
    ],
    reading: "People without a grant consume nothing, however many there are.",
    strength: "stated",
    kind: "invariant",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "LIC-07",
    title: "Who may hold a license",
    source: [
      { sentence: "S62", text: "组织内2000成员" },
      { sentence: "S63", text: "下游组织工作台：200人" },
    ],
    reading:
      "The Host unit takes Host employees in service; a Space unit takes identities of Members " +
      "on the Roster of that Space; a Member unit takes identities of that Member on that " +
      "Roster. A Host contact uses a license of the Host unit and does not occupy a second one " +
      "in the Space.",
    strength: "derived",
    kind: "guard",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "LIC-08",
    title: "Using a Host app requires a license",
    source: [
      { sentence: "S62", text: "组织内2000成员，可使用宜搭应用" },
      { sentence: "S63", text: "200人可使用宜搭的来自上游应用" },
    ],
    reading:
      "An identity without a grant in the unit it acts in is refused when it submits, starts, " +
      "acts on a task or views data of a Host app. A license at the Host does not cover the same " +
      "person acting for a Member, nor the reverse.",
    strength: "stated",
    kind: "guard",
    raises: [],
    ambiguities: ["AMB-40"],
    status: "active",
  },
]);
