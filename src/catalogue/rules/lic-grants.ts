import { rules } from "../rule.ts";

/** LIC-09 to LIC-18: automatic grants, releases and changes of the pool. */
export const LIC_GRANTS_RULES = /* @__PURE__ */ rules([
  {
    id: "LIC-09",
    title: "Automatic grant departments",
    source: [{ sentence: "S40", text: "选定下游组织的特定部门，予以入职自动授权" }],
    reading:
      "When a Host admin selects departments of Members as they appear in a linked unit (for a " +
      "Member unit, of that Member), the selection is stored and includes everything below them.",
    strength: "stated",
    kind: "effect",
    raises: ["LICENSE_HOST_ONLY", "UNKNOWN_DEPARTMENT", "NOT_A_MEMBER", "UNIT_NOT_LINKED"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "LIC-10",
    title: "Entrants are granted automatically",
    source: [{ sentence: "S40", text: "入职自动授权，解放管理员手动管理维护" }],
    reading:
      "An identity that enters a selected department while on the Roster, or enters the Roster " +
      "while in one, is granted a license in the same step if one remains. People already there " +
      "at selection are not, unless autoGrantBackfill. Moving out while staying on the Roster " +
      "keeps a granted license and drops an account still waiting, as ending the selection does.",
    strength: "stated",
    kind: "effect",
    raises: [],
    options: ["autoGrantBackfill"],
    ambiguities: ["AMB-24"],
    status: "active",
  },
  {
    id: "LIC-11",
    title: "Automatic grants with an empty pool wait",
    source: [],
    reading:
      "When an automatic grant is due and none remains, the person still enters the Space, " +
      "nothing is overdrawn, the account waits first in, first out, and a " +
      "LICENSE_AUTO_GRANT_DEFERRED notice goes to the main admins of the Host; it is granted as " +
      "soon as a license is free. Few licenses go to the first in order, and manual grants can " +
      "use only what waiting accounts leave.",
    strength: "recommended",
    kind: "effect",
    raises: [],
    options: ["autoGrantWhenEmpty"],
    ambiguities: ["AMB-24"],
    status: "active",
  },
  {
    id: "LIC-12",
    title: "Resignation releases licenses",
    source: [{ sentence: "S41", text: "下游成员若离职则Licence自动去除" }],
    reading:
      "When an identity resigns, all its grants in all units are released in the same step and " +
      "remaining rises accordingly.",
    strength: "stated",
    kind: "effect",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "LIC-13",
    title: "Leaving the Space releases, too",
    source: [
      { sentence: "S41", text: "下游成员若离职则Licence自动去除" },
      { sentence: "S63", text: "下游组织工作台：200人可使用宜搭的来自上游应用" },
    ],
    reading:
      "When a Downstream identity leaves the Roster of a Space by relocation, scope change, " +
      "exclusion or exit of its organization, its grant in that Space is released.",
    strength: "recommended",
    kind: "effect",
    raises: [],
    ambiguities: ["AMB-25"],
    status: "active",
  },
  {
    id: "LIC-14",
    title: "One person in several units",
    source: [
      { sentence: "S39", text: "账户数自动合计" },
      { sentence: "S57", text: "2000+200=2200" },
    ],
    reading:
      "Units are added: a person granted at the Host and in a linked unit, or in two linked " +
      "units, uses two licenses. Within one unit a person counts once, even if granted through " +
      "two Members.",
    strength: "recommended",
    kind: "invariant",
    raises: [],
    options: ["licenseCounting"],
    ambiguities: ["AMB-22"],
    status: "active",
  },
  {
    id: "LIC-15",
    title: "Unlinking",
    source: [],
    reading:
      "When a unit is unlinked, by command or because its Space is dissolved or its Member's " +
      "Association canceled, all its grants are released and its automatic grant departments and " +
      "waiting accounts are dropped. Its people keep their place on the Roster.",
    strength: "recommended",
    kind: "effect",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "LIC-16",
    title: "Changes of the pool size",
    source: [{ sentence: "S60", text: "采买了专属3000人版本" }],
    reading:
      "A purchase or renewal is a fact. More licenses serve the waiting accounts and raise " +
      "remaining. Fewer than used takes nothing away: remaining is 0 with a figure of " +
      "over-allocation, and every grant is refused until used is below purchased.",
    strength: "recommended",
    kind: "effect",
    raises: ["LICENSE_POOL_EXHAUSTED"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "LIC-17",
    title: "A Member that buys Yida itself",
    source: [{ sentence: "S58", text: "若下游组织独立采购宜搭，则作为标准组织情况下的使用即可" }],
    reading:
      "For its own apps such a Member is an ordinary organization with its own pool and grants, " +
      "and nothing of it counts at the Host. For the apps of the Host it still needs a grant " +
      "from the Host (LIC-08).",
    strength: "stated",
    kind: "invariant",
    raises: [],
    ambiguities: ["AMB-26"],
    status: "active",
  },
  {
    id: "LIC-18",
    title: "One account, one license",
    source: [{ sentence: "S39", text: "账户数" }],
    reading:
      "Granting an identity that already holds a grant in that unit is refused and never " +
      "consumes a second one; when several are granted at once, holders are skipped and " +
      "reported, and only if all hold one is the command refused. Revoking what was not granted " +
      "is refused.",
    strength: "derived",
    kind: "guard",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "LIC-19",
    title: "Limits for units and a reserve for the Host",
    source: [],
    reading:
      "The Host may limit each linked unit and its Hierarchy unit, and keep a reserve for its own unit. " +
      "Limits may add up to more than the purchase; use may not. A grant by which a unit would hold more " +
      "persons than its limit is refused, and so is one that would take of the reserve what the Host unit " +
      "does not use; automatic grants wait instead, and whoever waits for a limit of their own unit holds " +
      "up nobody else. A limit below use takes nothing away. A raised one serves who waits at once. " +
      "Unlinking drops the limit.",
    strength: "recommended",
    kind: "guard",
    raises: ["LICENSE_HOST_ONLY", "UNIT_NOT_LINKED", "SEAT_CAP_EXCEEDED", "LICENSE_POOL_EXHAUSTED"],
    ambiguities: ["AMB-90"],
    status: "active",
  },
  {
    id: "LIC-20",
    title: "A purchase has a term and grace; a shrink has a plan",
    source: [],
    reading:
      "A purchase may come with an end. From then on until grace is over grants and use go on, and nothing " +
      "new is granted: by hand it is refused, automatic grants wait. After grace use is refused; grants, " +
      "departments and waiting lists stay. A renewal restores everything at once and serves who waits. The " +
      "Host's main admins are told once of either end. Where more is used than is purchased, or than a " +
      "number that the Host thinks of, a question names exactly as many accounts to take back as needed, in " +
      "the order of the policy; nothing is taken back by itself.",
    strength: "recommended",
    kind: "guard",
    numbers: ["licenseGraceDays"],
    options: ["reclaimOrder"],
    raises: ["LICENSE_HOST_ONLY"],
    ambiguities: ["AMB-91"],
    status: "active",
  },
]);
