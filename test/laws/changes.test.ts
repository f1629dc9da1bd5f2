/**
 * Aim: many changes in one input equal the facts that they say, one after the other, also where people
 * wait for room and departments go. Method: random changes of one small organization in a full Space.
 */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type DirectoryChange, defaultPolicy } from "../../src/index.ts";
import {
  changesEqualFacts,
  changesInterruptNobody,
  engine,
  fact,
  type Plain,
  play,
} from "../../src/testing/index.ts";

type Change = Plain<DirectoryChange>;

const PEOPLE = ["p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8"];
const DEPARTMENTS = ["in", "in2", "in3", "out", "out2", "not"];

/** B is a Member with `in` in scope, but for `not` below it; one of each department, two of none. */
function full(personCap: number) {
  const p = play({ personCap });
  p.register(["A", "B"]);
  p.createDepartments("B", [
    ["in", null],
    ["in2", "in"],
    ["in3", "in2"],
    ["out", null],
    ["out2", "out"],
    ["not", "in"],
  ]);
  for (const [i, person] of PEOPLE.entries()) p.hire("B", person, DEPARTMENTS.slice(i, i + 1));
  p.createSpace("A", "s1");
  p.join("A", "s1", "B", { departments: ["in"], exclude: { departments: ["not"] } });
  return p;
}

const department = fc.constantFrom(...DEPARTMENTS);
const departments = fc.uniqueArray(department, { maxLength: 2 });
const fields = { name: "New" };

const aboutPerson = (person: string): fc.Arbitrary<Change> =>
  fc.oneof(
    departments.map(
      (to): Change => ({ type: "person.relocated", data: { person, departments: to } }),
    ),
    department.map(
      (to): Change => ({ type: "person.department-entered", data: { person, department: to } }),
    ),
    department.map(
      (of): Change => ({ type: "person.department-left", data: { person, department: of } }),
    ),
    fc.constant<Change>({ type: "person.resigned", data: { person } }),
  );
const aHire = departments.map(
  (to): Change => ({ type: "person.hired", data: { person: "new", departments: to, fields } }),
);
const aboutDepartment = (of: string): fc.Arbitrary<Change> =>
  fc.oneof(
    fc
      .option(department)
      .map((parent): Change => ({ type: "department.moved", data: { department: of, parent } })),
    fc.constant<Change>({ type: "department.removed", data: { department: of } }),
  );

const ofPeople = fc
  .tuple(fc.shuffledSubarray([...PEOPLE, "new"], { minLength: 2 }))
  .chain(([chosen]) =>
    fc.tuple(...chosen.map((person) => (person === "new" ? aHire : aboutPerson(person)))),
  );
const ofBoth = fc
  .tuple(
    fc.shuffledSubarray(PEOPLE, { maxLength: 2 }),
    fc.shuffledSubarray(DEPARTMENTS, { minLength: 1, maxLength: 4 }),
  )
  .chain(([people, those]) => fc.tuple(...those.map(aboutDepartment), ...people.map(aboutPerson)));

function holds(changes: readonly Change[], personCap: number): void {
  const policy = { ...defaultPolicy, personCap };
  const before = full(personCap).world();
  const data = { organization: "B", changes };
  const input = { id: "changes", at: 2000, ...fact("directory.changed", data) } as never;
  const { world: after, outcome } = engine.apply(before, input, policy);
  expect(outcome.kind).toBe("accepted");
  for (const law of [changesEqualFacts, changesInterruptNobody]) {
    law.begin(policy, engine)({ index: 0, input, before, after, outcome, history: [] });
  }
}

test("changes of people equal the facts, in whatever order they come and whoever waits", () => {
  const cap = fc.integer({ min: 2, max: 6 });
  fc.assert(fc.property(ofPeople, cap, holds), { numRuns: 300 });
});

test("changes of departments, and of people in them, equal the facts where there is room", () => {
  fc.assert(fc.property(ofBoth, fc.constant(20), holds), { numRuns: 300 });
});
