/** Counts what scripts reached, so that a run can say what it never tried. */
import { COMMAND_TYPES } from "../core/command-types.ts";
import { FACT_TYPES, REFUSALS } from "../engine/codes.ts";
import { evolvers } from "../engine/evolvers.ts";
import type { InputType } from "../engine/types.ts";
import type { Step } from "./laws/law.ts";

/** What was reached, and how often. */
export interface Tally {
  inputs: number;
  commands: number;
  /** Commands accepted with at least one event. */
  effective: number;
  /** Inputs by type, refusals as `type CODE`, events by type, notices by kind. */
  readonly types: Map<string, number>;
  readonly refusals: Map<string, number>;
  readonly events: Map<string, number>;
  readonly notices: Map<string, number>;
}

/** Starts counting. */
export function newTally(): Tally {
  return {
    inputs: 0,
    commands: 0,
    effective: 0,
    types: new Map(),
    refusals: new Map(),
    events: new Map(),
    notices: new Map(),
  };
}

function count(map: Map<string, number>, name: string): void {
  map.set(name, (map.get(name) ?? 0) + 1);
}

/** Counts a step. */
export function countStep(tally: Tally, { input, outcome }: Step): void {
  tally.inputs += 1;
  count(tally.types, input.type);
  if ("by" in input) tally.commands += 1;
  if (outcome.kind === "refused") {
    count(tally.refusals, `${input.type} ${outcome.refusal.code}`);
    return;
  }
  if ("by" in input && outcome.events.length > 0) tally.effective += 1;
  for (const { type } of outcome.events) count(tally.events, type);
  for (const { kind } of outcome.notices) count(tally.notices, kind);
}

/**
 * Codes that no World refuses with: the boundary and the host do; what policies ask of few commands; and
 * what takes a story too long to be drawn, which a kept script tells.
 */
export const REACHED_ELSEWHERE: readonly string[] = [
  "MALFORMED",
  "INPUT_ID_REUSED",
  "EXPECTATION_REQUIRED",
  "list.put-off",
];

/** The share of commands that were accepted with at least one event, in percent. */
export function effectiveShare({ commands, effective }: Tally): number {
  return commands === 0 ? 0 : (100 * effective) / commands;
}

/** What was reached too rarely: types below a number of inputs, codes of types and events never. */
export interface Gaps {
  readonly rare: readonly string[];
  readonly refusals: readonly string[];
  readonly events: readonly string[];
}

/** Says what was not reached. */
export function gapsOf(tally: Tally, fewest: number): Gaps {
  const types: readonly InputType[] = [...COMMAND_TYPES, ...FACT_TYPES];
  const declared = types.flatMap((type) =>
    REFUSALS[type]
      .filter((code) => !REACHED_ELSEWHERE.includes(code))
      .map((code) => `${type} ${code}`),
  );
  return {
    rare: types.filter(
      (type) => (tally.types.get(type) ?? 0) < fewest && !REACHED_ELSEWHERE.includes(type),
    ),
    refusals: declared.filter((each) => !tally.refusals.has(each)),
    events: [...evolvers.keys()].filter(
      (type) => !tally.events.has(type) && !REACHED_ELSEWHERE.includes(type),
    ),
  };
}
