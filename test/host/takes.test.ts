// Aim: a preview counts what is taken, and nothing that is given.
// Method: events of one kind each, as many as are told apart.
import { expect, test } from "vitest";
import { type Happened, takenBy } from "../../src/host/takes.ts";

const event = (type: string, data: object = {}): Happened => ({ type, data });
const some = (events: readonly Happened[]) =>
  Object.fromEntries(Object.entries(takenBy(events)).filter(([, count]) => count > 0));

test("each kind of event that takes something counts once", () => {
  expect(
    some([
      event("license.released"),
      event("group.left"),
      event("group.left"),
      event("task.parked"),
      event("app.withdrawn"),
      event("setting.inert"),
      event("department.removed"),
    ]),
  ).toEqual({ grants: 1, groups: 2, parked: 1, installations: 1, settings: 1, departments: 1 });
});
test("a task that is given back, or assigned, is no loss", () => {
  const handed = ["named", "registered", "suspended", "assigned", "reinstated"].map((because) =>
    event("task.handed-over", { because }),
  );
  expect(some(handed)).toEqual({ handedOver: 3 });
});
test("a Space that is dissolved loses its Members; its Host is none", () => {
  const cancelled = (space: string, organization: string) =>
    event("association.cancelled", { space, organization, because: "dissolved" });
  const dissolved = event("space.dissolved", { space: "s", host: "a" });
  const events = [dissolved, cancelled("s", "b"), cancelled("s", "a"), cancelled("t", "a")];
  expect(some(events)).toEqual({ organizations: 2 });
});
test("what comes, and what is not known, counts nothing", () => {
  const types = ["license.granted", "roster.entered", "roster.left", "toString"];
  expect(some(types.map((type) => event(type)))).toEqual({});
});
