import { rules } from "../rule.ts";

/** SSO: what single sign-on closes. */
export const SSO_RULES = /* @__PURE__ */ rules([
  {
    id: "SSO-01",
    title: "No interconnect under single sign-on",
    source: [{ sentence: "S112", text: "单点登录场景下，是否支持上下游互联？暂不支持" }],
    reading:
      "While the Host has SSO enabled, every interconnect operation of EDITION-01 is refused. " +
      "While a Member has SSO enabled, its own people cannot use a Host app Downstream; other " +
      "Members are not affected. Under gateStage container-too, creating and joining a Space are " +
      "refused as well.",
    strength: "stated",
    kind: "guard",
    raises: [],
    options: ["gateStage"],
    ambiguities: ["AMB-30"],
    status: "active",
  },
  {
    id: "SSO-02",
    title: "SSO enabled later suspends and deletes nothing",
    source: [{ sentence: "S112", text: "暂不支持" }],
    reading:
      "When SSO is enabled, publications, links and grants stay and only the operations of " +
      "SSO-01 are refused, as in EDITION-05. Disabling it restores everything as it then stands.",
    strength: "recommended",
    kind: "invariant",
    raises: ["SSO_NOT_SUPPORTED"],
    ambiguities: [],
    status: "active",
  },
]);
