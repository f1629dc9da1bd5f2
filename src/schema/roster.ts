/** Schemas of the commands about scopes. */
import type { RosterCommands } from "../roster/model.ts";
import { organizationId, spaceId } from "./ids.ts";
import { count } from "./numbers.ts";
import { object, optional, type Table } from "./shape.ts";
import { scope, scopeDepartments, scopePeople } from "./spaces.ts";

const space = spaceId;
const organization = organizationId;
const removing = optional(count);

/** The data of each command about scopes. */
export const rosterCommands: Table<RosterCommands> = {
  "scope.set": () => object({ space, organization, scope: scope(), removing }),
  "scope.take-out": () =>
    object({
      space,
      organization,
      departments: optional(scopeDepartments()),
      people: optional(scopePeople()),
      removing,
    }),
  "scope.put-in": () =>
    object({
      space,
      organization,
      departments: optional(scopeDepartments()),
      people: optional(scopePeople()),
    }),
};
