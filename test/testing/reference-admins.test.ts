import { describe, expect, test } from "vitest";
import { quiet, refused, who, withApp } from "./partners.ts";
import type { Teller } from "./teller.ts";

const north = { organization: "north" };
const task = { instance: "i", task: 0 };

const withoutAdmins = (...spaces: readonly string[]) => ({
  kind: "ORGANIZATION_WITHOUT_ADMINS",
  to: [...spaces.map((space) => ({ kind: "space-admins", space })), { kind: "platform" }],
  data: north,
});

const say = (teller: Teller, type: string, person: string, data: object = {}) =>
  teller.fact(type as "person.hired", { ...who("north", person), ...data } as never);

const appoint = (teller: Teller, person: string, role: string | null, spacePermission = false) =>
  say(teller, "admin.changed", person, role === null ? { role } : { role, spacePermission });

describe("the last able admin of an organization", () => {
  test("is gone, whether left, suspended or no admin any more, once for each time", () => {
    const teller = withApp();
    const told = { notices: [withoutAdmins("s")] };
    expect(appoint(teller, "north-admin", "sub")).toMatchObject(told);
    expect(appoint(teller, "north-admin", null)).toMatchObject({ notices: [] });
    expect(appoint(teller, "north-admin", "sub", true)).toMatchObject({ notices: [] });
    expect(appoint(teller, "n1", "main")).toMatchObject({ notices: [] });
    expect(say(teller, "person.suspended", "n1")).toMatchObject({ notices: [] });
    expect(say(teller, "person.suspended", "north-admin")).toMatchObject(told);
    expect(say(teller, "person.resumed", "north-admin")).toMatchObject({ notices: [] });
    const left = teller.resign("north", "north-admin");
    expect(left).toMatchObject({
      notices: expect.arrayContaining([withoutAdmins("s")]),
    });
  });

  test("is not gone with the whole organization, nor told of one that never had any", () => {
    const teller = withApp();
    const platform = (type: string, data: object = north) =>
      JSON.stringify(teller.fact(type as "organization.ended", data as never));
    for (const type of ["organization.suspended", "organization.resumed", "organization.ended"]) {
      expect(platform(type)).not.toContain("WITHOUT_ADMINS");
    }
    const west = { organization: "west", name: "W", certified: true, edition: "exclusive" };
    platform("organization.registered", { ...west, sso: false });
    teller.hire("west", "w1");
    expect(JSON.stringify(teller.resign("west", "w1"))).not.toContain("WITHOUT_ADMINS");
  });

  test("is told to the platform alone of a Host", () => {
    const teller = withApp();
    expect(teller.resign("host", "host-admin")).toMatchObject({
      notices: expect.arrayContaining([{ ...withoutAdmins(), data: { organization: "host" } }]),
    });
  });
});

/** An instance of n1's in the Space whose task was n2's, who left; n3 may take it over. */
function parked(changes: object = {}): Teller {
  const teller = withApp(changes);
  teller.hire("north", "n3", ["lab"]);
  const steps = [{ approvers: [{ kind: "person", ...who("north", "n2") }], mode: "all" }];
  teller.command("host", "flow.define", { app: "crm", flow: "f", steps } as never);
  const start = { app: "crm", flow: "f", space: "s", instance: "i", row: "r" };
  teller.command(["north", "n1"], "flow.start", start);
  teller.resign("north", "n2");
  return teller;
}

const assign = (teller: Teller, by: string, to: string, organization?: string) => {
  const rest = organization === undefined ? {} : { organization };
  return teller.command(by, "task.assign", { ...task, to, ...rest });
};

describe("what waits", () => {
  test("is told to whoever is able again, if there is any", () => {
    const teller = parked();
    appoint(teller, "north-admin", null);
    expect(appoint(teller, "n3", "main")).toMatchObject({
      notices: [
        {
          kind: "ADMIN_WORK_WAITING",
          to: [{ kind: "person", ...who("north", "n3") }],
          data: { ...north, counts: { tasks: 1, lists: 0, applications: 0 } },
        },
      ],
    });
    expect(appoint(teller, "north-admin", "main")).toMatchObject({ notices: [] });
    assign(teller, "north", "n3");
    appoint(teller, "n3", null);
    appoint(teller, "north-admin", null);
    expect(appoint(teller, "n3", "main")).toMatchObject({ notices: [] });
  });

  test("counts applications to its Spaces", () => {
    const teller = withApp();
    teller.register("west");
    teller.command("host", "invitation.issue", { space: "s", invitation: "v", form: "qr" });
    teller.command("west", "application.submit", { application: "w", invitation: "v" });
    const lab = { organization: "north", department: "lab" };
    const listed = { departments: [lab] };
    teller.command("host", "app.authorize", {
      space: "s",
      app: "crm",
      authorized: listed,
    } as never);
    teller.fact("department.removed", lab);
    const host = who("host", "host-admin");
    const suspended = { ...host } as never;
    teller.fact("person.suspended" as "person.resigned", suspended);
    expect(teller.fact("person.resumed" as "person.resigned", suspended)).toMatchObject({
      notices: [{ data: { counts: { tasks: 0, lists: 0, applications: 1 } } }],
    });
  });
});

describe("a task parked for a Member without able admins", () => {
  const handed = {
    notices: [
      {
        kind: "TASK_HANDED_OVER",
        to: [{ kind: "person", ...who("north", "n3") }],
        data: { from: null, to: who("north", "n3"), tasks: [task] },
      },
    ],
  };
  const listed = (teller: Teller) =>
    teller.ask("admin.parked", { viewer: who("host", "host-admin") });

  test("is assigned by the Space's admins, to that Member's people on the Roster", () => {
    const teller = parked();
    expect(assign(teller, "host", "n3", "north")).toEqual(refused("NOT_AUTHORIZED_ADMIN"));
    expect(listed(teller)).toEqual({ items: [] });
    appoint(teller, "north-admin", null);
    expect(listed(teller)).toEqual({ items: [{ ...task, organization: "north" }] });
    expect(assign(teller, "host", "n3")).toEqual(refused("NOT_AUTHORIZED_ADMIN"));
    expect(assign(teller, "host", "h1", "host")).toEqual(refused("NOT_AUTHORIZED_ADMIN"));
    expect(assign(teller, "south", "n3", "north")).toEqual(refused("UNKNOWN_INSTANCE"));
    expect(assign(teller, "host", "s1", "south")).toEqual(refused("NOT_AUTHORIZED_ADMIN"));
    expect(assign(teller, "host", "s1", "north")).toEqual(refused("SUCCESSOR_NOT_ELIGIBLE"));
    expect(assign(teller, "host", "nobody", "north")).toEqual(refused("SUCCESSOR_NOT_ELIGIBLE"));
    expect(assign(teller, "host", "n3", "north")).toMatchObject(handed);
    expect(assign(teller, "host", "n3", "north")).toEqual(refused("TASK_NOT_PENDING"));
    expect(listed(teller)).toEqual({ items: [] });
  });

  test("is closed to them again once there is an admin, and while all are suspended", () => {
    const teller = parked();
    appoint(teller, "north-admin", null);
    teller.fact("organization.suspended" as "organization.ended", north);
    expect(assign(teller, "host", "n3", "north")).toEqual(refused("NOT_AUTHORIZED_ADMIN"));
    expect(listed(teller)).toEqual({ items: [] });
    teller.fact("organization.resumed" as "organization.ended", north);
    expect(listed(teller)).toEqual({ items: [{ ...task, organization: "north" }] });
    appoint(teller, "n1", "main");
    expect(assign(teller, "host", "n3", "north")).toEqual(refused("NOT_AUTHORIZED_ADMIN"));
    expect(listed(teller)).toEqual({ items: [] });
  });
});

describe("held lists of an organization without able admins", () => {
  const settle = (teller: Teller, by: string | null, organization = "north") =>
    teller.command(by, "reconciliation.discard", { organization, reconciliation: "l" });

  test("are settled by support", () => {
    const teller = withApp();
    expect(settle(teller, null)).toEqual(refused("NOT_AUTHORIZED_ADMIN"));
    expect(settle(teller, null, "nowhere")).toEqual(refused("UNKNOWN_ORGANIZATION"));
    expect(settle(teller, "host")).toEqual(refused("NOT_AUTHORIZED_ADMIN"));
    appoint(teller, "north-admin", null);
    expect(settle(teller, null)).toEqual(quiet);
    expect(settle(teller, "north")).toEqual(refused("NOT_AUTHORIZED_ADMIN"));
  });
});
