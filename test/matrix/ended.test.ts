// Aim: from the end of a purchase whoever may grant gets that from every grant, from the end of grace whoever uses an app
// gets it from every use, and nothing else changes for anybody.
// Method: the tables of the matrix, asked again when the purchases of all Hosts and Trunks have ended, in grace and after it.
import { describe, expect, test } from "vitest";
import { REFUSAL_CODES, type RefusalCode } from "../../src/core/refusal.ts";
import { apply, type World } from "../../src/engine/world.ts";
import type { Policy } from "../../src/index.ts";
import { applyAll, factsOf } from "../../src/testing/index.ts";
import { command, fact, stamped } from "../../src/testing/inputs.ts";
import { ACTORS, type Actor } from "./actors.ts";
import { COLUMNS } from "./objects/index.ts";
import { TABLES } from "./tables.ts";
import { matrixWorld, POLICY } from "./world.ts";

/** When it ends, in epoch ms. */
const END = 9100;
const GATE = REFUSAL_CODES.indexOf("LICENSE_TERM_ENDED");

/** The World in which what everybody has bought has an end. */
const ending = ((): World => {
  const before = matrixWorld();
  const bought = factsOf(before, POLICY).pools.map(({ host, purchased }) =>
    fact("license.purchased", { organization: host, purchased, until: END }),
  );
  return applyAll(before, stamped(bought, 9001), POLICY);
})();

/** What becomes of a cell at some time, in the words of the tables. */
function came(type: string, actor: Actor, data: never, at: number, policy: Policy): string {
  const [input] = stamped([command(type as never, actor.by, data)], at);
  const { outcome } = apply(ending, input, policy);
  if (outcome.kind === "refused") return outcome.refusal.code;
  return outcome.events.length > 0 ? "ok" : "quiet";
}

/** The commands that are refused for the end, and whatever else is not as the tables have it. */
function changed(at: number, policy: Policy): { readonly gated: string[]; readonly odd: string[] } {
  const gated = new Set<string>();
  const odd = new Set<string>();
  for (const { title, command: type, cells } of TABLES) {
    for (const { actor: name, column, says } of cells) {
      if (says.startsWith("(")) continue;
      const actor = ACTORS.find((each) => each.name === name) as Actor;
      const data = COLUMNS[title]?.[column]?.(actor.party, actor) as never;
      const now = came(type, actor, data, at, policy);
      if (now === says) continue;
      const rank = REFUSAL_CODES.indexOf(says as RefusalCode);
      if (now === "LICENSE_TERM_ENDED" && (rank < 0 || rank > GATE)) gated.add(type);
      else odd.add(`${title} | ${name} | ${column} | ${says} > ${now}`);
    }
  }
  return { gated: [...gated].sort(), odd: [...odd].sort() };
}

describe("the end of a purchase", () => {
  test("changes nothing a moment before", () => {
    expect(changed(END - 1, POLICY)).toEqual({ gated: [], odd: [] });
  });

  test("keeps everybody from granting, and nobody from anything else", () => {
    expect(changed(END, POLICY)).toEqual({ gated: ["license.grant"], odd: [] });
  });

  test("keeps everybody from using apps, too, when grace is over", () => {
    const gated = [
      ...["flow.resubmit", "flow.start", "form.submit", "license.grant"],
      ...["task.approve", "task.copy", "task.countersign", "task.delegate", "task.reject"],
      ...["task.remove-countersigner", "task.return", "task.take-back", "task.transfer"],
    ];
    expect(changed(END, { ...POLICY, licenseGraceDays: 0 })).toEqual({ gated, odd: [] });
  });
});
