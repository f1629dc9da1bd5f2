/** Everything that is compared: what it is called, where it is written, what it leaves to its user. */
import type { Population } from "../population.ts";
import type { Runner } from "./commands/libraries.ts";
import type { Ground, State } from "./commands/state.ts";
import { type ContactAsked, type ContactWork, contacting } from "./questions/contacts.ts";
import { type RouteAsked, type RouteWork, routing } from "./questions/routes.ts";
import type { Setting, Verdict } from "./questions/setting.ts";

/** A library at a workload; loaded in the process that measures it, and in no other. */
export interface Case<Given, Made> {
  readonly name: string;
  readonly prepare: (given: Given) => Promise<Made>;
  /** Without it, it ends Node now and then; with it, it has not. */
  readonly flags?: readonly string[];
  /** Asked once before each sample, so that nothing has to be loaded or built in it. */
  readonly warm?: boolean;
}

/** A workload of questions. */
export interface Questions<Asked, Work> {
  readonly setting: (people: number) => Setting<Asked, Work>;
  readonly cases: readonly Case<Setting<Asked, Work>, Verdict<Asked>>[];
}

const ours = () => import("./questions/interorg.ts");
const casl = () => import("./questions/casl.ts");
const casbin = () => import("./questions/casbin.ts");
const logic = () => import("./questions/json-logic.ts");
const cedar = () => import("./questions/cedar.ts");

/** Cedar has ended Node 20 in the deoptimizer, after calls into WebAssembly were inlined. */
const CEDAR_FLAGS = ["--no-turbo-inline-js-wasm-calls"];

const route: Questions<RouteAsked, RouteWork> = {
  setting: routing,
  cases: [
    { name: "interorg, World", prepare: async (given) => (await ours()).routeOnWorld(given) },
    {
      name: "interorg, warm slice",
      prepare: async (given) => (await ours()).routeOnSlice(given),
      warm: true,
    },
    { name: "json-logic-engine", prepare: async (given) => (await logic()).route(given) },
    {
      name: "CASL, ability kept",
      prepare: async (given) => (await casl()).routeKept(given),
      warm: true,
    },
    { name: "CASL, ability built", prepare: async (given) => (await casl()).routeBuilt(given) },
    { name: "casbin", prepare: async (given) => (await casbin()).route(given) },
    {
      name: "cedar-wasm",
      prepare: async (given) => (await cedar()).route(given),
      flags: CEDAR_FLAGS,
    },
  ],
};

const contact: Questions<ContactAsked, ContactWork> = {
  setting: contacting,
  cases: [
    { name: "interorg, World", prepare: async (given) => (await ours()).contactOnWorld(given) },
    {
      name: "interorg, warm slice",
      prepare: async (given) => (await ours()).contactOnSlice(given),
      warm: true,
    },
    { name: "json-logic-engine", prepare: async (given) => (await logic()).contact(given) },
    {
      name: "CASL, ability kept",
      prepare: async (given) => (await casl()).seeKept(given),
      warm: true,
    },
    { name: "CASL, ability built", prepare: async (given) => (await casl()).seeBuilt(given) },
    { name: "casbin", prepare: async (given) => (await casbin()).contact(given) },
    {
      name: "cedar-wasm",
      prepare: async (given) => (await cedar()).contact(given),
      flags: CEDAR_FLAGS,
    },
  ],
};

/** The workloads of questions, by name. */
export const QUESTIONS = { "flow.may-route": route, "space.contact": contact };

const holding = () => import("./commands/libraries.ts");
const state = () => import("./commands/state.ts");
const mine = () => import("./commands/ours.ts");
const castore = () => import("./commands/castore.ts");

/** A library that starts from plain records. */
const plain = (
  name: string,
  make: (ground: Ground, state: State) => Promise<Runner>,
): Case<Population, Runner> => ({
  name,
  prepare: async (given) => {
    const { groundOf, stateOf } = await state();
    return make(groundOf(given), stateOf(given));
  },
});

/** Hiring and resigning, in turn: somebody comes in under the cap, or waits; somebody leaves everywhere. */
export const COMMANDS: readonly Case<Population, Runner>[] = [
  { name: "interorg, World", prepare: async (given) => (await mine()).onWorld(given) },
  { name: "interorg, warm slice", prepare: async (given) => (await mine()).onSlice(given) },
  plain("Castore, folding", async (...given) => (await castore()).withCastore(...given, false)),
  plain("Castore, aggregates kept", async (...given) =>
    (await castore()).withCastore(...given, true),
  ),
  plain("immer", async (...given) => (await holding()).withImmer(...given)),
  plain("Redux Toolkit", async (...given) => (await holding()).withRedux(...given)),
  plain("XState", async (...given) => (await holding()).withXState(...given)),
];
