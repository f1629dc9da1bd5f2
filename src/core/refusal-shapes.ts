/** What the data of several refusal codes is made of. */
import type { OrganizationId, PersonId, SpaceId } from "./ids.ts";
import type { AsMember } from "./input.ts";

/** One thing wrong with the shape of an input: where, and what. */
export interface Problem {
  /** Property names and list positions from the input's root. */
  readonly path: readonly (string | number)[];
  /** A stable word for what is wrong, `too-long` for instance. */
  readonly problem: string;
  /** The least and the most that is let pass, where the problem is one of a range that is not fixed. */
  readonly range?: readonly [least: number, most: number];
}

/** The figures of a limit; given only to the organization whose limit it is. */
export interface Figures {
  readonly limit?: number;
  readonly current?: number;
}

/** The same of a limit that an input would go beyond by several at once: `current + needed > limit`. */
export interface FiguresNeeded extends Figures {
  /** How many places the input needs on top, those that it frees taken off (JOIN-18). */
  readonly needed?: number;
}

/** Somebody whom a refusal is about. */
export interface PersonNamed {
  readonly organization: OrganizationId;
  readonly person: PersonId;
  /** Where it is about somebody of the organization's industry book. */
  readonly as?: AsMember;
}

/** A linked unit that a refusal is about. */
export interface UnitNamed {
  readonly space: SpaceId;
  readonly organization: OrganizationId | null;
}

/** A Link, by its two sides. */
export interface LinkNamed {
  readonly trunk: OrganizationId;
  /** The Branch. */
  readonly organization: OrganizationId;
}
