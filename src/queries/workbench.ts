/** Workbenches, of a Trunk and of one's own organization; and whom a distribution covers. */
import type { OfferedPage } from "../apps/model.ts";
import { appExists, appIsOfHost, appIsPublished } from "../apps/select/apps.ts";
import { isCovered } from "../apps/select/below.ts";
import { decisionOf, isInstalled } from "../apps/select/installing.ts";
import { shelvedBy } from "../apps/select/keys.ts";
import { isFor } from "../apps/select/use.ts";
import type { AppId, OrganizationId } from "../core/ids.ts";
import { view } from "../core/rule.ts";
import { EMPTY_PAGES } from "../core/structures.ts";
import { must, read } from "../core/transaction.ts";
import { organizationKnown, organizationOf } from "../directory/select/organizations.ts";
import { isPresentFor } from "../roster/select/book.ts";
import { belowOf } from "../spaces/select/keys.ts";
import { aboveOf, trunkAskingRefusal, trunkOf } from "../spaces/select/trunks.ts";
import { viewerInService } from "./access.ts";
import type { QueryHandler, Reading } from "./handler.ts";
import { partOf } from "./lists.ts";
import type { PageRequest, Viewer } from "./model.ts";
import { isRefusal, notACursor, pageOf, pagingOf, startOf } from "./paging.ts";
import { bookRefusal } from "./sight.ts";

/** Apps, or organizations, that one page looks at, if not more are asked for. */
const LOOK_MIN = 128;

type Entry = OfferedPage["entries"][number];

/** DIST-04: whether somebody finds an app on a Trunk's workbench: the Trunk's own do, others if it is for them. */
const isOnTrunks = view(
  "DIST-04",
  (tx: Reading, trunk: OrganizationId, app: AppId, viewer: Viewer): boolean =>
    viewer.organization === trunk || isFor(tx, { trunk, app }, viewer),
);

/** DIST-04: and on that of their own organization, where it is installed. */
const isOnOwn = view(
  "DIST-04",
  (tx: Reading, trunk: OrganizationId, app: AppId, viewer: Viewer): boolean => {
    const distribution = must(tx, "distribution", trunk, app);
    // Both are looked at in one round.
    const isThere = isInstalled(tx, { trunk, app }, distribution, viewer.organization);
    return isFor(tx, { trunk, app }, viewer) && isThere;
  },
);

const shelfOf = (tx: Reading, trunk: OrganizationId) => ({
  where: shelvedBy(trunk),
  index: read(tx, "shelf", trunk)?.offered ?? EMPTY_PAGES,
});

/** The ticket of an app among those that a Trunk distributes, if it does. */
function ticketOf(tx: Reading, trunk: OrganizationId, id: string | undefined): number | undefined {
  const distribution = read(tx, "distribution", trunk, id as AppId);
  return distribution?.published === true ? distribution.ticket : undefined;
}

const shown = (tx: Reading, app: AppId) => {
  const { name, cool } = must(tx, "app", app);
  return { app, name, cool };
};

/** The workbench of a Trunk, for whoever is in its book. */
export function centerOfTrunk(
  tx: Reading,
  data: { readonly viewer: Viewer; readonly trunk: OrganizationId } & PageRequest,
) {
  const paging = pagingOf(data, 1, () => bookRefusal(tx, data));
  if (isRefusal(paging)) return paging;
  const { viewer, trunk } = data;
  const { after, limit } = paging;
  const from = startOf(after, ([id]) => ticketOf(tx, trunk, id));
  if (typeof from !== "number") return from;
  const part = partOf(tx, shelfOf(tx, trunk), from, Math.max(limit, LOOK_MIN), ([, app]) => [app]);
  const found = part.entries.filter(([, app]) => isOnTrunks(tx, trunk, app, viewer));
  const items = found.slice(0, limit);
  const next =
    found.length > limit ? items.at(-1) : part.next === null ? null : part.entries.at(-1);
  const apps = items.map(([, app]) => shown(tx, app));
  // Its place stands for an app that may be hidden from the viewer.
  return pageOf(apps, next == null ? null : { kind: "place", place: next[0] + 1 });
}

/** The workbench of the viewer's own organization: of whom reaches it the nearest first. */
export function centerOfOwn(tx: Reading, data: { readonly viewer: Viewer } & PageRequest) {
  const { viewer } = data;
  const { organization } = viewer;
  const paging = pagingOf(
    data,
    2,
    () => organizationKnown(tx, organization) ?? viewerInService(tx, viewer),
  );
  if (isRefusal(paging)) return paging;
  const { after, limit } = paging;
  if (after?.kind === "place") return notACursor();
  const trunks = aboveOf(tx, organization)
    .filter(([, level]) => level !== null)
    .sort((one, other) => (one[1] ?? 0) - (other[1] ?? 0))
    .map(([upper]) => ({ upper, shelf: shelfOf(tx, upper) }))
    .filter(({ upper }) => isPresentFor(tx, upper, viewer));
  const [first, id] = after === null ? [] : after.ids;
  const at = first === undefined ? 0 : trunks.findIndex(({ upper }) => upper === first);
  const ticket = first === undefined ? -1 : ticketOf(tx, first as OrganizationId, id);
  if (at < 0 || ticket === undefined) return notACursor();
  const items: { readonly trunk: OrganizationId; readonly app: AppId }[] = [];
  let look = Math.max(limit, LOOK_MIN);
  for (const [i, { upper: trunk, shelf }] of trunks.slice(at).entries()) {
    const from = i === 0 ? ticket + 1 : 0;
    const { entries } = partOf(tx, shelf, from, look, ([, app]: Entry) => [app]);
    for (const [, app] of entries) {
      look -= 1;
      if (isOnOwn(tx, trunk, app, viewer)) items.push({ trunk, app });
      if (items.length === limit || look === 0) {
        const rest = items.map((each) => ({ ...shown(tx, each.app), trunk: each.trunk }));
        return pageOf(rest, { kind: "item", ids: [trunk, app] });
      }
    }
  }
  return pageOf(
    items.map((each) => ({ ...shown(tx, each.app), trunk: each.trunk })),
    null,
  );
}

/** The organizations that a distribution covers, and whether each has the app on its workbench. */
export const coveredBy: QueryHandler<"app.covered"> = (tx, data) => {
  const { viewer, trunk, app } = data;
  const paging = pagingOf(
    data,
    1,
    () =>
      trunkAskingRefusal(tx, viewer, trunk) ??
      appExists(tx, app) ??
      appIsOfHost(tx, data) ??
      appIsPublished(tx, app, { space: null, trunk }),
  );
  if (isRefusal(paging)) return paging;
  const { after, limit } = paging;
  const from = startOf(
    after,
    ([id]) => aboveOf(tx, id as OrganizationId).find(([upper]) => upper === trunk)?.[5],
  );
  if (typeof from !== "number") return from;
  const distribution = must(tx, "distribution", trunk, app);
  const list = { where: belowOf(trunk), index: trunkOf(tx, trunk).below };
  const part = partOf(tx, list, from, Math.max(limit, LOOK_MIN), ([, each]) => [each]);
  const place = { trunk, app };
  const found = part.entries.filter(([, each]) => isCovered(tx, place, distribution, each));
  const covered = found.slice(0, limit);
  const items = covered.map(([, organization]) => {
    const decision = decisionOf(tx, place, distribution, organization);
    return {
      organization,
      name: organizationOf(tx, organization).name,
      installed: isInstalled(tx, place, distribution, organization),
      by: decision === null ? ("trunk" as const) : ("organization" as const),
    };
  });
  const next =
    found.length > limit ? covered.at(-1) : part.next === null ? null : part.entries.at(-1);
  return pageOf(items, next == null ? null : { kind: "place", place: next[0] + 1 });
};
