/** What is printed of a number of runs. */

/** The middle one, and the extremes. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** The spread of some runs. */
export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (place: number): number => sorted[Math.floor(place)] as number;
  const last = sorted.length - 1;
  return { median: (at(last / 2) + at((last + 1) / 2)) / 2, min: at(0), max: at(last) };
}

/** `12.3 (11.0 to 15.1)`, in milliseconds; `over` is taken off each. */
export function shown(values: readonly number[], over = 0): string {
  const { median, min, max } = spread(values);
  const text = (value: number): string => (value - over).toFixed(0);
  return `${text(median)} (${text(min)} to ${text(max)})`;
}

/** A table in Markdown, as the README has it. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const rule = head.map((_, index) => (index === 0 ? "---" : "---:"));
  return [head, rule, ...rows].map(line).join("\n");
}
