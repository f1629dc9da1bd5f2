/**
 * Aim: the law of room still finds mistakes where identities come to be one natural person (AMB-117).
 * Method: two short scripts, tried on the library and on systems that each make one mistake.
 */
import { expect, test } from "vitest";
import {
  checkLaws,
  command,
  engine,
  fact,
  type InputDraft,
  roomIsKept,
  type System,
  stamped,
  worldInputs,
} from "../../src/testing/index.ts";
import { defaultPolicy } from "./support.ts";

const admins = { admin: "main" } as const;

/** A Space whose Members have one person each besides the admin that they share. */
function kept(personCap: number, drafts: readonly InputDraft[], system: System): void {
  const start = worldInputs({
    organizations: {
      acme: { admins },
      bolt: { admins, people: { x: [] } },
      coop: { admins, people: { y: [] } },
    },
    spaces: {
      supply: {
        ...{ host: "acme", scope: "nobody" },
        members: { bolt: "whole", coop: personCap > 2 ? "whole" : "nobody" },
      },
    },
  });
  const inputs = [...start, ...stamped(drafts, start.length + 1)];
  checkLaws({ policy: { ...defaultPolicy, personCap }, inputs }, [roomIsKept], system);
}

const hired = fact("person.hired", {
  ...{ organization: "bolt", person: "w", departments: [], fields: { name: "w" } },
});
const renamed = fact("person.renamed", { organization: "bolt", person: "x", to: "y" });

/** Somebody comes into a full Space, and two of those in it turn out to be one. */
const waits = [hired, renamed];
/** Somebody is to be added who is in a full Space already, as somebody of another organization. */
const counts = [
  renamed,
  command("scope.put-in", ["coop", "admin"], {
    ...{ space: "supply", organization: "coop", people: ["y"] },
  }),
];

/** The library under a policy with a mistake. */
const under = (mistake: Partial<typeof defaultPolicy>): System => ({
  ...engine,
  apply: (world, input, policy) => engine.apply(world, input, { ...policy, ...mistake }),
});

/** The library, but nobody who waits comes in. */
const forgetful: System = {
  ...engine,
  apply: (world, input, policy) => {
    const { outcome } = engine.apply(world, input, policy);
    if (outcome.kind === "refused") return { world, outcome };
    const events = outcome.events.filter(
      ({ type, data }) =>
        type !== "roster.entered" || (data as { because: string }).because !== "waiting-list",
    );
    return { world: engine.replay(events, world), outcome: { ...outcome, events } };
  },
};

test("the library keeps it", () => {
  kept(3, waits, engine);
  kept(2, counts, engine);
});

test("whoever comes in above the cap is found", () => {
  expect(() => kept(3, waits, under({ personCap: 4 }))).toThrow("above its cap");
});

test("whoever waits although two have come to be one is found", () => {
  expect(() => kept(3, waits, forgetful)).toThrow("some wait, and supply has 1 free");
});

test("a refusal of whoever takes no place is found", () => {
  const mistaken = under({ personCounting: "per-identity" });
  expect(() => kept(2, counts, mistaken)).toThrow("refused for want of room");
});
