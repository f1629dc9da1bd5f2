/** What always holds of apps. */
import type { AppId, SpaceId } from "../core/ids.ts";
import {
  checkedEntries,
  checkedTickets,
  collect,
  type Everything,
  type Invariant,
  named,
  STRUCTURE,
  sameMembers,
  strays,
} from "../core/invariants.ts";
import type { PageIndex } from "../core/structures.ts";
import { belowInvariants } from "./invariants-below.ts";
import { listInvariants } from "./invariants-lists.ts";
import type { AppRecord, OfferedPage, RowsPage, SubmittedPage, SubmittersEntry } from "./model.ts";
import type { AppsReads } from "./select/apps.ts";
import { homeOf, offeredIn, rowsOf, submittedTo, submittersOf } from "./select/keys.ts";

type All = Everything<AppsReads>;
type Check = Invariant<AppsReads>["check"];
type Say = (what: string) => void;
type Row = RowsPage["entries"][number];
const quietly: Say = () => undefined;

const isLive = (all: All, space: string): boolean => all.get("space", space)?.dissolved === false;

/** APP-02, SELF-01: an app has an owner there is; one of a Host is published to its own live Spaces. */
const owners: Check = (all, say) => {
  for (const { owner: app, record } of all.of("app")) {
    const { owner, published } = record;
    if (!sameMembers(published, published)) say(`${named(app)} is published twice to a Space`);
    if (owner.kind === "space") {
      if (all.get("space", owner.space) === null) say(`${named(app)} is of no Space`);
      if (published.some((each) => each !== owner.space)) say(`${named(app)} left its Space`);
      continue;
    }
    if (all.get("organization", owner.organization) === null)
      say(`${named(app)} was built by none`);
    for (const space of published) {
      const host = all.get("space", space)?.host;
      if (!isLive(all, space) || host !== owner.organization) {
        say(`${named(app)} is published to ${named(space)}, which its Host does not have`);
      }
    }
  }
};

function offered(
  all: All,
  kind: "offered" | "home",
  space: string,
  index: PageIndex,
  say: Say = quietly,
): OfferedPage["entries"] {
  const where = kind === "home" ? homeOf(space as SpaceId) : offeredIn(space as SpaceId);
  return checkedTickets<OfferedPage["entries"][number]>(all, where, index, say);
}

/** APP-01, APP-08, SELF-02: what is published is on the workbench and at home, and nothing else is. */
const workbenches: Check = (all, say) => {
  const published = new Map<string, string[]>();
  const atHome = new Map<string, string[]>();
  for (const { owner: app, record } of all.of("app")) {
    const shelf = record.owner.kind === "space" ? atHome : published;
    for (const space of record.published) collect(shelf, space, app);
  }
  for (const { owner: space, record } of all.of("workbench")) {
    const apps = offered(all, "offered", space, record.offered, say);
    const home = offered(all, "home", space, record.home, say).map(([, app]) => app);
    if (
      !sameMembers(
        apps.map(([, app]) => app),
        published.get(space) ?? [],
      )
    ) {
      say(`apps offered in ${named(space)} are not those published to it`);
    }
    if (!sameMembers(home, atHome.get(space) ?? [])) {
      say(`apps at home in ${named(space)} are not those it published`);
    }
    for (const [ticket, app] of apps) {
      const publication = all.get("publication", space, app);
      if (publication?.published !== true || publication.ticket !== ticket) {
        say(`${named(space, app)} is offered and not published`);
      }
    }
    published.delete(space);
    atHome.delete(space);
  }
  for (const space of [...published.keys(), ...atHome.keys()])
    say(`${named(space)} offers nothing`);
  for (const { owner, own, record } of all.of("publication")) {
    const known = all.get("app", own)?.published.includes(owner as SpaceId) === true;
    if (known !== record.published) say(`${named(owner, own)} is published and not, at once`);
  }
};

/** The rows of an app, checked to be all there are. */
function rowsIn(all: All, app: string, { rows }: AppRecord, say: Say = quietly): Row[] {
  const where = rowsOf(app as AppId);
  const pages = Array.from({ length: Math.ceil(rows / where.size) }, (_, page) => page);
  return checkedTickets<Row>(all, where, { next: rows, count: rows, pages }, say);
}

/** APP-09, DATA-01: rows are counted, found under their ids, and of the Host or of a Space of its. */
const rows: Check = (all, say) => {
  for (const { owner: app, record } of all.of("app")) {
    const entries = rowsIn(all, app, record, say);
    const { owner } = record;
    if (owner.kind === "space" && entries.length > 0) say(`${named(app)} has rows of nobody's`);
    const ids = entries.map(({ row }) => row);
    if (!sameMembers(ids, ids)) say(`${named(app)} has two rows of one id`);
    for (const { row, ticket, space, trunk, organization, person, as } of entries) {
      if (all.get("row", app, row)?.ticket !== ticket) say(`${named(app, row)} is not found`);
      const own = space === null ? organization : all.get("space", space)?.host;
      const host = trunk ?? own;
      if (owner.kind === "organization" && host !== owner.organization) {
        say(`${named(app, row)} came from where ${named(app)} is not`);
      }
      const kind = as === undefined ? "employment" : "industry-member";
      if (all.get(kind, organization, person) === null) {
        say(`${named(app, row)} was submitted by somebody who never was`);
      }
    }
  }
  strays(
    all.of("row"),
    "row",
    ({ owner, record }) => record.ticket < (all.get("app", owner)?.rows ?? 0),
    say,
  );
};

/** DATA-02: submitters are those of the rows, in order of their first ones, by person as in order. */
const submitters: Check = (all, say) => {
  for (const { owner: app, record } of all.of("app")) {
    const saying = (what: string): void => say(`submitters of ${named(app)}: ${what}`);
    const expected = [
      ...new Set(
        rowsIn(all, app, record).map(({ organization, person, under, as }) =>
          named(organization, person, under, ...(as === undefined ? [] : [as])),
        ),
      ),
    ];
    const where = submittedTo(app as AppId);
    const listed = checkedTickets<SubmittedPage["entries"][number]>(
      all,
      where,
      record.submitted,
      say,
    );
    const inOrder = listed.map(([, ...submitter]) => named(...submitter));
    if (JSON.stringify(inOrder) !== JSON.stringify(expected)) saying("not those of the rows");
    const byPerson = checkedEntries<SubmittersEntry>(
      (own) => all.get("submitters", app, own),
      submittersOf(app as AppId),
      record.submitters,
      saying,
    ).flatMap(([person, as]) =>
      as.map(([organization, place, ...rest]) => named(place, organization, person, ...rest)),
    );
    if (
      !sameMembers(
        byPerson,
        listed.map((each) => named(...each)),
      )
    )
      saying("two lists differ");
  }
};

/** No record is left behind. */
const reachable: Check = (all, say) => {
  const shelf = (owner: string, name: "offered" | "home") =>
    all.get("workbench", owner)?.[name].pages ?? [];
  for (const kind of ["offered", "home"] as const) {
    strays(all.of(kind), kind, ({ owner, own }) => shelf(owner, kind).includes(Number(own)), say);
  }
  const app = (owner: string) => all.get("app", owner);
  const { size } = rowsOf("" as AppId);
  strays(
    all.of("rows"),
    "rows",
    ({ owner, own }) => Number(own) * size < (app(owner)?.rows ?? 0),
    say,
  );
  strays(
    all.of("submitters"),
    "submitters",
    ({ owner, own }) => Number.parseInt(own, 10) < (app(owner)?.submitters.buckets ?? 0),
    say,
  );
  strays(
    all.of("submitted"),
    "submitted",
    ({ owner, own }) => app(owner)?.submitted.pages.includes(Number(own)) === true,
    say,
  );
  for (const kind of ["publication", "permission"] as const) {
    const known = ({ owner, own }: { owner: string; own: string }): boolean =>
      app(own)?.owner.kind === "organization" && all.get("space", owner) !== null;
    strays<unknown>(all.of(kind), kind, known, say);
  }
};

/** The invariants of apps. */
export const appsInvariants: readonly Invariant<AppsReads>[] = [
  { rules: ["APP-02", "SELF-01"], check: owners },
  { rules: ["APP-01", "APP-08", "SELF-02"], check: workbenches },
  { rules: ["APP-09", "DATA-01"], check: rows },
  { rules: ["DATA-02"], check: submitters },
  ...listInvariants,
  ...belowInvariants,
  { rules: [STRUCTURE], check: reachable },
];
