// Aim: everybody gets from every command exactly what the rulebook says, whatever it is about.
// Method: one World; each cell of the tables is one command in it. A cell is the code of the refusal,
// `ok` (something happens) or `quiet` (nothing does), and never depends on another cell.
import { describe, expect, test } from "vitest";
import type { RefusalCode } from "../../src/core/refusal.ts";
import { REFUSALS } from "../../src/engine/codes.ts";
import type { Input, InputType } from "../../src/engine/types.ts";
import { apply } from "../../src/engine/world.ts";
import { command, stamped } from "../../src/testing/inputs.ts";
import { ACTORS, type Actor } from "./actors.ts";
import { COLUMNS } from "./objects/index.ts";
import { AREAS, TABLES, type Table } from "./tables.ts";
import { matrixWorld, POLICY } from "./world.ts";

const world = matrixWorld();

const actorCalled = (name: string): Actor => ACTORS.find((each) => each.name === name) as Actor;

/** What an actor asks for in a column, or `null` where there is nothing to ask for. */
function asked({ title, command: type }: Table, column: string, actor: Actor): Input | null {
  const data = COLUMNS[title]?.[column]?.(actor.party, actor) ?? null;
  if (data === null) return null;
  const [input] = stamped([command(type as never, actor.by, data as never)], 9001);
  return input;
}

/** What comes of a cell, in the words of the tables. */
function came(input: Input): string {
  const { world: after, outcome } = apply(world, input, POLICY);
  if (outcome.kind === "accepted") return outcome.events.length > 0 ? "ok" : "quiet";
  const { code } = outcome.refusal;
  const declared: readonly RefusalCode[] = REFUSALS[input.type as InputType];
  if (!declared.includes(code)) return `${code}, which is not declared`;
  return after === world ? code : `${code}, and the World changed`;
}

function differences(table: Table): string[] {
  return table.cells.flatMap(({ actor, column, says }) => {
    const input = asked(table, column, actorCalled(actor));
    if (says.startsWith("(")) {
      return input === null ? [] : [`${actor} | ${column}: left out ${says}, but possible`];
    }
    const outcome = input === null ? "nothing to ask for" : came(input);
    return outcome === says ? [] : [`${actor} | ${column}: expected ${says}, came ${outcome}`];
  });
}

for (const area of AREAS) {
  describe(area, () => {
    for (const table of TABLES.filter((each) => each.area === area)) {
      test(table.title, () => {
        expect(differences(table)).toEqual([]);
      });
    }
  });
}
