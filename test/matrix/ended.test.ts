// Aim: when the Host's purchase is over, nobody is granted anything of it; after the days of grace nobody uses it
// either; nothing else is refused to anybody, and a renewal brings all of it back (LIC-20).
// Method: the tables of the matrix, tried before the end, at it and after the grace; what a cell says then follows
// from what it says while there is no end, and from the rank of codes.
import { expect, test } from "vitest";
import { REFUSAL_CODES, type RefusalCode } from "../../src/core/refusal.ts";
import { apply, type World } from "../../src/engine/world.ts";
import { command, fact, stamped } from "../../src/testing/inputs.ts";
import { ACTORS, type Actor } from "./actors.ts";
import { COLUMNS } from "./objects/index.ts";
import { TABLES } from "./tables.ts";
import { matrixWorld, POLICY } from "./world.ts";

const END = 9100;
const OVER = END + POLICY.licenseGraceDays * 86_400_000;
const GATE = REFUSAL_CODES.indexOf("LICENSE_TERM_ENDED");

const bought = (world: World, at: number, until: number | null): World => {
  const data = { organization: "host", purchased: 50, until };
  const [input] = stamped([fact("license.purchased", data)], at);
  const { world: after, outcome } = apply(world, input, POLICY);
  expect(outcome.kind).toBe("accepted");
  return after;
};
const endless = matrixWorld();
const ending = bought(endless, 9001, END);

/** What becomes of a cell, in the words of the tables, and what comes with the code. */
function came(world: World, type: string, { by }: Actor, data: never, at: number) {
  const [input] = stamped([command(type as never, by, data)], at);
  const { outcome } = apply(world, input, POLICY);
  if (outcome.kind !== "refused") {
    return { said: outcome.events.length > 0 ? "ok" : "quiet", data: null };
  }
  return { said: outcome.refusal.code, data: outcome.refusal.data };
}

/** The commands that the end refuses to somebody at a time; every other cell says what it says without an end. */
function refusedAt(world: World, at: number): string[] {
  const gated = new Set<string>();
  for (const { title, command: type, cells } of TABLES) {
    for (const { actor: name, column, says } of cells) {
      if (says.startsWith("(")) continue;
      const actor = ACTORS.find((each) => each.name === name) as Actor;
      const tried = COLUMNS[title]?.[column]?.(actor.party, actor) as never;
      const before = came(endless, type, actor, tried, at).said;
      const { said, data } = came(world, type, actor, tried, at);
      if (said === before) continue;
      expect([title, name, column, said]).toEqual([title, name, column, "LICENSE_TERM_ENDED"]);
      const rank = REFUSAL_CODES.indexOf(before as RefusalCode);
      expect(rank < 0 || rank > GATE, `${title} ${column} said ${before}`).toBe(true);
      const isHosts = Array.isArray(actor.by) && actor.by[0] === "host";
      expect(data, `${title} ${name}`).toEqual(isHosts ? { until: END } : {});
      gated.add(type);
    }
  }
  return [...gated].sort();
}

test("a moment before the end nothing is refused for it", () => {
  expect(refusedAt(ending, END - 1)).toEqual([]);
});

test("from the end on grants are refused, and nothing else", () => {
  expect(refusedAt(ending, END)).toEqual(["license.grant"]);
  expect(refusedAt(ending, OVER - 1)).toEqual(["license.grant"]);
});

test("after the days of grace what uses an app is refused too", () => {
  expect(refusedAt(ending, OVER)).toEqual([
    ...["flow.resubmit", "flow.start", "form.submit", "license.grant"],
    ...["task.approve", "task.copy", "task.countersign", "task.delegate", "task.reject"],
    ...["task.remove-countersigner", "task.return", "task.take-back", "task.transfer"],
  ]);
});

test("a renewal brings everything back", () => {
  expect(refusedAt(bought(ending, OVER, null), OVER + 1)).toEqual([]);
});
