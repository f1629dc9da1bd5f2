import { rules } from "../rule.ts";

/** HIER: words, shape, gates and authority of hierarchies. */
export const HIER_RULES = /* @__PURE__ */ rules([
  {
    id: "HIER-01",
    title: "Trunk and Branch",
    source: [
      {
        sentence: "H55",
        text: "每个分公司作为【分支组织】，建立独立的钉钉组织。集团总公司作为【主干组织】",
      },
      { sentence: "S05", text: "钉钉关联组织（现更名为上下级组织）" },
      { sentence: "H49", text: "上下级强管控关系，如集团-子公司，教育局-学校" },
    ],
    reading:
      "A hierarchy joins a Trunk and Branches, each a complete organization with its own " +
      "directory, admins, certification, edition, SSO flag and purchases. Being Trunk or Branch " +
      "is a role in a Link, not a kind of organization.",
    strength: "stated",
    kind: "term",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "HIER-02",
    title: "A Link is directed and joins exactly two",
    source: [
      { sentence: "H55", text: "可以邀请分公司进行关联" },
      { sentence: "H46", text: "查询主干组织…查询分支组织" },
    ],
    reading:
      "A Link has one Branch and one Trunk for its life; between two organizations there is at " +
      "most one, in one direction. A Space can be neither.",
    strength: "derived",
    kind: "guard",
    raises: ["ALREADY_LINKED"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "HIER-03",
    title: "Levels",
    source: [
      {
        sentence: "H36",
        text: "Education Bureau-School, District County-town-Village, Group-branch",
      },
      {
        sentence: "H37",
        text: "distribute it to the subordinate urban education bureau and schools",
      },
    ],
    reading:
      "A Branch may be a Trunk itself, without anybody's leave; each pair decides about its own " +
      "Link, and chains have at most hierarchyDepth organizations.",
    strength: "stated",
    kind: "guard",
    raises: ["HIERARCHY_TOO_DEEP"],
    numbers: ["hierarchyDepth"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "HIER-04",
    title: "Reach, level and line",
    source: [],
    reading:
      "Every Link carries the Branch's reach. A chain from B up to A passes if every Link in it " +
      "but the topmost has reach all-above; A reaches B exactly if one passes. The level is the " +
      "length of the shortest, the line is that chain, among equals the one whose Links, read " +
      "from the top, come first. The Branch's admins choose the reach when applying (else " +
      "defaultReach) and change it at any time; it holds at once for everybody above. Admins of " +
      "organizations that somebody further up has come to reach are told.",
    strength: "recommended",
    kind: "effect",
    raises: ["NOT_AUTHORIZED_ADMIN", "BRANCH_NOT_MANAGEABLE", "NOT_LINKED"],
    options: ["defaultReach"],
    ambiguities: ["AMB-53"],
    status: "active",
  },
  {
    id: "HIER-05",
    title: "Professional or Exclusive; a lost edition freezes",
    source: [
      { sentence: "S03", text: "上下级互联不支持不支持支持支持" },
      { sentence: "H29", text: "applications distributed across organizations cannot be added" },
    ],
    reading:
      "The Trunk's edition, Professional or Exclusive, is asked for distribution, for its list " +
      "and for licenses. When it is lost, what is distributed stays usable, unless " +
      "hierarchyEditionLoss is suspend. Links never ask for it, but under gateStage " +
      "container-too, where the approval of applications does. The Branch's edition is never " +
      "looked at.",
    strength: "stated",
    kind: "guard",
    raises: ["EDITION_NOT_SUPPORTED"],
    options: ["gateStage", "hierarchyEditionLoss"],
    ambiguities: ["AMB-49", "AMB-50"],
    status: "active",
  },
  {
    id: "HIER-06",
    title: "Opened by the platform",
    source: [
      { sentence: "H57", text: "该功能需付费开通，具体价格是根据您选择的不同规格和使用时长而不同" },
      { sentence: "H50", text: "须由创建组织的主管理员进行开通" },
      { sentence: "H15", text: "开通了上下级组织即会有分发应用这个按钮" },
    ],
    reading:
      "Opening, closing and the purchased number of Branches arrive as one fact from the " +
      "platform. While it is not open, an organization issues no invitation as a Trunk and " +
      "approves no application; nothing else is touched. Under hierarchyOpening top-covers an " +
      "organization below an open one counts as open, with branchLimit for its number.",
    strength: "stated",
    kind: "guard",
    raises: ["SOURCE_NOT_RESPONSIBLE"],
    options: ["hierarchyOpening"],
    ambiguities: ["AMB-56"],
    status: "active",
  },
  {
    id: "HIER-07",
    title: "Certification and single sign-on are no gates",
    source: [],
    reading:
      "Neither side needs certification, and SSO closes nothing. Under hierarchyMustBeCertified " +
      "trunk an approval asks it of the Trunk, under both application and approval ask it of the " +
      "Branch as well; what is lost later changes no Link. Under hierarchyUnderSso refused SSO " +
      "gates as for Spaces: Links where gateStage is container-too.",
    strength: "recommended",
    kind: "guard",
    raises: ["HOST_NOT_CERTIFIED", "MEMBER_NOT_CERTIFIED", "SSO_NOT_SUPPORTED"],
    options: ["hierarchyMustBeCertified", "hierarchyUnderSso", "gateStage"],
    ambiguities: ["AMB-51", "AMB-52"],
    status: "active",
  },
  {
    id: "HIER-08",
    title: "Who acts for a Trunk, who for a Branch",
    source: [
      { sentence: "H50", text: "须由创建组织的主管理员进行开通" },
      { sentence: "H64", text: "需要使用主干组织的访问凭证，不能使用分支组织的访问凭证" },
    ],
    reading:
      "A main admin, or a sub-admin with the Hierarchy permission; the Space permission does not " +
      "count here, nor the reverse. To organizations that are not acquainted with a Trunk " +
      "(neither that itself, nor reached by it or reaching it, nor applying to it, nor named by " +
      "an open invitation) it is unknown. Under hierarchyActor main-admin-only it takes a main " +
      "admin on either side.",
    strength: "recommended",
    kind: "guard",
    raises: ["UNKNOWN_ORGANIZATION", "NOT_AUTHORIZED_ADMIN", "MAIN_ADMIN_REQUIRED"],
    options: ["hierarchyActor"],
    ambiguities: ["AMB-48"],
    status: "active",
  },
  {
    id: "HIER-09",
    title: "No authority downwards",
    source: [
      { sentence: "H47", text: "需要分支组织自运营自管理" },
      { sentence: "H54", text: "实现管理职责下放" },
    ],
    reading:
      "A Trunk's admins change nothing that is a Branch's own: people, scope, reach, shared data. " +
      "A Trunk decides about its direct Links only, however far it reaches.",
    strength: "stated",
    kind: "guard",
    raises: ["NOT_TRUNK_ADMIN"],
    ambiguities: [],
    status: "active",
  },
]);
