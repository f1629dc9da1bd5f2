// From how many loads a decision, or an answer, comes about, with the same result as over the whole World.
import { expect } from "vitest";
import { tableGet } from "../../src/core/table.ts";
import {
  ask,
  decide,
  defaultPolicy,
  emptySlice,
  type Input,
  loadSlice,
  type Query,
  type RecordKey,
} from "../../src/index.ts";
import type { Play } from "../../src/testing/index.ts";

/** A slice with more of a World loaded. */
function loaded(p: Play, slice: typeof emptySlice, needs: readonly RecordKey[]) {
  const { table } = p.world();
  return loadSlice(
    slice,
    needs.map((key) => [key, (tableGet(table, ...key) ?? null) as never] as const),
  );
}

/** How often has to be loaded to decide an input over a World, and what becomes of it. */
export function roundsOf(p: Play, draft: object) {
  const input = { id: "x", at: 2000, ...draft } as Input;
  const world = p.world();
  let slice = emptySlice;
  for (let rounds = 0; ; rounds += 1) {
    const outcome = decide(slice, input, defaultPolicy);
    if (outcome.kind !== "incomplete") {
      const whole = decide(world, input, defaultPolicy);
      const said = (each: ReturnType<typeof decide>) =>
        each.kind === "refused" ? each.refusal : each.kind === "accepted" ? each.events : null;
      expect(said(outcome)).toEqual(said(whole));
      return { rounds, reads: outcome.reads.length, kind: outcome.kind };
    }
    slice = loaded(p, slice, outcome.needs);
  }
}

/** How often has to be loaded to answer a question over a World, and what the answer is. */
export function asked(p: Play, type: string, data: object): number {
  const query = { type, data } as Query;
  const world = p.world();
  let slice = emptySlice;
  for (let rounds = 0; ; rounds += 1) {
    const answer = ask(slice, query, defaultPolicy);
    if (answer.kind !== "incomplete") {
      expect(answer.kind).toBe("answer");
      const whole = ask(world, query, defaultPolicy);
      expect({ ...answer, reads: [] }).toEqual({ ...whole, reads: [] });
      return rounds;
    }
    slice = loaded(p, slice, answer.needs);
  }
}
