/** Licenses, alerts: what comes of each option under its values. */
import type { Policy } from "../../../src/core/policy.ts";
import { play, type Told } from "../../../src/testing/index.ts";
import type { CasesOfSome } from "../cases.ts";
import {
  buy,
  collaboration,
  DAY,
  grant,
  grantAtHost,
  said,
  unit,
  untilRefused,
} from "../setting.ts";

const DESK = "desk";

/** Somebody of `north` enters the selected department; the Host then buys licenses. */
function entersWithoutLicense(changes: Partial<Policy>): unknown {
  const p = play(changes);
  p.register(["host", "north"]);
  p.createDepartments("north", [[DESK, null]]);
  p.createSpace("host", "s");
  p.join("host", "s", "north", { whole: true });
  p.command("host", "license.link", { unit: unit("s") });
  const selected = { unit: unit("s"), organization: "north", departments: [DESK] };
  p.command("host", "license.automate", selected);
  p.hire("north", "north-1", [DESK]);
  return buy(p, "host", 5).events.map(({ type }) => type);
}

/** Of each option about this, what comes of it under its values. */
export const licenses = {
  licenseLinkLimit: {
    shows: "how many Spaces are linked to a pool, and what refuses the next",
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
  licenseCounting: {
    shows: "granting, where all licenses are used, to a person who has one by another identity",
    outcomes: { "sum-of-units": "LICENSE_POOL_EXHAUSTED", "distinct-person": "ok" },
    run: (changes) => {
      const p = collaboration(changes);
      p.hire("host", "north-1");
      // As many as are used.
      buy(p, "host", 3);
      return said(grantAtHost(p, "north-1"));
    },
  },
  autoGrantWhenEmpty: {
    shows: "a purchase after somebody entered a selected department and no license was left",
    outcomes: { wait: ["license.purchased", "license.granted"], drop: ["license.purchased"] },
    run: entersWithoutLicense,
  },
  autoGrantBackfill: {
    shows: "granting by hand to somebody who was in the department before it was selected",
    outcomes: { false: "ok", true: "LICENSE_ALREADY_GRANTED" },
    run: (changes) => {
      const p = collaboration(changes);
      p.createDepartments("north", [[DESK, null]]);
      const departed = { organization: "north", person: "north-2", number: 1 };
      p.fact("person.relocated", { ...departed, departments: [DESK] });
      const selected = { unit: unit("s"), organization: "north", departments: [DESK] };
      p.command("host", "license.automate", selected);
      return said(grant(p, "north", "north-2"));
    },
  },
  licenseGraceDays: {
    shows: "submitting when a purchase ends, one day later and thirty days later",
    outcomes: [
      [0, ["LICENSE_TERM_ENDED", "LICENSE_TERM_ENDED", "LICENSE_TERM_ENDED"]],
      [1, ["ok", "LICENSE_TERM_ENDED", "LICENSE_TERM_ENDED"]],
      [30, ["ok", "ok", "LICENSE_TERM_ENDED"]],
    ],
    run: (changes) => {
      const p = collaboration(changes);
      const until = 5000;
      p.fact("license.purchased", { organization: "host", purchased: 10, until });
      return [0, 1, 30].map((days) => {
        const row = { app: "app", space: "s", rows: [{ row: `r${days}` }] };
        const at = until + days * DAY;
        return said(p.command(["north", "north-1"], "form.submit", row, { at }));
      });
    },
  },
  reclaimOrder: {
    shows:
      "whose license is named first: `ann` of the Host got hers last, `n-3` hers before, `n-2` is above its unit's limit",
    outcomes: {
      "latest-first": ["ann"],
      "downstream-first": ["n-3"],
      "over-limit-first": ["n-2"],
    },
    run: (changes) => {
      const p = play(changes);
      p.register(["host", "north"]);
      for (const person of ["n-1", "n-2", "n-3"]) p.hire("north", person);
      p.hire("host", "ann");
      buy(p, "host", 9);
      for (const space of ["s", "t"]) {
        p.createSpace("host", space);
        p.join("host", space, "north", { whole: true });
        p.command("host", "license.link", { unit: unit(space) });
      }
      const into = (space: string, person: string): Told =>
        p.command("host", "license.grant", {
          unit: unit(space),
          people: [{ organization: "north", person }],
        });
      for (const person of ["n-1", "n-2"]) into("s", person);
      p.command("host", "license.limit", { unit: unit("s"), limit: 1 });
      into("t", "n-3");
      grantAtHost(p, "ann");
      const viewer = { organization: "host", person: "host-admin" };
      const plan = p.ask("license.reclaim-plan", { viewer, purchased: 3 });
      const { items } = plan as { readonly items: readonly { readonly person: string }[] };
      return items.map(({ person }) => person);
    },
  },
  alertBasis: {
    shows: "the warning when two of four licenses are used downstream and two by the Host",
    outcomes: { total: ["LICENSE_USAGE_HIGH"], "downstream-only": [] },
    run: (changes) => {
      const p = collaboration(changes);
      p.hire("host", "ann");
      // Two of four are used downstream, and with this one two by the Host.
      buy(p, "host", 4);
      return grantAtHost(p, "ann").notices.map(({ kind }) => kind);
    },
  },
  alertThresholds: {
    shows: "the grant, of ten, that is told of",
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
  alertRearmBelow: {
    shows: "whether coming to 80 percent again is told of after a fall to 70, to 60 and to 50",
    outcomes: [
      [0, [true, true, true]],
      [10, [false, true, true]],
      [20, [false, false, true]],
    ],
    run: (changes) =>
      [7, 6, 5].map((left) => {
        const p = play(changes);
        p.register(["host"]);
        buy(p, "host", 10);
        const people = Array.from({ length: 8 }, (_, place) => `p${place}`);
        for (const person of people) p.hire("host", person);
        const host = { kind: "host", organization: "host" } as const;
        const of = (from: number) =>
          people.slice(from).map((person) => ({ organization: "host", person }));
        p.command("host", "license.grant", { unit: host, people: of(0) });
        p.command("host", "license.revoke", { unit: host, people: of(left) });
        const again = p.command("host", "license.grant", { unit: host, people: of(left) });
        return again.notices.some(({ kind }) => kind === "LICENSE_USAGE_HIGH");
      }),
  },
  alertSubjects: {
    shows: "what is told when the pool, a Space and an organization's joins are full",
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
} satisfies CasesOfSome;
