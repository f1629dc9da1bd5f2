/** Aim: the reference model says by itself how Links come about, move, and what bounds them (LINK). */
import { describe, expect, test } from "vitest";
import {
  apply,
  approve,
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

const accepted = { kind: "accepted", changed: true };
const application = (teller: Teller, id: string) =>
  hierarchies(teller)?.applications.find((each) => (each.application as string) === id);
const issue = (teller: Teller, trunk: string, invitation: string, more: object = {}, at?: number) =>
  tell(teller, trunk, "invitation.issue", { trunk, invitation, form: "qr", ...more }, at);
const submit = (
  teller: Teller,
  branch: string,
  id: string,
  invitation: string,
  more = {},
  at?: number,
) => tell(teller, branch, "application.submit", { application: id, invitation, ...more }, at);

describe("invitations (LINK-01)", () => {
  test("are the Trunk's, admit nobody, and their ids are taken for Spaces too", () => {
    const teller = opened("trunk branch");
    teller.command("trunk", "space.create", { space: "s", name: "S" });
    teller.command("trunk", "invitation.issue", { space: "s", invitation: "i", form: "qr" });
    expect(issue(teller, "trunk", "i")).toEqual(refused("ID_TAKEN"));
    expect(issue(teller, "trunk", "j")).toEqual(done);
    const again = { space: "s", invitation: "j", form: "qr" } as const;
    expect(teller.command("trunk", "invitation.issue", again)).toEqual(refused("ID_TAKEN"));
    expect(links(teller)).toEqual([]);
    expect(hierarchies(teller)?.invitations).toEqual([
      {
        invitation: "j",
        trunk: "trunk",
        form: "qr",
        expiresAt: null,
        maxUses: null,
        revoked: false,
        uses: 0,
      },
    ]);
  });

  test("may be revoked, and twice", () => {
    const teller = opened("trunk branch other");
    issue(teller, "trunk", "i");
    const revoke = (by: string, trunk: string, invitation = "i") =>
      tell(teller, by, "invitation.revoke", { trunk, invitation });
    expect(revoke("trunk", "trunk", "j")).toEqual(refused("INVITATION_NOT_VALID"));
    expect(revoke("other", "other")).toEqual(refused("INVITATION_NOT_VALID"));
    expect(revoke("branch", "trunk")).toEqual(refused("UNKNOWN_TRUNK"));
    expect(revoke("trunk", "trunk")).toEqual(done);
    expect(revoke("trunk", "trunk")).toEqual(quiet);
    expect(submit(teller, "branch", "a", "i")).toEqual(refused("INVITATION_NOT_VALID"));
  });

  test("have an end and uses (JOIN-19)", () => {
    const teller = opened("trunk one two");
    expect(issue(teller, "trunk", "i", { expiresAt: 1000 }, 1000)).toEqual(refused("MALFORMED"));
    expect(issue(teller, "trunk", "i", { expiresAt: 1001 }, 1000)).toEqual(done);
    expect(submit(teller, "one", "a", "i", {}, 1001)).toEqual(refused("INVITATION_NOT_VALID"));
    expect(submit(teller, "one", "a", "i", {}, 1000)).toEqual(done);
    issue(teller, "trunk", "once", { maxUses: 1 });
    tell(teller, "one", "application.withdraw", { application: "a" });
    expect(submit(teller, "one", "b", "once")).toEqual(done);
    expect(submit(teller, "two", "c", "once")).toEqual(refused("INVITATION_NOT_VALID"));
    tell(teller, "trunk", "application.reject", { trunk: "trunk", application: "b" });
    expect(submit(teller, "two", "c", "once")).toEqual(done);
    approve(teller, "trunk", "c");
    expect(submit(teller, "one", "d", "once")).toEqual(refused("INVITATION_NOT_VALID"));
    tell(teller, "trunk", "link.cancel", { trunk: "trunk", organization: "two" });
    expect(submit(teller, "two", "d", "once")).toEqual(done);
  });

  test("of both sides given at once are malformed", () => {
    const teller = opened("trunk");
    expect(issue(teller, "trunk", "i", { space: "s" })).toEqual(refused("MALFORMED"));
  });
});

describe("applications (LINK-02, LINK-04)", () => {
  test("say scope, reach and shared data, and change nothing", () => {
    const teller = opened("trunk branch");
    const word = { scope: { whole: true }, reach: "trunk", shared: ["b", "a", "b"] };
    const { application: id, verdict } = apply(teller, "branch", "trunk", word);
    expect(verdict).toEqual(done);
    expect(links(teller)).toEqual([]);
    expect(approve(teller, "trunk", id)).toEqual(done);
    expect(linkOf(teller, "branch", "trunk")).toEqual({
      trunk: "trunk",
      organization: "branch",
      alias: null,
      mount: null,
      labels: [],
      hidden: false,
      hiddenExcept: { organizations: [], departments: [] },
      ownOnly: true,
      ownOnlyExcept: { organizations: [], departments: [] },
      reach: "trunk",
      shared: ["a", "b"],
      released: false,
      whole: true,
      rules: [],
      people: ["branch-admin"],
    });
  });

  test("are the Branch's own admins', about its own directory", () => {
    const teller = opened("trunk branch other");
    teller.hire("branch", "b1");
    issue(teller, "trunk", "i");
    expect(
      tell(teller, ["branch", "b1"], "application.submit", { application: "a", invitation: "i" }),
    ).toEqual(refused("NOT_AUTHORIZED_ADMIN"));
    expect(tell(teller, null, "application.submit", { application: "a", invitation: "i" })).toEqual(
      refused("NOT_AUTHORIZED_ADMIN"),
    );
    const wish = (scope: object) => submit(teller, "branch", "a", "i", { scope });
    expect(wish({ organization: "other" })).toEqual(refused("SCOPE_OUTSIDE_OWN_ORGANIZATION"));
    expect(wish({ departments: ["none"] })).toEqual(refused("UNKNOWN_DEPARTMENT"));
    expect(wish({ people: ["other-admin"] })).toEqual(refused("UNKNOWN_PERSON"));
    expect(wish({ people: ["b1"] })).toEqual(done);
    expect(submit(teller, "other", "a", "i")).toEqual(refused("ID_TAKEN"));
    expect(submit(teller, "branch", "b", "i")).toEqual(refused("APPLICATION_ALREADY_PENDING"));
  });

  test("of somebody with one permission only, by what the invitation leads to", () => {
    const teller = opened("trunk branch");
    for (const [person, permission] of [
      ["h", "hierarchyPermission"],
      ["s", "spacePermission"],
    ] as const) {
      teller.hire("branch", person);
      const role = { organization: "branch", person, role: "sub", [permission]: true };
      say(teller, "admin.changed", role);
    }
    issue(teller, "trunk", "i");
    teller.command("trunk", "space.create", { space: "s", name: "S" });
    teller.command("trunk", "invitation.issue", { space: "s", invitation: "j", form: "qr" });
    const by = (person: string, invitation: string) =>
      tell(teller, ["branch", person], "application.submit", {
        application: `${person}-${invitation}`,
        invitation,
      });
    expect(by("s", "i")).toEqual(refused("NOT_AUTHORIZED_ADMIN"));
    expect(by("h", "j")).toEqual(refused("NOT_AUTHORIZED_ADMIN"));
    expect(by("h", "none")).toEqual(refused("INVITATION_NOT_VALID"));
    expect(by("s", "none")).toEqual(refused("INVITATION_NOT_VALID"));
    expect(by("h", "i")).toEqual(done);
    expect(by("s", "j")).toEqual(done);
  });

  test("share at most so many codes of at most so many code units (SHARE-01)", () => {
    const shared = (count: number, length = 1) =>
      Array.from({ length: count }, (_, index) => `${index}`.padStart(length, "x"));
    const attempt = (codes: readonly string[]) =>
      apply(opened("trunk branch"), "branch", "trunk", { shared: codes }).verdict;
    expect(attempt(shared(200))).toEqual(done);
    expect(attempt(shared(201))).toEqual(refused("MALFORMED"));
    expect(attempt(shared(1, 64))).toEqual(done);
    expect(attempt(shared(1, 65))).toEqual(refused("MALFORMED"));
  });

  test("name the employment of their day: who was hired again meanwhile is not on the Link", () => {
    const teller = opened("trunk branch");
    teller.hire("branch", "b1");
    teller.hire("branch", "b2");
    const { application: id } = apply(teller, "branch", "trunk", {
      scope: { people: ["b1", "b2"] },
    });
    teller.resign("branch", "b1");
    teller.hire("branch", "b1", [], 2);
    approve(teller, "trunk", id);
    expect(linkOf(teller, "branch", "trunk")?.people).toEqual(["b2"]);
  });

  test("are withdrawn by the applicant, who need not say where they went", () => {
    const teller = opened("trunk branch other");
    const { application: id } = apply(teller, "branch", "trunk");
    const withdraw = (by: string, data: object = {}) =>
      tell(teller, by, "application.withdraw", { application: id, ...data });
    expect(withdraw("other")).toEqual(refused("UNKNOWN_APPLICATION"));
    expect(withdraw("other", { trunk: "trunk" })).toEqual(refused("UNKNOWN_TRUNK"));
    expect(withdraw("trunk")).toEqual(refused("NOT_AUTHORIZED_ADMIN"));
    expect(withdraw("branch")).toEqual(done);
    expect(withdraw("branch", { trunk: "trunk" })).toEqual(refused("APPLICATION_NOT_PENDING"));
    expect(application(teller, id)).toMatchObject({ status: "withdrawn" });
    expect(apply(teller, "branch", "trunk").verdict).toEqual(done);
  });
});

describe("review (LINK-03)", () => {
  test("is the Trunk's, with a reason of at most 500 code units for a rejection", () => {
    const teller = opened("trunk branch other");
    const { application: id } = apply(teller, "branch", "trunk");
    const reject = (by: string, more: object = {}) =>
      tell(teller, by, "application.reject", { trunk: "trunk", application: id, ...more });
    expect(reject("branch")).toEqual(refused("NOT_TRUNK_ADMIN"));
    expect(reject("other")).toEqual(refused("UNKNOWN_APPLICATION"));
    expect(reject("other", { organization: "branch" })).toEqual(refused("UNKNOWN_TRUNK"));
    expect(reject("trunk", { organization: "other" })).toEqual(refused("APPLICATION_REQUIRED"));
    expect(reject("trunk", { application: "none" })).toEqual(refused("UNKNOWN_APPLICATION"));
    expect(reject("trunk", { reason: "x".repeat(501) })).toEqual(refused("MALFORMED"));
    expect(reject("trunk", { reason: "x".repeat(500) })).toEqual(done);
    expect(application(teller, id)?.reason).toBe("x".repeat(500));
    expect(reject("trunk")).toEqual(refused("APPLICATION_NOT_PENDING"));
    expect(approve(teller, "trunk", id)).toEqual(refused("APPLICATION_NOT_PENDING"));
    const { application: next } = apply(teller, "branch", "trunk");
    expect(tell(teller, "trunk", "application.reject", { application: next })).toEqual(done);
  });

  test("needs an application of the Trunk's own (ADMIN-03)", () => {
    const teller = opened("trunk branch other");
    const { application: id } = apply(teller, "branch", "trunk");
    expect(approve(teller, "other", id)).toEqual(refused("UNKNOWN_APPLICATION"));
    const blind = { items: [{ application: id }] };
    expect(tell(teller, "other", "application.approve", blind)).toEqual(
      refused("UNKNOWN_APPLICATION"),
    );
    expect(tell(teller, "branch", "application.approve", blind)).toEqual(
      refused("NOT_TRUNK_ADMIN"),
    );
    expect(approve(teller, "branch", id)).toEqual(refused("UNKNOWN_APPLICATION"));
    const older = { trunk: "trunk", application: id };
    expect(tell(teller, "trunk", "application.approve", older)).toEqual(refused("MALFORMED"));
    expect(tell(teller, "trunk", "application.approve", blind)).toEqual(done);
  });

  test("approves all or none, of one to so many", () => {
    const names = ["a", "b", "c"];
    const batch = (batchApproveLimit: number, ...also: readonly string[]) => {
      const teller = opened(`trunk ${names.join(" ")}`, { batchApproveLimit });
      const ids = names.map((each) => apply(teller, each, "trunk").application);
      return { teller, ids, verdict: approve(teller, "trunk", ...ids, ...also) };
    };
    expect(batch(2).verdict).toEqual(refused("MALFORMED"));
    expect(batch(3).verdict).toEqual(done);
    expect(links(batch(3).teller)).toEqual(["a>trunk", "b>trunk", "c>trunk"]);
    const spoilt = batch(100, "none");
    expect(spoilt.verdict).toEqual(refused("UNKNOWN_APPLICATION"));
    expect(links(spoilt.teller)).toEqual([]);
    expect(approve(spoilt.teller, "trunk")).toEqual(refused("MALFORMED"));
    const [first = ""] = spoilt.ids;
    expect(approve(spoilt.teller, "trunk", first, first)).toEqual(
      refused("APPLICATION_NOT_PENDING"),
    );
  });

  test("gives alias and mount, no two the same at one mount (MOUNT-01)", () => {
    const teller = opened("trunk a b c");
    say(teller, "department.created", {
      organization: "trunk",
      department: "east",
      parent: null,
      name: "E",
    });
    const [a, b, c] = ["a", "b", "c"].map((each) => apply(teller, each, "trunk").application);
    const item = (id: string | undefined, alias: string, mount?: string) => ({
      application: id ?? "",
      alias,
      ...(mount === undefined ? {} : { mount }),
    });
    expect(approve(teller, "trunk", item(a, "One", "west"))).toEqual(refused("UNKNOWN_DEPARTMENT"));
    expect(approve(teller, "trunk", item(a, "One"), item(b, "One"))).toEqual(
      refused("ALIAS_TAKEN"),
    );
    expect(approve(teller, "trunk", item(a, "One"), item(b, "One", "east"))).toEqual(done);
    expect(approve(teller, "trunk", item(c, "One", "east"))).toEqual(refused("ALIAS_TAKEN"));
    expect(approve(teller, "trunk", { application: c ?? "" })).toEqual(done);
    expect(linkOf(teller, "b", "trunk")).toMatchObject({ alias: "One", mount: "east" });
  });

  test("takes the Branch as it then is: whoever has ended is not found", () => {
    const teller = opened("trunk branch");
    const { application: id } = apply(teller, "branch", "trunk");
    say(teller, "organization.ended", { organization: "branch" });
    expect(approve(teller, "trunk", id)).toEqual(refused("UNKNOWN_ORGANIZATION"));
  });
});

describe("bounds", () => {
  test("LINK-05: no circle, at application and at approval", () => {
    const teller = opened("a b c");
    link(teller, "b", "a", { reach: "trunk" });
    const up = apply(teller, "c", "b");
    expect(apply(teller, "a", "b").verdict).toEqual(refused("HIERARCHY_CYCLE"));
    expect(apply(teller, "a", "a").verdict).toEqual(refused("HIERARCHY_CYCLE"));
    const down = apply(teller, "a", "c");
    expect(down.verdict).toEqual(done);
    expect(approve(teller, "b", up.application)).toMatchObject(accepted);
    expect(approve(teller, "c", down.application)).toEqual(refused("HIERARCHY_CYCLE"));
    // Two chains to one above are no circle.
    expect(link(teller, "c", "a")).toMatchObject(accepted);
  });

  test("LINK-06: so many Trunks, pending ones not counted", () => {
    const teller = opened("branch a b c", { trunkLimit: 2 });
    const third = apply(teller, "branch", "c");
    expect(link(teller, "branch", "a")).toMatchObject(accepted);
    expect(link(teller, "branch", "b")).toMatchObject(accepted);
    expect(approve(teller, "c", third.application)).toEqual(refused("TRUNK_LIMIT_EXCEEDED"));
    tell(teller, "branch", "application.withdraw", { application: third.application });
    expect(apply(teller, "branch", "c").verdict).toEqual(refused("TRUNK_LIMIT_EXCEEDED"));
    tell(teller, "a", "link.cancel", { trunk: "a", organization: "branch" });
    expect(link(teller, "branch", "c")).toMatchObject(accepted);
  });

  test("LINK-07: so many Branches as were bought, else as the policy says", () => {
    const attempt = (changes: object, branches: number | null) => {
      const teller = opened("trunk a b c", { ...changes });
      open(teller, "trunk", { branches });
      return ["a", "b", "c"].map((each) => link(teller, each, "trunk").kind);
    };
    expect(attempt({}, null)).toEqual(["accepted", "accepted", "accepted"]);
    expect(attempt({}, 2)).toEqual(["accepted", "accepted", "refused"]);
    expect(attempt({ branchLimit: 1 }, null)).toEqual(["accepted", "refused", "refused"]);
    expect(attempt({ branchLimit: 1 }, 2)).toEqual(["accepted", "accepted", "refused"]);
    const teller = opened("trunk a b c");
    for (const each of ["a", "b"]) link(teller, each, "trunk");
    open(teller, "trunk", { branches: 1 });
    expect(links(teller)).toHaveLength(2);
    const { application: id } = apply(teller, "c", "trunk");
    const cancel = (organization: string) =>
      tell(teller, "trunk", "link.cancel", { trunk: "trunk", organization });
    expect(approve(teller, "trunk", id)).toEqual(refused("BRANCH_LIMIT_EXCEEDED"));
    cancel("a");
    expect(approve(teller, "trunk", id)).toEqual(refused("BRANCH_LIMIT_EXCEEDED"));
    cancel("b");
    expect(approve(teller, "trunk", id)).toMatchObject(accepted);
  });

  test("LINK-07: chains of at most so many organizations, both halves counted", () => {
    const chained = (above: number, below: number) => {
      const over = Array.from({ length: above }, (_, index) => `u${index}`);
      const under = Array.from({ length: below }, (_, index) => `d${index}`);
      const teller = opened([...over, ...under].join(" "), { hierarchyDepth: 5 });
      for (const chain of [over, under]) {
        for (const [index, each] of chain.slice(1).entries())
          link(teller, each, chain[index] ?? "");
      }
      return link(teller, "d0", over.at(-1) ?? "");
    };
    expect(chained(3, 2)).toMatchObject(accepted);
    expect(chained(3, 3)).toEqual(refused("HIERARCHY_TOO_DEEP"));
    expect(chained(1, 4)).toMatchObject(accepted);
    expect(chained(1, 5)).toEqual(refused("HIERARCHY_TOO_DEEP"));
  });

  test("LINK-07: so many above and below, each counted once, whatever the reach", () => {
    const wide = opened("t a b c", { descendantLimit: 2 });
    expect(link(wide, "b", "a", { reach: "trunk" })).toMatchObject(accepted);
    expect(link(wide, "a", "t")).toMatchObject(accepted);
    expect(link(wide, "b", "t")).toMatchObject(accepted);
    expect(link(wide, "c", "b", { reach: "trunk" })).toEqual(refused("HIERARCHY_TOO_LARGE"));
    const high = opened("t u v b", { ancestorLimit: 2 });
    expect(link(high, "b", "u", { reach: "trunk" })).toMatchObject(accepted);
    expect(link(high, "u", "t")).toMatchObject(accepted);
    expect(link(high, "b", "t")).toMatchObject(accepted);
    expect(link(high, "t", "v")).toEqual(refused("HIERARCHY_TOO_LARGE"));
  });
});

describe("moving (LINK-08)", () => {
  /** Two bureaus under a county, a school under the first. */
  function bureaus(changes: object = {}): Teller {
    const teller = opened("county one two school", { ...changes });
    link(teller, "one", "county");
    link(teller, "two", "county");
    link(teller, "school", "one", { shared: ["x"], alias: "S" });
    return teller;
  }
  const release = (teller: Teller, released = true) =>
    tell(teller, "one", "link.release", { trunk: "one", organization: "school", released });

  test("needs a Link to replace, and its release, at the time of approval", () => {
    const teller = bureaus();
    const no = apply(teller, "school", "two", { replaces: "county" });
    expect(no.verdict).toEqual(refused("NOT_LINKED"));
    const { application: id, verdict } = apply(teller, "school", "two", { replaces: "one" });
    expect(verdict).toEqual(done);
    expect(approve(teller, "two", id)).toEqual(refused("LINK_NOT_RELEASED"));
    expect(release(teller)).toEqual(done);
    expect(release(teller)).toEqual(quiet);
    expect(linkOf(teller, "school", "one")).toMatchObject({ released: true });
    expect(release(teller, false)).toEqual(done);
    expect(approve(teller, "two", id)).toEqual(refused("LINK_NOT_RELEASED"));
    release(teller);
    const school = { trunk: "one", organization: "school", released: true };
    expect(tell(teller, "school", "link.release", school)).toEqual(refused("NOT_TRUNK_ADMIN"));
    tell(teller, "one", "link.cancel", { trunk: "one", organization: "school" });
    expect(approve(teller, "two", id)).toEqual(refused("NOT_LINKED"));
  });

  test("is one step, with the settings of the new application alone", () => {
    const teller = bureaus();
    release(teller);
    const { application: id } = apply(teller, "school", "two", { replaces: "one" });
    expect(told(approve(teller, "two", id))).toEqual([
      { kind: "LINK_ENDED", trunk: "one", organization: "school", because: "moved" },
    ]);
    expect(links(teller)).toEqual(["one>county", "two>county", "school>two"]);
    expect(linkOf(teller, "school", "two")).toMatchObject({
      alias: null,
      shared: [],
      released: false,
      people: [],
    });
    expect(reached(teller)).toContain("county>school:2");
  });

  test("is judged by its limits on the result", () => {
    const teller = bureaus({ trunkLimit: 1 });
    release(teller);
    expect(apply(teller, "school", "two").verdict).toEqual(refused("TRUNK_LIMIT_EXCEEDED"));
    const { application: id } = apply(teller, "school", "two", { replaces: "one" });
    expect(approve(teller, "two", id)).toMatchObject(accepted);
    const tight = bureaus({ hierarchyDepth: 3, descendantLimit: 3 });
    release(tight);
    const { application: next } = apply(tight, "school", "two", { replaces: "one" });
    expect(approve(tight, "two", next)).toMatchObject(accepted);
  });

  test("tells those above who reach it newly, and not who did before", () => {
    const teller = bureaus();
    teller.register("state", "class");
    open(teller, "state");
    open(teller, "school");
    link(teller, "class", "school");
    link(teller, "two", "state");
    release(teller);
    const { application: id } = apply(teller, "school", "two", { replaces: "one" });
    const notices = told(approve(teller, "two", id));
    expect(notices).toEqual(
      expect.arrayContaining([
        { kind: "HIERARCHY_REACHED", organization: "two" },
        { kind: "HIERARCHY_REACHED", organization: "state" },
      ]),
    );
    expect(notices).toHaveLength(3);
  });
});
