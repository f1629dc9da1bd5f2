/** Who is in the books of Trunks at one moment, and what follows when somebody is no more (BRANCH-06, UNLINK-03). */
import type { OrganizationId } from "../../core/ids.ts";
import { reachedBy } from "./hierarchy.ts";
import { findInBook, inBook } from "./hierarchy-people.ts";
import { isSame } from "./identities.ts";
import type { Employment, Identity, State } from "./state.ts";

/** The book of a Trunk that has groups, or through which instances were started. */
export interface Book {
  readonly trunk: OrganizationId;
  readonly reached: readonly OrganizationId[];
  readonly people: readonly Identity[];
}

/** The books at one moment, to be looked back at. */
export function booksNow(state: State): Book[] {
  const trunks = [...state.groups, ...state.instances].flatMap(({ trunk }) => trunk ?? []);
  return [...new Set(trunks)].map((trunk) => {
    const reached = reachedBy(state, trunk).map(({ organization }) => organization);
    const people = [trunk, ...reached].flatMap((each) => inBook(state, trunk, each));
    return {
      ...{ trunk, reached },
      people: people.map(({ organization, person, number }) => ({ organization, person, number })),
    };
  });
}

/** The organizations that a Trunk reached before and does not reach now. */
export function lostBy(state: State, { trunk, reached }: Book): OrganizationId[] {
  const now = reachedBy(state, trunk).map(({ organization }) => organization);
  return reached.filter((each) => !now.includes(each));
}

/** Who was in a book and is not any more, though in service; and whoever else held tasks for a lost organization. */
export function goneFromBook(state: State, book: Book): Employment[] {
  const { trunk, people } = book;
  const lost = lostBy(state, book);
  const gone = state.employments.filter(
    (each) =>
      each.inService &&
      each.organization !== trunk &&
      findInBook(state, trunk, each)?.number !== each.number &&
      (people.some((one) => isSame(one, each)) || lost.includes(each.organization)),
  );
  // One organization after another, as the Trunk reached them; in each, whoever was hired first.
  const place = ({ organization }: Employment) => book.reached.indexOf(organization);
  return gone.sort((one, other) => place(one) - place(other));
}
