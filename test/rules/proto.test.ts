// Aim: the protocol that every input keeps to: shape, id, names, source.
// Method: inputs that break one of these at a time; ids are those of a host over a store in memory.
import { expect } from "vitest";
import { createHost, memoryStore, type Tolerance } from "../../src/host/index.ts";
import { defaultPolicy, type Input } from "../../src/index.ts";
import { parseInput } from "../../src/schema/index.ts";
import { type Play, play } from "../../src/testing/index.ts";
import { rule } from "../support/rule.ts";

const registered = {
  id: "input-1",
  at: 1000,
  from: { platform: true },
  type: "organization.registered",
  data: { organization: "A", name: "The A", certified: true, edition: "exclusive", sso: false },
};

const proto01 = rule("PROTO-01");
proto01.accepts("input of the right shape", () => {
  expect(parseInput(registered)).toEqual({ ok: true, value: registered });
});
proto01.refuses("a wrong shape, size, type or id, with the path of the problem", () => {
  const wrong = [
    [{ ...registered, id: "with space" }, ["id"]],
    [{ ...registered, at: "now" }, ["at"]],
    [{ ...registered, data: { ...registered.data, organization: "x".repeat(129) } }, undefined],
    [{ ...registered, type: "organization.bought" }, ["type"]],
    [{ ...registered, more: 1 }, undefined],
    [null, []],
  ] as const;
  for (const [input, path] of wrong) {
    const parsed = parseInput(input);
    expect(parsed.ok, JSON.stringify(input)).toBe(false);
    if (!parsed.ok && path !== undefined) expect(parsed.problems[0]?.path).toEqual(path);
  }
  const p = play();
  const unknown = p.fact("organization.bought" as "organization.ended", { organization: "A" });
  expect(unknown.refusal).toEqual({
    code: "MALFORMED",
    rule: "PROTO-01",
    data: { problems: [{ path: ["type"], problem: "unknown-type" }] },
  });
});

const proto02 = rule("PROTO-02");
proto02.accepts("a retry with the same content, which gets the first outcome", async () => {
  const host = createHost({ store: memoryStore(), policy: defaultPolicy });
  const first = await host.submit(registered as unknown as Input);
  expect(first).toMatchObject({ kind: "accepted", repeated: false });
  const again = await host.submit({ ...registered } as unknown as Input);
  expect(again).toEqual({ ...first, repeated: true });
});
proto02.refuses("other content under the same id", async () => {
  const host = createHost({ store: memoryStore(), policy: defaultPolicy });
  await host.submit(registered as unknown as Input);
  const other = { ...registered, data: { ...registered.data, organization: "B" } };
  expect(await host.submit(other as unknown as Input)).toMatchObject({
    kind: "refused",
    refusal: { code: "INPUT_ID_REUSED", rule: "PROTO-02", data: { input: "input-1" } },
  });
});

/** A hosts s1 with Member B; C is registered and knows nothing of it. */
function hosted(): Play {
  const p = play();
  p.register(["A", "B", "C"]);
  p.createSpace("A", "s1");
  p.join("A", "s1", "B");
  return p;
}

const proto03 = rule("PROTO-03");
proto03.accepts("a fact sent again once what it names has arrived", () => {
  const p = play();
  const organization = "A";
  expect(p.hire(organization, "a1").refusal?.data).toEqual({ organization });
  p.fact("organization.registered", { ...registered.data, edition: "exclusive" });
  expect(p.hire(organization, "a1", ["d1"]).code).toBe("UNKNOWN_DEPARTMENT");
  p.createDepartments(organization, [["d1", null]]);
  expect(p.hire(organization, "a1", ["d1"]).code).toBeNull();
});
proto03.refuses("whatever names something unknown", () => {
  const p = hosted();
  const about = { space: "s1", organization: "B" };
  const person = { organization: "B", person: "b9", number: 1 };
  const folder = { space: "s1", folder: "f1", name: "F" };
  const told = [
    p.fact("person.resigned", person),
    p.fact("department.renamed", { organization: "B", department: "d1", name: "D" }),
    p.fact("organization.renamed", { organization: "Z", name: "Z" }),
    p.createSpace("Z", "s2"),
    p.command("A", "space.dissolve", { space: "s9" }),
    p.command({ support: "staff" }, "person-cap.expand", { space: "s9", cap: 9000 }),
    p.command("A", "folder.rename", folder),
    p.command("A", "application.approve", { ...about, application: "a9" }),
    p.command("A", "application.approve", { space: "s1", organization: "Z", application: "a9" }),
  ];
  expect(told.map(({ code }) => code)).toEqual([
    "UNKNOWN_PERSON",
    "UNKNOWN_DEPARTMENT",
    "UNKNOWN_ORGANIZATION",
    "UNKNOWN_ORGANIZATION",
    "UNKNOWN_SPACE",
    "UNKNOWN_SPACE",
    "UNKNOWN_FOLDER",
    "UNKNOWN_APPLICATION",
    expect.stringMatching(/^(?:UNKNOWN_ORGANIZATION|APPLICATION_REQUIRED)$/u),
  ]);
});
proto03.refuses("an outsider any knowledge of a Space; an applicant knows it", () => {
  const p = hosted();
  const wish = { space: "s1", invitation: "mine", form: "link" } as const;
  expect(p.command("C", "invitation.issue", wish).refusal).toEqual({
    code: "UNKNOWN_SPACE",
    rule: "PROTO-03",
    data: { space: "s1" },
  });
  p.applyTo("C", "s1");
  expect(p.command("C", "invitation.issue", wish).code).toBe("NOT_SPACE_ADMIN");
});

/** A invites C by name, once or twice. */
function named(p: Play, ...invitations: readonly string[]): void {
  p.command({ support: "staff" }, "batch-invitation.enable", { organization: "A" });
  for (const invitation of invitations) {
    const entries = [{ invitation, organization: "C" }];
    p.command("A", "invitation.batch", { space: "s1", invitations: entries });
  }
}

/** What C is told when it asks for what Space admins may, and about its own part. */
function toldC(p: Play): (string | null)[] {
  const about = { space: "s1", organization: "C" };
  return [
    p.command("C", "folder.create", { space: "s1", folder: "f1", parent: null, name: "F" }).code,
    p.command("C", "scope.set", { ...about, scope: { whole: true } }).code,
    p.command("C", "association.cancel", about).code,
  ];
}
const KNOWN = ["NOT_SPACE_ADMIN", "NOT_A_MEMBER", "NOT_SPACE_ADMIN"];
const UNKNOWN = ["UNKNOWN_SPACE", "UNKNOWN_SPACE", "UNKNOWN_SPACE"];

proto03.accepts("that whoever is invited by name knows the Space, after exit too", () => {
  const p = hosted();
  named(p, "i1");
  expect(toldC(p)).toEqual(KNOWN);
  p.command("C", "application.submit", { application: "a1", invitation: "i1" });
  p.approve("A", "C", "s1", "a1");
  p.command("A", "association.cancel", { space: "s1", organization: "C" });
  expect(toldC(p)).toEqual(KNOWN);
});
proto03.refuses("whoever was invited by name once no such invitation is open", () => {
  const p = hosted();
  p.under({ reinvitation: "separate" });
  const revoke = (invitation: string) =>
    p.command("A", "invitation.revoke", { space: "s1", invitation });
  named(p, "i1", "i2");
  revoke("i1");
  revoke("i1");
  expect(toldC(p)).toEqual(KNOWN);
  revoke("i2");
  expect(toldC(p)).toEqual(UNKNOWN);
  named(p, "i3");
  p.command("A", "space.dissolve", { space: "s1" });
  expect(toldC(p)).toEqual(UNKNOWN);
});

const proto04 = rule("PROTO-04");
proto04.accepts("new ids, and one id for things of different kinds", () => {
  const p = hosted();
  expect(p.createSpace("A", "s2").code).toBeNull();
  const folder = { folder: "f1", parent: null, name: "F" };
  expect(p.command("A", "folder.create", { space: "s1", ...folder }).code).toBeNull();
  expect(p.command("A", "folder.create", { space: "s2", ...folder }).code).toBeNull();
});
proto04.refuses("an id in use, and one that was once used", () => {
  const p = hosted();
  expect(p.createSpace("C", "s1").refusal).toEqual({
    code: "ID_TAKEN",
    rule: "PROTO-04",
    data: { kind: "space", id: "s1" },
  });
  const invitation = { space: "s1", invitation: "i-s1", form: "qr" } as const;
  expect(p.command("A", "invitation.issue", invitation).code).toBe("ID_TAKEN");
  expect(p.applyTo("C", "s1", {}, "B-s1").code).toBe("ID_TAKEN");
  const folder = { space: "s1", folder: "f1", parent: null, name: "F" };
  p.command("A", "folder.create", folder);
  p.command("A", "folder.remove", { space: "s1", folder: "f1" });
  expect(p.command("A", "folder.create", folder).code).toBe("ID_TAKEN");
  p.command("A", "space.dissolve", { space: "s1" });
  expect(p.createSpace("A", "s1").code).toBe("ID_TAKEN");
});

const proto05 = rule("PROTO-05");
proto05.accepts("facts from the organization itself and from the platform, each its own", () => {
  const p = hosted();
  expect(p.hire("B", "b1").code).toBeNull();
  const edition = { organization: "B", edition: "free" } as const;
  expect(p.fact("organization.edition-changed", edition).code).toBeNull();
});
proto05.refuses("one of an organization about another, and about what is the platform's", () => {
  const p = hosted();
  const resigned = { organization: "B", person: "B-admin", number: 1 };
  expect(p.fact("person.resigned", resigned, { from: { organization: "A" } }).refusal).toEqual({
    code: "SOURCE_NOT_RESPONSIBLE",
    rule: "PROTO-05",
    data: { responsible: "organization" },
  });
  expect(p.fact("person.resigned", resigned, { from: { platform: true } }).code).not.toBeNull();
  const certified = { organization: "B", certified: true };
  expect(
    p.fact("organization.certification-changed", certified, { from: { organization: "B" } }).refusal
      ?.data,
  ).toEqual({ responsible: "platform" });
});

const DAY = 86_400_000;
const NOW = 1_800_000_000_000;
const at = (time: number) => ({ ...registered, id: `at-${time}`, at: time }) as unknown as Input;
const implausible = (...range: readonly [number, number]) => [
  { path: ["at"], problem: "implausible-time", range },
];

/** What a host with a clock, and a parser that is told the time, say of an input of some time. */
async function saidOf(time: number, tolerance: Tolerance = {}) {
  const clock = () => NOW;
  const host = createHost({ store: memoryStore(), policy: defaultPolicy, clock, tolerance });
  const parsed = parseInput(at(time), { now: NOW, tolerance });
  const submitted = await host.submit(at(time));
  const previewed = await host.preview(at(time));
  if (!("refusal" in submitted) || submitted.refusal.code !== "MALFORMED") {
    expect([submitted.kind, previewed.kind, parsed.ok]).toEqual(["accepted", "preview", true]);
    return null;
  }
  const { problems } = submitted.refusal.data;
  expect(parsed).toEqual({ ok: false, problems });
  expect(previewed).toMatchObject({ outcome: { refusal: { code: "MALFORMED" } } });
  expect((await host.events()).items).toEqual([]);
  return problems;
}

const proto07 = rule("PROTO-07");
proto07.accepts("a time about that of the receiver, up to both bounds", async () => {
  expect(await saidOf(NOW)).toBeNull();
  expect(await saidOf(NOW + DAY)).toBeNull();
  expect(await saidOf(NOW - 20 * 365 * DAY)).toBeNull();
  expect(await saidOf(NOW + 5, { ahead: 5, behind: 0 })).toBeNull();
});
proto07.refuses(
  "seconds, microseconds, and what is just beyond a bound, and records none",
  async () => {
    const range = [NOW - 20 * 365 * DAY, NOW + DAY] as const;
    expect(await saidOf(NOW / 1000)).toEqual(implausible(...range));
    expect(await saidOf(NOW + 366 * DAY)).toEqual(implausible(...range));
    expect(await saidOf(range[0] - 1)).toEqual(implausible(...range));
    expect(await saidOf(range[1] + 1)).toEqual(implausible(...range));
    expect(await saidOf(NOW + 6, { ahead: 5, behind: 0 })).toEqual(implausible(NOW, NOW + 5));
  },
);
proto07.accepts("any time where there is no clock", async () => {
  const host = createHost({ store: memoryStore(), policy: defaultPolicy });
  expect(await host.submit(at(1))).toMatchObject({ kind: "accepted" });
  expect(parseInput(at(1))).toMatchObject({ ok: true });
});
proto07.accepts("a retry of what was settled while its time was plausible", async () => {
  const time = { now: NOW };
  const clock = () => time.now;
  const host = createHost({ store: memoryStore(), policy: defaultPolicy, clock });
  const first = await host.submit(at(NOW));
  time.now += 30 * 365 * DAY;
  expect(await host.submit(at(NOW))).toEqual({ ...first, repeated: true });
  expect(await host.submit({ ...at(NOW), id: "late" } as Input)).toMatchObject({
    refusal: { code: "MALFORMED" },
  });
});
proto07.refuses("one of a batch, which ends or goes on without it", async () => {
  const clock = () => NOW;
  const host = createHost({ store: memoryStore(), policy: defaultPolicy, clock });
  const batch = [at(NOW), at(1)];
  expect(await host.submitAll(batch, { onRefusal: "abort" })).toMatchObject({
    kind: "aborted",
    index: 1,
  });
  expect(await host.submitAll(batch, { onRefusal: "skip" })).toMatchObject({
    results: [{ kind: "accepted", repeated: false }, { kind: "refused" }],
  });
});
