/** Runtimes that are a program: the task goes in at standard input, the trace comes out. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { environmentIn, type Place } from "./places.ts";
import type { Task, Trace } from "./trace.ts";

const FOLDER = join(import.meta.dirname, "..");
/** Far longer than a run takes, so that one that hangs ends by name. */
const TIMEOUT_MS = 1_200_000;

/** The path of an executable that a dependency brings. */
export const executable = (...path: readonly string[]): string =>
  join(FOLDER, "node_modules", ...path);

/** Runs a program to its end, and gives what it wrote. */
export function run(
  file: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  input = "",
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd: FOLDER, env, timeout: TIMEOUT_MS });
    const out: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => errors.push(chunk));
    child.stdin.on("error", () => undefined);
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (code === 0) resolve(Buffer.concat(out).toString());
      else reject(new Error(`${file} ended with ${code ?? signal}\n${Buffer.concat(errors)}`));
    });
    child.stdin.end(input);
  });
}

/** Plays a task in a process. */
export async function traceOf(
  file: string,
  args: readonly string[],
  task: Task,
  place: Place,
): Promise<Trace> {
  return JSON.parse(await run(file, args, environmentIn(place), JSON.stringify(task)));
}
