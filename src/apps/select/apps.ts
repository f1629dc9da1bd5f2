/** Which app is meant, whose it is, and whether somebody has to do with it. */
import type { AppId, OrganizationId, RowId, SpaceId } from "../../core/ids.ts";
import type { Actor, OfType } from "../../core/input.ts";
import type { Identity } from "../../core/notice.ts";
import { refuse } from "../../core/refusal.ts";
import { guard } from "../../core/rule.ts";
import type * as faces from "../../core/transaction.ts";
import { must, read } from "../../core/transaction.ts";
import type { SettingEvents } from "../../directory/model.ts";
import type { IndustryRecords } from "../../industry/model.ts";
import { type Acting, doorOf } from "../../licenses/select/holding.ts";
import type { LicensesReads } from "../../licenses/select/pool.ts";
import { isPresent } from "../../roster/select/presence.ts";
import type { InTrunk, Within } from "../../spaces/model.ts";
import { containerOf, isTrunk } from "../../spaces/select/container.ts";
import { upperOf } from "../../spaces/select/doors.ts";
import { isMember } from "../../spaces/select/spaces.ts";
import { reaches } from "../../spaces/select/trunks.ts";
import type {
  AppsCommand,
  AppsCommands,
  AppsEvents,
  AppsRecords,
  DistributionRecord,
  PublicationRecord,
} from "../model.ts";

/** What decisions about apps read. */
export type AppsReads = AppsRecords & IndustryRecords & LicensesReads;
export type Reading = faces.Reading<AppsReads>;
export type Deciding = faces.Deciding<AppsReads, AppsEvents & SettingEvents>;

/** The command of one type. */
export type CommandOf<Type extends keyof AppsCommands> = OfType<AppsCommand, Type>;

/** An app in a Space. */
export interface AppIn {
  readonly space: SpaceId;
  readonly app: AppId;
}

/** An app that a Trunk distributes. */
export interface AppBelow extends InTrunk {
  readonly app: AppId;
}

/** An app in a Space, or of a Trunk. */
export type AppAt = Within<{ readonly app: AppId }>;

/** What is set for an app in a Space, or below a Trunk. */
const offerOf = (tx: Reading, place: AppAt): PublicationRecord | DistributionRecord | null =>
  isTrunk(place)
    ? read(tx, "distribution", place.trunk, place.app)
    : read(tx, "publication", place.space, place.app);

/** The organization that built an app, or `null` if none did. */
export function builderOf(tx: Reading, app: AppId): OrganizationId | null {
  const owner = read(tx, "app", app)?.owner;
  return owner?.kind === "organization" ? owner.organization : null;
}

/** The Host of an app that a guard has found. */
export function hostOf(tx: Reading, app: AppId): OrganizationId {
  const { owner } = must(tx, "app", app);
  return (owner as Extract<typeof owner, { readonly kind: "organization" }>).organization;
}

/** Where a list names somebody: in a Space, or (`null`) below the Trunk that built the app. */
export const listedAt = (tx: Reading, space: SpaceId | null, app: AppId): AppAt =>
  space === null ? { trunk: hostOf(tx, app), app } : { space, app };

/** Whether an app is published to a Space, or distributed by a Trunk. */
export function isPublished(tx: Reading, place: AppAt): boolean {
  return offerOf(tx, place)?.published === true;
}

/** The Spaces in which an organization's people meet a Host app Downstream, in order of publication. */
export function spacesOffering(tx: Reading, app: AppId, organization: OrganizationId): SpaceId[] {
  if (builderOf(tx, app) === null) return [];
  const { published } = must(tx, "app", app);
  return published.filter((space) => isMember(tx, space, organization));
}

/** Whether an organization's people meet an app of another one, in a Space or below it: they may know of it. */
export function isOfferedTo(tx: Reading, app: AppId, organization: OrganizationId): boolean {
  const trunk = builderOf(tx, app);
  if (trunk === null) return false;
  return (
    spacesOffering(tx, app, organization).length > 0 ||
    (reaches(tx, trunk, organization) && isPublished(tx, { trunk, app }))
  );
}

/** FLOW-02, FLOW-03: the actor is in service in the organization in whose name they act. */
export const personIsOfOrganization = guard(["FLOW-02", "FLOW-03"], (tx: Reading, by: Actor) => {
  if (!("organization" in by)) return refuse("ACTING_ORG_INVALID", { organization: null });
  const { organization, person } = by;
  return read(tx, "employment", organization, person)?.inService === true
    ? null
    : refuse("ACTING_ORG_INVALID", { organization });
});

/** FLOW-02: in a Space one acts for a Member; the Host's people act for the Host without one. */
export const memberActsInSpace = guard("FLOW-02", (tx: Reading, by: Actor, space: SpaceId) => {
  const organization = "organization" in by ? by.organization : null;
  return organization !== null && isMember(tx, space, organization)
    ? null
    : refuse("ACTING_ORG_INVALID", { organization });
});

/** ROUTE-01: one acts through one door at most. */
export const oneDoorNamed = guard("ROUTE-01", (by: Actor, doors: readonly unknown[]) => {
  const organization = "organization" in by ? by.organization : null;
  return doors.filter((each) => each !== undefined).length < 2
    ? null
    : refuse("ACTING_ORG_INVALID", { organization });
});

/** ROUTE-01, DIST-07: through a Trunk one acts for an organization that it reaches; never the Trunk itself. */
export const branchActsThroughTrunk = guard(
  ["ROUTE-01", "DIST-07"],
  (tx: Reading, by: Actor, trunk: OrganizationId) => {
    const organization = "organization" in by ? by.organization : null;
    return organization !== null && reaches(tx, trunk, organization)
      ? null
      : refuse("ACTING_ORG_INVALID", { organization });
  },
);

/** PROTO-03: the app was built by the organization acted for, or by the Host or Trunk acted through. */
export const hostAppKnown = guard(
  "PROTO-03",
  (
    tx: Reading,
    app: AppId,
    { organization, ...through }: Pick<Acting, "space" | "trunk" | "organization">,
  ) => {
    const door = doorOf(through);
    const host = door === null ? organization : upperOf(tx, door);
    return builderOf(tx, app) === host ? null : refuse("UNKNOWN_APP", { app });
  },
);

/** APP-08, DIST-05: the app is published where somebody acts Downstream; a withdrawn one is not. */
export const appIsPublished = guard(
  ["APP-08", "DIST-05"],
  (tx: Reading, app: AppId, through: Pick<Acting, "space" | "trunk">) => {
    const door = doorOf(through);
    return door === null || isPublished(tx, { ...door, app })
      ? null
      : refuse("APP_NOT_PUBLISHED", { app, ...door });
  },
);

/** PROTO-04: an id for something new has never been used for another of its kind. */
export const appIdFree = guard("PROTO-04", (tx: Reading, app: AppId) =>
  read(tx, "app", app) === null ? null : refuse("ID_TAKEN", { kind: "app", id: app }),
);

/** PROTO-04: the app has never had a row of this id. */
export const rowFree = guard("PROTO-04", (tx: Reading, app: AppId, row: RowId) =>
  read(tx, "row", app, row) === null ? null : refuse("ID_TAKEN", { kind: "row", id: row }),
);

/** PROTO-03: the app was built by some organization, or (APP-02 refuses it then) by a Space. */
export const appExists = guard("PROTO-03", (tx: Reading, app: AppId) =>
  read(tx, "app", app) === null ? refuse("UNKNOWN_APP", { app }) : null,
);

/** SHARE-02: the app was built by an organization itself. */
export const appIsBuiltBy = guard(
  "SHARE-02",
  (tx: Reading, organization: OrganizationId, app: AppId) =>
    builderOf(tx, app) === organization ? null : refuse("APP_NOT_OWNED_BY_HOST", { app }),
);

/** APP-02, DIST-01: the app was built by the Host of the Space, or by the Trunk; by nobody else. */
export const appIsOfHost = guard(["APP-02", "DIST-01"], (tx: Reading, place: AppAt) =>
  builderOf(tx, place.app) === upperOf(tx, containerOf(place))
    ? null
    : refuse("APP_NOT_OWNED_BY_HOST", { app: place.app }),
);

/** PROTO-03: the app was built under this Space's identity. */
export const spaceAppKnown = guard("PROTO-03", (tx: Reading, { space, app }: AppIn) => {
  const owner = read(tx, "app", app)?.owner;
  return owner?.kind === "space" && owner.space === space ? null : refuse("UNKNOWN_APP", { app });
});

/** SELF-02: a Space app that is not published is not there yet, for anybody. */
export const spaceAppPublished = guard("SELF-02", (tx: Reading, app: AppId) =>
  must(tx, "app", app).published.length > 0 ? null : refuse("UNKNOWN_APP", { app }),
);

/** SELF-02: whoever is on the Roster may use a Space app, Host contacts too, and nobody else. */
export const spaceAppUserIsPresent = guard(
  "SELF-02",
  (tx: Reading, space: SpaceId, { organization, person }: Identity) =>
    isPresent(tx, space, organization, person) ? null : refuse("NOT_IN_SPACE", { space }),
);
