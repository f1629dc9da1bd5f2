/** Organizations that have nothing to do with each other do not notice each other. */

import type { Input } from "../../engine/types.ts";
import { emptyWorld, type World } from "../../engine/world.ts";
import { expectSame } from "../compare.ts";
import { command, fact, stamped } from "../inputs.ts";
import type { Law } from "./law.ts";

/** What happens in an organization nobody else has heard of; ids no script uses. */
const elsewhere: readonly Input[] = stamped(
  [
    fact("organization.registered", {
      organization: "elsewhere",
      name: "Elsewhere",
      certified: true,
      edition: "exclusive",
      sso: false,
    }),
    fact("department.created", {
      organization: "elsewhere",
      department: "unit-elsewhere",
      parent: null,
      name: "Unit",
    }),
    ...["one", "two", "three"].map((person, index) =>
      fact("person.hired", {
        organization: "elsewhere",
        person: `${person}-elsewhere`,
        number: index,
        departments: ["unit-elsewhere"],
        fields: { name: "Name" },
      }),
    ),
    fact("admin.changed", {
      organization: "elsewhere",
      person: "one-elsewhere",
      number: 0,
      role: "main",
      spacePermission: true,
    }),
    command("space.create", ["elsewhere", "one-elsewhere"], {
      space: "space-elsewhere",
      name: "Space",
      scope: { people: ["one-elsewhere"] },
    }),
    command("invitation.issue", ["elsewhere", "one-elsewhere"], {
      space: "space-elsewhere",
      invitation: "invitation-elsewhere",
      form: "qr",
    }),
    fact("license.purchased", { organization: "elsewhere", purchased: 2 }),
    command("license.grant", ["elsewhere", "one-elsewhere"], {
      unit: { kind: "host", organization: "elsewhere" },
      people: ["one", "two"].map((person) => ({
        organization: "elsewhere",
        person: `${person}-elsewhere`,
      })),
    }),
    command("app.create", ["elsewhere", "one-elsewhere"], { app: "app-elsewhere", name: "App" }),
    command("flow.define", ["elsewhere", "one-elsewhere"], {
      app: "app-elsewhere",
      flow: "flow-elsewhere",
      steps: [
        {
          approvers: [{ kind: "person", organization: "elsewhere", person: "two-elsewhere" }],
          mode: "all",
        },
      ],
    }),
    command("flow.start", ["elsewhere", "one-elsewhere"], {
      app: "app-elsewhere",
      flow: "flow-elsewhere",
      instance: "instance-elsewhere",
      row: "row-elsewhere",
    }),
    fact("person.resigned", { organization: "elsewhere", person: "two-elsewhere", number: 1 }),
    fact("organization.ended", { organization: "elsewhere" }),
  ],
  1_000_000,
);

/** An organization that is unrelated, whatever it does meanwhile, changes no outcome. */
export const strangersChangeNothing: Law = {
  name: "unrelated organization",
  begin: (policy, system) => {
    let crowded: World = emptyWorld;
    return ({ index, input, outcome }) => {
      const meanwhile = index % 5 === 0 ? elsewhere[index / 5] : undefined;
      if (meanwhile !== undefined) crowded = system.apply(crowded, meanwhile, policy).world;
      const decided = system.apply(crowded, input, policy);
      crowded = decided.world;
      expectSame(decided.outcome, outcome, "the outcome beside an unrelated organization");
    };
  },
};
