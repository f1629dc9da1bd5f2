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
import {
  actingAs,
  actingRefusal,
  gatesOpen,
  identityMayUse,
  useRefusal,
} from "../apps/select/use.ts";
import { entryOf } from "../core/hashed.ts";
import type { AppId, OrganizationId, PersonId, RowId } from "../core/ids.ts";
import type { AsMember } from "../core/input.ts";
import type { Key } from "../core/keys.ts";
import type { Doer, Identity } from "../core/notice.ts";
import { pageKey } from "../core/paged.ts";
import type { Policy } from "../core/policy.ts";
import type { Refusal } from "../core/refusal.ts";
import { view } from "../core/rule.ts";
import { likely, must, read } from "../core/transaction.ts";
import { doerOf } from "../industry/select/book.ts";
import { type Acting, doorOf } from "../licenses/select/holding.ts";
import type { Container, InTrunk } from "../spaces/model.ts";
import { applicantKey } from "../spaces/select/container.ts";
import { lineTo, reaches } from "../spaces/select/trunks.ts";
import { candidatesInBook } from "./book.ts";
import { candidatesPage, candidatesPaging } from "./candidates.ts";
import { type Onlooker, onlooker } from "./fields.ts";
import type { QueryHandler, Reading } from "./handler.ts";
import { type Lists, LOOK_MAX, partAfter, partOf, SCAN_MAX } from "./lists.ts";
import type { Queries, Viewer } from "./model.ts";
import { isRefusal, type Paging, pageOf, pagingOf, startOf } from "./paging.ts";
import { formerly, shownAs } from "./shown.ts";

type Row = Lists["rows"];

/** Of so many rows one is taken to be shown, where only some are. */
const RARITY = 8;

/** Somebody asks about an app, in a Space, through a Trunk or for their own organization. */
interface About {
  readonly viewer: Viewer;
  readonly app: AppId;
  readonly space?: Queries["data.range"]["input"]["space"];
  readonly trunk?: Queries["data.range"]["input"]["trunk"];
}

type PlaceBelow = Pick<Queries["data.rows"]["answer"]["items"][number], "line" | "alias">;

/** In whose name the viewer asks, if the app is known to them. */
function askedAs(tx: Reading, about: About): Acting | Refusal {
  const { viewer, app } = about;
  const acting = actingAs(viewer, about);
  return actingRefusal(tx, viewer, about) ?? hostAppKnown(tx, app, acting) ?? acting;
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

/**
 * Whoever submitted something, as they were then. Of industry members no more is known than their ids, which
 * never change (INDUSTRY-01).
 */
function submitterShown(
  tx: Reading,
  looking: Onlooker,
  { as, ...identity }: Doer,
  under: number | null,
  at?: number,
) {
  const who = identityIn(identity);
  if (as !== undefined) return { ...shownAs(tx, looking, who, null), as };
  const then = at === undefined ? {} : formerly(tx, who, at);
  return { ...shownAs(tx, looking, who, under), ...then };
}

/** Which rows somebody may see. */
const dataRange: QueryHandler<"data.range"> = (tx, data, policy) => {
  const acting = askedAs(tx, data);
  if (isRefusal(acting)) return acting;
  const range = rangeOf(tx, data.app, acting, policy);
  if (isRefusal(range)) return range;
  const filter = range.filter.map(({ submitter, owner, ...terms }) => ({
    ...terms,
    ...(submitter === undefined ? {} : { submitter: doerOf(submitter) }),
    ...(owner === undefined ? {} : { owner: identityIn(owner) }),
  }));
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
function ticketOfRow(
  tx: Reading,
  app: AppId,
  id: string | undefined,
  range: RowRange,
  policy: Policy,
) {
  const ticket = read(tx, "row", app, id as RowId)?.ticket;
  if (ticket === undefined) return undefined;
  const page = must(tx, ...pageKey(rowsOf(app), ticket));
  const row = page.entries.find((each) => each.ticket === ticket) as Row;
  return rowIsInRange(tx, row, range, policy) ? ticket : undefined;
}

/**
 * LEVEL-01: whether a row shows where its organization is below the viewer's: to whoever acts for the builder;
 * nobody else learns who is above an organization.
 */
const showsPlace = view(
  "LEVEL-01",
  (tx: Reading, acting: Acting, organization: OrganizationId): boolean =>
    doorOf(acting) === null && reaches(tx, acting.organization, organization),
);

/** Where the acting organization of a row stands now, and what it is called by the Link of its line. */
function placeBelow(tx: Reading, acting: Acting, organization: OrganizationId): PlaceBelow {
  if (!showsPlace(tx, acting, organization)) return {};
  const line = lineTo(tx, acting.organization, organization);
  const trunk = line.at(-2) ?? acting.organization;
  const alias = read(tx, "link", trunk, organization)?.alias ?? null;
  return { line, ...(alias === null ? {} : { alias }) };
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
  const from = startOf(after, ([id]) => ticketOfRow(tx, app, id, range, policy));
  if (typeof from !== "number") return from;
  const some = !range.all || data.submitter !== undefined || data.organization !== undefined;
  const shows = (row: Row): boolean =>
    rowIsInRange(tx, row, range, policy) && rowIsOf(tx, row, data);
  const { where, index } = rowsFrom(tx, app, from);
  const expected = (index.pages.length * where.size) / (some ? RARITY : 1);
  const list = { where, index, shows, expected };
  const { entries, next } = partOf(tx, list, from, limit, ({ row }) => [row]);
  // Noted at once: each line would be come upon by itself.
  likely(tx, () =>
    doorOf(acting) === null
      ? entries.map(({ organization }): Key<"lineage"> => ["lineage", organization, ""])
      : [],
  );
  const items = entries.map((entry) => {
    const { row, space, organization, under, owner, labels, at } = entry;
    const place = placeBelow(tx, acting, organization);
    const looking = onlooker(data.viewer, policy, doorOf(entry) ?? doorOf(acting));
    const submitter = submitterShown(tx, looking, doerOf(entry), under, at);
    const whose = owner === undefined ? {} : { owner: owner[0] };
    return { row, space, submitter, ...whose, labels, at, ...place };
  });
  return pageOf(items, next);
};

/** Under which employment somebody submitted, or as of which time in the industry book, as a text. */
const underText = (under: number | null, as?: AsMember): string =>
  as === undefined ? String(under) : `${as}:${under}`;

const submitterIds = ([, organization, person, under, as]: Lists["submitted"]) => [
  person,
  organization,
  underText(under, as),
];

/** The submitters from where a page starts, in order of their first rows. */
function submittersFrom(tx: Reading, app: AppId, paging: Paging) {
  const { submitters, submitted: index } = must(tx, "app", app);
  return partAfter(tx, { where: submittedTo(app), index }, paging, submitterIds, (ids) => {
    const [person, organization, under] = ids as [PersonId, OrganizationId, string];
    const as = entryOf<SubmittersEntry>(tx, submittersOf(app), submitters, person)?.[1] ?? [];
    return as.find(
      ([each, , number, how]) => each === organization && underText(number, how) === under,
    )?.[1];
  });
}

/**
 * The Spaces and books through which an organization's people may have submitted to an app: those of its builder
 * to which the organization ever applied, or which it is in by others.
 */
function doorsTo(tx: Reading, app: AppId, organization: OrganizationId): readonly Container[] {
  const { owner } = must(tx, "app", app);
  if (owner.kind === "space") return [{ space: owner.space }];
  const { organization: host } = owner;
  const hasApplied = (of: Container): boolean =>
    read(tx, ...applicantKey(of, organization)) !== null;
  const spaces = must(tx, "organization", host).hosted.map((space): Container => ({ space }));
  const doors = spaces.filter(hasApplied);
  const book = { trunk: host };
  return doors.length === 0 || hasApplied(book) || reaches(tx, host, organization)
    ? [...doors, book]
    : doors;
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
  const refusal =
    gatesOpen(tx, app, acting, policy) ?? identityMayUse(tx, app, acting, "data.view", policy);
  if (refusal !== null) return refusal;
  const part = submittersFrom(tx, app, { after, limit: look });
  if (isRefusal(part)) return part;
  const found = part.entries
    .map((entry) => {
      const [, organization, person, under, as] = entry;
      const looking = { viewer, policy, doors: doorsTo(tx, app, organization) };
      const doer = doerOf({ organization, person, as });
      return { entry, item: submitterShown(tx, looking, doer, under) };
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
  const { app, space, trunk, search = "" } = data;
  if (trunk !== undefined) return candidatesBelow(tx, { ...data, trunk }, policy);
  // Noted at once: whether the app is distributed is found out at the end.
  likely(tx, (): Key<"distribution">[] =>
    space === undefined ? [["distribution", data.viewer.organization, app]] : [],
  );
  // Which cursors there are depends on the side alone, which everybody knows of themselves.
  const paging = candidatesPaging(data, space === undefined);
  if (isRefusal(paging)) return paging;
  const acting = askedAs(tx, data);
  if (isRefusal(acting)) return acting;
  return (
    useRefusal(tx, app, acting, "form.submit", policy) ??
    candidatesPage(
      tx,
      { viewer: data.viewer, policy },
      pickingFor(tx, app, acting, policy),
      search,
      paging,
    )
  );
};

/** The same through a Trunk. */
function candidatesBelow(
  tx: Reading,
  data: Queries["form.candidates"]["input"] & InTrunk,
  policy: Policy,
) {
  const { viewer, trunk, app } = data;
  const acting = askedAs(tx, data);
  if (isRefusal(acting)) return acting;
  const { offersBelow, sees } = pickingFor(tx, app, acting, policy);
  const shows = (each: Identity): boolean =>
    offersBelow?.(each.organization) === true && sees?.(each) !== false;
  return (
    useRefusal(tx, app, acting, "form.submit", policy) ??
    candidatesInBook(tx, viewer, trunk, shows, policy, data)
  );
}

/** A function for every question about data. */
export const dataQueries = {
  "data.range": dataRange,
  "data.rows": dataRows,
  "data.submitters": dataSubmitters,
  "form.pickable": formPickable,
  "form.candidates": formCandidates,
};
