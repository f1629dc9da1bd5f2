/** Of each option that is a number, or may be none, what comes under some of its values. */
import { defaultPolicy, type Policy } from "../../src/core/policy.ts";
import { play } from "../../src/testing/index.ts";
import { onlyPart } from "../support/lists.ts";
import type { Choice } from "./choices.ts";
import { buy, collaboration, grantAtHost, said, unit } from "./setting.ts";

/** What comes under some values, and how it is found out. */
export interface NumberCase<Value> {
  /** Different outcomes, among them that of the default. */
  readonly outcomes: readonly (readonly [value: Value, outcome: unknown])[];
  readonly run: (changes: Partial<Policy>) => unknown;
}

/** How many times something is accepted, and what refuses it then. */
function untilRefused(attempt: (count: number) => string, most = 20): readonly [number, string] {
  for (let count = 0; count < most; count += 1) {
    const outcome = attempt(count);
    if (outcome !== "ok") return [count, outcome];
  }
  return [most, "ok"];
}

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

/** Whether a list that misses some of twenty people is held, or they are gone. */
function missing(changes: Partial<Policy>, count: number): unknown {
  const p = play({ reconciliationHoldAtLeast: 1, ...changes });
  p.register(["host"]);
  const hired = Array.from({ length: 19 }, (_, place) => `p${place}`);
  for (const person of hired) p.hire("host", person);
  const people = ["host-admin", ...hired]
    .slice(0, 20 - count)
    .map((person) => ({ person, fields: { name: `Name of ${person}` } }));
  const part = onlyPart("host", { kind: "people", people });
  const { events } = p.fact("directory.reconciled", part, { at: 2000 });
  return [gone, held].filter((word) => events.some(({ type }) => type === word));
}

const gone = "person.resigned";
const held = "reconciliation.held";

export const NUMBERS: {
  readonly [Name in Exclude<keyof Policy, Choice>]?: NumberCase<Policy[Name]>;
} = {
  certifiedSpaceQuota: {
    outcomes: [2, 3, 10].map((quota) => [quota, [quota, "SPACE_QUOTA_EXCEEDED"]]),
    run: (changes) => {
      const p = play(changes);
      p.register(["host"]);
      return untilRefused((count) => said(p.createSpace("host", `s${count}`)));
    },
  },
  personCap: {
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
  memberOrgCap: {
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
  licenseLinkLimit: {
    outcomes: [2, 1, 3].map((limit) => [limit, [limit, "LICENSE_LINK_LIMIT_EXCEEDED"]]),
    run: (changes) => {
      const p = play(changes);
      p.register(["host"]);
      return untilRefused((count) => {
        p.createSpace("host", `s${count}`);
        return said(p.command("host", "license.link", { unit: unit(`s${count}`) }));
      });
    },
  },
  alertThresholdPercent: {
    // The threshold is met by the fifth of ten, the eighth, the last.
    outcomes: [
      [50, 5],
      [80, 8],
      [100, 10],
    ],
    run: (changes) => {
      const p = play(changes);
      p.register(["host"]);
      buy(p, "host", 10);
      for (let count = 1; count <= 10; count += 1) {
        p.hire("host", `p${count}`);
        const { notices } = grantAtHost(p, `p${count}`);
        if (notices.some(({ kind }) => kind === "LICENSE_USAGE_HIGH")) return count;
      }
      return "never";
    },
  },
  uncertifiedHost: {
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
  hostFeatures: {
    outcomes: [
      [[], ["MALFORMED", "MALFORMED"]],
      [["print"], ["ok", "MALFORMED"]],
      [
        ["import", "print"],
        ["ok", "ok"],
      ],
      [defaultPolicy.hostFeatures, ["MALFORMED", "ok"]],
    ],
    run: (changes) => {
      const p = collaboration(changes);
      const viewer = { organization: "host", person: "host-admin" };
      return ["print", "import"].map((feature) => {
        const used = p.ask("app.use", { viewer, app: "app", feature });
        return typeof used === "string" ? used : "ok";
      });
    },
  },
  reconciliationHoldPercent: {
    outcomes: [
      [null, [[gone], [gone]]],
      [15, [[gone], [held]]],
      [14, [[held], [held]]],
    ],
    run: (changes) => [missing(changes, 3), missing(changes, 4)],
  },
};
