/**
 * Aim: scripts that once showed a mistake stay right. Each was shrunk from a generated one; all laws
 * are checked on it, and what it is about is said in so many words.
 */
import { expect, test } from "vitest";
import { defaultPolicy, type Policy } from "../../../src/index.ts";
import {
  applyAll,
  buildWorld,
  checkLaws,
  command,
  fact,
  factsOf,
  given,
  type InputDraft,
  LAWS,
  stamped,
  worldInputs,
} from "../../../src/testing/index.ts";
import { onlyPart } from "../../support/lists.ts";

const policy: Policy = { ...defaultPolicy, personCap: 3 };

const plan = {
  organizations: {
    acme: {
      departments: { sales: null, east: "sales", north: "sales" },
      people: { bob: ["east", "north"], eve: [] },
      admins: { admin: "main" },
    },
    bolt: { admins: { admin: "main" } },
  },
  spaces: { supply: { host: "acme", scope: { departments: ["sales"] } } },
} as const;

/** Checks all laws on a built World and what comes after; gives the facts at the end. */
function after(...drafts: readonly InputDraft[]) {
  const start = worldInputs(plan);
  const inputs = [...start, ...stamped(drafts, start.length + 1)];
  checkLaws({ policy, inputs }, [...LAWS.step, ...LAWS.slice, ...LAWS.world]);
  const world = applyAll(buildWorld(plan, policy), inputs.slice(start.length), policy);
  return factsOf(world, policy);
}

const departmentsOf = (facts: ReturnType<typeof after>) =>
  facts.organizations[0]?.departments.map(({ department, parent }) => [department, parent]);

const listed = (departments: readonly (readonly [string, string | null])[], at: number) =>
  fact(
    "directory.reconciled",
    {
      organization: "acme",
      list: `list-${at}`,
      of: { departments: 1, people: 0 },
      part: {
        kind: "departments",
        page: 0,
        pages: 1,
        departments: departments.map(([department, parent]) => ({
          department,
          parent,
          name: department,
        })),
      },
    },
    { at },
  );

test("departments moved together are compared with where they were before the step", () => {
  // `north` goes to the root, `east` follows it, and `sales`, whose rule took them in, is dormant.
  const facts = after(
    listed(
      [
        ["north", null],
        ["east", "north"],
      ],
      1000,
    ),
  );
  expect(departmentsOf(facts)).toEqual([
    ["east", "north"],
    ["north", null],
    ["sales", null],
  ]);
  expect(facts.spaces[0]?.roster).toEqual([]);
});

test("a list that hangs a known department under one it makes is followed as far as it goes", () => {
  const facts = after(
    listed(
      [
        ["new", "sales"],
        ["sales", "new"],
        ["east", "sales"],
        ["north", "sales"],
      ],
      1000,
    ),
  );
  expect(departmentsOf(facts)).toContainEqual(["sales", null]);
  expect(departmentsOf(facts)).toContainEqual(["new", "sales"]);
});

test("a department listed under itself is flagged the first time, though it was removed", () => {
  after(
    fact("department.removed", { organization: "acme", department: "east" }, { at: 500 }),
    listed(
      [
        ["sales", null],
        ["north", "sales"],
        ["east", "east"],
      ],
      1000,
    ),
  );
});

test("an older list changes nothing about whom a later fact spoke of", () => {
  const person = { organization: "acme", person: "eve" } as const;
  const page = {
    kind: "people",
    people: [{ person: "eve", number: 9, departments: [], fields: { name: "Other" } }],
  } as const;
  const facts = after(
    fact(
      "admin.changed",
      { ...person, number: 1, role: "sub", spacePermission: false },
      { at: 2000 },
    ),
    fact("directory.reconciled", onlyPart("acme", page, "full"), { at: 1500 }),
  );
  const eve = facts.organizations[0]?.people.find((each) => (each.person as string) === "eve");
  expect(eve).toMatchObject({ number: 1, fields: { name: "eve" } });
});

test("probation that is over stays over, however old the fields that came along", () => {
  const person = { organization: "acme", person: "joe", number: 3 } as const;
  const facts = after(
    fact("person.hired", { ...person, departments: [], fields: { name: "Joe" }, probation: true }),
    fact("person.fields-changed", { ...person, fields: { name: "Joseph" }, revision: 9 }),
    fact("person.confirmed", { ...person, fields: { name: "Jo" }, revision: 8 }),
  );
  const joe = facts.organizations[0]?.people.find((each) => (each.person as string) === "joe");
  expect(joe).toMatchObject({ probation: false, fields: { name: "Joseph" } });
});

test("entries of a batch that are skipped use no id", () => {
  const facts = after(
    command("batch-invitation.enable", { support: "staff" }, { organization: "acme" }),
    command("invitation.batch", ["acme", "admin"], {
      space: "supply",
      invitations: [
        { invitation: "invitation-to-supply", organization: "acme" },
        { invitation: "to-bolt", organization: "bolt" },
        { invitation: "to-bolt", organization: "bolt" },
      ],
    }),
  );
  expect(facts.invitations.map(({ invitation }) => invitation as string)).toContain("to-bolt");
});

test("whoever acts for an organization nobody knows is told so first", () => {
  given(buildWorld(plan))
    .when(
      command("reconciliation.confirm", ["nobody", "zoe"], {
        organization: "acme",
        list: "list-1",
      }),
    )
    .thenRefused("UNKNOWN_ORGANIZATION", { organization: "nobody" });
});

/** A list in one part that is full for one department of the plan, and what is below. */
const within = (departments: readonly string[], part: Parameters<typeof onlyPart>[1], at: number) =>
  fact(
    "directory.reconciled",
    { ...onlyPart("acme", part, `within-${at}`), extent: { departments: [...departments] } },
    { at },
  );

test("a list of a department, told again, leads to the same records", () => {
  const people = [{ person: "bob", departments: ["east"], fields: { name: "Bob" } }];
  after(
    within(["east"], { kind: "people", people }, 1000),
    within(["east"], { kind: "people", people }, 1100),
  );
});

test("of departments that an extent names, one below another is listed like any", () => {
  const departments = [{ department: "east", parent: "sales", name: "Far east" }];
  const facts = after(
    within(["east", "sales"], { kind: "departments", departments }, 1000),
    fact("department.created", {
      organization: "acme",
      department: "west",
      parent: null,
      name: "",
    }),
  );
  expect(facts.organizations[0]?.departments.find((each) => each.department === "east")?.name).toBe(
    "Far east",
  );
});

test("whom a list of a department begins anew, and names nowhere in it, is followed all the same", () => {
  const line = (number: number, departments: string[], manager: string) => ({
    person: "bob",
    number,
    departments,
    fields: { name: "Bob" },
    manager: { person: manager },
  });
  const facts = after(
    within(["east"], { kind: "people", people: [line(5, ["east"], "eve")] }, 1000),
    within(["east"], { kind: "people", people: [line(6, ["east", "north"], "admin")] }, 1100),
    within(
      ["north"],
      { kind: "people", people: [{ ...line(1, ["east"], "eve"), person: "new" }] },
      1200,
    ),
  );
  expect(facts.organizations[0]?.people.find(({ person }) => person === "bob")).toMatchObject({
    departments: ["east"],
  });
});
