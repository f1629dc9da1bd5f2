/** Aim: the reference model says by itself who is responsible for which node, and for how long (LIAISON). */
import { describe, expect, test } from "vitest";
import {
  ask,
  type HierarchyChanges,
  hierarchies,
  link,
  opened,
  say,
  tell,
  told,
} from "./hierarchy.ts";
import { done, quiet, refused } from "./partners.ts";
import type { Teller } from "./teller.ts";

type Node = readonly [organization: string, department?: string];

/** County `k` (east over city), town `t` mounted at the city, village `v` (hall) below it. */
function county(changes: HierarchyChanges = {}): Teller {
  const teller = opened("k t v", changes);
  for (const [organization, department, parent] of [
    ["k", "east", null],
    ["k", "city", "east"],
    ["k", "west", null],
    ["t", "office", null],
    ["v", "hall", null],
    ["v", "barn", null],
  ] as const) {
    say(teller, "department.created", { organization, department, parent, name: department });
  }
  teller.hire("k", "k1", ["city"]);
  teller.hire("t", "t1", ["office"]);
  teller.hire("v", "v1", ["hall"]);
  teller.hire("v", "v2", ["hall", "barn"]);
  link(teller, "t", "k", { mount: "city" });
  link(teller, "v", "t", { mount: "office", scope: { departments: ["hall"] } });
  tell(teller, "k", "liaison.define", { trunk: "k", role: "head", name: "Head" });
  return teller;
}

const identity = (text: string) => {
  const [organization, person] = text.split("/");
  return { organization, person };
};
const nodeOf = ([organization, department]: Node) => ({
  organization,
  department: department ?? null,
});
const assign = (
  teller: Teller,
  node: Node,
  people: string,
  { by = "k", role = "head" }: { readonly by?: string; readonly role?: string } = {},
) => {
  const list = people.split(" ").filter((each) => each !== "");
  const data = { trunk: "k", role, node: nodeOf(node), people: list.map(identity) };
  return tell(teller, by, "liaison.assign", data);
};
const holders = (teller: Teller) =>
  (hierarchies(teller)?.liaisons ?? []).flatMap(({ offices }) =>
    offices.map((each) => {
      const people = each.holders.map((one) => one.join("/")).join(" ");
      return `${[each.organization, each.department ?? "all"].join(".")}: ${people}`;
    }),
  );
const found = (teller: Teller, initiator: string) => {
  const asked = { trunk: "k", role: "head", initiator: identity(initiator) };
  const value = ask(teller, "k", "liaison.for", asked) as {
    readonly people: readonly { readonly organization: string; readonly person: string }[];
  };
  return value.people.map(({ organization, person }) => `${organization}/${person}`);
};
const vacant = (organization: string, department: string | null = null) => ({
  kind: "LIAISON_VACANT",
  ...{ trunk: "k", role: "head", organization, department },
});

describe("roles and offices (LIAISON-01)", () => {
  test("are the Trunk's, for nodes that take part, with people of its book", () => {
    const teller = county();
    const define = (by: string) =>
      tell(teller, by, "liaison.define", { trunk: "k", role: "x", name: "X" });
    expect(define("t")).toEqual(refused("NOT_TRUNK_ADMIN"));
    expect(define("k")).toEqual(done);
    expect(define("k")).toEqual(quiet);
    expect(assign(teller, ["k", "east"], "k/k1", { by: "t" })).toEqual(refused("NOT_TRUNK_ADMIN"));
    expect(assign(teller, ["k", "east"], "k/k1", { role: "none" })).toEqual(
      refused("UNKNOWN_LIAISON_ROLE"),
    );
    expect(assign(teller, ["k", "none"], "k/k1")).toEqual(refused("UNKNOWN_DEPARTMENT"));
    expect(assign(teller, ["v", "barn"], "k/k1")).toEqual(refused("UNKNOWN_DEPARTMENT"));
    expect(assign(teller, ["none"], "k/k1")).toEqual(refused("NOT_LINKED"));
    expect(assign(teller, ["t"], "v/v-admin")).toEqual(refused("LIAISON_NOT_ELIGIBLE"));
    expect(assign(teller, ["v", "hall"], "v/v1 k/k1 v/v1")).toEqual(done);
    expect(assign(teller, ["v", "hall"], "v/v1 k/k1")).toEqual(quiet);
    expect(assign(teller, ["t"], "t/t1")).toEqual(done);
    expect(holders(teller)).toEqual(["t.all: t/t1", "v.hall: v/v1 k/k1"]);
  });

  test("are so many roles, and so many people in one office", () => {
    const teller = county({ liaisonRoleLimit: 2, liaisonLimit: 2 });
    const define = (role: string) =>
      tell(teller, "k", "liaison.define", { trunk: "k", role, name: role });
    expect(define("two")).toEqual(done);
    expect(define("three")).toEqual(refused("MALFORMED"));
    expect(define("head")).toEqual(done);
    expect(assign(teller, ["k"], "k/k1 t/t1")).toEqual(done);
    expect(assign(teller, ["k"], "k/k1 t/t1 v/v1")).toEqual(refused("MALFORMED"));
  });

  test("LIAISON-05: may be kept by the organizations, with people of their own", () => {
    const teller = county();
    const kept = { trunk: "k", role: "head", name: "Head", keptBy: "organizations" };
    tell(teller, "k", "liaison.define", kept);
    expect(assign(teller, ["t"], "t/t1", { by: "t" })).toEqual(done);
    expect(assign(teller, ["t"], "v/v1", { by: "t" })).toEqual(refused("LIAISON_NOT_ELIGIBLE"));
    expect(assign(teller, ["v"], "v/v1", { by: "t" })).toEqual(refused("NOT_TRUNK_ADMIN"));
    expect(assign(teller, ["t"], "k/k1")).toEqual(done);
    const of = (by: string) =>
      ask(teller, by, "liaison.of", { trunk: "k", node: nodeOf(["t"]) }) as object;
    const offices = {
      items: [{ role: "head", name: "Head", keptBy: "organizations", people: [identity("k/k1")] }],
    };
    expect(of("k")).toEqual(offices);
    expect(of("t")).toEqual(offices);
    expect(of("v")).toBe("NOT_TRUNK_ADMIN");
  });
});

describe("who is found (LIAISON-02)", () => {
  test("is the nearest office on the way up, over mounts and Trunks", () => {
    const teller = county();
    expect(found(teller, "v/v1")).toEqual([]);
    const steps: readonly (readonly [Node, string])[] = [
      [["k"], "k/k-admin"],
      [["k", "east"], "k/k1"],
      [["k", "city"], "t/t-admin"],
      [["t"], "t/t1"],
      [["t", "office"], "v/v2"],
      [["v"], "k/k1"],
      [["v", "hall"], "v/v1"],
    ];
    for (const [node, holder] of steps) {
      assign(teller, node, holder);
      expect(found(teller, "v/v1")).toEqual([holder]);
    }
    expect(found(teller, "t/t1")).toEqual(["v/v2"]);
    expect(found(teller, "t/t-admin")).toEqual(["t/t1"]);
    expect(found(teller, "k/k-admin")).toEqual(["k/k-admin"]);
    expect(found(teller, "k/k1")).toEqual(["t/t-admin"]);
    // Of several departments all that are found, each once.
    expect(found(teller, "v/v2")).toEqual(["v/v1", "k/k1"]);
  });

  test("is nobody further up for a holder who is suspended, but a stand-in", () => {
    const teller = county();
    assign(teller, ["k"], "k/k-admin");
    assign(teller, ["v"], "v/v1");
    say(teller, "person.suspended", { organization: "v", person: "v1" });
    expect(found(teller, "v/v1")).toEqual([]);
    say(teller, "person.resumed", { organization: "v", person: "v1" });
    say(teller, "person.suspended", { organization: "v", person: "v1", standIn: "v2" });
    expect(found(teller, "v/v1")).toEqual(["v/v2"]);
    expect(holders(teller)).toContain("v.all: v/v1");
  });

  test("passes a department that is removed, and asks one that exists again", () => {
    const teller = county();
    assign(teller, ["k"], "k/k-admin");
    assign(teller, ["v", "hall"], "v/v1");
    say(teller, "department.removed", { organization: "v", department: "hall" });
    tell(teller, "v", "scope.put-in", { trunk: "t", organization: "v", people: ["v1"] });
    assign(teller, ["k"], "k/k1");
    expect(found(teller, "v/v1")).toEqual(["k/k1"]);
  });

  test("nobody is a gap that is listed (LIAISON-03)", () => {
    const teller = county();
    const gaps = () =>
      (
        ask(teller, "k", "liaison.uncovered", { trunk: "k", role: "head" }) as {
          readonly items: readonly ReturnType<typeof nodeOf>[];
        }
      ).items.map(({ organization, department }) => `${organization}.${department ?? "all"}`);
    expect(gaps()).toEqual(["k.all", "t.all", "v.all"]);
    assign(teller, ["k", "east"], "k/k1");
    expect(gaps()).toEqual(["k.all"]);
    expect(ask(teller, "t", "liaison.uncovered", { trunk: "k", role: "head" })).toBe(
      "NOT_TRUNK_ADMIN",
    );
  });
});

describe("when holders go (LIAISON-03, LIAISON-04)", () => {
  const resign = (teller: Teller, person: string, more: object = {}) =>
    say(teller, "person.resigned", { organization: "v", person, ...more });

  test("the office passes to the successor named, else to the one registered, else the name is struck", () => {
    const named = county();
    assign(named, ["v"], "v/v1 k/k1");
    resign(named, "v1", { successor: "v2" });
    expect(holders(named)).toEqual(["v.all: v/v2 k/k1"]);
    const registered = county();
    const successor = { organization: "v", person: "v1", successor: "v2" };
    registered.command("v", "successor.set", successor);
    assign(registered, ["v"], "v/v1");
    expect(told(resign(registered, "v1"))).not.toContainEqual(vacant("v"));
    expect(holders(registered)).toEqual(["v.all: v/v2"]);
    const twice = county();
    twice.command("v", "successor.set", successor);
    assign(twice, ["v"], "v/v1 v/v2");
    resign(twice, "v1");
    expect(holders(twice)).toEqual(["v.all: v/v2"]);
    const absent = county();
    assign(absent, ["v"], "v/v1");
    expect(told(resign(absent, "v1", { successor: "v-admin" }))).toContainEqual(vacant("v"));
    expect(holders(absent)).toEqual([]);
  });

  test("also when somebody leaves the book; moving within it, or another id, changes nothing", () => {
    const teller = county();
    assign(teller, ["v"], "v/v1");
    say(teller, "person.relocated", {
      organization: "v",
      person: "v1",
      departments: ["hall", "barn"],
    });
    say(teller, "person.renamed", { organization: "v", person: "v1", to: "w1" });
    expect(holders(teller)).toEqual(["v.all: v/w1"]);
    const out = { trunk: "t", organization: "v", people: ["w1"] };
    expect(told(tell(teller, "v", "scope.take-out", out))).toContainEqual(vacant("v"));
    expect(holders(teller)).toEqual([]);
  });

  test("the Trunk and the organization of the node hear of a vacancy, once", () => {
    const teller = county();
    assign(teller, ["v"], "k/k1");
    const verdict = assign(teller, ["v"], "");
    expect(verdict).toMatchObject({
      notices: [
        {
          kind: "LIAISON_VACANT",
          to: [
            { kind: "hierarchy-admins", organization: "k" },
            { kind: "hierarchy-admins", organization: "v" },
          ],
        },
      ],
    });
    expect(assign(teller, ["v"], "")).toEqual(quiet);
  });

  test("whose admins hear of a departure, if the leaver held an office there (BRANCH-06)", () => {
    const teller = county();
    assign(teller, ["v"], "v/v1 k/k1");
    const to = (verdict: ReturnType<typeof resign>) =>
      verdict.kind === "accepted"
        ? verdict.notices.flatMap(({ kind, to: hearers }) =>
            kind === "COUNTERPART_LEFT" ? hearers : [],
          )
        : [];
    const except = (person: string) => ({ kind: "hierarchy-admins", except: [person] });
    expect(to(resign(teller, "v1"))).toEqual([
      { ...except("v1"), organization: "v" },
      { ...except("v1"), organization: "k" },
    ]);
    expect(to(resign(teller, "v2"))).toEqual([{ ...except("v2"), organization: "v" }]);
  });

  test("and come back, they have it again, unless it went to somebody (RESIGN-07)", () => {
    const back = (teller: Teller) =>
      say(teller, "person.reinstated", { organization: "v", person: "v1" }, 3000);
    const struck = county();
    assign(struck, ["v"], "v/v1");
    resign(struck, "v1");
    back(struck);
    expect(holders(struck)).toEqual(["v.all: v/v1"]);
    const refilled = county();
    assign(refilled, ["v"], "v/v1");
    resign(refilled, "v1");
    assign(refilled, ["v"], "v/v2");
    back(refilled);
    expect(holders(refilled)).toEqual(["v.all: v/v2"]);
    const passed = county();
    assign(passed, ["v"], "v/v1");
    resign(passed, "v1", { successor: "v2" });
    back(passed);
    expect(holders(passed)).toEqual(["v.all: v/v2"]);
  });

  test("with the Link its nodes are void, and nothing of them comes back (UNLINK-05)", () => {
    const teller = county();
    assign(teller, ["v"], "k/k1");
    assign(teller, ["k"], "v/v1 k/k1");
    tell(teller, "t", "link.cancel", { trunk: "t", organization: "v" });
    expect(holders(teller)).toEqual(["k.all: k/k1"]);
    link(teller, "v", "t");
    expect(holders(teller)).toEqual(["k.all: k/k1"]);
  });

  test("an organization that exists again has the offices that name nothing but its own (DIR-19)", () => {
    const teller = county();
    assign(teller, ["k"], "k/k1");
    assign(teller, ["k", "east"], "t/t1");
    assign(teller, ["t"], "k/k1");
    say(teller, "organization.ended", { organization: "k" });
    say(teller, "organization.reinstated", { organization: "k" }, 3000);
    expect(holders(teller)).toEqual(["k.all: k/k1"]);
  });
});

test("a list of a distribution may name the holders of a role (DIST-02)", () => {
  const teller = county();
  const app = { trunk: "k", app: "x" };
  teller.command("k", "app.create", { app: "x", name: "X", cool: false });
  const publish = (role: string) =>
    tell(teller, "k", "app.publish", { ...app, authorized: { roles: [role] } });
  expect(publish("none")).toEqual(refused("UNKNOWN_LIAISON_ROLE"));
  expect(publish("head")).toMatchObject({ kind: "accepted" });
  const use = (person: string) =>
    ask(teller, ["v", person], "app.use", { ...app, feature: "form.submit" });
  expect(use("v1")).toBe("APP_NOT_AUTHORIZED");
  assign(teller, ["v"], "v/v1");
  expect(use("v1")).toBe("LICENSE_REQUIRED");
  expect(use("v2")).toBe("APP_NOT_AUTHORIZED");
});
