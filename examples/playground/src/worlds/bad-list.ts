import { qingyuan, tieCaoYi } from "./castings.ts";
import type { Plan } from "./scene.ts";

const PEOPLE = {
  "an-qi": ["An Qi 安琪", "sales"],
  "bai-lu": ["Bai Lu 白露", "delivery"],
  "cao-yi": ["Cao Yi 曹毅", "delivery"],
  "deng-fei": ["Deng Fei 邓飞", "delivery"],
  "fang-yu": ["Fang Yu 方瑜", "sales"],
  "gao-jie": ["Gao Jie 高洁", "sales"],
  "hu-tao": ["Hu Tao 胡涛", "delivery"],
  "jin-bo": ["Jin Bo 金博", "delivery"],
  "kong-yan": ["Kong Yan 孔燕", "sales"],
  "luo-xin": ["Luo Xin 罗欣", "delivery"],
} as const;

const DEPARTMENTS = {
  sales: ["Sales 销售部"],
  delivery: ["Delivery 交付部"],
  returns: ["Returns 退货部"],
} as const;

/** Lines of a full list: the first so many people. */
const people = (count: number) =>
  Object.entries(PEOPLE)
    .slice(0, count)
    .map(([person, [name, department]]) => ({
      person,
      departments: [department],
      fields: { name },
    }));

const departments = (...named: (keyof typeof DEPARTMENTS)[]) =>
  named.map((department) => ({ department, parent: null, name: DEPARTMENTS[department][0] }));

/** What the source of a directory gets wrong, and how it is put right. */
export const badList: Plan = {
  id: "bad-list",
  title: ["A bad list", "一份有误的名单"],
  about: [
    "A full list lacks half the people and is held. Another lacks a department, which is dormant until it is named again. A departure was none, and is undone.",
    "一份全量名单缺少一半人员，被暂缓执行；另一份缺少一个部门，该部门休眠，再次出现时恢复；一次误报的离职被撤销。",
  ],
  policy: {},
  opensAt: 1,
  tell: (scene) => {
    qingyuan(scene);
    scene.organization("jiangnan", {
      name: "Jiangnan Castings 江南铸造",
      departments: DEPARTMENTS,
      people: PEOPLE,
      admins: { "an-qi": "main" },
    });
    const lin = "qingyuan/lin-yue";
    const cao = { organization: "jiangnan", person: "cao-yi" };
    const bai = { organization: "jiangnan", person: "bai-lu" };
    const unit = { kind: "space", space: "supply" };
    scene.host("supply", lin, "Supply chain 供应链协同", { departments: ["procurement"] });
    scene.join("supply", lin, "jiangnan/an-qi", { whole: true });
    scene.by(lin, "app.create", { app: "portal", name: "Supplier portal 供应商门户" });
    scene.by(lin, "app.publish", { space: "supply", app: "portal" });
    scene.platform("license.purchased", { organization: "qingyuan", purchased: 5 });
    scene.by(lin, "license.link", { unit });
    scene.by(lin, "license.grant", { unit, people: [cao, bai] });
    tieCaoYi(scene);
    scene.begin();
    const listOfPeople = (list: string, lines: object) =>
      scene.fact("jiangnan", "directory.reconciled", {
        list,
        of: { departments: 0, people: 1 },
        part: { kind: "people", page: 0, pages: 1, people: lines },
      });
    const listOfDepartments = (list: string, lines: object) =>
      scene.fact("jiangnan", "directory.reconciled", {
        list,
        of: { departments: 1, people: 0 },
        part: { kind: "departments", page: 0, pages: 1, departments: lines },
      });
    listOfPeople("half", people(5));
    scene.by("jiangnan/an-qi", "reconciliation.discard", {
      organization: "jiangnan",
      list: "half",
    });
    listOfPeople("whole", people(10));
    listOfDepartments("without-returns", departments("sales", "delivery"));
    listOfDepartments("with-returns", departments("sales", "delivery", "returns"));
    scene.fact("jiangnan", "person.resigned", { person: "cao-yi", number: 1 });
    scene.fact("jiangnan", "person.reinstated", { person: "cao-yi", number: 1 });
  },
};
