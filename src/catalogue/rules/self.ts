import { rules } from "../rule.ts";

/** SELF: apps built under the identity of the Space. */
export const SELF_RULES = /* @__PURE__ */ rules([
  {
    id: "SELF-01",
    title: "Apps under the identity of the Space",
    source: [
      {
        sentence: "S99",
        text: "支持。即以上下游组织这个组织的身份登录开发者后台，并创建组织内部应用",
      },
      { sentence: "S101", text: "前往钉钉开发者后台，扫码后以上下游组织的身份…" },
    ],
    reading:
      "A Space admin acting as the Space may create and publish an internal app. It is a Space " +
      "app, distinct from Host apps.",
    strength: "stated",
    kind: "effect",
    raises: ["NOT_SPACE_ADMIN"],
    ambiguities: ["AMB-38"],
    status: "active",
  },
  {
    id: "SELF-02",
    title: "Everyone in the Space may use it",
    source: [
      { sentence: "S75", text: "不同组织可以设置共享通讯录，可以使用上下游组…" },
      {
        sentence: "S102",
        text: "该应用会出现在上下游组织的首页，所有加入上下游组织的成员均可使用",
      },
    ],
    reading:
      "A published Space app is on the Space home, and every identity on the Roster may use it, " +
      "Host contacts included: no authorized list, no partner isolation, no license. Before " +
      "publication nobody sees it, and people off the Roster are refused.",
    strength: "stated",
    kind: "guard",
    raises: ["NOT_IN_SPACE"],
    ambiguities: ["AMB-38"],
    status: "active",
  },
  {
    id: "SELF-03",
    title: "No data exchange with the Host's own apps",
    source: [
      {
        sentence: "S100",
        text: "（2021年11月：后续我们会支持主组织和上下游组织的自建应用数据互通）",
      },
    ],
    reading:
      "Data of Space apps and of the Host's self-built apps are separate. The exchange was " +
      "announced for the future only, so asking for it is refused.",
    strength: "stated",
    kind: "guard",
    raises: [],
    ambiguities: [],
    status: "active",
  },
  {
    id: "SELF-04",
    title: "Space apps are outside the gates and licenses",
    source: [
      { sentence: "S01", text: "企业间互联 专属版专享能力" },
      {
        sentence: "S102",
        text: "该应用会出现在上下游组织的首页，所有加入上下游组织的成员均可使用",
      },
    ],
    reading:
      "Edition, SSO and license rules concern Host apps. A Space app asks only that the person " +
      "is on the Roster (ENTRY-02).",
    strength: "recommended",
    kind: "invariant",
    raises: [],
    ambiguities: ["AMB-38"],
    status: "active",
  },
]);
