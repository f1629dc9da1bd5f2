/** Everything that can be decided on, joined over the areas. */
import type { AppsCommand } from "../apps/model.ts";
import type { DirectoryCommand, DirectoryFact } from "../directory/model.ts";
import type { FlowsCommand } from "../flows/model.ts";
import type { GroupsCommand } from "../groups/model.ts";
import type { HierarchyCommand, HierarchyFact } from "../hierarchy/model.ts";
import type { IndustryFact } from "../industry/model.ts";
import type { LicensesCommand, LicensesFact } from "../licenses/model.ts";
import type { RosterCommand } from "../roster/model.ts";
import type { SpacesCommand } from "../spaces/model.ts";

/** A request; it may be refused. */
export type Command =
  | DirectoryCommand
  | SpacesCommand
  | RosterCommand
  | LicensesCommand
  | GroupsCommand
  | AppsCommand
  | FlowsCommand
  | HierarchyCommand;
/** Something that has happened; never refused for a business reason. */
export type Fact = DirectoryFact | IndustryFact | LicensesFact | HierarchyFact;
/** Whatever can be decided on. */
export type Input = Command | Fact;
/** The type of an input. */
export type InputType = Input["type"];
/** The input of a type. */
export type InputOf<Type extends InputType> = Extract<Input, { readonly type: Type }>;
