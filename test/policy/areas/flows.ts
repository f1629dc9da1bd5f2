/** Flows: what comes of each option under its values. */
import {
  approve as approveTask,
  define,
  office,
  started,
  start as startFlow,
  step,
  tasks,
} from "../../support/flows.ts";
import type { CasesOfSome } from "../cases.ts";
import { DAY, said } from "../setting.ts";

const DESK = "desk";

/** Of each option about this, what comes of it under its values. */
export const flows = {
  taskAdmins: {
    shows: "moving a Member's task by the Host's admin, and by the holder's",
    outcomes: {
      host: ["ok", "NOT_AUTHORIZED_ADMIN"],
      none: ["NOT_AUTHORIZED_ADMIN", "NOT_AUTHORIZED_ADMIN"],
      holder: ["NOT_AUTHORIZED_ADMIN", "ok"],
      both: ["ok", "ok"],
    },
    run: (changes) =>
      ["A", "B"].map((by) => {
        const p = started([step("all", ["B", "b1"])], changes);
        const to = { organization: "B", person: "b2" };
        const data = { tasks: [{ instance: "i", task: 0 }], to };
        return p.command(by, "task.reassign", data).code ?? "ok";
      }),
  },
  selfApproval: {
    shows: "the tasks of a step that appoints its initiator and another",
    outcomes: {
      sign: ["B/b1 open", "A/a1 open"],
      skip: ["A/a1 open"],
      heads: ["B/b2 open", "A/a1 open"],
      park: ["-A open", "A/a1 open"],
    },
    run: (changes) => {
      const p = office(changes);
      p.fact("department.created", {
        organization: "B",
        department: DESK,
        parent: null,
        name: DESK,
      });
      p.relocate("B", "b1", [DESK]);
      p.fact("person.heads-changed", {
        ...{ organization: "B", person: "b2", number: 1, departments: [DESK] },
      });
      define(p, [step("all", ["B", "b1"], ["A", "a1"])]);
      startFlow(p, ["B", "b1"], "i");
      return tasks(p);
    },
  },
  repeatedApproval: {
    shows:
      "the tasks of a third step that appoints the signers of the first and the second, and one more",
    outcomes: {
      each: ["A/a1 open", "A/a2 open", "B/b2 open"],
      consecutive: ["A/a1 open", "B/b2 open"],
      once: ["B/b2 open"],
    },
    run: (changes) => {
      const [a1, a2] = [["A", "a1"] as const, ["A", "a2"] as const];
      const steps = [step("all", a1), step("all", a2), step("all", a1, a2, ["B", "b2"])];
      const p = started(steps, changes);
      approveTask(p, a1, 0);
      approveTask(p, a2, 1);
      return tasks(p).slice(2);
    },
  },
  samePerson: {
    shows:
      "the tasks of a step that appoints the initiator by another organization, where initiators are skipped",
    outcomes: { person: ["A/a1 open"], identity: ["A/both open", "A/a1 open"] },
    run: (changes) => {
      const steps = [step("all", ["A", "both"], ["A", "a1"])];
      return tasks(started(steps, { selfApproval: "skip", ...changes }, ["B", "both"]));
    },
  },
  returnResume: {
    shows: "who is asked after a returned step is signed again, and whether the holder may say so",
    outcomes: {
      walk: ["B/b1 open", "MALFORMED"],
      jump: ["B/b2 open", "ok"],
      holder: ["B/b1 open", "ok"],
    },
    run: (changes) => {
      const [a1, b1, b2] = [["A", "a1"] as const, ["B", "b1"] as const, ["B", "b2"] as const];
      const p = started([step("all", a1), step("all", b1), step("all", b2)], changes);
      approveTask(p, a1, 0);
      approveTask(p, b1, 1);
      p.command(b2, "task.return", { instance: "i", task: 2, to: 0 });
      approveTask(p, a1, 3);
      const next = tasks(p).slice(4);
      const then = "jump";
      const by = next[0] === "B/b1 open" ? b1 : b2;
      return [...next, said(p.command(by, "task.return", { instance: "i", task: 4, to: 3, then }))];
    },
  },
  returnsMax: {
    shows: "three returns of one instance",
    outcomes: [
      [null, ["ok", "ok", "ok"]],
      [1, ["ok", "RETURN_NOT_POSSIBLE", "UNKNOWN_TASK"]],
      [2, ["ok", "ok", "RETURN_NOT_POSSIBLE"]],
    ],
    run: (changes) => {
      const p = started([step("all", ["A", "a1"]), step("all", ["A", "a2"])], changes);
      return [0, 1, 2].map((time) => {
        p.command(["A", "a1"], "task.approve", { instance: "i", task: 2 * time });
        const data = { instance: "i", task: 2 * time + 1, to: 0 };
        return p.command(["A", "a2"], "task.return", data).code ?? "ok";
      });
    },
  },
  withdrawUntil: {
    shows: "withdrawing after the first step was signed",
    outcomes: { ended: "ok", "first-act": "WITHDRAWAL_CLOSED" },
    run: (changes) => {
      const p = started([step("all", ["A", "a1"]), step("all", ["A", "a2"])], changes);
      approveTask(p, ["A", "a1"], 0);
      return said(p.command(["B", "b1"], "flow.withdraw", { instance: "i" }));
    },
  },
  withdrawDays: {
    shows: "withdrawing at once, after one day, after 180 days",
    outcomes: [
      [null, ["ok", "ok", "ok"]],
      [1, ["ok", "WITHDRAWAL_CLOSED", "WITHDRAWAL_CLOSED"]],
      [180, ["ok", "ok", "WITHDRAWAL_CLOSED"]],
    ],
    run: (changes) =>
      [0, 1, 180].map((days) => {
        const p = started([step("all", ["A", "a1"])], changes);
        const at = days * DAY;
        p.command(
          ["B", "b1"],
          "flow.start",
          { app: "x", flow: "f", instance: "j", row: "j", space: "s" },
          { at: 1 },
        );
        return (
          p.command(["B", "b1"], "flow.withdraw", { instance: "j" }, { at: 1 + at }).code ?? "ok"
        );
      }),
  },
  takeBack: {
    shows: "taking back the approval of the first step",
    outcomes: { false: "TASK_NOT_PENDING", true: "ok" },
    run: (changes) => {
      const p = started([step("all", ["A", "a1"]), step("all", ["A", "a2"])], changes);
      approveTask(p, ["A", "a1"], 0);
      return said(p.command(["A", "a1"], "task.take-back", { instance: "i", task: 0 }));
    },
  },
  taskNotices: {
    shows: "what is sent when a flow starts",
    outcomes: { holders: ["TASK_WAITING"], none: [] },
    run: (changes) => {
      const p = started([step("all", ["B", "b2"])], changes);
      return startFlow(p, ["B", "b1"], "j").notices.map(({ kind }) => kind);
    },
  },
} satisfies CasesOfSome;
