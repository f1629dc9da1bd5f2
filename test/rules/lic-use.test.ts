// Aim: using a Host app takes a grant in the unit one acts in, and nothing else counts.
// Method: an app of the Host published in its Space; submissions by people with and without grants.
import { expect } from "vitest";
import type { Caller, Play } from "../../src/testing/index.ts";
import {
  buy,
  grant,
  licensed,
  link,
  member,
  own,
  people,
  unlink,
  usage,
  whole,
} from "../support/licenses.ts";
import { rule } from "../support/rule.ts";

let rows = 0;

/** What submitting one row comes to; without a Space it is at the Host. */
function submit(p: Play, by: Caller, space?: string): string | null {
  rows += 1;
  const where = space === undefined ? {} : { space };
  const data = { app: "x", rows: [{ row: `r${rows}` }], ...where };
  return p.command(by, "form.submit", data).code;
}

/** A's app `x`, published in s1. */
function withApp(p: Play): Play {
  p.command("A", "app.create", { app: "x", name: "X" });
  p.command("A", "app.publish", { space: "s1", app: "x" });
  return p;
}

const lic08 = rule("LIC-08");
lic08.accepts(
  "somebody with a grant in the unit they act in, be it of a Space or of a Member",
  () => {
    const p = withApp(licensed(9));
    grant(p, own("A"), people("A", "a1"));
    grant(p, whole("s1"), people("B", "b1"));
    expect(submit(p, ["A", "a1"])).toBeNull();
    expect(submit(p, ["B", "b1"], "s1")).toBeNull();
    const q = withApp(licensed(9, {}, [member("s1", "B")]));
    grant(q, member("s1", "B"), people("B", "b1"));
    expect(submit(q, ["B", "b1"], "s1")).toBeNull();
  },
);
lic08.refuses("somebody without one, on either side", () => {
  const p = withApp(licensed(9));
  expect(submit(p, ["A", "a1"])).toBe("LICENSE_REQUIRED");
  expect(submit(p, ["B", "b1"], "s1")).toBe("LICENSE_REQUIRED");
  const data = { app: "x", space: "s1", rows: [{ row: "r" }] };
  expect(p.command(["B", "b1"], "form.submit", data).refusal).toEqual({
    code: "LICENSE_REQUIRED",
    rule: "LIC-08",
    data: { app: "x" },
  });
  grant(p, whole("s1"), people("B", "b1"));
  unlink(p, whole("s1"));
  expect(submit(p, ["B", "b1"], "s1")).toBe("LICENSE_REQUIRED");
});
lic08.refuses(
  "one with a grant in another unit: of the Host, of another Member, of another Space",
  () => {
    const p = withApp(licensed(9, {}, [member("s1", "B"), member("s1", "C")]));
    for (const organization of ["A", "C"]) p.hire(organization, "b1");
    grant(p, own("A"), people("A", "b1"));
    grant(p, member("s1", "C"), people("C", "b1"));
    expect(submit(p, ["B", "b1"], "s1")).toBe("LICENSE_REQUIRED");
    expect(submit(p, ["C", "b1"], "s1")).toBeNull();
    expect(submit(p, ["A", "b1"])).toBeNull();
    grant(p, member("s1", "B"), people("B", "b1"));
    expect(submit(p, ["B", "b1"], "s1")).toBeNull();
  },
);
lic08.refuses("one who waits for a license", () => {
  const p = withApp(licensed(0));
  p.command("A", "license.automate", {
    unit: whole("s1"),
    organization: "B",
    departments: ["law"],
  });
  p.hire("B", "late", ["law"]);
  expect(usage(p).waiting).toBe(1);
  expect(submit(p, ["B", "late"], "s1")).toBe("LICENSE_REQUIRED");
});

rule("LIC-17").holds(
  "a Member's own licenses are its own: no help at the Host, no cost to it",
  () => {
    const p = withApp(licensed(9));
    p.register(["D"]);
    p.command("B", "space.create", { space: "sb", name: "Space of B" });
    p.join("B", "sb", "D", { whole: true });
    expect(buy(p, "B", 2).code).toBeNull();
    expect(link(p, whole("sb"), "B").code).toBeNull();
    expect(grant(p, own("B"), people("B", "b1"), "B").code).toBeNull();
    expect(usage(p, "B")).toMatchObject({ purchased: 2, used: 1, remaining: 1 });
    expect(usage(p, "A")).toMatchObject({ purchased: 9, used: 0, remaining: 9 });
    p.command("B", "app.create", { app: "own", name: "B's own" });
    const data = { app: "own", rows: [{ row: "first" }] };
    expect(p.command(["B", "b1"], "form.submit", data).code).toBeNull();
    expect(submit(p, ["B", "b1"], "s1")).toBe("LICENSE_REQUIRED");
    expect(grant(p, own("B"), people("B", "b2"), "A").code).toBe("LICENSE_HOST_ONLY");
    grant(p, whole("s1"), people("B", "b1"));
    expect(submit(p, ["B", "b1"], "s1")).toBeNull();
    expect([usage(p, "A").used, usage(p, "B").used]).toEqual([1, 1]);
  },
);
