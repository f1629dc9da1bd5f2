/** What a connector gives: inputs, what must be looked up first, or what is wrong. */
import type { Problem } from "../core/refusal.ts";
import type { DirectoryFact } from "../directory/model.ts";

/** Something to be looked up: which, and by which call of the platform. */
export interface Need<Kind extends string = string> {
  readonly kind: Kind;
  readonly id: string;
  /** Where the wanted page of a longer answer begins; the first one if absent. */
  readonly page?: string;
  /** Method and path of the call. */
  readonly call: string;
  /** Its parameters: of the path, the query or the body, as the platform has it. */
  readonly parameters: { readonly [name: string]: string | number | boolean };
}

/** What a look-up gave. */
export interface Answer {
  /** The need, or as much of it as tells it from others. */
  readonly to: Pick<Need, "kind" | "id" | "page">;
  /** What the platform answered, as it is; `null` if there is no such thing. */
  readonly body: unknown;
}

/** Why something that was named became no input. */
export type LeftReason =
  // it is gone since: what tells of that comes, or came, by itself
  | "gone"
  // the app may not see it
  | "not-seen"
  // the caller's mapping knows no such person
  | "not-mapped"
  // the root of a directory, which is no department here
  | "root"
  // a department that the list does not name
  | "not-listed"
  // the library keeps nothing of that kind
  | "not-held"
  // what is seen has changed: pull the whole directory again
  | "pull-again";

/** Something that was named and became no input. */
export interface Left {
  readonly kind: string;
  /** The platform's id. */
  readonly id: string;
  readonly reason: LeftReason;
}

/**
 * What a connector gives, in the manner of `decide`: `needs` are to be looked up, and the same call made
 * again with all answers. Nothing is half converted: where there is a problem there are no inputs.
 */
export type Connected<Kind extends string = string> =
  | {
      readonly kind: "inputs";
      /** Facts, in the order in which they are to be handed in; maybe none. */
      readonly inputs: readonly DirectoryFact[];
      readonly left: readonly Left[];
    }
  | { readonly kind: "needs"; readonly needs: readonly Need<Kind>[] }
  | {
      readonly kind: "problems";
      /** Paths lead into the payload, or begin with `answers` or `settings`. */
      readonly problems: readonly Problem[];
    };

/** An account of a platform, as far as an event or a look-up tells of it. */
export interface Account {
  /** The platform's id of the organization. */
  readonly corp: string;
  /** The platform's id of the account, within the organization. */
  readonly id: string;
  /** An id of the person beyond the organization, where the platform has said it. */
  readonly union?: string;
}

/** What the caller decides. */
export interface Settings {
  /** The organization's id here; the platform's if left out. */
  readonly organization?: string;
  /**
   * The person behind an account; `null` if there is none here. By default the organization's id, a
   * slash and the account's: accounts of two organizations are two people until somebody knows better.
   */
  readonly person?: (account: Account) => string | null;
}
