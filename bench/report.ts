/** The lines that a run prints. */

/** One measurement. */
export interface Line {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The most it may be; `null` where there is no budget. */
  readonly budget: number | null;
  readonly met: boolean | null;
}

/** Makes a line. */
export function line(name: string, value: number, unit: string, budget: number | null): Line {
  const shown = Number(value.toPrecision(4));
  return { name, value: shown, unit, budget, met: budget === null ? null : shown <= budget };
}

const HEAD = ["measurement", "value", "unit", "budget", "met"];

const met = (value: boolean | null): string => (value === null ? "" : value ? "yes" : "no");

/** Lines as the rows of a table, its head first. */
export function cells(lines: readonly Line[]): string[][] {
  const rows = lines.map((each) => [
    each.name,
    each.value.toLocaleString("en-US"),
    each.unit,
    each.budget === null ? "" : each.budget.toLocaleString("en-US"),
    met(each.met),
  ]);
  return [HEAD, ...rows];
}

/** Lines as an aligned table, numbers to the right. */
export function table(lines: readonly Line[]): string {
  const rows = cells(lines);
  const widths = HEAD.map((_, i) => Math.max(...rows.map((row) => (row[i] as string).length)));
  const right = new Set([1, 3]);
  return rows
    .map((row) =>
      row
        .map((cell, i) =>
          right.has(i) ? cell.padStart(widths[i] as number) : cell.padEnd(widths[i] as number),
        )
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
