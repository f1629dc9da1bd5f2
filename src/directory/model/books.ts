/** What an organization says of its industry book: alone, or among the changes of its directory (DIR-13). */
import type { NodeId, OrganizationId, PersonId } from "../../core/ids.ts";
import type { Fact } from "../../core/input.ts";

/** Somebody of an industry book, or an employee in charge of nodes of it. */
export interface InBook {
  readonly organization: OrganizationId;
  readonly person: PersonId;
}

/** The same, by the number of the time in the book, or of the employment, if the source counts. */
export interface InBookByNumber extends InBook {
  readonly number?: number;
}

/** The facts about industry books, by type. */
export interface IndustryFacts {
  /**
   * From the organization: somebody is in its industry book, in these nodes, a ward with these guardians;
   * or an employee leads these nodes (INDUSTRY-01). Each is a set and takes the place of the former one.
   */
  readonly "industry.changed":
    | (InBookByNumber & {
        readonly kind: "member";
        readonly nodes: readonly NodeId[];
        /** By their ids in the same book; left out: none. */
        readonly guardians?: readonly PersonId[];
        readonly revision?: number;
      })
    | (InBookByNumber & {
        readonly kind: "staff";
        readonly nodes: readonly NodeId[];
        readonly revision?: number;
      });
  /** From the organization: somebody is in the book no more, or leads no node (INDUSTRY-01). */
  readonly "industry.left": InBookByNumber & { readonly kind: "member" | "staff" };
}

/** A fact about an industry book. */
export type IndustryFact = {
  [Type in keyof IndustryFacts]: Fact<Type, IndustryFacts[Type]>;
}[keyof IndustryFacts];

/** What such a fact says, but for the organization. */
export type SaidOfBook<Data> = Data extends unknown ? Omit<Data, "organization"> : never;

/** A fact about an industry book as one change of `directory.changed`: the book has no full list of its own. */
export type BookChange = {
  [Type in keyof IndustryFacts]: {
    readonly type: Type;
    readonly data: SaidOfBook<IndustryFacts[Type]>;
  };
}[keyof IndustryFacts];
