/** Questions about apps: what one finds, what one may use, what the Host has set. */
import type {
  Audience,
  DataPermission,
  DistributedEntry,
  FixedAudience,
  FixedPermission,
} from "../apps/model.ts";
import {
  type AppIn,
  appExists,
  appIsOfHost,
  hostAppKnown,
  isPublished,
  oneDoorNamed,
  spaceAppKnown,
  spaceAppPublished,
  spaceAppUserIsPresent,
} from "../apps/select/apps.ts";
import { inertIn, inForce, isAuthorized } from "../apps/select/audience.ts";
import { permissionRefusal } from "../apps/select/data.ts";
import { FEATURES, hostFeatureIsKnown, isReleased } from "../apps/select/features.ts";
import { distributedBy, homeOf, offeredIn } from "../apps/select/keys.ts";
import { settingsOf, standing } from "../apps/select/settings.ts";
import { actingAs, actingRefusal, useRefusal } from "../apps/select/use.ts";
import { allEntries } from "../core/hashed.ts";
import type { AppId, SpaceId } from "../core/ids.ts";
import type { Identity } from "../core/notice.ts";
import type { Policy } from "../core/policy.ts";
import { view } from "../core/rule.ts";
import { EMPTY_HASH, EMPTY_PAGES } from "../core/structures.ts";
import { must, read } from "../core/transaction.ts";
import { inertAmong } from "../directory/select/inert.ts";
import { doorOf } from "../licenses/select/holding.ts";
import type { InSpace } from "../spaces/model.ts";
import { associationOf, spaceAdminRefusal, spaceKnown, spaceOf } from "../spaces/select/spaces.ts";
import { memberIsOpen } from "../spaces/select/suspended.ts";
import { insiderRefusal } from "./access.ts";
import type { QueryHandler, Reading } from "./handler.ts";
import { partAtPlace, partOf } from "./lists.ts";
import type { Queries } from "./model.ts";
import { isRefusal, pageOf, pagingOf, startOf } from "./paging.ts";
import { centerOfOwn, centerOfTrunk, coveredBy } from "./workbench.ts";

type Asked = Queries["app.center"]["input"] & InSpace;

/** Apps that one page of the app center looks at, if not more are asked for. */
const LOOK_MIN = 128;

/** FEAT-09: the list and its dates, with what the policy's release has of it. */
const featureList: QueryHandler<"feature.list"> = (_tx, _data, policy) => ({
  value: {
    items: FEATURES.map(({ feature, since }) => ({
      feature,
      since,
      supported: isReleased(feature, policy.release),
    })),
  },
});

/** APP-05: whether somebody on the Roster finds an app: a Host contact does, others if it is for them. */
const isInCenter = view(
  "APP-05",
  (tx: Reading, place: AppIn, viewer: Identity): boolean =>
    spaceOf(tx, place.space).host === viewer.organization || isAuthorized(tx, place, viewer),
);

/** The ticket of an app in a Space's center, if the viewer finds it there. */
function ticketInCenter(tx: Reading, { space, viewer }: Asked, id: string | undefined) {
  const place = { space, app: id as AppId };
  if (!isPublished(tx, place) || !isInCenter(tx, place, viewer)) return undefined;
  return must(tx, "publication", space, place.app).ticket;
}

/** The Host apps that a rostered viewer finds in a Space. Neither licenses nor gates matter (AMB-40). */
const appCenter: QueryHandler<"app.center"> = (tx, data) => {
  const { viewer, space, trunk } = data;
  if (trunk !== undefined) {
    return oneDoorNamed(viewer, [space, trunk]) ?? centerOfTrunk(tx, { ...data, trunk });
  }
  return space === undefined ? centerOfOwn(tx, data) : centerInSpace(tx, { ...data, space });
};

function centerInSpace(tx: Reading, data: Asked) {
  const paging = pagingOf(data, 1, () => insiderRefusal(tx, data));
  if (isRefusal(paging)) return paging;
  const { space } = data;
  const { after, limit } = paging;
  const from = startOf(after, ([id]) => ticketInCenter(tx, data, id));
  if (typeof from !== "number") return from;
  const index = read(tx, "workbench", space)?.offered ?? EMPTY_PAGES;
  const look = Math.max(limit, LOOK_MIN);
  const part = partOf(tx, { where: offeredIn(space), index }, from, look, ([, app]) => [app]);
  const { viewer } = data;
  const found = part.entries.filter(([, app]) => isInCenter(tx, { space, app }, viewer));
  const items = found.slice(0, limit).map(([, app]) => {
    const { name, cool } = must(tx, "app", app);
    return { app, name, cool };
  });
  if (found.length > limit)
    return pageOf(items, { kind: "item", ids: [items.at(-1)?.app as AppId] });
  // The last app looked at may be hidden from the viewer, so its place stands for it.
  const last = part.entries.at(-1);
  if (part.next === null || last === undefined) return pageOf(items, part.next);
  return pageOf(items, { kind: "place", place: last[0] + 1 });
}

/** Whether somebody may use a feature of an app now. */
const appUse: QueryHandler<"app.use"> = (tx, data, policy) => {
  const { viewer, app, feature } = data;
  const acting = actingAs(viewer, data);
  const door = doorOf(acting);
  const unknown =
    (door === null ? hostFeatureIsKnown(feature, policy) : null) ??
    actingRefusal(tx, viewer, data) ??
    hostAppKnown(tx, app, acting);
  if (unknown !== null) return unknown;
  return (
    useRefusal(tx, app, acting, feature, policy) ??
    permissionRefusal(tx, app, acting, feature) ?? {
      value: { side: door === null ? "host" : "downstream" },
    }
  );
};

function audienceShown(audience: FixedAudience): Audience {
  const { partners, organizations, departments, people } = audience;
  return {
    partners,
    organizations: organizations.map(([organization]) => organization),
    departments: departments.map(([organization, department]) => ({ organization, department })),
    people: people.map(([organization, person]) => ({ organization, person })),
  };
}

function permissionShown({ for: whom, rows, labels, reports }: FixedPermission): DataPermission {
  return {
    ...(whom === null ? {} : { for: audienceShown(whom) }),
    ...(rows === null ? {} : { rows }),
    ...(labels === null ? {} : { labels }),
    reports,
  };
}

/** The internal groups of present Members to which an app was distributed. */
function groupsOf(tx: Reading, { space, app }: AppIn) {
  const index = read(tx, "publication", space, app)?.distributed ?? EMPTY_HASH;
  const entries = allEntries<DistributedEntry>(tx, distributedBy(space, app), index);
  const all = entries.flatMap(([group, of]) =>
    of.map(([organization, order]) => ({ group, organization, order })),
  );
  return all
    .filter(({ organization, order }) => associationOf(tx, space, organization)?.order === order)
    .map(({ organization, group }) => ({ organization, group }));
}

/** What an authorized list, or a permission with its number, says of removed departments. */
const inertShown = (
  tx: Reading,
  policy: Policy,
  space: SpaceId,
  audience: FixedAudience,
  permission: number | null,
) =>
  inertIn(tx, space, audience).flatMap(({ organization, department }) =>
    inertAmong(tx, policy, organization, [department]).map((each) => ({
      organization,
      ...each,
      permission,
    })),
  );

/** What the Host has set for its app in a Space. */
const appSettings: QueryHandler<"app.settings"> = (tx, data, policy) => {
  const { viewer, space, app } = data;
  const refusal =
    spaceAdminRefusal(tx, viewer, space) ?? appExists(tx, app) ?? appIsOfHost(tx, data);
  if (refusal !== null) return refusal;
  const { list, permissions } = settingsOf(tx, data);
  return {
    value: {
      published: isPublished(tx, data),
      authorized: list === null ? null : audienceShown(inForce(tx, space, list)),
      permissions: standing(tx, space, permissions).map(permissionShown),
      inert: [list, ...permissions.map((each) => each.for)].flatMap((audience, i) =>
        audience === null ? [] : inertShown(tx, policy, space, audience, i === 0 ? null : i - 1),
      ),
      distributed: groupsOf(tx, data),
    },
  };
};

/** The Space home. Apps are never taken off it. */
const spaceHome: QueryHandler<"space.home"> = (tx, data) => {
  const paging = pagingOf(data, 1, () => insiderRefusal(tx, data));
  if (isRefusal(paging)) return paging;
  const { space } = data;
  const indexOf = () => read(tx, "workbench", space)?.home ?? EMPTY_PAGES;
  const part = partAtPlace(tx, homeOf(space), indexOf, paging);
  if (isRefusal(part)) return part;
  const items = part.entries.map(([, app]) => ({ app, name: must(tx, "app", app).name }));
  return pageOf(items, part.next);
};

/** Whether somebody may use a Space app: no list, gate of the Host's or license asks for more (SELF-04). */
const spaceAppUse: QueryHandler<"space-app.use"> = (tx, data) => {
  const { viewer, space, app } = data;
  const refusal =
    spaceKnown(tx, viewer, space) ??
    spaceAppKnown(tx, data) ??
    memberIsOpen(tx, space, viewer.organization) ??
    spaceAppPublished(tx, app) ??
    spaceAppUserIsPresent(tx, space, viewer);
  return refusal ?? { value: { name: must(tx, "app", app).name } };
};

/** A function for every question about apps. */
export const appQueries = {
  "feature.list": featureList,
  "app.center": appCenter,
  "app.use": appUse,
  "app.covered": coveredBy,
  "app.settings": appSettings,
  "space.home": spaceHome,
  "space-app.use": spaceAppUse,
};
