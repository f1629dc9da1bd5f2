/** The reference model's lists of industry books. */
import type { AppId, OrganizationId, PersonId } from "../../core/ids.ts";
import type { Identity, Pair } from "./state-areas.ts";

/**
 * Somebody in an organization's industry book, or who was; a later time in the book is another (HAND-07).
 * Numbers go down from -1, so that none is an employment's.
 */
export interface IndustryMember extends Identity {
  /** The number that the source or, without one, the library gave it. */
  given: number;
  /** Whether the source gave that number. */
  sourced: boolean;
  readonly began: number;
  left: number | null;
  nodes: string[];
  /** Each under the time in the book that was meant. */
  guardians: { readonly person: PersonId; readonly number: number }[];
  revision: number | null;
}

/** A word that somebody is in the book, or has left it (DIR-02). */
interface IndustryWord extends Pair {
  readonly kind: "in" | "left";
  /** Which of their times in the book it is about. */
  readonly number: number;
  readonly at: number;
}

/** The lists of industry books. */
export interface IndustryState {
  industryMembers: IndustryMember[];
  industryWords: IndustryWord[];
  /** Which organizations have opened their own apps to their own members (INDUSTRY-02). */
  openApps: { readonly organization: OrganizationId; readonly app: AppId }[];
}

/** The lists before anything happened. */
export function emptyIndustry(): IndustryState {
  return { industryMembers: [], industryWords: [], openApps: [] };
}
