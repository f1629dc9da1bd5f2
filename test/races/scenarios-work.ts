/** Races over licenses, groups and tasks. */
import { ask, defaultPolicy, question, type World } from "../../src/index.ts";
import {
  adminOf,
  command,
  hire,
  joins,
  organization,
  platform,
  reported,
  space,
} from "./inputs.ts";
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

const hostUnit = { kind: "host", organization: "host" };
const spaceUnit = { kind: "space", space: "s" };
const staff = (n: number) => times(n, (i) => hire("host", `p${i}`));
const bought = (purchased: number) =>
  platform("license.purchased", { organization: "host", purchased });
const grantedOf = (organization: string, unit: object) => (people: readonly string[]) =>
  command("host", "license.grant", {
    unit,
    people: people.map((person) => ({ organization, person })),
  });
const granted = grantedOf("host", hostUnit);
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
function planned(world: World) {
  const viewer = { organization: "host", person: adminOf("host") };
  const reply = ask(world, question("license.reclaim-plan", { viewer } as never), defaultPolicy);
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

/** For one time and one person eight stand-ins are named: one of them stands in. */
const oneStandIn: Scenario = {
  name: "eight stand-ins for one time",
  seed: () => worldOf(...organization("host"), ...staff(CLIENTS + 1)),
  run: (trial) =>
    each(trial, (i) =>
      command("host", "stand-in.set", {
        ...{ person: `p${CLIENTS}`, standIn: `p${i}`, from: 0, until: 86_400_000 },
      }),
    ),
  rule: (remains) =>
    recordIn<{ periods: readonly unknown[] }>(remains, `stand-ins:host/p${CLIENTS}`).periods
      .length === 1
      ? onlyOne("STAND_IN_OVERLAPS")(remains)
      : "not one stand-in",
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

/** A flow whose only step is signed by some people of the Host; instances run from the start. */
const flowing = (mode: "all" | "any", signers: readonly string[], instances: number) => [
  command("host", "app.create", { app: "x", name: "x" }),
  command("host", "flow.define", {
    app: "x",
    flow: "f",
    steps: [
      {
        mode,
        approvers: signers.map((person) => ({ kind: "person", organization: "host", person })),
      },
    ],
  }),
  ...times(instances, (i) =>
    command("host", "flow.start", { app: "x", flow: "f", instance: `n${i}`, row: `n${i}` }),
  ),
];

const by = (person: string, type: Parameters<typeof command>[1], data: object) => {
  const made = command("host", type, data);
  return { ...made, by: { organization: "host", person } } as typeof made;
};

/** Tasks are transferred to people who resign at that moment: none is left with them, none is lost. */
const transferred: Scenario = {
  name: "transfer against the target's resignation",
  seed: () => {
    const people = times(8, (i) => `p${i}`);
    const setting = [...organization("host"), ...staff(8), bought(20)];
    const licensed = granted([...people, adminOf("host")]);
    return worldOf(...setting, licensed, ...flowing("all", ["p0"], 4));
  },
  run: (trial) =>
    each(trial, (i) =>
      i < 4
        ? by("p0", "task.transfer", {
            instance: `n${i}`,
            task: 0,
            to: { organization: "host", person: `p${4 + i}` },
          })
        : reported("host", "person.resigned", { person: `p${i}`, number: 1 }),
    ),
  rule: (remains) => {
    for (let i = 0; i < 4; i += 1) {
      // A task that nobody touched is as it was planted.
      const task = remains.changed.get(`task:n${i}/0`) as
        | { holder: { person: string } | null; status: string }
        | undefined;
      if (task?.holder?.person === `p${4 + i}`) return "a task is held by somebody who left";
      if (task !== undefined && task.status !== "open") return `a task is ${task.status}`;
    }
    return null;
  },
};

const signed: Scenario = {
  name: "eight signatures at once",
  seed: () => {
    const people = times(CLIENTS, (i) => `p${i}`);
    const setting = [...organization("host"), ...staff(CLIENTS), bought(20)];
    const licensed = granted([...people, adminOf("host")]);
    return worldOf(...setting, licensed, ...flowing("all", people, 1));
  },
  run: (trial) => each(trial, (i) => by(`p${i}`, "task.approve", { instance: "n0", task: i })),
  rule: (remains: Remains) => {
    const { status } = recordIn<{ status: string }>(remains, "instance:n0");
    return status === "approved" && count(remains, "accepted") === CLIENTS
      ? null
      : `the instance is ${status}`;
  },
};

/** People are added to a group while they resign: nobody who left is in it. */
const grouped: Scenario = {
  name: "group entry against resignation",
  seed: () =>
    worldOf(
      ...organization("host"),
      ...staff(4),
      ...space("host", "s", { whole: true }),
      ...organization("member"),
      ...joins("member", "host", "s", { whole: true }),
      command("host", "group.start", { space: "s", group: "g", name: "g", participants: [] }),
    ),
  run: (trial) =>
    each(trial, (i) =>
      i < 4
        ? command("host", "group.add", {
            space: "s",
            group: "g",
            participants: [{ organization: "host", person: `p${i}` }],
          })
        : reported("host", "person.resigned", { person: `p${i - 4}`, number: 1 }),
    ),
  rule: (remains) => {
    const { identities } = (remains.changed.get("group:g") ?? { identities: 1 }) as {
      identities: number;
    };
    return identities === 1 ? null : `${identities} take part, where only the starter is left`;
  },
};

/** The races over licenses, groups and tasks. */
export const WORK: readonly Scenario[] = [
  ...[lastLicense, lastOfLimit, onePlan, thirdUnit],
  ...[transferred, oneStandIn, signed, grouped],
];
