import { rules } from "../rule.ts";

/** LEVEL: data by level. */
export const LEVEL_RULES = /* @__PURE__ */ rules([
  {
    id: "LEVEL-01",
    title: "The builder sees everything",
    source: [{ sentence: "H19", text: "上级组织可…查看所有人员提交的全部数据" }],
    reading: "Whoever acts for the organization that built an app sees all its rows.",
    strength: "stated",
    kind: "view",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "LEVEL-02",
    title: "Each level sees its management scope, by permission",
    source: [
      { sentence: "H35", text: "各级组织查看自己管理范围内的数据" },
      {
        sentence: "H39",
        text: "B1 can see the data of subordinate C1 and C2 schools, B2 … C3",
      },
    ],
    reading:
      "Through a Trunk nothing is seen without its permission. The ranges are own, organization, " +
      "and below: rows of one's organization and of every one that it reaches. An audience is " +
      "written like a list, so that one permission serves a whole level.",
    strength: "stated",
    kind: "effect",
    raises: ["DATA_PERMISSION_REQUIRED"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "LEVEL-03",
    title: "The scope follows the tree",
    source: [],
    reading:
      "Which organizations are below is judged when data are looked at; rows reached by several " +
      "chains count once. Rows of an organization no longer reached stay with the builder alone. " +
      "Under levelRange at-submission a row carries the line of its submission, and is for the " +
      "organizations on it for as long as they are reached.",
    strength: "recommended",
    kind: "view",
    raises: [],
    options: ["levelRange"],
    ambiguities: ["AMB-67"],
    status: "active",
  },
]);
