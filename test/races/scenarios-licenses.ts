/** Races over licenses. */
import { ask, defaultPolicy, question, type World } from "../../src/index.ts";
import {
  adminOf,
  bought,
  command,
  granted,
  grantedOf,
  hire,
  hostUnit,
  joins,
  organization,
  space,
  staff,
} from "./inputs.ts";
import { CLIENTS, each, onlyOne, recordIn, type Scenario, times, worldOf } from "./scenario.ts";

const spaceUnit = { kind: "space", space: "s" };
const grantedIn = grantedOf("guest", spaceUnit);

const lastLicense: Scenario = {
  name: "the last license, granted to eight",
  seed: () =>
    worldOf(...organization("host"), ...staff(CLIENTS), bought(2), granted(["host-admin"])),
  run: (trial) => each(trial, (i) => granted([`p${i}`])),
  rule: (remains) =>
    recordIn<{ hostUsed: number }>(remains, "pool:host").hostUsed === 2
      ? onlyOne("LICENSE_POOL_EXHAUSTED")(remains)
      : "not 2 licenses used",
};

/** A pool with more licenses used than bought, and whom its plan names. */
const overdrawn = () =>
  worldOf(
    ...organization("host"),
    ...staff(CLIENTS),
    bought(CLIENTS),
    granted(times(CLIENTS, (i) => `p${i}`)),
    bought(CLIENTS - 3),
  );
function planned(world: World, purchased?: number) {
  const viewer = { organization: "host", person: adminOf("host") };
  const asked = purchased === undefined ? { viewer } : { viewer, purchased };
  const reply = ask(world, question("license.reclaim-plan", asked as never), defaultPolicy);
  if (reply.kind !== "answer") throw new Error(`the plan: ${reply.kind}`);
  return reply.value.items.map(({ person }) => person);
}

/** All have read the same plan and carry it out: no license more than it named is taken. */
const onePlan: Scenario = {
  name: "two plans to take licenses back",
  seed: overdrawn,
  run: (trial) => {
    const people = planned(overdrawn()).map((person) => ({ organization: "host", person }));
    return each(trial, () => command("host", "license.revoke", { unit: hostUnit, people }));
  },
  rule: (remains) =>
    recordIn<{ hostUsed: number }>(remains, "pool:host").hostUsed === CLIENTS - 3
      ? onlyOne("LICENSE_NOT_GRANTED")(remains)
      : "not as many used as bought",
};

/**
 * Half have read the plan for what is bought, half that for two fewer, which names the same people and more:
 * one of all is carried out as it was read, and nothing of another.
 */
const twoPlans: Scenario = {
  name: "plans for different numbers",
  seed: overdrawn,
  run: (trial) => {
    const world = overdrawn();
    const plans = [CLIENTS - 3, CLIENTS - 5].map((purchased) =>
      planned(world, purchased).map((person) => ({ organization: "host", person })),
    );
    return each(trial, (i) => {
      const people = plans[i % 2] ?? [];
      return command("host", "license.revoke", { unit: hostUnit, people });
    });
  },
  rule: (remains) => {
    const { hostUsed } = recordIn<{ hostUsed: number }>(remains, "pool:host");
    const done = remains.answers.find(({ result }) => result.kind === "accepted")?.input.data;
    const { people } = done as { readonly people: readonly unknown[] };
    return hostUsed === CLIENTS - people.length
      ? onlyOne("LICENSE_NOT_GRANTED")(remains)
      : `${hostUsed} used after ${people.length} were taken`;
  },
};

const LIMIT = 2;

/** Licenses of a Space whose limit leaves room for one more, while the pool has enough. */
const lastOfLimit: Scenario = {
  name: "the last license under a limit, granted to eight",
  seed: () =>
    worldOf(
      ...organization("host"),
      ...space("host", "s"),
      ...organization("guest"),
      ...times(CLIENTS + 1, (i) => hire("guest", `p${i}`)),
      ...joins("guest", "host", "s", { whole: true }),
      bought(CLIENTS * 2),
      command("host", "license.link", { unit: spaceUnit }),
      command("host", "license.limit", { unit: spaceUnit, limit: LIMIT }),
      grantedIn([`p${CLIENTS}`]),
    ),
  run: (trial) => each(trial, (i) => grantedIn([`p${i}`])),
  rule: onlyOne("SEAT_CAP_EXCEEDED"),
};

const thirdUnit: Scenario = {
  name: "3rd and 4th linked unit",
  seed: () =>
    worldOf(
      ...organization("host"),
      ...times(10, (i) => space("host", `s${i}`)).flat(),
      ...times(2, (i) =>
        command("host", "license.link", { unit: { kind: "space", space: `s${8 + i}` } }),
      ),
    ),
  run: (trial) =>
    each(trial, (i) =>
      command("host", "license.link", { unit: { kind: "space", space: `s${i}` } }),
    ),
  rule: onlyOne("LICENSE_LINK_LIMIT_EXCEEDED"),
};

/** The races over licenses. */
export const LICENSES: readonly Scenario[] = [
  lastLicense,
  lastOfLimit,
  onePlan,
  twoPlans,
  thirdUnit,
];
