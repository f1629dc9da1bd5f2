/** Hierarchy: shape, gates: what comes of each option under its values. */
import type { Policy } from "../../../src/core/policy.ts";
import { play } from "../../../src/testing/index.ts";
import { above, applyTo, approve, link, open, opened } from "../../support/hierarchy.ts";
import type { CasesOfSome } from "../cases.ts";
import { distributed, said, untilRefused, useBelow } from "../setting.ts";

/** A Trunk and a Branch that has applied to it, to be approved. */
function applied(changes: Partial<Policy>) {
  const p = opened(["trunk", "branch"], changes);
  applyTo(p, "trunk", "branch");
  return p;
}

/** How many organizations a chain of Links gets, and what refuses the next. */
function chained(changes: Partial<Policy>): readonly [number, string] {
  const p = opened(["o0"], changes);
  const [links, code] = untilRefused((count) => {
    p.register([`o${count + 1}`]);
    open(p, [`o${count + 1}`]);
    return said(link(p, `o${count}`, `o${count + 1}`));
  }, 60);
  return [links + 1, code];
}

/** Of each option about this, what comes of it under its values. */
export const hierarchy = {
  branchLimit: {
    shows:
      "how many Branches a Trunk gets of which the platform has reported no number, and what refuses the next of three",
    outcomes: [
      [null, [3, "ok"]],
      [1, [1, "BRANCH_LIMIT_EXCEEDED"]],
      [2, [2, "BRANCH_LIMIT_EXCEEDED"]],
    ],
    run: (changes) => {
      const p = opened(["trunk", "b0", "b1", "b2"], changes);
      return untilRefused((count) => said(link(p, "trunk", `b${count}`)), 3);
    },
  },
  trunkLimit: {
    shows: "how many Trunks a Branch gets, and what refuses the next",
    outcomes: [1, 2, 5].map((limit) => [limit, [limit, "TRUNK_LIMIT_EXCEEDED"]]),
    run: (changes) => {
      const p = opened(["branch"], changes);
      return untilRefused((count) => {
        p.register([`t${count}`]);
        open(p, [`t${count}`]);
        return said(link(p, `t${count}`, "branch"));
      });
    },
  },
  hierarchyDepth: {
    shows: "how many organizations a chain of Links gets, and what refuses the next",
    outcomes: [2, 3, 10].map((depth) => [depth, [depth, "HIERARCHY_TOO_DEEP"]]),
    run: (changes) => chained(changes),
  },
  ancestorLimit: {
    shows: "how many organizations get above one, and what refuses the next",
    outcomes: [1, 2, 50].map((limit) => [limit, [limit, "HIERARCHY_TOO_LARGE"]]),
    run: (changes) => {
      // The chain is one longer than what is above its last.
      const [organizations, code] = chained({ ...changes, hierarchyDepth: 100 });
      return [organizations - 1, code];
    },
  },
  descendantLimit: {
    shows: "how many organizations get below one, and what refuses the next of four",
    outcomes: [
      [1, [1, "HIERARCHY_TOO_LARGE"]],
      [2, [2, "HIERARCHY_TOO_LARGE"]],
      [20_000, [4, "ok"]],
    ],
    run: (changes) => {
      const p = opened(["trunk", "b0", "b1", "b2", "b3"], changes);
      return untilRefused((count) => said(link(p, "trunk", `b${count}`)), 4);
    },
  },
  defaultReach: {
    shows: "whom a Branch lets see itself, above its Trunk, whose application did not say",
    outcomes: { "all-above": "top 2", trunk: "top -" },
    run: (changes) => {
      const p = opened(["top", "trunk", "branch"], changes);
      link(p, "top", "trunk");
      link(p, "trunk", "branch");
      return above(p, "branch")[1];
    },
  },
  hierarchyActor: {
    shows: "a rejection by a sub-admin of the Trunk with the Hierarchy permission",
    outcomes: { "authorized-admin": "ok", "main-admin-only": "MAIN_ADMIN_REQUIRED" },
    run: (changes) => {
      const p = applied(changes);
      p.hire("trunk", "sub");
      const role = { role: "sub", hierarchyPermission: true } as const;
      p.fact("admin.changed", { organization: "trunk", person: "sub", ...role });
      const reject = { application: "branch-trunk" };
      return said(p.command(["trunk", "sub"], "application.reject", reject));
    },
  },
  hierarchyOpening: {
    shows:
      "an invitation by a Trunk for which hierarchies are not open, below one for which they are",
    outcomes: { "each-trunk": "HIERARCHY_NOT_OPEN", "top-covers": "ok" },
    run: (changes) => {
      const p = play(changes);
      p.register(["trunk", "branch"]);
      open(p, ["trunk"]);
      link(p, "trunk", "branch");
      const wish = { trunk: "branch", invitation: "i", form: "qr" } as const;
      return said(p.command("branch", "invitation.issue", wish));
    },
  },
  hierarchyEditionLoss: {
    shows: "using a distributed app after its Trunk has lost the edition",
    outcomes: { freeze: { side: "downstream" }, suspend: "EDITION_NOT_SUPPORTED" },
    run: (changes) => {
      const p = distributed(changes);
      p.fact("organization.edition-changed", { organization: "K", edition: "light" });
      return useBelow(p, "form.submit");
    },
  },
  hierarchyUnderSso: {
    shows: "an approval by a Trunk under single sign-on, where that closes containers, too",
    outcomes: { allowed: "ok", refused: "SSO_NOT_SUPPORTED" },
    run: (changes) => {
      const p = applied({ ...changes, gateStage: "container-too" });
      p.fact("organization.sso-changed", { organization: "trunk", sso: true });
      return said(approve(p, "trunk", ["branch"]));
    },
  },
  hierarchyMustBeCertified: {
    shows:
      "a Link of two organizations, first the Branch and then the Trunk losing its certification",
    outcomes: { nobody: "ok", trunk: "HOST_NOT_CERTIFIED", both: "MEMBER_NOT_CERTIFIED" },
    run: (changes) => {
      const p = opened(["trunk", "branch"], changes);
      p.fact("organization.certification-changed", { organization: "branch", certified: false });
      const early = applyTo(p, "trunk", "branch");
      p.fact("organization.certification-changed", { organization: "trunk", certified: false });
      return early.code === null ? said(approve(p, "trunk", ["branch"])) : said(early);
    },
  },
} satisfies CasesOfSome;
