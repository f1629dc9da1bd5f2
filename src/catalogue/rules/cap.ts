import { rules } from "../rule.ts";

/** CAP: the person cap and the waiting list. */
export const CAP_RULES = /* @__PURE__ */ rules([
  {
    id: "CAP-01",
    title: "Three thousand people per Space",
    source: [{ sentence: "S78", text: "每个空间最高可以添加3000人" }],
    reading:
      "The number of distinct persons on the Roster of a Space never exceeds 3000, or its " +
      "expanded number: 3000 is allowed, 3001 is not.",
    strength: "stated",
    kind: "number",
    raises: [],
    numbers: ["personCap"],
    options: ["uncertifiedHost", "personCounting", "overCapFact"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "CAP-02",
    title: "Who counts towards the cap",
    source: [
      { sentence: "S78", text: "每个空间最高可以添加3000人" },
      { sentence: "S92", text: "不管是创建空间的组织，还是申请加入空间的组织" },
    ],
    reading:
      "Host contacts and Downstream people both count, and a person present through two " +
      "organizations counts once. People who wait, people out of scope and pending applications " +
      "do not count. Under personCounting per-identity each identity counts.",
    strength: "recommended",
    kind: "number",
    raises: [],
    numbers: ["personCap"],
    options: ["personCounting"],
    ambiguities: ["AMB-09", "AMB-10"],
    status: "active",
  },
  {
    id: "CAP-03",
    title: "Commands above the cap are refused whole",
    source: [{ sentence: "S78", text: "每个空间最高可以添加3000人" }],
    reading:
      "A scope change or an approval whose net result would exceed the cap is refused and " +
      "nothing changes. Removing 10 and adding 10 at 3000 succeeds, even while others wait: room " +
      "that a command frees serves its own entrants first, then the waiting list. People already " +
      "waiting are not entrants of a later scope change and keep their place.",
    strength: "derived",
    kind: "guard",
    raises: ["PERSON_CAP_EXCEEDED"],
    numbers: ["personCap"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "CAP-04",
    title: "Facts above the cap wait",
    source: [
      { sentence: "S78", text: "每个空间最高可以添加3000人" },
      { sentence: "S93", text: "当此人或者此部门出现入转调离时，相关变动会自动同步至上下游组织内" },
      { sentence: "S94", text: "人员或字段同步需要多久生效？实时生效" },
    ],
    reading:
      "When a hire, relocation or department move brings more people into scope than there is " +
      "room for, the fact is recorded, as many enter as fit in deterministic order, and the rest " +
      "join the waiting list of the Space; a ROSTER_CAP_REACHED notice names them to the Space " +
      "admins and to the authorized admins of their organization. A person who already counts " +
      "enters without needing room, and a waiting person who comes to count enters with all " +
      "identities waiting in that Space.",
    strength: "recommended",
    kind: "effect",
    raises: [],
    numbers: ["personCap"],
    options: ["overCapFact", "personCounting"],
    ambiguities: ["AMB-11"],
    status: "active",
  },
  {
    id: "CAP-05",
    title: "Freed room goes to those who wait",
    source: [],
    reading:
      "When a resignation, exit, scope change or expansion frees room, waiting identities still " +
      "in scope enter first in, first out in the same step, with all effects of entering. If the " +
      "first in line does not fit, nobody overtakes; who resigns or falls out of scope drops off " +
      "the list. Hence a waiting list that is not empty means a full Space.",
    strength: "recommended",
    kind: "effect",
    raises: [],
    numbers: ["personCap"],
    options: ["overCapFact"],
    ambiguities: ["AMB-11"],
    status: "active",
  },
  {
    id: "CAP-06",
    title: "Expansion of one Space",
    source: [{ sentence: "S79", text: "如需扩容，可以联系我们相关的支持同学" }],
    reading:
      "When support raises the cap of a Space to a number above the current one, that Space " +
      "alone has the new cap, and CAP-05 applies at once.",
    strength: "stated",
    kind: "effect",
    raises: ["QUOTA_EXPANSION_NOT_AUTHORIZED", "QUOTA_NOT_INCREASED"],
    numbers: ["personCap"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "CAP-07",
    title: "The cap is not the license pool",
    source: [{ sentence: "S61", text: "总人数：1千人（作为伙伴，被上游授权200人）" }],
    reading:
      "Being on the Roster takes a place under the cap and no license; holding a license takes " +
      "from the pool and no place. A Roster of 1000 with 200 licensed is normal.",
    strength: "derived",
    kind: "invariant",
    raises: [],
    numbers: ["personCap"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "CAP-08",
    title: "Whoever comes back stands first in line",
    source: [],
    reading:
      "A reinstated identity that had a place on a Roster, or waited for one, has it again in the " +
      "same step if there is room, whoever waits; if there is none, it stands first on the waiting " +
      "list, several in the order in which they had left. Licenses likewise; one that waits so " +
      "needs no automatic department. No cap and no pool is exceeded.",
    strength: "recommended",
    kind: "effect",
    raises: [],
    ambiguities: ["AMB-108"],
    status: "active",
  },
]);
