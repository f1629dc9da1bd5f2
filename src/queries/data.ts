/** Questions about an app's data and its person fields. */
import type { SubmittersEntry } from "../apps/model.ts";
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
import { type Lists, LOOK_MAX, partAfter, partOf, SCAN_MAX } from "./lists.ts";
import type { Queries, Viewer } from "./model.ts";
import { isRefusal, type Paging, pageOf, pagingOf, startOf } from "./paging.ts";
import { formerly, shownAs } from "./shown.ts";

type Row = Lists["rows"];

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

const identityIn = ({ organization, person }: Identity): Identity => ({ organization, person });

/** Which rows somebody may see. */
const dataRange: QueryHandler<"data.range"> = (tx, data, policy) => {
  const acting = askedAs(tx, data);
  if (isRefusal(acting)) return acting;
  const range = rangeOf(tx, data.app, acting, policy);
  if (isRefusal(range)) return range;
  const filter = range.filter.map(({ submitter, ...terms }) =>
    submitter === undefined ? terms : { ...terms, submitter: identityIn(submitter) },
  );
  return { value: { all: range.all, filter } };
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

/** The ticket of a row, if it is in range. */
function ticketOfRow(tx: Reading, app: AppId, id: string | undefined, range: RowRange) {
  const ticket = read(tx, "row", app, id as RowId)?.ticket;
  if (ticket === undefined) return undefined;
  const page = must(tx, ...pageKey(rowsOf(app), ticket));
  const row = page.entries.find((each) => each.ticket === ticket) as Row;
  return rowIsInRange(row, range) ? ticket : undefined;
}

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
  const from = startOf(after, ([id]) => ticketOfRow(tx, app, id, range));
  if (typeof from !== "number") return from;
  const some = !range.all || data.submitter !== undefined || data.organization !== undefined;
  const shows = (row: Row): boolean => rowIsInRange(row, range) && rowIsOf(tx, row, data);
  const { where, index } = rowsFrom(tx, app, from);
  const expected = (index.pages.length * where.size) / (some ? RARITY : 1);
  const list = { where, index, shows, expected };
  const { entries, next } = partOf(tx, list, from, limit, ({ row }) => [row]);
  const items = entries.map((entry) => {
    const { row, space, under, labels, at } = entry;
    const submitter = { ...shownAs(tx, identityIn(entry), under), ...formerly(tx, entry, at) };
    return { row, space, submitter, labels, at };
  });
  return pageOf(items, next);
};

const submitterIds = ([, organization, person, under]: Lists["submitted"]) => [
  person,
  organization,
  String(under),
];

/** The submitters from where a page starts, in order of their first rows. */
function submittersFrom(tx: Reading, app: AppId, paging: Paging) {
  const { submitters, submitted: index } = must(tx, "app", app);
  return partAfter(tx, { where: submittedTo(app), index }, paging, submitterIds, (ids) => {
    const [person, organization, under] = ids as [PersonId, OrganizationId, string];
    const as = entryOf<SubmittersEntry>(tx, submittersOf(app), submitters, person)?.[1] ?? [];
    return as.find(([each, , number]) => each === organization && String(number) === under)?.[1];
  });
}

/** DATA-02: who submitted to one's own app: one entry for each organization somebody submitted for. */
const dataSubmitters: QueryHandler<"data.submitters"> = (tx, data, policy) => {
  const paging = pagingOf(data, 3);
  if (isRefusal(paging)) return paging;
  const { viewer, app, search = "" } = data;
  const acting = askedAs(tx, { viewer, app });
  if (isRefusal(acting)) return acting;
  const { after, limit } = paging;
  const look = search === "" ? limit : LOOK_MAX;
  const refusal = identityMayUse(tx, app, acting, "data.view", policy);
  if (refusal !== null) return refusal;
  const part = submittersFrom(tx, app, { after, limit: look });
  if (isRefusal(part)) return part;
  const found = part.entries
    .map((entry) => {
      const [, organization, person, under] = entry;
      return { entry, item: shownAs(tx, { organization, person }, under) };
    })
    .filter(({ item }) => item.fields.name.includes(search));
  const shownNow = found.slice(0, limit);
  const last = shownNow.at(-1);
  const items = shownNow.map(({ item }) => item);
  return found.length > limit && last !== undefined
    ? pageOf(items, { kind: "item", ids: submitterIds(last.entry) })
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

/** A function for every question about data. */
export const dataQueries = {
  "data.range": dataRange,
  "data.rows": dataRows,
  "data.submitters": dataSubmitters,
  "form.pickable": formPickable,
  "form.candidates": formCandidates,
};
