/** Questions and answers in ids, and what is between in keys; cursors too, for they name what they follow. */
import type { OrganizationId } from "../core/ids.ts";
import type { Refusal } from "../core/refusal.ts";
import type { RenamedSort } from "../directory/model.ts";
import { idNow, refusalOutward, translated } from "../directory/translating.ts";
import type { Reading } from "../queries/handler.ts";
import type { QueryOf, QueryType } from "../queries/model.ts";
import { cursorIds, cursorWith } from "../queries/paging.ts";

type Put = Parameters<typeof translated>[4];

/** Which of the ids in a cursor is a person's or department's, and which its organization's. */
type InCursor = readonly [sort: RenamedSort, id: number, organization: number | null];

const CURSORS: { readonly [Type in QueryType]?: InCursor } = {
  "admin.roster": ["people", 0, 1],
  "admin.waiting": ["people", 1, 0],
  "license.accounts": ["people", 1, 0],
  "license.waiting": ["people", 2, 1],
  "group.participants": ["people", 0, 1],
  "form.candidates": ["people", 0, 1],
  "flow.routing-candidates": ["people", 0, 1],
  "space.contacts": ["people", 0, 1],
  "data.submitters": ["people", 0, 1],
  "directory.departments": ["departments", 0, null],
};

/** What a question says, as far as it matters here. */
interface Asked {
  readonly organization?: OrganizationId;
  readonly viewer?: { readonly organization: OrganizationId };
  readonly source?: { readonly organization: OrganizationId };
  readonly department?: unknown;
  readonly after?: string;
}

/** Whose people and departments are meant where nothing says so. */
const homeOf = ({ organization, viewer, source }: Asked): OrganizationId | undefined =>
  organization ?? viewer?.organization ?? source?.organization;

function cursorOf({ type, data }: { readonly type: QueryType; readonly data: object }) {
  // People of a department are found in its set, and in those below it.
  const isPlaced = type === "directory.people" && (data as Asked).department !== undefined;
  if (isPlaced) return ["departments", 0, null] as const;
  // In a book a cursor names nobody, but a spot.
  return type === "admin.roster" && "trunk" in data ? undefined : CURSORS[type];
}

/** A cursor with the id in it put in other words. */
function cursorIn(
  tx: Reading,
  query: { readonly type: QueryType; readonly data: object },
  text: string,
  put: Put,
): string {
  const place = cursorOf(query);
  const ids = cursorIds(text);
  if (place === undefined || ids === null) return text;
  const [sort, at, whose] = place;
  const organization = whose === null ? homeOf(query.data as Asked) : ids[whose];
  const id = ids[at];
  if (id === undefined || organization === undefined) return text;
  const named = sort === "people" ? { person: id } : { department: id };
  const now = translated(tx, query.type, { organization, ...named }, undefined, put);
  const other = Object.values(now)[1] as string;
  return other === id ? text : cursorWith(ids.map((each, i) => (i === at ? other : each)));
}

/** A question with the keys of whomever it names; whoever asks is known by the present id alone. */
export function askedInward<Type extends QueryType>(
  tx: Reading,
  query: QueryOf<Type>,
  put: Put,
  now: Put,
): QueryOf<Type> {
  const { type, data } = query as { readonly type: QueryType; readonly data: Asked };
  const { viewer, after, ...asked } = data;
  const read = translated(tx, type, asked, homeOf(data), put);
  const by = translated(tx, type, viewer, undefined, now);
  const from = typeof after === "string" ? cursorIn(tx, query, after, now) : after;
  if (read === asked && by === viewer && from === after) return query;
  return {
    ...query,
    data: {
      ...(by === undefined ? {} : { viewer: by }),
      ...read,
      ...(from === undefined ? {} : { after: from }),
    },
  };
}

/** What a question comes to, in ids. */
export function answerOutward<Type extends QueryType, Result extends object>(
  tx: Reading,
  query: QueryOf<Type>,
  result: Result | Refusal,
): Result | Refusal {
  if ("code" in result) return refusalOutward(tx, query, result as Refusal);
  const { value } = result as { readonly value: { readonly next?: string | null } };
  const said = translated(tx, query.type, value, homeOf(query.data as Asked), idNow(tx));
  const { next } = said;
  const after = typeof next === "string" ? cursorIn(tx, query, next, idNow(tx)) : next;
  return said === value && after === next
    ? (result as Result)
    : ({ ...result, value: after === next ? said : { ...said, next: after } } as Result);
}
