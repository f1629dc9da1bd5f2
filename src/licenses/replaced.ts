/** The values that commands about licenses replace, as they are (PROTO-06). */
import type { Actor } from "../core/input.ts";
import type { Policy } from "../core/policy.ts";
import type { LicensesCommands, LicensesReplaced } from "./model.ts";
import { chosenOf } from "./select/chosen.ts";
import { limitOf, reserveOf } from "./select/limits.ts";
import { poolOf, type Reading } from "./select/pool.ts";
import { hostOf } from "./select/units.ts";

export const licensesReplaced = {
  "license.limit": (tx, data) => ({ limit: limitOf(tx, hostOf(tx, data.unit), data) }),
  "license.reserve": (tx, _, __, by) =>
    "organization" in by ? { reserved: reserveOf(poolOf(tx, by.organization)) } : null,
  "license.automate": (tx, { unit, organization }, policy) => {
    const { inert: _, ...chosen } = chosenOf(tx, unit, organization, policy);
    return chosen;
  },
} as const satisfies {
  readonly [Type in keyof LicensesReplaced]: (
    tx: Reading,
    data: LicensesCommands[Type],
    policy: Policy,
    by: Actor,
  ) => LicensesReplaced[Type] | null;
};
