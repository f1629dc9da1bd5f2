/** Cold starts in workerd: the runtime with a script in it, up to its first responses. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { bundle, instead, TARGETS } from "../build/bundle.ts";
import { headersOf, TOKEN } from "../instances/events.ts";
import { startWorker, type WorkerOptions } from "../instances/worker.ts";
import { shown, spread, table } from "./statistics.ts";

interface Variant {
  readonly name: string;
  readonly options: WorkerOptions;
}

/** CPU time of the runtime: up to its start, for the first answer, for the second. */
interface Run {
  readonly start: number;
  readonly first: number;
  readonly second: number;
  /** By the wall: from the start to the first answer. */
  readonly wall: number;
}

const read = (path: string): string => readFileSync(path, "utf8").trim();

/** CPU time of the one workerd that runs below this process, in milliseconds. Linux tells it. */
function runtimeCpu(): number {
  const children = readdirSync("/proc/self/task").flatMap((task) =>
    read(`/proc/self/task/${task}/children`).split(" "),
  );
  const runtime = children.find((pid) => pid !== "" && read(`/proc/${pid}/comm`) === "workerd");
  const nanoseconds = readdirSync(`/proc/${runtime}/task`).map((task) =>
    Number(read(`/proc/${runtime}/task/${task}/schedstat`).split(" ")[0]),
  );
  return nanoseconds.reduce((sum, each) => sum + each, 0) / 1e6;
}

let registered = 0;

function request(): { method: string; headers: Record<string, string>; body: string } {
  registered += 1;
  const organization = `w${process.pid}-${registered}`;
  const data = { organization, name: "Acme", certified: true, edition: "light", sso: false };
  const fact = { id: `register:${organization}`, at: 1, from: { platform: true } };
  const body = JSON.stringify({ ...fact, type: "organization.registered", data });
  return { method: "POST", headers: headersOf({ body }), body };
}

async function run({ name, options }: Variant): Promise<Run> {
  const worker = await startWorker(options);
  const send = async (): Promise<number> => {
    const before = runtimeCpu();
    const response = await worker.dispatchFetch("http://127.0.0.1/", request());
    await response.text();
    if (response.status !== 200) throw new Error(`${name}: ${response.status}`);
    return runtimeCpu() - before;
  };
  const start = runtimeCpu();
  const sent = performance.now();
  const first = await send();
  const wall = performance.now() - sent;
  const second = await send();
  await worker.dispose();
  return { start, first, second, wall };
}

async function variants(database: Record<string, string> | null): Promise<Variant[]> {
  mkdirSync(".tmp", { recursive: true });
  writeFileSync(".tmp/empty.js", "export default { fetch: () => new Response() };\n");
  const { fetch, durable, worker } = TARGETS;
  const memory = { ...fetch, entry: "test/memory-worker.ts" };
  const trusting = { plugins: [instead("boundary", "figures/trusting-boundary.ts")] };
  await Promise.all([
    bundle({ ...memory, file: ".tmp/worker.js" }),
    bundle({ ...memory, file: ".tmp/trusting.js" }, trusting),
    ...[durable, worker].map((target) => bundle(target)),
  ]);
  const env = { SERVICE_TOKEN: TOKEN };
  const postgres = { ...env, ...database };
  return [
    { name: "empty worker", options: { bundle: ".tmp/empty.js", env } },
    { name: "fetch bundle, memory", options: { bundle: ".tmp/worker.js", env } },
    { name: "fetch bundle without schema, memory", options: { bundle: ".tmp/trusting.js", env } },
    { name: "Durable Object", options: { bundle: durable.file, env } },
    ...(database === null
      ? []
      : [
          {
            name: "worker, PostgreSQL",
            options: { bundle: worker.file, env: postgres, node: true },
          },
        ]),
  ];
}

/** Measures so many runs of each, in turns. */
export async function workerdColdStarts(
  runs: number,
  database: Record<string, string> | null,
): Promise<string> {
  const all = await variants(database);
  const results = new Map<Variant, Run[]>(all.map((variant) => [variant, []]));
  for (let turn = -1; turn < runs; turn += 1) {
    for (const variant of all) {
      const result = await run(variant);
      if (turn >= 0) results.get(variant)?.push(result);
    }
  }
  const of = (variant: Variant, pick: (run: Run) => number): number[] =>
    (results.get(variant) ?? []).map(pick);
  const [empty] = all;
  if (empty === undefined) throw new Error("nothing to compare with");
  const nothing = spread(of(empty, ({ start }) => start)).median;
  const row = (variant: Variant): string[] => [
    variant.name,
    shown(
      of(variant, ({ start }) => start),
      nothing,
    ),
    shown(of(variant, ({ first }) => first)),
    shown(of(variant, ({ second }) => second)),
    shown(of(variant, ({ wall }) => wall)),
  ];
  const head = [
    "workerd, ms",
    "CPU, start over the empty one's",
    "CPU, first answer",
    "CPU, second",
    "wall, first answer",
  ];
  const note = `The empty one's start: ${shown(of(empty, ({ start }) => start))} ms of CPU time.`;
  return `${table(head, all.map(row))}\n\n${note}`;
}
