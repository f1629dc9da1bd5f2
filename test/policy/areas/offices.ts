/** Offices, succession, stand-ins: what comes of each option under its values. */
import type { Policy } from "../../../src/core/policy.ts";
import type { Caller } from "../../../src/testing/index.ts";
import {
  define,
  grant as grantIn,
  started,
  start as startFlow,
  step,
  tasks,
} from "../../support/flows.ts";
import { link, opened } from "../../support/hierarchy.ts";
import type { CasesOfSome } from "../cases.ts";
import { DAY, said } from "../setting.ts";

const DESK = "desk";

/** Whether each of these may say who stands in for b1, who is head of nobody; b2 is head of theirs. */
function standsIn(changes: Partial<Policy>, ...by: readonly Caller[]): string[] {
  return by.map((each) => {
    const p = started([], changes);
    p.createDepartments("B", [[DESK, null]]);
    p.relocate("B", "b1", [DESK]);
    const head = { organization: "B", person: "b2", number: 1 };
    p.fact("person.heads-changed", { ...head, departments: [DESK] });
    const period = { person: "b1", standIn: "b3", from: 0, until: 1 };
    return p.command(each, "stand-in.set", period).code ?? "ok";
  });
}

/** Of each option about this, what comes of it under its values. */
export const offices = {
  liaisonRoleLimit: {
    shows: "defining one, two, 100 and 101 roles: what is said to the last",
    outcomes: [
      [1, ["ok", "MALFORMED", "MALFORMED", "MALFORMED"]],
      [2, ["ok", "ok", "MALFORMED", "MALFORMED"]],
      [100, ["ok", "ok", "ok", "MALFORMED"]],
    ],
    run: (changes) =>
      [1, 2, 100, 101].map((count) => {
        const p = opened(["trunk"], changes);
        const codes = Array.from({ length: count }, (_, place) =>
          said(
            p.command("trunk", "liaison.define", { trunk: "trunk", role: `r${place}`, name: "R" }),
          ),
        );
        return codes.at(-1);
      }),
  },
  liaisonLimit: {
    shows: "an office for one, two, 20 and 21 people",
    outcomes: [
      [1, ["ok", "MALFORMED", "MALFORMED", "MALFORMED"]],
      [2, ["ok", "ok", "MALFORMED", "MALFORMED"]],
      [20, ["ok", "ok", "ok", "MALFORMED"]],
    ],
    run: (changes) =>
      [1, 2, 20, 21].map((count) => {
        const p = opened(["trunk", "branch"], changes);
        const persons = Array.from({ length: count }, (_, place) => `p${place}`);
        for (const person of persons) p.hire("branch", person);
        link(p, "trunk", "branch", { scope: { whole: true } });
        const role = { trunk: "trunk", role: "clerk" };
        p.command("trunk", "liaison.define", { ...role, name: "Clerk" });
        const node = { organization: "branch", department: null };
        const people = persons.map((person) => ({ organization: "branch", person }));
        return said(p.command("trunk", "liaison.assign", { ...role, node, people }));
      }),
  },
  succession: {
    shows:
      "who has a leaver's task: `b2` is named by the report, `b3` registered, `both` a main admin, `b4` a counterpart",
    outcomes: [
      [[], "-B open"],
      [["named", "registered"], "B/b2 open"],
      [["registered", "named"], "B/b3 open"],
      [["main-admins"], "B/both open"],
      [["counterpart"], "B/b4 open"],
    ],
    run: (changes) => {
      const p = started([step("all", ["B", "b1"])], changes);
      const b1 = { organization: "B", person: "b1" };
      p.fact("admin.changed", { organization: "B", person: "both", role: "main" });
      p.command("B", "successor.set", { ...b1, successor: "b3" });
      p.hire("B", "b4");
      p.command("B", "scope.put-in", { space: "s", organization: "B", people: ["b4"] });
      grantIn(p, { kind: "space", space: "s" }, [["B", "b4"]]);
      p.command("B", "counterparts.set", { space: "s", people: ["b1", "b4"] });
      p.fact("person.resigned", { ...b1, number: 1, successor: "b2" });
      return tasks(p)[0];
    },
  },
  successionLevels: {
    shows:
      "who has a leaver's task where b2 is head of the own department, of the one above, of the one above that",
    outcomes: [
      [0, ["B/b2 open", "-B open", "-B open"]],
      [1, ["B/b2 open", "B/b2 open", "-B open"]],
      [2, ["B/b2 open", "B/b2 open", "B/b2 open"]],
    ],
    run: (changes) =>
      ["shop", "area", "top"].map((department) => {
        const p = started([], { succession: ["department-heads"], ...changes });
        p.createDepartments("B", [
          ["top", null],
          ["area", "top"],
          ["shop", "area"],
        ]);
        p.relocate("B", "b1", ["shop"]);
        const head = { organization: "B", person: "b2", number: 1, departments: [department] };
        p.fact("person.heads-changed", head);
        define(p, [step("all", ["B", "b1"])]);
        startFlow(p, ["C", "c1"], "j");
        p.fact("person.resigned", { organization: "B", person: "b1", number: 1 });
        return tasks(p, "j")[0];
      }),
  },
  emptyStep: {
    shows: "a step that appoints nobody",
    outcomes: { park: ["-A open"], "main-admins": ["A/A-admin open"] },
    run: (changes) => tasks(started([step("all", { kind: "initiator-heads" })], changes)),
  },
  standInBy: {
    shows: "a stand-in set by the person, and by an admin",
    outcomes: { "self-and-admin": ["ok", "ok"], admin: ["NOT_AUTHORIZED_ADMIN", "ok"] },
    run: (changes) => standsIn(changes, ["B", "b1"], "B"),
  },
  standInHeads: {
    shows: "a stand-in set by the head of the person's department",
    outcomes: { false: ["NOT_AUTHORIZED_ADMIN"], true: ["ok"] },
    run: (changes) => standsIn(changes, ["B", "b2"]),
  },
  standInMaxDays: {
    shows: "stand-ins for one, 180 and 181 days",
    outcomes: [
      [1, ["ok", "MALFORMED", "MALFORMED"]],
      [180, ["ok", "ok", "MALFORMED"]],
      [181, ["ok", "ok", "ok"]],
    ],
    run: (changes) =>
      [1, 180, 181].map((days) => {
        const p = started([], changes);
        const until = days * DAY;
        const period = { person: "b1", standIn: "b2", from: 0, until };
        return p.command(["B", "b1"], "stand-in.set", period).code ?? "ok";
      }),
  },
} satisfies CasesOfSome;
