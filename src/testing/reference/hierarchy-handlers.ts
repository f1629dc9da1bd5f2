/** How commands about Trunks and Links are handled, like those of the other areas. */
import type { RefusalCode } from "../../core/refusal.ts";
import type { World } from "./state.ts";
import type { HierarchyCommand, HierarchyCommands } from "./vocabulary-hierarchy.ts";

/** The codes that apply, and what a command does if there are none. */
export interface HierarchyHandler<Input> {
  readonly codes: (world: World, input: Input) => RefusalCode[];
  readonly effect: (world: World, input: Input) => void;
}

/** The handlers of some types of command. */
export type HierarchyHandlers<Type extends keyof HierarchyCommands> = {
  readonly [T in Type]: HierarchyHandler<HierarchyCommand<T>>;
};
