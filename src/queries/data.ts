/** Questions about an app's data and its person fields. */
import type { RowsPage } from "../apps/model.ts";
import { hostAppKnown } from "../apps/select/apps.ts";
import {
  permissionRefusal,
  type RowRange,
  rowIsInRange,
  rowIsOf,
  rowRange,
} from "../apps/select/data.ts";
import { rowsOf, submittedTo, submittersOf } from "../apps/select/keys.ts";
import { pickedInScope, pickingFor } from "../apps/select/pickable.ts";
import { actingAs, actingRefusal, identityMayUse, useRefusal } from "../apps/select/use.ts";
import { entryOf } from "../core/hashed.ts";
import type { AppId, OrganizationId, PersonId, RowId } from "../core/ids.ts";
import type { Identity } from "../core/notice.ts";
import { pageKey } from "../core/paged.ts";
import type { Policy } from "../core/policy.ts";
import type { Refusal } from "../core/refusal.ts";
import { must, read } from "../core/transaction.ts";
import type { Acting } from "../licenses/select/holding.ts";
import { candidatesPage, candidatesPaging } from "./candidates.ts";
import type { QueryHandler, Reading } from "./handler.ts";
import { LOOK_MAX, partOf, SCAN_MAX } from "./lists.ts";
import type { Queries, Viewer } from "./model.ts";
import { type Cursor, isRefusal, notACursor, pageOf, pagingOf } from "./paging.ts";
import { shown } from "./shown.ts";

type Own = "data.range" | "data.rows" | "data.submitters" | "form.pickable" | "form.candidates";

type Row = RowsPage["entries"][number];

/** Of so many rows one is taken to be shown, where only some are. */
const RARITY = 8;

/** Somebody asks about an app, in a Space or for their own organization. */
interface About {
  readonly viewer: Viewer;
  readonly app: AppId;
  readonly space?: Queries["data.range"]["input"]["space"];
}

/** In whose name the viewer asks, if the app is known to them. */
function askedAs(tx: Reading, { viewer, app, space }: About): Acting | Refusal {
  const acting = actingAs(viewer, space);
  return actingRefusal(tx, viewer, space) ?? hostAppKnown(tx, app, acting) ?? acting;
}

/** The rows that may be seen, or why none are. */
function rangeOf(tx: Reading, app: AppId, acting: Acting, policy: Policy): RowRange | Refusal {
  return (
    useRefusal(tx, app, acting, "data.view", policy) ??
    permissionRefusal(tx, app, acting, "data.view") ??
    rowRange(tx, app, acting)
  );
}

/** Which rows somebody may see. */
const dataRange: QueryHandler<"data.range"> = (tx, data, policy) => {
  const acting = askedAs(tx, data);
  if (isRefusal(acting)) return acting;
  const range = rangeOf(tx, data.app, acting, policy);
  return isRefusal(range) ? range : { value: range };
};

/** The rows of an app from a ticket on, as far as one page may look at them. */
function rowsFrom(tx: Reading, app: AppId, from: number) {
  const { rows } = must(tx, "app", app);
  const where = rowsOf(app);
  const first = Math.floor(from / where.size);
  const last = Math.min(Math.ceil(rows / where.size), first + 2 * SCAN_MAX + 1);
  const pages = Array.from({ length: Math.max(0, last - first) }, (_, i) => first + i);
  return { where, index: { next: rows, count: rows, pages } };
}

/** A page of those rows of an app for which `shows` holds. */
function rowsShown(
  tx: Reading,
  app: AppId,
  from: number,
  limit: number,
  some: boolean,
  shows: (row: Row) => boolean,
) {
  const list = rowsFrom(tx, app, from);
  const all = list.index.pages.length * list.where.size;
  const expected = some ? all / RARITY : all;
  const ticketOf = ({ ticket }: Row): number => ticket;
  return partOf(tx, { ...list, ticketOf, shows, expected }, from, limit, ({ row }) => [row]);
}

/** The ticket at which a page starts, and whether the cursor's row, if there is one, is in range. */
function startOfRows(tx: Reading, app: AppId, after: Cursor | null, range: RowRange) {
  if (after === null) return 0;
  if (after.kind === "place") return after.place;
  const ticket = read(tx, "row", app, after.ids[0] as RowId)?.ticket;
  if (ticket === undefined) return notACursor();
  const page = must(tx, ...pageKey(rowsOf(app), ticket));
  const row = page.entries.find((each) => each.ticket === ticket) as Row;
  return rowIsInRange(row, range) ? ticket + 1 : notACursor();
}

const submitterOf = ({ organization, person }: Row): Identity => ({ organization, person });

/** Rows that somebody may see, all of them or those of one submitter or one organization. */
const dataRows: QueryHandler<"data.rows"> = (tx, data, policy) => {
  const paging = pagingOf(data, 1);
  if (isRefusal(paging)) return paging;
  const { app } = data;
  const { after, limit } = paging;
  const acting = askedAs(tx, data);
  if (isRefusal(acting)) return acting;
  const range = rangeOf(tx, app, acting, policy);
  if (isRefusal(range)) return range;
  const from = startOfRows(tx, app, after, range);
  if (typeof from !== "number") return from;
  const some = !range.all || data.submitter !== undefined || data.organization !== undefined;
  const shows = (row: Row): boolean => rowIsInRange(row, range) && rowIsOf(row, data);
  const { entries, next } = rowsShown(tx, app, from, limit, some, shows);
  const submitters = shown(tx, entries.map(submitterOf));
  const items = entries.map(({ row, space, labels, at }, i) => {
    return { row, space, submitter: submitters[i] as (typeof submitters)[number], labels, at };
  });
  return pageOf(items, next);
};

/** The place after which a page of submitters starts. */
function startOfSubmitters(tx: Reading, app: AppId, after: Cursor | null) {
  if (after === null) return 0;
  if (after.kind === "place") return after.place;
  const [person, organization] = after.ids as [PersonId, OrganizationId];
  type Entry = readonly [PersonId, readonly (readonly [OrganizationId, number])[]];
  const { submitters } = must(tx, "app", app);
  const as = entryOf<Entry>(tx, submittersOf(app), submitters, person)?.[1] ?? [];
  const place = as.find(([each]) => each === organization)?.[1];
  return place === undefined ? notACursor() : place + 1;
}

/** The submitters from where a page starts, in order of their first rows. */
function submittersFrom(tx: Reading, app: AppId, after: Cursor | null, look: number) {
  const from = startOfSubmitters(tx, app, after);
  if (typeof from !== "number") return from;
  const { submitted: index } = must(tx, "app", app);
  type Entry = readonly [number, OrganizationId, PersonId];
  const list = {
    where: submittedTo(app),
    index,
    ticketOf: ([ticket]: Entry) => ticket,
    shows: () => true,
    expected: index.count,
  };
  return partOf(tx, list, from, look, ([, organization, person]) => [person, organization]);
}

/** DATA-02: who submitted to one's own app: one entry for each organization somebody submitted for. */
const dataSubmitters: QueryHandler<"data.submitters"> = (tx, data, policy) => {
  const paging = pagingOf(data, 2);
  if (isRefusal(paging)) return paging;
  const { viewer, app, search = "" } = data;
  const acting = askedAs(tx, { viewer, app });
  if (isRefusal(acting)) return acting;
  const { after, limit } = paging;
  const look = search === "" ? limit : LOOK_MAX;
  const refusal = identityMayUse(tx, app, acting, "data.view", policy);
  if (refusal !== null) return refusal;
  const part = submittersFrom(tx, app, after, look);
  if (isRefusal(part)) return part;
  const identities = part.entries.map(([, organization, person]) => ({ organization, person }));
  const found = shown(tx, identities).filter(({ fields }) => fields.name.includes(search));
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return found.length > limit && last !== undefined
    ? pageOf(items, { kind: "item", ids: [last.person, last.organization] })
    : pageOf(items, part.next);
};

/** Whether somebody can be chosen in a form by somebody who may submit it. */
const formPickable: QueryHandler<"form.pickable"> = (tx, data, policy) => {
  const { app, target } = data;
  const acting = askedAs(tx, data);
  if (isRefusal(acting)) return acting;
  return (
    useRefusal(tx, app, acting, "form.submit", policy) ??
    pickedInScope(tx, app, acting, [target], policy) ?? { value: { pickable: true } }
  );
};

/** Everybody who can be chosen in a form by somebody who may submit it. */
const formCandidates: QueryHandler<"form.candidates"> = (tx, data, policy) => {
  const { app, space, search = "" } = data;
  // Which cursors there are depends on the side alone, which everybody knows of themselves.
  const paging = candidatesPaging(data, space === undefined);
  if (isRefusal(paging)) return paging;
  const acting = askedAs(tx, data);
  if (isRefusal(acting)) return acting;
  return (
    useRefusal(tx, app, acting, "form.submit", policy) ??
    candidatesPage(tx, pickingFor(tx, app, acting, policy), search, paging)
  );
};

export const dataQueries: { readonly [Type in Own]: QueryHandler<Type> } = {
  "data.range": dataRange,
  "data.rows": dataRows,
  "data.submitters": dataSubmitters,
  "form.pickable": formPickable,
  "form.candidates": formCandidates,
};
