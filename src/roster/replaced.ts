/** The values that commands about scopes replace, as they are (PROTO-06). */
import type { Policy } from "../core/policy.ts";
import { containerOf } from "../spaces/select/container.ts";
import type { RosterCommands, RosterReplaced } from "./model.ts";
import { ownScope } from "./select/own-scope.ts";
import type { Reading } from "./select/scope.ts";

export const rosterReplaced = {
  "scope.set": (tx, data, policy) => {
    const { inert: _, ...scope } = ownScope(tx, containerOf(data), data.organization, policy);
    return { scope };
  },
} as const satisfies {
  readonly [Type in keyof RosterReplaced]: (
    tx: Reading,
    data: RosterCommands[Type],
    policy: Policy,
  ) => RosterReplaced[Type];
};
