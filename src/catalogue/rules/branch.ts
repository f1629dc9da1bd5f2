import { rules } from "../rule.ts";

/** BRANCH, MOUNT, SIGHT and SHARE: what a Link carries. */
export const BRANCH_RULES = /* @__PURE__ */ rules([
  {
    id: "BRANCH-01",
    title: "Each Branch sets its own scope",
    source: [
      { sentence: "H56", text: "分支组织成员（全部或部分）将自动同步到主干组织的通讯录架构" },
    ],
    reading:
      "One scope per Link, by the Branch's Hierarchy admins alone, over its own directory only. " +
      "The Trunk sets none for itself.",
    strength: "stated",
    kind: "guard",
    raises: ["NOT_AUTHORIZED_ADMIN", "BRANCH_NOT_MANAGEABLE", "SCOPE_OUTSIDE_OWN_ORGANIZATION"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "BRANCH-02",
    title: "It follows the people at once, without a cap",
    source: [
      { sentence: "H06", text: "当分公司的人员信息发生变动时，这些变动将自动与集团架构进行同步" },
      { sentence: "H45", text: "人员结构实时同步" },
    ],
    reading:
      "The Roster of a Link is exactly the Branch's identities in service and in scope, at every " +
      "moment: no person cap applies and nobody waits.",
    strength: "stated",
    kind: "effect",
    raises: [],
    ambiguities: ["AMB-55"],
    status: "active",
  },
  {
    id: "BRANCH-03",
    title: "Present in the book, not employed there",
    source: [
      { sentence: "H67", text: "部门是否来自关联组织" },
      { sentence: "H68", text: "关联映射关系" },
    ],
    reading:
      "A linked person stays an identity of the Branch: they enter no scope, headcount, order " +
      "of hires, head, role or admin list of the Trunk, nor the Trunk's part of any Space or " +
      "Link. A person employed by both is two identities.",
    strength: "derived",
    kind: "invariant",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "BRANCH-04",
    title: "The Trunk's own people need not be added",
    source: [
      {
        sentence: "H04",
        text: "主干组织的成员可以直接与分支组织的成员进行沟通和协作，无需额外的添加或搜索",
      },
    ],
    reading: "Everybody in service at the Trunk is in its book.",
    strength: "stated",
    kind: "view",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "BRANCH-05",
    title: "Present once, by whichever chain",
    source: [
      { sentence: "H35", text: "organizations at all levels" },
      {
        sentence: "H37",
        text: "distribute it to the subordinate urban education bureau and schools",
      },
    ],
    reading:
      "An identity is present for an organization above if some passing chain begins with a " +
      "Link on which it is; several chains make it present once.",
    strength: "derived",
    kind: "view",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "BRANCH-06",
    title: "What leaving a book entails",
    source: [
      { sentence: "H06", text: "当分公司的人员信息发生变动时，这些变动将自动与集团架构进行同步" },
    ],
    reading:
      "In the step in which an identity is present no more for an organization, by whatever " +
      "change, its grant in the Hierarchy unit there is released, and it leaves the groups of that " +
      "Trunk, and its open tasks in instances through it go on with a successor or wait: in its " +
      "own organization, or at the Trunk if that reaches it no more. What it has where it still is " +
      "present, and in Spaces, is untouched.",
    strength: "derived",
    kind: "effect",
    raises: [],
    ambiguities: ["AMB-74"],
    status: "active",
  },
  {
    id: "MOUNT-01",
    title: "Alias, mount and labels are the Trunk's",
    source: [
      {
        sentence: "H65",
        text: "分支组织在主干组织内的别名…挂载节点部门ID，如果是根部门，需要传-1",
      },
    ],
    reading:
      "A Trunk admin sets a Branch's alias (or none), its mount (a department of the Trunk, or " +
      "the root) and its labels; they belong to the Link. No command gives two Branches with the " +
      "same mount the same alias.",
    strength: "stated",
    kind: "guard",
    raises: ["NOT_TRUNK_ADMIN", "UNKNOWN_DEPARTMENT", "NOT_LINKED"],
    ambiguities: ["AMB-59"],
    status: "active",
  },
  {
    id: "MOUNT-02",
    title: "A mounted Branch is a department of the book",
    source: [{ sentence: "H66", text: "分支组织在主干组织内的部门ID" }],
    reading:
      "Where a Trunk names one of its own departments in the list of a distribution or in an " +
      "exception of sight, the Branches mounted at or below it are meant, and (but for sight) " +
      "everything reached below those.",
    strength: "derived",
    kind: "view",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "MOUNT-03",
    title: "When the mount moves or goes",
    source: [],
    reading:
      "What is mounted below a department moves along with it. When a department is removed, its " +
      "Branches are mounted at its parent and stay there; aliases that then coincide stand.",
    strength: "recommended",
    kind: "effect",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "SIGHT-01",
    title: "The Trunk's people see their Branches",
    source: [
      {
        sentence: "H04",
        text: "主干组织的成员可以直接与分支组织的成员进行沟通和协作，无需额外的添加或搜索",
      },
      { sentence: "H02", text: "实现跨组织通讯录…的互联互通" },
    ],
    reading:
      "Anybody in service at the Trunk sees, in its book, their own organization and every " +
      "organization that it reaches, with those organizations' people present for it, unless " +
      "hidden. Organizations not reached are not shown.",
    strength: "stated",
    kind: "view",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "SIGHT-02",
    title: "A Branch's people see only themselves by default",
    source: [
      {
        sentence: "H21",
        text: "the subordinate organization cannot access the address book of the superior organization",
      },
    ],
    reading:
      "People on the Link of a Branch with the default setting see their own organization's " +
      "people there, neither the Trunk's nor other Branches. Under branchSightDefault whole- " +
      "book new Links start with own-only off. Colleagues who are not on the Link see nothing " +
      "of the book.",
    strength: "stated",
    kind: "guard",
    raises: ["NOT_VISIBLE"],
    options: ["branchSightDefault"],
    ambiguities: ["AMB-60"],
    status: "active",
  },
  {
    id: "SIGHT-03",
    title: "Two switches, each with exceptions",
    source: [
      { sentence: "H62", text: "在主干组织通讯录隐藏分支组织…仅可见分支组织自己" },
      { sentence: "H63", text: "可以设置分支组织在主干组织内可以被哪些部门可见" },
    ],
    reading:
      "A Trunk admin sets for each Branch, independently, hidden and own-only, each but for " +
      "some organizations and Trunk departments, at most sightExceptionLimit of either. " +
      "Somebody is seen by the first line that decides: one's own organization yes; hidden on a " +
      "Link of its line and the viewer not excepted there no; a viewer of the Trunk yes; a " +
      "direct Branch with own-only on and the target not excepted no; a direct Branch that " +
      "looks at the Trunk or a direct Branch yes; else no. Entries for what was linked under a " +
      "former Link are void.",
    strength: "stated",
    kind: "number",
    raises: ["MALFORMED", "NOT_TRUNK_ADMIN", "UNKNOWN_DEPARTMENT", "NOT_LINKED"],
    numbers: ["sightExceptionLimit"],
    ambiguities: ["AMB-61"],
    status: "active",
  },
  {
    id: "SIGHT-04",
    title: "Deeper levels",
    source: [],
    reading:
      "Upwards, what a middle Trunk hides is hidden from everybody above, with all that is " +
      "below it; the line alone counts, however many chains there are. Downwards, an " +
      "organization below level 1 sees in a book nothing but its own people.",
    strength: "recommended",
    kind: "view",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "SIGHT-05",
    title: "One answer for every use, with its reason",
    source: [],
    reading:
      "The same decision governs every use. hierarchy.why gives it with the line that decided " +
      "and the Link whose setting did: to a Trunk admin in full; to a Branch's Hierarchy admin " +
      "for its own people as viewers, in full about organizations they see; to anybody else, " +
      "for themselves, as yes or no.",
    strength: "recommended",
    kind: "view",
    raises: ["NOT_AUTHORIZED_ADMIN"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "SHARE-01",
    title: "The Branch says which data the Trunk may read",
    source: [{ sentence: "H61", text: "分支组织关联到主干时，可选择授权给主干的数据范围" }],
    reading:
      "A Link carries a set of data codes, given with the application and changed at any time by " +
      "the Branch's Hierarchy admins alone; at most sharedDataLimit. It ends with the Link. Codes " +
      "are compared, and none is known.",
    strength: "stated",
    kind: "effect",
    raises: ["MALFORMED", "NOT_AUTHORIZED_ADMIN", "BRANCH_NOT_MANAGEABLE", "NOT_LINKED"],
    numbers: ["sharedDataLimit"],
    ambiguities: ["AMB-62"],
    status: "active",
  },
  {
    id: "SHARE-02",
    title: "Read by the Trunk's internal apps, code by code",
    source: [
      { sentence: "H61", text: "主干组织上的企业内部应用可以使用该接口获取分支组织的授权数据" },
    ],
    reading:
      "An app that the Trunk built itself may read a code of a Branch exactly if it is shared on " +
      "their Link; other Trunks and organizations further above may not, unless sharedDataReach " +
      "is reached. The apps of others are refused.",
    strength: "stated",
    kind: "guard",
    raises: ["NOT_LINKED", "APP_NOT_OWNED_BY_HOST"],
    options: ["sharedDataReach"],
    ambiguities: ["AMB-62"],
    status: "active",
  },
]);
