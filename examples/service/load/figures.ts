/** What a load run measures, and how it is printed. */
import { build, type Histogram } from "hdr-histogram-js";
import type { StoreCounts } from "../src/counting.ts";
import type { Reply } from "../support/client.ts";
import type { Action } from "../support/mix.ts";

export interface Figures {
  /** Latencies in microseconds, by what was sent and how hot it was. */
  readonly latencies: Map<string, Histogram>;
  /** How many came to what: a kind, or a kind with its code. */
  readonly outcomes: Map<string, number>;
  /** Answers that should never come: neither 200 nor a refusal. */
  readonly failed: Map<string, number>;
  busy: number;
}

export const newFigures = (): Figures => ({
  latencies: new Map(),
  outcomes: new Map(),
  failed: new Map(),
  busy: 0,
});

const increase = (counts: Map<string, number>, name: string): void => {
  counts.set(name, (counts.get(name) ?? 0) + 1);
};

function latencyOf(figures: Figures, name: string): Histogram {
  let histogram = figures.latencies.get(name);
  if (histogram === undefined) {
    histogram = build({ numberOfSignificantValueDigits: 3 });
    figures.latencies.set(name, histogram);
  }
  return histogram;
}

/** Takes one answer down. */
export function note(figures: Figures, { kind, heat }: Action, reply: Reply, ms: number): void {
  for (const name of [`${kind}, ${heat}`, "all"]) {
    latencyOf(figures, name).recordValue(Math.max(1, Math.round(ms * 1000)));
  }
  if (reply.status === 200) {
    increase(figures.outcomes, kind === "question" ? "answered" : "accepted");
    return;
  }
  const { code, type } = JSON.parse(reply.text) as { code?: string; type: string };
  if (code === undefined || code === "MALFORMED")
    increase(figures.failed, `${reply.status} ${type}`);
  else increase(figures.outcomes, `refused ${code}`);
}

const milliseconds = (histogram: Histogram, percentile: number): string =>
  (histogram.getValueAtPercentile(percentile) / 1000).toFixed(1);

const columns = (cells: readonly (string | number)[]): string =>
  cells.map((cell, n) => (n === 0 ? String(cell).padEnd(34) : String(cell).padStart(9))).join("");

const descending = (counts: ReadonlyMap<string, number>): [string, number][] =>
  [...counts].sort(([, left], [, right]) => right - left);

/**
 * Prints throughput, latencies, outcomes and how commits ended.
 *
 * @param cpuMs what the service's process took, which says more than latencies where the machine is
 *   shared; with SQLite it is the database's as well
 */
export function print(
  figures: Figures,
  seconds: number,
  cpuMs: number,
  { commits, held }: Pick<StoreCounts, "commits" | "held">,
): void {
  console.log(columns(["", "count", "per s", "p50 ms", "p90 ms", "p99 ms", "max ms"]));
  for (const name of [...figures.latencies.keys()].sort()) {
    const histogram = figures.latencies.get(name) as Histogram;
    const percentiles = [50, 90, 99, 100].map((each) => milliseconds(histogram, each));
    const count = histogram.totalCount;
    console.log(columns([name, count, (count / seconds).toFixed(1), ...percentiles]));
  }
  const sent = figures.latencies.get("all")?.totalCount ?? 0;
  console.log(
    `CPU        ${(cpuMs / sent).toFixed(1)} ms of the service's process for each of them`,
  );
  for (const [name, count] of descending(figures.outcomes)) console.log(columns([name, count]));
  for (const [name, count] of descending(figures.failed))
    console.log(columns([`FAILED ${name}`, count]));
  const line = (what: string, counts: { readonly [kind: string]: number }) =>
    `${what.padEnd(10)} ${Object.entries(counts)
      .map(([kind, count]) => `${count} ${kind}`)
      .join(", ")}`;
  console.log(line("commits", commits));
  console.log(line("held", held));
  console.log(`busy       ${figures.busy} answers, each sent again`);
}
