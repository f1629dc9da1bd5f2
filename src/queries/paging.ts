/**
 * Pages of lists. A cursor names the last item of its page, so that it tells nothing that the page did
 * not, and stays right while the list changes. Only where a page ended without an item, after looking
 * at as much as one page may, it names a place instead.
 */

import { idProblem } from "../core/ids.ts";
import { type Problem, type Refusal, refuse } from "../core/refusal.ts";
import type { Page, PageRequest } from "./model.ts";

/** Items of a page, if nothing is said. */
const PAGE_LIMIT_DEFAULT = 100;
/** Items of a page at most. */
export const PAGE_LIMIT_MAX = 500;
/** Items of a page of a directory at most (DIR-20). */
export const DIRECTORY_LIMIT_MAX = 100;

/** Where a page starts: after an item, named by its ids, or at a place of its list. */
export type Cursor =
  | { readonly kind: "item"; readonly ids: readonly string[] }
  | { readonly kind: "place"; readonly place: number };

/** A page asked for. */
export interface Paging {
  readonly limit: number;
  readonly after: Cursor | null;
}

/** What an answer comes to: a value, or a refusal. */
export type Answered<Value> = { readonly value: Value } | Refusal;

/** Whether an answer, or a step on the way to it, is a refusal. */
export function isRefusal<Other extends object>(given: Other | Refusal): given is Refusal {
  return "code" in given;
}

/** Ids have no white space in them. */
const SEPARATOR = " ";
const PLACE = /^\d{1,16}$/;

function cursorText(cursor: Cursor): string {
  if (cursor.kind === "item") return ["i", ...cursor.ids].join(SEPARATOR);
  // Places of those who stand ahead are below 0 (CAP-08).
  return [cursor.place < 0 ? "a" : "p", Math.abs(cursor.place)].join(SEPARATOR);
}

/** The cursor of a text, if it is one whose item is named by so many ids. */
function parseCursor(text: string, ids: number): Cursor | null {
  const [kind, ...rest] = text.split(SEPARATOR);
  const [first = ""] = rest;
  if ((kind === "p" || kind === "a") && rest.length === 1 && PLACE.test(first)) {
    return { kind: "place", place: kind === "p" ? Number(first) : -Number(first) };
  }
  const named = rest.length === ids && rest.every((id) => idProblem(id) === null);
  return kind === "i" && named ? { kind: "item", ids: rest } : null;
}

/** The ids that a cursor names its item by; `null` if it names a place, or is none. */
export function cursorIds(text: string): readonly string[] | null {
  const [kind, ...ids] = text.split(SEPARATOR);
  return kind === "i" ? ids : null;
}

/** The cursor of the item of some ids. */
export const cursorWith = (ids: readonly string[]): string => cursorText({ kind: "item", ids });

function limitProblem(limit: unknown, most: number): string | null {
  if (!Number.isInteger(limit)) return "not-an-integer";
  return (limit as number) < 1 || (limit as number) > most ? "out-of-range" : null;
}

/**
 * The page that a question asks for, or why it gets none.
 *
 * @param ids how many ids name an item of the list
 * @param refused why the question is refused, if it is, where the page asked for is one
 * @param most how many items it may ask for
 */
export function pagingOf(
  request: PageRequest,
  ids: number,
  refused: () => Refusal | null = () => null,
  most = PAGE_LIMIT_MAX,
): Paging | Refusal {
  const { after: text, limit = PAGE_LIMIT_DEFAULT } = request;
  const problems: Problem[] = [];
  const wrong = limitProblem(limit, most);
  if (wrong !== null) problems.push({ path: ["data", "limit"], problem: wrong });
  const after = typeof text === "string" ? parseCursor(text, ids) : null;
  if (text !== undefined && after === null) problems.push(cursorProblem);
  if (problems.length > 0) return refuse("MALFORMED", { problems });
  return refused() ?? { limit, after };
}

const cursorProblem: Problem = { path: ["data", "after"], problem: "not-a-cursor" };

/** The refusal of a cursor whose item is not in the list, or not any more. */
export function notACursor(): Refusal {
  return refuse("MALFORMED", { problems: [cursorProblem] });
}

/**
 * The ticket at which a page of a list kept by ticket starts.
 *
 * @param ticketOf the ticket of the item of some ids, if the viewer finds it in the list
 */
export function startOf(
  after: Cursor | null,
  ticketOf: (ids: readonly string[]) => number | undefined,
): number | Refusal {
  if (after === null) return 0;
  if (after.kind === "place") return after.place;
  const ticket = ticketOf(after.ids);
  return ticket === undefined ? notACursor() : ticket + 1;
}

/** A page: its items, and where the next one starts. */
export function pageOf<Item>(items: readonly Item[], next: Cursor | null): Answered<Page<Item>> {
  return { value: { items, next: next === null ? null : cursorText(next) } };
}
