import type { Scene } from "./scene.ts";

/** The Host of several Worlds, with two of its people. */
export function qingyuan(scene: Scene): void {
  scene.organization("qingyuan", {
    name: "Qingyuan Manufacturing 清源制造",
    departments: { procurement: ["Procurement 采购中心"] },
    people: {
      "lin-yue": ["Lin Yue 林悦", "procurement"],
      "wu-hao": ["Wu Hao 吴昊", "procurement"],
    },
    admins: { "lin-yue": "main" },
  });
}

/** Cao Yi of Jiangnan starts a group with Bai Lu and Wu Hao, and gets a task that Bai Lu's flow makes. */
export function tieCaoYi(scene: Scene): void {
  const lin = "qingyuan/lin-yue";
  const cao = { organization: "jiangnan", person: "cao-yi" };
  const bai = { organization: "jiangnan", person: "bai-lu" };
  scene.by(lin, "visibility.set", {
    space: "supply",
    organization: "jiangnan",
    visibility: { kind: "all" },
  });
  scene.by("jiangnan/cao-yi", "group.start", {
    space: "supply",
    group: "castings",
    name: "Castings group 铸件合作群",
    participants: [bai, { organization: "qingyuan", person: "wu-hao" }],
  });
  scene.by(lin, "flow.define", {
    app: "portal",
    flow: "deviation",
    steps: [{ mode: "any", approvers: [{ kind: "person", ...cao }] }],
  });
  scene.by("jiangnan/bai-lu", "flow.start", {
    app: "portal",
    space: "supply",
    flow: "deviation",
    instance: "deviation-1",
    row: "row-1",
  });
}
