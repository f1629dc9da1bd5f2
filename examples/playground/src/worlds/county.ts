import type { Plan, Scene } from "./scene.ts";

const PLACES = [
  ["county", "Anping County 安平县", "An Ning 安宁", "Ping Bo 平波"],
  ["east", "Dongqiao Town 东桥镇", "Dong Mei 董梅", "Qiao Lin 乔琳"],
  ["west", "Xihe Town 西河镇", "Xi Feng 席峰", "He Jun 何军"],
  ["ford", "Liudu Village 柳渡村", "Liu Na 柳娜", "Du Wei 杜威"],
  ["hill", "Shanqian Village 山前村", "Shan Yu 单宇", "Qian Li 钱莉"],
  ["mill", "Mofang Village 磨坊村", "Mo Han 莫涵", "Fang Xin 方欣"],
  ["lake", "Hubian Village 湖边村", "Hu Jing 胡静", "Bian Tao 边涛"],
] as const;

const admin = (place: string): string => `${place}/${place}-admin`;

/** A Trunk that has bought so many Branches, with an invitation. */
function open(scene: Scene, trunk: string, branches: number): void {
  scene.platform("hierarchy.capacity-changed", { organization: trunk, open: true, branches });
  scene.by(admin(trunk), "invitation.issue", { trunk, invitation: `to-${trunk}`, form: "qr" });
}

function apply(scene: Scene, branch: string, trunk: string, more: object = {}): void {
  scene.by(admin(branch), "application.submit", {
    application: `${branch}-to-${trunk}`,
    invitation: `to-${trunk}`,
    scope: { whole: true },
    ...more,
  });
}

function approve(scene: Scene, trunk: string, ...branches: readonly string[]): void {
  const items = branches.map((branch) => ({ application: `${branch}-to-${trunk}` }));
  scene.by(admin(trunk), "application.approve", { trunk, items });
}

export const county: Plan = {
  id: "county",
  title: ["County, towns, villages", "县、镇、村"],
  about: [
    "A hierarchy: villages below towns, towns below a county. A circle is refused, and a village moves to the other town in one step.",
    "上下级组织：村属于镇，镇属于县。不能绕成一圈；一个村在一步之内转到另一个镇。",
  ],
  policy: {},
  opensAt: 13,
  tell: (scene) => {
    for (const [id, name, head, clerk] of PLACES) {
      scene.organization(id, {
        name,
        certified: false,
        edition: "free",
        people: { [`${id}-admin`]: [head], [`${id}-clerk`]: [clerk] },
        admins: { [`${id}-admin`]: "main" },
      });
    }
    open(scene, "county", 2);
    open(scene, "east", 2);
    open(scene, "west", 2);
    scene.begin();
    apply(scene, "ford", "east", { shared: ["attendance"] });
    apply(scene, "hill", "east");
    apply(scene, "mill", "west", { reach: "trunk" });
    apply(scene, "lake", "west");
    approve(scene, "east", "ford", "hill");
    approve(scene, "west", "mill", "lake");
    apply(scene, "east", "county");
    apply(scene, "west", "county");
    approve(scene, "county", "east", "west");
    // A circle, and what is a village's own.
    scene.by(admin("county"), "application.submit", {
      application: "county-to-west",
      invitation: "to-west",
    });
    scene.by(admin("east"), "link.share", {
      ...{ trunk: "east", organization: "ford", shared: ["attendance", "budget"] },
    });
    scene.by(admin("county"), "link.see", {
      ...{ trunk: "county", organization: "east", hidden: false, ownOnly: true },
      hiddenExcept: { organizations: [], departments: [] },
      ownOnlyExcept: { organizations: ["west"], departments: [] },
    });
    // A move: refused until it is released, and until there is room.
    apply(scene, "ford", "west", { replaces: "east" });
    approve(scene, "west", "ford");
    scene.by(admin("east"), "link.release", {
      ...{ trunk: "east", organization: "ford", released: true },
    });
    approve(scene, "west", "ford");
    scene.platform("hierarchy.capacity-changed", {
      ...{ organization: "west", open: true, branches: 3 },
    });
    approve(scene, "west", "ford");
    scene.hire("ford", "ford-new", "Yan Bing 严冰");
    scene.by(admin("county"), "link.cancel", { trunk: "county", organization: "west" });
  },
};
