/**
 * The races about Links: the last Branch bought, moves that together would lead in a circle, and Links and
 * liaisons that end while something is to come of them.
 */
import { ask, defaultPolicy, type Input, question, replay } from "../../src/index.ts";
import { adminOf, command, hire, organization, platform, reported } from "./inputs.ts";
import {
  CLIENTS,
  count,
  each,
  grown,
  onlyOne,
  recordIn,
  type Scenario,
  times,
  worldOf,
} from "./scenario.ts";
import type { Remains } from "./trial.ts";

/** An organization that takes Branches, so many of them, with an invitation named after it. */
const trunk = (name: string, branches: number | null = null): Input[] => [
  ...organization(name),
  platform("hierarchy.capacity-changed", { organization: name, open: true, branches }),
  command(name, "invitation.issue", { trunk: name, invitation: `under-${name}`, form: "link" }),
];

const asks = (branch: string, under: string, replaces?: string): Input =>
  command(branch, "application.submit", {
    application: `${branch}-under-${under}`,
    invitation: `under-${under}`,
    scope: { whole: true },
    ...(replaces === undefined ? {} : { replaces }),
  });

const takes = (under: string, branch: string): Input =>
  command(under, "application.approve", {
    trunk: under,
    items: [{ application: `${branch}-under-${under}` }],
  });

const BOUGHT = 3;

const lastBranch: Scenario = {
  name: "the last Branch bought, given to eight",
  seed: () =>
    worldOf(
      ...trunk("top", BOUGHT),
      ...times(BOUGHT - 1 + CLIENTS, (i) => [
        ...organization(`b${i}`),
        asks(`b${i}`, "top"),
        ...(i < BOUGHT - 1 ? [takes("top", `b${i}`)] : []),
      ]).flat(),
    ),
  run: (trial) => each(trial, (i) => takes("top", `b${BOUGHT - 1 + i}`)),
  rule: (remains) =>
    recordIn<{ branches: { count: number } }>(remains, "trunk:top").branches.count === BOUGHT
      ? onlyOne("BRANCH_LIMIT_EXCEEDED")(remains)
      : `not ${BOUGHT} Branches`,
};

/** So many Branches of one Trunk, each of which is to move under the next, the last under the first. */
const ring = (size: number): Input[] => {
  const names = times(size, (i) => `n${i}`);
  return [
    ...trunk("top"),
    ...names.flatMap((name) => trunk(name)),
    ...names.flatMap((name, i) => [
      asks(name, "top"),
      takes("top", name),
      command("top", "link.release", { trunk: "top", organization: name, released: true }),
      asks(name, `n${(i + 1) % size}`, "top"),
    ]),
  ];
};

interface Lineage {
  readonly above: readonly (readonly [string, ...unknown[]])[];
}

/** All but one move; nobody is above itself, and the one left stays below the top. */
const allButOne =
  (size: number) =>
  (remains: Remains): string | null => {
    const [accepted, refused] = [count(remains, "accepted"), count(remains, "HIERARCHY_CYCLE")];
    if (accepted !== size - 1 || refused !== 1) return `${accepted} moved, ${refused} in a circle`;
    // What did not change is as it was: a Branch of the top alone.
    const above = times(size, (i) =>
      (recordIn<Lineage | undefined>(remains, `lineage:n${i}`)?.above ?? [["top"]]).map(
        ([upper]) => upper,
      ),
    );
    if (above.some((those, i) => those.includes(`n${i}`))) return "a circle";
    const levels = above.map(({ length }) => length).sort((one, other) => one - other);
    return levels.every((level, i) => level === i + 1) ? null : `levels ${levels}`;
  };

const moves = (size: number, name: string): Scenario => ({
  name,
  seed: () => worldOf(...ring(size)),
  run: async (trial) => {
    await Promise.all(times(size, (i) => trial.send(i, takes(`n${(i + 1) % size}`, `n${i}`))));
  },
  rule: allButOne(size),
});

const ENDING = CLIENTS / 2;

/** Branches of the top, and an app of the top that is distributed to all of them. */
const distributed = (branches: number): Input[] => [
  ...trunk("top"),
  ...times(branches, (i) => [
    ...organization(`b${i}`),
    asks(`b${i}`, "top"),
    takes("top", `b${i}`),
  ]).flat(),
  command("top", "app.create", { app: "x", name: "x" }),
  command("top", "app.publish", { trunk: "top", app: "x" }),
];

/** Every Branch is linked once more. */
const again = times(ENDING, (i) => {
  const application = `b${i}-again`;
  const wish = { application, invitation: "under-top", scope: { whole: true } };
  return [
    command(`b${i}`, "application.submit", wish),
    command("top", "application.approve", { trunk: "top", items: [{ application }] }),
  ];
}).flat();

const COVERED = question("app.covered", {
  viewer: { organization: "top", person: adminOf("top") },
  ...{ trunk: "top", app: "x" },
});

/** Branches install an app while their Links end: who is linked again has it not (UNLINK-05). */
const unlinked: Scenario = {
  name: "unlink against distribution",
  seed: () => worldOf(...distributed(ENDING)),
  run: (trial) =>
    each(trial, (i) =>
      i < ENDING
        ? command(`b${i}`, "app.install", {
            ...{ trunk: "top", app: "x", organization: `b${i}`, installed: true },
          })
        : command("top", "link.cancel", { trunk: "top", organization: `b${i - ENDING}` }),
    ),
  rule: ({ settled }) => {
    const left = replay(
      settled.flatMap(({ events }) => events),
      worldOf(...distributed(ENDING)),
    );
    const found = ask(grown(left, ...again), COVERED, defaultPolicy);
    if (found.kind !== "answer") return `no answer: ${found.kind}`;
    const installed = found.value.items.filter((each) => each.installed);
    return found.value.items.length === ENDING && installed.length === 0
      ? null
      : `${installed.length} of ${found.value.items.length} installed by a former word`;
  },
};

/** Tasks are made for liaisons who resign at that moment: none is left with them (LIAISON-04). */
const officeLeft: Scenario = {
  name: "office holder leaves against task made",
  rarely: 2,
  seed: () =>
    worldOf(
      ...distributed(1),
      ...times(ENDING, (i) => hire("top", `p${i}`)),
      command("top", "liaison.define", { trunk: "top", role: "warden", name: "Warden" }),
      command("top", "liaison.assign", {
        ...{ trunk: "top", role: "warden", node: { organization: "b0", department: null } },
        people: times(ENDING, (i) => ({ organization: "top", person: `p${i}` })),
      }),
      command("top", "flow.define", {
        ...{ app: "x", flow: "f" },
        steps: [{ mode: "all", approvers: [{ kind: "liaison", role: "warden" }] }],
      }),
      platform("license.purchased", { organization: "top", purchased: 2 * CLIENTS }),
      command("top", "license.grant", {
        unit: { kind: "hierarchy", organization: "top" },
        people: [{ organization: "b0", person: adminOf("b0") }],
      }),
    ),
  run: (trial) =>
    each(trial, (i) =>
      i < ENDING
        ? command("b0", "flow.start", {
            ...{ trunk: "top", app: "x", flow: "f", instance: `n${i}`, row: `n${i}` },
          })
        : reported("top", "person.resigned", { person: `p${i - ENDING}`, number: 1 }),
    ),
  rule: ({ changed }) => {
    const open = [...changed].filter(([key, record]) => {
      const { status, holder } = (record ?? {}) as {
        status?: string;
        holder?: { person: string } | null;
      };
      return key.startsWith("task:") && status === "open" && holder?.person.startsWith("p");
    });
    return open.length === 0 ? null : `${open.length} tasks are held by somebody who left`;
  },
};

/** The races about hierarchies. */
export const HIERARCHY: readonly Scenario[] = [
  lastBranch,
  moves(2, "two moves that would make a circle"),
  moves(CLIENTS, "eight moves that would make a circle"),
  unlinked,
  officeLeft,
];
