import type { Plan } from "./scene.ts";

/** The story of `npm start` in small: a Host, three partners, a Space with twelve places. */
export const story: Plan = {
  id: "story",
  title: ["The story in small", "小故事：主组织与伙伴"],
  about: [
    "A Host with three partners. Its Space has twelve places and three Members at most, so limits are met early.",
    "一个主组织与三家伙伴。该上下游组织最多 12 人、3 个成员组织，很快就会碰到上限。",
  ],
  policy: { personCap: 12, memberOrgCap: 3 },
  opensAt: 14,
  tell: (scene) => {
    scene.organization("qingyuan", {
      name: "Qingyuan Manufacturing 清源制造",
      departments: {
        office: ["Executive office 总裁办"],
        procurement: ["Procurement 采购中心"],
        quality: ["Quality 质量中心"],
      },
      people: {
        "lin-yue": ["Lin Yue 林悦", "office"],
        "ma-li": ["Ma Li 马丽", "procurement"],
        "wu-hao": ["Wu Hao 吴昊", "procurement"],
        "zhao-min": ["Zhao Min 赵敏", "procurement"],
        "he-ying": ["He Ying 何颖", "quality"],
      },
      admins: { "lin-yue": "main", "ma-li": "sub" },
    });
    scene.organization("jiangnan", {
      name: "Jiangnan Castings 江南铸造",
      edition: "professional",
      departments: { sales: ["Sales 销售部"], delivery: ["Delivery 交付部"] },
      people: {
        "an-qi": ["An Qi 安琪", "sales"],
        "bai-lu": ["Bai Lu 白露", "sales"],
        "cao-yi": ["Cao Yi 曹毅", "delivery"],
        "deng-fei": ["Deng Fei 邓飞", "delivery"],
      },
      admins: { "an-qi": "main" },
    });
    scene.organization("huaxin", {
      name: "Huaxin Electronics 华芯电子",
      departments: { account: ["Key accounts 大客户部"], plant: ["Plant 工厂"] },
      people: {
        "fang-wei": ["Fang Wei 方伟", "account"],
        "gao-jie": ["Gao Jie 高洁", "account"],
        "hu-tao": ["Hu Tao 胡涛", "plant"],
      },
      admins: { "fang-wei": "main" },
    });
    scene.organization("beihai", {
      name: "Beihai Coatings 北海涂料",
      edition: "light",
      certified: false,
      people: { "jin-bo": ["Jin Bo 金博"], "kong-yan": ["Kong Yan 孔燕"] },
      admins: { "jin-bo": "main" },
    });
    scene.begin();
    const lin = "qingyuan/lin-yue";
    const ma = "qingyuan/ma-li";
    const scope = { departments: ["procurement"] };
    scene.by("qingyuan/wu-hao", "space.create", {
      space: "supply",
      name: "Supply chain 供应链协同",
      scope,
    });
    scene.host("supply", lin, "Supply chain 供应链协同", scope);
    scene.join("supply", ma, "jiangnan/an-qi", { whole: true });
    scene.join("supply", ma, "huaxin/fang-wei", { departments: ["account"] });
    scene.by(ma, "partner.set", {
      space: "supply",
      organization: "jiangnan",
      types: ["supplier"],
      level: "A",
    });
    scene.by(ma, "visibility.set", {
      space: "supply",
      organization: "jiangnan",
      visibility: { kind: "listed", organizations: ["huaxin"] },
    });
    scene.fact("qingyuan", "person.relocated", {
      person: "he-ying",
      number: 1,
      departments: ["procurement"],
    });
    scene.hire("huaxin", "guo-ning", "Guo Ning 郭宁", "account");
    scene.join("supply", ma, "beihai/jin-bo", { people: ["jin-bo"] });
    scene.hire("qingyuan", "sun-jie", "Sun Jie 孙洁", "procurement");
    scene.fact("jiangnan", "person.resigned", { person: "deng-fei", number: 1 });
    scene.support("person-cap.expand", { space: "supply", cap: 16 });
    scene.by("huaxin/fang-wei", "scope.take-out", {
      space: "supply",
      organization: "huaxin",
      people: ["gao-jie"],
    });
    scene.by("jiangnan/an-qi", "association.cancel", { space: "supply", organization: "huaxin" });
    scene.by(ma, "association.cancel", { space: "supply", organization: "huaxin" });
  },
};
