/**
 * Every library at every size, each in a process of its own, in an order that turns with every round.
 * Arguments: `--quick`, `--json` (a line for each figure), `--write` (the tables of the page).
 */
import { median } from "../measure.ts";
import { circumstances, markdown, writeSection } from "../page.ts";
import { type Line, line, table } from "../report.ts";
import type { Found, Report } from "./samples.ts";
import { type Ended, JOBS, type Job, run } from "./spawn.ts";

const has = (flag: string): boolean => process.argv.includes(flag);
const [quick, json, write] = ["--quick", "--json", "--write"].map(has);

/** From where this is bundled to. */
const PAGE = new URL("../../../docs/explanation/performance.md", import.meta.url);

const SIZES = quick ? [1_000, 10_000] : [1_000, 10_000, 100_000];
const ROUNDS = quick ? 1 : 2;
const PAIRS = 11;
/** Questions, or facts, to agree on first. */
const AGREE = { questions: 12_000, facts: 1_000 };

interface Cell extends Job {
  readonly people: number;
  readonly ends: Ended[];
}

const cells: Cell[] = JOBS.flatMap((job) =>
  SIZES.map((people) => ({ ...job, people, ends: [] as Ended[] })),
);

const figure = (value: number): string =>
  value >= 1_000 ? Math.round(value).toLocaleString("en-US") : String(Number(value.toPrecision(3)));

/** All pairs of all rounds, or why there are none. */
function pooled({ ends }: Cell): Found | string {
  const failures = ends.flatMap((each) => ("failure" in each ? [each.failure] : []));
  if (failures[0] !== undefined) return failures[0];
  const reports = ends.flatMap((each) => ("report" in each ? [each.report as Report] : []));
  const founds = reports.flatMap(({ found }) => found ?? []);
  return {
    ratios: founds.flatMap(({ ratios }) => ratios).sort((left, right) => left - right),
    floor: median(founds.map(({ floor }) => floor)),
    library: median(founds.map(({ library }) => library)),
  };
}

function linesOf(cell: Cell): Line[] {
  const found = pooled(cell);
  const name = `${cell.workload}, ${cell.people.toLocaleString("en-US")} people, ${cell.name}`;
  if (typeof found === "string") return [line(name, 0, "did not finish", null)];
  return [
    line(name, median(found.ratios), "x floor", null),
    line(`${name}, an operation`, found.library, "µs", null),
  ];
}

function cellText(cell: Cell | undefined): string {
  if (cell === undefined) return "";
  const found = pooled(cell);
  if (typeof found === "string") return "did not finish";
  const { ratios, library } = found;
  const quarter = (share: number) => figure(ratios[Math.floor(ratios.length * share)] as number);
  const spread = `${quarter(0.25)} – ${quarter(0.75)}`;
  return `**${figure(median(ratios))}** (${spread}), ${figure(library)} µs`;
}

/** One table for each workload: libraries down, sizes across. */
function sections(): void {
  for (const workload of new Set(JOBS.map((job) => job.workload))) {
    const own = cells.filter((cell) => cell.workload === workload);
    const names = [...new Set(own.map(({ name }) => name))];
    const at = (name: string, people: number) =>
      own.find((cell) => cell.name === name && cell.people === people);
    const floors = SIZES.map((people) => {
      const found = own.filter((cell) => cell.people === people).map(pooled);
      const known = found.flatMap((each) => (typeof each === "string" ? [] : [each.floor]));
      return `1, ${figure(median(known))} µs`;
    });
    const head = [
      "× floor (quartiles), CPU time",
      ...SIZES.map((people) => `${people.toLocaleString("en-US")} people`),
    ];
    const rows = names.map((name) => [name, ...SIZES.map((people) => cellText(at(name, people)))]);
    const text = markdown(head, [["the floor", ...floors], ...rows]);
    writeSection(PAGE, workload, `${text}\n\n${circumstances()}`);
  }
}

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
if (write) sections();
const lines = cells.flatMap(linesOf);
if (json) for (const each of lines) console.log(JSON.stringify(each));
else console.log(table(lines));
