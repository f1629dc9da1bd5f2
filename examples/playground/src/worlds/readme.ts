import type { Plan } from "./scene.ts";

export const readme: Plan = {
  id: "readme",
  title: ["The README’s example", "README 中的示例"],
  about: [
    "Bob asks for a Space and is refused; Ann, a main admin, is not.",
    "Bob 创建上下游组织被拒绝；主管理员 Ann 则可以创建。",
  ],
  policy: {},
  tell: (scene) => {
    scene.organization("acme", {
      name: "Acme",
      departments: { sales: ["Sales 销售部"] },
      people: { ann: ["Ann", "sales"], bob: ["Bob", "sales"] },
      admins: { ann: "main" },
    });
    scene.begin();
    const partners = {
      space: "partners",
      name: "Acme partners",
      scope: { departments: ["sales"] },
    };
    scene.by("acme/bob", "space.create", partners);
    scene.by("acme/ann", "space.create", partners);
  },
};
