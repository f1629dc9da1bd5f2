/** Words on employments, and which of them a fact is about (DIR-01, DIR-02). */
import type { OrganizationId, PersonId } from "../../core/ids.ts";
import { latest } from "./people.ts";
import type { Employment, State } from "./state.ts";

/** When somebody was last said to be hired, to have left or to be back; of any of their employments. */
export function lastWord(
  { words }: State,
  kind: State["words"][number]["kind"],
  { organization, person }: Employment,
  number?: number,
): number {
  const own = words.filter(
    (each) =>
      each.kind === kind &&
      each.organization === organization &&
      each.person === person &&
      (number === undefined || each.number === number),
  );
  return Math.max(...own.map((each) => each.at), Number.NEGATIVE_INFINITY);
}

/** Notes such a word: it is later than what lists say of before, also where it changes nothing. */
export function noteWord(
  state: State,
  kind: State["words"][number]["kind"],
  employment: Employment,
  at: number,
): void {
  const { organization, person, number } = employment;
  employment.at = Math.max(employment.at, at);
  state.words.push({ organization, person, number, kind, at });
}

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
