/** Leaving, coming back: what comes of each option under its values. */
import type { Policy } from "../../../src/core/policy.ts";
import { play } from "../../../src/testing/index.ts";
import { link, opened } from "../../support/hierarchy.ts";
import { onlyPart } from "../../support/lists.ts";
import type { CasesOfSome } from "../cases.ts";
import { DAY, said } from "../setting.ts";

/** A moment before one day has passed, then, and a moment before thirty days have. */
const LATER = [DAY - 1, DAY, 30 * DAY - 1];

/** Somebody who left by a report is named by a newer list, as is somebody whom a list left out. */
function namedAgain(changes: Partial<Policy>): unknown {
  const p = play(changes);
  p.register(["north"]);
  const line = (person: string) => ({ person, departments: [], fields: { name: person } });
  const list = (at: number, ...people: string[]) => {
    const part = onlyPart("north", { kind: "people", people: people.map(line) }, `list-${at}`);
    return p.fact("directory.reconciled", part, { at });
  };
  list(2000, "left", "lost", "stays");
  p.fact("person.resigned", { organization: "north", person: "left" }, { at: 2001 });
  list(2002, "stays");
  const { events } = list(2003, "left", "lost", "stays");
  return events
    .filter(({ type }) => type === "person.reinstated")
    .map(({ data }) => data["person"]);
}

/** Of each option about this, what comes of it under its values. */
export const leaving = {
  branchExit: {
    shows: "a sub-admin of the Branch leaving its Trunk",
    outcomes: {
      "trunk-only": "UNLINK_TRUNK_ONLY",
      "own-admin": "ok",
      "main-admin": "MAIN_ADMIN_REQUIRED",
    },
    run: (changes) => {
      const p = opened(["trunk", "branch"], changes);
      link(p, "trunk", "branch");
      p.hire("branch", "sub");
      const role = { role: "sub", hierarchyPermission: true } as const;
      p.fact("admin.changed", { organization: "branch", person: "sub", ...role });
      const leave = { trunk: "trunk", organization: "branch" };
      return said(p.command(["branch", "sub"], "link.leave", leave));
    },
  },
  memberExit: {
    shows: "a sub-admin of the Member leaving the Space",
    outcomes: {
      "host-only": "WHOLE_ORG_EXIT_HOST_ONLY",
      "own-admin": "ok",
      "main-admin": "MAIN_ADMIN_REQUIRED",
    },
    run: (changes) => {
      const p = play(changes);
      p.register(["host", "north"]);
      p.createSpace("host", "s");
      p.join("host", "s", "north");
      p.hire("north", "sub");
      p.appoint("north", "sub", "sub", true);
      const leave = { space: "s", organization: "north" };
      return said(p.command(["north", "sub"], "association.leave", leave));
    },
  },
  exitNoticeDays: {
    shows: "after how many days a Member that asks every day is out of the Space",
    outcomes: [
      [0, 0],
      [1, 1],
      [3, 3],
    ],
    run: (changes) => {
      const p = play({ memberExit: "own-admin", ...changes });
      p.register(["host", "north"]);
      p.createSpace("host", "s");
      p.join("host", "s", "north");
      for (let days = 0; days < 5; days += 1) {
        const leave = { space: "s", organization: "north" };
        const { events } = p.command("north", "association.leave", leave, {
          at: 5000 + days * DAY,
        });
        if (events.some(({ type }) => type === "association.cancelled")) return days;
      }
      return null;
    },
  },
  rejoinRetentionDays: {
    shows:
      "whether a Member has its partner type again that is approved anew a moment before one day has passed, then, and after thirty days less a moment",
    outcomes: [
      [0, [false, false, false]],
      [1, [true, false, false]],
      [30, [true, true, true]],
    ],
    run: (changes) =>
      LATER.map((later) => {
        const p = play(changes);
        p.register(["host", "north"]);
        p.createSpace("host", "s");
        p.join("host", "s", "north");
        const north = { space: "s", organization: "north" };
        p.command("host", "partner.set", { ...north, types: ["dealer"], level: null });
        p.command("host", "association.cancel", north, { at: 5000 });
        const application = "again";
        p.command("north", "application.submit", { application, invitation: "i-s" });
        const { events } = p.command(
          "host",
          "application.approve",
          { application },
          { at: 5000 + later },
        );
        return events.some(({ type }) => type === "member.restored");
      }),
  },
  departureRetentionDays: {
    shows:
      "whether somebody who is back has the department of before: a moment before one day has passed, then, and after thirty days less a moment",
    outcomes: [
      [0, [[], [], []]],
      [1, [["desk"], [], []]],
      [30, [["desk"], ["desk"], ["desk"]]],
    ],
    run: (changes) =>
      LATER.map((later) => {
        const p = play(changes);
        p.register(["north"]);
        p.createDepartments("north", [["desk", null]]);
        p.hire("north", "ann", ["desk"]);
        const ann = { organization: "north", person: "ann" };
        p.fact("person.resigned", { ...ann, number: 1 }, { at: 5000 });
        const { events } = p.fact("person.reinstated", ann, { at: 5000 + later });
        return events.find(({ type }) => type === "person.reinstated")?.data["departments"];
      }),
  },
  listReinstates: {
    shows:
      "who is in service again because a list names them: `left` had left by a report, `lost` was missing in a list",
    outcomes: { inferred: ["lost"], any: ["left", "lost"], never: [] },
    run: namedAgain,
  },
} satisfies CasesOfSome;
