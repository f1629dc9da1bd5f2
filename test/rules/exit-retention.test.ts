// Aim: what is kept of a Member's settings when its Association ends, and what of it a Member that is back has again.
// Method: C is cancelled, or leaves, with everything set, and is approved anew before, at and after the end of the
// retention, after what its settings name has gone, or has ended and come back.
import { expect } from "vitest";
import type { Policy } from "../../src/index.ts";
import { type Play, play, type Told } from "../../src/testing/index.ts";
import { unsound } from "../support/hierarchy.ts";
import { rule } from "../support/rule.ts";
import { department, hide, settled, show, told, who } from "../support/sight.ts";

const DAY = 86_400_000;
const END = 1_000_000;
const UNTIL = END + 30 * DAY;
const C = { space: "s", organization: "C" };
const KEEPING: Partial<Policy> = { rejoinRetentionDays: 30, memberExit: "own-admin" };
const NOTHING = { organizations: [], kinds: [], departments: [] };

const classify = (p: Play, types: readonly string[], level: string | null) =>
  p.command("H", "partner.set", { ...C, types, level });
const name = (p: Play, ...people: string[]) => p.command("H", "counterparts.set", { ...C, people });
const place = (p: Play, folder: string | null) => p.command("H", "member.place", { ...C, folder });

/** A Space in which everything is set for C that may be. */
function arranged(changes: Partial<Policy> = {}): Play {
  const p = settled({ ...KEEPING, ...changes });
  p.command("H", "folder.create", { space: "s", folder: "f", parent: null, name: "South" });
  place(p, "f");
  classify(p, ["dealer"], "gold");
  show(p, "C", {
    kind: "listed",
    organizations: ["B", "H"],
    departments: [department("D", "mid"), department("D", "side")],
  });
  hide(p, "C", { except: { organizations: ["B"], departments: [department("D", "low")] } });
  p.command("C", "fields.share", { ...C, fields: { phone: "nobody" } });
  name(p, "H-low", "H-top");
  return p;
}

const RESTORED = {
  ...{ ...C, folder: "f", types: ["dealer"], level: "gold" },
  visibility: {
    ...{ kind: "listed", organizations: ["B", "H"] },
    departments: [department("D", "mid"), department("D", "side")],
  },
  hidden: true,
  except: { organizations: ["B"], kinds: [], departments: [department("D", "low")] },
  fields: { phone: "nobody" },
  counterparts: { organization: "H", people: ["H-low", "H-top"] },
};

const cancel = (p: Play, at = END): Told => p.command("H", "association.cancel", C, { at });
let count = 0;

/** C applies anew, with the whole organization, and is approved at some time. */
function back(p: Play, at = END + 1, more: object = {}): Told {
  const applied = applyAgain(p);
  return p.command("H", "application.approve", { space: "s", ...applied, ...more } as never, {
    at,
  });
}

function applyAgain(p: Play): { readonly application: string } {
  count += 1;
  const application = `again-${count}`;
  const told = p.applyTo("C", "s", { whole: true }, application);
  expect(told.code).toBeNull();
  return { application };
}

const restored = ({ events }: Told): unknown =>
  events.find(({ type }) => type === "member.restored")?.data ?? null;
const clean = (p: Play) => {
  const row = told(p, "C");
  expect(row).toMatchObject({ folder: null, types: [], level: null, visibility: { kind: "own" } });
  expect(row["hiding"]).toBeUndefined();
};
const sound = (p: Play) => expect(unsound(p)).toEqual([]);

const exit09 = rule("EXIT-09");
exit09.happens(
  "to a Member that was cancelled and is approved again: it has everything again",
  () => {
    const p = arranged();
    const before = told(p, "C");
    const ended = cancel(p);
    expect(ended.events[0]?.data).toEqual({ ...C, because: "cancelled", keptUntil: UNTIL });
    sound(p);
    const approved = back(p);
    const types = approved.events.map(({ type }) => type);
    expect(types.slice(0, 3)).toEqual([
      ...["application.approved", "association.formed", "member.restored"],
    ]);
    expect(restored(approved)).toEqual(RESTORED);
    const { joinedAt: _, ...now } = told(p, "C");
    expect(before).toMatchObject(now);
    expect(p.records("retained")).toEqual([]);
    sound(p);
  },
);
exit09.happens("to a Member that has left of its own", () => {
  const p = arranged();
  const left = p.command("C", "association.leave", C, { at: END });
  expect(left.events[0]?.data).toEqual({ ...C, because: "left", keptUntil: UNTIL });
  expect(restored(back(p))).toEqual(RESTORED);
  sound(p);
});
exit09.happens(
  "to its own sight, to that of others and to what it shares as if it had never gone",
  () => {
    const p = arranged();
    for (const each of ["B", "D"]) show(p, each, { kind: "all" });
    cancel(p);
    back(p);
    const sees = (viewer: object, organization: string, person: string) =>
      typeof p.ask("space.contact", { viewer, space: "s", organization, person } as never) !==
      "string";
    expect(sees(who("C"), "D", "D-low")).toBe(true);
    expect(sees(who("C"), "D", "D-top")).toBe(false);
    expect(sees(who("B"), "C", "C-low")).toBe(true);
    expect(sees(who("D"), "C", "C-low")).toBe(false);
    expect(sees(who("D", "D-low"), "C", "C-low")).toBe(true);
    // A setting that is restored is one like any other: it names the Associations of now.
    p.command("H", "association.cancel", { space: "s", organization: "D" }, { at: END + 2 });
    expect(told(p, "C")["visibility"]).toEqual({ kind: "listed", organizations: ["B", "H"] });
  },
);
exit09.doesNot("under the default policy, which keeps nothing", () => {
  const p = arranged({ rejoinRetentionDays: 0 });
  expect(cancel(p).events[0]?.data).toEqual({ ...C, because: "cancelled" });
  expect(p.records("retained")).toEqual([]);
  expect(p.records("shown")).toEqual([]);
  expect(restored(back(p))).toBeNull();
  clean(p);
});
exit09.doesNot("where the Space's admin approves it as fresh, nor the next time", () => {
  const p = arranged();
  cancel(p);
  expect(restored(back(p, END + 1, { fresh: true }))).toBeNull();
  clean(p);
  expect(p.records("retained")).toEqual([]);
  expect(p.records("shown")).toEqual([]);
  sound(p);
  cancel(p, END + 2);
  expect(restored(back(p, END + 3))).toMatchObject({ folder: null, types: [], hidden: false });
  sound(p);
});
exit09.below("the end of the retention a Member has its settings again", () => {
  const p = arranged();
  cancel(p);
  expect(restored(back(p, UNTIL - 1))).toEqual(RESTORED);
});
exit09.at("the end of the retention it starts clean", () => {
  const p = arranged();
  cancel(p);
  expect(restored(back(p, UNTIL))).toBeNull();
  clean(p);
  expect(p.records("excepted")).toEqual([]);
  sound(p);
});
exit09.above("the end of the retention it starts clean", () => {
  const p = arranged();
  cancel(p);
  expect(restored(back(p, UNTIL + DAY))).toBeNull();
  clean(p);
});
exit09.happens(
  "for as long as the policy said when the Association ended, whatever it says later",
  () => {
    const p = arranged();
    cancel(p);
    p.under({ rejoinRetentionDays: 0 });
    expect(restored(back(p, UNTIL - 1))).toEqual(RESTORED);
    cancel(p, UNTIL);
    expect(p.records("retained")).toEqual([]);
  },
);
exit09.happens("as far as what the settings name still exists", () => {
  const p = arranged();
  cancel(p);
  p.command("H", "folder.remove", { space: "s", folder: "f" });
  p.command("H", "association.cancel", { space: "s", organization: "B" }, { at: END });
  p.join("H", "s", "B", { whole: true }, "b-again");
  p.relocate("D", "D-side", []);
  p.fact("department.removed", { organization: "D", department: "side" });
  p.resign("H", "H-low");
  p.hire("H", "H-low", ["low"], 2);
  expect(p.roster("s")).toContain("H/H-low");
  expect(restored(back(p))).toEqual({
    ...RESTORED,
    folder: null,
    visibility: {
      ...{ kind: "listed", organizations: ["H"] },
      departments: [department("D", "mid")],
    },
    except: { ...NOTHING, departments: [department("D", "low")] },
    counterparts: { organization: "H", people: ["H-top"] },
  });
  sound(p);
});
exit09.happens(
  "with counterparts as they are in the Space again, off the Roster they are none",
  () => {
    const p = arranged();
    cancel(p);
    p.command("H", "scope.take-out", { space: "s", organization: "H", people: ["H-top"] });
    expect(restored(back(p))).toMatchObject({ counterparts: { people: ["H-low"] } });
    p.resign("H", "H-low");
    expect(told(p, "C")["counterparts"]).toMatchObject({ host: [] });
    sound(p);
  },
);
exit09.doesNot("with scope, grants or what others have set about it", () => {
  const p = arranged();
  show(p, "B", { kind: "listed", organizations: ["C"] });
  cancel(p);
  const application = "empty";
  p.applyTo("C", "s", {}, application);
  p.command("H", "application.approve", { space: "s", application }, { at: END + 1 });
  expect(p.roster("s").filter((each) => each.startsWith("C/"))).toEqual([]);
  expect(told(p, "B")["visibility"]).toEqual({ kind: "listed", organizations: [] });
});
exit09.doesNot("to an organization that has ended meanwhile, though its end was taken back", () => {
  const p = arranged();
  cancel(p);
  p.fact("organization.ended", { organization: "C" });
  p.fact("organization.reinstated", { organization: "C" });
  expect(restored(back(p))).toBeNull();
  clean(p);
  sound(p);
});
exit09.doesNot("to what ends with its organization, or with the Space", () => {
  const p = arranged();
  const ended = p.fact("organization.ended", { organization: "C" }, { at: END });
  expect(ended.events.find(({ type }) => type === "association.cancelled")?.data).toEqual({
    ...{ ...C, because: "ended" },
  });
  const q = arranged();
  q.command("H", "space.dissolve", { space: "s" }, { at: END });
  expect(q.records("retained")).toEqual([]);
  expect(q.records("shown")).toEqual([]);
});
exit09.shows(
  "the Space's admin that somebody would be back with settings, as long as that is so",
  () => {
    const p = arranged();
    cancel(p);
    const { application } = applyAgain(p);
    const asked = (at?: number) =>
      p.ask("admin.application", {
        ...{ viewer: who("H"), space: "s", application },
        ...(at === undefined ? {} : { at }),
      }) as { readonly returning?: true };
    expect(asked().returning).toBe(true);
    expect(asked(UNTIL - 1).returning).toBe(true);
    expect(asked(UNTIL).returning).toBeUndefined();
  },
);
exit09.hides("from whoever never was a Member, that it would be back", () => {
  const p = play(KEEPING);
  p.register(["H", "C"]);
  p.createSpace("H", "s", { whole: true });
  p.invite("H", "s");
  const { application } = applyAgain(p);
  const asked = p.ask("admin.application", { viewer: who("H"), space: "s", application });
  expect(asked).not.toHaveProperty("returning");
});
exit09.happens("once for each end: what is set anew is what is kept the next time", () => {
  const p = arranged();
  cancel(p);
  back(p);
  classify(p, ["supplier"], null);
  hide(p, "C", { hidden: false });
  cancel(p, UNTIL);
  expect(restored(back(p, UNTIL + 1))).toMatchObject({
    ...{ types: ["supplier"], level: null, hidden: false, except: NOTHING, folder: "f" },
  });
  sound(p);
});
