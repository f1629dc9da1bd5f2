/** Words that somebody was hired, has left or is back, and when they were last said (DIR-02). */
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
