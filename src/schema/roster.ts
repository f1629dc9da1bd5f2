/** Schemas of the commands about scopes. */
import type { RosterCommands, RosterReplaced } from "../roster/model.ts";
import type { InTrunk } from "../spaces/model.ts";
import { within } from "./hierarchy.ts";
import { organizationId } from "./ids.ts";
import { count } from "./numbers.ts";
import { object, optional, type Table } from "./shape.ts";
import { ownScope, scope, scopeDepartments, scopePeople } from "./spaces.ts";

const organization = organizationId;
const removing = optional(count);

type Of<Type extends keyof RosterCommands> = Omit<Extract<RosterCommands[Type], InTrunk>, "trunk">;
type Whole = Of<"scope.set">;
type TakenOut = Of<"scope.take-out">;

/** The data of each command about scopes. */
export const rosterCommands: Table<RosterCommands> = {
  "scope.set": () => within<Whole>({ organization, scope: scope(), removing }),
  "scope.take-out": () =>
    within<TakenOut>({
      organization,
      departments: optional(scopeDepartments()),
      people: optional(scopePeople()),
      removing,
    }),
  "scope.put-in": () =>
    within<Omit<TakenOut, "removing">>({
      organization,
      departments: optional(scopeDepartments()),
      people: optional(scopePeople()),
    }),
};

/** What each of them replaces. */
export const rosterReplaced: Table<RosterReplaced> = {
  "scope.set": () => object({ scope: ownScope() }),
};
