/** The vocabulary of hierarchies, but for what Spaces and Trunks have in common. */
import type { DepartmentId, OrganizationId } from "../core/ids.ts";
import type { Command, Fact } from "../core/input.ts";
import type { LinkNamed } from "../core/refusal-shapes.ts";
import type { Reach, SightExceptions } from "../spaces/model.ts";

// ---------------------------------------------------------------------------------------- facts

/** The facts about hierarchies, by type. */
export interface HierarchyFacts {
  /**
   * From the platform: whether hierarchies are open for an organization, and for how many Branches; `null`
   * where it sold no number (HIER-06). Closing ends nothing.
   */
  readonly "hierarchy.capacity-changed": {
    readonly organization: OrganizationId;
    readonly open: boolean;
    readonly branches: number | null;
    readonly revision?: number;
  };
}

/** A fact about hierarchies. */
export type HierarchyFact = {
  [Type in keyof HierarchyFacts]: Fact<Type, HierarchyFacts[Type]>;
}[keyof HierarchyFacts];

// ------------------------------------------------------------------------------------- commands

/** The commands about Links, by type. "Trunk" and "Branch" stand for their Hierarchy admins. */
export interface HierarchyCommands {
  /** By the Trunk: the Branch's name in its book, and the department it hangs at (MOUNT-01). */
  readonly "link.mount": LinkNamed & {
    /** `null`: its own name shows. */
    readonly alias: string | null;
    /** A department of the Trunk; `null` is the root. */
    readonly mount: DepartmentId | null;
  };
  /**
   * By the Trunk: whether a Branch is hidden in its book, and whether the Branch's people see themselves
   * alone there, each but for some organizations and departments of the Trunk (SIGHT-03).
   */
  readonly "link.see": LinkNamed & {
    readonly hidden: boolean;
    readonly hiddenExcept: SightExceptions;
    readonly ownOnly: boolean;
    readonly ownOnlyExcept: SightExceptions;
  };
  /** By the Branch: how far up it lets itself be seen (HIER-04). */
  readonly "link.reach": LinkNamed & { readonly reach: Reach };
  /** By the Branch: the data codes that the Trunk may read, a set (SHARE-01). */
  readonly "link.share": LinkNamed & { readonly shared: readonly string[] };
  /** By the Trunk: whether the Branch may replace this Link by another one (LINK-08). */
  readonly "link.release": LinkNamed & { readonly released: boolean };
  /** By the Trunk (UNLINK-01). */
  readonly "link.cancel": LinkNamed;
  /** By the Branch, where the policy lets it (UNLINK-02). */
  readonly "link.leave": LinkNamed;
}

/** A command about Links. */
export type HierarchyCommand = {
  [Type in keyof HierarchyCommands]: Command<Type, HierarchyCommands[Type]>;
}[keyof HierarchyCommands];

// --------------------------------------------------------------------------------------- events

/** How an organization stands to one above it. */
export interface AboveNow {
  readonly organization: OrganizationId;
  /** The Links of the shortest passing chain; `null` where none passes (HIER-04). */
  readonly level: number | null;
  /** The Links of the longest chain. */
  readonly longest: number;
  /** The Trunks of the lower one through which chains pass, first that of the line. */
  readonly through: readonly OrganizationId[];
  /** The line: the orders of its Links, from the top. */
  readonly line: readonly number[];
}

/** What happens to hierarchies, by type. */
export interface HierarchyEvents {
  readonly "hierarchy.capacity-changed": HierarchyFacts["hierarchy.capacity-changed"];
  readonly "link.mounted": HierarchyCommands["link.mount"];
  readonly "link.seen": HierarchyCommands["link.see"];
  readonly "link.reach-set": HierarchyCommands["link.reach"];
  readonly "link.shared": HierarchyCommands["link.share"];
  readonly "link.released": HierarchyCommands["link.release"];
  /** What is above an organization now: once for each whose is another, and step. */
  readonly "lineage.changed": {
    readonly organization: OrganizationId;
    readonly above: readonly AboveNow[];
  };
}
