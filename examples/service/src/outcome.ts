/** What came of inputs and questions, as callers get it. */
import type { Effects, Event, Input, PassedOver } from "interorg";
import type { Locale } from "interorg/catalogue";
import { disclose, type Preview, type RecordedOutcome, type Settled } from "interorg/host";
import type { Caller } from "./callers.ts";
import { type ExplainedRefusal, explained } from "./problem.ts";

/** What an input came to. */
export type OutcomeShown =
  | {
      readonly kind: "accepted";
      /** Whole to operators; to others in short those that `disclose` shows. */
      readonly events: readonly (Event | Pick<Event, "seq" | "cause" | "type">)[];
      /** How many notices follow; to operators alone. */
      readonly notices?: number;
      /** What the input named and what remained without effect, with reasons. */
      readonly passedOver?: PassedOver;
    }
  | ({ readonly kind: "refused" } & ExplainedRefusal);

/** Whoever sent an input. */
const senderOf = (input: Input) => ("by" in input ? input.by : input.from);

/**
 * An outcome names people of every organization that it reaches: who came off a waiting list when
 * somebody left, for instance. A caller sees what the library discloses to whoever sent the input, and
 * callers send only what they may speak for; whole outcomes are for operators.
 */
export function shown(
  outcome: RecordedOutcome | Settled,
  input: Input,
  caller: Caller,
  locale: Locale,
): OutcomeShown {
  if (outcome.kind === "refused") return { kind: "refused", ...explained(outcome.refusal, locale) };
  if (caller.operator) return recorded(outcome);
  const disclosed = disclose(outcome, senderOf(input));
  if (disclosed.kind === "refused")
    return { kind: "refused", ...explained(disclosed.refusal, locale) };
  const events = disclosed.events.map(({ seq, cause, type }) => ({ seq, cause, type }));
  return { ...disclosed, events };
}

/** A whole outcome, for operators. */
function recorded({ events, notices, passedOver }: Effects<Event>): OutcomeShown {
  const over = passedOver === undefined ? {} : { passedOver };
  return { kind: "accepted", events, notices: notices.length, ...over };
}

/** What was recorded under an id, for operators. */
export function recordedShown(outcome: RecordedOutcome, locale: Locale): OutcomeShown {
  return outcome.kind === "refused"
    ? { kind: "refused", ...explained(outcome.refusal, locale) }
    : recorded(outcome);
}

/** A preview, under the same terms; its fingerprint is of all of it, and for operators alone. */
export function previewShown(preview: Preview, input: Input, caller: Caller, locale: Locale) {
  const outcome = shown(preview.outcome, input, caller, locale);
  const { spaces, trunks, taken } = caller.operator ? preview : disclose(preview, senderOf(input));
  const { fingerprint } = preview;
  return { outcome, ...(caller.operator ? { fingerprint } : {}), spaces, trunks, taken };
}
