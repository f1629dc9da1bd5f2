/** Directory: what comes of each option under its values. */
import type { Policy } from "../../../src/core/policy.ts";
import { play } from "../../../src/testing/index.ts";
import { onlyPart } from "../../support/lists.ts";
import type { CasesOfSome } from "../cases.ts";
import { DAY, said, untilRefused } from "../setting.ts";

const gone = "person.resigned";

const held = "reconciliation.held";

/** Whether a list that misses some of twenty people is held, or they are gone. */
function missing(changes: Partial<Policy>, count: number): unknown {
  const p = play({ reconciliationHoldAtLeast: 1, ...changes });
  p.register(["host"]);
  const hired = Array.from({ length: 19 }, (_, place) => `p${place}`);
  for (const person of hired) p.hire("host", person);
  const people = ["host-admin", ...hired]
    .slice(0, 20 - count)
    .map((person) => ({ person, fields: { name: `Name of ${person}` } }));
  const part = onlyPart("host", { kind: "people", people });
  const { events } = p.fact("directory.reconciled", part, { at: 2000 });
  return [gone, held].filter((word) => events.some(({ type }) => type === word));
}

/** Of each option about this, what comes of it under its values. */
export const directory = {
  reconciliationHoldPercent: {
    shows: "a list without three, and without four, of twenty people",
    outcomes: [
      [null, [[gone], [gone]]],
      [15, [[gone], [held]]],
      [14, [[held], [held]]],
    ],
    run: (changes) => [missing(changes, 3), missing(changes, 4)],
  },
  reconciliationHoldAtLeast: {
    shows: "lists without four, five and six of twenty people",
    outcomes: [
      [4, [[held], [held], [held]]],
      [5, [[gone], [held], [held]]],
      [6, [[gone], [gone], [held]]],
    ],
    run: (changes) => [4, 5, 6].map((count) => missing(changes, count)),
  },
  reconciliationStep: {
    shows: "how many of the three people that a list lacks leave at once",
    outcomes: [
      [1, 1],
      [2, 2],
      [500, 3],
    ],
    run: (changes) => {
      const p = play({ reconciliationHoldPercent: null, ...changes });
      p.register(["north"]);
      for (const person of ["a", "b", "c"]) p.hire("north", person);
      const people = [{ person: "north-admin", fields: { name: "Admin" } }];
      const { events } = p.fact(
        "directory.reconciled",
        onlyPart("north", { kind: "people", people }),
        {
          at: 5000,
        },
      );
      return events.filter(({ type }) => type === gone).length;
    },
  },
  departmentMissingDays: {
    shows:
      "whether a department that a list lacks is removed by the next list: at once, after one day, after seven days",
    outcomes: [
      [0, ["department.removed", "department.removed", "department.removed"]],
      [1, ["kept", "department.removed", "department.removed"]],
      [7, ["kept", "kept", "department.removed"]],
      [8, ["kept", "kept", "kept"]],
    ],
    run: (changes) =>
      [0, 1, 7].map((days) => {
        const p = play({ reconciliationHoldPercent: null, ...changes });
        p.register(["north"]);
        p.createDepartments("north", [
          ["stays", null],
          ["gone", null],
        ]);
        const departments = [{ department: "stays", parent: null, name: "Stays" }];
        const list = (at: number) =>
          p.fact("directory.reconciled", onlyPart("north", { kind: "departments", departments }), {
            at,
          });
        const told = [...list(5000).events, ...list(5001 + days * DAY).events];
        return told.find(({ type }) => type === "department.removed")?.type ?? "kept";
      }),
  },
  directorySources: {
    shows: "how many sources bring people, and what becomes of what the next brings",
    outcomes: [1, 2, 16].map((most) => [most, [most, "not-possible"]]),
    run: (changes) => {
      const p = play(changes);
      p.register(["north"]);
      return untilRefused((count) => {
        const { passedOver } = p.fact("person.hired", {
          ...{ organization: "north", source: `s${count}`, person: `p${count}` },
          ...{ departments: [], fields: { name: "Name" } },
        });
        return passedOver[0]?.split(": ")[1] ?? "ok";
      });
    },
  },
  extentMissing: {
    shows: "what happens to somebody whom the list of the only department lacks",
    outcomes: { departed: ["person.resigned"], unplaced: ["person.relocated"] },
    run: (changes) => {
      const p = play({ ...changes, reconciliationHoldPercent: null });
      p.register(["north"]);
      p.createDepartments("north", [["desk", null]]);
      p.hire("north", "clerk", ["desk"]);
      p.hire("north", "head", ["desk"]);
      const people = [{ person: "head", fields: { name: "Head" }, departments: ["desk"] }];
      const list = onlyPart("north", { kind: "people", people }, "l");
      const told = p.fact("directory.reconciled", { ...list, extent: { departments: ["desk"] } });
      return told.events.map(({ type }) => type).filter((type) => /relocated|resigned/.test(type));
    },
  },
  removalConfirmation: {
    shows: "a scope that empties the Member's part of the Roster, which nobody confirmed",
    outcomes: { none: "ok", required: "REMOVAL_UNCONFIRMED" },
    run: (changes) => {
      const p = play({ ...changes, reconciliationHoldAtLeast: 1 });
      p.register(["host", "north"]);
      p.createSpace("host", "s");
      p.join("host", "s", "north", { whole: true });
      const none = { space: "s", organization: "north", scope: {} };
      return said(p.command("north", "scope.set", none));
    },
  },
} satisfies CasesOfSome;
