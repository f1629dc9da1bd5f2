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
  {
    id: "PARTNER-03",
    title: "Every Member names its counterparts",
    source: [
      { sentence: "S08", text: "终于联系上说“我离职了…”" },
      { sentence: "S09", text: "对接人工作交接给谁" },
      { sentence: "S29", text: "对接人离职第一时间知道" },
    ],
    reading:
      "A Member names people of its own on the Roster as its counterparts in the Space, in order; the Host names, " +
      "for each Member, people of its own on the Roster who look after it. These are visible to that Member's " +
      "people whatever the settings say, and nobody else becomes visible. Whoever leaves the Roster is one no " +
      "more. A Member that has fewer than the policy's minimum is unattended: the Space admins and its own are " +
      "told once, and again after it was attended. A command that names fewer is refused; facts and scope " +
      "changes never are. Both lists end with the Association.",
    strength: "recommended",
    kind: "effect",
    raises: [
      "NOT_AUTHORIZED_ADMIN",
      "MAIN_ADMIN_REQUIRED",
      "MEMBER_ROSTER_NOT_MANAGEABLE",
      "NOT_A_MEMBER",
      "NOT_IN_SPACE",
    ],
    numbers: ["counterpartsMin", "counterpartsMax"],
    ambiguities: ["AMB-88"],
    status: "active",
  },
]);
