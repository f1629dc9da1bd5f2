/** How each record of flows is kept. */
import { pages, records } from "../core/kinds.ts";
import { EMPTY_PAGES } from "../core/structures.ts";
import type {
  DefinitionRecord,
  FlowRecord,
  InstanceRecord,
  ParkingRecord,
  StandInPeriod,
  StandInsRecord,
  TaskRecord,
} from "./model.ts";

const copyPeriod = ({ standIn, apps, ...times }: StandInPeriod): StandInPeriod => ({
  standIn: { ...standIn },
  ...times,
  ...(apps === undefined ? {} : { apps: apps.slice() }),
});

/** The kinds of record of flows. */
export const flowsKinds = {
  flow: /* @__PURE__ */ records("id", (record: FlowRecord) => ({ ...record })),
  definition: /* @__PURE__ */ records(
    "number/id",
    ({ steps, dropped, ...signing }: DefinitionRecord) => ({
      steps: steps.slice(),
      ...signing,
      ...(dropped === undefined ? {} : { dropped: dropped.slice() }),
    }),
  ),
  // Where each step begins, and where it goes on, is only ever replaced as a whole.
  instance: /* @__PURE__ */ records("none", (record: InstanceRecord) => ({
    ...(record as Omit<InstanceRecord, "begun" | "jumps"> & {
      begun?: number[];
      jumps?: (readonly [to: number, back: number])[];
    }),
  })),
  task: /* @__PURE__ */ records("number", (record: TaskRecord) => ({
    ...record,
    path: record.path.slice(),
    after: record.after.slice(),
  })),
  opened: /* @__PURE__ */ pages("opened", 128),
  steps: /* @__PURE__ */ pages("steps", 64),
  parking: /* @__PURE__ */ records("none", (record: ParkingRecord) => ({ ...record })),
  parked: /* @__PURE__ */ pages("parked", 128),
  running: /* @__PURE__ */ pages("running", 128),
  "stand-ins": /* @__PURE__ */ records("id", ({ periods }: StandInsRecord) => ({
    periods: periods.map(copyPeriod),
  })),
};

/** An instance before its first step. */
export const NEW_INSTANCE = {
  status: "running",
  step: 0,
  missing: 0,
  tasks: 0,
  open: EMPTY_PAGES,
  log: EMPTY_PAGES,
} as const;
