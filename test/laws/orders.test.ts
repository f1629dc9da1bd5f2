/**
 * Aim: D20.3, DIR-02, DIR-06: facts about one person without numbers lead to the same end in any order, and so
 * does what each of several sources says of somebody whom another one has all the time.
 * Method: a few facts with different times, in all their orders.
 */
import { expect, test } from "vitest";
import { apply, ask, defaultPolicy } from "../../src/index.ts";
import { randomOf } from "../../src/testing/arbitraries/random.ts";
import { buildWorld, fact, factsOf, type InputDraft, stamped } from "../../src/testing/index.ts";

const WORDS = ["person.hired", "person.resigned", "person.reinstated"] as const;
const FACTS_MAX = 5;
const TRIES = 600;

function ordersOf<Item>(items: readonly Item[]): Item[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, place) =>
    ordersOf(items.filter((_, other) => other !== place)).map((rest) => [item, ...rest]),
  );
}

const world = buildWorld({ organizations: { acme: { admins: { ann: "main" } } } });

/** Whether bob is in service at the end; `null` if a fact came too early for anything to be known. */
function endOf(facts: readonly InputDraft[]): boolean | null {
  let now = world;
  for (const input of stamped(facts)) {
    const told = apply(now, input as never, defaultPolicy);
    if (told.outcome.kind === "refused") return null;
    now = told.world;
  }
  const [acme] = factsOf(now, defaultPolicy).organizations;
  return acme?.people.some(({ person }) => person === "bob") === true;
}

test("whether somebody is in service does not depend on the order in which facts arrive", () => {
  let compared = 0;
  for (let seed = 0; seed < TRIES; seed += 1) {
    const random = randomOf(seed);
    const facts = Array.from(
      { length: 2 + random.below(FACTS_MAX - 1) },
      (_, place): InputDraft => {
        const type = place === 0 ? "person.hired" : (random.pick(WORDS) ?? "person.hired");
        const about = { organization: "acme", person: "bob" };
        const data =
          type === "person.hired" ? { ...about, departments: [], fields: { name: "Bob" } } : about;
        return {
          ...fact(type, data as never),
          id: `fact-${place}`,
          at: 1_000 + place,
        } as InputDraft;
      },
    );
    const ends = ordersOf(facts).map((order) => [endOf(order), order] as const);
    const known = ends.filter(([end]) => end !== null);
    const [first] = known;
    for (const [end, order] of known) {
      const said = order.map(({ type, at }) => `${type} at ${at}`).join(", ");
      expect(end, said).toBe(first?.[0]);
    }
    compared += known.length;
  }
  expect(compared).toBeGreaterThan(TRIES * 2);
});

/** As the sources of bob, whom a third one has all the time. */
const kept = buildWorld({ organizations: { acme: { admins: { ann: "main" } } } });
const SOURCES = ["one", "two"] as const;

function told(type: (typeof WORDS)[number], source: string, at: number): InputDraft {
  const about = { organization: "acme", person: "bob", source };
  const more = type === "person.hired" ? { departments: [], fields: { name: "Bob" } } : {};
  const data = { ...about, ...more };
  return { ...fact(type, data as never), id: `${source}-${at}`, at } as InputDraft;
}

/** Which sources vouch for bob at the end; `null` if one had said nothing yet that a fact of it is about. */
function sourcesAfter(facts: readonly InputDraft[]): string | null {
  const hired = new Set<string>();
  let now = kept;
  for (const input of stamped([told("person.hired", "third", 999), ...facts])) {
    const { source } = input.data as unknown as { readonly source: string };
    if (input.type === "person.hired") hired.add(source);
    else if (!hired.has(source)) return null;
    now = apply(now, input as never, defaultPolicy).world;
  }
  const question = {
    type: "directory.person",
    data: { source: { organization: "acme" }, person: "bob" },
  };
  const answered = ask(now, question as never, defaultPolicy) as {
    readonly value?: { readonly sources?: readonly string[] };
  };
  return [...(answered.value?.sources ?? ["nobody"])].sort().join(" ");
}

test("which sources vouch for somebody does not depend on the order in which facts arrive", () => {
  let compared = 0;
  for (let seed = 0; seed < TRIES / 2; seed += 1) {
    const random = randomOf(seed);
    const facts = Array.from({ length: 3 + random.below(3) }, (_, place) => {
      const type = place < 2 ? "person.hired" : (random.pick(WORDS) ?? "person.hired");
      const source = SOURCES[place] ?? random.pick(SOURCES) ?? "one";
      return told(type, source, 1_000 + random.below(500) * 10 + place);
    });
    const ends = ordersOf(facts).map((order) => [sourcesAfter(order), order] as const);
    const known = ends.filter(([end]) => end !== null);
    for (const [end, order] of known) {
      const text = order.map(({ type, id }) => `${type} ${id}`).join(", ");
      expect(end, text).toBe(known[0]?.[0]);
    }
    compared += known.length;
  }
  expect(compared).toBeGreaterThan(TRIES);
});
