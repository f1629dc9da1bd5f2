/** Aim: the reference model says by itself who is on a Link and in a book, whatever becomes of people (BRANCH). */
import { describe, expect, test } from "vitest";
import {
  apply,
  approve,
  ask,
  link,
  linkOf,
  onLink,
  open,
  opened,
  say,
  tell,
  told,
} from "./hierarchy.ts";
import { done, quiet, refused } from "./partners.ts";
import type { Teller } from "./teller.ts";

const day = 24 * 60 * 60 * 1000;

/** A Branch with two departments, the first of which is on its Link. */
function branch(changes: object = {}, scope: object = { departments: ["lab"] }): Teller {
  const teller = opened("trunk branch", { ...changes });
  for (const [department, parent] of [
    ["lab", null],
    ["wing", "lab"],
    ["sales", null],
  ]) {
    say(teller, "department.created", {
      ...{ organization: "branch", department, parent, name: department },
    });
  }
  teller.hire("branch", "b1", ["lab"]);
  teller.hire("branch", "b2", ["wing"]);
  teller.hire("branch", "b3", ["sales"]);
  link(teller, "branch", "trunk", { scope });
  return teller;
}

const named = { trunk: "trunk", organization: "branch" };
const scope = (teller: Teller, type: string, data: object, by = "branch") =>
  tell(teller, by, `scope.${type}`, { ...named, ...data });
const people = (teller: Teller) => onLink(teller, "branch", "trunk");
const fact = (teller: Teller, type: string, data: object, at = 2000) =>
  say(teller, type, { organization: "branch", ...data }, at);
/** Who of the Branch the Trunk sees in its book. */
const book = (teller: Teller, by: string | readonly [string, string] = "trunk") => {
  const value = ask(teller, by, "hierarchy.contacts", { trunk: "trunk" }) as {
    readonly items: readonly { readonly organization: string; readonly person: string }[];
  };
  return value.items.map(({ organization, person }) => `${organization}/${person}`);
};

describe("the Roster of a Link (BRANCH-01)", () => {
  test("is what the Branch's scope says, department by department and person by person", () => {
    const teller = branch();
    expect(people(teller)).toEqual(["b1", "b2"]);
    expect(scope(teller, "take-out", { departments: ["wing"] })).toEqual(done);
    expect(people(teller)).toEqual(["b1"]);
    expect(scope(teller, "put-in", { people: ["b2", "b3"] })).toEqual(done);
    expect(people(teller)).toEqual(["b1", "b2", "b3"]);
    expect(scope(teller, "put-in", { people: ["b2"] })).toMatchObject({
      changed: false,
      passedOver: { byReason: { "already-so": 1 } },
    });
    const whole = { scope: { whole: true, exclude: { people: ["b1"] } } };
    expect(scope(teller, "set", whole)).toEqual(done);
    expect(people(teller)).toEqual(["b2", "b3", "branch-admin"]);
    expect(scope(teller, "set", whole)).toEqual(quiet);
    expect(scope(teller, "set", { scope: {} })).toEqual(done);
    expect(people(teller)).toEqual([]);
  });

  test("is the Branch's alone, of its own directory, and of a Link that is there", () => {
    const teller = branch();
    teller.register("other");
    open(teller, "other");
    link(teller, "other", "trunk");
    expect(scope(teller, "put-in", { people: ["none"] })).toEqual(refused("UNKNOWN_PERSON"));
    expect(scope(teller, "put-in", { departments: ["none"] })).toEqual(
      refused("UNKNOWN_DEPARTMENT"),
    );
    const foreign = { scope: { organization: "trunk", whole: true } };
    expect(scope(teller, "set", foreign)).toEqual(refused("SCOPE_OUTSIDE_OWN_ORGANIZATION"));
    expect(scope(teller, "set", { scope: {} }, "other")).toEqual(refused("NOT_AUTHORIZED_ADMIN"));
    expect(scope(teller, "set", { scope: {} }, "trunk")).toEqual(refused("BRANCH_NOT_MANAGEABLE"));
    const itself = { trunk: "trunk", organization: "trunk", scope: {} };
    expect(tell(teller, "trunk", "scope.set", itself)).toEqual(refused("NOT_LINKED"));
  });

  test("is another for each Link", () => {
    const teller = branch();
    teller.register("second");
    open(teller, "second");
    link(teller, "branch", "second", { scope: { departments: ["sales"] } });
    scope(teller, "put-in", { people: ["b3"] });
    expect(people(teller)).toEqual(["b1", "b2", "b3"]);
    expect(onLink(teller, "branch", "second")).toEqual(["b3"]);
  });
});

describe("it follows the people at once (BRANCH-02)", () => {
  test("without a cap, and nobody waits", () => {
    const teller = branch({ personCap: 1 });
    for (let index = 0; index < 5; index += 1) teller.hire("branch", `h${index}`, ["lab"]);
    expect(people(teller)).toHaveLength(7);
  });

  test("hired, moved, made part of another department, resigned", () => {
    const teller = branch();
    teller.hire("branch", "b4", ["lab"]);
    fact(teller, "person.relocated", { person: "b3", departments: ["wing"] });
    fact(teller, "person.relocated", { person: "b1", departments: ["sales"] });
    expect(people(teller)).toEqual(["b2", "b3", "b4"]);
    fact(teller, "department.moved", { department: "sales", parent: "lab" });
    expect(people(teller)).toEqual(["b1", "b2", "b3", "b4"]);
    fact(teller, "department.moved", { department: "wing", parent: null });
    expect(people(teller)).toEqual(["b1", "b4"]);
    teller.resign("branch", "b4");
    expect(people(teller)).toEqual(["b1"]);
  });

  test("a removed department is out, what was excluded stays out (DIR-11, ROSTER-16)", () => {
    const teller = branch();
    scope(teller, "take-out", { departments: ["wing"] });
    fact(teller, "department.removed", { department: "wing" });
    expect(people(teller)).toEqual(["b1"]);
    const removed = fact(teller, "department.removed", { department: "lab" });
    expect(told(removed)).toContainEqual({ kind: "SETTINGS_INERT", count: 1 });
    expect(people(teller)).toEqual([]);
    const inert = ask(teller, "branch", "directory.inert", {});
    expect(inert).toMatchObject({
      items: [
        { setting: { kind: "link-scope", ...named }, department: "lab" },
        { setting: { kind: "link-scope", ...named }, department: "wing", until: null },
      ],
    });
    fact(teller, "department.created", { department: "lab", parent: null, name: "L", revision: 9 });
    fact(teller, "person.relocated", { person: "b1", departments: ["lab"] });
    expect(people(teller)).toEqual(["b1"]);
  });

  test("whoever left by mistake is on it again, with exclusions always (RESIGN-07)", () => {
    const teller = branch();
    scope(teller, "put-in", { people: ["b3"] });
    scope(teller, "take-out", { people: ["b1"] });
    for (const person of ["b1", "b3"]) fact(teller, "person.resigned", { person });
    expect(linkOf(teller, "branch", "trunk")?.rules).toEqual([["department", "lab", "in"]]);
    const kept = ask(teller, "branch", "directory.person", { person: "b3" });
    expect(kept).toMatchObject({ kept: { counts: { "link-selection": 1 } } });
    const back = (person: string) =>
      fact(teller, "person.reinstated", { person }, 3000 + Number(person.slice(1)));
    expect(told(back("b3"))).toMatchObject([{ kind: "COUNTERPART_BACK", trunks: ["trunk"] }]);
    back("b1");
    expect(people(teller)).toEqual(["b2", "b3"]);
    expect(linkOf(teller, "branch", "trunk")?.rules).toContainEqual(["person", "b1", "out"]);
  });

  test("a selection not if the scope was set since, nothing if the Link is another", () => {
    const set = branch();
    scope(set, "put-in", { people: ["b3"] });
    fact(set, "person.resigned", { person: "b3" });
    scope(set, "set", { scope: { departments: ["wing"] } });
    fact(set, "person.reinstated", { person: "b3" }, 3000);
    expect(people(set)).toEqual(["b2"]);
    const again = branch();
    scope(again, "take-out", { people: ["b1"] });
    fact(again, "person.resigned", { person: "b1" });
    tell(again, "trunk", "link.cancel", named);
    link(again, "branch", "trunk");
    fact(again, "person.reinstated", { person: "b1" }, 3000);
    expect(people(again)).toContain("b1");
    const late = branch();
    scope(late, "put-in", { people: ["b3"] });
    fact(late, "person.resigned", { person: "b3" });
    fact(late, "person.reinstated", { person: "b3" }, 2000 + 30 * day);
    expect(people(late)).toEqual(["b1", "b2"]);
  });

  test("hired again, nothing personal comes back (RESIGN-04)", () => {
    const teller = branch();
    scope(teller, "put-in", { people: ["b3"] });
    teller.resign("branch", "b3");
    teller.hire("branch", "b3", ["sales"], 2);
    expect(people(teller)).toEqual(["b1", "b2"]);
  });

  test("renamed, people and departments keep everything (DIR-14, DIR-16)", () => {
    const teller = branch();
    scope(teller, "put-in", { people: ["b3"] });
    const notices = told(fact(teller, "person.renamed", { person: "b3", to: "c3" }));
    expect(notices).toMatchObject([{ kind: "COUNTERPART_RENAMED", trunks: ["trunk"] }]);
    fact(teller, "department.renamed-id", { department: "lab", to: "labs" });
    expect(people(teller)).toEqual(["b1", "b2", "c3"]);
    expect(linkOf(teller, "branch", "trunk")?.rules).toEqual([
      ["department", "labs", "in"],
      ["person", "c3", "in"],
    ]);
  });

  test("many at once may have to be confirmed (DIR-09)", () => {
    const strict = { removalConfirmation: "required", reconciliationHoldAtLeast: 2 };
    const teller = branch(strict);
    const set = (more: object) => scope(teller, "set", { scope: {}, ...more });
    expect(set({})).toEqual(refused("REMOVAL_UNCONFIRMED"));
    expect(set({ removing: 1 })).toEqual(refused("REMOVAL_UNCONFIRMED"));
    const held = fact(teller, "department.removed", { department: "lab" });
    expect(told(held)).toMatchObject([{ kind: "DIRECTORY_RECONCILIATION_HELD", people: 2 }]);
    expect(people(teller)).toEqual(["b1", "b2"]);
    expect(set({ removing: 2 })).toEqual(done);
    expect(people(teller)).toEqual([]);
  });

  test("suspended people and organizations stay on it (DIR-17, DIR-18)", () => {
    const teller = branch();
    fact(teller, "person.suspended", { person: "b1" });
    expect(people(teller)).toEqual(["b1", "b2"]);
    const suspended = say(teller, "organization.suspended", { organization: "branch" });
    expect(suspended).toMatchObject({
      notices: [
        {
          kind: "ORGANIZATION_SUSPENDED",
          to: [
            { kind: "authorized-admins", organization: "branch" },
            { kind: "hierarchy-admins", organization: "trunk" },
          ],
        },
      ],
    });
    expect(people(teller)).toEqual(["b1", "b2"]);
  });
});

describe("the book", () => {
  test("holds the Trunk's own and those present, who are employed elsewhere (BRANCH-03, -04)", () => {
    const teller = branch();
    expect(book(teller)).toEqual(["branch/b1", "branch/b2", "trunk/trunk-admin"]);
    const space = { space: "s", name: "S", scope: { whole: true } };
    teller.command("trunk", "space.create", space);
    expect(teller.roster("s")).toEqual(["trunk/trunk-admin"]);
    expect(ask(teller, "trunk", "directory.people", {})).toMatchObject({
      items: [{ person: "trunk-admin" }],
    });
    expect(
      tell(teller, "trunk", "successor.set", {
        ...{ organization: "trunk", person: "trunk-admin", successor: "b1" },
      }),
    ).toMatchObject({ kind: "refused" });
  });

  test("holds whom a passing chain begins with, once, by whichever chain (BRANCH-05)", () => {
    const teller = branch();
    teller.register("middle");
    open(teller, "middle");
    link(teller, "middle", "trunk", { scope: {} });
    link(teller, "branch", "middle", { scope: { departments: ["wing", "sales"] } });
    expect(book(teller)).toEqual(["branch/b1", "branch/b2", "branch/b3", "trunk/trunk-admin"]);
    const narrow = { trunk: "middle", organization: "branch", reach: "trunk" };
    tell(teller, "branch", "link.reach", narrow);
    expect(book(teller)).toEqual(["branch/b1", "branch/b2", "trunk/trunk-admin"]);
    tell(teller, "trunk", "link.cancel", named);
    expect(book(teller)).toEqual(["trunk/trunk-admin"]);
    tell(teller, "branch", "link.reach", { ...narrow, reach: "all-above" });
    expect(book(teller)).toEqual(["branch/b2", "branch/b3", "trunk/trunk-admin"]);
  });

  test("whoever is employed by both is two identities (BRANCH-03)", () => {
    const teller = branch();
    teller.hire("trunk", "b1");
    expect(book(teller)).toContain("trunk/b1");
    expect(book(teller)).toContain("branch/b1");
    teller.resign("branch", "b1");
    expect(book(teller)).toContain("trunk/b1");
    expect(book(teller)).not.toContain("branch/b1");
  });
});

describe("who is told (BRANCH-06, ADMIN-06)", () => {
  test("of a resignation: the admins for hierarchies of the leaver's own organization", () => {
    const teller = branch();
    expect(teller.resign("branch", "b1")).toMatchObject({
      notices: [
        {
          kind: "COUNTERPART_LEFT",
          to: [{ kind: "hierarchy-admins", organization: "branch", except: ["b1"] }],
          data: { identity: { organization: "branch", person: "b1" }, trunks: ["trunk"] },
        },
      ],
    });
    expect(told(teller.resign("branch", "b3"))).toEqual([]);
  });

  test("of the last admin: the Trunks' admins and the platform", () => {
    const teller = branch();
    teller.hire("branch", "h");
    const role = { organization: "branch", person: "h", role: "sub", hierarchyPermission: true };
    say(teller, "admin.changed", role);
    teller.hire("branch", "s");
    say(teller, "admin.changed", {
      ...role,
      person: "s",
      hierarchyPermission: false,
      spacePermission: true,
    });
    expect(told(teller.resign("branch", "branch-admin"))).toEqual([]);
    const gone = teller.resign("branch", "h");
    expect(gone).toMatchObject({
      notices: [
        {
          kind: "ORGANIZATION_WITHOUT_ADMINS",
          to: [{ kind: "hierarchy-admins", organization: "trunk" }, { kind: "platform" }],
        },
      ],
    });
    expect(teller.resign("branch", "s")).toMatchObject({
      notices: [{ kind: "ORGANIZATION_WITHOUT_ADMINS" }],
    });
  });

  test("of what waits: applications to it as a Trunk, too", () => {
    const teller = opened("trunk branch");
    apply(teller, "branch", "trunk");
    teller.resign("trunk", "trunk-admin");
    teller.hire("trunk", "next");
    const role = { organization: "trunk", person: "next", role: "main" };
    expect(told(say(teller, "admin.changed", role))).toMatchObject([
      { kind: "ADMIN_WORK_WAITING", counts: { applications: 1 } },
    ]);
    const { application } = apply(teller, "branch", "trunk");
    expect(approve(teller, "trunk", application)).toMatchObject({ kind: "refused" });
  });
});
