/** What decisions about hierarchies read, and what they say. */
import type { OfType } from "../../core/input.ts";
import type * as faces from "../../core/transaction.ts";
import type { SettingEvents } from "../../directory/model.ts";
import type { RosterEvents } from "../../roster/model.ts";
import type { RosterReads } from "../../roster/select/scope.ts";
import type { SpacesEvents } from "../../spaces/model.ts";
import type { HierarchyCommand, HierarchyCommands, HierarchyEvents } from "../model.ts";

/** Ending Links takes people off them; what was applied to an organization that ends is turned away. */
type Ending = Pick<SpacesEvents, "link.cancelled" | "application.rejected"> &
  Pick<RosterEvents, "roster.left">;

export type Reading = faces.Reading<RosterReads>;
export type Deciding = faces.Deciding<RosterReads, HierarchyEvents & Ending & SettingEvents>;

/** The command of one type. */
export type CommandOf<Type extends keyof HierarchyCommands> = OfType<HierarchyCommand, Type>;
