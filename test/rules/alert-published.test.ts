// Aim: a publication is told to those responsible and to the admins of the Members that can see it.
// Method: publications for everybody, for some, and refused ones.
import { expect } from "vitest";
import type { Play, Told } from "../../src/testing/index.ts";
import { authorize, classify, market } from "../support/apps.ts";
import { rule } from "../support/rule.ts";

function published(p: Play, app: string, authorized?: object): Told {
  p.command("H", "app.create", { app, name: app });
  const list = authorized === undefined ? {} : { authorized };
  return p.command("H", "app.publish", { space: "s", app, ...list });
}

/** The Members whose admins are told, in order. */
function told({ notices }: Told): unknown {
  const [notice, ...more] = notices;
  expect(more).toEqual([]);
  expect(notice?.kind).toBe("APP_PUBLISHED");
  const [first, ...members] = notice?.to ?? [];
  expect(first).toEqual({ kind: "space-admins", space: "s" });
  return members.map((each) => {
    expect(each.kind).toBe("authorized-admins");
    return "organization" in each ? each.organization : null;
  });
}

const alert01 = rule("ALERT-01");
alert01.happens(
  "once, to the Space admins and the admins of every Member, in order of joining",
  () => {
    const p = market();
    const first = published(p, "erp");
    expect(told(first)).toEqual(["S", "D"]);
    expect(first.notices[0]?.data).toEqual({ space: "s", app: "erp" });
  },
);
alert01.happens("to those Members only that the list covers, or of which it names anybody", () => {
  const p = market();
  p.register(["N", "M"]);
  for (const organization of ["N", "M"]) p.join("H", "s", organization, { whole: true });
  classify(p, "N", ["dealer"]);
  expect(told(published(p, "a1", { partners: [{ type: "dealer" }] }))).toEqual(["D", "N"]);
  expect(told(published(p, "a2", { organizations: ["M", "S"] }))).toEqual(["S", "M"]);
  const line = { organization: "S", department: "line" };
  const admin = { organization: "N", person: "N-admin" };
  expect(told(published(p, "a3", { departments: [line], people: [admin] }))).toEqual(["S", "N"]);
  expect(told(published(p, "a4", {}))).toEqual([]);
  // The list that stayed from before counts as one given now does.
  authorize(p, { organizations: ["D"] });
  p.command("H", "app.withdraw", { space: "s", app: "crm" });
  expect(told(p.command("H", "app.publish", { space: "s", app: "crm" }))).toEqual(["D"]);
});
alert01.doesNot("for a refused publication, nor for anything else that is set", () => {
  const p = market();
  expect(p.command("H", "app.publish", { space: "s", app: "crm" }).notices).toEqual([]);
  expect(authorize(p, { organizations: ["D"] }).notices).toEqual([]);
  expect(p.command("H", "app.withdraw", { space: "s", app: "crm" }).notices).toEqual([]);
});
