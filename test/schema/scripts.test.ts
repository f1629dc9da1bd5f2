// Aim: whatever the library writes, its own parsers read, whatever the ids and the order of things.
// Method: generated courses of inputs, and somebody in more groups than one record holds; every input
// and event is parsed, and now and then every record.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { NEAR_MAX } from "../../src/directory/select/bound.ts";
import type { Event, Input, World } from "../../src/index.ts";
import { apply, emptyWorld, snapshot } from "../../src/index.ts";
import { parseEvent, parseInput, parseSnapshot } from "../../src/schema/index.ts";
import { play, type Script, scripts } from "../../src/testing/index.ts";
import * as samples from "./samples.ts";

/** So many that a few rarely drawn types more do not make a tenth of all: every change of generators draws others. */
const COURSES = 200;

/** Inputs after which all records are looked at. */
const LOOK_EVERY = 20;

const written = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** Reads all records back; gives their kinds. */
function readSnapshot(world: World): readonly string[] {
  const whole = written(snapshot(world)) as { readonly records: readonly [string, unknown][] };
  expect(parseSnapshot(whole)).toEqual({ ok: true, value: whole });
  return whole.records.map(([key]) => key.slice(0, key.indexOf(":")));
}

/** Plays a script and reads back whatever comes by; gives types and kinds. */
function readBack({ policy, inputs }: Script): readonly string[] {
  let world: World = emptyWorld;
  const seen: string[] = [];
  inputs.forEach((input, step) => {
    expect(parseInput(written(input))).toEqual({ ok: true, value: input });
    const result = apply(world, input as Input, policy);
    world = result.world;
    if (result.outcome.kind === "accepted") {
      for (const event of result.outcome.events as readonly Event[]) {
        expect(parseEvent(written(event))).toEqual({ ok: true, value: event });
        seen.push(event.type);
      }
    }
    if (step % LOOK_EVERY === LOOK_EVERY - 1) seen.push(...readSnapshot(world));
  });
  return [...seen, ...readSnapshot(world)];
}

test("generated courses are read back, nearly every type of event and kind of record among them", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(scripts({ maxLength: 150 }), (script) => {
      for (const name of readBack(script)) seen.add(name);
    }),
    { numRuns: COURSES, seed: 1 },
  );
  const all = [...Object.keys(samples.events), ...Object.keys(samples.records)];
  expect(all.filter((name) => !seen.has(name)).length).toBeLessThan(all.length / 10);
});

test("the records of somebody who is bound in very many places are read back", () => {
  const p = play();
  p.register(["A"]);
  p.createSpace("A", "s1", { whole: true });
  for (let i = 0; i <= NEAR_MAX; i += 1) {
    p.command("A", "group.start", {
      space: "s1",
      group: `g${i}`,
      name: `Group ${i}`,
      participants: [],
    });
  }
  expect(readSnapshot(p.world())).toContain("ties");
});
