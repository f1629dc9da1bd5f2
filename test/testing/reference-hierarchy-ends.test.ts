/** Aim: the reference model says by itself what a Branch shares, and what the end of a Link takes (SHARE, UNLINK). */
import { describe, expect, test } from "vitest";
import {
  apply,
  approve,
  ask,
  type HierarchyChanges,
  hierarchies,
  link,
  linkOf,
  links,
  open,
  opened,
  reached,
  say,
  tell,
  told,
} from "./hierarchy.ts";
import { done, quiet, refused } from "./partners.ts";
import type { Teller } from "./teller.ts";

/** County over town over village. */
function county(changes: HierarchyChanges = {}): Teller {
  const teller = opened("county town village", changes);
  link(teller, "town", "county");
  link(teller, "village", "town", { shared: ["y", "x"] });
  return teller;
}

const town = { trunk: "county", organization: "town" };
const village = { trunk: "town", organization: "village" };
const ended = (named: object, because: string) => ({ kind: "LINK_ENDED", ...named, because });

describe("shared data (SHARE)", () => {
  const share = (teller: Teller, shared: readonly string[], by = "village") =>
    tell(teller, by, "link.share", { ...village, shared });
  const readable = (teller: Teller, trunk: string, app: string, by: string = trunk) =>
    ask(teller, by, "share.readable", { trunk, organization: "village", app });
  /** The same with an app of each. */
  function withApps(changes: HierarchyChanges = {}): Teller {
    const teller = county(changes);
    for (const each of ["county", "town", "village"]) {
      teller.command(each, "app.create", { app: `of-${each}`, name: "App", cool: false });
    }
    return teller;
  }

  test("is the Branch's to give and take, at once and at any time", () => {
    const teller = withApps();
    expect(readable(teller, "town", "of-town")).toEqual({ codes: ["x", "y"] });
    expect(share(teller, ["x", "y"])).toEqual(quiet);
    expect(share(teller, ["z"])).toEqual(done);
    expect(readable(teller, "town", "of-town")).toEqual({ codes: ["z"] });
    expect(share(teller, [])).toEqual(done);
    expect(readable(teller, "town", "of-town")).toEqual({ codes: [] });
    expect(share(teller, ["z"], "town")).toEqual(refused("BRANCH_NOT_MANAGEABLE"));
    expect(share(teller, ["x".repeat(65)])).toEqual(refused("MALFORMED"));
    const none = { trunk: "county", organization: "village", shared: [] };
    expect(tell(teller, "village", "link.share", none)).toEqual(refused("NOT_LINKED"));
  });

  test("is read by apps that the direct Trunk built, by nobody else", () => {
    const teller = withApps();
    expect(readable(teller, "town", "of-county")).toBe("APP_NOT_OWNED_BY_HOST");
    expect(readable(teller, "town", "none")).toBe("UNKNOWN_APP");
    expect(readable(teller, "county", "of-county")).toEqual({ codes: [] });
    expect(readable(teller, "town", "of-village", "village")).toBe("NOT_LINKED");
    const itself = { trunk: "village", organization: "town", app: "of-village" };
    expect(ask(teller, "village", "share.readable", itself)).toBe("NOT_LINKED");
    const wide = withApps({ sharedDataReach: "reached" });
    expect(readable(wide, "county", "of-county")).toEqual({ codes: ["x", "y"] });
    tell(wide, "village", "link.reach", { ...village, reach: "trunk" });
    expect(readable(wide, "county", "of-county")).toBe("NOT_LINKED");
  });

  test("ends with the Link", () => {
    const teller = withApps();
    tell(teller, "town", "link.cancel", village);
    expect(readable(teller, "town", "of-town")).toBe("NOT_LINKED");
    link(teller, "village", "town");
    expect(readable(teller, "town", "of-town")).toEqual({ codes: [] });
  });
});

describe("cancelling (UNLINK-01, UNLINK-03)", () => {
  test("is for the Trunk of that Link alone, and told to both sides", () => {
    const teller = county();
    const cancel = (by: string | readonly [string, string], named: object) =>
      tell(teller, by, "link.cancel", named);
    expect(cancel("village", village)).toEqual(refused("UNLINK_TRUNK_ONLY"));
    teller.hire("village", "v1");
    expect(cancel(["village", "v1"], village)).toEqual(refused("NOT_AUTHORIZED_ADMIN"));
    expect(cancel("village", { ...village, organization: "county" })).toEqual(
      refused("NOT_TRUNK_ADMIN"),
    );
    expect(cancel("town", { ...village, organization: "county" })).toEqual(refused("NOT_LINKED"));
    const verdict = cancel("town", village);
    expect(verdict).toMatchObject({
      kind: "accepted",
      notices: [
        {
          kind: "LINK_ENDED",
          to: [
            { kind: "hierarchy-admins", organization: "town" },
            { kind: "hierarchy-admins", organization: "village" },
          ],
          data: { ...village, because: "cancelled" },
        },
      ],
    });
    expect(links(teller)).toEqual(["town>county"]);
    expect(cancel("town", village)).toEqual(refused("NOT_LINKED"));
  });

  test("leaves what is below the Branch where it is, and reaches up as far as it went", () => {
    const teller = county();
    expect(told(tell(teller, "county", "link.cancel", town))).toEqual([ended(town, "cancelled")]);
    expect(reached(teller)).toEqual(["town>village:1"]);
  });

  test("takes nothing that another chain still reaches", () => {
    const teller = county();
    link(teller, "village", "county");
    expect(told(tell(teller, "town", "link.cancel", village))).toEqual([
      ended(village, "cancelled"),
    ]);
    expect(reached(teller)).toEqual(["county>town:1", "county>village:1"]);
  });

  test("of a Link just formed restores everything but the history (H25, 10)", () => {
    const teller = county();
    open(teller, "other");
    teller.register("other");
    open(teller, "other");
    const { application } = apply(teller, "other", "village");
    const shown = () => JSON.stringify([hierarchies(teller)?.links, hierarchies(teller)?.reached]);
    const before = shown();
    approve(teller, "village", application);
    expect(shown()).not.toBe(before);
    tell(teller, "village", "link.cancel", { trunk: "village", organization: "other" });
    expect(shown()).toBe(before);
  });

  test("UNLINK-05: linked again it starts clean", () => {
    const teller = county();
    tell(teller, "town", "link.mount", { ...village, alias: "V", mount: null });
    tell(teller, "town", "partner.set", { ...village, labels: ["l"] });
    const except = { organizations: ["town"], departments: [] };
    const sight = { hidden: true, hiddenExcept: except, ownOnly: false, ownOnlyExcept: except };
    tell(teller, "town", "link.see", { ...village, ...sight });
    tell(teller, "town", "link.release", { ...village, released: true });
    tell(teller, "town", "link.cancel", village);
    link(teller, "village", "town", { scope: {} });
    expect(linkOf(teller, "village", "town")).toMatchObject({
      alias: null,
      labels: [],
      hidden: false,
      hiddenExcept: { organizations: [], departments: [] },
      ownOnly: true,
      shared: [],
      released: false,
      people: [],
    });
  });
});

describe("leaving (UNLINK-02)", () => {
  const leave = (teller: Teller, by: string | readonly [string, string] = "village") =>
    tell(teller, by, "link.leave", village);

  test("is not a Branch's by default, but it can empty its side", () => {
    const teller = county();
    expect(leave(teller)).toEqual(refused("UNLINK_TRUNK_ONLY"));
    expect(leave(teller, "town")).toEqual(refused("NOT_AUTHORIZED_ADMIN"));
    tell(teller, "village", "scope.set", { ...village, scope: {} });
    tell(teller, "village", "link.share", { ...village, shared: [] });
    expect(linkOf(teller, "village", "town")).toMatchObject({ people: [], shared: [] });
    expect(links(teller)).toContain("village>town");
  });

  test("is its admins', or its main admins', where the policy lets them", () => {
    const attempt = (branchExit: string, by: string) => {
      const teller = county({ branchExit });
      teller.hire("village", "h");
      const role = { organization: "village", person: "h", role: "sub" };
      say(teller, "admin.changed", { ...role, hierarchyPermission: true });
      return told(leave(teller, ["village", by]));
    };
    const left = [ended(village, "left")];
    expect(attempt("trunk-only", "h")).toBe("UNLINK_TRUNK_ONLY");
    expect(attempt("own-admin", "h")).toEqual(left);
    expect(attempt("main-admin", "h")).toBe("MAIN_ADMIN_REQUIRED");
    expect(attempt("main-admin", "village-admin")).toEqual(left);
    const teller = county({ branchExit: "own-admin" });
    expect(leave(teller, "town")).toEqual(refused("NOT_AUTHORIZED_ADMIN"));
    expect(tell(teller, "village", "link.cancel", village)).toEqual(refused("UNLINK_TRUNK_ONLY"));
    leave(teller);
    expect(leave(teller)).toEqual(refused("UNKNOWN_TRUNK"));
  });
});

describe("an organization ends (UNLINK-04)", () => {
  test("with all its Links; those below are free, nobody inherits them", () => {
    const teller = county();
    const notices = told(say(teller, "organization.ended", { organization: "town" }));
    expect(notices).toEqual([ended(town, "ended"), ended(village, "ended")]);
    expect(links(teller)).toEqual([]);
    expect(reached(teller)).toEqual([]);
    expect(link(teller, "village", "county")).toMatchObject({ kind: "accepted" });
  });

  test("and what was applied to it is void, also if it exists again, without a Link (DIR-19)", () => {
    const teller = county();
    teller.register("other");
    const { application } = apply(teller, "other", "town");
    say(teller, "organization.ended", { organization: "town" });
    const withdraw = () => tell(teller, "other", "application.withdraw", { application });
    expect(withdraw()).toEqual(refused("APPLICATION_NOT_PENDING"));
    const back = say(teller, "organization.reinstated", { organization: "town" }, 3000);
    expect(back).toMatchObject({
      left: [["link", 2, "cancelled"]],
      notices: [
        {
          kind: "ORGANIZATION_REINSTATED",
          to: [
            { kind: "authorized-admins", organization: "town" },
            { kind: "hierarchy-admins", organization: "county" },
          ],
        },
      ],
    });
    expect(links(teller)).toEqual([]);
    expect(withdraw()).toEqual(refused("APPLICATION_NOT_PENDING"));
    expect(approve(teller, "town", application)).toEqual(refused("APPLICATION_NOT_PENDING"));
    expect(hierarchies(teller)?.capacities).toHaveLength(3);
    expect(link(teller, "town", "county")).toMatchObject({ kind: "accepted" });
  });

  test("suspended it keeps its Links, and chains through it pass (DIR-18)", () => {
    const teller = county();
    say(teller, "organization.suspended", { organization: "town" });
    expect(reached(teller)).toEqual(["county>town:1", "county>village:2", "town>village:1"]);
    expect(tell(teller, "town", "link.cancel", village)).toEqual(refused("ACTOR_SUSPENDED"));
    const { application } = apply(teller, "village", "county");
    expect(approve(teller, "county", application)).toMatchObject({ kind: "accepted" });
  });
});

describe("questions", () => {
  test("hierarchy.trunks, .above: for the organization's own admins for hierarchies", () => {
    const teller = county();
    teller.hire("village", "v1");
    const own = { organization: "village" };
    expect(ask(teller, "village", "hierarchy.trunks", own)).toEqual({
      items: [
        {
          trunk: "town",
          organization: "village",
          name: "The town",
          labels: [],
          whole: true,
          present: 2,
          reach: "all-above",
          shared: ["x", "y"],
          alias: null,
          hidden: false,
          ownOnly: true,
          released: false,
        },
      ],
    });
    expect(ask(teller, "village", "hierarchy.above", own)).toEqual({
      items: [
        { organization: "county", name: "The county", level: 2 },
        { organization: "town", name: "The town", level: 1 },
      ],
    });
    for (const type of ["hierarchy.trunks", "hierarchy.above", "hierarchy.below"]) {
      expect(ask(teller, ["village", "v1"], type, own)).toBe("NOT_AUTHORIZED_ADMIN");
    }
  });

  test("hierarchy.below: all, of one level, or under one Branch", () => {
    const teller = county();
    teller.register("hill");
    link(teller, "hill", "county");
    const below = (more: object = {}) =>
      ask(teller, "county", "hierarchy.below", { organization: "county", ...more }) as {
        readonly items: readonly { readonly organization: string }[];
      };
    const names = (more: object) => below(more).items.map(({ organization }) => organization);
    expect(below().items).toContainEqual({
      organization: "village",
      name: "The village",
      level: 2,
      line: ["town", "village"],
    });
    expect(names({})).toEqual(["hill", "town", "village"]);
    expect(names({ level: 1 })).toEqual(["hill", "town"]);
    expect(names({ level: 3 })).toEqual([]);
    expect(names({ branch: "town" })).toEqual(["town", "village"]);
    expect(names({ branch: "hill" })).toEqual(["hill"]);
    expect(names({ branch: "nobody" })).toEqual([]);
  });

  test("hierarchy.branches, .room: for the Trunk's admins", () => {
    const teller = county({ hierarchyDepth: 4 });
    expect(ask(teller, "town", "hierarchy.branches", {})).toMatchObject({
      items: [{ organization: "village", name: "The village", present: 1, shared: ["x", "y"] }],
    });
    const room = () => ask(teller, "town", "hierarchy.room", {});
    expect(room()).toEqual({
      open: true,
      branches: null,
      trunks: { used: 1, limit: 5, left: 4 },
      levels: 2,
    });
    open(teller, "town", { branches: 3 });
    expect(room()).toMatchObject({ branches: { used: 1, limit: 3, left: 2 } });
    teller.hire("town", "t1");
    for (const type of ["hierarchy.branches", "hierarchy.room"]) {
      expect(ask(teller, ["town", "t1"], type, {})).toBe("NOT_AUTHORIZED_ADMIN");
    }
  });

  test("admin.applications, .invitations: of a Trunk, for its admins", () => {
    const teller = county();
    teller.register("other");
    const wish = { shared: ["x"], reach: "trunk", scope: { whole: true } };
    const { application, invitation } = apply(teller, "other", "village", wish);
    const asked = (type: string, by = "village") => ask(teller, by, type, { trunk: "village" });
    expect(asked("admin.applications")).toEqual({
      items: [
        {
          application,
          organization: "other",
          name: "The other",
          at: 1000,
          whole: true,
          reach: "trunk",
          shared: ["x"],
          replaces: null,
        },
      ],
    });
    expect(asked("admin.invitations")).toMatchObject({ items: [{ invitation, uses: 1 }] });
    expect(asked("admin.applications", "other")).toBe("NOT_TRUNK_ADMIN");
    tell(teller, "village", "application.reject", { application });
    expect(asked("admin.applications")).toEqual({ items: [] });
    expect(asked("admin.invitations", "other")).toBe("UNKNOWN_TRUNK");
  });
});
