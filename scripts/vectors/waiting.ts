/** A script that ends with what is rarely left: a fact that is held, a license that a suspension reserves. */
import { defaultPolicy } from "../../src/index.ts";
import type { Script } from "../../src/testing/arbitraries/scripts.ts";
import { command, fact, stamped, worldInputs } from "../../src/testing/index.ts";

const POLICY = {
  ...defaultPolicy,
  removalConfirmation: "required",
  reconciliationHoldAtLeast: 1,
  suspendedSeats: "release",
} as const;

/** Bob is suspended with a license, and the department of everybody in the Space is to go. */
export function waitingForAWord(): Script {
  const ann = ["acme", "ann"] as const;
  const organization = "acme";
  const world = worldInputs({
    organizations: {
      acme: {
        departments: { sales: null },
        people: { ann: [], bob: ["sales"], cy: ["sales"] },
        admins: { ann: "main" },
      },
    },
    spaces: { team: { host: "acme", scope: { departments: ["sales"] } } },
  });
  const unit = { kind: "host", organization } as const;
  const people = [{ organization, person: "bob" }];
  const later = stamped(
    [
      fact("license.purchased", { organization, purchased: 2 }),
      command("license.grant", ann, { unit, people }),
      fact("person.suspended", { organization, person: "bob" }),
      fact("department.removed", { organization, department: "sales" }),
    ],
    world.length + 1,
  );
  return { policy: POLICY, inputs: [...world, ...later] };
}
