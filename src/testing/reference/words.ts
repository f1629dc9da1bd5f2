/** Words on employments, and which of them a fact is about (DIR-01, DIR-02). */
import type { OrganizationId, PersonId } from "../../core/ids.ts";
import { lastWord } from "./last-words.ts";
import { latest } from "./people.ts";
import type { Employment, State } from "./state.ts";

/** What keeps a fact from being about an employment. */
type Late = "unknown" | "older-number" | "older-time";

/** The employment that a fact is about, other than a hire or a departure (DIR-01, DIR-02). */
export function meantBy(
  state: State,
  organization: OrganizationId,
  { person, number }: { readonly person: PersonId; readonly number?: number },
  at: number,
): Employment | Late {
  const last = latest(state, organization, person);
  if (last === undefined) return "unknown";
  if (number !== undefined) {
    if (number > last.given) return "unknown";
    return number === last.given && last.inService ? last : "older-number";
  }
  if (at < last.began) return "older-time";
  if (last.ended === null) return last;
  // A departure that was reported again counts as of its latest word.
  const left = Math.max(last.ended, lastWord(state, "left", last));
  return at <= left ? "older-time" : "unknown";
}
