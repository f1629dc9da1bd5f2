/** What an accepted input named without effect, as the model says it (PROTO-08). */

import type { NamedKind } from "../../core/reasons.ts";
import type { RefusalCode } from "../../core/refusal.ts";

/** Why something that an input named had no effect. */
export type Reason =
  | "already-so"
  | "already-in-service"
  | "older-number"
  | "older-revision"
  | "older-time"
  | "older-list"
  | "other-list"
  | "organization-ended"
  | "not-responsible-extent"
  | "vouched-elsewhere"
  | "retention-over"
  | "reported-left"
  | "department-gone"
  | "still-used"
  | "protected"
  | "id-in-use"
  | "not-possible"
  | "next-step"
  | RefusalCode;

/** Something that was passed over. */
export interface Passed {
  readonly kind: NamedKind;
  readonly id: string;
  /** Its place in the list that named it. */
  readonly index?: number;
  readonly reason: Reason;
}

/** All that an input passed over. */
export interface PassedOver {
  readonly count: number;
  readonly byReason: Readonly<Partial<Record<Reason, number>>>;
  /** In the order given, at most a hundred. */
  readonly first: readonly Passed[];
}
