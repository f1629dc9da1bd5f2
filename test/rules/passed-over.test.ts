// Aim: whatever an accepted input names and what remains without effect is named with a reason.
// Method: inputs that change nothing, or not all, through a World and through a host.
import { expect } from "vitest";
import { createHost, disclose, memoryStore } from "../../src/host/index.ts";
import { defaultPolicy } from "../../src/index.ts";
import { command, fact, type Play, play } from "../../src/testing/index.ts";
import { rule } from "../support/rule.ts";

const proto08 = rule("PROTO-08");

/** B with somebody in d1; A hosts s1, of which B is a Member. */
function two(): Play {
  const p = play();
  p.register(["A", "B"]);
  p.createDepartments("B", [["d1", null]]);
  p.hire("B", "eve", ["d1"]);
  p.createSpace("A", "s1", { whole: true });
  p.join("A", "s1", "B", { whole: true });
  return p;
}
const overOf = (told: ReturnType<Play["fact"]>) =>
  told.outcome.kind === "accepted" ? told.outcome.passedOver : "refused";

proto08.happens("facts that change nothing, each with the reason", () => {
  const p = two();
  const eve = { organization: "B", person: "eve" };
  const department = { organization: "B", department: "d1" };
  const named = { ...department, name: "New", revision: 5 };
  p.fact("department.renamed", named);
  const said = [
    p.fact("department.renamed", { ...named, revision: 4 }),
    p.fact("department.moved", { ...department, parent: null }),
    p.fact("department.created", { ...department, parent: null, name: "Other" }),
    p.fact("person.roles-changed", { ...eve, roles: [] }),
    p.fact("person.relocated", { ...eve, number: 0, departments: [] }),
    p.fact("organization.certification-changed", { organization: "B", certified: true }),
    p.fact("license.purchased", { organization: "B", purchased: 0 }),
  ];
  expect(said.flatMap(({ passedOver }) => passedOver)).toEqual([
    "department d1: older-revision",
    "department d1: already-so",
    "department d1: already-so",
    "person eve: already-so",
    "person eve: older-number",
    "organization B: already-so",
    "organization B: already-so",
  ]);
  expect(said.flatMap(({ events }) => events)).toEqual([]);
  p.fact("department.removed", department);
  expect(p.fact("department.moved", { ...department, parent: null }).passedOver).toEqual([
    "department d1: department-gone",
  ]);
  p.fact("organization.ended", { organization: "B" });
  expect(p.resign("B", "eve").passedOver).toEqual(["person eve: organization-ended"]);
  expect(p.fact("license.purchased", { organization: "B", purchased: 3 }).passedOver).toEqual([
    "organization B: organization-ended",
  ]);
});
proto08.happens("a removed department among others that exist, while the rest takes effect", () => {
  const p = two();
  p.createDepartments("B", [["d2", null]]);
  p.fact("department.removed", { organization: "B", department: "d1" });
  const told = p.relocate("B", "eve", ["d1", "d2"]);
  expect(told.events.map(({ type }) => type)).toContain("person.relocated");
  expect(told.passedOver).toEqual(["department d1: department-gone"]);
});
proto08.happens("commands that change nothing, or not for all they name", () => {
  const p = two();
  const part = { space: "s1", organization: "B" };
  const out = p.command("B", "scope.take-out", { ...part, people: ["eve"] });
  expect(out.passedOver).toEqual([]);
  const more = p.command("B", "scope.take-out", { ...part, departments: ["d1"], people: ["eve"] });
  expect(overOf(more)).toEqual({
    count: 1,
    byReason: { "already-so": 1 },
    first: [{ kind: "person", id: "eve", index: 0, reason: "already-so" }],
  });
  const same = { ...part, visibility: { kind: "own" } } as const;
  p.command("A", "visibility.set", same);
  expect(p.command("A", "visibility.set", same).passedOver).toEqual(["space s1: already-so"]);
  const group = { space: "s1", group: "g1" };
  const participants = [{ organization: "A", person: "A-admin" }];
  p.command("A", "group.start", { ...group, name: "G", participants: [] });
  expect(p.command("A", "group.add", { ...group, participants }).passedOver).toEqual([
    "person A-admin: already-so",
  ]);
});
proto08.doesNot("of an input that took effect in all it named", () => {
  const p = two();
  expect(overOf(p.relocate("B", "eve", []))).toBeUndefined();
  expect(
    overOf(p.command("B", "scope.take-out", { space: "s1", organization: "B", people: ["eve"] })),
  ).toBeUndefined();
});
proto08.happens("of many the first hundred in the order given, and how many by reason", () => {
  const p = two();
  const people = Array.from({ length: 150 }, (_, i) => `p${i}`);
  for (const person of people) p.hire("B", person);
  const part = { space: "s1", organization: "B", people };
  p.command("B", "scope.take-out", part);
  const over = overOf(p.command("B", "scope.take-out", part));
  expect(over).toMatchObject({ count: 150, byReason: { "already-so": 150 } });
  expect(typeof over === "object" && over.first.map(({ id, index }) => [id, index])).toEqual(
    people.slice(0, 100).map((id, index) => [id, index]),
  );
});
proto08.happens("a retry gets the same, and whoever sent it is shown it", async () => {
  const host = createHost({ store: memoryStore(), policy: defaultPolicy });
  const registered = {
    organization: "B",
    name: "B",
    certified: true,
    edition: "free",
    sso: false,
  } as const;
  await host.submit(fact("organization.registered", registered, { id: "1", at: 1 }));
  const renamed = { organization: "B", name: "B" };
  const input = fact("organization.renamed", renamed, { id: "2", at: 2 });
  const first = await host.submit(input);
  const passedOver = {
    count: 1,
    byReason: { "already-so": 1 },
    first: [{ kind: "organization", id: "B", reason: "already-so" }],
  };
  expect(first).toEqual({ kind: "accepted", events: [], notices: [], passedOver, repeated: false });
  expect(await host.submit(input)).toEqual({ ...first, repeated: true });
  expect((await host.preview({ ...input, id: "3" as never })) as object).toMatchObject({
    outcome: { passedOver },
  });
  expect(disclose(first as never, input.from)).toEqual({
    kind: "accepted",
    events: [],
    passedOver,
  });
  const refused = await host.submit(
    command("space.dissolve", ["B", "eve"], { space: "s9" }, { id: "4", at: 4 }),
  );
  expect(refused).not.toHaveProperty("passedOver");
});
