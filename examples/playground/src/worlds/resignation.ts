import { qingyuan, tieCaoYi } from "./castings.ts";
import type { Plan } from "./scene.ts";

/** Everything that a person can be tied to, and then the one fact that unties it all. */
export const resignation: Plan = {
  id: "resignation",
  title: ["A resignation that touches everything", "牵动全局的离职"],
  about: [
    "Cao Yi is on two Rosters, in a group, licensed, on an authorized list, head of a department and holds a task. Then comes one fact.",
    "曹毅在两个上下游组织在册，在合作群中，有licence，在授权名单上，主管部门并持有任务。随后只有一条离职事实。",
  ],
  policy: { personCap: 5 },
  opensAt: 21,
  tell: (scene) => {
    qingyuan(scene);
    scene.organization("meridian", {
      name: "Meridian Sales 子午销售",
      people: { "mo-lan": ["Mo Lan 莫兰"] },
      admins: { "mo-lan": "main" },
    });
    scene.organization("jiangnan", {
      name: "Jiangnan Castings 江南铸造",
      departments: { sales: ["Sales 销售部"], delivery: ["Delivery 交付部"] },
      people: {
        "an-qi": ["An Qi 安琪", "sales"],
        "bai-lu": ["Bai Lu 白露", "delivery"],
        "cao-yi": ["Cao Yi 曹毅", "delivery"],
      },
      admins: { "an-qi": "main" },
    });
    scene.begin();
    const lin = "qingyuan/lin-yue";
    const cao = { organization: "jiangnan", person: "cao-yi" };
    const bai = { organization: "jiangnan", person: "bai-lu" };
    scene.host("supply", lin, "Supply chain 供应链协同", { departments: ["procurement"] });
    scene.join("supply", lin, "jiangnan/an-qi", { whole: true });
    scene.host("dealers", "meridian/mo-lan", "Dealer network 经销网络", { whole: true });
    scene.join("dealers", "meridian/mo-lan", "jiangnan/an-qi", { people: ["cao-yi"] });
    scene.hire("jiangnan", "deng-fei", "Deng Fei 邓飞", "delivery");
    scene.fact("jiangnan", "person.heads-changed", {
      person: "cao-yi",
      number: 1,
      departments: ["delivery"],
    });
    scene.by(lin, "app.create", { app: "portal", name: "Supplier portal 供应商门户", cool: true });
    scene.by(lin, "app.publish", {
      space: "supply",
      app: "portal",
      authorized: { people: [cao, bai] },
    });
    scene.platform("license.purchased", { organization: "qingyuan", purchased: 2 });
    scene.by(lin, "license.link", { unit: { kind: "space", space: "supply" } });
    scene.by(lin, "license.grant", {
      unit: { kind: "space", space: "supply" },
      people: [cao, bai],
    });
    tieCaoYi(scene);
    scene.by("jiangnan/an-qi", "successor.set", {
      organization: "jiangnan",
      person: "cao-yi",
      successor: "bai-lu",
    });
    scene.fact("jiangnan", "person.resigned", { person: "cao-yi", number: 1 });
    scene.fact("jiangnan", "person.resigned", { person: "cao-yi", number: 1 });
  },
};
