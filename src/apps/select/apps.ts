/** Which app is meant, whose it is, and whether somebody has to do with it. */
import type { AppId, OrganizationId, RowId, SpaceId } from "../../core/ids.ts";
import type { Actor, OfType } from "../../core/input.ts";
import type { Identity } from "../../core/notice.ts";
import { refuse } from "../../core/refusal.ts";
import { guard } from "../../core/rule.ts";
import type * as faces from "../../core/transaction.ts";
import { must, read } from "../../core/transaction.ts";
import type { SettingEvents } from "../../directory/model.ts";
import type { Acting } from "../../licenses/select/holding.ts";
import type { LicensesReads } from "../../licenses/select/pool.ts";
import { isPresent } from "../../roster/select/presence.ts";
import { isMember, spaceOf } from "../../spaces/select/spaces.ts";
import type { AppsCommand, AppsCommands, AppsEvents, AppsRecords } from "../model.ts";

/** What decisions about apps read. */
export type AppsReads = AppsRecords & LicensesReads;
export type Reading = faces.Reading<AppsReads>;
export type Deciding = faces.Deciding<AppsReads, AppsEvents & SettingEvents>;

/** The command of one type. */
export type CommandOf<Type extends keyof AppsCommands> = OfType<AppsCommand, Type>;

/** An app in a Space. */
export interface AppIn {
  readonly space: SpaceId;
  readonly app: AppId;
}

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

/** Whether an app is published to a Space. */
export function isPublished(tx: Reading, { space, app }: AppIn): boolean {
  return read(tx, "publication", space, app)?.published === true;
}

/** The Spaces in which an organization's people meet a Host app Downstream, in order of publication. */
export function spacesOffering(tx: Reading, app: AppId, organization: OrganizationId): SpaceId[] {
  if (builderOf(tx, app) === null) return [];
  const { published } = must(tx, "app", app);
  return published.filter((space) => isMember(tx, space, organization));
}

/** Whether an organization's people meet a Host app Downstream: then they may know of it. */
export function isOfferedTo(tx: Reading, app: AppId, organization: OrganizationId): boolean {
  return spacesOffering(tx, app, organization).length > 0;
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

/** PROTO-03: the app was built by the organization acted for, or by the Host of the Space acted in. */
export const hostAppKnown = guard(
  "PROTO-03",
  (tx: Reading, app: AppId, { space, organization }: Pick<Acting, "space" | "organization">) => {
    const host = space === null ? organization : spaceOf(tx, space).host;
    return builderOf(tx, app) === host ? null : refuse("UNKNOWN_APP", { app });
  },
);

/** APP-08: the app is published where somebody acts Downstream; a withdrawn one is not. */
export const appIsPublished = guard(
  "APP-08",
  (tx: Reading, app: AppId, { space }: Pick<Acting, "space">) =>
    space === null || isPublished(tx, { space, app })
      ? null
      : refuse("APP_NOT_PUBLISHED", { app, space }),
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

/** APP-02: the app was built by the Host of the Space; neither another organization's nor a Space's. */
export const appIsOfHost = guard("APP-02", (tx: Reading, { space, app }: AppIn) =>
  builderOf(tx, app) === spaceOf(tx, space).host ? null : refuse("APP_NOT_OWNED_BY_HOST", { app }),
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
