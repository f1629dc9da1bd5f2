/** The races about Links: the last Branch bought, and moves that together would lead in a circle. */
import type { Input } from "../../src/index.ts";
import { command, organization, platform } from "./inputs.ts";
import {
  CLIENTS,
  count,
  each,
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

/** The races about hierarchies. */
export const HIERARCHY: readonly Scenario[] = [
  lastBranch,
  moves(2, "two moves that would make a circle"),
  moves(CLIENTS, "eight moves that would make a circle"),
];
