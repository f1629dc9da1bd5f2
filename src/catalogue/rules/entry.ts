import { rules } from "../rule.ts";

/** ENTRY: where one sees a Space. */
export const ENTRY_RULES = /* @__PURE__ */ rules([
  {
    id: "ENTRY-01",
    title: "Management entry for admins",
    source: [
      {
        sentence: "S32",
        text: "管理员可在【手机端钉钉】→【通讯录】→找到需要操作的企业→点击“管理”→【互联平台】→【上下游组织】",
      },
    ],
    reading:
      "An authorized admin finds the management entry of the organization, also as an app on the " +
      "workbench. Ordinary people do not get it.",
    strength: "stated",
    kind: "view",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "ENTRY-02",
    title: "A rostered person sees the Space",
    source: [
      { sentence: "S34", text: "已被加入上下游组织中的成员" },
      { sentence: "S103", text: "如果你所在的组织已经加入某上下游组织且你被加入了上下游组织中" },
    ],
    reading:
      "The Spaces a person sees are exactly those with one of the person's identities on the " +
      "Roster. Both are needed: the organization belongs to the Space and the person was added.",
    strength: "stated",
    kind: "view",
    raises: ["NOT_IN_SPACE"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "ENTRY-03",
    title: "Colleagues who were not added see nothing",
    source: [{ sentence: "S103", text: "且你被加入了上下游组织中" }],
    reading:
      "An employee of a Member who is out of scope or on the waiting list does not find the " +
      "Space in their list.",
    strength: "derived",
    kind: "view",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "ENTRY-04",
    title: "Organizations in no Space",
    source: [
      {
        sentence: "S104",
        text: "如果你所在的组织还未加入上下游组织，可以前往组织管理-互联平台-上下游组织",
      },
    ],
    reading:
      "An organization that is in no Space has none in the contacts tab. Only the management " +
      "entry of ENTRY-01 exists, for its authorized admins.",
    strength: "stated",
    kind: "view",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "ENTRY-05",
    title: "Two management paths",
    source: [
      { sentence: "S85", text: "发起上下游组织的组织管理路径" },
      { sentence: "S85", text: "成员组织管理路径" },
    ],
    reading:
      "The authorized admins of the Host manage through the Space itself, those of a Member " +
      "manage their own side through the management of their enterprise. Each path offers only " +
      "the commands that ADMIN-04 allows.",
    strength: "stated",
    kind: "view",
    raises: [],
    ambiguities: [],
    status: "active",
  },
]);
