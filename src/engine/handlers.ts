/** Which function handles what is about several areas: many changes of a directory, and of its industry book. */
import type { OfType } from "../core/input.ts";
import type { Policy } from "../core/policy.ts";
import type * as faces from "../core/transaction.ts";
import { changeHandlers } from "../directory/change-handlers.ts";
import { type Changing, changeDirectory } from "../directory/changes.ts";
import type { DirectoryEvents, DirectoryFact } from "../directory/model.ts";
import { industryHandlers } from "../industry/handlers.ts";
import type { IndustryEvents } from "../industry/model.ts";
import type { IndustryReads } from "../industry/select/book.ts";

type Deciding = faces.Deciding<IndustryReads, IndustryEvents & DirectoryEvents>;

/** DIR-13: takes one change of many as the fact that it says. */
const absorbChange = (tx: Deciding, policy: Policy) => (change: Changing) => {
  switch (change.type) {
    case "industry.changed":
      return industryHandlers[change.type](tx, change);
    case "industry.left":
      return industryHandlers[change.type](tx, change);
    default:
      return changeHandlers[change.type](tx, change as never, policy);
  }
};

/** A function for every type of input that no area takes in alone. */
export const engineHandlers = {
  "directory.changed": (
    tx: Deciding,
    fact: OfType<DirectoryFact, "directory.changed">,
    policy: Policy,
  ) => changeDirectory(tx, fact, absorbChange(tx, policy)),
};
