/** Of each option that is a number, or may be none, what comes under some of its values. */
import { defaultPolicy, type Policy } from "../../src/core/policy.ts";
import { play } from "../../src/testing/index.ts";
import { grant, office, started, step, tasks } from "../support/flows.ts";
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

/** What becomes of so many counterparts that B names. */
function counterpartsNamed(changes: Partial<Policy>, count: number): string {
  const people = ["b1", "b2", "b3"].slice(0, count);
  return said(office(changes).command("B", "counterparts.set", { space: "s", people }));
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
  reapplyPauseDays: {
    // The days that pass until whoever was rejected may apply again.
    outcomes: [
      [0, 0],
      [1, 1],
      [3, 3],
    ],
    run: (changes) => {
      const p = play(changes);
      p.register(["host", "north"]);
      p.createSpace("host", "s");
      p.invite("host", "s");
      p.applyTo("north", "s", {}, "first");
      p.command("host", "application.reject", { application: "first" }, { at: 5000 });
      for (let days = 0; days < 5; days += 1) {
        const wish = { application: `again-${days}`, invitation: "i-s" };
        const at = 5000 + days * 86_400_000;
        if (said(p.command("north", "application.submit", wish, { at })) === "ok") return days;
      }
      return null;
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
  alertThresholds: {
    // The threshold is met by the fifth of ten, the eighth, the last.
    outcomes: [
      [[50], 5],
      [[80], 8],
      [[100], 10],
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
  alertSubjects: {
    // The only person of a Space of one, and the only license.
    outcomes: [
      [[], []],
      [["pool"], ["LICENSE_USAGE_HIGH"]],
      [["persons"], ["SPACE_FILLING"]],
      [
        ["pool", "units", "persons", "members", "joins"],
        ["JOINS_FILLING", "LICENSE_USAGE_HIGH", "SPACE_FILLING", "SPACE_FILLING"],
      ],
    ],
    run: (changes) => {
      const p = play({ ...changes, personCap: 1, memberOrgCap: 1, joinLimit: 1 });
      p.register(["host", "north"]);
      p.createSpace("host", "s");
      buy(p, "host", 1);
      const joined = p.join("host", "s", "north", { whole: true });
      p.hire("host", "ann");
      const granted = grantAtHost(p, "ann");
      const kinds = [...joined.notices, ...granted.notices].map(({ kind }) => kind);
      return kinds.filter((kind) => kind.endsWith("_FILLING") || kind.endsWith("_HIGH")).sort();
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
  succession: {
    outcomes: [
      [[], "-B open"],
      [["named", "registered"], "B/b2 open"],
      [["registered", "named"], "B/b3 open"],
      [["main-admins"], "B/both open"],
      [["counterpart"], "B/b4 open"],
    ],
    run: (changes) => {
      const p = started([step("all", ["B", "b1"])], changes);
      const b1 = { organization: "B", person: "b1" };
      p.fact("admin.changed", { organization: "B", person: "both", role: "main" });
      p.command("B", "successor.set", { ...b1, successor: "b3" });
      p.hire("B", "b4");
      p.command("B", "scope.put-in", { space: "s", organization: "B", people: ["b4"] });
      grant(p, { kind: "space", space: "s" }, [["B", "b4"]]);
      p.command("B", "counterparts.set", { space: "s", people: ["b1", "b4"] });
      p.fact("person.resigned", { ...b1, number: 1, successor: "b2" });
      return tasks(p)[0];
    },
  },
  returnsMax: {
    outcomes: [
      [null, ["ok", "ok", "ok"]],
      [1, ["ok", "RETURN_NOT_POSSIBLE", "UNKNOWN_TASK"]],
      [2, ["ok", "ok", "RETURN_NOT_POSSIBLE"]],
    ],
    run: (changes) => {
      const p = started([step("all", ["A", "a1"]), step("all", ["A", "a2"])], changes);
      return [0, 1, 2].map((time) => {
        p.command(["A", "a1"], "task.approve", { instance: "i", task: 2 * time });
        const data = { instance: "i", task: 2 * time + 1, to: 0 };
        return p.command(["A", "a2"], "task.return", data).code ?? "ok";
      });
    },
  },
  withdrawDays: {
    outcomes: [
      [null, ["ok", "ok", "ok"]],
      [1, ["ok", "WITHDRAWAL_CLOSED", "WITHDRAWAL_CLOSED"]],
      [180, ["ok", "ok", "WITHDRAWAL_CLOSED"]],
    ],
    run: (changes) =>
      [0, 1, 180].map((days) => {
        const p = started([step("all", ["A", "a1"])], changes);
        const at = days * 86_400_000;
        p.command(
          ["B", "b1"],
          "flow.start",
          { app: "x", flow: "f", instance: "j", row: "j", space: "s" },
          { at: 1 },
        );
        return (
          p.command(["B", "b1"], "flow.withdraw", { instance: "j" }, { at: 1 + at }).code ?? "ok"
        );
      }),
  },
  standInMaxDays: {
    outcomes: [
      [1, ["ok", "MALFORMED", "MALFORMED"]],
      [180, ["ok", "ok", "MALFORMED"]],
      [181, ["ok", "ok", "ok"]],
    ],
    run: (changes) =>
      [1, 180, 181].map((days) => {
        const p = started([], changes);
        const until = days * 86_400_000;
        const period = { person: "b1", standIn: "b2", from: 0, until };
        return p.command(["B", "b1"], "stand-in.set", period).code ?? "ok";
      }),
  },
  counterpartsMin: {
    outcomes: [
      [0, ["ok", "ok"]],
      [1, ["COUNTERPARTS_REQUIRED", "ok"]],
      [2, ["COUNTERPARTS_REQUIRED", "COUNTERPARTS_REQUIRED"]],
    ],
    run: (changes) => [0, 1].map((count) => counterpartsNamed(changes, count)),
  },
  counterpartsMax: {
    outcomes: [
      [1, ["ok", "MALFORMED", "MALFORMED"]],
      [2, ["ok", "ok", "MALFORMED"]],
      [20, ["ok", "ok", "ok"]],
    ],
    run: (changes) => [1, 2, 3].map((count) => counterpartsNamed(changes, count)),
  },
  sharedFields: {
    // What the Host sees, and another Member.
    outcomes: [
      [defaultPolicy.sharedFields, ["title email phone", "title email phone"]],
      [{ title: "visible", email: "host", phone: "host" }, ["title email phone", "title"]],
      [{ title: "host", email: "nobody", phone: "visible" }, ["title phone", "phone"]],
      [{ title: "nobody", email: "nobody", phone: "nobody" }, ["", ""]],
    ],
    run: (changes) => {
      const p = collaboration(changes);
      const visibility = { kind: "all" } as const;
      p.command("host", "visibility.set", { space: "s", organization: "south", visibility });
      const person = { organization: "north", person: "north-1" };
      const fields = { name: "N", title: "T", email: "e@x", phone: "1" };
      p.fact("person.fields-changed", { ...person, number: 1, fields });
      return ["host-admin", "south-1"].map((looking) => {
        const [organization] = looking.split("-") as [string];
        const viewer = { organization, person: looking };
        const seen = p.ask("space.contact", { viewer, space: "s", ...person });
        const { name: _, ...rest } = (seen as { readonly fields: typeof fields }).fields;
        return Object.keys(rest).join(" ");
      });
    },
  },
  expectationRequired: {
    outcomes: [
      [[], ["ok", "ok"]],
      [["member.place"], ["EXPECTATION_REQUIRED", "ok"]],
      [["partner.set"], ["ok", "EXPECTATION_REQUIRED"]],
      [
        ["partner.set", "member.place"],
        ["EXPECTATION_REQUIRED", "EXPECTATION_REQUIRED"],
      ],
    ],
    run: (changes) => {
      const p = collaboration(changes);
      const north = { space: "s", organization: "north" };
      return [
        said(p.command("host", "member.place", { ...north, folder: null })),
        said(p.command("host", "partner.set", { ...north, types: ["dealer"], level: null })),
      ];
    },
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
