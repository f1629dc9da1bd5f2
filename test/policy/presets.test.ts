// Aim: a preset is a policy, each of its values that is not the default has a source, and it decides
// as its values say. Method: the table of sources against the presets; a small scenario under each, at,
// below and above its numbers.
import { describe, expect, test } from "vitest";
import { changedIn, SOURCES, type Vendor } from "../../scripts/docs/presets.ts";
import { definePolicy, type Policy, presets } from "../../src/index.ts";
import { parsePolicy } from "../../src/schema/index.ts";
import { play } from "../../src/testing/index.ts";
import { above, link, opened } from "../support/hierarchy.ts";
import { CASES } from "./cases.ts";
import { said } from "./setting.ts";

const vendors = Object.keys(presets) as Vendor[];

describe.each(vendors)("presets.%s", (vendor) => {
  const policy = presets[vendor];

  test("is a policy", () => {
    expect(parsePolicy(JSON.parse(JSON.stringify(policy)))).toEqual({ ok: true, value: policy });
    expect(definePolicy(policy)).toEqual({ ok: true, policy });
  });

  test("is not the default exactly where there is a source", () => {
    expect(Object.keys(SOURCES[vendor]).sort()).toEqual([...changedIn(vendor)].sort());
  });

  test("has sources that can be looked up, each told in one sentence", () => {
    for (const [field, { url, says }] of Object.entries(SOURCES[vendor])) {
      expect(new URL(url).protocol, field).toMatch(/^https?:$/u);
      expect(says, field).toMatch(/^[A-Z].*\.$/u);
      expect(says.slice(0, -1), field).not.toMatch(/\.\s/u);
    }
  });
});

test("the default policy is DingTalk's, and the others are not", () => {
  expect(changedIn("dingtalk")).toEqual([]);
  for (const vendor of ["wecom", "feishu", "slackConnect"] as const) {
    expect(changedIn(vendor).length, vendor).toBeGreaterThan(0);
  }
});

/** How many Members join one Space, and what the next one is told. */
function joined(policy: Policy, most: number): readonly [number, string] {
  const p = play(policy);
  p.register(["host"]);
  p.createSpace("host", "s");
  for (let count = 0; count < most; count += 1) {
    p.register([`o${count}`]);
    const outcome = said(p.join("host", "s", `o${count}`));
    if (outcome !== "ok") return [count, outcome];
  }
  return [most, "ok"];
}

/** How many Trunks one Branch gets, and what it is told of the next. */
function trunks(policy: Policy): readonly [number, string] {
  const names = Array.from({ length: 12 }, (_, place) => `T${place}`);
  const p = opened(["B", ...names], policy);
  for (const [count, trunk] of names.entries()) {
    const outcome = said(link(p, trunk, "B"));
    if (outcome !== "ok") return [count, outcome];
  }
  return [names.length, "ok"];
}

/** What somebody is told who ends a Branch's Link: its main admin, or a sub-admin with the permission. */
function leaves(policy: Policy, person: "branch-admin" | "sub"): string {
  const p = opened(["trunk", "branch"], policy);
  link(p, "trunk", "branch");
  p.hire("branch", "sub");
  const role = { role: "sub", hierarchyPermission: true } as const;
  p.fact("admin.changed", { organization: "branch", person: "sub", ...role });
  const leave = { trunk: "trunk", organization: "branch" };
  return said(p.command(["branch", person], "link.leave", leave));
}

/** What a Trunk is told that excepts so many departments from hiding a Branch. */
function excepts(policy: Policy, count: number): string {
  const p = opened(["trunk", "branch"], policy);
  const departments = Array.from({ length: count }, (_, place) => `d${place}`);
  p.createDepartments(
    "trunk",
    departments.map((department) => [department, null] as const),
  );
  link(p, "trunk", "branch");
  const nobody = { organizations: [], departments: [] };
  const switches = { hidden: true, ownOnly: true, ownOnlyExcept: nobody };
  const hiddenExcept = { organizations: [], departments };
  const see = { trunk: "trunk", organization: "branch", ...switches, hiddenExcept };
  return said(p.command("trunk", "link.see", see));
}

describe("DingTalk's", () => {
  const policy = presets.dingtalk;

  test("has the numbers of the rulebook", () => {
    expect(CASES.certifiedSpaceQuota.run(policy)).toEqual([10, "SPACE_QUOTA_EXCEEDED"]);
    expect(CASES.joinLimit.run(policy)).toEqual([5, "JOIN_LIMIT_EXCEEDED"]);
    expect(trunks(policy)).toEqual([5, "TRUNK_LIMIT_EXCEEDED"]);
    expect([199, 200, 201].map((count) => excepts(policy, count))).toEqual([
      "ok",
      "ok",
      "MALFORMED",
    ]);
  });

  test("lets nobody leave, and the uncertified host nothing", () => {
    expect(leaves(policy, "branch-admin")).toBe("UNLINK_TRUNK_ONLY");
    expect(CASES.uncertifiedHost.run(policy)).toEqual([
      [0, "HOST_NOT_CERTIFIED"],
      [0, "UNKNOWN_SPACE"],
    ]);
  });
});

describe("WeCom's", () => {
  const policy = presets.wecom;

  test("has five Spaces for anybody, certified or not", () => {
    expect(CASES.certifiedSpaceQuota.run(policy)).toEqual([5, "SPACE_QUOTA_EXCEEDED"]);
    expect(CASES.uncertifiedHost.run(policy)).toEqual([
      [5, "SPACE_QUOTA_EXCEEDED"],
      [20, "ok"],
    ]);
  });

  test("has room for a thousand Members", () => {
    expect(joined(policy, 1002)).toEqual([1000, "MEMBER_ORG_LIMIT_EXCEEDED"]);
  });

  test("has ten Trunks for a Branch", () => {
    expect(trunks(policy)).toEqual([10, "TRUNK_LIMIT_EXCEEDED"]);
  });

  test("lets main admins alone make Links and end them, on either side", () => {
    const { outcomes, run } = CASES.hierarchyActor;
    expect(run(policy)).toBe(outcomes["main-admin-only"]);
    expect(leaves(policy, "branch-admin")).toBe("ok");
    expect(leaves(policy, "sub")).toBe("MAIN_ADMIN_REQUIRED");
  });

  test("shows the people of a Branch the whole book", () => {
    expect(CASES.branchSightDefault.run(policy)).toBe("seen");
  });
});

describe("Feishu's", () => {
  const policy = presets.feishu;

  test("ends each bond at the two that it joins", () => {
    expect(CASES.defaultReach.run(policy)).toBe(CASES.defaultReach.outcomes.trunk);
    const p = opened(["top", "trunk", "branch"], policy);
    link(p, "top", "trunk");
    link(p, "trunk", "branch");
    expect(above(p, "branch")[0]).toBe("trunk 1");
  });

  test("lets any authorized admin of a Branch end it", () => {
    expect(leaves(policy, "sub")).toBe("ok");
    expect(leaves(policy, "branch-admin")).toBe("ok");
  });

  test("has fewer than a hundred exceptions", () => {
    expect([98, 99, 100].map((count) => excepts(policy, count))).toEqual(["ok", "ok", "MALFORMED"]);
  });
});

describe("Slack Connect's", () => {
  const policy = presets.slackConnect;

  test("has room for 250 organizations, the Host among them", () => {
    expect(joined(policy, 251)).toEqual([249, "MEMBER_ORG_LIMIT_EXCEEDED"]);
  });

  test("has room for more people than the default", () => {
    const entered = (under: Policy) => {
      const p = play(under);
      p.register(["host"]);
      for (let count = 0; count <= presets.dingtalk.personCap; count += 1) {
        p.hire("host", `p${count}`);
      }
      p.createSpace("host", "s");
      const whole = { space: "s", organization: "host", scope: { whole: true } };
      return said(p.command("host", "scope.set", whole));
    };
    expect(entered(policy)).toBe("ok");
    expect(entered(presets.dingtalk)).toBe("PERSON_CAP_EXCEEDED");
  });

  test("lets a Member leave by itself", () => {
    expect(CASES.memberExit.run(policy)).toBe("ok");
    expect(CASES.memberExit.run(presets.dingtalk)).toBe("WHOLE_ORG_EXIT_HOST_ONLY");
  });

  test("lets an application end with the invitation that it was made with", () => {
    const approvedAt = (under: Policy, at: number) => {
      const p = play(under);
      p.register(["host", "north"]);
      p.createSpace("host", "s");
      const terms = { space: "s", invitation: "i", form: "link", expiresAt: 1500 } as const;
      p.command("host", "invitation.issue", terms);
      p.command("north", "application.submit", { application: "a", invitation: "i" }, { at: 1000 });
      return said(p.command("host", "application.approve", { application: "a" }, { at }));
    };
    const told = [1499, 1500, 1501].map((at) => approvedAt(policy, at));
    expect(told).toEqual(["ok", "APPLICATION_EXPIRED", "APPLICATION_EXPIRED"]);
    expect(approvedAt(presets.dingtalk, 1501)).toBe("ok");
  });
});
