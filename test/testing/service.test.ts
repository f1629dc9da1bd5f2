// Aim: a service written elsewhere can be put beside the rules. Method: the library itself behind the
// service's interface passes; told to forget one thing it is caught, at the input that shows it.
import { describe, expect, test } from "vitest";
import { apply, defaultPolicy, emptyWorld, type Input, type World } from "../../src/index.ts";
import {
  agreesWithRules,
  factsOf,
  firstFailure,
  type ReferenceFacts,
  type RunningService,
  type ServiceUnderTest,
  soak,
  worldInputs,
} from "../../src/testing/index.ts";

const TYPES = ["person.hired", "person.resigned", "association.cancel", "scope.put-in"] as const;
const setting = worldInputs({
  organizations: {
    acme: { people: { sam: [] }, admins: { ann: "main" } },
    bolt: { people: { jo: [] }, admins: { bea: "main" } },
  },
  spaces: { north: { host: "acme", scope: "whole", members: { bolt: "whole" } } },
});

const rosters = ({ spaces }: ReferenceFacts): unknown => spaces.map(({ roster }) => roster);

/** The library as a service that does not do inputs of one type, or answers in some other way. */
function service(
  ignored: Input["type"] | null,
  answer: (refusal: string | null) => boolean | string = (refusal) => refusal ?? true,
): ServiceUnderTest {
  const start = (): RunningService => {
    let world: World = emptyWorld;
    return {
      submit: (input) => {
        const { world: after, outcome } = apply(world, input, defaultPolicy);
        if (input.type !== ignored) world = after;
        return answer(outcome.kind === "refused" ? outcome.refusal.code : null);
      },
      view: () => rosters(factsOf(world, defaultPolicy)),
    };
  };
  return { start, expected: rosters };
}

const found = (under: ServiceUnderTest) =>
  soak([agreesWithRules(under)], {
    seed: 3,
    inputs: 2000,
    length: 30,
    scripts: { policy: defaultPolicy, setting, types: TYPES },
  });

test("a service that follows the rules agrees; scripts hold the setting and the types asked for", () => {
  const { tally, failures } = found(service(null));
  expect(failures).toEqual([]);
  const after: readonly string[] = setting.map(({ type }) => type);
  const types = [...tally.types.keys()].filter((type) => !after.includes(type));
  expect(types.every((type) => (TYPES as readonly string[]).includes(type))).toBe(true);
  expect(tally.types.get("association.cancel")).toBeGreaterThan(10);
});

describe("a difference is found and shown without the setting", () => {
  test("in what is seen", () => {
    const [failure] = found(service("person.resigned")).failures;
    expect(failure?.script.setting).toBe(setting.length);
    expect(failure?.script.inputs.slice(0, setting.length)).toEqual(setting);
    expect(failure?.script.inputs.slice(setting.length).map(({ type }) => type)).toEqual([
      "person.resigned",
    ]);
    expect(failure?.text).toContain("input 1 after the scene is set");
    expect(failure?.text).toContain("definePolicy({})");
    expect(failure?.text).not.toContain("organization.registered");
  });

  test.each([
    ["accepts too much", () => true, /accepted; the rules refuse it with [A-Z_]+/],
    ["refuses too much", () => false, /refused; the rules accept it/],
    ["gives other codes", (code: string | null) => code === null || "NO", /refusal codes differ/],
  ])("where it %s", (_, answer, message) => {
    const [failure] = found(service(null, answer)).failures;
    expect(failure?.failure.message).toMatch(message);
    if (failure === undefined) return;
    expect(firstFailure(failure.script, [agreesWithRules(service(null))])).toBeNull();
  });
});
