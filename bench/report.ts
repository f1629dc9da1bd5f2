/** The lines that a run prints. */

/** One measurement. */
export interface Line {
  readonly name: string;
  /** Of many samples, the median. */
  readonly value: number;
  /** What a tenth of the samples are below; `null` where there are none. */
  readonly p10: number | null;
  readonly unit: string;
  /** How long a sample is, with its unit; empty where there are none. */
  readonly sample: string;
  /** The most it may be; `null` where there is no budget. */
  readonly budget: number | null;
  readonly met: boolean | null;
}

/** What is said of samples beside their median. */
export interface Spread {
  readonly p10: number;
  readonly sample: string;
}

const short = (value: number): number => Number(value.toPrecision(4));

/** Makes a line. */
export function line(
  name: string,
  value: number,
  unit: string,
  budget: number | null,
  spread: Spread | null = null,
): Line {
  const shown = short(value);
  const met = budget === null ? null : shown <= budget;
  const p10 = spread === null ? null : short(spread.p10);
  return { name, value: shown, p10, unit, sample: spread?.sample ?? "", budget, met };
}

const HEAD = ["measurement", "median", "p10", "unit", "a sample", "budget", "met"];

const met = (value: boolean | null): string => (value === null ? "" : value ? "yes" : "no");

const figure = (value: number | null): string =>
  value === null ? "" : value.toLocaleString("en-US");

/** Lines as the rows of a table, its head first. */
export function cells(lines: readonly Line[]): string[][] {
  const rows = lines.map((each) => [
    each.name,
    figure(each.value),
    figure(each.p10),
    each.unit,
    each.sample,
    figure(each.budget),
    met(each.met),
  ]);
  return [HEAD, ...rows];
}

/** Rows as an aligned table, numbers to the right. */
export function aligned(rows: readonly (readonly string[])[], numbers: readonly number[]): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  const side = (cell: string, i: number): string =>
    numbers.includes(i) ? cell.padStart(widths[i] as number) : cell.padEnd(widths[i] as number);
  return rows.map((row) => row.map(side).join("  ").trimEnd()).join("\n");
}

/** Lines as an aligned table. */
export const table = (lines: readonly Line[]): string => aligned(cells(lines), [1, 2, 5]);
