// Aim: whoever is suspended gets from every command that they are, and nothing else but what comes before.
// Method: the tables of the matrix, asked by their actors after each is suspended; what a cell says then
// follows from what it says of somebody who is not, and from the rank of codes.
import { describe, expect, test } from "vitest";
import { REFUSAL_CODES, type RefusalCode } from "../../src/core/refusal.ts";
import { apply, type World } from "../../src/engine/world.ts";
import { command, fact, stamped } from "../../src/testing/inputs.ts";
import { ACTORS, type Actor } from "./actors.ts";
import { COLUMNS } from "./objects/index.ts";
import { AREAS, TABLES } from "./tables.ts";
import { matrixWorld, POLICY } from "./world.ts";

const world = matrixWorld();

/** The World after an actor is suspended, or `null` for whoever is not in service anywhere. */
function without({ by }: Actor): World | null {
  if ("support" in by || !Array.isArray(by)) return null;
  const [organization, person] = by;
  const data = { organization, person, number: 1 };
  const [input] = stamped([fact("person.suspended", data as never)], 9001);
  const { world: after, outcome } = apply(world, input, POLICY);
  const happened = outcome.kind === "accepted" && outcome.events.length > 0;
  return happened ? after : null;
}

const suspended = new Map(
  ACTORS.flatMap((actor) => {
    const after = without(actor);
    return after === null ? [] : [[actor.name, [actor, after] as const]];
  }),
);

const LAST_BEFORE = REFUSAL_CODES.indexOf("ACTOR_SUSPENDED");
const comesFirst = (says: string): boolean => {
  const rank = REFUSAL_CODES.indexOf(says as RefusalCode);
  return rank >= 0 && rank < LAST_BEFORE;
};

test("nearly everybody in the tables is in service and can be suspended", () => {
  expect(ACTORS.map(({ name }) => name).filter((name) => !suspended.has(name))).toEqual([
    "Host leaver",
    "As Host",
    "Member leaver",
    "As Member",
    "As nobody",
    "Support",
  ]);
});

for (const area of AREAS) {
  describe(area, () => {
    for (const { title, command: type, cells } of TABLES.filter((each) => each.area === area)) {
      test(title, () => {
        for (const { actor: name, column, says } of cells) {
          const [actor, after] = suspended.get(name) ?? [];
          if (actor === undefined || after === undefined || says.startsWith("(")) continue;
          const data = COLUMNS[title]?.[column]?.(actor.party, actor) as never;
          const [input] = stamped([command(type as never, actor.by, data)], 9002);
          const { outcome } = apply(after, input, POLICY);
          const code = outcome.kind === "refused" ? outcome.refusal.code : outcome.kind;
          expect([name, column, code]).toEqual([
            name,
            column,
            comesFirst(says) ? says : "ACTOR_SUSPENDED",
          ]);
        }
      });
    }
  });
}
