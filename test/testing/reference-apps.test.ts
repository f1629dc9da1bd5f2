import { describe, expect, test } from "vitest";
import {
  accepted,
  done,
  grant,
  licensed,
  partners,
  quiet,
  refused,
  who,
  withApp,
} from "./partners.ts";
import type { Teller } from "./teller.ts";

const about = { space: "s", app: "crm" } as const;

function submit(teller: Teller, by: readonly [string, string], more: object = {}, row = "r1") {
  const side = by[0] === "host" ? {} : { space: "s" };
  const data = { app: "crm", ...side, rows: [{ row }], ...more };
  return teller.command(by, "form.submit", data as never);
}

const n1 = ["north", "n1"] as const;
const s1 = ["south", "s1"] as const;
const h1 = ["host", "h1"] as const;

describe("publication", () => {
  test("by the Host, of its own apps, once, and everybody concerned is reminded", () => {
    const teller = partners();
    const { command } = teller;
    expect(command("north", "app.create", { app: "other", name: "O" })).toEqual(done);
    expect(command(["host", "h1"], "app.create", { app: "crm", name: "CRM" })).toEqual(
      refused("NOT_AUTHORIZED_ADMIN"),
    );
    expect(command("host", "app.create", { app: "other", name: "O" })).toEqual(refused("ID_TAKEN"));
    expect(command("host", "app.publish", about)).toEqual(refused("UNKNOWN_APP"));
    command("host", "app.create", { app: "crm", name: "CRM" });
    expect(command("host", "app.publish", { space: "s", app: "other" })).toEqual(
      refused("APP_NOT_OWNED_BY_HOST"),
    );
    expect(command("north", "app.publish", about)).toEqual(refused("NOT_SPACE_ADMIN"));
    const authorized = {
      organizations: ["south"],
      departments: [{ organization: "north", department: "lab" }],
    };
    expect(command("host", "app.publish", { ...about, authorized })).toEqual(
      accepted({
        kind: "APP_PUBLISHED",
        to: [
          { kind: "space-admins", space: "s" },
          { kind: "authorized-admins", organization: "north" },
          { kind: "authorized-admins", organization: "south" },
        ],
        data: about,
      }),
    );
    expect(command("host", "app.publish", about)).toEqual(refused("APP_ALREADY_PUBLISHED"));
  });

  test("needs the exclusive edition and no SSO; what is there waits for their return", () => {
    const teller = withApp();
    const { command, fact } = teller;
    command("host", "app.create", { app: "two", name: "Two" });
    fact("organization.edition-changed", { organization: "host", edition: "light" });
    expect(command("host", "app.publish", { space: "s", app: "two" })).toEqual(
      refused("EDITION_NOT_SUPPORTED"),
    );
    expect(submit(teller, n1)).toEqual(refused("EDITION_NOT_SUPPORTED"));
    expect(submit(teller, h1)).toEqual(done);
    fact("organization.edition-changed", { organization: "host", edition: "exclusive" });
    fact("organization.sso-changed", { organization: "south", sso: true });
    expect(submit(teller, n1, {}, "r2")).toEqual(done);
    expect(submit(teller, s1, {}, "r3")).toEqual(refused("SSO_NOT_SUPPORTED"));
  });

  test("governance stays upstream, and the list outlives withdrawal", () => {
    const teller = withApp();
    const { command } = teller;
    const list = { ...about, authorized: { organizations: ["south"] } };
    expect(command("north", "app.authorize", list)).toEqual(refused("APP_GOVERNANCE_HOST_ONLY"));
    expect(command(n1, "app.authorize", list)).toEqual(refused("APP_GOVERNANCE_HOST_ONLY"));
    expect(command(h1, "app.authorize", list)).toEqual(refused("NOT_SPACE_ADMIN"));
    const other = { ...list, app: "none" };
    expect(command("north", "app.authorize", other)).toEqual(refused("UNKNOWN_APP"));
    expect(command("host", "app.authorize", list)).toEqual(done);
    expect(submit(teller, n1)).toEqual(refused("APP_NOT_AUTHORIZED"));
    expect(command("north", "app.withdraw", about)).toEqual(refused("NOT_SPACE_ADMIN"));
    expect(command("host", "app.withdraw", about)).toEqual(done);
    expect(command("host", "app.withdraw", about)).toEqual(refused("APP_NOT_PUBLISHED"));
    expect(submit(teller, s1)).toEqual(refused("APP_NOT_PUBLISHED"));
    command("host", "app.publish", about);
    expect(submit(teller, s1)).toEqual(done);
    expect(submit(teller, n1, {}, "r2")).toEqual(refused("APP_NOT_AUTHORIZED"));
  });
});

describe("authorized lists", () => {
  const center = (teller: Teller, by: readonly [string, string]) =>
    teller.ask("app.center", { viewer: who(...by), space: "s" });
  const seen = { items: [{ app: "crm", name: "CRM", cool: true }] };

  test("suppliers see what is for suppliers, as soon as they are suppliers", () => {
    const teller = withApp();
    const authorized = { partners: [{ type: "supplier", level: "gold" }] };
    teller.command("host", "app.authorize", { ...about, authorized });
    expect(center(teller, n1)).toEqual({ items: [] });
    const partner = { space: "s", organization: "north", types: ["supplier", "dealer"] };
    teller.command("host", "partner.set", { ...partner, level: "silver" });
    expect(center(teller, n1)).toEqual({ items: [] });
    teller.command("host", "partner.set", { ...partner, level: "gold" });
    expect(center(teller, n1)).toEqual(seen);
    expect(center(teller, h1)).toBe("NOT_IN_SPACE");
  });

  test("departments with all below them, and people, as long as they are what was meant", () => {
    const teller = withApp();
    const { command, fact } = teller;
    const unknown = { departments: [{ organization: "north", department: "nowhere" }] };
    expect(command("host", "app.authorize", { ...about, authorized: unknown })).toEqual(
      refused("UNKNOWN_DEPARTMENT"),
    );
    const contact = { people: [who("host", "h1")] };
    expect(command("host", "app.authorize", { ...about, authorized: contact })).toEqual(
      refused("UNKNOWN_PERSON"),
    );
    const host = { organizations: ["host"] };
    expect(command("host", "app.authorize", { ...about, authorized: host })).toEqual(
      refused("NOT_A_MEMBER"),
    );
    const authorized = {
      departments: [{ organization: "north", department: "sales" }],
      people: [who("south", "s1")],
    };
    command("host", "app.authorize", { ...about, authorized });
    expect(center(teller, n1)).toEqual({ items: [] });
    fact("department.moved", { organization: "north", department: "lab", parent: "sales" });
    expect(center(teller, n1)).toEqual(seen);
    expect(center(teller, s1)).toEqual(seen);
    teller.hire("south", "s1", [], 2);
    expect(center(teller, s1)).toEqual({ items: [] });
    command("host", "association.cancel", { space: "s", organization: "north" });
    teller.join("host", "s", "north", { whole: true });
    expect(center(teller, n1)).toEqual({ items: [] });
  });
});

describe("use", () => {
  test("asks for the Roster, the list, the feature and the license, in this order", () => {
    const teller = withApp();
    const { command } = teller;
    expect(submit(teller, ["nobody", "n"])).toEqual(refused("UNKNOWN_ORGANIZATION"));
    expect(submit(teller, ["north", "nobody"])).toEqual(refused("ACTING_ORG_INVALID"));
    expect(command(h1, "form.submit", { ...about, rows: [{ row: "r" }] })).toEqual(
      refused("ACTING_ORG_INVALID"),
    );
    expect(submit(teller, ["south", "s2"])).toEqual(refused("LICENSE_REQUIRED"));
    expect(command(n1, "form.submit", { app: "crm", rows: [{ row: "r" }] })).toEqual(
      refused("UNKNOWN_APP"),
    );
    const batch = { rows: [{ row: "a" }, { row: "b" }] };
    expect(submit(teller, n1, batch)).toEqual(refused("FEATURE_NOT_SUPPORTED_DOWNSTREAM"));
    expect(submit(teller, h1, batch)).toEqual(done);
    expect(submit(teller, n1, { rows: [{ row: "a" }] })).toEqual(refused("ID_TAKEN"));
    command("north", "scope.take-out", { space: "s", organization: "north", people: ["n1"] });
    expect(submit(teller, n1)).toEqual(refused("NOT_IN_SPACE"));
  });

  test("what Downstream people can do depends on the release", () => {
    for (const release of ["V1", "V2", "V2.1", "V3"] as const) {
      const teller = withApp({ release });
      const viewer = who(...n1);
      const ask = (feature: string) => teller.ask("app.use", { viewer, feature, ...about });
      const unsupported = "FEATURE_NOT_SUPPORTED_DOWNSTREAM";
      const since = (first: string, answer: unknown) => (release < first ? unsupported : answer);
      expect(ask("form.submit")).toEqual({ side: "downstream" });
      expect(ask("attachment.upload")).toEqual(since("V2.1", { side: "downstream" }));
      expect(ask("report.view")).toEqual(since("V2", "DATA_PERMISSION_REQUIRED"));
      expect(ask("cool-app.card")).toEqual(since("V3", { side: "downstream" }));
      expect(ask("cool-app.distribute")).toBe(unsupported);
      expect(ask("import")).toBe(unsupported);
      expect(submit(teller, n1, { attachments: true })).toEqual(
        release < "V2.1" ? refused(unsupported) : done,
      );
      const group = { ...about, organization: "north", group: "inside" };
      expect(teller.command("host", "app.distribute", group)).toEqual(
        release < "V3" ? refused(unsupported) : done,
      );
      const host = { viewer: who(...h1), feature: "import", app: "crm" };
      expect(teller.ask("app.use", host)).toEqual({ side: "host" });
    }
  });

  test("one may choose the whole Space, or what one sees of it", () => {
    for (const formPickerScope of ["whole-space", "visible-only"] as const) {
      const teller = withApp({ formPickerScope });
      const outside = refused("PICK_TARGET_OUTSIDE_SCOPE");
      expect(submit(teller, n1, { picked: [who("host", "h1")] })).toEqual(outside);
      expect(submit(teller, n1, { picked: [who("south", "s2")] })).toEqual(
        formPickerScope === "whole-space" ? done : outside,
      );
      expect(submit(teller, n1, { picked: [who("north", "n2")] }, "r2")).toEqual(done);
      const picked = [who("host", "h2"), who("south", "s2")];
      expect(submit(teller, h1, { picked }, "r3")).toEqual(done);
    }
  });
});

describe("data", () => {
  function rows(teller: Teller, by: readonly [string, string]) {
    const side = by[0] === "host" ? {} : { space: "s" };
    const answer = teller.ask("data.rows", { viewer: who(...by), app: "crm", ...side });
    if (typeof answer === "string") return answer;
    return (answer as { items: { row: string }[] }).items.map((each) => each.row);
  }

  function filled(): Teller {
    const teller = withApp();
    submit(teller, n1, { rows: [{ row: "1", labels: ["red"] }] });
    submit(teller, ["north", "n2"], {}, "2");
    submit(teller, s1, { rows: [{ row: "3", labels: ["red", "blue"] }] });
    submit(teller, h1, {}, "4");
    return teller;
  }

  test("the Host sees everything, others what they are permitted", () => {
    const teller = filled();
    expect(rows(teller, h1)).toEqual(["1", "2", "3", "4"]);
    expect(rows(teller, n1)).toBe("DATA_PERMISSION_REQUIRED");
    const permit = (...permissions: readonly object[]) =>
      teller.command("host", "app.permit", { ...about, permissions } as never);
    permit({ rows: "own" });
    expect(rows(teller, n1)).toEqual(["1"]);
    permit({ rows: "organization" });
    expect(rows(teller, n1)).toEqual(["1", "2"]);
    permit({ rows: "space", labels: ["red"] }, { rows: "own", for: { organizations: ["south"] } });
    expect(rows(teller, n1)).toEqual(["1", "3"]);
    permit({ rows: "all", for: { people: [who("north", "n1")] } });
    expect(rows(teller, n1)).toEqual(["1", "2", "3", "4"]);
    expect(rows(teller, s1)).toBe("DATA_PERMISSION_REQUIRED");
    expect(teller.ask("data.range", { viewer: who(...n1), ...about })).toEqual({
      all: true,
      filter: [],
    });
    expect(permit({ rows: "all", for: { people: [who("north", "n1")] } })).toEqual(quiet);
  });

  test("submitters come with the organization they acted for, though they left since", () => {
    const teller = filled();
    teller.hire("south", "n1");
    grant(teller, "south/n1");
    submit(teller, ["south", "n1"], {}, "5");
    submit(teller, n1, {}, "6");
    teller.resign("south", "s1");
    const answer = teller.ask("data.submitters", { viewer: who(...h1), app: "crm" });
    const items = (answer as { items: { organization: string; person: string }[] }).items;
    expect(items.map((each) => `${each.organization}/${each.person}`)).toEqual([
      "north/n1",
      "north/n2",
      "south/s1",
      "host/h1",
      "south/n1",
    ]);
    const found = teller.ask("data.submitters", { viewer: who(...h1), app: "crm", search: "n2" });
    expect((found as typeof answer & { items: unknown[] }).items).toHaveLength(1);
  });
});

describe("Space apps", () => {
  test("are for everybody on the Roster, once published, without a license", () => {
    const teller = licensed();
    const { command, ask } = teller;
    const app = { space: "s", app: "wiki" };
    expect(command("north", "space-app.create", { ...app, name: "W" })).toEqual(
      refused("NOT_SPACE_ADMIN"),
    );
    command("host", "space-app.create", { ...app, name: "W" });
    const use = (by: readonly [string, string]) =>
      ask("space-app.use", { viewer: who(...by), ...app });
    expect(use(["south", "s2"])).toBe("UNKNOWN_APP");
    expect(command("host", "space-app.publish", app)).toEqual(done);
    expect(command("host", "space-app.publish", app)).toEqual(refused("APP_ALREADY_PUBLISHED"));
    expect(use(["south", "s2"])).toEqual({ name: "W" });
    expect(use(h1)).toBe("NOT_IN_SPACE");
    const home = ask("space.home", { viewer: who(...n1), space: "s" });
    expect(home).toEqual({ items: [{ app: "wiki", name: "W" }] });
    expect(command("host", "app.authorize", { ...app, authorized: null })).toEqual(
      refused("APP_NOT_OWNED_BY_HOST"),
    );
  });

  test("exchange no data with the Host's", () => {
    const teller = withApp();
    const { command } = teller;
    command("host", "space-app.create", { space: "s", app: "wiki", name: "W" });
    const exchange = (app: string, other: string) =>
      command("host", "space-app.exchange", { space: "s", app, with: other });
    expect(exchange("wiki", "crm")).toEqual(refused("APP_DATA_INTEROP_UNAVAILABLE"));
    expect(exchange("crm", "wiki")).toEqual(refused("UNKNOWN_APP"));
  });
});
