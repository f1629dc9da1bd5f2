// Aim: apps, licenses, groups and tasks of a Hierarchy are what presence says at every moment, in few rounds.
// Method: a random graph of Links with work going on in it, checked after every few inputs; a chain of ten,
// of which every input and question is worked out from nothing, its rounds counted.
import { expect, test } from "vitest";
import { command, fact, type Play } from "../../src/testing/index.ts";
import { link, opened, unsound } from "../support/hierarchy.ts";
import { asked, roundsOf } from "../support/rounds.ts";

const NAMES = ["A", "B", "C", "D", "E", "F", "G", "H"];
const who = (organization: string, person = "eve") => ({ organization, person });

/** Organizations that distribute an app each, with a flow, to everybody below them. */
function working(names: readonly string[]): Play {
  const p = opened(names);
  for (const name of names) {
    for (const person of ["eve", "max"]) p.hire(name, person);
    p.command(name, "app.create", { app: `app-${name}`, name: "App" });
    p.command(name, "app.publish", { trunk: name, app: `app-${name}` });
    const steps = [
      { approvers: [{ kind: "role", role: "chief", of: "initiator" }], mode: "all" },
    ] as const;
    p.command(name, "flow.define", { app: `app-${name}`, flow: "f", steps });
    p.command(name, "liaison.define", { trunk: name, role: "warden", name: "Warden" });
    const signed = [{ approvers: [{ kind: "liaison", role: "warden" }], mode: "all" }] as const;
    p.command(name, "flow.define", { app: `app-${name}`, flow: "w", steps: signed });
    p.fact("person.roles-changed", {
      organization: name,
      person: "max",
      number: 1,
      roles: ["chief"],
    });
    p.fact("license.purchased", { organization: name, purchased: 1000 });
  }
  return p;
}

/** Everything that somebody below may get at an organization above: a license, a group, an office, a task. */
function engage(p: Play, trunk: string, organization: string, nth: number): number {
  const unit = { kind: "hierarchy", organization: trunk } as const;
  const people = [who(organization), who(organization, "max")];
  const submission = { trunk, app: `app-${trunk}`, flow: "f", instance: `n${nth}`, row: `r${nth}` };
  const told = [
    p.command(trunk, "license.grant", { unit, people }),
    p.command([trunk, "eve"], "group.start", {
      ...{ trunk, group: `g${nth}`, name: "G", participants: people },
    }),
    p.command(trunk, "liaison.assign", {
      ...{ trunk, role: "warden", node: { organization, department: null } },
      people: [who(trunk), ...people],
    }),
    p.command([organization, "eve"], "flow.start", submission),
  ];
  return told.filter(({ code }) => code === null).length;
}

test("whoever is absent has nothing, whatever becomes of a graph of Links", () => {
  const p = working(NAMES);
  let seed = 7;
  const below = (most: number): number => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % most;
  };
  const pick = (): string => NAMES[below(NAMES.length)] as string;
  let engaged = 0;
  let taken = 0;
  for (let i = 0; i < 240; i += 1) {
    const links = p.records("link").map(([key]) => key.split("/") as [string, string]);
    const dice = below(12);
    const linked = dice < 4 ? undefined : links[below(Math.max(1, links.length))];
    const [trunk, organization] = linked ?? [pick(), pick()];
    const bond = { trunk, organization };
    if (linked === undefined) {
      p.command(trunk, "invitation.issue", { trunk, invitation: `t-${trunk}`, form: "qr" });
      const wish = { application: `${i}`, invitation: `t-${trunk}`, scope: { whole: true } };
      p.command(organization, "application.submit", wish);
      p.command(trunk, "application.approve", { trunk, items: [{ application: `${i}` }] });
    } else if (dice < 8) {
      engaged += engage(p, dice < 6 ? trunk : pick(), organization, i);
    } else {
      const people = ["eve"];
      const told =
        dice < 9
          ? p.command(trunk, "link.cancel", bond)
          : dice < 10
            ? p.command(organization, "link.reach", {
                ...bond,
                reach: below(2) ? "trunk" : "all-above",
              })
            : dice < 11
              ? p.command(organization, "scope.take-out", { ...bond, people })
              : p.command(organization, "scope.put-in", { ...bond, people });
      taken += told.events.filter(({ type }) =>
        ["license.released", "group.left", "liaison.ended", "task.parked"].includes(type),
      ).length;
    }
    if (i % 6 === 0) expect(unsound(p)).toEqual([]);
  }
  expect(engaged).toBeGreaterThan(40);
  expect(taken).toBeGreaterThan(40);
  for (const name of ["C", "D"]) {
    p.fact("organization.ended", { organization: name });
    expect(unsound(p)).toEqual([]);
  }
});

test("at most eight rounds for every input and question, whatever the depth", () => {
  const p = working(NAMES);
  for (const [i, name] of NAMES.entries()) {
    if (i > 0) link(p, NAMES[i - 1] as string, name, { scope: { whole: true } });
  }
  const [top, last, own] = ["A", "H", "H"];
  p.createDepartments(top, [["north", null]]);
  expect(engage(p, top, last, 1)).toBe(4);
  expect(engage(p, "D", last, 2)).toBe(4);
  const app = { trunk: top, app: `app-${top}` };
  const unit = { kind: "hierarchy", organization: top } as const;
  const admin = (organization: string) => ({ organization, person: `${organization}-admin` });
  const authorized = {
    organizations: [{ organization: "D" }],
    mounts: [{ department: "north" }],
    labels: [{ label: "rural" }],
    people: [who(last)],
  };
  const viewer = who(last);
  const submission = { ...app, rows: [{ row: "r" }], picked: [who(last, "max")] };
  p.command(top, "license.grant", { unit, people: [who("G")] });
  const role = { trunk: top, role: "warden" } as const;
  const office = { ...role, node: { organization: "F", department: null } };
  const initiator = who("G");
  const inputs = [
    command("app.authorize", admin(top), { ...app, authorized }),
    command("app.withdraw", admin(top), app),
    command("app.install", admin(own), { ...app, organization: own, installed: true }),
    command("form.submit", viewer, submission),
    command("flow.start", viewer, { ...app, flow: "f", instance: "x", row: "x" }),
    command("flow.start", who("G"), { ...app, flow: "w", instance: "y", row: "y" }),
    command("liaison.assign", admin(top), { ...office, people: [who("D"), who(last)] }),
    command("license.grant", admin(top), { unit, people: [admin("G"), admin("H")] }),
    command("license.limit", admin(top), { unit, branch: "B", limit: 5 }),
    command("group.add", who(top), { trunk: top, group: "g1", participants: [admin("G")] }),
    command("task.approve", who(last, "max"), { instance: "n1", task: 0 }),
    command("link.cancel", admin("C"), { trunk: "C", organization: "D" }),
    command("link.reach", admin("E"), { trunk: "D", organization: "E", reach: "trunk" }),
    command("scope.set", admin(last), { trunk: "G", organization: last, scope: {} }),
    fact("person.resigned", { organization: last, person: "max", number: 1 }),
    fact("organization.ended", { organization: "D" }),
  ];
  for (const input of inputs) {
    const { rounds, kind } = roundsOf(p, input);
    expect(kind, input.type).toBe("accepted");
    expect(rounds, input.type).toBeLessThanOrEqual(8);
  }
  const questions = [
    ["app.center", { viewer, trunk: top }],
    ["app.center", { viewer }],
    ["app.covered", { viewer: admin(top), ...app }],
    ["app.use", { viewer, ...app, feature: "form.submit" }],
    ["form.candidates", { viewer, ...app }],
    ["hierarchy.contacts", { viewer: admin(top), trunk: top }],
    ["hierarchy.one-way", { viewer: admin(top) }],
    ["liaison.of", { viewer: admin(top), trunk: top, node: office.node }],
    ["liaison.for", { viewer: admin(top), ...role, initiator }],
    ["liaison.uncovered", { viewer: admin(top), ...role }],
    ["license.by-branch", { viewer: admin(top) }],
    ["license.usage", { viewer: admin(top) }],
    ["group.mine", { viewer, trunk: top }],
    ["group.participants", { viewer, trunk: top, group: "g1" }],
    ["flow.routing-candidates", { viewer: who(last, "max"), instance: "n1" }],
    ["share.readable", { viewer: admin("G"), app: "app-G", organization: last }],
    ["admin.scope", { viewer: admin(last), trunk: "G" }],
    ["admin.parked", { viewer: admin(last) }],
  ] as const;
  for (const [type, data] of questions) expect(asked(p, type, data), type).toBeLessThanOrEqual(8);
});
