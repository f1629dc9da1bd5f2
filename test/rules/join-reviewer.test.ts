// Aim: nobody approves what they, or their organization, applied for, where the policy says so.
// Method: `one` and `two` work for the Host, or Trunk, and for the applicant; `one` submits.
import { expect } from "vitest";
import type { Policy } from "../../src/index.ts";
import { type Play, play } from "../../src/testing/index.ts";
import { open } from "../support/hierarchy.ts";
import { rule } from "../support/rule.ts";

const join17 = rule("JOIN-17");

/** `one` of north has applied to the Host's Space, and to the Host as Trunk. */
function applied(reviewerIndependence: Policy["reviewerIndependence"]): Play {
  const p = play({ reviewerIndependence });
  p.register(["host", "north"]);
  open(p, ["host"]);
  for (const organization of ["host", "north"]) {
    for (const person of ["one", "two"]) {
      p.hire(organization, person);
      p.fact("admin.changed", { organization, person, role: "main" });
    }
  }
  p.createSpace("host", "s");
  p.invite("host", "s");
  p.command("host", "invitation.issue", { trunk: "host", invitation: "i-t", form: "link" });
  for (const [application, invitation] of [
    ["to-space", "i-s"],
    ["to-trunk", "i-t"],
  ] as const) {
    p.command(["north", "one"], "application.submit", { application, invitation });
  }
  return p;
}

/** What comes of both approvals by somebody of the Host. */
const approvals = (p: Play, person: string) => [
  p.command(["host", person], "application.approve", { application: "to-space" }).code,
  p.command(["host", person], "application.approve", {
    ...{ trunk: "host", items: [{ application: "to-trunk" }] },
  }).code,
];
const refused = ["REVIEWER_IS_APPLICANT", "REVIEWER_IS_APPLICANT"];

join17.accepts("whoever submitted it by default", () => {
  expect(approvals(applied("none"), "one")).toEqual([null, null]);
});
join17.refuses("whoever submitted it under `person`, who may reject it", () => {
  const p = applied("person");
  expect(approvals(p, "one")).toEqual(refused);
  const rejected = p.command(["host", "one"], "application.reject", { application: "to-space" });
  expect(rejected.code).toBe(null);
});
join17.accepts("a colleague under `person`", () => {
  expect(approvals(applied("person"), "two")).toEqual([null, null]);
});
join17.refuses("everybody in service in the applying organization under `organization`", () => {
  const p = applied("organization");
  expect([approvals(p, "one"), approvals(p, "two")]).toEqual([refused, refused]);
});
join17.accepts("who is not, or not any more", () => {
  const p = applied("organization");
  p.resign("north", "two");
  expect(approvals(p, "two")).toEqual([null, null]);
});
join17.happens("that it is foretold to whoever asks", () => {
  const p = applied("person");
  const asked = { space: "s", application: "to-space" };
  const foretold = (person: string) =>
    p.ask("admin.application", { viewer: { organization: "host", person }, ...asked });
  expect(foretold("one")).toMatchObject({ refusal: { code: "REVIEWER_IS_APPLICANT" } });
  expect(foretold("two")).toMatchObject({ refusal: null });
});
