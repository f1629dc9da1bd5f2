/** Aim: the reference model says by itself what an end that is taken back gives back (DIR-19). */
import { describe, expect, test } from "vitest";
import { done, grant, licensed, who, withApp } from "./partners.ts";
import type { Teller } from "./teller.ts";

/** A day. */
const day = 24 * 60 * 60 * 1000;

const ended = (teller: Teller, organization: string, at = 2000) =>
  teller.fact("organization.ended", { organization }, { at });
const back = (teller: Teller, organization: string, at = 3000) =>
  teller.fact("organization.reinstated", { organization }, { at });
const leftOf = (verdict: ReturnType<typeof back>) =>
  verdict.kind === "accepted" ? verdict.left : verdict.code;
const why = (verdict: ReturnType<typeof back>) =>
  verdict.kind === "accepted" ? verdict.passedOver?.byReason : verdict.code;

/** The app with a flow whose first step is for a person of north, and one instance that runs. */
function withTask(): Teller {
  const teller = withApp();
  const steps = [{ approvers: [{ kind: "person", ...who("north", "n2") }], mode: "all" }];
  teller.command("host", "flow.define", { app: "crm", flow: "f", steps } as never);
  const start = { app: "crm", flow: "f", instance: "i", row: "r" };
  teller.command(["south", "s1"], "flow.start", { ...start, space: "s" });
  return teller;
}

describe("what does not come back", () => {
  test("is of a Host its Spaces, what ran of its apps and its pool", () => {
    const teller = withTask();
    expect(ended(teller, "host")).toMatchObject({ kind: "accepted", changed: true });
    expect(leftOf(back(teller, "host"))).toEqual([
      ["space", 1, "dissolved"],
      ["instance", 1, "ended"],
      ["pool", 1, "ended"],
    ]);
  });

  test("is of a Member its Associations and its tasks", () => {
    const teller = withTask();
    ended(teller, "north");
    expect(leftOf(back(teller, "north"))).toEqual([
      ["association", 1, "cancelled"],
      ["task", 1, "parked"],
    ]);
    expect(teller.reference.facts().instances[0]).toMatchObject({
      status: "running",
      tasks: [{ holder: null, home: "host" }],
    });
  });

  test("are tasks that waited for the admins, too, and none that are closed", () => {
    const teller = withTask();
    teller.resign("north", "n2");
    ended(teller, "north");
    expect(leftOf(back(teller, "north"))).toContainEqual(["task", 1, "parked"]);
    const closed = withTask();
    closed.command(["north", "n2"], "task.approve", { instance: "i", task: 0 });
    ended(closed, "north");
    expect(leftOf(back(closed, "north"))).toEqual([["association", 1, "cancelled"]]);
    ended(closed, "host");
    expect(leftOf(back(closed, "host"))).toEqual([
      ["space", 1, "dissolved"],
      ["pool", 1, "ended"],
    ]);
  });

  test("is counted at each end anew", () => {
    const teller = withTask();
    ended(teller, "host");
    back(teller, "host");
    ended(teller, "host", 4000);
    expect(leftOf(back(teller, "host", 5000))).toEqual([]);
  });

  test("is said by nothing else", () => {
    const teller = withTask();
    expect(leftOf(ended(teller, "north"))).toBeUndefined();
    expect(leftOf(back(teller, "host"))).toBeUndefined();
  });
});

describe("what comes back", () => {
  test("is the directory, with admins and apps, and the licenses not", () => {
    const teller = licensed();
    const before = teller.reference.facts().organizations.find(isHost);
    ended(teller, "host");
    back(teller, "host");
    const after = teller.reference.facts().organizations.find(isHost);
    expect(after).toEqual({ ...before, hosted: [] });
    expect(teller.reference.facts().pools).toEqual([]);
    teller.fact("license.purchased", { organization: "host", purchased: 9 }, { at: 3001 });
    grant(teller, "host/h1");
    expect(teller.reference.facts().pools).toMatchObject([{ host: "host", purchased: 9 }]);
  });

  test("is no license kept of the pool that ended", () => {
    const teller = licensed();
    teller.resign("host", "h1");
    ended(teller, "host");
    back(teller, "host");
    teller.fact("license.purchased", { organization: "host", purchased: 9 }, { at: 3001 });
    const h1 = { organization: "host", person: "h1" };
    const told = teller.fact("person.reinstated", h1, { at: 3002 });
    expect(told).toEqual(done);
    expect(teller.reference.facts().pools).toMatchObject([
      { units: [{ grants: [] }], waiting: [] },
    ]);
  });

  test("comes within the retention, and by no older word", () => {
    const at = (time: number) => {
      const teller = licensed();
      ended(teller, "north", 2000);
      return why(back(teller, "north", time));
    };
    expect(at(1999)).toEqual({ "older-time": 1 });
    expect(at(2000)).toBeUndefined();
    expect(at(2000 + 30 * day - 1)).toBeUndefined();
    expect(at(2000 + 30 * day)).toEqual({ "retention-over": 1 });
  });

  test("is not ended by an older copy of the end", () => {
    const teller = licensed();
    ended(teller, "north", 2000);
    expect(why(back(teller, "north", 3000))).toBeUndefined();
    expect(why(back(teller, "north", 3000))).toEqual({ "already-so": 1 });
    expect(why(ended(teller, "north", 2999))).toEqual({ "older-time": 1 });
    expect(why(ended(teller, "north", 3000))).toBeUndefined();
    expect(why(ended(teller, "north", 3001))).toEqual({ "organization-ended": 1 });
  });
});

function isHost({ organization }: { readonly organization: string }): boolean {
  return organization === "host";
}
