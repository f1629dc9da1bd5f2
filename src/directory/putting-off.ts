/** Lines of full lists that name more people who left than one step brings back: put off, and followed later. */
import type { PersonId } from "../core/ids.ts";
import type { Policy } from "../core/policy.ts";
import { effect } from "../core/rule.ts";
import { asSaid, emit, guessesAt, must } from "../core/transaction.ts";
import { setListedManager } from "./appointments.ts";
import type { Line } from "./extents.ts";
import type { Deciding } from "./facts.ts";
import { followLine } from "./list-lines.ts";
import type { DirectoryPart, ListedPerson, PutOffLine, ReturnsIndex } from "./model.ts";
import type { Room } from "./returning.ts";
import { saidExtent } from "./select/extents.ts";
import { type ListOf, listKnown } from "./select/lists.ts";
import { linesPutOff, placesOf, returnsName } from "./select/returns.ts";

type PeoplePart = Extract<DirectoryPart, { readonly kind: "people" }>;

/** So many lines that were put off one step follows at most, whatever comes of them. */
const FOLLOWED_MAX = 2_000;

/** A line as it was said; what its list makes of it is found out when a step follows it. */
const said = ({ index: _, source: __, brought: ___, beyond: ____, ...line }: Line): ListedPerson =>
  line;

/**
 * DIR-08: puts off what a part says of people beyond the number, until steps of its list follow it. Of
 * somebody of whom a line was put off before, the newer one holds. What is settled has no more steps.
 */
export const putOffLines = effect(
  "DIR-08",
  (
    tx: Deciding,
    { organization, list }: ListOf,
    { page, people }: PeoplePart,
    at: number,
    beyond: readonly Line[],
  ): void => {
    if (listKnown(tx, { organization, list }) === null) return;
    const before = new Map(
      linesPutOff(tx, { organization, list }, page).map((line) => [line.person, line.at]),
    );
    const isNewer = (person: PersonId): boolean => (before.get(person) ?? at) <= at;
    const lines = beyond.filter(({ person }) => isNewer(person)).map(said);
    const outdone = people.flatMap(({ person }) =>
      before.has(person) && isNewer(person) ? [person] : [],
    );
    if (lines.length + outdone.length === 0) return;
    const told = outdone.length === 0 ? {} : { outdone };
    emit(tx, "list.put-off", { organization, list, page, people: lines, ...told });
  },
);

/** Lines that a step may follow, with their pages. A hint: a record that is not loaded has as many as others. */
function* linesDue(
  tx: Deciding,
  { organization, list }: ListOf,
  returns: readonly ReturnsIndex[],
  most: number,
): Generator<readonly [page: number, line: PutOffLine]> {
  let looked = 0;
  for (const index of returns) {
    const [page, people] = index;
    const places = placesOf(index);
    for (const place of places) {
      if (looked >= most) return;
      const name = returnsName(list, page, place);
      const { lines } = must(tx, "returns", organization, name);
      const isGuess = guessesAt(tx, [["returns", organization, name]]);
      looked += isGuess ? Math.ceil(people / places.length) : lines.length;
      for (const line of lines) yield [page, line];
    }
  }
}

/** What became of lines that were put off in one step. */
export interface FollowedLines {
  readonly reinstated: number;
  /** The pages of which it followed lines, with how many. */
  readonly followed: readonly (readonly [page: number, lines: number])[];
  readonly remaining: number;
}

/**
 * DIR-08: follows lines that were put off, in the order of pages, as far as there is room: each as of the
 * part that said it, so that whatever is newer wins. They are none of this input's, which says nothing of
 * what becomes of each.
 */
export function followPutOff(tx: Deciding, of: ListOf, policy: Policy, room: Room): FollowedLines {
  const { organization, list } = of;
  const { extent, returns = [] } = must(tx, "list", organization, list);
  const all = returns.reduce((sum, [, people]) => sum + people, 0);
  const [before, passed] = [room.left, tx.passedOver.length];
  const counts = new Map<number, number>();
  const lines: [line: Line, at: number][] = [];
  let count = 0;
  for (const [page, { at, ...line }] of linesDue(tx, of, returns, FOLLOWED_MAX)) {
    if (room.left === 0 || count === FOLLOWED_MAX) break;
    counts.set(page, (counts.get(page) ?? 0) + 1);
    count += 1;
    const following = { organization, ...saidExtent(extent), at, policy, room, putOff: [] };
    asSaid(tx, at, () => {
      const followed = followLine(tx, following, { ...line, index: 0 });
      if (followed !== null) lines.push([followed, at]);
    });
  }
  for (const [line, at] of lines) {
    asSaid(tx, at, () => setListedManager(tx, organization, line, at));
  }
  tx.passedOver.length = passed;
  return { reinstated: before - room.left, followed: [...counts], remaining: all - count };
}
