import type { Plan } from "./scene.ts";

export const routing: Plan = {
  id: "routing",
  title: ["Flow routing", "流程流转"],
  about: [
    "A task may only be passed to people of the organization for which the flow was started. He Ying works for both sides.",
    "流转只能选择和发起人同组织的用户。何颖在上下游两侧都任职。",
  ],
  policy: {},
  opensAt: 3,
  tell: (scene) => {
    scene.organization("qingyuan", {
      name: "Qingyuan Manufacturing 清源制造",
      departments: { procurement: ["Procurement 采购中心"], quality: ["Quality 质量中心"] },
      people: {
        "lin-yue": ["Lin Yue 林悦", "procurement"],
        "wu-hao": ["Wu Hao 吴昊", "procurement"],
        "he-ying": ["He Ying 何颖", "quality"],
      },
      admins: { "lin-yue": "main" },
    });
    scene.organization("jiangnan", {
      name: "Jiangnan Castings 江南铸造",
      departments: { delivery: ["Delivery 交付部"] },
      people: {
        "an-qi": ["An Qi 安琪", "delivery"],
        "bai-lu": ["Bai Lu 白露", "delivery"],
        "he-ying": ["He Ying 何颖", "delivery"],
      },
      admins: { "an-qi": "main" },
    });
    const lin = "qingyuan/lin-yue";
    const wu = { organization: "qingyuan", person: "wu-hao" };
    const he = (organization: string) => ({ organization, person: "he-ying" });
    const an = { organization: "jiangnan", person: "an-qi" };
    scene.host("supply", lin, "Supply chain 供应链协同", { whole: true });
    scene.join("supply", lin, "jiangnan/an-qi", { whole: true });
    scene.by(lin, "app.create", { app: "portal", name: "Supplier portal 供应商门户" });
    scene.by(lin, "app.publish", { space: "supply", app: "portal" });
    scene.platform("license.purchased", { organization: "qingyuan", purchased: 20 });
    const unit = { kind: "space", space: "supply" };
    scene.by(lin, "license.link", { unit });
    scene.by(lin, "license.grant", { unit, people: [an, he("jiangnan")] });
    scene.by(lin, "license.grant", {
      unit: { kind: "host", organization: "qingyuan" },
      people: [wu, he("qingyuan")],
    });
    scene.begin();
    scene.by(lin, "flow.define", {
      app: "portal",
      flow: "deviation",
      steps: [
        { mode: "any", approvers: [{ kind: "person", ...wu }] },
        { mode: "all", approvers: [{ kind: "person", ...he("qingyuan") }] },
      ],
    });
    const start = (who: string, instance: string, more: object) =>
      scene.by(who, "flow.start", {
        app: "portal",
        flow: "deviation",
        instance,
        row: `row-${instance}`,
        ...more,
      });
    start("jiangnan/an-qi", "by-jiangnan", { space: "supply" });
    const task = { instance: "by-jiangnan", task: 0 };
    const lead = { organization: "qingyuan", person: "lin-yue" };
    scene.by("qingyuan/wu-hao", "task.transfer", { ...task, to: lead });
    scene.by("qingyuan/wu-hao", "task.countersign", {
      ...task,
      place: "before",
      people: [{ organization: "jiangnan", person: "bai-lu" }],
    });
    start("qingyuan/he-ying", "by-qingyuan", {});
    start("jiangnan/he-ying", "by-he-ying", { space: "supply" });
    scene.by("qingyuan/wu-hao", "task.transfer", { instance: "by-qingyuan", task: 0, to: lead });
    scene.by("jiangnan/bai-lu", "task.approve", { instance: "by-jiangnan", task: 1 });
    const bai = { organization: "jiangnan", person: "bai-lu" };
    scene.by(lin, "license.grant", { unit, people: [bai] });
    scene.by("jiangnan/bai-lu", "task.approve", { instance: "by-jiangnan", task: 1 });
    scene.by("qingyuan/wu-hao", "task.approve", task);
  },
};
