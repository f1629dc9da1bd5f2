/** Spaces, quotas, gates: what comes of each option under its values. */
import type { Policy } from "../../../src/core/policy.ts";
import { play } from "../../../src/testing/index.ts";
import type { CasesOfSome } from "../cases.ts";
import { said, untilRefused } from "../setting.ts";

/** How many Spaces, and how many people in the first, somebody without certification may have. */
function uncertified(changes: Partial<Policy>): unknown {
  const p = play(changes);
  p.register(["host"], { certified: false });
  const spaces = untilRefused((count) => said(p.createSpace("host", `s${count}`)));
  const people = untilRefused((count) => {
    p.hire("host", `p${count}`);
    const named = { space: "s0", organization: "host", people: [`p${count}`] };
    return said(p.command("host", "scope.put-in", named));
  });
  return [spaces, people];
}

/** Of each option about this, what comes of it under its values. */
export const spaces = {
  certifiedSpaceQuota: {
    shows: "how many Spaces a certified Host creates, and what refuses the next",
    outcomes: [2, 3, 10].map((quota) => [quota, [quota, "SPACE_QUOTA_EXCEEDED"]]),
    run: (changes) => {
      const p = play(changes);
      p.register(["host"]);
      return untilRefused((count) => said(p.createSpace("host", `s${count}`)));
    },
  },
  uncertifiedHost: {
    shows:
      "how many Spaces a Host without certification creates, how many people it selects into the first, and what refuses the next",
    outcomes: [
      [
        null,
        [
          [0, "HOST_NOT_CERTIFIED"],
          [0, "UNKNOWN_SPACE"],
        ],
      ],
      ...[
        { spaceQuota: 1, personCap: 2 },
        { spaceQuota: 2, personCap: 2 },
        { spaceQuota: 2, personCap: 3 },
      ].map(
        (host) =>
          [
            host,
            [
              [host.spaceQuota, "SPACE_QUOTA_EXCEEDED"],
              [host.personCap, "PERSON_CAP_EXCEEDED"],
            ],
          ] as const,
      ),
    ],
    run: uncertified,
  },
  spaceQuotaBasis: {
    shows: "creating a second Space, of one allowed, after the first was dissolved",
    outcomes: { live: "ok", "ever-created": "SPACE_QUOTA_EXCEEDED" },
    run: (changes) => {
      const p = play({ ...changes, certifiedSpaceQuota: 1 });
      p.register(["host"]);
      p.createSpace("host", "s");
      p.command("host", "space.dissolve", { space: "s" });
      return said(p.createSpace("host", "t"));
    },
  },
  memberOrgCap: {
    shows: "how many Members a Space gets, and what refuses the next",
    outcomes: [2, 3, 800].map((cap) => [cap, [cap, "MEMBER_ORG_LIMIT_EXCEEDED"]]),
    run: (changes) => {
      const p = play(changes);
      p.register(["host"]);
      p.createSpace("host", "s");
      return untilRefused((count) => {
        p.register([`o${count}`]);
        return said(p.join("host", "s", `o${count}`));
      }, 1000);
    },
  },
  joinLimit: {
    shows: "how many Spaces an organization joins, and what refuses the next application",
    outcomes: [2, 3, 5].map((limit) => [limit, [limit, "JOIN_LIMIT_EXCEEDED"]]),
    run: (changes) => {
      const p = play(changes);
      p.register(["host", "north"]);
      // An application is refused, too, so that what comes last is that there is none to approve.
      return untilRefused((count) => {
        p.createSpace("host", `s${count}`);
        const application = `a${count}`;
        const invitation = `i${count}`;
        p.command("host", "invitation.issue", { space: `s${count}`, invitation, form: "link" });
        const applied = p.command("north", "application.submit", { application, invitation });
        const review = { space: `s${count}`, organization: "north", application };
        p.command("host", "application.approve", review);
        return said(applied);
      });
    },
  },
  personCap: {
    shows: "how many people are put into a Space one by one, and what refuses the next",
    outcomes: [2, 3, 3000].map((cap) => [cap, [cap, "PERSON_CAP_EXCEEDED"]]),
    run: (changes) => {
      const p = play(changes);
      p.register(["host"]);
      p.createSpace("host", "s");
      return untilRefused((count) => {
        p.hire("host", `p${count}`);
        const named = { space: "s", organization: "host", people: [`p${count}`] };
        return said(p.command("host", "scope.put-in", named));
      }, 4000);
    },
  },
  personCounting: {
    shows:
      "joining a Space for one person, with the identity of somebody who is in it by another organization",
    outcomes: { "distinct-person": "ok", "per-identity": "PERSON_CAP_EXCEEDED" },
    run: (changes) => {
      const p = play({ ...changes, personCap: 1 });
      p.register(["host", "north"]);
      p.hire("host", "ann");
      p.hire("north", "ann");
      p.createSpace("host", "s", { people: ["ann"] });
      return said(p.join("host", "s", "north", { people: ["ann"] }));
    },
  },
  overCapFact: {
    shows:
      "the Roster and the waiting list of a Space for one person when a second one is hired into its scope",
    outcomes: {
      wait: [["host/host-admin"], ["host/ann"]],
      "admit-and-flag": [["host/ann", "host/host-admin"], []],
    },
    run: (changes) => {
      const p = play({ ...changes, personCap: 1 });
      p.register(["host"]);
      p.createSpace("host", "s", { whole: true });
      p.hire("host", "ann");
      return [p.roster("s"), p.waiting("s")];
    },
  },
  gateStage: {
    shows: "creating a Space with a lower edition, and applying under single sign-on",
    outcomes: {
      capability: ["ok", "ok"],
      "container-too": ["EDITION_NOT_SUPPORTED", "SSO_NOT_SUPPORTED"],
    },
    run: (changes) => {
      const p = play(changes);
      p.register(["modest"], { edition: "professional" });
      p.register(["host"]);
      p.register(["north"], { sso: true });
      p.createSpace("host", "s");
      p.invite("host", "s");
      return [said(p.createSpace("modest", "t")), said(p.applyTo("north", "s"))];
    },
  },
  memberMustBeCertified: {
    shows: "the application of an organization without certification",
    outcomes: { false: "ok", true: "MEMBER_NOT_CERTIFIED" },
    run: (changes) => {
      const p = play(changes);
      p.register(["host"]);
      p.register(["north"], { certified: false });
      p.createSpace("host", "s");
      p.invite("host", "s");
      return said(p.applyTo("north", "s"));
    },
  },
  memberSideActor: {
    shows: "an application by a sub-admin with the Space permission",
    outcomes: { "authorized-admin": "ok", "main-admin-only": "MAIN_ADMIN_REQUIRED" },
    run: (changes) => {
      const p = play(changes);
      p.register(["host", "north"]);
      p.hire("north", "north-sub");
      p.appoint("north", "north-sub", "sub", true);
      p.createSpace("host", "s");
      p.invite("host", "s");
      const wish = { application: "a", invitation: "i-s" };
      return said(p.command(["north", "north-sub"], "application.submit", wish));
    },
  },
} satisfies CasesOfSome;
