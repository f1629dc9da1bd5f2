// Aim: a Member, or a Branch, leaves on its own word where the policy lets it, at once or from an announced date on.
// Method: leaving before, at and after that date, taking it back, and whatever else ends the Association meanwhile.
import { expect } from "vitest";
import { type Play, play, type Told } from "../../src/testing/index.ts";
import { applyTo, link, opened } from "../support/hierarchy.ts";
import { rule } from "../support/rule.ts";

const DAY = 86_400_000;
const AT = 1000;
const FROM = AT + 30 * DAY;

/** A hosts s with the Members B and C, everybody in. */
function settled(changes = {}): Play {
  const p = play({ memberExit: "own-admin", ...changes });
  p.register(["A", "B", "C"]);
  p.hire("B", "b1");
  p.createSpace("A", "s", { whole: true });
  p.join("A", "s", "B", { whole: true });
  p.join("A", "s", "C", { whole: true });
  return p;
}

const NOTICE = { exitNoticeDays: 30 };
const B = { space: "s", organization: "B" };
const leave = (p: Play, at = AT, by: string | [string, string] = "B"): Told =>
  p.command(by, "association.leave", B, { at });
const stay = (p: Play, at = AT, by: string | [string, string] = "B"): Told =>
  p.command(by, "association.stay", B, { at });
const typesOf = ({ events }: Told) => events.map(({ type }) => type);
const member = (p: Play) =>
  p.ask("admin.members", { viewer: { organization: "A", person: "A-admin" }, space: "s" });
const own = (p: Play) =>
  p.ask("admin.scope", { viewer: { organization: "B", person: "B-admin" }, space: "s" });

const exit07 = rule("EXIT-07");
exit07.accepts("a Member that leaves at once, with all that follows from a cancelled one", () => {
  const p = settled();
  const told = leave(p);
  expect(typesOf(told)).toEqual(["association.cancelled", "roster.left", "roster.left"]);
  expect(told.events[0]?.data).toEqual({ ...B, because: "left" });
  expect(told.notices).toContainEqual({
    kind: "ASSOCIATION_ENDED",
    to: [
      { kind: "space-admins", space: "s" },
      { kind: "authorized-admins", organization: "B" },
    ],
    data: { ...B, because: "left" },
  });
  expect(p.roster("s")).toEqual(["A/A-admin", "C/C-admin"]);
  expect(p.organization("B")?.joined).toEqual([]);
  expect(p.join("A", "s", "B", {}, "again").code).toBeNull();
});
exit07.refuses(
  "whoever is no Member, no admin of it, or no main admin where one is asked for",
  () => {
    const p = settled({ memberExit: "main-admin" });
    p.register(["D"]);
    p.appoint("B", "b1", "sub", true);
    expect(leave(p, AT, ["B", "b1"]).code).toBe("MAIN_ADMIN_REQUIRED");
    expect(stay(p, AT, ["B", "b1"]).code).toBe("MAIN_ADMIN_REQUIRED");
    expect(leave(p, AT, "A").code).toBe("NOT_AUTHORIZED_ADMIN");
    expect(leave(p, AT, "C").code).toBe("NOT_AUTHORIZED_ADMIN");
    const host = p.command("A", "association.leave", { space: "s", organization: "A" });
    expect(host.refusal?.data).toEqual({ space: "s", organization: "A" });
    expect(host.code).toBe("NOT_A_MEMBER");
    const d = { space: "s", organization: "D" };
    expect(p.command("D", "association.leave", d).code).toBe("UNKNOWN_SPACE");
    p.applyTo("D", "s");
    expect(p.command("D", "association.leave", d).code).toBe("NOT_A_MEMBER");
    p.under({ memberExit: "own-admin", memberSideActor: "main-admin-only" });
    expect(leave(p, AT, ["B", "b1"]).code).toBe("MAIN_ADMIN_REQUIRED");
    p.under({ memberSideActor: "authorized-admin" });
    expect(leave(p, AT, ["B", "b1"]).code).toBeNull();
  },
);
exit07.refuses("a Member under the default policy, whatever it asks", () => {
  const p = settled({ memberExit: "host-only" });
  for (const told of [leave(p), stay(p)]) {
    expect(told.refusal).toMatchObject({ code: "WHOLE_ORG_EXIT_HOST_ONLY", data: { space: "s" } });
  }
  const stranger = p.command("C", "association.leave", { space: "s", organization: "C" });
  expect(stranger.code).toBe("WHOLE_ORG_EXIT_HOST_ONLY");
  expect(p.command("A", "association.leave", { space: "s", organization: "A" }).code).toBe(
    "NOT_A_MEMBER",
  );
});
exit07.accepts("an announcement, which changes nothing but the date", () => {
  const p = settled(NOTICE);
  const before = p.roster("s");
  const told = leave(p);
  expect(told.events.map(({ type, data }) => [type, data])).toEqual([
    ["association.leave-announced", { ...B, from: FROM }],
  ]);
  expect(told.notices).toEqual([
    {
      ...{ kind: "MEMBER_LEAVING", to: [{ kind: "space-admins", space: "s" }] },
      data: { ...B, from: FROM },
    },
  ]);
  expect(p.roster("s")).toEqual(before);
  expect(member(p)).toMatchObject({ items: [{ leaving: FROM }, { organization: "C" }] });
  expect(own(p)).toMatchObject({ leaving: FROM });
});
exit07.below("the announced date: nothing ends", () => {
  const p = settled(NOTICE);
  leave(p);
  expect(leave(p, FROM - 1).refusal).toMatchObject({ code: "EXIT_NOT_DUE", data: { from: FROM } });
  expect(p.roster("s")).toContain("B/b1");
});
exit07.at("the announced date the Association ends", () => {
  const p = settled(NOTICE);
  leave(p);
  expect(typesOf(leave(p, FROM))).toContain("association.cancelled");
});
exit07.above("the announced date it does so still", () => {
  const p = settled(NOTICE);
  leave(p);
  expect(typesOf(leave(p, FROM + 100 * DAY))).toContain("association.cancelled");
});
exit07.accepts("taking it back, after which the notice begins anew", () => {
  const p = settled(NOTICE);
  expect(typesOf(stay(p))).toEqual([]);
  leave(p);
  expect(stay(p, FROM).events.map(({ type, data }) => [type, data])).toEqual([
    ["association.leave-withdrawn", B],
  ]);
  expect(typesOf(stay(p, FROM))).toEqual([]);
  expect(JSON.stringify([member(p), own(p)])).not.toContain("leaving");
  expect(leave(p, FROM).events[0]?.data).toEqual({ ...B, from: FROM + 30 * DAY });
});
exit07.accepts("the Host that cancels meanwhile; whoever comes again has announced nothing", () => {
  const p = settled(NOTICE);
  leave(p);
  expect(p.command("A", "association.cancel", B).events[0]?.data).toEqual({
    ...B,
    because: "cancelled",
  });
  p.join("A", "s", "B", {}, "again");
  expect(typesOf(leave(p, FROM))).toEqual(["association.leave-announced"]);
});
exit07.accepts(
  "the date that was announced under another policy, and none where no notice is asked for",
  () => {
    const p = settled(NOTICE);
    leave(p);
    p.under({ exitNoticeDays: 365 });
    expect(leave(p, FROM - 1).code).toBe("EXIT_NOT_DUE");
    p.under({ exitNoticeDays: 0 });
    expect(typesOf(leave(p, FROM - 1))).toContain("association.cancelled");
  },
);
exit07.accepts("a notice that would end after all time, at its end", () => {
  const last = 253_402_300_799_999;
  const p = settled(NOTICE);
  expect(leave(p, last).events[0]?.data).toEqual({ ...B, from: last });
  expect(typesOf(leave(p, last))).toContain("association.cancelled");
});

const TV = { trunk: "T", organization: "V" };
const leaveTrunk = (p: Play, at = AT): Told => p.command("V", "link.leave", TV, { at });
/** V is a Branch of T, which may leave. */
function branch(changes = {}): Play {
  const p = opened(["T", "V", "W"], { branchExit: "own-admin", ...NOTICE, ...changes });
  link(p, "T", "V", { scope: { whole: true } });
  return p;
}
const links = (p: Play) => [
  p.ask("hierarchy.branches", { viewer: { organization: "T", person: "T-admin" } }),
  p.ask("hierarchy.trunks", { viewer: { organization: "V", person: "V-admin" } }),
];

exit07.accepts("the same of a Branch and its Link", () => {
  const p = branch();
  const told = leaveTrunk(p);
  expect(typesOf(told)).toEqual(["link.leave-announced"]);
  expect(told.notices).toEqual([
    {
      ...{ kind: "BRANCH_LEAVING", to: [{ kind: "hierarchy-admins", organization: "T" }] },
      data: { ...TV, from: FROM },
    },
  ]);
  expect(links(p)).toMatchObject([{ items: [{ leaving: FROM }] }, { items: [{ leaving: FROM }] }]);
  expect(typesOf(p.command("V", "link.stay", TV))).toEqual(["link.leave-withdrawn"]);
  expect(typesOf(p.command("V", "link.stay", TV))).toEqual([]);
  expect(JSON.stringify(links(p))).not.toContain("leaving");
  leaveTrunk(p);
  expect(leaveTrunk(p, FROM).events).toContainEqual(
    expect.objectContaining({ type: "link.cancelled", data: { ...TV, because: "left" } }),
  );
});
exit07.refuses("a Branch before its date, or under the default policy", () => {
  const p = branch();
  leaveTrunk(p);
  expect(leaveTrunk(p, FROM - 1).refusal).toMatchObject({
    code: "EXIT_NOT_DUE",
    data: { from: FROM },
  });
  p.under({ branchExit: "trunk-only" });
  expect(leaveTrunk(p, FROM).code).toBe("UNLINK_TRUNK_ONLY");
  expect(p.command("V", "link.stay", TV).code).toBe("UNLINK_TRUNK_ONLY");
  applyTo(p, "T", "W");
  expect(p.command("W", "link.stay", { trunk: "T", organization: "W" }).code).toBe("NOT_LINKED");
});
exit07.accepts("a move meanwhile, which ends the announcement with the old Link", () => {
  const p = branch();
  leaveTrunk(p);
  expect(p.command("T", "link.release", { ...TV, released: true }).code).toBeNull();
  link(p, "W", "V", { replaces: "T" });
  const viewer = { organization: "V", person: "V-admin" };
  const trunks = p.ask("hierarchy.trunks", { viewer });
  expect(trunks).toMatchObject({ items: [{ trunk: "W" }] });
  expect(JSON.stringify(trunks)).not.toContain("leaving");
});
