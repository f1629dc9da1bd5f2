/** What came of inputs and questions, as callers get it. */
import type { Event } from "interorg";
import type { Locale } from "interorg/catalogue";
import type { Preview, RecordedOutcome, Settled } from "interorg/host";
import type { Caller } from "./callers.ts";
import { type ExplainedRefusal, explained } from "./problem.ts";

/** An event as somebody may see it who must not learn what it says of others. */
export type EventShown = Event | Pick<Event, "seq" | "cause" | "type">;

/** What an input came to. */
export type OutcomeShown =
  | {
      readonly kind: "accepted";
      readonly events: readonly EventShown[];
      /** How many notices follow. */
      readonly notices: number;
    }
  | ({ readonly kind: "refused" } & ExplainedRefusal);

/**
 * An outcome names people of every organization that it reaches: who came off a waiting list when
 * somebody left, for instance. A caller learns what happened; to whom is for operators, and for the
 * questions, which know what each viewer may see.
 */
export function shown(
  outcome: RecordedOutcome | Settled,
  caller: Caller,
  locale: Locale,
): OutcomeShown {
  if (outcome.kind === "refused") return { kind: "refused", ...explained(outcome.refusal, locale) };
  const events = caller.operator
    ? outcome.events
    : outcome.events.map(({ seq, cause, type }) => ({ seq, cause, type }));
  return { kind: "accepted", events, notices: outcome.notices.length };
}

/** A preview, under the same terms. */
export function previewShown(preview: Preview, caller: Caller, locale: Locale) {
  return { outcome: shown(preview.outcome, caller, locale), spaces: preview.spaces };
}
