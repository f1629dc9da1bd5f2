/** Aim: the README's code does what its comments say. Method: the code is cut from the page and run. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as root from "../src/index.ts";
import * as testing from "../src/testing/index.ts";

const page = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const code = /```ts\n([\s\S]*?)```/.exec(page)?.[1] ?? "";

test("the README's example is refused, then accepted", () => {
  const body = code
    .replaceAll(/^import .*$/gm, "")
    .replace(" as const", "")
    .replace(
      "apply(world, byBob, defaultPolicy).outcome;",
      "const first = apply(world, byBob, defaultPolicy).outcome;",
    );
  const run = new Function(
    ...["apply", "defaultPolicy", "buildWorld", "command", "stamped"],
    `${body}; return { first, outcome, world, after };`,
  );
  const { apply, defaultPolicy } = root;
  const { buildWorld, command, stamped } = testing;
  const result = run(apply, defaultPolicy, buildWorld, command, stamped);
  expect(result.first).toMatchObject({
    kind: "refused",
    refusal: { code: "NOT_AUTHORIZED_ADMIN", rule: "ADMIN-01" },
  });
  expect(result.outcome.events.map(({ type }: { type: string }) => type)).toEqual([
    "space.created",
    "scope.changed",
    "roster.entered",
    "roster.entered",
  ]);
  expect(result.after).not.toBe(result.world);
});
