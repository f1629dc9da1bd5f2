// Aim: from the end of a purchase nothing is granted, from the end of grace nothing is used, and a renewal restores all.
// Method: one Space with its people, and a county with a town, at the last moment before each end and at it.
import { expect } from "vitest";
import type { Policy } from "../../src/index.ts";
import type { Caller, Play, Told } from "../../src/testing/index.ts";
import { link as linkBelow, opened } from "../support/hierarchy.ts";
import {
  automate,
  buy,
  deferred,
  grant,
  holders,
  licensed,
  link,
  named,
  own,
  people,
  revoke,
  unlink,
  usage,
  whole,
} from "../support/licenses.ts";
import { rule } from "../support/rule.ts";

const s1 = whole("s1");
const lic20 = rule("LIC-20");

const DAY = 86_400_000;
/** When the purchase ends, and when the days of grace of `licenseGraceDays` are over. */
const END = 10_000;
const OVER = END + 2 * DAY;

const renew = (p: Play, until: number | null | undefined, at: number, purchased = 9): Told =>
  p.fact(
    "license.purchased",
    { organization: "A", purchased, ...(until === undefined ? {} : { until }) },
    { at },
  );

/** A1 and b1 hold licenses and use app `x`; whoever comes to B's sales is to get one. The purchase ends at {@link END}. */
function term(changes: Partial<Policy> = {}): Play {
  const p = licensed(9, { licenseGraceDays: 2, ...changes });
  p.command("A", "app.create", { app: "x", name: "X" });
  p.command("A", "app.publish", { space: "s1", app: "x" });
  grant(p, own("A"), people("A", "a1"));
  grant(p, s1, people("B", "b1"));
  automate(p, s1, "B", ["sales"]);
  renew(p, END, 1000);
  return p;
}

const grantAt = (p: Play, person: string, at: number): Told =>
  p.command("A", "license.grant", { unit: s1, people: people("B", person) }, { at });

const enter = (p: Play, person: string, at: number): Told =>
  p.fact(
    "person.hired",
    { organization: "B", person, number: 1, fields: { name: person }, departments: ["sales"] },
    { at },
  );

let rows = 0;
/** Submitting one row: by b1 in the Space, or by the Host's own a1. */
function submit(p: Play, by: Caller, at: number): Told {
  rows += 1;
  const where = Array.isArray(by) && by[0] === "B" ? { space: "s1" } : {};
  return p.command(by, "form.submit", { app: "x", rows: [{ row: `t${rows}` }], ...where }, { at });
}
const B1: Caller = ["B", "b1"];
const A1: Caller = ["A", "a1"];

const kinds = ({ notices }: Told): string[] => notices.map(({ kind }) => kind);

lic20.below("the end of the purchase licenses are granted, by hand and automatically", () => {
  const p = term();
  expect(grantAt(p, "b4", END - 1).code).toBeNull();
  expect(named(enter(p, "new", END - 1), "license.granted")).toEqual(["B/new"]);
});
lic20.at("the end of the purchase nothing is granted by hand, and who enters waits", () => {
  const p = term();
  expect(grantAt(p, "b4", END).refusal).toEqual({
    code: "LICENSE_TERM_ENDED",
    rule: "LIC-20",
    data: { until: END },
  });
  expect(
    p.command("A", "license.grant", { unit: own("A"), people: people("A", "a2") }, { at: END })
      .code,
  ).toBe("LICENSE_TERM_ENDED");
  const told = enter(p, "new", END);
  expect(named(told, "license.deferred")).toEqual(["B/new"]);
  expect(deferred(p)).toEqual(["B/new"]);
  expect(submit(p, B1, END).code).toBeNull();
});
lic20.above("the end of the purchase what is held stays, and is taken back", () => {
  const p = term();
  expect(grantAt(p, "b4", END + 1).code).toBe("LICENSE_TERM_ENDED");
  expect(holders(p, s1)).toEqual(["B/b1"]);
  expect(revoke(p, s1, people("B", "b1")).code).toBeNull();
  expect(unlink(p, s1).code).toBeNull();
  expect(link(p, s1).code).toBeNull();
});
lic20.below("the end of grace (licenseGraceDays) licenses are used on", () => {
  const p = term();
  expect(submit(p, B1, OVER - 1).code).toBeNull();
  expect(submit(p, A1, OVER - 1).code).toBeNull();
});
lic20.at("the end of grace nobody uses one, and the Host alone learns since when", () => {
  const p = term();
  expect(submit(p, B1, OVER).refusal).toEqual({
    code: "LICENSE_TERM_ENDED",
    rule: "LIC-20",
    data: {},
  });
  expect(submit(p, A1, OVER).refusal).toEqual({
    code: "LICENSE_TERM_ENDED",
    rule: "LIC-20",
    data: { until: END },
  });
  const asked = { viewer: { organization: "B", person: "b1" }, app: "x", space: "s1" };
  const use = (at?: number) =>
    p.ask("app.use", { ...asked, feature: "form.submit", ...(at === undefined ? {} : { at }) });
  expect([use(), use(OVER - 1), use(OVER)]).toEqual([
    { side: "downstream" },
    { side: "downstream" },
    "LICENSE_TERM_ENDED",
  ]);
  const viewer = { organization: "A", person: "a1" };
  expect(p.ask("data.submitters", { viewer, app: "x", at: OVER })).toBe("LICENSE_TERM_ENDED");
  expect(p.ask("data.range", { viewer, app: "x", at: OVER })).toBe("LICENSE_TERM_ENDED");
});
lic20.above("the end of grace grants, departments and waiting lists are kept", () => {
  const p = term();
  enter(p, "new", OVER + 1);
  expect(submit(p, B1, OVER + 1).code).toBe("LICENSE_TERM_ENDED");
  expect([...holders(p, own("A")), ...holders(p, s1)]).toEqual(["A/a1", "B/b1"]);
  expect(deferred(p)).toEqual(["B/new"]);
});
lic20.refuses(
  "use before the app's list and the license are asked for, a gate after the others",
  () => {
    const p = term();
    expect(submit(p, ["B", "b4"], OVER).code).toBe("LICENSE_TERM_ENDED");
    expect(submit(p, ["B", "b4"], OVER - 1).code).toBe("LICENSE_REQUIRED");
    p.fact("organization.edition-changed", { organization: "A", edition: "light" });
    expect(submit(p, B1, OVER).code).toBe("EDITION_NOT_SUPPORTED");
  },
);
lic20.refuses("a grant of what takes no license, where one person counts once", () => {
  const p = term({ licenseCounting: "distinct-person" });
  p.hire("A", "b1");
  const same = { unit: own("A"), people: people("A", "b1") };
  expect(p.command("A", "license.grant", same, { at: END }).code).toBe("LICENSE_TERM_ENDED");
  expect(p.command("A", "license.grant", same, { at: END - 1 }).code).toBeNull();
});
lic20.accepts("whoever uses the apps of another Host, whose own purchase goes on", () => {
  const p = term();
  buy(p, "B", 2);
  grant(p, own("B"), people("B", "b1"), "B");
  p.command("B", "app.create", { app: "y", name: "Y" });
  const mine = { app: "y", rows: [{ row: "y1" }] };
  expect(p.command(B1, "form.submit", mine, { at: OVER }).code).toBeNull();
});

lic20.happens("a renewal restores use at once, and serves who waits, in line", () => {
  const p = term();
  enter(p, "new", END);
  enter(p, "newer", OVER);
  const told = renew(p, OVER + DAY, OVER + 1);
  expect(named(told, "license.granted")).toEqual(["B/new", "B/newer"]);
  expect(submit(p, B1, OVER + 1).code).toBeNull();
  expect(grantAt(p, "b4", OVER + 1).code).toBeNull();
});
lic20.happens("a renewal without an end, be that said or left out", () => {
  for (const until of [null, undefined]) {
    const p = term();
    enter(p, "new", END);
    expect(named(renew(p, until, OVER), "license.granted")).toEqual(["B/new"]);
    expect(submit(p, B1, OVER + 900 * DAY).code).toBeNull();
  }
});
lic20.doesNot(
  "restore anything with an end that is past, nor with one of an older revision",
  () => {
    const p = term();
    enter(p, "new", END);
    expect(named(renew(p, END + 5, END + 5), "license.granted")).toEqual([]);
    p.fact(
      "license.purchased",
      { organization: "A", purchased: 9, until: END + 6, revision: 4 },
      { at: END + 6 },
    );
    const older = { organization: "A", purchased: 9, until: null, revision: 3 };
    expect(p.fact("license.purchased", older, { at: END + 7 }).events).toEqual([]);
    expect(deferred(p)).toEqual(["B/new"]);
  },
);
lic20.happens("who counts already, and waits behind others, is granted with the renewal", () => {
  const p = term({ licenseCounting: "distinct-person" });
  p.hire("C", "twin");
  grant(p, s1, people("C", "twin"));
  enter(p, "first", END);
  enter(p, "twin", END);
  // Three are used, and no more are bought: who waits first goes on waiting.
  expect(named(renew(p, null, END, 3), "license.granted")).toEqual(["B/twin"]);
  expect(deferred(p)).toEqual(["B/first"]);
});
lic20.doesNot("let anybody get ahead of who waits, whenever a late fact says they entered", () => {
  const p = term();
  enter(p, "new", END);
  expect(named(enter(p, "late", END - 1), "license.deferred")).toEqual(["B/late"]);
  expect(deferred(p)).toEqual(["B/new", "B/late"]);
});
lic20.doesNot("keep a place where nobody waits for a license: who enters goes without", () => {
  const p = term({ autoGrantWhenEmpty: "drop" });
  expect(enter(p, "new", END).events.map(({ type }) => type)).not.toContain("license.deferred");
  expect(named(renew(p, null, END), "license.granted")).toEqual([]);
});
lic20.happens("whoever comes back stands first in line until the renewal", () => {
  const p = term();
  enter(p, "new", END);
  p.fact("person.resigned", { organization: "B", person: "b1", number: 1 }, { at: END });
  const back = p.fact(
    "person.reinstated",
    { organization: "B", person: "b1", number: 1 },
    { at: END + 1 },
  );
  expect(named(back, "license.deferred")).toEqual(["B/b1"]);
  expect(deferred(p)).toEqual(["B/b1", "B/new"]);
  expect(named(renew(p, null, END + 2, 2), "license.granted")).toEqual(["B/b1"]);
});
lic20.happens("whom a suspension took a license waits when resumed", () => {
  const p = term({ suspendedSeats: "release" });
  const b1 = { organization: "B", person: "b1" };
  p.fact("person.suspended", b1, { at: END });
  expect(named(p.fact("person.resumed", b1, { at: END + 1 }), "license.deferred")).toEqual([
    "B/b1",
  ]);
  expect(named(renew(p, null, END + 2), "license.granted")).toEqual(["B/b1"]);
});

lic20.happens(
  "main admins are told once of each end, by the first input that changes the pool",
  () => {
    const p = term();
    expect(kinds(enter(p, "early", END - 1))).not.toContain("LICENSE_TERM_ENDING");
    // Submitting changes no pool.
    expect(kinds(submit(p, B1, END))).toEqual([]);
    const ending = p.command("A", "license.reserve", { reserved: 1 }, { at: END });
    expect(ending.events).toEqual([
      expect.objectContaining({ type: "license.reserved" }),
      expect.objectContaining({
        type: "license.term-reached",
        data: { host: "A", reached: "ending" },
      }),
    ]);
    expect(ending.notices).toEqual([
      {
        kind: "LICENSE_TERM_ENDING",
        to: [{ kind: "main-admins", organization: "A" }],
        data: { organization: "A", until: END, graceUntil: OVER },
      },
    ]);
    expect(kinds(p.command("A", "license.reserve", { reserved: 2 }, { at: OVER - 1 }))).toEqual([]);
    expect(kinds(p.command("A", "license.reserve", { reserved: 3 }, { at: OVER }))).toEqual([
      "LICENSE_TERM_OVER",
    ]);
    expect(kinds(p.command("A", "license.reserve", { reserved: 4 }, { at: OVER + 1 }))).toEqual([]);
  },
);
lic20.happens("of both ends at once the later is told, and none of them again", () => {
  const p = term();
  expect(kinds(p.command("A", "license.reserve", { reserved: 1 }, { at: OVER }))).toEqual([
    "LICENSE_TERM_OVER",
  ]);
  expect(kinds(p.command("A", "license.reserve", { reserved: 2 }, { at: END }))).toEqual([]);
  const q = term({ licenseGraceDays: 0 });
  expect(kinds(q.command("A", "license.reserve", { reserved: 1 }, { at: END }))).toEqual([
    "LICENSE_TERM_OVER",
  ]);
});
lic20.happens("another end is told of anew, the same one is not", () => {
  const p = term();
  p.command("A", "license.reserve", { reserved: 1 }, { at: END });
  expect(kinds(renew(p, END, END + 1, 8))).toEqual([]);
  expect(kinds(renew(p, END + 2, END + 3))).toEqual(["LICENSE_TERM_ENDING"]);
  expect(kinds(renew(p, END + DAY, END + 3))).toEqual([]);
  expect(kinds(p.command("A", "license.reserve", { reserved: 2 }, { at: END + DAY }))).toEqual([
    "LICENSE_TERM_ENDING",
  ]);
});
lic20.shows("the Host when its term ends, and how that stands", () => {
  const p = term();
  const viewer = { organization: "A", person: "A-admin" };
  const shown = (at?: number) =>
    (p.ask("license.usage", { viewer, ...(at === undefined ? {} : { at }) }) as { term?: unknown })
      .term;
  expect(shown()).toEqual({ until: END, graceUntil: OVER });
  expect([END - 1, END, OVER].map(shown)).toEqual(
    ["running", "ending", "over"].map((state) => ({ until: END, graceUntil: OVER, state })),
  );
  renew(p, null, END);
  expect(usage(p)).not.toHaveProperty("term");
});
lic20.refuses("in the Hierarchy unit as in any other", () => {
  const p = opened(["T", "U"], { licenseGraceDays: 2 });
  p.hire("U", "u1");
  linkBelow(p, "T", "U", { scope: { whole: true } });
  p.fact("license.purchased", { organization: "T", purchased: 5, until: END });
  const seat = {
    unit: { kind: "hierarchy", organization: "T" },
    people: people("U", "u1"),
  } as const;
  expect(p.command("T", "license.grant", seat, { at: END }).code).toBe("LICENSE_TERM_ENDED");
  expect(p.command("T", "license.grant", seat, { at: END - 1 }).code).toBeNull();
  p.command("T", "app.create", { app: "x", name: "X" });
  p.command("T", "app.offer", { trunk: "T", app: "x", installed: true } as never);
  const use = (at: number) =>
    p.ask("app.use", {
      ...{ viewer: { organization: "U", person: "u1" }, app: "x", trunk: "T" },
      ...{ feature: "form.submit", at },
    });
  expect(use(OVER)).toBe("LICENSE_TERM_ENDED");
  expect(use(OVER - 1)).not.toBe("LICENSE_TERM_ENDED");
});
