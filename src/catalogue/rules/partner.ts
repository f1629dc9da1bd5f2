import { rules } from "../rule.ts";

/** PARTNER: partner types, levels and isolation. */
export const PARTNER_RULES = /* @__PURE__ */ rules([
  {
    id: "PARTNER-01",
    title: "Partner types and level",
    source: [
      { sentence: "S12", text: "合作伙伴是什么类型、什么级别，需要按照什么合作政策和口径来沟通" },
      { sentence: "S20", text: "服务商" },
      { sentence: "S74", text: "供应商、经销商、加盟商、人力外包管理、外部生态员工等" },
    ],
    reading:
      "A Member may carry one or more partner types and an optional level within a Space; the " +
      "list of types is open (supplier, dealer, service provider, franchisee, outsourced " +
      "workforce and ecosystem staff are named). Only Space admins set them; they belong to the " +
      "Association and vanish with it.",
    strength: "derived",
    kind: "effect",
    raises: ["NOT_SPACE_ADMIN", "NOT_A_MEMBER"],
    ambiguities: [],
    status: "active",
  },
  {
    id: "PARTNER-02",
    title: "Each partner sees its own systems",
    source: [
      {
        sentence: "S30",
        text: "权限可隔离—供应商看到的是供应商相关系统，经销商看到的是经销商相关系统",
      },
    ],
    reading:
      "A Host app authorized for one partner type is neither listed for nor usable by people of " +
      "Members without that type. A Member with several types sees the apps of each; an app " +
      "without restriction is for all.",
    strength: "stated",
    kind: "guard",
    raises: ["APP_NOT_AUTHORIZED"],
    ambiguities: [],
    status: "active",
  },
]);
