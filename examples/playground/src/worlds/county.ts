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

const person = (place: string, role: "admin" | "clerk") => ({
  organization: place,
  person: `${place}-${role}`,
});

/** Who holds a role of the county's at a place. */
function entrust(scene: Scene, by: string, role: string, place: string, who: object): void {
  scene.by(admin(by), "liaison.assign", {
    ...{ trunk: "county", role, people: [who] },
    node: { organization: place, department: null },
  });
}

/** An app on all workbenches, licenses for those who use it, and a flow that liaisons sign. */
function atWork(scene: Scene): void {
  const app = { trunk: "county", app: "purchases" };
  const run = (instance: string) => ({ ...app, flow: "purchase", instance, row: instance });
  scene.platform("license.purchased", { organization: "county", purchased: 12 });
  scene.by(admin("county"), "app.create", { app: "purchases", name: "Purchases 村集体采购" });
  scene.by(admin("county"), "app.publish", { ...app, autoInstall: true });
  scene.by(admin("hill"), "app.install", { ...app, organization: "hill", installed: false });
  scene.by(admin("county"), "license.grant", {
    unit: { kind: "hierarchy", organization: "county" },
    people: [
      ...["east", "west", "ford", "hill", "lake"].map((place) => person(place, "clerk")),
      ...["east", "ford"].map((place) => person(place, "admin")),
    ],
  });
  scene.by(admin("county"), "license.grant", {
    unit: { kind: "host", organization: "county" },
    people: [person("county", "clerk")],
  });
  scene.by(admin("county"), "liaison.define", {
    ...{ trunk: "county", role: "secretary", name: "Village secretary 村书记" },
    keptBy: "organizations",
  });
  scene.by(admin("county"), "liaison.define", {
    ...{ trunk: "county", role: "director", name: "Town director 镇主任" },
  });
  entrust(scene, "ford", "secretary", "ford", person("ford", "admin"));
  // The county's to say.
  entrust(scene, "east", "director", "east", person("east", "admin"));
  entrust(scene, "county", "director", "east", person("east", "admin"));
  entrust(scene, "county", "director", "county", person("county", "clerk"));
  scene.by(admin("county"), "flow.define", {
    ...{ app: "purchases", flow: "purchase" },
    steps: ["secretary", "director"].map((role) => ({
      ...{ mode: "any", approvers: [{ kind: "liaison", role }] },
    })),
  });
  scene.by(admin("county"), "app.permit", {
    ...app,
    permissions: [
      { for: { levels: [1] }, rows: "below" },
      { for: { levels: [2] }, rows: "organization" },
    ],
  });
  scene.by("ford/ford-clerk", "flow.start", run("pump"));
  scene.by(admin("ford"), "task.approve", { instance: "pump", task: 0 });
  scene.by(admin("east"), "task.approve", { instance: "pump", task: 1 });
  scene.by("ford/ford-clerk", "flow.start", run("well"));
}

export const county: Plan = {
  id: "county",
  title: ["County, towns, villages", "县、镇、村"],
  about: [
    "A hierarchy: villages below towns, towns below a county. The county distributes an app, whose flow liaisons of village and town sign; a village moves to the other town in one step, with what it has under way.",
    "上下级组织：村属于镇，镇属于县。县分发应用，流程由村、镇接口人审批；一个村在一步之内转到另一个镇，进行中的流程不中断。",
  ],
  policy: {},
  opensAt: 35,
  tell: (scene) => {
    for (const [id, name, head, clerk] of PLACES) {
      scene.organization(id, {
        name,
        certified: false,
        // Whoever distributes apps needs an edition for it.
        edition: id === "county" ? "professional" : "free",
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
    atWork(scene);
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
    // What is under way goes on: the new town has no director, so the county's is asked.
    scene.by("ford/ford-admin", "task.approve", { instance: "well", task: 0 });
    scene.hire("ford", "ford-new", "Yan Bing 严冰");
    scene.fact("ford", "person.resigned", {
      ...{ person: "ford-admin", number: 1, successor: "ford-clerk" },
    });
    scene.by(admin("county"), "link.cancel", { trunk: "county", organization: "west" });
  },
};
