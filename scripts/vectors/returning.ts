/** A script that ends with people whom a list brings back in a step to come. */
import { defaultPolicy } from "../../src/index.ts";
import type { Script } from "../../src/testing/arbitraries/scripts.ts";
import { fact, stamped } from "../../src/testing/index.ts";

const POLICY = {
  ...defaultPolicy,
  reconciliationHoldPercent: null,
  reconciliationStep: 2,
} as const;

/** A list lacks everybody but Ann, and the next one names all of them again. */
export function returningInSteps(): Script {
  const organization = "acme";
  const about = { name: "Acme", certified: true, edition: "free", sso: false } as const;
  const listed = (list: string, names: readonly string[]) => {
    const people = names.map((person) => ({ person, departments: [], fields: { name: person } }));
    const part = { kind: "people", page: 0, pages: 1, people } as const;
    const of = { departments: 0, people: 1 };
    return fact("directory.reconciled", { organization, list, of, part });
  };
  const everybody = ["ann", "bob", "cy", "dan", "eve", "fay"];
  const goesOn = fact("directory.continued", { organization, list: "two" });
  const inputs = stamped([
    fact("organization.registered", { organization, ...about }),
    listed("one", everybody),
    listed("two", ["ann"]),
    goesOn,
    goesOn,
    listed("three", everybody),
  ]);
  return { policy: POLICY, inputs };
}
