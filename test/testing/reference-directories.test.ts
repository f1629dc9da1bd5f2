import { describe, expect, test } from "vitest";
import { done, partners, quiet, refused, who, withApp } from "./partners.ts";
import { startTelling, type Teller } from "./teller.ts";

const fields = { name: "A" };
const own = { organization: "north", person: "a" };

function north(): Teller {
  const teller = startTelling();
  teller.register("north");
  return teller;
}

/** The verdict in short, some time after all else: what an accepted input passed over, or the code. */
function tell({ fact }: Teller, type: string, after: number, data: object = {}) {
  const at = 1000 + after;
  const { person, ...rest } = { ...own, ...data };
  const said = person === undefined ? rest : { person, ...rest };
  const verdict = fact(type as "person.hired", said as never, { at });
  return verdict.kind === "refused" ? verdict.code : (verdict.passedOver?.byReason ?? "done");
}

const hire = (teller: Teller, at: number, data: object = {}) =>
  tell(teller, "person.hired", at, { departments: [], fields, ...data });
const resign = (teller: Teller, at: number, data: object = {}) =>
  tell(teller, "person.resigned", at, data);
const rename = (teller: Teller, at: number, data: object = {}) =>
  tell(teller, "person.fields-changed", at, { fields: { name: `B${at}` }, ...data });
const line = (teller: Teller, at: number, ...people: readonly object[]) =>
  tell(teller, "directory.reconciled", at, {
    person: undefined,
    list: `list-${at}`,
    of: { departments: 0, people: 1 },
    part: {
      kind: "people",
      page: 0,
      pages: 1,
      people: [{ person: "north-admin", fields: { name: "Name of north-admin" } }, ...people].map(
        (each) => ({
          departments: [],
          fields,
          ...each,
        }),
      ),
    },
  });
const numbers = ({ reference }: Teller) =>
  reference
    .facts()
    .organizations.flatMap((each) => each.people)
    .flatMap(({ person, number }) => ((person as string) === "a" ? [number] : []));

describe("facts without numbers", () => {
  test("are about the employment in force, and late by time", () => {
    const teller = north();
    expect(rename(teller, 10)).toBe("UNKNOWN_PERSON");
    expect(resign(teller, 10)).toBe("UNKNOWN_PERSON");
    expect(hire(teller, 10)).toBe("done");
    expect(numbers(teller)).toEqual([1]);
    expect(hire(teller, 10)).toEqual({ "older-time": 1 });
    expect(hire(teller, 12)).toEqual({ "already-in-service": 1 });
    expect(resign(teller, 11)).toEqual({ "older-time": 1 });
    expect(rename(teller, 9)).toEqual({ "older-time": 1 });
    expect(rename(teller, 10)).toBe("done");
    expect(resign(teller, 12)).toBe("done");
    expect(resign(teller, 12)).toEqual({ "older-time": 1 });
    expect(rename(teller, 12)).toEqual({ "older-time": 1 });
    expect(rename(teller, 13)).toBe("UNKNOWN_PERSON");
    expect(resign(teller, 20)).toEqual({ "already-so": 1 });
    expect(hire(teller, 19)).toEqual({ "older-time": 1 });
    expect(hire(teller, 20)).toBe("done");
    expect(numbers(teller)).toEqual([2]);
  });

  test("a number decides first", () => {
    const teller = north();
    hire(teller, 10, { number: 5 });
    expect(hire(teller, 20, { number: 5 })).toEqual({ "already-in-service": 1 });
    expect(hire(teller, 20, { number: 4 })).toEqual({ "older-number": 1 });
    expect(resign(teller, 5, { number: 4 })).toEqual({ "older-number": 1 });
    expect(resign(teller, 5, { number: 6 })).toBe("UNKNOWN_PERSON");
    expect(resign(teller, 5, { number: 5 })).toBe("done");
    expect(resign(teller, 5, { number: 5 })).toEqual({ "older-time": 1 });
    expect(resign(teller, 6, { number: 5 })).toEqual({ "already-so": 1 });
    expect(rename(teller, 99, { number: 5 })).toEqual({ "older-number": 1 });
    expect(hire(teller, 30, { number: 5 })).toEqual({ "older-number": 1 });
    expect(hire(teller, 1, { number: 6 })).toBe("done");
    // Of the person, a later departure is known; of this employment, none.
    expect(resign(teller, 4)).toEqual({ "older-time": 1 });
    expect(resign(teller, 4, { number: 6 })).toBe("done");
  });

  test("the library's number gives way to the first of a list", () => {
    const teller = north();
    hire(teller, 10);
    expect(line(teller, 20, { person: "a", number: 1 })).toBe("done");
    expect(line(teller, 30, { person: "a", number: 7 })).toBe("done");
    expect(numbers(teller)).toEqual([7]);
    expect(line(teller, 40, { person: "a", number: 6, fields: { name: "C" } })).toEqual({
      "older-number": 1,
    });
    expect(line(teller, 50, { person: "a", fields })).toBe("done");
    expect(line(teller, 60, { person: "a", number: 8 })).toBe("done");
    expect(numbers(teller)).toEqual([8]);
    resign(teller, 70);
    expect(line(teller, 80, { person: "a" })).toEqual({ "reported-left": 1 });
    expect(line(teller, 65, { person: "a" })).toEqual({ "older-list": 1 });
  });
});

describe("what belongs to an employment", () => {
  test("a newcomer under an old id sees nothing of it and may withdraw nothing", () => {
    const teller = withApp();
    const steps = [{ approvers: [{ kind: "person", ...who("host", "h1") }], mode: "all" }] as const;
    teller.command("host", "flow.define", { app: "crm", flow: "f", steps });
    const start = { app: "crm", flow: "f", space: "s", instance: "i", row: "r" };
    expect(teller.command(["north", "n1"], "flow.start", start)).toEqual(done);
    const viewer = who("north", "n1");
    const started = () => teller.ask("flow.started", { viewer });
    expect(started()).toEqual({ items: [{ instance: "i", status: "running" }] });
    teller.resign("north", "n1");
    teller.hire("north", "n1", ["lab"], 2);
    expect(started()).toEqual({ items: [] });
    expect(teller.ask("flow.instance", { viewer, instance: "i" })).toBe("UNKNOWN_INSTANCE");
    const withdraw = teller.command(["north", "n1"], "flow.withdraw", { instance: "i" });
    expect(withdraw).toEqual(refused("NOT_INITIATOR"));
  });
});

describe("invitations", () => {
  const apply = (teller: Teller, organization: string, application: string) =>
    teller.command(organization, "application.submit", { application, invitation: "once" });

  test("what comes to nothing gives its use back, a Member has its own for good", () => {
    const teller = partners();
    teller.register("west", "east");
    const issue = (expiresAt: number) =>
      teller.command("host", "invitation.issue", {
        space: "s",
        invitation: "once",
        form: "qr",
        maxUses: 1,
        expiresAt,
      });
    expect(issue(1000)).toEqual(refused("MALFORMED"));
    expect(issue(1001)).toEqual(done);
    expect(apply(teller, "west", "w1")).toEqual(done);
    expect(apply(teller, "east", "e1")).toEqual(refused("INVITATION_NOT_VALID"));
    teller.command("west", "application.withdraw", { space: "s", application: "w1" });
    expect(apply(teller, "west", "w2")).toEqual(done);
    const about = { space: "s", organization: "west" };
    teller.command("host", "application.approve", { ...about, application: "w2" });
    expect(apply(teller, "east", "e1")).toEqual(refused("INVITATION_NOT_VALID"));
    teller.command("host", "association.cancel", about);
    expect(apply(teller, "east", "e1")).toEqual(refused("INVITATION_NOT_VALID"));
    expect(apply(teller, "west", "w3")).toEqual(done);
    expect(teller.reference.facts().invitations.find(({ maxUses }) => maxUses === 1)?.uses).toBe(1);
  });
});

describe("approvers", () => {
  /** Who is to sign a step of an instance that n1 of north starts. */
  function signers(teller: Teller, approver: object): readonly unknown[] {
    const steps = [{ approvers: [approver], mode: "all" }];
    teller.command("host", "flow.define", { app: "crm", flow: "f", steps } as never);
    const id = `i${teller.reference.facts().instances.length}`;
    const start = { app: "crm", flow: "f", space: "s", instance: id, row: id };
    expect(teller.command(["north", "n1"], "flow.start", start).kind).toBe("accepted");
    const found = teller.reference.facts().instances.find(({ row }) => (row as string) === id);
    return (found?.tasks ?? []).map(({ holder }) => holder?.[1] ?? null);
  }

  test("heads some levels up, where there are any", () => {
    const teller = withApp();
    const move = { organization: "north", department: "lab", parent: "sales" };
    teller.fact("department.moved", move);
    const heads = (person: string, department: string) =>
      teller.fact("person.heads-changed", {
        ...who("north", person),
        number: 1,
        departments: [department],
      });
    heads("n2", "lab");
    heads("north-admin", "sales");
    const at = (levelsUp?: number) => ({ kind: "initiator-heads", levelsUp });
    expect(signers(teller, { kind: "initiator-heads" })).toEqual(["n2"]);
    expect(signers(teller, at(0))).toEqual(["n2"]);
    expect(signers(teller, at(1))).toEqual(["north-admin"]);
    expect(signers(teller, at(2))).toEqual([null]);
    const steps = [{ approvers: [at(64)], mode: "all" }];
    const define = { app: "crm", flow: "f", steps } as never;
    expect(teller.command("host", "flow.define", define)).toEqual(refused("MALFORMED"));
  });

  test("the manager, as long as both are employed", () => {
    const teller = withApp();
    const report = (person: string | null, number?: number) =>
      tell(teller, "person.manager-changed", 10, {
        ...who("north", "n1"),
        manager: person === null ? null : { person, ...(number === undefined ? {} : { number }) },
      });
    const manager = { kind: "initiator-manager" };
    expect(signers(teller, manager)).toEqual([null]);
    expect(report("nobody")).toBe("UNKNOWN_PERSON");
    expect(report("n2", 2)).toBe("UNKNOWN_PERSON");
    expect(report("n1")).toEqual({ "not-possible": 1 });
    expect(report("n2")).toBe("done");
    expect(report("n2")).toEqual({ "already-so": 1 });
    expect(signers(teller, manager)).toEqual(["n2"]);
    teller.resign("north", "n2");
    teller.hire("north", "n2", ["lab"], 2);
    expect(signers(teller, manager)).toEqual([null]);
    expect(report(null)).toBe("done");
  });

  test("a countersigner who left is taken out again", () => {
    const teller = withApp();
    signers(teller, { kind: "person", ...who("north", "n2") });
    teller.hire("north", "n3", ["lab"]);
    const task = (type: string, by: string, data: object) =>
      teller.command(["north", by], type as "task.approve", { instance: "i0", ...data } as never);
    task("task.countersign", "n2", { task: 0, place: "before", people: [who("north", "n3")] });
    teller.resign("north", "n3");
    const remove = () => task("task.remove-countersigner", "n2", { task: 1 });
    const before = teller.reference.clone();
    expect(remove()).toEqual(done);
    expect(task("task.approve", "n2", { task: 0 })).toEqual(done);
    expect(before.facts().instances[0]?.tasks[1]?.holder).toBeNull();
  });
});

test("what is so already says so", () => {
  const teller = partners();
  const scope = { space: "s", organization: "north", people: ["n1"] };
  expect(teller.command("north", "scope.take-out", scope)).toEqual(done);
  expect(teller.command("north", "scope.take-out", { ...scope, people: ["n1", "n2"] })).toEqual({
    ...done,
    passedOver: {
      count: 1,
      byReason: { "already-so": 1 },
      first: [{ kind: "person", id: "n1", index: 0, reason: "already-so" }],
    },
  });
  const purchase = { organization: "host", purchased: 0 };
  expect(teller.fact("license.purchased", purchase)).toEqual(quiet);
  teller.fact("organization.ended", { organization: "south" });
  const verdict = teller.hire("south", "s9");
  expect(verdict).toEqual({
    ...quiet,
    passedOver: {
      count: 1,
      byReason: { "organization-ended": 1 },
      first: [{ kind: "person", id: "s9", reason: "organization-ended" }],
    },
  });
});

describe("a suspended person", () => {
  const suspend = (teller: Teller, person: string, data: object = {}) =>
    tell(teller, "person.suspended", 10, { ...who("north", person), ...data });
  const resume = (teller: Teller, person: string) =>
    tell(teller, "person.resumed", 20, who("north", person));

  test("stays and cannot act until resumed", () => {
    const teller = withApp();
    expect(suspend(teller, "nobody")).toBe("UNKNOWN_PERSON");
    expect(suspend(teller, "north-admin")).toBe("done");
    expect(suspend(teller, "north-admin")).toEqual({ "already-so": 1 });
    const viewer = who("north", "north-admin");
    const scope = { space: "s", organization: "north", people: ["n1"] };
    const takeOut = () => teller.command("north", "scope.take-out", scope);
    expect(takeOut()).toEqual(refused("ACTOR_SUSPENDED"));
    expect(teller.ask("admin.scope", { viewer, space: "s" })).toBe("ACTOR_SUSPENDED");
    expect(teller.ask("admin.scope", { viewer, space: "unknown" })).toBe("UNKNOWN_SPACE");
    expect(teller.roster("s")).toContain("north/north-admin");
    const asked = { viewer: who("north", "n1"), space: "s", ...viewer };
    expect(teller.ask("space.contact", asked)).toMatchObject({ suspended: true });
    expect(teller.ask("entry.spaces", { person: "north-admin" })).toEqual({ items: [] });
    expect(resume(teller, "north-admin")).toBe("done");
    expect(resume(teller, "north-admin")).toEqual({ "already-so": 1 });
    expect(takeOut()).toEqual(done);
  });

  test("keeps licenses, or gives them up and stands first in line for them", () => {
    const licensesOf = ({ reference }: Teller) => {
      const pool = reference.facts().pools[0];
      const inSpace = pool?.units.find(({ unit }) => unit.kind === "space")?.grants ?? [];
      const names = (all: readonly (readonly unknown[])[]) => all.map(([, person]) => person);
      return [names(inSpace), names((pool?.waiting ?? []).map(({ identity }) => identity))];
    };
    const all = ["n1", "n2", "s1"];
    const keeping = withApp();
    suspend(keeping, "n1");
    expect(licensesOf(keeping)).toEqual([all, []]);
    const teller = withApp({ suspendedSeats: "release" } as object);
    suspend(teller, "n1");
    suspend(teller, "n2");
    expect(licensesOf(teller)).toEqual([["s1"], []]);
    teller.fact("license.purchased", { organization: "host", purchased: 4 });
    resume(teller, "n2");
    expect(licensesOf(teller)).toEqual([["s1", "n2"], []]);
    resume(teller, "n1");
    expect(licensesOf(teller)).toEqual([["s1", "n2"], ["n1"]]);
    teller.fact("license.purchased", { organization: "host", purchased: 5 });
    expect(licensesOf(teller)).toEqual([["s1", "n2", "n1"], []]);
  });

  describe("and tasks", () => {
    /** An instance of n1's that n2 is to sign, and n3, who may. */
    function running(): Teller {
      const teller = withApp();
      teller.hire("north", "n3", ["lab"]);
      const steps = [{ approvers: [{ kind: "person", ...who("north", "n2") }], mode: "all" }];
      teller.command("host", "flow.define", { app: "crm", flow: "f", steps } as never);
      begin(teller, "i");
      return teller;
    }

    const begin = (teller: Teller, instance: string) => {
      const start = { app: "crm", flow: "f", space: "s", instance, row: instance };
      return teller.command(["north", "n1"], "flow.start", start);
    };
    const holders = ({ reference }: Teller, instance = "i") =>
      reference
        .facts()
        .instances.filter((each) => (each.instance as string) === instance)
        .flatMap(({ tasks }) => tasks.map(({ holder }) => holder?.[1] ?? null));
    const admins = { kind: "authorized-admins", organization: "north" };
    const task = { instance: "i", task: 0 };
    const handed = (from: object, to: object, tasks: readonly object[] = [task]) => ({
      kind: "TASK_HANDED_OVER",
      to: [{ kind: "person", ...to }],
      data: { from, to, tasks },
    });
    const [n2, n3] = [who("north", "n2"), who("north", "n3")];
    const said = (teller: Teller, person: string, standIn?: string) =>
      teller.fact(
        "person.suspended" as "person.resigned",
        {
          ...who("north", person),
          ...(standIn === undefined ? {} : { standIn }),
        } as never,
      );

    test("go to the stand-in, as new ones do", () => {
      const teller = running();
      expect(said(teller, "n2", "n3")).toMatchObject({ notices: [handed(n2, n3)] });
      expect(holders(teller)).toEqual(["n3"]);
      begin(teller, "j");
      expect(holders(teller, "j")).toEqual(["n3"]);
      resume(teller, "n2");
      expect(holders(teller)).toEqual(["n3"]);
      begin(teller, "k");
      expect(holders(teller, "k")).toEqual(["n2"]);
    });

    test("stay without one, and may be assigned", () => {
      const teller = running();
      const stays = { kind: "TASK_HOLDER_SUSPENDED", to: [admins], data: { tasks: [task] } };
      expect(said(teller, "n2")).toMatchObject({ notices: [stays] });
      expect(holders(teller)).toEqual(["n2"]);
      expect(begin(teller, "j")).toMatchObject({ notices: [{ kind: "TASK_AWAITING_HANDOVER" }] });
      expect(holders(teller, "j")).toEqual([null]);
      const viewer = who("north", "north-admin");
      expect(teller.ask("admin.parked", { viewer })).toEqual({ items: [task] });
      const assign = (by: string, to: string) => teller.command(by, "task.assign", { ...task, to });
      expect(assign("host", "h1")).toEqual(refused("NOT_AUTHORIZED_ADMIN"));
      expect(assign("north", "n2")).toEqual(refused("SUCCESSOR_NOT_ELIGIBLE"));
      expect(assign("north", "n3")).toMatchObject({ notices: [handed(n2, n3)] });
      expect(assign("north", "n1")).toEqual(refused("TASK_NOT_PENDING"));
    });

    test("are not routed to them, nor do they succeed anybody", () => {
      const teller = running();
      said(teller, "n3");
      const transfer = () => teller.command(["north", "n2"], "task.transfer", { ...task, to: n3 });
      expect(transfer()).toEqual(refused("TARGET_SUSPENDED"));
      const asked = { viewer: n2, instance: "i" };
      expect(JSON.stringify(teller.ask("flow.routing-candidates", asked))).not.toContain("n3");
      const succeed = { organization: "north", person: "n2", successor: "n3" };
      const named = () => teller.command("north", "successor.set", succeed);
      expect(named()).toEqual(refused("SUCCESSOR_NOT_ELIGIBLE"));
      said(teller, "n3", "n1");
      expect(transfer()).toEqual(done);
      expect(holders(teller)).toEqual(["n1"]);
      expect(named()).toEqual(done);
    });
  });
});

describe("a suspended organization", () => {
  const say = (teller: Teller, type: string, organization: string, from?: string) =>
    teller.fact(type as "organization.ended", { organization }, from === undefined ? {} : { from });

  test("stays in its Spaces, and nobody acts for it", () => {
    const teller = withApp();
    const roster = teller.roster("s");
    const notice = (kind: string) => ({
      kind,
      to: [
        { kind: "authorized-admins", organization: "north" },
        { kind: "space-admins", space: "s" },
      ],
      data: { organization: "north" },
    });
    expect(say(teller, "organization.suspended", "north")).toMatchObject({
      notices: [notice("ORGANIZATION_SUSPENDED")],
    });
    expect(say(teller, "organization.suspended", "north")).toEqual(quiet);
    expect(teller.roster("s")).toEqual(roster);
    const scope = { space: "s", organization: "north", people: ["n1"] };
    const takeOut = () => teller.command("north", "scope.take-out", scope);
    expect(takeOut()).toEqual(refused("ACTOR_SUSPENDED"));
    const asked = { viewer: who("south", "s1"), space: "s", ...who("north", "n1") };
    teller.command("host", "visibility.set", {
      space: "s",
      organization: "south",
      visibility: { kind: "all" },
    });
    expect(teller.ask("space.contact", asked)).toMatchObject({ suspended: true });
    const viewer = who("host", "host-admin");
    expect(teller.ask("admin.members", { viewer, space: "s" })).toMatchObject({
      items: [{ organization: "north", suspended: true }, { organization: "south" }],
    });
    expect(say(teller, "organization.resumed", "north")).toMatchObject({
      notices: [notice("ORGANIZATION_RESUMED")],
    });
    expect(takeOut()).toEqual(done);
  });

  test("as a Host leaves its apps open to others, or closes them", () => {
    for (const suspendedHostApps of ["open", "closed"] as const) {
      const teller = withApp({ suspendedHostApps } as object);
      say(teller, "organization.suspended", "host");
      const submit = { app: "crm", space: "s", rows: [{ row: "r" }] };
      expect(teller.command(["north", "n1"], "form.submit", submit)).toEqual(
        suspendedHostApps === "open" ? done : refused("HOST_SUSPENDED"),
      );
    }
  });
});
