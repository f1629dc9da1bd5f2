import { rules } from "../rule.ts";

/** DATA: seeing business data. */
export const DATA_RULES = /* @__PURE__ */ rules([
  {
    id: "DATA-01",
    title: "The Host sees data in real time",
    source: [
      { sentence: "S14", text: "内外部协作的流程到哪儿了？需要登录系统才能看…" },
      { sentence: "S42", text: "数据变化，主组织报表大屏实时可见" },
    ],
    reading:
      "Once a Downstream submission is accepted, reports and dashboards of the Host computed " +
      "from the resulting state contain it.",
    strength: "stated",
    kind: "view",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "DATA-02",
    title: "Submitters come with their organization",
    source: [{ sentence: "S45", text: "过滤提交人时，自动透出 人员所在组织信息" }],
    reading:
      "When the Host filters or lists by submitter, each one comes with the organization the " +
      "submission was made for. One person submitting through A and through B gives two entries " +
      "that can be told apart.",
    strength: "stated",
    kind: "view",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "DATA-03",
    title: "The Host sees all data together",
    source: [{ sentence: "S46", text: "一起整体视角查看数据，数据管理、ETL、报表、大屏等" }],
    reading:
      "In data management, ETL, reports and dashboards the Host sees the data of all " +
      "organizations together.",
    strength: "stated",
    kind: "view",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "DATA-04",
    title: "Downstream sees details within permission",
    source: [
      {
        sentence: "S47",
        text: "支持数据管理页（运行态），在权限授权情况下，在权限范围内查看基础明细",
      },
    ],
    reading:
      "A Downstream identity that opens the runtime data page is refused without a permission " +
      "granted by the Host; with one it sees exactly the rows of the granted range, as read-only " +
      "detail.",
    strength: "stated",
    kind: "view",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "DATA-05",
    title: "Viewing a report needs permission, too",
    source: [
      { sentence: "S25", text: "下游成员可查看主干应用的分析报表" },
      { sentence: "S36", text: "业务权限…统一由上游组织管理" },
    ],
    reading:
      "FEAT-02 allows a report to be shown; whether a given Downstream identity may see it is " +
      "the Host's permission, and without one it is refused.",
    strength: "derived",
    kind: "guard",
    raises: ["DATA_PERMISSION_REQUIRED"],
    ambiguities: [],
    status: "active",
  },
]);
