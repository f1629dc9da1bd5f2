/** What the events of flows change in their records. */
import { append, removeTicket } from "../core/paged.ts";
import { edit, must, put, read } from "../core/transaction.ts";
import type { DirectoryEvents } from "../directory/model.ts";
import { noteDone } from "../directory/select/bound.ts";
import { noteTaken } from "../directory/select/ended.ts";
import { noteNames } from "../directory/select/settings.ts";
import { underOf } from "../industry/select/book.ts";
import { parkingOf } from "./evolve-listed.ts";
import { reopenTask, unanswered } from "./evolve-reopened.ts";
import { endStandIn, setStandIn } from "./evolve-stand-ins.ts";
import {
  closeTask,
  handOver,
  makeTask,
  parkTask,
  setStatus,
  transferTask,
} from "./evolve-tasks.ts";
import { type Evolving, note } from "./history.ts";
import { NEW_INSTANCE } from "./kinds.ts";
import type { FlowsEvents } from "./model.ts";
import { definitionKey, runningOf } from "./select/keys.ts";
import { departmentsIn } from "./select/naming.ts";
import { keepsSteps } from "./select/signing.ts";

/** One case for each event of flows; a missing one does not compile. */
type Events = FlowsEvents & Pick<DirectoryEvents, "setting.dropped">;
type FlowsEvolvers = {
  readonly [Type in keyof Events]: (tx: Evolving, data: Events[Type], at: number) => void;
};

/** The case of a step that begins, or goes on where it ended. */
function beginStep(tx: Evolving, data: FlowsEvents["flow.step-begun"], at: number): void {
  const { instance, step, needed, again = false } = data;
  const record = edit(tx, "instance", instance);
  record.step = step;
  record.missing = again ? unanswered(tx, instance, step) : 0;
  if (needed === undefined) delete record.needed;
  else record.needed = needed;
  if (again) return;
  if (keepsSteps(record)) {
    const begun = (record.begun ?? []).slice();
    begun[step] = record.tasks;
    record.begun = begun;
  }
  note(tx, instance, ["flow.step-begun", null, null, at]);
}

/** The case of an instance that was returned: it waits, or knows where it jumps back to. */
function returnInstance(tx: Evolving, data: FlowsEvents["flow.returned"], at: number): void {
  const { instance, to, then } = data;
  const record = edit(tx, "instance", instance);
  const { step: back, initiator, jumps = [] } = record;
  const isJump = then === "jump";
  if (to === "initiator") {
    record.waits = isJump ? back : 0;
    record.missing = 0;
    delete record.needed;
  }
  const others = jumps.filter(([each]) => each !== to);
  const left = to === "initiator" ? jumps : [...others, [to, back] as const];
  if (isJump && left.length > 0) record.jumps = [...left];
  else delete record.jumps;
  // A copy: the record is being changed.
  note(tx, instance, ["flow.returned", null, to === "initiator" ? { ...initiator } : null, at]);
}

/** The case of a row handed in again. */
function resubmit(tx: Evolving, data: FlowsEvents["flow.resubmitted"], at: number): void {
  const { instance, row } = data;
  const record = edit(tx, "instance", instance);
  record.row = row;
  delete record.waits;
  note(tx, instance, ["flow.resubmitted", null, { ...record.initiator }, at]);
}

function start(tx: Evolving, data: FlowsEvents["flow.started"], at: number): void {
  const { instance, ...known } = data;
  const lists = parkingOf(tx, data.host);
  const ticket = lists.running.next;
  lists.running = append(tx, runningOf(data.host), lists.running, () => [ticket, instance]);
  const under = underOf(tx, data.initiator);
  put(tx, "instance", instance, "", { ...known, under, ticket, ...NEW_INSTANCE });
  note(tx, instance, ["flow.started", null, data.initiator, at]);
  if (data.initiator.as === undefined) noteDone(tx, data.initiator, "started", instance, 0);
}

/** One case for each event of flows. */
export const flowsEvolvers: FlowsEvolvers = {
  "flow.defined": (tx, { app, flow, version, steps, ...signing }) => {
    put(tx, ...definitionKey(app, flow, version), { steps, ...signing });
    if (read(tx, "flow", app, flow) === null) put(tx, "flow", app, flow, { version });
    else edit(tx, "flow", app, flow).version = version;
    noteNames(tx, { kind: "flow", app, flow }, departmentsIn(steps));
  },
  "setting.dropped": (tx, { setting, departments }) => {
    if (setting.kind !== "flow") return;
    const { app, flow } = setting;
    const { version } = must(tx, "flow", app, flow);
    const key = definitionKey(app, flow, version);
    const definition = must(tx, ...key);
    put(tx, ...key, { ...definition, dropped: [...(definition.dropped ?? []), ...departments] });
  },
  "flow.started": start,
  "flow.step-begun": beginStep,
  "flow.returned": returnInstance,
  "flow.resubmitted": resubmit,
  "flow.ended": (tx, { instance, how }, at) => {
    const record = edit(tx, "instance", instance);
    const lists = parkingOf(tx, record.host);
    lists.running = removeTicket(
      tx,
      runningOf(record.host),
      lists.running,
      record.ticket as number,
    );
    record.status = how;
    record.ticket = null;
    record.missing = 0;
    delete record.needed;
    delete record.waits;
    if (how === "terminated") noteTaken(tx, record.host, "instances");
    note(tx, instance, [`flow.${how}`, null, null, at]);
  },
  "task.made": makeTask,
  "task.skipped": (tx, { instance, who }, at) => {
    note(tx, instance, ["task.skipped", null, who, at]);
  },
  "task.opened": (tx, named) => setStatus(tx, named, "open"),
  "task.held": (tx, named) => setStatus(tx, named, "held"),
  "task.closed": closeTask,
  "task.reopened": reopenTask,
  "task.transferred": transferTask,
  "task.handed-over": handOver,
  "task.parked": parkTask,
  "stand-in.set": setStandIn,
  "stand-in.ended": endStandIn,
  "task.copied": (tx, { instance, task, people }, at) => {
    for (const { organization, person } of people) {
      note(tx, instance, ["task.copied", task, { organization, person }, at]);
    }
  },
};
