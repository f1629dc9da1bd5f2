/** Races over groups and tasks. */
import { defaultPolicy, type Policy } from "../../src/index.ts";
import {
  adminOf,
  bought,
  command,
  granted,
  joins,
  organization,
  reported,
  space,
  staff,
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

const releasing: Policy = { ...defaultPolicy, suspendedSeats: "release" };

/** People are suspended while they are granted licenses and assigned tasks: each loses once what they had by then. */
const suspended: Scenario = {
  name: "suspension against grants and assignments",
  policies: times(CLIENTS, () => releasing),
  seed: () => {
    const steps = [{ mode: "all", approvers: [{ kind: "initiator-heads" }] }];
    return worldOf(
      ...[...organization("host"), ...staff(4), bought(20)],
      granted([adminOf("host"), "p2", "p3"]),
      command("host", "app.create", { app: "x", name: "x" }),
      command("host", "flow.define", { app: "x", flow: "f", steps }),
      ...["n2", "n3"].map((instance) =>
        command("host", "flow.start", { app: "x", flow: "f", instance, row: instance }),
      ),
    );
  },
  run: (trial) =>
    each(trial, (i) => {
      if (i < 4) return reported("host", "person.suspended", { person: `p${i}` });
      const person = `p${i - 4}`;
      if (i < 6) return granted([person]);
      return command("host", "task.assign", { instance: `n${i - 4}`, task: 0, to: person });
    }),
  rule: (remains) => {
    const { hostUsed } = recordIn<{ hostUsed: number }>(remains, "pool:host");
    const released = remains.settled
      .flatMap(({ events }) => events)
      .flatMap(({ type, data }) => (type === "license.released" ? [data.person as string] : []));
    // Whoever is granted one by hand while suspended has it: that grant is a new one (DIR-17).
    if (hostUsed !== 5 - released.length) return `${hostUsed} used after ${released} lost theirs`;
    const isOnce = new Set(released).size === released.length;
    if (!isOnce || !["p2", "p3"].every((each) => released.includes(each))) {
      return `${released} lost licenses`;
    }
    for (const { input, result } of remains.answers) {
      if (input.type !== "task.assign") continue;
      const { instance, to } = input.data;
      const task = remains.changed.get(`task:${instance}/0`) as
        | { readonly holder: { readonly person: string } | null }
        | undefined;
      const holder = task?.holder?.person ?? null;
      const isRight = result.kind === "accepted" ? holder === to : holder === null;
      if (!isRight) return `${holder} holds the task of ${instance}, ${result.kind} for ${to}`;
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

/** The races over groups and tasks. */
export const WORK: readonly Scenario[] = [transferred, oneStandIn, suspended, signed, grouped];
