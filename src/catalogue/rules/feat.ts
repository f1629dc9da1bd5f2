import { rules } from "../rule.ts";

/** FEAT: what Downstream people can do with a Host app. */
export const FEAT_RULES = /* @__PURE__ */ rules([
  {
    id: "FEAT-01",
    title: "Forms, flows and to-dos",
    source: [
      { sentence: "S24", text: "下游成员可提交流程及表单" },
      { sentence: "S56", text: "快捷提交数据，参与审批协同" },
      { sentence: "S64", text: "提交表单、流程审批（单次普通提交，而非批量提交）" },
    ],
    reading:
      "A licensed and authorized Downstream identity may submit one form, start one flow, and " +
      "act on its own task, one at a time.",
    strength: "stated",
    kind: "guard",
    raises: [],
    options: ["release"],
    ambiguities: ["AMB-28"],
    status: "active",
  },
  {
    id: "FEAT-02",
    title: "Reports",
    source: [
      { sentence: "S25", text: "下游成员可查看主干应用的分析报表" },
      { sentence: "S48", text: "（本期不支持查看报表分析）" },
      { sentence: "S64", text: "目前支持下游人员提交表单、流程审批（单次普通…" },
    ],
    reading:
      "From V2 on Downstream may view reports of the Host app within the Host's permissions: " +
      "view only, neither edit nor build. Under release V1 it is refused.",
    strength: "stated",
    kind: "guard",
    raises: [],
    options: ["release"],
    ambiguities: ["AMB-27"],
    status: "active",
  },
  {
    id: "FEAT-03",
    title: "Attachments and pictures",
    source: [{ sentence: "S26", text: "可以在表单内正常提交图片、文件等附件" }],
    reading:
      "From V2.1 on a Downstream submission may carry pictures, files and other attachments. " +
      "Under earlier releases one that does is refused.",
    strength: "stated",
    kind: "guard",
    raises: ["FEATURE_NOT_SUPPORTED_DOWNSTREAM"],
    options: ["release"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "FEAT-04",
    title: "Automation",
    source: [
      { sentence: "S27", text: "覆盖集成自动化、酷应用" },
      { sentence: "S64", text: "提交后触发集成自动化" },
    ],
    reading:
      "From V3 on a Downstream submission triggers the automation of the app as a Host " +
      "submission does. Under earlier releases it is accepted without triggering.",
    strength: "stated",
    kind: "effect",
    raises: [],
    options: ["release"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "FEAT-05",
    title: "Message cards of cool apps",
    source: [
      { sentence: "S27", text: "覆盖集成自动化、酷应用" },
      { sentence: "S64", text: "酷应用消息卡片" },
    ],
    reading: "From V3 on a Downstream submission may emit message cards of cool apps.",
    strength: "stated",
    kind: "effect",
    raises: [],
    options: ["release"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "FEAT-06",
    title: "Distribution to internal groups of a Member",
    source: [{ sentence: "S27", text: "主干宜搭酷应可分发至下游内部群" }],
    reading:
      "From V3 on the Host may distribute its Yida cool app to internal groups of a Member of " +
      "the Space. Under earlier releases, or for an organization that is not a Member, it is " +
      "refused.",
    strength: "stated",
    kind: "guard",
    raises: ["NOT_A_MEMBER", "FEATURE_NOT_SUPPORTED_DOWNSTREAM"],
    options: ["release"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "FEAT-07",
    title: "The data page at run time only",
    source: [{ sentence: "S47", text: "支持数据管理页（运行态）" }],
    reading:
      "Downstream may open the runtime data-management page on the terms of DATA-04. The " +
      "design-time page is not available to it.",
    strength: "stated",
    kind: "view",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "FEAT-08",
    title: "Everything else is unsupported",
    source: [
      { sentence: "S64", text: "而非批量提交" },
      { sentence: "S65", text: "其他范畴的功能暂时未单独适配支持" },
    ],
    reading:
      "A feature that is not in the list is refused Downstream: batch submission of forms or " +
      "flows, batch approval, import, export, dashboards, ETL, design and so on. An unknown " +
      "feature name is refused, never let pass. For the Host a feature is what the list or " +
      "hostFeatures names; any other text is MALFORMED.",
    strength: "stated",
    kind: "guard",
    raises: ["MALFORMED", "FEATURE_NOT_SUPPORTED_DOWNSTREAM"],
    options: ["release", "hostFeatures"],
    ambiguities: ["AMB-28"],
    status: "active",
  },
  {
    id: "FEAT-09",
    title: "The feature list is versioned data",
    source: [
      { sentence: "S24", text: "下游成员可提交流程及表单" },
      { sentence: "S25", text: "下游成员可查看主干应用的分析报表" },
      { sentence: "S26", text: "可以在表单内正常提交图片、文件等附件" },
      { sentence: "S27", text: "覆盖集成自动化、酷应用" },
      { sentence: "S66", text: "最新功能升级请持续关注产品更新日志" },
    ],
    reading:
      "Whether a feature is supported is a lookup by feature and release. Later releases include " +
      "all earlier features; the default is the newest one known, V3.",
    strength: "derived",
    kind: "view",
    raises: [],
    options: ["release"],
    ambiguities: [],
    status: "active",
  },
]);
