/** The words of what had no effect; apart from what says them, for texts are made of them too. */

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
