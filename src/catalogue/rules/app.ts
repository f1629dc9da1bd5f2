import { rules } from "../rule.ts";

/** APP: Host apps in a Space. */
export const APP_RULES = /* @__PURE__ */ rules([
  {
    id: "APP-01",
    title: "Publication in one step",
    source: [
      { sentence: "S35", text: "上游组织搭建的应用，一键发布至下游组织工作台" },
      { sentence: "S35", text: "宜搭应用发布到钉钉上下游组织" },
    ],
    reading:
      "When the Host publishes an app it built to a Space it hosts, the app is in that one step " +
      "on the Downstream workbench of the Space for every Member within its authorization. " +
      "Nothing has to be done per Member. Publishing the same app to the same Space twice is " +
      "refused.",
    strength: "stated",
    kind: "effect",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "APP-02",
    title: "Only the Host, its own apps, its own Spaces",
    source: [{ sentence: "S35", text: "上游组织搭建的应用" }],
    reading:
      "Publication is refused to anyone but an authorized admin of the Host, for an app of " +
      "another organization, and into a Space hosted by another organization. One app may be " +
      "published to several Spaces of its Host; each publication stands alone.",
    strength: "derived",
    kind: "guard",
    raises: ["NOT_SPACE_ADMIN"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "APP-03",
    title: "Governance stays upstream",
    source: [
      { sentence: "S36", text: "业务权限、审批规则、授权名单等功能，统一由上游组织管理" },
      { sentence: "S37", text: "解决主企业组织管理难和信息泄露隐患" },
    ],
    reading:
      "Business permissions, approval rules, authorized list and every other governance setting " +
      "of a published Host app are changed by the Host side only. An admin of a Member, main " +
      "admin included, may not.",
    strength: "stated",
    kind: "guard",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "APP-04",
    title: "The authorized list decides",
    source: [
      { sentence: "S30", text: "权限可隔离" },
      { sentence: "S36", text: "授权名单" },
    ],
    reading:
      "The Host may restrict an app by partner type, Member, department or person; outside that " +
      "list it is neither listed nor usable. Without a restriction it is for everyone on the " +
      "Roster of the Space it is published to.",
    strength: "stated",
    kind: "guard",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "APP-05",
    title: "Downstream finds the app in its app center",
    source: [
      { sentence: "S23", text: "核心能力●上下游通讯录 ●上下游工作台" },
      { sentence: "S54", text: "下游组织工作台和宜搭应用工作台" },
      { sentence: "S55", text: "下游组织应用中心，可以看到上游组织发布过来的应用" },
      { sentence: "S67", text: "下游组织可以看到上游组织发布的应用，并发起流程" },
      { sentence: "S75", text: "不同组织可以设置共享通讯录，可以使用上下游组…" },
    ],
    reading:
      "A Downstream identity on the Roster sees in its app center exactly the Host apps " +
      "published to that Space whose authorized list covers it; off the Roster it sees none. " +
      "Seeing needs no license, using does (LIC-08).",
    strength: "stated",
    kind: "view",
    raises: [],
    ambiguities: ["AMB-40"],
    status: "active",
  },
  {
    id: "APP-06",
    title: "Later joiners find it without extra work",
    source: [
      { sentence: "S13", text: "每新对接一个供应商，都要发一遍“供应商管理系统”的链接、设置权限" },
    ],
    reading:
      "People of a Member that joins after publication and falls under the app's authorization " +
      "see the app at once; the Host neither publishes again nor sends anything.",
    strength: "derived",
    kind: "view",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "APP-07",
    title: "For the Host it stays an ordinary app",
    source: [{ sentence: "S43", text: "和普通应用一样使用" }],
    reading:
      "Publication changes nothing for people acting for the Host: no Space and no Downstream " +
      "feature limit applies to them.",
    strength: "stated",
    kind: "invariant",
    raises: ["MALFORMED"],
    options: ["hostFeatures"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "APP-08",
    title: "Withdrawal",
    source: [{ sentence: "S36", text: "统一由上游组织管理" }],
    reading:
      "When the Host withdraws a publication, the app disappears Downstream at once, while data " +
      "and running instances stay with the Host. Who holds an open task of one may still act on it; " +
      "nothing is started or submitted.",
    strength: "recommended",
    kind: "effect",
    raises: ["NOT_SPACE_ADMIN"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "APP-09",
    title: "One app, one body of data",
    source: [
      { sentence: "S14", text: "内外部协作的流程到哪儿了？需要登录系统才能看…" },
      { sentence: "S24", text: "采用上游主干应用的业务协同" },
    ],
    reading:
      "A published app is the Host's app and not a copy: what Downstream submits becomes data of " +
      "the Host.",
    strength: "stated",
    kind: "invariant",
    raises: [],
    ambiguities: [],
    status: "active",
  },
]);
