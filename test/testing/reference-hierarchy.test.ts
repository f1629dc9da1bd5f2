/** Aim: the reference model says by itself what a hierarchy is: levels, reach, gates, authority (HIER). */
import { describe, expect, test } from "vitest";
import { RANK } from "../../src/testing/reference/rank.ts";
import { withHierarchyCodes } from "../../src/testing/reference/vocabulary-hierarchy.ts";
import {
  apply,
  approve,
  ask,
  type HierarchyChanges,
  hierarchies,
  link,
  links,
  open,
  opened,
  reached,
  say,
  tell,
  told,
} from "./hierarchy.ts";
import { done, quiet, refused } from "./partners.ts";
import { startTelling, type Teller } from "./teller.ts";

/** County over town over village. */
function county(changes: object = {}, reach: HierarchyChanges = {}): Teller {
  const teller = opened("county town village", { ...changes });
  link(teller, "village", "town", reach);
  link(teller, "town", "county");
  return teller;
}

const sub = (teller: Teller, organization: string, person: string, permissions: object) => {
  teller.hire(organization, person);
  return say(teller, "admin.changed", { organization, person, role: "sub", ...permissions });
};

describe("a Link", () => {
  test("joins two, in one direction (HIER-01, HIER-02)", () => {
    const teller = opened("trunk branch");
    expect(links(teller)).toEqual([]);
    expect(link(teller, "branch", "trunk")).toMatchObject({ kind: "accepted", changed: true });
    expect(links(teller)).toEqual(["branch>trunk"]);
    expect(apply(teller, "branch", "trunk").verdict).toEqual(refused("ALREADY_LINKED"));
    expect(apply(teller, "trunk", "branch").verdict).toEqual(refused("HIERARCHY_CYCLE"));
  });

  test("is no Association, nor can a Space be its side (HIER-02, BOTH-02)", () => {
    const teller = opened("trunk branch");
    teller.command("trunk", "space.create", { space: "s", name: "S" });
    const issue = { trunk: "s", invitation: "i", form: "link" };
    expect(tell(teller, "trunk", "invitation.issue", issue)).toEqual(refused("UNKNOWN_TRUNK"));
    const before = teller.reference.facts().spaces;
    link(teller, "branch", "trunk");
    expect(teller.reference.facts().spaces).toEqual(before);
  });

  test("leaves the Branch a Trunk of others, in any order of linking (HIER-03)", () => {
    const upwards = opened("county town village");
    link(upwards, "village", "town");
    link(upwards, "town", "county");
    const downwards = opened("county town village");
    link(downwards, "town", "county");
    link(downwards, "village", "town");
    expect(reached(upwards)).toEqual(["county>town:1", "county>village:2", "town>village:1"]);
    expect(reached(downwards)).toEqual(reached(upwards));
  });
});

describe("reach (HIER-04)", () => {
  test("is to all above by default, or as the policy or the application says", () => {
    expect(reached(county())).toContain("county>village:2");
    expect(reached(county({ defaultReach: "trunk" }))).not.toContain("county>village:2");
    const careful = county({ defaultReach: "trunk" }, { reach: "all-above" });
    expect(reached(careful)).toContain("county>village:2");
    expect(reached(county({}, { reach: "trunk" }))).toEqual(["county>town:1", "town>village:1"]);
  });

  test("of the topmost Link does not matter, of all others it does", () => {
    const teller = opened("state county town village");
    link(teller, "village", "town");
    link(teller, "town", "county", { reach: "trunk" });
    link(teller, "county", "state");
    expect(reached(teller)).toEqual([
      "county>town:1",
      "county>village:2",
      "state>county:1",
      "town>village:1",
    ]);
  });

  test("is changed by the Branch alone, at once", () => {
    const teller = county();
    const narrow = { trunk: "town", organization: "village", reach: "trunk" };
    expect(tell(teller, "town", "link.reach", narrow)).toEqual(refused("BRANCH_NOT_MANAGEABLE"));
    expect(tell(teller, "county", "link.reach", narrow)).toEqual(refused("NOT_AUTHORIZED_ADMIN"));
    const none = { trunk: "county", organization: "village", reach: "trunk" };
    expect(tell(teller, "village", "link.reach", none)).toEqual(refused("NOT_LINKED"));
    expect(tell(teller, "village", "link.reach", narrow)).toEqual(done);
    expect(reached(teller)).not.toContain("county>village:2");
    expect(tell(teller, "village", "link.reach", narrow)).toEqual(quiet);
    const wide = { ...narrow, reach: "all-above" };
    expect(told(tell(teller, "village", "link.reach", wide))).toEqual([
      { kind: "HIERARCHY_REACHED", organization: "county" },
    ]);
  });

  test("takes the shortest passing chain, then the first in the order of Links", () => {
    const teller = opened("county bureau town school");
    link(teller, "town", "county");
    link(teller, "bureau", "county");
    link(teller, "school", "bureau");
    link(teller, "school", "town");
    const line = () =>
      hierarchies(teller)?.reached.find(
        ({ above, below }) => (above as string) === "county" && (below as string) === "school",
      );
    expect(line()).toMatchObject({ level: 2, line: ["county", "town", "school"] });
    const narrow = { trunk: "town", organization: "school", reach: "trunk" };
    tell(teller, "school", "link.reach", narrow);
    expect(line()).toMatchObject({ level: 2, line: ["county", "bureau", "school"] });
    link(teller, "school", "county");
    expect(line()).toMatchObject({ level: 1, line: ["county", "school"] });
  });

  test("newly had is told to those below, but of a direct Trunk", () => {
    const teller = opened("county town village hamlet");
    expect(told(link(teller, "village", "town"))).toEqual([]);
    link(teller, "hamlet", "town", { reach: "trunk" });
    expect(told(link(teller, "town", "county"))).toEqual([
      { kind: "HIERARCHY_REACHED", organization: "county" },
    ]);
    expect(told(link(teller, "village", "county"))).toEqual([]);
  });
});

describe("the gates", () => {
  test("HIER-06: invitation and approval ask whether it is open, others do not", () => {
    const teller = startTelling();
    teller.register("trunk", "branch");
    expect(apply(teller, "branch", "trunk").issued).toEqual(refused("HIERARCHY_NOT_OPEN"));
    open(teller, "trunk");
    const { application } = apply(teller, "branch", "trunk");
    open(teller, "trunk", { open: false });
    expect(approve(teller, "trunk", application)).toEqual(refused("HIERARCHY_NOT_OPEN"));
    open(teller, "trunk");
    expect(approve(teller, "trunk", application)).toEqual(done);
    open(teller, "trunk", { open: false });
    expect(links(teller)).toEqual(["branch>trunk"]);
    const cancel = { trunk: "trunk", organization: "branch" };
    expect(tell(teller, "trunk", "link.cancel", cancel)).toMatchObject({ kind: "accepted" });
  });

  test("HIER-06: whoever is below an open one is open where the top covers", () => {
    const tower = (changes: object) => {
      const teller = startTelling(changes as never);
      teller.register("county", "town", "village");
      open(teller, "county", { branches: 1 });
      link(teller, "town", "county", { reach: "trunk" });
      return { teller, first: link(teller, "village", "town") };
    };
    expect(tower({}).first).toEqual(refused("UNKNOWN_APPLICATION"));
    expect(tower({ hierarchyOpening: "top-covers" }).first).toMatchObject({ kind: "accepted" });
    const bounded = tower({ hierarchyOpening: "top-covers", branchLimit: 0 });
    expect(bounded.first).toEqual(refused("BRANCH_LIMIT_EXCEEDED"));
  });

  test("HIER-06: the fact is the platform's, and older ones do nothing", () => {
    const teller = opened("trunk");
    const own = { organization: "trunk", open: false, branches: null };
    const mine = { id: "mine", at: 1, from: { organization: "trunk" }, data: own };
    const type = "hierarchy.capacity-changed";
    expect(teller.reference.apply({ ...mine, type } as never)).toEqual(
      refused("SOURCE_NOT_RESPONSIBLE"),
    );
    expect(open(teller, "nobody")).toEqual(refused("UNKNOWN_ORGANIZATION"));
    expect(open(teller, "trunk")).toEqual(quiet);
    expect(open(teller, "trunk", { branches: 7, revision: 5 })).toEqual(done);
    expect(open(teller, "trunk", { branches: 9, revision: 5 })).toMatchObject({
      changed: false,
      passedOver: { byReason: { "older-revision": 1 } },
    });
    expect(open(teller, "trunk", { branches: 9, revision: 6 })).toEqual(done);
    expect(hierarchies(teller)?.capacities).toEqual([
      { organization: "trunk", open: true, branches: 9 },
    ]);
  });

  test("HIER-05: the edition is asked of the Trunk alone, and under the wider gate only", () => {
    const edition = (teller: Teller, organization: string, value: string) =>
      say(teller, "organization.edition-changed", { organization, edition: value });
    const attempt = (changes: object, value: string) => {
      const teller = opened("trunk branch", { ...changes });
      edition(teller, "trunk", value);
      edition(teller, "branch", "free");
      return link(teller, "branch", "trunk");
    };
    expect(attempt({}, "free")).toMatchObject({ kind: "accepted" });
    const wide = { gateStage: "container-too" };
    expect(attempt(wide, "free")).toEqual(refused("EDITION_NOT_SUPPORTED"));
    expect(attempt(wide, "light")).toEqual(refused("EDITION_NOT_SUPPORTED"));
    expect(attempt(wide, "professional")).toMatchObject({ kind: "accepted" });
    expect(attempt(wide, "exclusive")).toMatchObject({ kind: "accepted" });
  });

  test("HIER-07: certification and single sign-on, under the options only", () => {
    const attempt = (changes: object, spoilt: string, type: string, value: object) => {
      const teller = opened("trunk branch", { ...changes });
      say(teller, type, { organization: spoilt, ...value });
      const { application, verdict } = apply(teller, "branch", "trunk");
      return [verdict, approve(teller, "trunk", application)].map((each) =>
        each.kind === "refused" ? each.code : each.kind,
      );
    };
    const certified = (who: string, hierarchyMustBeCertified: string) =>
      attempt({ hierarchyMustBeCertified }, who, "organization.certification-changed", {
        certified: false,
      });
    expect(certified("trunk", "nobody")).toEqual(["accepted", "accepted"]);
    expect(certified("trunk", "trunk")).toEqual(["accepted", "HOST_NOT_CERTIFIED"]);
    expect(certified("branch", "trunk")).toEqual(["accepted", "accepted"]);
    expect(certified("trunk", "both")).toEqual(["accepted", "HOST_NOT_CERTIFIED"]);
    expect(certified("branch", "both")).toEqual(["MEMBER_NOT_CERTIFIED", "UNKNOWN_APPLICATION"]);
    const sso = (who: string, changes: object) =>
      attempt(changes, who, "organization.sso-changed", { sso: true });
    const closed = { hierarchyUnderSso: "refused", gateStage: "container-too" };
    expect(sso("trunk", {})).toEqual(["accepted", "accepted"]);
    expect(sso("trunk", { hierarchyUnderSso: "refused" })).toEqual(["accepted", "accepted"]);
    expect(sso("trunk", closed)).toEqual(["SSO_NOT_SUPPORTED", "UNKNOWN_APPLICATION"]);
    expect(sso("branch", closed)).toEqual(["SSO_NOT_SUPPORTED", "UNKNOWN_APPLICATION"]);
  });
});

describe("authority (HIER-08, HIER-09, 28.21)", () => {
  const issue = (invitation: string) => ({ trunk: "town", invitation, form: "link" });

  test("is a main admin's, or a sub-admin's with the permission for hierarchies", () => {
    const teller = county();
    sub(teller, "town", "h", { hierarchyPermission: true });
    sub(teller, "town", "s", { spacePermission: true });
    sub(teller, "town", "none", {});
    const by = (person: string) =>
      tell(teller, ["town", person], "invitation.issue", issue(`by-${person}`));
    expect(by("town-admin")).toEqual(done);
    expect(by("h")).toEqual(done);
    expect(by("s")).toEqual(refused("NOT_TRUNK_ADMIN"));
    expect(by("none")).toEqual(refused("NOT_TRUNK_ADMIN"));
    const create = (person: string) =>
      teller.command(["town", person], "space.create", { space: `of-${person}`, name: "S" });
    expect(create("h")).toEqual(refused("NOT_AUTHORIZED_ADMIN"));
    expect(create("s")).toEqual(done);
    // The organization's own matters take either.
    const successor = { organization: "town", person: "none", successor: "town-admin" };
    for (const person of ["h", "s"]) {
      expect(teller.command(["town", person], "successor.set", successor)).toMatchObject({
        kind: "accepted",
      });
    }
    expect(teller.command(["town", "none"], "successor.set", successor)).toEqual(
      refused("NOT_AUTHORIZED_ADMIN"),
    );
  });

  test("lapses with the permission, and is the main admin's alone under the strict policy", () => {
    const teller = county();
    sub(teller, "town", "h", { hierarchyPermission: true });
    const admins = () =>
      teller.reference
        .facts()
        .organizations.find((each) => (each.organization as string) === "town")?.admins;
    expect(admins()).toContainEqual({
      person: "h",
      role: "sub",
      spacePermission: false,
      hierarchyPermission: true,
    });
    say(teller, "admin.changed", { organization: "town", person: "h", role: "sub" });
    expect(tell(teller, ["town", "h"], "invitation.issue", issue("i"))).toEqual(
      refused("NOT_TRUNK_ADMIN"),
    );
    const strict = county({ hierarchyActor: "main-admin-only" });
    sub(strict, "town", "h", { hierarchyPermission: true });
    sub(strict, "village", "h", { hierarchyPermission: true });
    expect(tell(strict, ["town", "h"], "invitation.issue", issue("i"))).toEqual(
      refused("MAIN_ADMIN_REQUIRED"),
    );
    expect(tell(strict, "town", "invitation.issue", issue("i"))).toEqual(done);
    const own = { trunk: "town", organization: "village", reach: "trunk" };
    expect(tell(strict, ["village", "h"], "link.reach", own)).toEqual(
      refused("MAIN_ADMIN_REQUIRED"),
    );
  });

  test("is unknown to whoever is not acquainted with the Trunk", () => {
    const teller = county();
    teller.register("stranger", "applicant");
    const by = (organization: string) =>
      tell(teller, organization, "invitation.issue", issue(`by-${organization}`));
    expect(by("stranger")).toEqual(refused("UNKNOWN_TRUNK"));
    expect(by("village")).toEqual(refused("NOT_TRUNK_ADMIN"));
    expect(by("county")).toEqual(refused("NOT_TRUNK_ADMIN"));
    const { application } = apply(teller, "applicant", "town");
    expect(by("applicant")).toEqual(refused("NOT_TRUNK_ADMIN"));
    tell(teller, "applicant", "application.withdraw", { application });
    expect(by("applicant")).toEqual(refused("UNKNOWN_TRUNK"));
    expect(tell(teller, null, "invitation.issue", issue("x"))).toEqual(refused("UNKNOWN_TRUNK"));
  });

  test("reaches no further down than the direct Links, and never into a Branch's own part", () => {
    const teller = county();
    const cancel = { trunk: "town", organization: "village" };
    expect(tell(teller, "county", "link.cancel", cancel)).toEqual(refused("NOT_TRUNK_ADMIN"));
    const far = { trunk: "county", organization: "village" };
    expect(tell(teller, "county", "link.cancel", far)).toEqual(refused("NOT_LINKED"));
    for (const [type, data] of [
      ["scope.set", { scope: {} }],
      ["scope.put-in", { people: ["village-admin"] }],
      ["scope.take-out", { people: ["village-admin"] }],
      ["link.reach", { reach: "trunk" }],
      ["link.share", { shared: [] }],
    ] as const) {
      expect(tell(teller, "town", type, { ...cancel, ...data })).toEqual(
        refused("BRANCH_NOT_MANAGEABLE"),
      );
    }
  });

  test("nobody suspended has any (DIR-17)", () => {
    const teller = county();
    say(teller, "person.suspended", { organization: "town", person: "town-admin" });
    expect(tell(teller, "town", "invitation.issue", issue("i"))).toEqual(
      refused("ACTOR_SUSPENDED"),
    );
    expect(ask(teller, "town", "hierarchy.branches", { trunk: "town" })).toBe("ACTOR_SUSPENDED");
  });
});

test("the codes of hierarchies stand in their places in the order of refusal", () => {
  const all = withHierarchyCodes(RANK) as readonly string[];
  const around = (first: string, last: string) =>
    all.slice(all.indexOf(first), all.indexOf(last) + 1).join(" ");
  expect(around("UNKNOWN_SPACE", "SOURCE_NOT_RESPONSIBLE")).toBe(
    "UNKNOWN_SPACE UNKNOWN_TRUNK SOURCE_NOT_RESPONSIBLE",
  );
  expect(around("NOT_SPACE_ADMIN", "APP_GOVERNANCE_HOST_ONLY")).toBe(
    "NOT_SPACE_ADMIN NOT_TRUNK_ADMIN MEMBER_ROSTER_NOT_MANAGEABLE BRANCH_NOT_MANAGEABLE " +
      "WHOLE_ORG_EXIT_HOST_ONLY UNLINK_TRUNK_ONLY APP_GOVERNANCE_HOST_ONLY",
  );
  expect(around("UNKNOWN_TASK", "EDITION_NOT_SUPPORTED")).toBe(
    "UNKNOWN_TASK UNKNOWN_LIAISON_ROLE NOT_TASK_HOLDER HOST_NOT_CERTIFIED MEMBER_NOT_CERTIFIED " +
      "HIERARCHY_NOT_OPEN EDITION_NOT_SUPPORTED",
  );
  expect(around("ALREADY_MEMBER", "APP_NOT_OWNED_BY_HOST")).toBe(
    "ALREADY_MEMBER ALREADY_LINKED APPLICATION_ALREADY_PENDING ALREADY_INVITED " +
      "REAPPLY_TOO_SOON APPLICATION_NOT_PENDING APPLICATION_EXPIRED NOT_A_MEMBER NOT_LINKED EXIT_NOT_DUE LINK_NOT_RELEASED HIERARCHY_CYCLE " +
      "FOLDER_CYCLE FOLDER_NOT_EMPTY ALIAS_TAKEN APP_NOT_OWNED_BY_HOST",
  );
  expect(around("NOT_IN_SPACE", "NOT_VISIBLE")).toBe(
    "NOT_IN_SPACE NOT_ON_LINK INDUSTRY_ACCESS_CLOSED NOT_VISIBLE",
  );
  expect(around("DATA_PERMISSION_REQUIRED", "SCOPE_OUTSIDE_OWN_ORGANIZATION")).toBe(
    "DATA_PERMISSION_REQUIRED BRANCH_DATA_NOT_AUTHORIZED SCOPE_OUTSIDE_OWN_ORGANIZATION",
  );
  expect(around("SUCCESSOR_NOT_ELIGIBLE", "LICENSE_POOL_EXHAUSTED")).toBe(
    "SUCCESSOR_NOT_ELIGIBLE LIAISON_NOT_ELIGIBLE COUNTERPARTS_REQUIRED LICENSE_TARGET_NOT_ELIGIBLE " +
      "REASON_REQUIRED JOIN_LIMIT_EXCEEDED TRUNK_LIMIT_EXCEEDED MEMBER_ORG_LIMIT_EXCEEDED " +
      "BRANCH_LIMIT_EXCEEDED HIERARCHY_TOO_DEEP HIERARCHY_TOO_LARGE SPACE_QUOTA_EXCEEDED " +
      "PERSON_CAP_EXCEEDED LICENSE_LINK_LIMIT_EXCEEDED SEAT_CAP_EXCEEDED LICENSE_POOL_EXHAUSTED",
  );
});
