/** The values that commands about Links and liaisons replace, as they are (PROTO-06). */
import { must, read } from "../core/transaction.ts";
import { holdersOfOffice } from "../roster/select/offices.ts";
import type { HierarchyCommands, HierarchyReplaced } from "./model.ts";
import { exceptionsInForce } from "./seeing.ts";
import type { Reading } from "./select/hierarchy.ts";

export const hierarchyReplaced = {
  "link.mount": (tx, { trunk, organization }) => {
    const { alias, mount } = must(tx, "link", trunk, organization);
    return { alias, mount };
  },
  "link.see": (tx, { trunk, organization }) => {
    const { hidden, hiddenExcept, ownOnly, ownOnlyExcept } = must(tx, "link", trunk, organization);
    return {
      hidden,
      hiddenExcept: exceptionsInForce(tx, trunk, hiddenExcept),
      ownOnly,
      ownOnlyExcept: exceptionsInForce(tx, trunk, ownOnlyExcept),
    };
  },
  "link.reach": (tx, { trunk, organization }) => {
    const { reach } = must(tx, "link", trunk, organization);
    return { reach };
  },
  "link.share": (tx, { trunk, organization }) => {
    const { shared } = must(tx, "link", trunk, organization);
    return { shared };
  },
  "link.release": (tx, { trunk, organization }) => ({
    released: must(tx, "link", trunk, organization).released === true,
  }),
  "liaison.define": (tx, { trunk, role }) => {
    const known = read(tx, "liaison", trunk, role);
    return known === null ? null : { name: known.name, keptBy: known.keptBy };
  },
  "liaison.assign": (tx, { people: _, ...office }) => ({ people: holdersOfOffice(tx, office) }),
} as const satisfies {
  readonly [Type in keyof HierarchyReplaced]: (
    tx: Reading,
    data: HierarchyCommands[Type],
  ) => HierarchyReplaced[Type] | null;
};
