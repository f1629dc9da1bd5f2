// Aim: what a Link carries: people in scope, at every moment; place, name and labels; shared data.
// Method: one Trunk and its Branches, their directories and settings changed in every way.
import { expect } from "vitest";
import type { Policy } from "../../src/index.ts";
import type { Play } from "../../src/testing/index.ts";
import { link, onLink, opened } from "../support/hierarchy.ts";
import { rule } from "../support/rule.ts";

const TB = { trunk: "T", organization: "B" };

function school(changes: Partial<Policy> = {}): Play {
  const p = opened(["T", "B"], changes);
  p.createDepartments("B", [
    ["staff", null],
    ["math", "staff"],
    ["guests", null],
  ]);
  p.hire("B", "ann", ["math"]);
  p.hire("B", "bob", ["guests"]);
  link(p, "T", "B", { scope: { departments: ["staff"] } });
  return p;
}

const branch01 = rule("BRANCH-01");
branch01.accepts("a scope set, widened and narrowed by the Branch", () => {
  const p = school();
  expect(onLink(p, "T", "B")).toEqual(["ann"]);
  p.command("B", "scope.put-in", { ...TB, people: ["bob"] });
  expect(onLink(p, "T", "B")).toEqual(["ann", "bob"]);
  p.command("B", "scope.take-out", { ...TB, departments: ["math"] });
  expect(onLink(p, "T", "B")).toEqual(["bob"]);
  const told = p.command("B", "scope.set", { ...TB, scope: { whole: true } });
  expect(told.events[0]?.data).toMatchObject({ ...TB, whole: true, set: true });
  expect(onLink(p, "T", "B")).toEqual(["B-admin", "ann", "bob"]);
});
branch01.refuses("everybody else, what is not its own, and the Trunk's own scope", () => {
  const p = school();
  p.register(["C"]);
  const scope = { whole: true };
  expect(p.command("T", "scope.set", { ...TB, scope }).code).toBe("BRANCH_NOT_MANAGEABLE");
  expect(p.command(["B", "ann"], "scope.set", { ...TB, scope }).code).toBe("NOT_AUTHORIZED_ADMIN");
  expect(p.command("C", "scope.set", { ...TB, scope }).code).toBe("UNKNOWN_TRUNK");
  expect(p.command("T", "scope.set", { ...TB, organization: "T", scope }).code).toBe("NOT_LINKED");
  const foreign = { organization: "T", whole: true };
  expect(p.command("B", "scope.set", { ...TB, scope: foreign }).code).toBe(
    "SCOPE_OUTSIDE_OWN_ORGANIZATION",
  );
  expect(p.command("B", "scope.put-in", { ...TB, people: ["nobody"] }).code).toBe("UNKNOWN_PERSON");
});
branch01.refuses("to take many out without saying so, where that is asked", () => {
  const p = school({ removalConfirmation: "required", reconciliationHoldAtLeast: 1 });
  const told = p.command("B", "scope.set", { ...TB, scope: {} });
  expect(told.outcome).toMatchObject({
    refusal: { code: "REMOVAL_UNCONFIRMED", data: { trunk: "T", people: 1 } },
  });
  expect(p.command("B", "scope.set", { ...TB, scope: {}, removing: 1 }).code).toBeNull();
});

const branch02 = rule("BRANCH-02");
branch02.happens("in the step of the fact, whatever the person cap", () => {
  const p = school({ personCap: 1 });
  p.hire("B", "eve", ["math"]);
  expect(onLink(p, "T", "B")).toEqual(["ann", "eve"]);
  p.relocate("B", "eve", ["guests"]);
  p.relocate("B", "bob", ["staff"]);
  expect(onLink(p, "T", "B")).toEqual(["ann", "bob"]);
  p.fact("department.moved", { organization: "B", department: "math", parent: "guests" });
  expect(onLink(p, "T", "B")).toEqual(["bob"]);
  const left = p.resign("B", "bob").events.find(({ type }) => type === "roster.left");
  expect(left?.data).toEqual({ ...TB, person: "bob", because: "resigned" });
  expect(onLink(p, "T", "B")).toEqual([]);
});
branch02.happens("for whoever is back, as the scope has them", () => {
  const p = school();
  p.command("B", "scope.put-in", { ...TB, people: ["bob"] });
  p.command("B", "scope.take-out", { ...TB, people: ["ann"] });
  for (const person of ["ann", "bob"]) p.resign("B", person);
  p.hire("B", "ann", ["math"], 2);
  expect(onLink(p, "T", "B")).toEqual(["ann"]);
  p.fact("person.reinstated", { organization: "B", person: "bob", number: 1 });
  expect(onLink(p, "T", "B")).toEqual(["ann", "bob"]);
});
branch02.doesNot("concern people out of scope, nor other Links", () => {
  const p = school();
  p.register(["U"]);
  p.fact("hierarchy.capacity-changed", { organization: "U", open: true, branches: null });
  link(p, "U", "B");
  p.hire("B", "eve", ["guests"]);
  p.hire("B", "kim", ["staff"]);
  expect([onLink(p, "T", "B"), onLink(p, "U", "B")]).toEqual([["ann", "kim"], []]);
});

const mount01 = rule("MOUNT-01");
mount01.accepts("a name, a place and labels, and each name once at a place", () => {
  const p = school();
  p.register(["C"]);
  link(p, "T", "C");
  p.createDepartments("T", [["north", null]]);
  const named = { ...TB, alias: "One", mount: null };
  expect(p.command("T", "link.mount", named).code).toBeNull();
  expect(p.command("T", "link.mount", named).events).toEqual([]);
  const other = { ...named, organization: "C", mount: "north" };
  expect(p.command("T", "link.mount", other).code).toBeNull();
  const labels = { ...TB, labels: ["rural", "small"] };
  expect(p.command("T", "partner.set", labels).events).toHaveLength(1);
  expect(p.command("T", "partner.set", labels).events).toEqual([]);
  expect(p.records("link").find(([key]) => key === "T/B")?.[1]).toMatchObject({
    ...{ alias: "One", mount: null, labels: ["rural", "small"] },
  });
});
mount01.refuses(
  "a name taken there, a department that is none, and everybody but the Trunk",
  () => {
    const p = school();
    p.register(["C"]);
    link(p, "T", "C", { alias: "One" });
    const named = { ...TB, alias: "One", mount: null };
    expect(p.command("T", "link.mount", named).code).toBe("ALIAS_TAKEN");
    expect(p.command("T", "link.mount", { ...named, mount: "staff" }).code).toBe(
      "UNKNOWN_DEPARTMENT",
    );
    expect(p.command("B", "link.mount", named).code).toBe("NOT_TRUNK_ADMIN");
    expect(p.command("B", "partner.set", { ...TB, labels: [] }).code).toBe("NOT_TRUNK_ADMIN");
    const nobody = { ...named, organization: "nobody" };
    expect(p.command("T", "link.mount", nobody).code).toBe("NOT_LINKED");
    p.command("T", "link.mount", { ...named, organization: "C", alias: null });
    expect(p.command("T", "link.mount", named).code).toBeNull();
  },
);

const mount03 = rule("MOUNT-03");
mount03.happens("to the parent of a department that is removed", () => {
  const p = school();
  p.createDepartments("T", [
    ["north", null],
    ["coast", "north"],
  ]);
  p.command("T", "link.mount", { ...TB, alias: "One", mount: "coast" });
  const told = p.fact("department.removed", { organization: "T", department: "coast" });
  expect(told.events.at(-1)).toMatchObject({
    type: "link.mounted",
    data: { ...TB, alias: "One", mount: "north" },
  });
});
mount03.doesNot("when it is moved, nor come back with it", () => {
  const p = school();
  p.createDepartments("T", [
    ["north", null],
    ["coast", "north"],
  ]);
  p.command("T", "link.mount", { ...TB, alias: null, mount: "coast" });
  p.fact("department.moved", { organization: "T", department: "coast", parent: null });
  expect(p.records("link")[0]?.[1].mount).toBe("coast");
  p.fact("department.removed", { organization: "T", department: "coast" });
  p.fact("department.created", { organization: "T", department: "coast", parent: null, name: "C" });
  expect(p.records("link")[0]?.[1].mount).toBeNull();
});

const share01 = rule("SHARE-01");
const shares = (count: number) => {
  const p = school({ sharedDataLimit: 2 });
  const shared = ["a", "b", "c"].slice(0, count);
  return p.command("B", "link.share", { ...TB, shared }).code;
};
share01.below("the codes of one Link", () => expect(shares(1)).toBeNull());
share01.at("the codes of one Link", () => expect(shares(2)).toBeNull());
share01.above("the codes of one Link", () => expect(shares(3)).toBe("MALFORMED"));
share01.happens("on the Branch's word", () => {
  const p = school();
  const told = p.command("B", "link.share", { ...TB, shared: ["hr"] });
  expect(told.events.map(({ type }) => type)).toEqual(["link.shared"]);
  expect(p.command("B", "link.share", { ...TB, shared: ["hr"] }).events).toEqual([]);
});
share01.doesNot("on anybody else's, nor without a Link", () => {
  const p = school();
  expect(p.command("T", "link.share", { ...TB, shared: [] }).code).toBe("BRANCH_NOT_MANAGEABLE");
  p.command("T", "link.cancel", TB);
  const gone = p.command("B", "link.share", { ...TB, shared: [] }).code;
  expect(gone).toBe("UNKNOWN_TRUNK");
});
mount01.accepts("a department by the id it has now, and tells it by that", () => {
  const p = school();
  p.createDepartments("T", [["north", null]]);
  p.fact("department.renamed-id", { organization: "T", department: "north", to: "N1" });
  const told = p.command("T", "link.mount", { ...TB, alias: null, mount: "N1" });
  expect(told.events[0]?.data).toMatchObject({ ...TB, mount: "N1" });
  const viewer = { organization: "T", person: "T-admin" };
  expect(p.ask("hierarchy.branches", { viewer })).toMatchObject({ items: [{ mount: "N1" }] });
  const gone = { ...TB, alias: null, mount: "nowhere" };
  expect(p.command("T", "link.mount", gone).code).toBe("UNKNOWN_DEPARTMENT");
});
