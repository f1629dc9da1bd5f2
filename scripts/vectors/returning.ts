/** Scripts of people who come back: in a step to come, and to what they had. */
import { defaultPolicy } from "../../src/index.ts";
import type { Script } from "../../src/testing/arbitraries/scripts.ts";
import { command, fact, stamped, worldInputs } from "../../src/testing/index.ts";

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

/** Dan, named in an app's list, is back from a departure that was none. */
export function returningToLists(): Script {
  const world = worldInputs({
    organizations: {
      acme: { people: { ann: [] }, admins: { ann: "main" } },
      bolt: { people: { dan: [] }, admins: { eve: "main" } },
    },
    spaces: { team: { host: "acme", members: { bolt: "whole" } } },
  });
  const ann = ["acme", "ann"] as const;
  const dan = { organization: "bolt", person: "dan" } as const;
  const later = stamped(
    [
      command("app.create", ann, { app: "orders", name: "Orders" }),
      command("app.publish", ann, { app: "orders", space: "team", authorized: { people: [dan] } }),
      fact("person.resigned", { ...dan, number: 1 }),
      fact("person.reinstated", { ...dan, number: 1 }),
    ],
    world.length + 1,
  );
  return { policy: defaultPolicy, inputs: [...world, ...later] };
}
