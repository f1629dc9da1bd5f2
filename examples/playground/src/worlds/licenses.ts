import type { Plan } from "./scene.ts";

export const licenses: Plan = {
  id: "licenses",
  title: ["Licenses running out", "licence即将用尽"],
  about: [
    "Five licenses for the Host and a linked Space. The alert comes at 80 percent; whoever comes after the fifth waits.",
    "主组织采买 5 个licence，与一个上下游组织合计。消耗 80% 时预警，用尽后自动授权者等待。",
  ],
  policy: {},
  opensAt: 9,
  tell: (scene) => {
    scene.organization("qingyuan", {
      name: "Qingyuan Manufacturing 清源制造",
      departments: { procurement: ["Procurement 采购中心"] },
      people: {
        "lin-yue": ["Lin Yue 林悦", "procurement"],
        "wu-hao": ["Wu Hao 吴昊", "procurement"],
        "zhao-min": ["Zhao Min 赵敏", "procurement"],
      },
      admins: { "lin-yue": "main" },
    });
    scene.organization("jiangnan", {
      name: "Jiangnan Castings 江南铸造",
      departments: { sales: ["Sales 销售部"], delivery: ["Delivery 交付部"] },
      people: {
        "an-qi": ["An Qi 安琪", "sales"],
        "bai-lu": ["Bai Lu 白露", "sales"],
      },
      admins: { "an-qi": "main" },
    });
    const lin = "qingyuan/lin-yue";
    scene.host("supply", lin, "Supply chain 供应链协同", { departments: ["procurement"] });
    scene.join("supply", lin, "jiangnan/an-qi", { whole: true });
    scene.begin();
    const unit = { kind: "space", space: "supply" };
    const host = { kind: "host", organization: "qingyuan" };
    const of = (organization: string, ...people: string[]) =>
      people.map((person) => ({ organization, person }));
    scene.platform("license.purchased", { organization: "qingyuan", purchased: 5 });
    scene.by(lin, "license.grant", { unit: host, people: of("qingyuan", "lin-yue", "wu-hao") });
    scene.by(lin, "license.grant", { unit, people: of("jiangnan", "an-qi") });
    scene.by(lin, "license.link", { unit });
    scene.by(lin, "license.grant", { unit, people: of("jiangnan", "an-qi") });
    scene.by(lin, "license.automate", {
      unit,
      organization: "jiangnan",
      departments: ["delivery"],
    });
    scene.hire("jiangnan", "cao-yi", "Cao Yi 曹毅", "delivery");
    scene.hire("jiangnan", "deng-fei", "Deng Fei 邓飞", "delivery");
    scene.hire("jiangnan", "fang-yu", "Fang Yu 方瑜", "delivery");
    scene.by(lin, "license.grant", { unit: host, people: of("qingyuan", "zhao-min") });
    scene.fact("qingyuan", "person.resigned", { person: "wu-hao", number: 1 });
    scene.platform("license.purchased", { organization: "qingyuan", purchased: 10 });
    scene.by(lin, "license.grant", { unit: host, people: of("qingyuan", "zhao-min") });
  },
};
