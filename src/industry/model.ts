/** The vocabulary of industry books: people outside an organization, and the employees who lead them. */
import type { Bucket } from "../core/bucket.ts";
import type { NodeId, PersonId } from "../core/ids.ts";
import type { HashIndex } from "../core/structures.ts";
import type { InBook, IndustryFact, IndustryFacts } from "../directory/model.ts";

export type { InBook, IndustryFact, IndustryFacts };

/** What happens to industry books, by type. */
export interface IndustryEvents {
  readonly "industry.changed":
    | (InBook & {
        readonly kind: "member";
        /** The library's: above all before, each time somebody comes into the book. */
        readonly number: number;
        /** The source's, once it has given one. */
        readonly given?: number;
        readonly nodes: readonly NodeId[];
        readonly guardians: readonly Guardian[];
        readonly revision?: number;
      })
    | (InBook & {
        readonly kind: "staff";
        /** Of the employment. */
        readonly number: number;
        readonly nodes: readonly NodeId[];
        readonly revision?: number;
      });
  readonly "industry.left": InBook & {
    readonly kind: "member" | "staff";
    readonly number: number;
    /** Nobody said that they left: another time in the book begins. */
    readonly because?: "changed";
  };
  /** A word about a member that changed nothing is the latest of its kind (DIR-02). */
  readonly "industry.noted": InBook & {
    readonly kind: "member";
    readonly word: IndustryWord;
    readonly at: number;
  };
}

/** A guardian of a ward, and as of which time in the book: whoever comes again is nobody's (HAND-07). */
export type Guardian = readonly [PersonId, number];

/** What a fact says of a member: that they are in the book, or have left it. */
export type IndustryWord = "changed" | "left";

/** `industry-member:{org}/{person}`; kept when they have left. */
export interface IndustryMemberRecord {
  /** The library's number of the time in the book, or of the last one. */
  readonly number: number;
  /** The source's; `null` until it has given one. */
  readonly given: number | null;
  readonly inBook: boolean;
  /** None once they have left, as of the guardians. */
  readonly nodes: readonly NodeId[];
  readonly guardians: readonly Guardian[];
  readonly revision?: number;
  /**
   * Epoch ms: when this time in the book began, the latest word of each kind, and the latest that they had
   * left this time.
   */
  readonly times: { readonly began: number; readonly ownLeft?: number } & {
    readonly [Word in IndustryWord]?: number;
  };
}

/** `industry-staff:{org}/{person}`: the nodes that an employee leads; of an earlier employment none. */
export interface IndustryStaffRecord {
  readonly number: number;
  readonly nodes: readonly NodeId[];
  readonly revision?: number;
}

/** `industry-node:{org}/{node}`: how many departures of the organization were kept when somebody was last set to lead it. */
export interface IndustryNodeRecord {
  readonly departures: number;
}

/** `guardian:{org}/{person}`; absent where somebody has no wards. */
export interface GuardianRecord {
  /** Index of `wards`. */
  readonly wards: HashIndex;
}

/** `wards:{org}/{bucket}/{guardian}` */
export type WardsBucket = Bucket<WardsEntry>;

/** An entry of `wards`, with the time in the book as of which the guardian is meant. */
export type WardsEntry = readonly [ward: PersonId, number];

/** The records of industry books, by kind. */
export interface IndustryRecords {
  readonly "industry-member": IndustryMemberRecord;
  readonly "industry-staff": IndustryStaffRecord;
  readonly "industry-node": IndustryNodeRecord;
  readonly guardian: GuardianRecord;
  readonly wards: WardsBucket;
}
