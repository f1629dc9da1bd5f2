// Aim: what waits for a Member without admins is assigned by the admins of its Space, to its own people, and
// by nobody else (HAND-08). Method: the World of the matrix after one organization has lost its admins;
// every actor of the tables names everybody of whom something else is said.
import { describe, expect, test } from "vitest";
import { apply } from "../../src/engine/world.ts";
import { command, fact, stamped } from "../../src/testing/inputs.ts";
import { applyAll } from "../../src/testing/tell.ts";
import { ACTORS, type Actor } from "./actors.ts";
import { taskOf } from "./runs.ts";
import { matrixWorld, POLICY } from "./world.ts";

const before = matrixWorld();
const admins = ["main", "sub", "plain", "former"].map((role) =>
  fact("admin.changed", {
    ...{ organization: "other", person: `other-${role}`, number: 1 },
    ...{ role: null, spacePermission: false },
  }),
);
const orphaned = applyAll(before, stamped(admins, 9001), POLICY);

/** Whom a task of `other` is given to, and what its Space's admins get then. */
const NAMED = {
  "other-mate": "ok",
  "other-rostered": "ok",
  // Of `other`, off the Roster of `supply`.
  "other-main": "SUCCESSOR_NOT_ELIGIBLE",
  "other-leaver": "SUCCESSOR_NOT_ELIGIBLE",
  "host-mate": "SUCCESSOR_NOT_ELIGIBLE",
  nobody: "SUCCESSOR_NOT_ELIGIBLE",
} as const;

function came(world: typeof before, { by }: Actor, task: number, to: string): string {
  const data = { instance: "run", task, to, organization: "other" };
  const [input] = stamped([command("task.assign", by, data as never)], 9100);
  const { outcome } = apply(world, input, POLICY);
  return outcome.kind === "refused" ? outcome.refusal.code : "ok";
}

/** What comes before the question of authority. */
const OTHERS: { readonly [actor: string]: string } = {
  "As nobody": "UNKNOWN_ORGANIZATION",
  "Applicant main": "UNKNOWN_INSTANCE",
  "Outsider main": "UNKNOWN_INSTANCE",
};
const spaceAdmins = ["Host main", "Host sub"];
const task = taskOf("other-leaver");

for (const [to, says] of Object.entries(NAMED)) {
  describe(`a task of the Member given to ${to}`, () => {
    for (const actor of ACTORS) {
      const isAdmin = spaceAdmins.includes(actor.name);
      const said = isAdmin ? says : (OTHERS[actor.name] ?? "NOT_AUTHORIZED_ADMIN");
      test(`${actor.name}: ${said}`, () => {
        expect(came(orphaned, actor, task, to)).toBe(said);
      });
    }
  });
}

test("a task that waits for nobody is the Space admins' alone as long as the Member has none", () => {
  const host = ACTORS.find(({ name }) => name === "Host main") as Actor;
  expect(came(before, host, task, "other-mate")).toBe("NOT_AUTHORIZED_ADMIN");
  expect(came(orphaned, host, taskOf("other-rostered"), "other-mate")).toBe("TASK_NOT_PENDING");
});
