// Aim: whoever has to know is told once that nobody acts for an organization, and whoever comes to, what waits.
// Method: the admins of a Member, of a Host and of nobody's Space leave, lose roles and are suspended, one way after another.
import { expect } from "vitest";
import { type Caller, type Play, play, type Told } from "../../src/testing/index.ts";
import { define, office, start, step } from "../support/flows.ts";
import { onlyPart } from "../support/lists.ts";
import { rule } from "../support/rule.ts";

/** A hosts s1 and s2, H hosts t; B is a Member of all three, with a main admin and a delegate. */
function organizations(): Play {
  const p = play();
  p.register(["A", "B", "H", "L"]);
  for (const person of ["delegate", "plain", "b1"]) p.hire("B", person);
  p.appoint("B", "delegate", "sub", true);
  p.appoint("B", "plain", "sub", false);
  for (const [host, space] of [
    ["A", "s1"],
    ["A", "s2"],
    ["H", "t"],
  ] as const) {
    p.createSpace(host, space);
    p.join(host, space, "B");
  }
  return p;
}

const about = (kind: string, { notices }: Told) => notices.filter((each) => each.kind === kind);
const lost = (told: Told) => about("ORGANIZATION_WITHOUT_ADMINS", told);
const work = (told: Told) => about("ADMIN_WORK_WAITING", told);
const PLATFORM = { kind: "platform" };

const suspend = (p: Play, person: string, organization = "B"): Told =>
  p.fact("person.suspended", { organization, person });
const resume = (p: Play, person: string, organization = "B"): Told =>
  p.fact("person.resumed", { organization, person });

/** What takes the last admin, and what gives it back. */
const WAYS: {
  readonly [how: string]: readonly [(p: Play, time: number) => Told, (p: Play) => Told];
} = {
  departure: [
    (p, time) => p.resign("B", "B-admin", time),
    (p) => {
      p.hire("B", "B-admin", [], 2);
      return p.fact("admin.changed", { organization: "B", person: "B-admin", role: "main" });
    },
  ],
  "a role withdrawn": [
    (p) => p.appoint("B", "B-admin", null),
    (p) => p.appoint("B", "B-admin", "main"),
  ],
  "a permission withdrawn": [
    (p) => p.appoint("B", "B-admin", "sub", false),
    (p) => p.appoint("B", "B-admin", "sub", true),
  ],
  suspension: [(p) => suspend(p, "B-admin"), (p) => resume(p, "B-admin")],
  "many changes": [
    (p) =>
      p.fact("directory.changed", {
        organization: "B",
        changes: [
          { type: "person.suspended", data: { person: "b1" } },
          { type: "person.resigned", data: { person: "B-admin" } },
        ],
      }),
    (p) =>
      p.fact("directory.changed", {
        organization: "B",
        changes: [
          { type: "person.hired", data: { person: "new", departments: [], fields: { name: "N" } } },
          { type: "admin.changed", data: { person: "new", role: "main" } },
        ],
      }),
  ],
};

const admin06 = rule("ADMIN-06");
for (const [how, [take, give]] of Object.entries(WAYS)) {
  admin06.happens(
    `by ${how}: the admins of its Spaces and the platform know, once each time`,
    () => {
      const p = organizations();
      expect(lost(p.appoint("B", "delegate", null))).toEqual([]);
      for (const time of [1, 2]) {
        expect(lost(take(p, time))).toEqual([
          {
            kind: "ORGANIZATION_WITHOUT_ADMINS",
            to: [
              { kind: "space-admins", space: "s1" },
              { kind: "space-admins", space: "s2" },
              { kind: "space-admins", space: "t" },
              PLATFORM,
            ],
            data: { organization: "B" },
          },
        ]);
        if (how === "many changes") break;
        expect(lost(give(p))).toEqual([]);
      }
    },
  );
}
admin06.happens(
  "for a Host, of which the platform alone knows, and where it is in no Space",
  () => {
    const p = organizations();
    expect(lost(p.resign("A", "A-admin"))).toEqual([
      { kind: "ORGANIZATION_WITHOUT_ADMINS", to: [PLATFORM], data: { organization: "A" } },
    ]);
    expect(lost(p.resign("L", "L-admin")).map(({ to }) => to)).toEqual([[PLATFORM]]);
  },
);
admin06.happens("where a suspended one was all that was left, and the other goes", () => {
  const p = organizations();
  expect(lost(suspend(p, "delegate"))).toEqual([]);
  expect(lost(p.resign("B", "B-admin"))).toHaveLength(1);
  expect(lost(p.resign("B", "delegate"))).toEqual([]);
});
admin06.happens("by a list that no longer names the last admin", () => {
  const p = organizations();
  p.under({ reconciliationHoldPercent: 100 });
  const line = (person: string) => ({ person, departments: [], fields: { name: person } });
  const people = ["delegate", "plain", "b1"].map(line);
  const part = { kind: "people", people } as const;
  p.appoint("B", "delegate", null);
  expect(lost(p.fact("directory.reconciled", onlyPart("B", part)))).toHaveLength(1);
});
admin06.doesNot("while somebody else may act, or of people who are no admins", () => {
  const p = organizations();
  expect(lost(p.resign("B", "B-admin"))).toEqual([]);
  expect(lost(p.resign("B", "b1"))).toEqual([]);
  expect(lost(p.appoint("B", "plain", null))).toEqual([]);
});
admin06.doesNot("where one input takes the last and names another, or takes and gives back", () => {
  const p = organizations();
  p.appoint("B", "delegate", null);
  const replaced = p.fact("directory.changed", {
    organization: "B",
    changes: [
      { type: "person.resigned", data: { person: "B-admin" } },
      { type: "admin.changed", data: { person: "plain", role: "main" } },
    ],
  });
  expect(replaced.notices).toEqual([]);
  const back = p.fact("directory.changed", {
    organization: "B",
    changes: [
      { type: "person.suspended", data: { person: "plain" } },
      { type: "person.resumed", data: { person: "plain" } },
    ],
  });
  expect(back.notices).toEqual([]);
});
admin06.doesNot(
  "of an organization that had none, is suspended as a whole, resumed, or ends",
  () => {
    const p = organizations();
    p.fact("organization.registered", {
      organization: "N",
      name: "N",
      certified: true,
      edition: "exclusive",
      sso: false,
    });
    p.hire("N", "n1");
    expect(p.appoint("N", "n1", "sub", false).notices).toEqual([]);
    expect(p.resign("N", "n1").notices).toEqual([]);
    for (const type of ["organization.suspended", "organization.resumed"] as const) {
      const told = p.fact(type, { organization: "B" });
      expect([...lost(told), ...work(told)]).toEqual([]);
    }
    expect(lost(p.fact("organization.ended", { organization: "B" }))).toEqual([]);
  },
);

/** B has nobody to act for it; a task of b2, who left, and a held list wait, and in its Space t an application. */
function waiting(): Play {
  const p = office({ reconciliationHoldPercent: 0 });
  define(p, [step("all", ["B", "b2"], ["B", "b3"])]);
  start(p, ["B", "b1"], "i");
  p.createSpace("B", "t");
  p.invite("B", "t");
  p.applyTo("C", "t");
  p.resign("B", "B-admin");
  p.resign("B", "b2");
  p.fact("directory.reconciled", onlyPart("B", { kind: "people", people: [] }));
  return p;
}
const settle = (p: Play, by: Caller, what: "confirm" | "discard", organization = "B"): Told => {
  const [[, known] = []] = p.records("directory").filter(([key]) => key === `${organization}/`);
  const list = known?.lists?.[0] ?? "no-list";
  return p.command(by, `reconciliation.${what}`, { organization, list });
};
const SUPPORT = { support: "staff" };

admin06.happens("that each of those who may act again is told what waits", () => {
  const p = waiting();
  const counts = { tasks: 1, lists: 1, applications: 1 };
  const to = ["b1", "b3"].map((person) => ({ kind: "person", organization: "B", person }));
  const changes = [
    { type: "admin.changed", data: { person: "b1", role: "main" } },
    { type: "admin.changed", data: { person: "b3", role: "sub", spacePermission: true } },
    { type: "admin.changed", data: { person: "both", role: "sub" } },
  ] as const;
  const told = p.fact("directory.changed", { organization: "B", changes });
  expect(told.notices).toEqual([
    { kind: "ADMIN_WORK_WAITING", to, data: { organization: "B", counts } },
  ]);
  expect(work(p.appoint("B", "both", "main"))).toEqual([]);
});
admin06.happens("that counts only what waits for them", () => {
  const p = waiting();
  settle(p, SUPPORT, "discard");
  p.command("A", "task.assign", { instance: "i", task: 0, to: "b3", organization: "B" });
  const [told] = work(p.appoint("B", "b1", "main"));
  expect(told?.data).toEqual({
    organization: "B",
    counts: { tasks: 0, lists: 0, applications: 1 },
  });
});
admin06.happens("that counts settings that name what is gone, each once (DIR-11)", () => {
  const p = organizations();
  p.createDepartments("B", [
    ["d", null],
    ["e", null],
  ]);
  p.command("B", "scope.set", {
    ...{ space: "s1", organization: "B" },
    scope: { departments: ["d"], exclude: { departments: ["e"] } },
  });
  const removed = (department: string) =>
    p.fact("department.removed", { organization: "B", department, revision: 1 });
  for (const department of ["d", "e"]) removed(department);
  p.appoint("B", "delegate", null);
  suspend(p, "B-admin");
  const counts = { tasks: 0, lists: 0, applications: 0, settings: 1 };
  expect(work(resume(p, "B-admin"))).toMatchObject([{ data: { organization: "B", counts } }]);
});
admin06.doesNot("with a notice that nothing waits", () => {
  const p = organizations();
  p.appoint("B", "delegate", null);
  suspend(p, "B-admin");
  expect(resume(p, "B-admin").notices).toEqual([]);
});
admin06.happens(
  "that platform support confirms or discards held lists for as long as it lasts",
  () => {
    for (const what of ["confirm", "discard"] as const) {
      const p = waiting();
      const settled = settle(p, SUPPORT, what);
      expect(settled.code).toBeNull();
      const [end] = settled.events.filter(({ type }) => type === "reconciliation.settled");
      expect(end?.data["how"]).toBe(`${what}ed`);
    }
    const p = waiting();
    p.fact("organization.suspended", { organization: "B" });
    p.appoint("B", "b1", "main");
    expect(settle(p, SUPPORT, "discard").code).toBeNull();
  },
);
admin06.doesNot(
  "let support settle lists where an admin may, nor anybody of another organization",
  () => {
    const p = waiting();
    expect(settle(p, "A", "confirm").code).toBe("NOT_AUTHORIZED_ADMIN");
    expect(settle(p, ["B", "b1"], "confirm").code).toBe("NOT_AUTHORIZED_ADMIN");
    p.appoint("B", "b1", "main");
    expect(settle(p, SUPPORT, "discard").refusal).toMatchObject({
      code: "NOT_AUTHORIZED_ADMIN",
      data: { organization: "B" },
    });
    expect(settle(p, SUPPORT, "discard", "nowhere").code).toBe("UNKNOWN_ORGANIZATION");
    p.fact("organization.ended", { organization: "B" });
    expect(settle(p, SUPPORT, "discard").code).toBe("UNKNOWN_ORGANIZATION");
  },
);
