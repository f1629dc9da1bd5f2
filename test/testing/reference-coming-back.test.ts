/** Aim: the reference model says by itself what a Member finds that is back in time (EXIT-09). */
import { describe, expect, test } from "vitest";
import type { Policy } from "../../src/core/policy.ts";
import { ask, tell } from "./hierarchy.ts";
import { accepted, done, partners, refused, who } from "./partners.ts";
import type { Teller } from "./teller.ts";

const day = 86_400_000;
/** Associations end at 1000. */
const end = 1000 + 30 * day;
const north = { space: "s", organization: "north" } as const;

const association = ({ reference }: Teller, organization = "north") =>
  reference
    .facts()
    .spaces[0]?.associations.find((each) => (each.organization as string) === organization);

const bare = {
  ...{ organization: "north", folder: null, types: [], level: null },
  ...{ visibility: { kind: "own" }, whole: false, rules: [] },
};

/** A Member of which everything is set that may be kept; its Host looks after it by `h1`, then `h2`. */
function setUp(changes: Partial<Policy> = {}): Teller {
  const teller = partners({ rejoinRetentionDays: 30, memberExit: "own-admin", ...changes });
  const say = (type: string, data: object, by = "host") =>
    expect(tell(teller, by, type, { ...north, ...data })).toEqual(done);
  const parent = { space: "s", parent: null };
  expect(tell(teller, "host", "folder.create", { ...parent, folder: "f", name: "F" })).toEqual(
    done,
  );
  tell(teller, "host", "scope.put-in", { space: "s", organization: "host", people: ["h1", "h2"] });
  say("member.place", { folder: "f" });
  say("partner.set", { types: ["dealer"], level: "gold" });
  const departments = [{ organization: "host", department: "desk" }];
  teller.fact("department.created", {
    ...{ organization: "host", department: "desk", parent: null, name: "Desk" },
  });
  const organizations = ["north", "south"];
  say("visibility.set", { visibility: { kind: "listed", organizations, departments } });
  say("visibility.hide", { hidden: true, except: { organizations: ["south"], departments } });
  say("fields.share", { fields: { phone: "nobody" } }, "north");
  say("counterparts.set", { people: ["h1", "h2"] });
  say("counterparts.set", { people: ["n1"] }, "north");
  return teller;
}

const cancel = (teller: Teller, organization = "north", at = 1000) =>
  expect(tell(teller, "host", "association.cancel", { space: "s", organization }, at)).toEqual(
    done,
  );

/** Invites and applies; approved by `approve`. */
function applies(teller: Teller, organization = "north", at = 1000): string {
  const application = `again-${teller.reference.facts().applications.length}`;
  const invitation = `of-${application}`;
  tell(teller, "host", "invitation.issue", { space: "s", invitation, form: "qr" }, at);
  expect(
    tell(teller, organization, "application.submit", { application, invitation }, at),
  ).toMatchObject({ kind: "accepted" });
  return application;
}
const approve = (teller: Teller, application: string, at: number, more: object = {}) =>
  tell(teller, "host", "application.approve", { application, ...more }, at);
function back(teller: Teller, at: number, more: object = {}): void {
  expect(approve(teller, applies(teller), at, more)).toEqual(done);
}

const desk = { organization: "host", department: "desk" };
const restored = {
  ...{ organization: "north", folder: "f", types: ["dealer"], level: "gold" },
  visibility: { kind: "listed", organizations: ["south"], departments: [desk] },
  hiding: {
    hidden: true,
    except: { organizations: ["south"], kinds: [], departments: [desk] },
  },
  ...{ fields: { phone: "nobody" }, whole: false, rules: [] },
  hostCounterparts: [
    ["host", "h1"],
    ["host", "h2"],
  ],
};

describe("a Member that is back", () => {
  test("starts clean by default", () => {
    const teller = setUp({ rejoinRetentionDays: 0 });
    cancel(teller);
    back(teller, 1000);
    expect(association(teller)).toEqual(bare);
  });

  test("finds what was set for it, and what it shared, until the time is over", () => {
    const teller = setUp();
    cancel(teller);
    back(teller, end - 1);
    expect(association(teller)).toEqual(restored);
    const late = setUp();
    cancel(late);
    back(late, end);
    expect(association(late)).toEqual(bare);
  });

  test("finds it too if it had left, and nothing of its announcement", () => {
    const teller = setUp({ exitNoticeDays: 1 });
    tell(teller, "north", "association.leave", north, 0);
    expect(tell(teller, "north", "association.leave", north, day)).toEqual(done);
    back(teller, day + 1);
    expect(association(teller)).toEqual(restored);
  });

  test("starts clean if the Host wants it so, and then for good", () => {
    const teller = setUp();
    cancel(teller);
    back(teller, 2000, { fresh: true });
    expect(association(teller)).toEqual(bare);
    cancel(teller, "north", 3000);
    back(teller, 3000);
    expect(association(teller)).toEqual(bare);
  });

  test("finds what was set last, whatever was kept before", () => {
    const teller = setUp();
    cancel(teller);
    back(teller, 2000);
    tell(teller, "host", "member.place", { ...north, folder: null }, 2000);
    tell(teller, "host", "partner.set", { ...north, types: [], level: "silver" }, 2000);
    cancel(teller, "north", 2000 + day);
    back(teller, 2000 + 31 * day - 1);
    expect(association(teller)).toEqual({ ...restored, folder: null, types: [], level: "silver" });
  });

  test("has the scope of its new application, and none but the Host's counterparts", () => {
    const teller = setUp({ counterpartsMin: 1 });
    cancel(teller);
    const verdict = teller.join("host", "s", "north", { people: ["n2"] });
    expect(verdict).toEqual(
      accepted({
        kind: "MEMBER_UNATTENDED",
        to: [
          { kind: "space-admins", space: "s" },
          { kind: "authorized-admins", organization: "north" },
        ],
        data: north,
      }),
    );
    expect(association(teller)).toEqual({ ...restored, rules: [["person", "n2", "in"]] });
  });
});

describe("what is kept", () => {
  test("is found as far as it is there still", () => {
    const teller = setUp();
    cancel(teller);
    expect(tell(teller, "host", "folder.remove", { space: "s", folder: "f" })).toEqual(done);
    teller.fact("department.removed", { organization: "host", department: "desk" });
    cancel(teller, "south");
    expect(approve(teller, applies(teller, "south"), 2000)).toEqual(done);
    tell(teller, "host", "scope.take-out", {
      ...{ space: "s", organization: "host", people: ["h1"] },
    });
    back(teller, 2000);
    const { hostCounterparts: _, ...rest } = restored;
    expect(association(teller)).toEqual({
      ...rest,
      folder: null,
      visibility: { kind: "listed", organizations: [] },
      hiding: { hidden: true, except: { organizations: [], kinds: [], departments: [] } },
      hostCounterparts: [["host", "h2"]],
    });
    const { items } = ask(teller, "host", "admin.members", { space: "s" }) as {
      items: readonly object[];
    };
    expect(items[0]).not.toHaveProperty("void");
  });

  test("names whoever is in service as before, not who was hired again", () => {
    const teller = setUp();
    cancel(teller);
    teller.resign("host", "h1");
    teller.fact("person.reinstated", { organization: "host", person: "h1" }, { at: 2000 });
    teller.resign("host", "h2");
    teller.hire("host", "h2", [], 2);
    tell(teller, "host", "scope.put-in", { space: "s", organization: "host", people: ["h2"] });
    back(teller, 3000);
    expect(association(teller)?.hostCounterparts).toEqual([["host", "h1"]]);
  });

  test("goes by the ids of now", () => {
    const teller = setUp();
    cancel(teller);
    teller.fact("person.renamed", { organization: "host", person: "h1", to: "h9" });
    back(teller, 2000);
    expect(association(teller)?.hostCounterparts).toEqual([
      ["host", "h9"],
      ["host", "h2"],
    ]);
  });

  test("is nothing of an organization that ended, in the Space or later, be that taken back", () => {
    const teller = setUp();
    cancel(teller);
    const organization = "north";
    teller.fact("organization.ended", { organization }, { at: 2000 });
    teller.fact("organization.reinstated", { organization }, { at: 3000 });
    back(teller, 3000);
    expect(association(teller)).toEqual(bare);
    const other = setUp();
    other.fact("organization.ended", { organization }, { at: 2000 });
    other.fact("organization.reinstated", { organization }, { at: 3000 });
    back(other, 3000);
    expect(association(other)).toEqual(bare);
  });
});

describe("whoever is to decide", () => {
  const question = (teller: Teller, application: string, at?: number) =>
    teller.ask("admin.application", {
      ...{ viewer: who("host", "host-admin"), space: "s", application },
      ...(at === undefined ? {} : { at }),
    });

  test("is told that the Member would find something, as of the time asked for", () => {
    const teller = setUp();
    cancel(teller);
    const application = applies(teller);
    expect(question(teller, application)).toMatchObject({ returning: true });
    expect(question(teller, application, end - 1)).toMatchObject({ returning: true });
    expect(question(teller, application, end)).not.toHaveProperty("returning");
    expect(approve(teller, application, end - 1)).toEqual(done);
    expect(question(teller, application)).toBe("UNKNOWN_APPLICATION");
  });

  test("is told nothing of whoever was there never, or long ago", () => {
    const teller = setUp();
    teller.register("west");
    expect(question(teller, applies(teller, "west"))).not.toHaveProperty("returning");
    const none = setUp({ rejoinRetentionDays: 0 });
    cancel(none);
    const application = applies(none);
    expect(question(none, application)).not.toHaveProperty("returning");
    expect(approve(none, application, 1000, { organization: "south" })).toEqual(
      refused("UNKNOWN_APPLICATION"),
    );
  });
});
