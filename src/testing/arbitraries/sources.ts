/** Names of sources of directories, few enough to meet again (DIR-06). */
import type { SourceId } from "../../core/ids.ts";
import type { Random } from "./random.ts";

const names = ["hr", "hr", "hr", "payroll", "payroll", "badges"] as unknown as readonly SourceId[];

/** The name of a source. */
export const aSourceName = (random: Random): SourceId => random.pick(names) as SourceId;

/** Which source says a fact: mostly none. */
export function aSource(random: Random): { readonly source?: SourceId } {
  return random.chance(12) ? { source: aSourceName(random) } : {};
}
