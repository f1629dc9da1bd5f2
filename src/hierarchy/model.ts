/** The vocabulary of hierarchies, but for what Spaces and Trunks have in common. */
import type { DepartmentId, OrganizationId } from "../core/ids.ts";
import type { Command, Fact, ReplacedIn } from "../core/input.ts";
import type { Identity } from "../core/notice.ts";
import type { LinkNamed } from "../core/refusal-shapes.ts";
import type { LiaisonKeeper, LiaisonNode, LiaisonRole, Office } from "../roster/model.ts";
import type { LineageNow, Reach, SightExceptions } from "../spaces/model.ts";

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
  /** By the Branch, where the policy lets it: announces its exit, or leaves (UNLINK-02, EXIT-07). */
  readonly "link.leave": LinkNamed;
  /** By the Branch: takes the announcement back (EXIT-07). */
  readonly "link.stay": LinkNamed;
  /** By an organization, with Branches or without: a role of liaisons, or another name or keeper of it (LIAISON-01). */
  readonly "liaison.define": LiaisonRole & {
    readonly name: string;
    /** Left out: by the organization itself alone. */
    readonly keptBy?: LiaisonKeeper;
  };
  /**
   * By the same, or of a role kept by organizations by that of the node (LIAISON-05): who holds the role
   * there, in order, in place of whoever did.
   */
  readonly "liaison.assign": LiaisonRole & {
    readonly node: LiaisonNode;
    readonly people: readonly Identity[];
  };
}

/** What these commands replace (PROTO-06); of a role or an office that there was not, nothing is said. */
export interface HierarchyReplaced {
  readonly "link.mount": { readonly alias: string | null; readonly mount: DepartmentId | null };
  readonly "link.see": {
    readonly hidden: boolean;
    readonly hiddenExcept: SightExceptions;
    readonly ownOnly: boolean;
    readonly ownOnlyExcept: SightExceptions;
  };
  readonly "link.reach": { readonly reach: Reach };
  readonly "link.share": { readonly shared: readonly string[] };
  readonly "link.release": { readonly released: boolean };
  readonly "liaison.define": { readonly name: string; readonly keptBy: LiaisonKeeper };
  readonly "liaison.assign": { readonly people: readonly Identity[] };
}

/** A command about Links. */
export type HierarchyCommand = {
  [Type in keyof HierarchyCommands]: Command<
    Type,
    HierarchyCommands[Type],
    ReplacedIn<HierarchyReplaced, Type>
  >;
}[keyof HierarchyCommands];

// --------------------------------------------------------------------------------------- events

/** What happens to hierarchies, by type. */
export interface HierarchyEvents {
  readonly "hierarchy.capacity-changed": HierarchyFacts["hierarchy.capacity-changed"];
  readonly "link.mounted": HierarchyCommands["link.mount"];
  readonly "link.seen": HierarchyCommands["link.see"];
  readonly "link.reach-set": HierarchyCommands["link.reach"];
  readonly "link.shared": HierarchyCommands["link.share"];
  readonly "link.released": HierarchyCommands["link.release"];
  /** From `from` on, epoch ms, the Branch may leave (EXIT-07). */
  readonly "link.leave-announced": LinkNamed & { readonly from: number };
  readonly "link.leave-withdrawn": LinkNamed;
  readonly "liaison.defined": LiaisonRole & {
    readonly name: string;
    readonly keptBy: LiaisonKeeper;
  };
  /** Also when somebody who is back holds an office again (RESIGN-07). */
  readonly "liaison.assigned": HierarchyCommands["liaison.assign"] & {
    readonly because?: "reinstated";
  };
  /** A name is struck: whoever held the office resigned or is in the book no more, or its node is not (UNLINK-03). */
  readonly "liaison.ended": Office &
    Identity & { readonly because: "resigned" | "left" | "unlinked" };
  readonly "liaison.passed-on": Office & {
    readonly from: Identity;
    readonly to: Identity;
    readonly because: "named" | "registered";
  };
  /** What is above an organization now: once for each whose is another, and step. */
  readonly "lineage.changed": LineageNow;
}
