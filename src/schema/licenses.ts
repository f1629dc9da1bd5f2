/** Schemas of licenses: the fact, the commands, what events carry, and records. */
import { licensesKinds } from "../licenses/kinds.ts";
import type {
  Account,
  AccountOf,
  HierarchyPoolUnit,
  HierarchyUnit,
  LicensesCommands,
  LicensesEvents,
  LicensesFacts,
  LicensesRecords,
  LicensesReplaced,
  LicenseUnit,
  LinkedUnit,
  PoolUnit,
  UnitOf,
} from "../licenses/model.ts";
import { identitySet } from "./identities.ts";
import { departmentId, organizationId, personId, spaceId } from "./ids.ts";
import { count, integer, ticket, time } from "./numbers.ts";
import {
  choice,
  flag,
  lazily,
  nullable,
  object,
  only,
  optional,
  type Schema,
  type Shape,
  type Table,
  tuple,
  tupleOr,
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
  thresholds,
} from "./structures.ts";

/** Licenses of one organization. */
const PURCHASED_MAX = 1_000_000_000;
/** People of one grant or revocation. */
const GRANTED_MAX = 1_000;
/** Automatic departments of one Member in a unit. */
const AUTOMATIC_MAX = 5_000;

const organization = organizationId;
const space = spaceId;
export const purchased = integer(0, PURCHASED_MAX);
const seats = integer(0, PURCHASED_MAX);

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

const hierarchyUnit = lazily(() =>
  object<HierarchyUnit>({ kind: only("hierarchy"), organization }),
);

const linkedUnit: () => Schema<LinkedUnit> = lazily(() =>
  variants<LinkedUnit, "kind">("kind", { space: spaceUnit(), member: memberUnit() }),
);
export const licenseUnit: () => Schema<LicenseUnit> = lazily(() =>
  variants<LicenseUnit, "kind">("kind", {
    host: hostUnit(),
    hierarchy: hierarchyUnit(),
    space: spaceUnit(),
    member: memberUnit(),
  }),
);

/** A unit in which licenses are granted automatically. */
export const automaticUnit: () => Schema<LinkedUnit | HierarchyUnit> = lazily(() =>
  variants<LinkedUnit | HierarchyUnit, "kind">("kind", {
    hierarchy: hierarchyUnit(),
    space: spaceUnit(),
    member: memberUnit(),
  }),
);

/** The data of each fact of licenses. */
export const licensesFacts: Table<LicensesFacts> = {
  "license.purchased": () =>
    object({
      organization,
      purchased,
      until: optional(nullable(time)),
      revision: optional(count),
    }),
};

type Automated = LicensesReplaced["license.automate"];
const automatedShape = (): Shape<Automated> => ({
  departments: uniqueList(departmentId, AUTOMATIC_MAX),
  whole: optional(flag),
  alone: optional(flag),
});

/** The data of each command about licenses. */
export const licensesCommands: Table<LicensesCommands> = {
  "license.link": () => object({ unit: linkedUnit() }),
  "license.unlink": () => object({ unit: linkedUnit() }),
  "license.grant": () => object({ unit: licenseUnit(), people: identitySet(GRANTED_MAX) }),
  "license.revoke": () => object({ unit: licenseUnit(), people: identitySet(GRANTED_MAX) }),
  "license.limit": () =>
    object(
      { unit: automaticUnit(), branch: optional(organization), limit: nullable(seats) },
      // Only a Trunk has Branches.
      ({ unit, branch }) =>
        unit.kind === "hierarchy" || branch === undefined ? null : ["unknown-field", "branch"],
    ),
  "license.reserve": () => object({ reserved: seats }),
  "license.automate": () =>
    object(
      {
        unit: automaticUnit(),
        organization,
        ...automatedShape(),
      },
      // Only a Trunk chooses organizations as a whole.
      ({ unit, whole, alone }) => {
        if (unit.kind === "hierarchy" || (whole ?? alone) === undefined) return null;
        return ["unknown-field", whole === undefined ? "alone" : "whole"];
      },
    ),
};

/** What each of them replaces. */
export const licensesReplaced: Table<LicensesReplaced> = {
  "license.limit": () => object({ limit: nullable(seats) }),
  "license.reserve": () => object({ reserved: seats }),
  "license.automate": () => object(automatedShape()),
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
      whole: optional(flag),
      alone: optional(flag),
    }),
  "license.covered": () => object({ organization, trunks: many(organization) }),
  "license.limited": () =>
    object({
      host: organization,
      unit: automaticUnit(),
      branch: optional(organization),
      limit: nullable(seats),
    }),
  "license.reserved": () => object({ host: organization, reserved: seats }),
  "license.unarmed": () =>
    object({
      host: organization,
      unit: optional(automaticUnit()),
      branch: optional(organization),
      thresholds: thresholds(),
    }),
  "license.term-reached": () => object({ host: organization, reached: choice("ending", "over") }),
  "license.pool-ended": () => object({ host: organization }),
};

const account: () => Schema<Account> = lazily(() =>
  tupleOr(personId, count, organization, ticket, choice("held", "waits", "reserved")),
);

const limited: () => Shape<Pick<PoolUnit, "limit" | "queue" | "unarmed">> = lazily(() => ({
  limit: optional(seats),
  queue: optional(pageIndexAhead()),
  unarmed: optional(thresholds()),
}));

/** Every kind of record of licenses. */
export const licensesRecords: Table<LicensesRecords> = {
  pool: () =>
    object({
      purchased,
      revision: nullable(count),
      until: optional(time),
      reached: optional(choice("ending", "over")),
      accounts: hashIndex(),
      persons: count,
      downstreamPersons: count,
      hostUsed: count,
      hostGranted: pageIndex(),
      hierarchy: optional(
        object<HierarchyPoolUnit>({
          kind: only("hierarchy"),
          number: count,
          used: count,
          granted: pageIndex(),
          automated: optional(hashIndex()),
          limited: optional(only(true)),
          ...limited(),
        }),
      ),
      units: many(
        object<PoolUnit>({
          number: count,
          space,
          organization: nullable(organization),
          used: count,
          granted: pageIndex(),
          ...limited(),
        }),
      ),
      nextUnit: count,
      departures: optional(count),
      reserved: optional(pageIndex()),
      waiting: pageIndexAhead(),
      reserve: optional(seats),
      queues: optional(only(true)),
      queue: optional(pageIndexAhead()),
      unarmed: optional(thresholds()),
    }),
  unit: () => object({ automated: many(organization) }),
  accounts: () => bucket(personId, many(account())),
  granted: () => page(licensesKinds.granted, tuple(count, organization, personId)),
  deferred: () => page(licensesKinds.deferred, tuple(ticket, count, organization, personId)),
  queue: () => page(licensesKinds.queue, tuple(ticket, organization, personId)),
  reserved: () => page(licensesKinds.reserved, tuple(count, count, organization, personId)),
  automated: () => bucket(organization, nothing),
  "automated-by": () =>
    object({ chosen: many(tuple(organization, flag)), covered: many(organization) }),
  automatic: () =>
    object({ departments: hashIndex(), whole: optional(flag), alone: optional(flag) }),
  selected: () => bucket(departmentId, nothing),
};
