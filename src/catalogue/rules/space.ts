import { rules } from "../rule.ts";

/** SPACE: creating a Space, its quota and its identity. */
export const SPACE_RULES = /* @__PURE__ */ rules([
  {
    id: "SPACE-01",
    title: "One Host and any number of Members",
    source: [
      { sentence: "S19", text: "企业建立上下游组织，邀请合作伙伴加入" },
      { sentence: "S21", text: "基于主干组织的“企业-上下游产业链伙伴”的沟通协作体系" },
      { sentence: "S73", text: "连接企业和合作伙伴的【外部沟通协作平台】" },
    ],
    reading:
      "A Space has exactly one Host, fixed for its life, and zero or more Members. Apps, " +
      "permissions and licenses flow from the Host; Members owe each other nothing by default.",
    strength: "stated",
    kind: "invariant",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "SPACE-02",
    title: "The creator's organization becomes the Host",
    source: [
      {
        sentence: "S49",
        text: "若主干组织中的某人A需要与上下游组织人员做业务协同，需要将A其加入到上下游组织中",
      },
      { sentence: "S82", text: "可以在钉钉app中前往：组织管理-互联平台-上下游组织进行创建" },
    ],
    reading:
      "When an authorized admin of a certified organization creates a Space, that organization " +
      "becomes its Host. The Host's sync scope may be given with the command; left out, it is " +
      "empty, and the creator is not added unasked.",
    strength: "stated",
    kind: "effect",
    raises: [
      "NOT_AUTHORIZED_ADMIN",
      "HOST_NOT_CERTIFIED",
      "SPACE_QUOTA_EXCEEDED",
      "PERSON_CAP_EXCEEDED",
    ],
    ambiguities: ["AMB-45"],
    status: "active",
  },
  {
    id: "SPACE-03",
    title: "Ten free Spaces per certified organization",
    source: [{ sentence: "S77", text: "一个认证组织默认可以创建10个免费的上下游组织" }],
    reading:
      "A certified organization that hosts n live Spaces and was granted an expansion of e may " +
      "create another exactly if n < 10 + e. All of them are free of charge.",
    strength: "stated",
    kind: "number",
    raises: [],
    numbers: ["certifiedSpaceQuota"],
    options: ["spaceQuotaBasis"],
    ambiguities: ["AMB-05", "AMB-06"],
    status: "active",
  },
  {
    id: "SPACE-04",
    title: "Only platform support expands a quota",
    source: [{ sentence: "S79", text: "如需扩容，可以联系我们相关的支持同学" }],
    reading:
      "The Space quota of an organization and the person cap of a Space are raised by platform " +
      "support alone, and the new number holds at once. No admin of any organization can raise " +
      "one, and an expansion that is not an increase is refused.",
    strength: "stated",
    kind: "guard",
    raises: [],
    numbers: ["certifiedSpaceQuota", "personCap"],
    ambiguities: ["AMB-05"],
    status: "active",
  },
  {
    id: "SPACE-05",
    title: "Hosting and joining are separate",
    source: [
      { sentence: "S77", text: "创建10个" },
      { sentence: "S80", text: "最多加入几个上下游组织？5个" },
    ],
    reading:
      "An organization may host Spaces and be a Member of others at once: hosted Spaces never " +
      "count towards the 5, joined ones never towards the 10. A Host cannot be a Member of its " +
      "own Space.",
    strength: "derived",
    kind: "guard",
    raises: [],
    numbers: ["certifiedSpaceQuota", "joinLimit"],
    ambiguities: ["AMB-07"],
    status: "active",
  },
  {
    id: "SPACE-06",
    title: "A Space is an identity, not an employer",
    source: [{ sentence: "S99", text: "以上下游组织这个组织的身份登录开发者后台" }],
    reading:
      "Towards the developer console a Space acts like an organization (SELF-01). It employs " +
      "nobody, has no main admin, no license pool and no directory beyond its Folders and " +
      "Roster, and can be neither Host nor Member of a Space.",
    strength: "stated",
    kind: "invariant",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "SPACE-07",
    title: "Dissolving a Space",
    source: [],
    reading:
      "A Space admin may dissolve a Space: every Member exits at once as in EXIT-01, and the " +
      "Space is unlinked from the license pool. Under spaceQuotaBasis live it no longer counts " +
      "towards the 10.",
    strength: "recommended",
    kind: "effect",
    raises: ["NOT_SPACE_ADMIN"],
    numbers: ["certifiedSpaceQuota"],
    options: ["spaceQuotaBasis"],
    ambiguities: ["AMB-06"],
    status: "active",
  },
]);
