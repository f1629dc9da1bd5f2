/** A script that ends with what is rarely left: somebody who waits for the limit of a unit, and nobody else. */
import { defaultPolicy } from "../../src/index.ts";
import type { Script } from "../../src/testing/arbitraries/scripts.ts";
import { command, fact, stamped, worldInputs } from "../../src/testing/index.ts";

/** Of two people whose department is chosen in a Space's unit one has the only license that its limit leaves. */
export function waitingForALimit(): Script {
  const ann = ["acme", "ann"] as const;
  const organization = "acme";
  const world = worldInputs({
    organizations: {
      acme: { people: { ann: [] }, admins: { ann: "main" } },
      bolt: {
        departments: { sales: null },
        people: { eve: [], bob: ["sales"], cy: ["sales"] },
        admins: { eve: "main" },
      },
    },
    spaces: { team: { host: "acme", members: { bolt: { whole: true } } } },
  });
  const unit = { kind: "space", space: "team" } as const;
  const later = stamped(
    [
      fact("license.purchased", { organization, purchased: 5 }),
      command("license.link", ann, { unit }),
      command("license.limit", ann, { unit, limit: 1 }),
      command("license.automate", ann, { unit, organization: "bolt", departments: ["sales"] }),
      fact("person.hired", {
        ...{ organization: "bolt", person: "dee", number: 1, departments: ["sales"] },
        fields: { name: "Dee" },
      }),
      fact("person.hired", {
        ...{ organization: "bolt", person: "fay", number: 1, departments: ["sales"] },
        fields: { name: "Fay" },
      }),
    ],
    world.length + 1,
  );
  return { policy: defaultPolicy, inputs: [...world, ...later] };
}
