import { rules } from "../rule.ts";

/** EDITION: what the edition of the Host opens. */
export const EDITION_RULES = /* @__PURE__ */ rules([
  {
    id: "EDITION-01",
    title: "Interconnect needs the Exclusive edition",
    source: [
      { sentence: "S01", text: "企业间互联 专属版专享能力" },
      { sentence: "S02", text: "上下游互联不支持不支持不支持支持" },
    ],
    reading:
      "Publishing a Host app to a Space, linking a Space to the license pool, granting a " +
      "Downstream license and using a Host app Downstream are refused while the Host is on the " +
      "Free, Light or Professional edition. On the Exclusive edition they go on to the other " +
      "checks.",
    strength: "stated",
    kind: "guard",
    raises: [],
    options: ["gateStage"],
    ambiguities: ["AMB-29"],
    status: "active",
  },
  {
    id: "EDITION-02",
    title: "Edition table",
    source: [{ sentence: "S03", text: "上下级互联不支持不支持支持支持" }],
    reading:
      "One lookup by edition and capability: upstream-downstream interconnect is available on " +
      "Exclusive only; hierarchy interconnect on Professional and Exclusive, not on Free or " +
      "Light. The two rows are independent, so a yes for hierarchy never lets a Professional " +
      "organization interconnect.",
    strength: "stated",
    kind: "view",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "EDITION-03",
    title: "The edition does not gate the container",
    source: [{ sentence: "S77", text: "一个认证组织默认可以创建10个免费的上下游组织" }],
    reading:
      "Creating a Space, inviting, reviewing, setting scopes, visibility or Folders, and " +
      "starting cooperation groups are never refused because of the edition. Only under " +
      "gateStage container-too is creating a Space refused below Exclusive.",
    strength: "recommended",
    kind: "guard",
    raises: ["EDITION_NOT_SUPPORTED"],
    options: ["gateStage"],
    ambiguities: ["AMB-29"],
    status: "active",
  },
  {
    id: "EDITION-04",
    title: "The edition of a Member is never checked",
    source: [{ sentence: "S38", text: "licence统一由主干组织购买与分配" }],
    reading:
      "When licensed people of a Member use a Host app through a Space, the edition of the " +
      "Member plays no part, nor whether it owns Yida at all. Only the edition of the Host " +
      "counts.",
    strength: "derived",
    kind: "invariant",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "EDITION-05",
    title: "A lost edition suspends and deletes nothing",
    source: [{ sentence: "S01", text: "专属版专享能力" }],
    reading:
      "When the Host leaves the Exclusive edition, every publication, link and grant stays; " +
      "interconnect operations are refused from then on and work again once the edition is back. " +
      "Releases, removals and automatic grants go on throughout, but a license confers nothing " +
      "while use is refused.",
    strength: "recommended",
    kind: "invariant",
    raises: ["EDITION_NOT_SUPPORTED"],
    ambiguities: ["AMB-41"],
    status: "active",
  },
]);
