// Aim: whoever is suspended gets from every command that they are, and nothing else but what comes before; so do the
// people of a suspended Member from all that is a use of the Space.
// Method: the tables of the matrix, asked by their actors after each, or the Member, is suspended; what a cell says then
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

/** The World after the Host has suspended a Member in `supply`. */
const withoutMember = ((): World => {
  const data = { space: "supply", organization: "member" } as const;
  const [input] = stamped([command("association.suspend", ["host", "host-main"], data)], 9001);
  return apply(world, input, POLICY).world;
})();

const MEMBER_SIDE = ACTORS.filter(({ by }) => Array.isArray(by) && by[0] === "member");
const GATE = REFUSAL_CODES.indexOf("MEMBER_SUSPENDED");

/** What becomes of a cell in that World, in the words of the tables. */
function cameWithout(type: string, actor: Actor, data: never): string {
  const [input] = stamped([command(type as never, actor.by, data)], 9002);
  const { outcome } = apply(withoutMember, input, POLICY);
  if (outcome.kind === "refused") return outcome.refusal.code;
  return outcome.events.length > 0 ? "ok" : "quiet";
}

test("people of a suspended Member get that from every use of the Space, and all else as before", () => {
  const gated = new Set<string>();
  for (const { title, command: type, cells } of TABLES) {
    for (const { actor: name, column, says } of cells) {
      const actor = MEMBER_SIDE.find((each) => each.name === name);
      if (actor === undefined || says.startsWith("(")) continue;
      const data = COLUMNS[title]?.[column]?.(actor.party, actor) as never;
      const came = cameWithout(type, actor, data);
      if (came === says) continue;
      // An admin of theirs names one of their own people, who may have no task there.
      if (type === "task.assign" && came === "SUCCESSOR_NOT_ELIGIBLE") continue;
      expect([title, name, column, came]).toEqual([title, name, column, "MEMBER_SUSPENDED"]);
      const rank = REFUSAL_CODES.indexOf(says as RefusalCode);
      expect(rank < 0 || rank > GATE, `${title} ${column} said ${says}`).toBe(true);
      gated.add(type);
    }
  }
  expect([...gated].sort()).toEqual([
    ...["flow.resubmit", "flow.start", "flow.withdraw", "form.submit"],
    ...["group.add", "group.leave", "group.start"],
    ...["task.approve", "task.copy", "task.countersign", "task.delegate", "task.reject"],
    ...["task.remove-countersigner", "task.return", "task.take-back", "task.transfer"],
  ]);
});
test("nobody else's right changes, but towards its people", () => {
  const changed = new Set<string>();
  for (const { title, command: type, cells } of TABLES) {
    for (const { actor: name, column, says } of cells) {
      const actor = ACTORS.find((each) => each.name === name) as Actor;
      if (MEMBER_SIDE.includes(actor) || says.startsWith("(")) continue;
      const data = COLUMNS[title]?.[column]?.(actor.party, actor) as never;
      const came = cameWithout(type, actor, data);
      if (came !== says) changed.add(`${title} | ${column} | ${says} > ${came}`);
    }
  }
  const outside = "ROUTING_TARGET_OUTSIDE_INITIATOR_ORG";
  const onTask = "ROUTING_TARGET_ALREADY_ON_TASK";
  expect([...changed].sort()).toEqual([
    "association.resume | related | quiet > ok",
    "association.suspend | related | ok > quiet",
    "group.add | missing person | NOT_IN_SPACE > NOT_VISIBLE",
    "group.add | related person | ok > NOT_VISIBLE",
    "group.start | missing person | NOT_IN_SPACE > NOT_VISIBLE",
    "group.start | related | ok > NOT_VISIBLE",
    "task.assign | related not parked | TASK_NOT_PENDING > NOT_AUTHORIZED_ADMIN",
    `task.copy | own | ok > ${outside}`,
    `task.copy | to a signer | ok > ${outside}`,
    `task.countersign | own | ok > ${outside}`,
    `task.countersign | to a signer | ${onTask} > ${outside}`,
    `task.delegate | own | ok > ${outside}`,
    `task.delegate | to a signer | ${onTask} > ${outside}`,
    "task.reassign | parked | ok > SUCCESSOR_NOT_ELIGIBLE",
    "task.reassign | to a colleague | ok > SUCCESSOR_NOT_ELIGIBLE",
    `task.transfer | own | ok > ${outside}`,
    `task.transfer | to a signer | ${onTask} > ${outside}`,
  ]);
});
