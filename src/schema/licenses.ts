/** Schemas of licenses: the fact, the commands, what events carry, and records. */
import { licensesKinds } from "../licenses/kinds.ts";
import type {
  Account,
  AccountOf,
  LicensesCommands,
  LicensesEvents,
  LicensesFacts,
  LicensesRecords,
  LicenseUnit,
  LinkedUnit,
  PoolUnit,
  UnitOf,
} from "../licenses/model.ts";
import { identitySet } from "./identities.ts";
import { departmentId, organizationId, personId, spaceId } from "./ids.ts";
import { count, integer, ticket } from "./numbers.ts";
import {
  choice,
  lazily,
  nullable,
  object,
  only,
  optional,
  type Schema,
  type Shape,
  type Table,
  tuple,
  uniqueList,
  variants,
} from "./shape.ts";
import {
  bucket,
  hashIndex,
  long,
  many,
  nothing,
  page,
  pageIndex,
  pageIndexAhead,
} from "./structures.ts";

/** Licenses of one organization. */
const PURCHASED_MAX = 1_000_000_000;
/** People of one grant or revocation. */
const GRANTED_MAX = 1_000;
/** Automatic departments of one Member in a unit. */
const AUTOMATIC_MAX = 5_000;

const organization = organizationId;
const space = spaceId;
const purchased = integer(0, PURCHASED_MAX);

const spaceUnit = lazily(() =>
  object<Extract<LinkedUnit, { readonly kind: "space" }>>({ kind: only("space"), space }),
);
const memberUnit = lazily(() =>
  object<Extract<LinkedUnit, { readonly kind: "member" }>>({
    kind: only("member"),
    space,
    organization,
  }),
);
const hostUnit = lazily(() =>
  object<Extract<LicenseUnit, { readonly kind: "host" }>>({ kind: only("host"), organization }),
);

export const linkedUnit: () => Schema<LinkedUnit> = lazily(() =>
  variants<LinkedUnit, "kind">("kind", { space: spaceUnit(), member: memberUnit() }),
);
export const licenseUnit: () => Schema<LicenseUnit> = lazily(() =>
  variants<LicenseUnit, "kind">("kind", {
    host: hostUnit(),
    space: spaceUnit(),
    member: memberUnit(),
  }),
);

/** The data of each fact of licenses. */
export const licensesFacts: Table<LicensesFacts> = {
  "license.purchased": () => object({ organization, purchased, revision: optional(count) }),
};

/** The data of each command about licenses. */
export const licensesCommands: Table<LicensesCommands> = {
  "license.link": () => object({ unit: linkedUnit() }),
  "license.unlink": () => object({ unit: linkedUnit() }),
  "license.grant": () => object({ unit: licenseUnit(), people: identitySet(GRANTED_MAX) }),
  "license.revoke": () => object({ unit: licenseUnit(), people: identitySet(GRANTED_MAX) }),
  "license.automate": () =>
    object({
      unit: linkedUnit(),
      organization,
      departments: uniqueList(departmentId, AUTOMATIC_MAX),
    }),
};

const unitOf: () => Shape<UnitOf> = lazily(() => ({
  host: organization,
  unit: licenseUnit(),
  number: count,
}));
const accountOf: () => Shape<AccountOf> = lazily(() => ({
  ...unitOf(),
  organization,
  person: personId,
}));

/** What each event of licenses carries. */
export const licensesEvents: Table<LicensesEvents> = {
  "license.purchased": licensesFacts["license.purchased"],
  "license.unit-linked": () => object<UnitOf>(unitOf()),
  "license.unit-unlinked": () =>
    object({ ...unitOf(), because: choice("unlinked", "association-ended", "dissolved") }),
  "license.granted": () =>
    object({
      ...accountOf(),
      because: choice("manual", "automatic", "waiting-list", "reinstated"),
    }),
  "license.skipped": () => object<AccountOf>(accountOf()),
  "license.released": () =>
    object({
      ...accountOf(),
      because: choice("revoked", "resigned", "left", "suspended", "unlinked"),
    }),
  "license.deferred": () =>
    object({
      ...accountOf(),
      because: optional(choice("reinstated", "suspended")),
      first: optional(count),
    }),
  "license.undeferred": () =>
    object({
      ...accountOf(),
      because: choice(
        "resigned",
        "left",
        "moved",
        "deselected",
        "suspended",
        "unlinked",
        "none-left",
      ),
    }),
  "license.automated": () =>
    object({
      ...unitOf(),
      organization,
      added: long(departmentId),
      removed: long(departmentId),
    }),
  "license.pool-ended": () => object({ host: organization }),
};

const account: () => Schema<Account> = lazily(() =>
  tuple(count, organization, ticket, choice("held", "waits", "reserved")),
);

/** Every kind of record of licenses. */
export const licensesRecords: Table<LicensesRecords> = {
  pool: () =>
    object({
      purchased,
      revision: nullable(count),
      accounts: hashIndex(),
      persons: count,
      downstreamPersons: count,
      hostUsed: count,
      hostGranted: pageIndex(),
      units: many(
        object<PoolUnit>({
          number: count,
          space,
          organization: nullable(organization),
          used: count,
          granted: pageIndex(),
        }),
      ),
      nextUnit: count,
      departures: optional(count),
      reserved: optional(pageIndex()),
      waiting: pageIndexAhead(),
    }),
  unit: () => object({ automated: many(organization) }),
  accounts: () => bucket(personId, many(account())),
  granted: () => page(licensesKinds.granted, tuple(count, organization, personId)),
  deferred: () => page(licensesKinds.deferred, tuple(ticket, count, organization, personId)),
  reserved: () => page(licensesKinds.reserved, tuple(count, count, organization, personId)),
  automatic: () => object({ departments: hashIndex() }),
  selected: () => bucket(departmentId, nothing),
};
