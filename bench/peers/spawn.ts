/** A case in a process of its own, which may crash without taking the rest with it. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { type Case, COMMANDS, QUESTIONS } from "./cases.ts";
import type { Effort, Report } from "./samples.ts";

/** Something to run. */
export interface Job {
  readonly workload: string;
  readonly name: string;
  readonly flags: readonly string[];
}

/** What became of it: a report, or why there is none. */
export type Ended = { readonly report: Report } | { readonly failure: string };

/** Longer than any case takes. */
const TIMEOUT = 300_000;
const child = fileURLToPath(new URL("./child.mjs", import.meta.url));

const jobsOf = (workload: string, cases: readonly Pick<Case<never, never>, "name" | "flags">[]) =>
  cases.map(({ name, flags = [] }): Job => ({ workload, name, flags }));

/** Every case of every workload. */
export const JOBS: readonly Job[] = [
  ...Object.entries(QUESTIONS).flatMap(([workload, { cases }]) => jobsOf(workload, cases)),
  ...jobsOf("hire and resign", COMMANDS),
];

/** Runs one. */
export function run({ workload, name, flags }: Job, effort: Effort): Promise<Ended> {
  const { people, wanted, pairs } = effort;
  const args = [child, workload, name, ...[people, wanted, pairs].map(String)];
  const memory = ["--max-old-space-size=6000"];
  return new Promise((resolve) => {
    const process_ = spawn(process.execPath, [...memory, ...flags, ...args], {
      env: { ...process.env, NODE_ENV: "production" },
      stdio: ["ignore", "pipe", "pipe"],
      timeout: TIMEOUT,
    });
    let out = "";
    let err = "";
    process_.stdout.on("data", (chunk) => {
      out += chunk;
    });
    process_.stderr.on("data", (chunk) => {
      err += chunk;
    });
    process_.on("close", (code, signal) => {
      if (code === 0) resolve({ report: JSON.parse(out) as Report });
      else resolve({ failure: `${signal ?? `exit ${code}`}: ${err.trim().slice(0, 1_500)}` });
    });
  });
}
