/** Which function handles which command about Rosters, and those whose people come in with them or are on them. */
import type { Policy } from "../core/policy.ts";
import type { Refusal } from "../core/refusal.ts";
import type { SpacesCommand } from "../spaces/model.ts";
import { setCounterparts } from "./counterparts.ts";
import { createSpace } from "./hosting.ts";
import { approveApplication } from "./joining.ts";
import type { RosterCommand } from "./model.ts";
import { putIn, setScope, takeOut } from "./scope-commands.ts";
import type { Deciding } from "./select/scope.ts";

type Brought = "space.create" | "application.approve" | "counterparts.set";
type Handled = RosterCommand | Extract<SpacesCommand, { readonly type: Brought }>;

/** A function for every type of command: a missing one does not compile. */
export const rosterHandlers = {
  "space.create": createSpace,
  "application.approve": approveApplication,
  "counterparts.set": setCounterparts,
  "scope.set": setScope,
  "scope.take-out": takeOut,
  "scope.put-in": putIn,
} satisfies {
  readonly [Type in Handled["type"]]: (
    tx: Deciding,
    command: Extract<Handled, { readonly type: Type }>,
    policy: Policy,
  ) => Refusal | null;
};
