import type { Plan } from "./scene.ts";

const HOSTS = [
  ["tiangong", "Tiangong Tools 天工机床", "Tooling circle 机床生态", "Tang Wei 唐伟"],
  ["ruifeng", "Ruifeng Foods 瑞丰食品", "Packaging circle 包装协同", "Rui Min 芮敏"],
  ["mingche", "Mingche Motors 明澈汽车", "Parts circle 配件协同", "Ming Yue 明月"],
  ["qihang", "Qihang Marine 启航船舶", "Coating circle 涂装协同", "Qi Lan 齐岚"],
  ["yunsheng", "Yunsheng Textiles 云升纺织", "Dye circle 染整协同", "Yun Fan 云帆"],
  ["songyuan", "Songyuan Timber 松源木业", "Board circle 板材协同", "Song Ke 宋柯"],
] as const;

export const joins: Plan = {
  id: "joins",
  title: ["Five joins full", "最多加入五个"],
  about: [
    "Bolt is a Member of five Spaces. A sixth is refused, until one Host lets it go.",
    "Bolt 已加入五个上下游组织，第六个被拒绝，直到某个主组织取消关联。",
  ],
  policy: {},
  opensAt: 11,
  tell: (scene) => {
    for (const [id, name, , admin] of HOSTS) {
      scene.organization(id, {
        name,
        people: { [`${id}-admin`]: [admin] },
        admins: { [`${id}-admin`]: "main" },
      });
    }
    scene.organization("bolt", {
      name: "Bolt Fasteners 博特紧固件",
      edition: "free",
      departments: { sales: ["Sales 销售部"] },
      people: { eve: ["Eve Bolt 易薇"], tom: ["Tom Reed 汤睿", "sales"] },
      admins: { eve: "main" },
    });
    for (const [id, , name] of HOSTS) {
      scene.host(`${id}-circle`, `${id}/${id}-admin`, name, { people: [`${id}-admin`] });
    }
    scene.begin();
    const scope = { departments: ["sales"], people: ["eve"] };
    for (const [id] of HOSTS.slice(0, 5)) {
      scene.join(`${id}-circle`, `${id}/${id}-admin`, "bolt/eve", scope);
    }
    const [first] = HOSTS;
    const last = HOSTS[5];
    const [released] = first;
    scene.by("bolt/eve", "application.submit", {
      application: "sixth",
      invitation: `to-${last[0]}-circle`,
      scope,
    });
    scene.by(`${released}/${released}-admin`, "association.cancel", {
      space: `${released}-circle`,
      organization: "bolt",
    });
    scene.by("bolt/eve", "application.submit", {
      application: "sixth-again",
      invitation: `to-${last[0]}-circle`,
      scope,
    });
    scene.by(`${last[0]}/${last[0]}-admin`, "application.approve", {
      space: `${last[0]}-circle`,
      organization: "bolt",
      application: "sixth-again",
    });
  },
};
