/** Runs of the script, and where two of them part. */
import type { Lane } from "./lanes.ts";
import type { Place } from "./places.ts";
import { traceOf } from "./processes.ts";
import type { Task, Trace } from "./trace.ts";

/** One lane in one place: its trace, or why there is none. */
export interface Run {
  readonly lane: Lane;
  readonly place: Place;
  readonly seconds: number;
  readonly trace: Trace | null;
  readonly error: string | null;
}

/** Plays a task. */
export async function playOn(lane: Lane, place: Place, task: Task): Promise<Run> {
  const started = performance.now();
  const [file, ...args] = lane.command;
  const attempt = await traceOf(file, args, task, place).then(
    (trace) => ({ trace, error: null }),
    (thrown: unknown) => ({ trace: null, error: String(thrown) }),
  );
  return { lane, place, seconds: (performance.now() - started) / 1000, ...attempt };
}

/** The first step whose digests differ; `null` if none does. */
export function firstDifference(left: readonly string[], right: readonly string[]): number | null {
  const longer = left.length >= right.length ? left : right;
  const index = longer.findIndex((_, i) => left[i] !== right[i]);
  return index < 0 ? null : index;
}

const SHOWN_MAX = 2000;

/** A step as a lane says it, from a little before the first character in which two texts differ. */
function around(text: string, other: string): string {
  let same = 0;
  while (same < text.length && text[same] === other[same]) same += 1;
  const start = Math.max(0, same - 200);
  return `${start > 0 ? "…" : ""}${text.slice(start, start + SHOWN_MAX)}`;
}

/** The script's line and what two lanes say to it, in full where they begin to differ. */
export async function differenceText(
  [left, right]: readonly [Run, Run],
  index: number,
  script: string,
): Promise<string> {
  const task: Task = { script, show: [index, index + 1] };
  const again = await Promise.all(
    [left, right].map(({ lane, place }) => playOn(lane, place, task)),
  );
  const [one = "", other = ""] = again.map(({ trace }) => trace?.shown[0] ?? "");
  return [
    stepText(left, index, script),
    `${left.lane.id} in ${left.place.timeZone}: ${around(one, other)}`,
    `${right.lane.id} in ${right.place.timeZone}: ${around(other, one)}`,
  ].join("\n");
}

/** A step by its place in the script, with the line that it answers. */
export function stepText({ trace }: Run, index: number, script: string): string {
  const line = trace?.lines[index] ?? 0;
  const text = script.split("\n")[line - 1] ?? "what the library holds";
  return `step ${index}, line ${line} of the script: ${text.slice(0, SHOWN_MAX)}`;
}
