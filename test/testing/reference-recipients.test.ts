/** Aim: the reference model says by itself whom a notice is for, in the end (ASK-03). */
import { describe, expect, test } from "vitest";
import { link, opened, say, tell } from "./hierarchy.ts";
import { partners, who } from "./partners.ts";
import type { Teller } from "./teller.ts";

type Told = { readonly to: number; readonly kind: string } & Partial<ReturnType<typeof who>>;

/** Who is told, as `to organization/person`, or `to nobody organization`. */
function told(teller: Teller, ...to: readonly object[]): readonly string[] {
  const answer = teller.ask("notice.recipients", { notice: { to } } as never);
  return (answer as { readonly items: readonly Told[] }).items.map(
    ({ to: at, kind, organization, person }) =>
      kind === "person"
        ? `${at} ${organization}/${person}`
        : [at, kind, organization].filter((part) => part !== undefined).join(" "),
  );
}

const mains = (organization: string) => ({ kind: "main-admins", organization });
const authorized = (organization: string) => ({ kind: "authorized-admins", organization });
const hierarchy = (organization: string) => ({ kind: "hierarchy-admins", organization });
const person = (organization: string, id: string) => ({ kind: "person", ...who(organization, id) });
const ofSpace = { kind: "space-admins", space: "s" };
const group = { kind: "group-participants", space: "s", group: "g" };

/** Hires somebody, and makes them a main admin or one with some permissions. */
function appoint(teller: Teller, organization: string, id: string, more: object = {}) {
  teller.hire(organization, id);
  const role = { role: "sub", spacePermission: false, ...more };
  say(teller, "admin.changed", { ...who(organization, id), number: 1, ...role });
}

function inGroup(teller: Teller, ...people: readonly string[]) {
  const participants = people.map((each) => who("north", each));
  const data = { space: "s", group: "g", name: "G", participants };
  teller.command(["north", "n2"], "group.start", data);
}

describe("a role", () => {
  test("means those who have it now, in the order of hires", () => {
    const teller = partners();
    appoint(teller, "host", "both", { spacePermission: true, hierarchyPermission: true });
    appoint(teller, "host", "spaces", { spacePermission: true });
    appoint(teller, "host", "trunks", { hierarchyPermission: true });
    appoint(teller, "host", "neither");
    const some = (...people: readonly string[]) => people.map((each) => `0 host/${each}`);
    expect(told(teller, mains("host"))).toEqual(some("host-admin"));
    expect(told(teller, authorized("host"))).toEqual(some("host-admin", "both", "spaces"));
    expect(told(teller, hierarchy("host"))).toEqual(some("host-admin", "both", "trunks"));
    expect(told(teller, ofSpace)).toEqual(some("host-admin", "both", "spaces"));
    // The Host that a Space had is told of its end.
    teller.command("host", "space.dissolve", { space: "s" });
    expect(told(teller, ofSpace)).toEqual(some("host-admin", "both", "spaces"));
  });

  test("of a group means its participants, in the order in which they came", () => {
    const teller = partners();
    inGroup(teller, "n1");
    expect(told(teller, group)).toEqual(["0 north/n2", "0 north/n1"]);
    expect(told(teller, { ...group, space: "other" })).toEqual(["0 nobody"]);
    expect(told(teller, { kind: group.kind, trunk: "host", group: "g" })).toEqual(["0 nobody"]);
    teller.command(["north", "n2"], "group.leave", { space: "s", group: "g" });
    expect(told(teller, group)).toEqual(["0 north/n1"]);
  });

  test("says that it has nobody, and whose it is", () => {
    const teller = partners();
    teller.resign("south", "south-admin");
    teller.fact("organization.ended", { organization: "north" });
    expect(
      told(
        teller,
        ...[mains("south"), authorized("north"), hierarchy("nowhere")],
        ...[
          { kind: "space-admins", space: "none" },
          { ...group, group: "none" },
        ],
        ...[person("south", "south-admin"), person("north", "n1")],
      ),
    ).toEqual([
      ...["0 nobody south", "1 nobody north", "2 nobody nowhere", "3 nobody", "4 nobody"],
      ...["5 nobody south", "6 nobody north"],
    ]);
    expect(told(teller)).toEqual([]);
  });
});

describe("somebody", () => {
  test("is told once, as whom they are meant first", () => {
    const teller = partners();
    appoint(teller, "north", "host-admin", { role: "main" });
    const both = ["0 north/north-admin", "0 north/host-admin"];
    expect(told(teller, mains("north"), ofSpace)).toEqual(both);
    expect(told(teller, ofSpace, mains("north"))).toEqual([
      ...["0 host/host-admin", "1 north/north-admin"],
    ]);
    expect(told(teller, person("north", "host-admin"), ofSpace, mains("north"))).toEqual([
      ...["0 north/host-admin", "2 north/north-admin"],
    ]);
    expect(told(teller, { kind: "platform" }, ofSpace, { kind: "platform" })).toEqual([
      ...["0 platform", "1 host/host-admin"],
    ]);
  });

  test("who is suspended is not told, but as another whom that does not concern", () => {
    const teller = partners();
    appoint(teller, "north", "host-admin", { role: "main" });
    inGroup(teller, "n1");
    say(teller, "person.suspended", who("host", "host-admin"));
    say(teller, "person.suspended", who("north", "n1"));
    expect(told(teller, ofSpace, mains("north"), group, person("north", "n1"))).toEqual([
      ...["0 nobody host", "1 north/north-admin", "1 north/host-admin", "2 north/n2"],
      "3 nobody north",
    ]);
    teller.fact("organization.suspended" as never, { organization: "north" } as never);
    expect(told(teller, mains("north"), group)).toEqual(["0 nobody north", "1 nobody"]);
    teller.fact("organization.resumed" as never, { organization: "north" } as never);
    expect(told(teller, group)).toEqual(["0 north/n2"]);
  });

  test("whom a recipient leaves out is told by another alone, and has the role all the same", () => {
    const teller = partners();
    inGroup(teller, "n1");
    const but = { ...mains("north"), except: ["north-admin"] };
    expect(told(teller, but)).toEqual([]);
    expect(told(teller, but, authorized("north"))).toEqual(["1 north/north-admin"]);
    expect(told(teller, { ...group, except: ["n2", "nobody"] })).toEqual(["0 north/n1"]);
    say(teller, "person.suspended", who("north", "north-admin"));
    expect(told(teller, but)).toEqual(["0 nobody north"]);
  });

  test("is known by the ids that they had, as long as these are nobody else's", () => {
    const teller = partners();
    inGroup(teller, "n1");
    say(teller, "person.renamed", { ...who("north", "n1"), to: "m1" });
    expect(told(teller, person("north", "n1"))).toEqual(["0 north/m1"]);
    expect(told(teller, { ...group, except: ["n1"] })).toEqual(["0 north/n2"]);
    expect(told(teller, { ...group, except: ["m1"] })).toEqual(["0 north/n2"]);
    const newcomer = { ...who("north", "n1"), departments: [], fields: { name: "N" } };
    say(teller, "person.hired", newcomer, 3000);
    expect(told(teller, person("north", "n1"))).toEqual(["0 north/n1"]);
    expect(told(teller, { ...group, except: ["n1"] })).toEqual(["0 north/n2", "0 north/m1"]);
  });
});

describe("a distribution", () => {
  const app = { trunk: "k", app: "reports" };
  const covered = { kind: "covered-hierarchy-admins", ...app };

  /** County `k` over town `u`, and over town `t` with village `v`, which `t` had before. */
  function county(more: object = {}): Teller {
    const teller = opened("k t u v w");
    link(teller, "v", "t");
    link(teller, "u", "k");
    link(teller, "t", "k");
    teller.command("k", "app.create", { app: "reports", name: "Reports", cool: false });
    tell(teller, "k", "app.publish", { ...app, ...more });
    return teller;
  }

  test("means the Hierarchy admins of all whom it covers, as these came below the Trunk", () => {
    const teller = county();
    appoint(teller, "u", "clerk", { hierarchyPermission: true });
    appoint(teller, "u", "other", { spacePermission: true });
    const all = ["0 u/u-admin", "0 u/clerk", "0 t/t-admin", "0 v/v-admin"];
    expect(told(teller, covered)).toEqual(all);
    link(teller, "w", "u");
    expect(told(teller, covered)).toEqual([...all, "0 w/w-admin"]);
    expect(told(teller, { ...covered, except: ["clerk", "v-admin"] })).toEqual([
      ...["0 u/u-admin", "0 t/t-admin", "0 w/w-admin"],
    ]);
    expect(told(county({ authorized: { levels: [2] } }), covered)).toEqual(["0 v/v-admin"]);
  });

  test("means somebody by the organization that came first, and says of each that it has nobody", () => {
    const teller = county();
    appoint(teller, "v", "u-admin", { role: "main" });
    say(teller, "person.suspended", who("t", "t-admin"));
    expect(told(teller, covered)).toEqual(["0 u/u-admin", "0 nobody t", "0 v/v-admin"]);
    say(teller, "person.suspended", who("u", "u-admin"));
    expect(told(teller, covered)).toEqual([
      ...["0 nobody u", "0 nobody t", "0 v/v-admin", "0 v/u-admin"],
    ]);
    // Whoever comes back comes last.
    tell(teller, "k", "link.cancel", { trunk: "k", organization: "u" });
    link(teller, "u", "k");
    say(teller, "person.resumed", who("u", "u-admin"));
    expect(told(teller, covered)).toEqual(["0 nobody t", "0 v/v-admin", "0 v/u-admin"]);
  });

  test("that covers nobody is nobody's role", () => {
    const teller = county();
    expect(told(teller, { ...covered, app: "other" })).toEqual([]);
    tell(teller, "k", "app.withdraw", app);
    expect(told(teller, mains("k"), covered)).toEqual(["0 k/k-admin"]);
  });

  test("has groups of its Trunk beside it", () => {
    const teller = county();
    const data = { trunk: "k", group: "g", name: "G", participants: [who("t", "t-admin")] };
    tell(teller, "k", "group.start", data);
    const ofTrunk = { kind: "group-participants", trunk: "k", group: "g" };
    expect(told(teller, ofTrunk)).toEqual(["0 k/k-admin", "0 t/t-admin"]);
  });
});
