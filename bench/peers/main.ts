/**
 * Every library at every size, each in a process of its own, in an order that turns with every round.
 * Arguments: `--quick`; `--only TEXT` and `--people N`, for a part of it; `--json` (a line for each
 * figure); `--write` (keeps the results, and makes the page's tables of all that are kept).
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { median } from "../measure.ts";
import { circumstances, markdown, writeSection } from "../page.ts";
import { type Line, line, table } from "../report.ts";
import { measureSizes } from "./sizes.ts";
import { type Ended, JOBS, type Job, run } from "./spawn.ts";

const { values: flags } = parseArgs({
  options: {
    quick: { type: "boolean" },
    json: { type: "boolean" },
    write: { type: "boolean" },
    only: { type: "string", default: "" },
    people: { type: "string", multiple: true },
  },
});

/** From where this is bundled to. */
const PAGE = new URL("../../../docs/explanation/performance.md", import.meta.url);
const KEPT = new URL("../results.ndjson", import.meta.url);

const SIZES =
  flags.people?.map(Number) ?? (flags.quick ? [1_000, 10_000] : [1_000, 10_000, 100_000]);
const ROUNDS = flags.quick ? 1 : 2;
const PAIRS = 11;
/** Questions, or facts, to agree on first. */
const AGREE = { questions: 12_000, facts: 1_000 };

/** What is kept of a cell: ratios to the floor, and microseconds. */
interface Result {
  readonly workload: string;
  readonly name: string;
  readonly people: number;
  /** Median and quartiles; `null`: it did not finish. */
  readonly ratio: readonly [median: number, low: number, high: number] | null;
  readonly floor: number;
  readonly library: number;
}

interface Cell extends Job {
  readonly people: number;
  readonly ends: Ended[];
}

/** All pairs of all rounds. */
function resultOf({ workload, name, people, ends }: Cell): Result {
  const founds = ends.flatMap((each) => ("report" in each ? (each.report.found ?? []) : []));
  const base = { workload, name, people };
  if (founds.length < ends.length) return { ...base, ratio: null, floor: 0, library: 0 };
  const ratios = founds.flatMap((each) => each.ratios).sort((left, right) => left - right);
  const quarter = (share: number) => ratios[Math.floor(ratios.length * share)] as number;
  const short = (value: number) => Number(value.toPrecision(4));
  return {
    ...base,
    ratio: [short(median(ratios)), short(quarter(0.25)), short(quarter(0.75))],
    floor: short(median(founds.map(({ floor }) => floor))),
    library: short(median(founds.map(({ library }) => library))),
  };
}

function linesOf({ workload, people, name, ratio, library }: Result): Line[] {
  const named = `${workload}, ${people.toLocaleString("en-US")} people, ${name}`;
  if (ratio === null) return [line(named, 0, "did not finish", null)];
  return [
    line(named, ratio[0], "x floor", null),
    line(`${named}, an operation`, library, "µs", null),
  ];
}

/** Those kept, with these in place of the ones they repeat. */
function keep(results: readonly Result[]): readonly Result[] {
  const text = existsSync(KEPT) ? readFileSync(KEPT, "utf8").trim() : "";
  const known = text === "" ? [] : text.split("\n").map((each) => JSON.parse(each) as Result);
  const keyOf = ({ workload, name, people }: Result) => `${workload} ${name} ${people}`;
  const all = [...new Map([...known, ...results].map((each) => [keyOf(each), each])).values()];
  writeFileSync(KEPT, all.map((each) => `${JSON.stringify(each)}\n`).join(""));
  return all;
}

const figure = (value: number): string =>
  value >= 1_000 ? Math.round(value).toLocaleString("en-US") : String(Number(value.toPrecision(3)));

function cellText(result: Result | undefined): string {
  if (result === undefined) return "";
  const { ratio, library } = result;
  if (ratio === null) return "did not finish";
  const [middle, low, high] = ratio.map(figure);
  return `**${middle}** (${low} – ${high}), ${figure(library)} µs`;
}

/** One table for each workload: libraries down, sizes across. */
function writeSections(results: readonly Result[]): void {
  const sizes = [...new Set(results.map(({ people }) => people))].sort((a, b) => a - b);
  for (const workload of new Set(JOBS.map((job) => job.workload))) {
    const own = results.filter((each) => each.workload === workload);
    const floors = sizes.map((people) => {
      const same = own.filter((each) => each.people === people && each.ratio !== null);
      return `1, ${figure(median(same.map(({ floor }) => floor)))} µs`;
    });
    const head = [
      "× floor (quartiles), CPU time",
      ...sizes.map((people) => `${people.toLocaleString("en-US")} people`),
    ];
    const jobs = JOBS.filter((job) => job.workload === workload);
    const rows = jobs.map(({ name }) => [
      name,
      ...sizes.map((people) =>
        cellText(own.find((each) => each.name === name && each.people === people)),
      ),
    ]);
    const text = markdown(head, [["the floor", ...floors], ...rows]);
    writeSection(PAGE, workload, `${text}\n\n${circumstances()}`);
  }
}

async function writeSizes(): Promise<void> {
  const sizes = await measureSizes(flags.quick ? 5 : 11);
  const rows = sizes.map(({ name, bytes, importing }) => [
    name,
    (bytes / 1_024).toFixed(1),
    importing.toFixed(1),
  ]);
  const head = ["what is imported", "KB, minified and compressed", "ms of CPU time to import"];
  writeSection(PAGE, "sizes", `${markdown(head, rows)}\n\n${circumstances()}`);
}

const cells: Cell[] = JOBS.filter(({ name }) => name.includes(flags.only)).flatMap((job) =>
  SIZES.map((people) => ({ ...job, people, ends: [] as Ended[] })),
);
for (let round = 0; round < ROUNDS; round += 1) {
  for (const people of SIZES) {
    // The largest takes longest to set up, and its ratios spread least.
    if (round > 0 && people === 100_000) continue;
    const same = cells.filter((cell) => cell.people === people);
    const turn = round * Math.floor(same.length / ROUNDS);
    for (const cell of [...same.slice(turn), ...same.slice(0, turn)]) {
      const facts = cell.workload === "hire and resign";
      const wanted = facts ? AGREE.facts : AGREE.questions;
      const ended = await run(cell, { people, wanted, pairs: PAIRS });
      cell.ends.push(ended);
      if ("failure" in ended) console.error(`${cell.workload}, ${cell.name}: ${ended.failure}`);
    }
  }
}
const results = cells.map(resultOf);
if (flags.write) {
  writeSections(keep(results));
  await writeSizes();
}
const lines = results.flatMap(linesOf);
if (flags.json) for (const each of lines) console.log(JSON.stringify(each));
else console.log(table(lines));
