/** Aim: the reference model says by itself where a Branch hangs in a book, and who sees whom there (MOUNT, SIGHT). */
import { describe, expect, test } from "vitest";
import {
  ask,
  type HierarchyChanges,
  hierarchies,
  link,
  linkOf,
  open,
  opened,
  say,
  tell,
} from "./hierarchy.ts";
import { done, quiet, refused } from "./partners.ts";
import type { Teller } from "./teller.ts";

const day = 24 * 60 * 60 * 1000;

/** A Trunk with departments `east/city` and `west`, Branches `a` and `b`, and `c` below `a`. */
function trunk(changes: HierarchyChanges = {}): Teller {
  const teller = opened("t a b c", changes);
  for (const [department, parent] of [
    ["east", null],
    ["city", "east"],
    ["west", null],
  ]) {
    say(teller, "department.created", { organization: "t", department, parent, name: department });
  }
  teller.hire("t", "te", ["east"]);
  teller.hire("t", "tc", ["city"]);
  teller.hire("t", "tw", ["west"]);
  link(teller, "a", "t", { alias: "A", mount: "east" });
  link(teller, "b", "t", { alias: "B", mount: "west" });
  link(teller, "c", "a");
  return teller;
}

const mount = (
  teller: Teller,
  organization: string,
  alias: string | null,
  place: string | null,
  by = "t",
) => tell(teller, by, "link.mount", { trunk: "t", organization, alias, mount: place });
const department = (teller: Teller, type: string, data: object, at = 2000) =>
  say(teller, `department.${type}`, { organization: "t", ...data }, at);

const nobody = { organizations: [], departments: [] };
const see = (teller: Teller, organization: string, set: object, over = "t", by = over) =>
  tell(teller, by, "link.see", {
    ...{ trunk: over, organization, hidden: false, hiddenExcept: nobody },
    ...{ ownOnly: true, ownOnlyExcept: nobody },
    ...set,
  });
const except = (organizations: readonly string[], departments: readonly string[] = []) => ({
  organizations,
  departments,
});

type By = readonly [organization: string, person: string];

/** Whom somebody sees in the book of `t`. */
function seen(teller: Teller, by: By, book = "t"): readonly string[] | string {
  const value = ask(teller, by, "hierarchy.contacts", { trunk: book });
  if (typeof value === "string") return value;
  const { items } = value as {
    readonly items: readonly { organization: string; person: string }[];
  };
  return items.map(({ organization, person }) => `${organization}/${person}`);
}
const everybody = ["a/a-admin", "b/b-admin", "c/c-admin", "t/t-admin", "t/tc", "t/te", "t/tw"];
const own = ["t/t-admin", "t/tc", "t/te", "t/tw"];
const why = (teller: Teller, by: By, from: By, to: By) => {
  const identity = ([organization, person]: By) => ({ organization, person });
  const both = { looking: identity(from), target: identity(to) };
  return ask(teller, by, "hierarchy.why", { trunk: "t", ...both });
};
const t: By = ["t", "t-admin"];
const a: By = ["a", "a-admin"];
const b: By = ["b", "b-admin"];
const c: By = ["c", "c-admin"];

describe("mount, alias, labels (MOUNT-01)", () => {
  test("are the Trunk's, of its own departments, and alone of their kind at one mount", () => {
    const teller = trunk();
    expect(mount(teller, "a", "A", "east")).toEqual(quiet);
    expect(mount(teller, "a", "B", "east")).toEqual(done);
    expect(mount(teller, "a", "B", "west")).toEqual(refused("ALIAS_TAKEN"));
    expect(mount(teller, "a", null, "west")).toEqual(done);
    expect(mount(teller, "a", "A", null)).toEqual(done);
    expect(mount(teller, "a", "A", "none")).toEqual(refused("UNKNOWN_DEPARTMENT"));
    expect(mount(teller, "a", "A", null, "a")).toEqual(refused("NOT_TRUNK_ADMIN"));
    expect(mount(teller, "c", "C", null)).toEqual(refused("NOT_LINKED"));
    const labels = { trunk: "t", organization: "a", labels: ["x", "y", "x"] };
    expect(tell(teller, "t", "partner.set", labels)).toEqual(done);
    expect(tell(teller, "a", "partner.set", labels)).toEqual(refused("NOT_TRUNK_ADMIN"));
    expect(linkOf(teller, "a", "t")).toMatchObject({ alias: "A", mount: null, labels: ["x", "y"] });
  });

  test("MOUNT-03: go along, stay through dormancy and renaming, go up for good", () => {
    const teller = trunk();
    mount(teller, "a", "A", "city");
    department(teller, "moved", { department: "city", parent: "west" });
    department(teller, "renamed-id", { department: "city", to: "town" });
    expect(linkOf(teller, "a", "t")?.mount).toBe("town");
    mount(teller, "b", "A", "west");
    department(teller, "removed", { department: "town" });
    expect(linkOf(teller, "a", "t")?.mount).toBe("west");
    const branches = () =>
      (ask(teller, t, "hierarchy.branches", { trunk: "t" }) as { items: readonly object[] }).items;
    expect(branches()).toMatchObject([{ sameAlias: true }, { sameAlias: true }]);
    department(teller, "created", { department: "town", parent: "west", name: "T", revision: 9 });
    expect(linkOf(teller, "a", "t")?.mount).toBe("west");
    mount(teller, "b", "B", "west");
    expect(branches()[0]).not.toHaveProperty("sameAlias");
    department(teller, "removed", { department: "west" });
    expect(linkOf(teller, "a", "t")?.mount).toBe(null);
  });

  test("MOUNT-03: a list that lacks the department puts it to sleep, with what is mounted", () => {
    const teller = trunk();
    teller.resign("t", "tw");
    const list = {
      kind: "departments",
      departments: [
        { department: "east", parent: null, name: "east" },
        { department: "city", parent: "east", name: "city" },
      ],
    };
    say(teller, "directory.reconciled", {
      organization: "t",
      list: "l",
      of: { departments: 1, people: 0 },
      part: list,
    });
    expect(linkOf(teller, "b", "t")?.mount).toBe("west");
    const home = teller.reference
      .facts()
      .organizations.find((each) => (each.organization as string) === "t");
    expect(home?.departments).toContainEqual({
      department: "west",
      parent: null,
      name: "west",
      dormant: 2000,
    });
  });
});

describe("sight by default", () => {
  test("SIGHT-01: the Trunk's people see all whom it reaches, and nobody who is not present", () => {
    const teller = trunk();
    expect(seen(teller, ["t", "tw"])).toEqual(everybody);
    tell(teller, "c", "link.reach", { trunk: "a", organization: "c", reach: "trunk" });
    expect(seen(teller, t)).not.toContain("c/c-admin");
    teller.register("applicant");
    tell(teller, "t", "invitation.issue", { trunk: "t", invitation: "i", form: "link" });
    tell(teller, "applicant", "application.submit", { application: "x", invitation: "i" });
    expect(seen(teller, t)).not.toContain("applicant/applicant-admin");
    const contact = (organization: string, person: string) =>
      ask(teller, t, "hierarchy.contact", { trunk: "t", organization, person });
    expect(contact("applicant", "applicant-admin")).toBe("NOT_VISIBLE");
    expect(contact("c", "c-admin")).toBe("NOT_VISIBLE");
    expect(contact("a", "nobody")).toBe("NOT_ON_LINK");
    expect(contact("a", "a-admin")).toEqual({ fields: { name: "Name of a-admin" } });
  });

  test("SIGHT-02: a Branch's people see themselves, colleagues not on the Link nothing", () => {
    const teller = trunk();
    teller.hire("a", "a1");
    expect(seen(teller, a)).toEqual(["a/a-admin", "a/a1"]);
    tell(teller, "a", "scope.take-out", { trunk: "t", organization: "a", people: ["a1"] });
    expect(seen(teller, a)).toEqual(["a/a-admin"]);
    expect(seen(teller, ["a", "a1"])).toBe("NOT_ON_LINK");
    const contact = (organization: string, person: string) =>
      ask(teller, a, "hierarchy.contact", { trunk: "t", organization, person });
    expect(contact("t", "te")).toBe("NOT_VISIBLE");
    expect(contact("t", "nobody")).toBe("NOT_VISIBLE");
    expect(contact("a", "a1")).toBe("NOT_ON_LINK");
    teller.register("stranger");
    expect(seen(teller, ["stranger", "stranger-admin"])).toBe("UNKNOWN_TRUNK");
  });

  test("SIGHT-02: or the whole book, where the policy says so, for new Links", () => {
    const teller = trunk({ branchSightDefault: "whole-book" });
    expect(linkOf(teller, "a", "t")?.ownOnly).toBe(false);
    expect(seen(teller, a)).toEqual(["a/a-admin", "b/b-admin", ...own]);
  });

  test("SIGHT-04: who is further below sees themselves only", () => {
    const teller = trunk({ branchSightDefault: "whole-book" });
    expect(seen(teller, c)).toEqual(["c/c-admin"]);
    expect(seen(teller, c, "a")).toEqual(["a/a-admin", "c/c-admin"]);
    tell(teller, "c", "link.reach", { trunk: "a", organization: "c", reach: "trunk" });
    expect(seen(teller, c)).toBe("UNKNOWN_TRUNK");
  });
});

describe("two switches (SIGHT-03)", () => {
  test("are the Trunk's, over direct Branches, with exceptions it may name", () => {
    const teller = trunk();
    expect(see(teller, "a", {})).toEqual(quiet);
    expect(see(teller, "a", { hidden: true }, "t", "a")).toEqual(refused("NOT_TRUNK_ADMIN"));
    expect(see(teller, "c", { hidden: true })).toEqual(refused("NOT_LINKED"));
    const hidden = (exceptions: object) =>
      see(teller, "a", { hidden: true, hiddenExcept: exceptions });
    expect(hidden(except([], ["none"]))).toEqual(refused("UNKNOWN_DEPARTMENT"));
    expect(hidden(except(["nobody"]))).toEqual(refused("NOT_LINKED"));
    expect(hidden(except(["c", "b", "t"], ["east"]))).toEqual(done);
    expect(see(teller, "c", { hidden: true, hiddenExcept: except(["t"]) }, "a")).toEqual(done);
  });

  test("take at most so many entries in each list", () => {
    const teller = trunk({ sightExceptionLimit: 2 });
    const some = except(["b", "c"], ["east", "west"]);
    expect(see(teller, "a", { hiddenExcept: some, ownOnlyExcept: some })).toEqual(done);
    const many = except(["b", "c", "t"]);
    expect(see(teller, "a", { hiddenExcept: many })).toEqual(refused("MALFORMED"));
    const wide = except([], ["east", "west", "city"]);
    expect(see(teller, "a", { ownOnlyExcept: wide })).toEqual(refused("MALFORMED"));
  });

  test("hidden: from everybody but the excepted, the Trunk's people too, with all below", () => {
    const teller = trunk();
    see(teller, "b", { ownOnly: false });
    see(teller, "a", { hidden: true });
    expect(seen(teller, t)).toEqual(["b/b-admin", ...own]);
    expect(seen(teller, b)).toEqual(["b/b-admin", ...own]);
    expect(seen(teller, a)).toEqual(["a/a-admin"]);
    see(teller, "a", { hidden: true, hiddenExcept: except([], ["east"]) });
    expect(seen(teller, ["t", "te"])).toEqual(everybody);
    expect(seen(teller, ["t", "tc"])).toEqual(everybody);
    expect(seen(teller, ["t", "tw"])).toEqual(["b/b-admin", ...own]);
    expect(seen(teller, b)).not.toContain("a/a-admin");
    mount(teller, "b", "B", "city");
    expect(seen(teller, b)).toContain("a/a-admin");
    see(teller, "a", { hidden: true, hiddenExcept: except(["b"]) });
    mount(teller, "b", "B", null);
    expect(seen(teller, b)).toContain("a/a-admin");
    expect(seen(teller, t)).not.toContain("a/a-admin");
    see(teller, "a", { hidden: true, hiddenExcept: except(["t"]) });
    expect(seen(teller, t)).toEqual(everybody);
  });

  test("own-only: nobody else but the excepted", () => {
    const teller = trunk();
    const ofA = (exceptions: object, ownOnly = true) => {
      see(teller, "a", { ownOnly, ownOnlyExcept: exceptions });
      return seen(teller, a);
    };
    expect(ofA(except([], ["east"]))).toEqual(["a/a-admin", "t/tc", "t/te"]);
    expect(ofA(except([], ["west"]))).toEqual(["a/a-admin", "b/b-admin", "t/tw"]);
    expect(ofA(except(["b"]))).toEqual(["a/a-admin", "b/b-admin"]);
    expect(ofA(except(["t"]))).toEqual(["a/a-admin", ...own]);
    // Whom it reaches itself it sees in its own book alone.
    expect(ofA(except(["c"]))).toEqual(["a/a-admin"]);
    expect(ofA(nobody, false)).toEqual(["a/a-admin", "b/b-admin", ...own]);
    expect(seen(teller, b)).toEqual(["b/b-admin"]);
    const contact = (person: string) =>
      ask(teller, a, "hierarchy.contact", { trunk: "t", organization: "t", person });
    ofA(except([], ["east"]));
    expect(contact("tc")).toMatchObject({ fields: {} });
    expect(contact("tw")).toBe("NOT_VISIBLE");
    expect(contact("nobody")).toBe("NOT_VISIBLE");
  });

  test("hiding goes before the other side's permission to see", () => {
    const teller = trunk();
    see(teller, "b", { hidden: true });
    see(teller, "a", { ownOnlyExcept: except(["b"]) });
    expect(seen(teller, a)).toEqual(["a/a-admin"]);
    see(teller, "b", { hidden: true, hiddenExcept: except(["a"]) });
    expect(seen(teller, a)).toEqual(["a/a-admin", "b/b-admin"]);
  });

  test("SIGHT-04: what a middle Trunk hides is hidden further up, by the line alone", () => {
    const teller = trunk();
    see(teller, "c", { hidden: true }, "a");
    expect(seen(teller, t)).not.toContain("c/c-admin");
    expect(seen(teller, a, "a")).toEqual(["a/a-admin"]);
    see(teller, "c", { hidden: true, hiddenExcept: except(["t"]) }, "a");
    expect(seen(teller, t)).toContain("c/c-admin");
    see(teller, "c", { hidden: true }, "a");
    link(teller, "c", "t");
    expect(seen(teller, t)).toContain("c/c-admin");
    expect(seen(teller, a, "a")).toEqual(["a/a-admin"]);
  });

  test("exceptions for who is in it no more are void for ever; of removed departments inert", () => {
    const teller = trunk();
    see(teller, "a", { ownOnlyExcept: except(["b"], ["west"]) });
    mount(teller, "b", "B", null);
    expect(seen(teller, a)).toEqual(["a/a-admin", "b/b-admin", "t/tw"]);
    department(teller, "removed", { department: "west" });
    expect(seen(teller, a)).toEqual(["a/a-admin", "b/b-admin"]);
    expect(see(teller, "b", { ownOnlyExcept: except([], ["west"]) })).toEqual(
      refused("UNKNOWN_DEPARTMENT"),
    );
    tell(teller, "t", "link.cancel", { trunk: "t", organization: "b" });
    link(teller, "b", "t");
    expect(seen(teller, a)).toEqual(["a/a-admin"]);
    expect(ask(teller, t, "hierarchy.branches", { trunk: "t" })).toMatchObject({
      items: [{ organization: "a", void: { hidden: [], ownOnly: ["b"] } }, { organization: "b" }],
    });
    department(teller, "created", { department: "west", parent: null, name: "W", revision: 9 });
    say(teller, "person.relocated", { organization: "t", person: "tw", departments: ["west"] });
    expect(seen(teller, a)).toEqual(["a/a-admin", "t/tw"]);
    see(teller, "a", { ownOnlyExcept: except(["b"]) });
    expect(seen(teller, a)).toEqual(["a/a-admin", "b/b-admin"]);
  });

  test("exceptions of a department that comes back too late do not", () => {
    const teller = trunk();
    see(teller, "a", { ownOnlyExcept: except([], ["west"]) });
    department(teller, "removed", { department: "west" }, 2000);
    const late = 2000 + 30 * day;
    department(
      teller,
      "created",
      { department: "west", parent: null, name: "W", revision: 9 },
      late,
    );
    say(
      teller,
      "person.relocated",
      { organization: "t", person: "tw", departments: ["west"] },
      late,
    );
    expect(seen(teller, a)).toEqual(["a/a-admin"]);
  });

  test("stay with who is reached before and after a move", () => {
    const teller = trunk();
    teller.register("d");
    open(teller, "d");
    link(teller, "d", "a");
    see(teller, "b", { hidden: true, hiddenExcept: except(["d"]) });
    tell(teller, "a", "link.release", { trunk: "a", organization: "d", released: true });
    link(teller, "d", "b", { replaces: "a" });
    const exceptions = () => linkOf(teller, "b", "t")?.hiddenExcept.organizations;
    expect(exceptions()).toEqual(["d"]);
    tell(teller, "d", "link.reach", { trunk: "b", organization: "d", reach: "trunk" });
    expect(exceptions()).toEqual(["d"]);
    expect(see(teller, "b", { hidden: true, hiddenExcept: except(["d"]) })).toEqual(
      refused("NOT_LINKED"),
    );
    tell(teller, "b", "link.cancel", { trunk: "b", organization: "d" });
    expect(exceptions()).toEqual([]);
  });
});

describe("why (SIGHT-05)", () => {
  test("in full to the Trunk, as yes or no to all others", () => {
    const teller = trunk();
    expect(why(teller, t, a, b)).toEqual({
      sees: false,
      line: 4,
      link: { trunk: "t", organization: "a" },
    });
    expect(why(teller, t, a, a)).toEqual({ sees: true, line: 1 });
    expect(why(teller, t, t, c)).toEqual({ sees: true, line: 3 });
    expect(why(teller, t, c, t)).toEqual({ sees: false, line: 6 });
    see(teller, "a", { hidden: true });
    expect(why(teller, t, t, c)).toEqual({
      sees: false,
      line: 2,
      link: { trunk: "t", organization: "a" },
    });
    see(teller, "b", { ownOnly: false });
    expect(why(teller, t, b, t)).toEqual({
      sees: true,
      line: 5,
      link: { trunk: "t", organization: "b" },
    });
    expect(why(teller, t, b, ["b", "nobody"])).toBe("NOT_ON_LINK");
    expect(why(teller, t, ["b", "nobody"], b)).toBe("NOT_ON_LINK");
    expect(why(teller, ["t", "te"], ["t", "te"], b)).toEqual({ sees: true });
    expect(why(teller, ["t", "te"], t, b)).toBe("NOT_AUTHORIZED_ADMIN");
    expect(why(teller, ["t", "te"], b, t)).toBe("NOT_TRUNK_ADMIN");
  });

  test("to a Branch's admins for their own people, in full of whom these see", () => {
    const teller = trunk();
    teller.hire("a", "a1");
    expect(why(teller, a, ["a", "a1"], b)).toEqual({ sees: false });
    expect(why(teller, a, ["a", "a1"], ["b", "nobody"])).toEqual({ sees: false });
    expect(why(teller, a, b, a)).toBe("NOT_TRUNK_ADMIN");
    see(teller, "a", { ownOnlyExcept: except([], ["east"]) });
    const link = { trunk: "t", organization: "a" };
    expect(why(teller, a, ["a", "a1"], ["t", "te"])).toEqual({ sees: true, line: 5, link });
    expect(why(teller, a, ["a", "a1"], ["t", "tw"])).toEqual({ sees: false });
    expect(why(teller, ["a", "a1"], ["a", "a1"], ["t", "tw"])).toEqual({ sees: false });
  });

  test("one-way: pairs of direct Branches of which one sees the other", () => {
    const teller = trunk();
    const pairs = () => ask(teller, t, "hierarchy.one-way", {});
    expect(pairs()).toEqual({ items: [] });
    see(teller, "a", { ownOnly: false });
    expect(pairs()).toEqual({ items: [{ sees: "a", unseen: "b" }] });
    see(teller, "b", { ownOnly: false });
    expect(pairs()).toEqual({ items: [] });
    // Of one's own Branches a Branch has none.
    expect(ask(teller, a, "hierarchy.one-way", {})).toEqual({ items: [] });
    expect(ask(teller, ["a", "a1"], "hierarchy.one-way", {})).toBe("NOT_AUTHORIZED_ADMIN");
  });

  test("says what looking comes to, for everybody about everybody", () => {
    const teller = trunk();
    see(teller, "a", { hidden: true, hiddenExcept: except(["b"], ["city"]) });
    see(teller, "b", { ownOnlyExcept: except(["a"], ["east"]) });
    const all: readonly By[] = everybody.map((each) => each.split("/") as unknown as By);
    for (const from of all) {
      const own = seen(teller, from);
      for (const to of all) {
        const { sees } = why(teller, t, from, to) as { readonly sees: boolean };
        expect([from, to, sees]).toEqual([from, to, own.includes(to.join("/"))]);
      }
    }
    expect(hierarchies(teller)?.links).toHaveLength(3);
  });
});
