// Aim: what takes so many people off a Roster that it may be a mistake is said twice: a command gives their
// number, a fact about a department waits for an admin; under the default policy nothing waits.
// Method: a Member with people in departments, of which one is taken out, removed or moved.
import { expect } from "vitest";
import type { RecordedOutcome } from "../../src/host/index.ts";
import { summarize } from "../../src/host/preview.ts";
import type { Policy } from "../../src/index.ts";
import { parseInput } from "../../src/schema/index.ts";
import { type Play, play, type Told } from "../../src/testing/index.ts";
import { market } from "../support/apps.ts";
import { happened } from "../support/busy.ts";
import { onlyPart } from "../support/lists.ts";
import { rule } from "../support/rule.ts";

const REQUIRED = { removalConfirmation: "required" } as const;

/** B, in A's Space with `in` and what is below it: ten people, five of them in `half` below `in`. */
function collaboration(changes: Partial<Policy> = REQUIRED): Play {
  const p = play(changes);
  p.register(["A", "B"]);
  p.createSpace("A", "s");
  p.createDepartments("B", [
    ["in", null],
    ["half", "in"],
    ["out", null],
  ]);
  for (let i = 0; i < 10; i += 1) p.hire("B", `b${i}`, [i < 5 ? "half" : "in"]);
  p.join("A", "s", "B", { departments: ["in"] });
  return p;
}

const present = (p: Play): number => p.association("s", "B")?.present as number;
const about = <More extends object>(department: string, more: More) => ({
  organization: "B",
  department,
  ...more,
});
const removed = (p: Play): Told => p.fact("department.removed", about("half", {}), { id: "gone" });
const moved = (p: Play, parent: string | null, id = "moved"): Told =>
  p.fact("department.moved", about("half", { parent }), { id });
const department = (p: Play, id: string) =>
  p.records("department").find(([key]) => key === `B/${id}`)?.[1];
const parentOf = (p: Play, id: string) => department(p, id)?.parent;
const waits = (p: Play, id = "half") => department(p, id)?.held?.fact ?? null;
const settle = (p: Play, how: "confirm" | "discard", fact = "moved") =>
  p.command("B", `reconciliation.${how}`, { organization: "B", fact });

const dir09 = rule("DIR-09");
const takeOut = (p: Play, removing?: number, departments = ["half"]) =>
  p.command("B", "scope.take-out", {
    space: "s",
    organization: "B",
    departments,
    ...(removing === undefined ? {} : { removing }),
  });

dir09.refuses("a command that takes out many and does not say how many, or too few", () => {
  const p = collaboration();
  for (const told of [takeOut(p), takeOut(p, 4)]) {
    expect(told.refusal).toMatchObject({
      code: "REMOVAL_UNCONFIRMED",
      data: { space: "s", people: 5 },
    });
  }
  expect(
    p.command("B", "scope.set", { space: "s", organization: "B", scope: {} }).refusal,
  ).toMatchObject({
    code: "REMOVAL_UNCONFIRMED",
    data: { space: "s", people: 10 },
  });
  expect(present(p)).toBe(10);
});
dir09.accepts("one that says at least as many as it takes out", () => {
  const p = collaboration();
  expect(happened(takeOut(p, 5), "roster.left")).toHaveLength(5);
  const none = { space: "s", organization: "B", scope: {}, removing: 50 };
  expect(p.command("B", "scope.set", none).code).toBe(null);
  expect(present(p)).toBe(0);
});
dir09.accepts("one that takes out few, or no larger a share, or by another policy", () => {
  const few = collaboration({ ...REQUIRED, reconciliationHoldAtLeast: 6 });
  expect(takeOut(few).code).toBe(null);
  const share = collaboration({ ...REQUIRED, reconciliationHoldPercent: 50 });
  expect(takeOut(share).code).toBe(null);
  const noShare = collaboration({ ...REQUIRED, reconciliationHoldPercent: null });
  expect(takeOut(noShare, undefined, ["in", "half"]).code).toBe(null);
  expect(takeOut(collaboration({}), undefined, ["in"]).code).toBe(null);
  expect(takeOut(collaboration({ ...REQUIRED, reconciliationHoldPercent: 49 })).code).toBe(
    "REMOVAL_UNCONFIRMED",
  );
});

dir09.accepts("the id of a fact in place of that of a list", () => {
  const by = { organization: "B", person: "B-admin" };
  const input = { id: "i", at: 1, by, type: "reconciliation.confirm" };
  expect(parseInput({ ...input, data: { organization: "B", fact: "moved" } }).ok).toBe(true);
  const both = { organization: "B", fact: "moved", list: "l" };
  expect(parseInput({ ...input, data: both }).ok).toBe(false);
});
dir09.happens("to a fact that moves a department out: the tree stands, the admins are told", () => {
  const p = collaboration();
  const told = moved(p, "out");
  expect(told.events.map(({ type, data }) => [type, data])).toEqual([
    ["removal.held", { organization: "B", fact: "moved", department: "half", parent: "out" }],
  ]);
  expect(told.notices).toEqual([
    {
      kind: "DIRECTORY_RECONCILIATION_HELD",
      to: [{ kind: "authorized-admins", organization: "B" }],
      data: { organization: "B", fact: "moved", people: 5, departments: 1 },
    },
  ]);
  expect([present(p), parentOf(p, "half"), waits(p)]).toEqual([10, "in", "moved"]);
});
dir09.happens("to a fact that removes one", () => {
  const p = collaboration();
  const told = removed(p);
  // Whoever loses the only placement is in no department that is in scope.
  expect(happened(told, "removal.held")).toEqual([
    { organization: "B", fact: "gone", department: "half" },
  ]);
  expect(happened(told, "roster.left")).toEqual([]);
  expect(department(p, "half")?.removed).toBe(false);
  expect(present(p)).toBe(10);
});
dir09.doesNot("to a fact by which few leave, or nobody, or under the default policy", () => {
  const few = collaboration({ ...REQUIRED, reconciliationHoldAtLeast: 6 });
  expect(happened(moved(few, "out"), "roster.left")).toHaveLength(5);
  expect(moved(collaboration(), null).events.map(({ type }) => type)).toContain("removal.held");
  const within = collaboration();
  within.createDepartments("B", [["other", "in"]]);
  expect(happened(moved(within, "other"), "department.moved")).toHaveLength(1);
  expect(happened(removed(collaboration({})), "roster.left")).toHaveLength(5);
});
dir09.happens("when confirmed: what the fact says comes about, judged anew", () => {
  const p = collaboration();
  moved(p, "out");
  p.resign("B", "b0");
  const told = settle(p, "confirm");
  expect(told.events.slice(0, 2).map(({ type }) => type)).toEqual([
    "removal.settled",
    "department.moved",
  ]);
  expect(happened(told, "roster.left")).toHaveLength(4);
  expect([parentOf(p, "half"), waits(p)]).toEqual(["out", null]);
  expect(settle(p, "confirm").passedOver).toEqual(["fact moved: already-so"]);
});
dir09.happens("when confirmed: a removal, by an admin's word", () => {
  const p = collaboration();
  removed(p);
  const told = settle(p, "confirm", "gone");
  expect(happened(told, "department.removed")).toMatchObject([
    { department: "half", because: "confirmed" },
  ]);
  expect(present(p)).toBe(5);
});
dir09.happens("when discarded: nothing comes of it", () => {
  const p = collaboration();
  moved(p, "out");
  expect(settle(p, "discard").events.map(({ type }) => type)).toEqual(["removal.settled"]);
  expect([present(p), parentOf(p, "half"), waits(p)]).toEqual([10, "in", null]);
  expect(settle(p, "confirm").passedOver).toEqual(["fact moved: already-so"]);
});
dir09.happens(
  "no more once newer word on that department comes, be it that all is as it was",
  () => {
    for (const word of [
      (p: Play) => p.fact("department.renamed", about("half", { name: "Half" })),
      (p: Play) => p.fact("department.moved", about("half", { parent: "in" })),
      (p: Play) => p.fact("department.created", about("half", { parent: "in", name: "Half" })),
      (p: Play) => {
        const lines = ["in", "half", "out"].map((department) => {
          const parent = department === "half" ? "in" : null;
          return { department, parent, name: `Dept ${department}` };
        });
        const part = { kind: "departments", departments: lines } as const;
        return p.fact("directory.reconciled", onlyPart("B", part));
      },
    ]) {
      const p = collaboration();
      moved(p, "out");
      const told = word(p);
      expect(happened(told, "removal.settled")).toEqual([
        { organization: "B", fact: "moved", departments: ["half"], how: "superseded" },
      ]);
      expect(told.passedOver).toEqual([]);
      expect([present(p), waits(p)]).toEqual([10, null]);
    }
  },
);
dir09.happens("to the newer of two facts, which takes the place of the first", () => {
  const p = collaboration();
  moved(p, "out");
  const told = moved(p, null, "later");
  expect(told.events.map(({ type }) => type)).toEqual(["removal.settled", "removal.held"]);
  expect(waits(p)).toBe("later");
  expect(settle(p, "confirm").passedOver).toEqual(["fact moved: already-so"]);
});
dir09.happens("that the same fact told once more tells nobody and holds nothing anew", () => {
  for (const tell of [removed, (p: Play) => moved(p, "out")]) {
    const p = collaboration();
    const fact = happened(tell(p), "removal.held")[0]?.["fact"];
    const again = tell(p);
    expect([again.events, again.notices]).toEqual([[], []]);
    expect(again.passedOver).toEqual(["department half: already-so"]);
    expect([present(p), waits(p)]).toEqual([10, fact]);
  }
});
dir09.doesNot("any less for word that is older, by its time or by its revision", () => {
  const p = collaboration();
  const at = 1_000_000_000;
  p.fact("department.moved", about("half", { parent: "out", revision: 5 }), { id: "moved", at });
  p.fact("department.renamed", about("half", { name: "Old" }), { at: at - 1 });
  expect(waits(p)).toBe("moved");
  p.fact("department.moved", about("half", { parent: "in", revision: 4 }), { at: at + 1 });
  expect(waits(p)).toBe("moved");
  const older = p.fact("department.removed", about("half", {}), { id: "older", at: at - 1 });
  expect(older.passedOver).toEqual(["department half: older-time"]);
  expect(waits(p)).toBe("moved");
});
dir09.happens(
  "within many changes, where all that is said of departments waits and all else is so",
  () => {
    const p = collaboration();
    const told = p.fact(
      "directory.changed",
      {
        organization: "B",
        changes: [
          {
            type: "person.hired",
            data: { person: "new", departments: ["in"], fields: { name: "N" } },
          },
          { type: "department.moved", data: { department: "half", parent: "out" } },
          { type: "department.removed", data: { department: "out" } },
          { type: "person.resigned", data: { person: "b9" } },
        ],
      },
      { id: "many" },
    );
    expect(happened(told, "removal.held").map(({ department }) => department)).toEqual([
      "half",
      "out",
    ]);
    expect(happened(told, "roster.left").map(({ person }) => person)).toEqual(["b9"]);
    expect(happened(told, "roster.entered").map(({ person }) => person)).toEqual(["new"]);
    const held = told.notices.find(({ kind }) => kind === "DIRECTORY_RECONCILIATION_HELD");
    expect(held?.data).toEqual({ organization: "B", fact: "many", people: 5, departments: 2 });
    const confirmed = settle(p, "confirm", "many");
    expect(happened(confirmed, "removal.settled")).toMatchObject([
      { departments: ["half", "out"] },
    ]);
    expect(parentOf(p, "half")).toBe(null);
  },
);
dir09.happens(
  "within one input once, though it says twice that a department goes, or says at last where",
  () => {
    const gone = { type: "department.removed", data: { department: "half" } } as const;
    const elsewhere = {
      type: "department.moved",
      data: { department: "half", parent: "out" },
    } as const;
    const twice = (changes: readonly object[]) =>
      collaboration().fact("directory.changed", { organization: "B", changes } as never);
    const same = twice([gone, gone]);
    expect(same.events.map(({ type }) => type)).toEqual(["removal.held"]);
    expect(same.passedOver).toEqual(["department half: already-so"]);
    const other = twice([gone, elsewhere]);
    expect(other.events.map(({ type }) => type)).toEqual([
      ...["removal.held", "removal.settled", "removal.held"],
    ]);
    expect(other.passedOver).toEqual([]);
  },
);
dir09.doesNot("for those whom something else takes out", () => {
  const p = collaboration();
  const people = ["b0", "b1", "b2", "b3", "b4"];
  const told = p.fact("directory.changed", {
    organization: "B",
    changes: [
      ...people.map((person) => ({ type: "person.resigned", data: { person } }) as const),
      { type: "department.moved", data: { department: "half", parent: "out" } },
    ],
  });
  expect(happened(told, "removal.held")).toEqual([]);
  expect(parentOf(p, "half")).toBe("out");
});
dir09.happens("for the platform too where nobody can act, whose support then settles it", () => {
  const p = collaboration();
  p.appoint("B", "B-admin", null);
  expect(moved(p, "out").notices.map(({ to }) => to)).toEqual([
    [{ kind: "authorized-admins", organization: "B" }, { kind: "platform" }],
  ]);
  const told = p.appoint("B", "B-admin", "main");
  expect(told.notices).toMatchObject([
    { kind: "ADMIN_WORK_WAITING", data: { counts: { lists: 1, tasks: 0 } } },
  ]);
  p.appoint("B", "B-admin", null);
  const fact = { organization: "B", fact: "moved" };
  expect(
    happened(p.command({ support: "staff" }, "reconciliation.confirm", fact), "roster.left"),
  ).toHaveLength(5);
});
dir09.refuses("whoever is no authorized admin to settle what is held", () => {
  const p = collaboration();
  moved(p, "out");
  const told = p.command(["B", "b1"], "reconciliation.confirm", {
    organization: "B",
    fact: "moved",
  });
  expect(told.code).toBe("NOT_AUTHORIZED_ADMIN");
});

/** What a preview sums up of an input that has come. */
const taken = ({ outcome }: Told) => summarize(outcome as unknown as RecordedOutcome).taken;

dir09.happens("in previews, which sum up what else an input takes", () => {
  const p = market();
  const none = taken(p.fact("organization.renamed", { organization: "S", name: "Supplier" }));
  expect(Object.values(none).every((count) => count === 0)).toBe(true);
  expect(taken(p.command("H", "space.dissolve", { space: "s" }))).toEqual({
    ...{ grants: 6, groups: 0, handedOver: 0, parked: 0 },
    ...{ installations: 1, offices: 0, organizations: 2, settings: 0, departments: 0 },
  });
  expect(taken(removed(collaboration({})))).toEqual({ ...none, departments: 1, settings: 0 });
  const ruled = collaboration({});
  takeOut(ruled);
  expect(taken(removed(ruled))).toEqual({ ...none, departments: 1, settings: 1 });
});
