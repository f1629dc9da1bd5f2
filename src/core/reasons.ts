/** The words of what had no effect; apart from what says them, for texts are made of them too. */

import type { RefusalCode } from "./refusal.ts";

/** Why something named had no effect, besides refusal codes. */
export const PASSED_OVER_REASONS = [
  "already-so",
  "already-in-service",
  "older-number",
  "older-revision",
  "older-time",
  "older-list",
  "other-list",
  "organization-ended",
  "not-responsible-extent",
  "reported-left",
  "vouched-elsewhere",
  "department-gone",
  "still-used",
  "protected",
  "retention-over",
  "id-in-use",
  "not-possible",
  "next-step",
] as const;

/** Why something named had no effect; one of several things in a command may have a refusal code. */
export type PassedOverReason = (typeof PASSED_OVER_REASONS)[number] | RefusalCode;

/** The kinds of thing that an input may name. */
export type NamedKind =
  | "instance"
  | "app"
  | "group"
  | "unit"
  | "application"
  | "invitation"
  | "folder"
  | "department"
  | "person"
  /** Somebody of an industry book. */
  | "member"
  | "list"
  | "fact"
  | "space"
  | "organization";

/** One thing named without effect: its kind, its id, its place in the list that names it, the reason. */
export interface PassedOverEntry {
  readonly kind: NamedKind;
  readonly id: string;
  readonly index?: number;
  readonly reason: PassedOverReason;
}

/** The things an accepted input named without effect: how many, by reason, the first hundred as given. */
export interface PassedOver {
  readonly count: number;
  readonly byReason: { readonly [Reason in PassedOverReason]?: number };
  readonly first: readonly PassedOverEntry[];
}
