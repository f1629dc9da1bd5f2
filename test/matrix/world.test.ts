// Aim: the World of the matrix is what its tables say of it, so that no cell is right for another reason.
// Method: the questions that admins and people of it can ask.
import { expect, test } from "vitest";
import { ask } from "../../src/engine/ask.ts";
import type { Queries, QueryOf, QueryType } from "../../src/queries/model.ts";
import type { Plain } from "../../src/testing/inputs.ts";
import { taskOf } from "./runs.ts";
import { matrixWorld, POLICY } from "./world.ts";

const world = matrixWorld();

function answer<Type extends QueryType>(
  type: Type,
  data: Plain<Queries[Type]["input"]>,
): Queries[Type]["answer"] {
  const answered = ask(world, { type, data } as unknown as QueryOf<Type>, POLICY);
  if (answered.kind !== "answer") throw new Error(JSON.stringify(answered));
  return answered.value as Queries[Type]["answer"];
}

const of = (organization: string, person = `${organization}-main`) => ({ organization, person });
const host = { viewer: of("host"), space: "supply" };

test("the Space is full, and one of a Member waits", () => {
  const room = answer("admin.space-room", host);
  expect(room.persons).toEqual({ used: 9, limit: 9, left: 0 });
  expect(answer("admin.waiting", host).items).toEqual([of("member", "member-waiting")]);
});

test("on the Roster are those of whom it is said", () => {
  const { items } = answer("space.contacts", { ...host, viewer: of("host", "host-contact") });
  expect(items.map(({ person }) => person).sort()).toEqual([
    "host-contact",
    "host-contact-2",
    "member-late",
    "member-later",
    "member-mate",
    "member-rostered",
    "member-unlicensed",
    "other-mate",
    "other-rostered",
  ]);
});

test("admins are those of whom it is said", () => {
  const available = (organization: string, role: string) =>
    answer("entry.management", { viewer: of(organization, `${organization}-${role}`) }).available;
  for (const organization of ["host", "member"]) {
    const able = ["main", "sub", "plain", "employee", "former"].filter((role) =>
      available(organization, role),
    );
    expect(able, organization).toEqual(["main", "sub"]);
  }
});

test("licensed are those of whom it is said", () => {
  const holders = (viewer: string, unit: Plain<Queries["license.accounts"]["input"]["unit"]>) =>
    answer("license.accounts", { viewer: of(viewer), unit }).items.map(({ person }) => person);
  const own = (organization: string) => holders(organization, { kind: "host", organization });
  expect(own("host")).toEqual(["host-main", "host-contact", "host-former", "host-mate"]);
  expect(own("member")).toEqual(["member-main"]);
  expect(holders("host", { kind: "space", space: "supply" })).toEqual([
    "member-rostered",
    "other-rostered",
  ]);
});

test("tasks of those who left wait for the admins of their organizations", () => {
  for (const organization of ["host", "member", "other"]) {
    const { items } = answer("admin.parked", { viewer: of(organization), limit: 500 });
    const inRun = items.filter(({ instance }) => (instance as string) === "run");
    expect(inRun.map(({ task }) => task)).toEqual([taskOf(`${organization}-leaver`)]);
  }
});

test("open tasks are held by those of whom it is said", () => {
  const held = (person: string) => {
    const viewer = of(person.slice(0, person.indexOf("-")), person);
    const { items } = answer("flow.todo", { viewer, limit: 500 });
    return items.filter(({ instance }) => (instance as string) === "run").map(({ task }) => task);
  };
  for (const person of ["host-contact", "host-employee", "member-rostered", "other-rostered"]) {
    expect(held(person), person).toEqual([taskOf(person)]);
  }
  expect(held("member-unlicensed")).toEqual([]);
});

test("above and below one another are those of whom it is said, and their admins are those of whom it is said", () => {
  const branches = (organization: string, role = "main") =>
    answer("hierarchy.branches", {
      viewer: of(organization, `${organization}-${role}`),
    }).items.map((each) => [each.organization, each.alias]);
  expect(branches("host")).toEqual([
    ["member", "East"],
    ["other", "West"],
  ]);
  expect(branches("host", "sub")).toEqual(branches("host"));
  expect(branches("member")).toEqual([["other", "Other"]]);
  const refused = { type: "hierarchy.branches", data: { viewer: of("member", "member-sub") } };
  expect(ask(world, refused as never, POLICY)).toMatchObject({
    kind: "refused",
    refusal: { code: "NOT_AUTHORIZED_ADMIN" },
  });
});
