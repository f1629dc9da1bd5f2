/** Host apps come into being, go Downstream and come back; the cool ones into Members' groups. */
import { entryOf } from "../core/hashed.ts";
import type { OrganizationId, SpaceId } from "../core/ids.ts";
import type { Actor } from "../core/input.ts";
import type { Recipient } from "../core/notice.ts";
import { allTickets } from "../core/paged.ts";
import type { Policy } from "../core/policy.ts";
import { refuse } from "../core/refusal.ts";
import { effect, guard } from "../core/rule.ts";
import { EMPTY_HASH } from "../core/structures.ts";
import { emit, must, notify, read } from "../core/transaction.ts";
import { actorIsAdmin } from "../directory/select/authority.ts";
import type { InTrunk, MembersPage } from "../spaces/model.ts";
import { containerOf, isTrunk } from "../spaces/select/container.ts";
import { containerAdminRefusal } from "../spaces/select/doors.ts";
import { distributingOpen, interconnectOpen } from "../spaces/select/interconnect.ts";
import { membersOf } from "../spaces/select/keys.ts";
import {
  actorKnown,
  organizationIsMember,
  spaceAdminRefusal,
  spaceOf,
} from "../spaces/select/spaces.ts";
import { hierarchyOpen, trunkAdminRefusal } from "../spaces/select/trunks.ts";
import { fixed, membersRefusal, namesRefusal } from "./audience-lookup.ts";
import { tellDistributed } from "./installing.ts";
import { fixedBelow, namesBelowRefusal, reachedRefusal } from "./lookup-below.ts";
import type { AppsEvents, DistributedEntry, FixedAudience } from "./model.ts";
import { setList, setListBelow } from "./permissions.ts";
import {
  type AppAt,
  type AppIn,
  appExists,
  appIdFree,
  appIsOfHost,
  appIsPublished,
  type CommandOf,
  type Deciding,
  isPublished,
  type Reading,
} from "./select/apps.ts";
import { authorizedList, coversMember, inForce } from "./select/audience.ts";
import { distributionIsSupported } from "./select/features.ts";
import { distributedBy } from "./select/keys.ts";

/** APP-02: there is an app, and the organization whose admin created it is the one that built it. */
const create = effect("APP-02", (tx: Deciding, app: AppsEvents["app.created"]): void => {
  emit(tx, "app.created", app);
});

/** An organization's admin registers an app that it has built. */
export function createApp(tx: Deciding, { by, data }: CommandOf<"app.create">) {
  const { app, name, cool = false } = data;
  if (!("organization" in by)) return refuse("NOT_AUTHORIZED_ADMIN", { organization: null });
  const { organization } = by;
  const refusal = actorKnown(tx, by) ?? actorIsAdmin(tx, by, organization) ?? appIdFree(tx, app);
  if (refusal === null) create(tx, { app, organization, name, cool });
  return refusal;
}

/** APP-01: the app is not published to this Space yet. */
const appNotYetPublished = guard(["APP-01", "DIST-01"], (tx: Reading, place: AppAt) =>
  isPublished(tx, place)
    ? refuse("APP_ALREADY_PUBLISHED", { app: place.app, ...containerOf(place) })
    : null,
);

/** APP-01, DIST-01: in one step the app is on the workbench of the Space or Trunk, for everybody it is for. */
const publish = effect(
  ["APP-01", "DIST-01"],
  (tx: Deciding, what: AppsEvents["app.published"]): void => {
    emit(tx, "app.published", what);
  },
);

/** The Members that an authorized list covers, or of which it names somebody, in order of joining. */
function membersConcerned(
  tx: Reading,
  space: SpaceId,
  list: FixedAudience | null,
): readonly OrganizationId[] {
  const index = spaceOf(tx, space).members;
  const members = allTickets<MembersPage["entries"][number]>(tx, membersOf(space), index);
  const all = members.map(([, organization]) => organization);
  if (list === null) return all;
  const named = new Set(
    [...list.departments, ...list.people].map(([organization]) => organization),
  );
  return all.filter((organization) => {
    const association = must(tx, "association", space, organization);
    return named.has(organization) || coversMember(list, { organization, association });
  });
}

/** The authorized list as it is in force; `null`: everybody is authorized. */
function standingList(tx: Reading, { space, app }: AppIn): FixedAudience | null {
  const list = authorizedList(tx, { space, app }, read(tx, "publication", space, app));
  return list === null ? null : inForce(tx, space, list);
}

/** ALERT-01: tells those responsible, and the admins of every Member that can see the app. */
const tellPublished = effect("ALERT-01", (tx: Deciding, { space, app }: AppIn): void => {
  const list = standingList(tx, { space, app });
  const members = membersConcerned(tx, space, list).map(
    (organization): Recipient => ({ kind: "authorized-admins", organization }),
  );
  notify(tx, {
    kind: "APP_PUBLISHED",
    to: [{ kind: "space-admins", space }, ...members],
    data: { space, app },
  });
});

/** A Space admin publishes an app; a list given takes the place of the former one. */
export function publishApp(tx: Deciding, { by, data }: CommandOf<"app.publish">, policy: Policy) {
  if (isTrunk(data)) return distributeBelow(tx, by, data, policy);
  const { space, app, authorized } = data;
  const audiences = authorized === undefined ? [] : [authorized];
  const unauthorized = spaceAdminRefusal(tx, by, space);
  if (unauthorized !== null) return unauthorized;
  const refusal =
    namesRefusal(tx, space, audiences) ??
    appExists(tx, app) ??
    interconnectOpen(tx, spaceOf(tx, space).host, null) ??
    membersRefusal(tx, space, audiences) ??
    appIsOfHost(tx, data) ??
    appNotYetPublished(tx, data);
  if (refusal !== null) return refusal;
  publish(tx, { space, app, host: spaceOf(tx, space).host });
  if (authorized !== undefined) setList(tx, data, fixed(tx, space, authorized));
  tellPublished(tx, data);
  return null;
}

/** A Trunk admin distributes an app of its own; a list given takes the place of the former one. */
function distributeBelow(
  tx: Deciding,
  by: Actor,
  data: Extract<CommandOf<"app.publish">["data"], InTrunk>,
  policy: Policy,
) {
  const { trunk, app, authorized, autoInstall = false, industry = false } = data;
  const unauthorized = trunkAdminRefusal(tx, by, trunk, policy);
  if (unauthorized !== null) return unauthorized;
  const refusal =
    namesBelowRefusal(tx, trunk, authorized ?? {}) ??
    appExists(tx, app) ??
    hierarchyOpen(tx, trunk, policy) ??
    distributingOpen(tx, trunk, policy) ??
    reachedRefusal(tx, trunk, authorized ?? {}) ??
    appIsOfHost(tx, data) ??
    appNotYetPublished(tx, data);
  if (refusal !== null) return refusal;
  publish(tx, { trunk, app, autoInstall, industry });
  if (authorized !== undefined) setListBelow(tx, data, fixedBelow(tx, trunk, authorized));
  tellDistributed(tx, data, autoInstall);
  return null;
}

/** APP-08, DIST-05: the app is gone Downstream at once; its data, its list and what runs stay the Host's. */
export const withdraw = effect(
  ["APP-08", "DIST-05"],
  (tx: Deciding, what: AppsEvents["app.withdrawn"]): void => {
    emit(tx, "app.withdrawn", what);
  },
);

/** A Space admin takes a publication back, a Trunk admin a distribution. */
export function withdrawApp(tx: Deciding, { by, data }: CommandOf<"app.withdraw">, policy: Policy) {
  const { app } = data;
  const refusal =
    containerAdminRefusal(tx, by, data, policy) ??
    appExists(tx, app) ??
    appIsOfHost(tx, data) ??
    appIsPublished(tx, app, { space: null, ...containerOf(data) });
  if (refusal === null) withdraw(tx, { ...containerOf(data), app, because: "withdrawn" });
  return refusal;
}

/** FEAT-06: the cool app is in an internal group of the Member, for as long as it is one. */
const distribute = effect("FEAT-06", (tx: Deciding, what: AppsEvents["app.distributed"]): void => {
  emit(tx, "app.distributed", what);
});

/** Whether an app is in a Member's group already, under the Member's present Association. */
function isDistributed(
  tx: Reading,
  { space, app, organization, group, order }: AppsEvents["app.distributed"],
) {
  const index = read(tx, "publication", space, app)?.distributed ?? EMPTY_HASH;
  const where = distributedBy(space, app);
  type Entry = DistributedEntry;
  const of = entryOf<Entry>(tx, where, index, group)?.[1] ?? [];
  return of.some((each) => each[0] === organization && each[1] === order);
}

/** A Space admin puts a cool app into an internal group of a Member. */
export function distributeApp(
  tx: Deciding,
  { by, data }: CommandOf<"app.distribute">,
  policy: Policy,
) {
  const { space, app, organization, group } = data;
  const refusal =
    spaceAdminRefusal(tx, by, space) ??
    appExists(tx, app) ??
    interconnectOpen(tx, spaceOf(tx, space).host, null) ??
    organizationIsMember(tx, space, organization) ??
    appIsOfHost(tx, data) ??
    appIsPublished(tx, app, data) ??
    distributionIsSupported(must(tx, "app", app).cool, policy);
  if (refusal !== null) return refusal;
  const { order } = must(tx, "association", space, organization);
  const wish = { space, app, organization, group, order };
  if (!isDistributed(tx, wish)) distribute(tx, wish);
  return null;
}
