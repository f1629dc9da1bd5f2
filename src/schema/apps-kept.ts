/** Schemas of what is kept about apps: what events carry, and records. */
import { appsKinds } from "../apps/kinds.ts";
import type {
  AppRecord,
  AppsEvents,
  AppsRecords,
  FixedAudience,
  FixedPermission,
  FixedTrunkAudience,
  FixedTrunkPermission,
  KeptAudience,
  KeptPermission,
  KeptTrunkAudience,
  KeptTrunkPermission,
  RowsPage,
  SubmittedPage,
  SubmittersEntry,
} from "../apps/model.ts";
import type { InSpace, InTrunk } from "../spaces/model.ts";
import { appsCommands, labels, range, trunkRange } from "./apps.ts";
import { within } from "./hierarchy.ts";
import {
  anyId,
  appId,
  departmentId,
  organizationId,
  personId,
  roleId,
  rowId,
  spaceId,
} from "./ids.ts";
import { count, time } from "./numbers.ts";
import {
  anyOf,
  choice,
  either,
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
  variants,
} from "./shape.ts";
import { partnerKind } from "./spaces.ts";
import { bucket, hashIndex, long, many, page, pageIndex } from "./structures.ts";
import { labelText, nameText } from "./texts.ts";

const app = appId;
const space = spaceId;
const organization = organizationId;
const person = personId;
const asMember = optional(only("industry-member"));
/** A switch that is on; absent: off. */
const switched = optional(only(true));

const fixedOrganization = lazily(() => tuple(organization, count));

/** An audience as it is kept; it was bounded when it was given. */
const fixedAudience: () => Schema<FixedAudience> = lazily(() =>
  object<FixedAudience>({
    partners: long(partnerKind()),
    organizations: long(fixedOrganization()),
    departments: long(tuple(organization, departmentId, count)),
    people: long(tuple(organization, person, count, count)),
  }),
);

const permitted = lazily(
  (): Shape<Omit<FixedPermission, "for">> => ({
    rows: nullable(range),
    labels: nullable(labels()),
    reports: flag,
  }),
);

const fixedPermission: () => Schema<FixedPermission> = lazily(() =>
  object<FixedPermission>({ for: nullable(fixedAudience()), ...permitted() }),
);

const keptAudience = lazily(
  (): Shape<KeptAudience> => ({
    partners: many(partnerKind()),
    organizations: many(fixedOrganization()),
    departments: hashIndex(),
    people: hashIndex(),
  }),
);

const keptPermission: () => Schema<KeptPermission> = lazily(() =>
  object<KeptPermission>({
    for: nullable(object<KeptAudience>(keptAudience())),
    ...permitted(),
  }),
);

const trunk = organizationId;
const alone = flag;

const wholeBelow = lazily(
  (): Shape<
    Pick<FixedTrunkAudience, "organizations" | "mounts" | "labels" | "levels" | "roles">
  > => ({
    organizations: many(tuple(organization, count, alone)),
    mounts: many(tuple(departmentId, alone)),
    labels: many(tuple(labelText, alone)),
    levels: many(count),
    roles: many(roleId),
  }),
);

/** The list of a distribution as it is kept. */
const fixedBelow: () => Schema<FixedTrunkAudience> = lazily(() =>
  object<FixedTrunkAudience>({
    ...wholeBelow(),
    departments: long(tuple(organization, departmentId, count)),
    people: long(tuple(organization, person, count, count)),
  }),
);

const permittedBelow = lazily(
  (): Shape<Omit<FixedTrunkPermission, "for">> => ({
    rows: nullable(trunkRange),
    labels: nullable(labels()),
    reports: flag,
  }),
);
const fixedPermissionBelow = lazily(() =>
  object<FixedTrunkPermission>({ for: nullable(fixedBelow()), ...permittedBelow() }),
);
const keptPermissionBelow = lazily(() =>
  object<KeptTrunkPermission>({
    for: nullable(
      object<KeptTrunkAudience>({
        ...wholeBelow(),
        ...{ departments: hashIndex(), people: hashIndex() },
      }),
    ),
    ...permittedBelow(),
  }),
);

type Permitted = AppsEvents["app.permitted"];
type Published = AppsEvents["app.published"];
type Withdrawn = AppsEvents["app.withdrawn"];
type Unlisted = AppsEvents["app.unlisted"];
type Relisted = AppsEvents["app.relisted"];
type Authorized = AppsEvents["app.authorized"];
type Offered = AppsEvents["app.offered"];

/** What each event of apps carries. */
export const appsEvents: Table<AppsEvents> = {
  "app.created": () => object({ app, organization, name: nameText, cool: flag }),
  "app.published": () =>
    either<Extract<Published, InSpace>, Extract<Published, InTrunk>>(
      { space, app, host: organization },
      { trunk, app, autoInstall: flag, industry: flag },
    ),
  "app.withdrawn": () =>
    within<Omit<Extract<Withdrawn, InSpace>, "space">>({
      app,
      because: choice("withdrawn", "dissolved", "ended"),
    }),
  "app.authorized": () =>
    either<Extract<Authorized, InSpace>, Extract<Authorized, InTrunk>>(
      { space, app, authorized: nullable(fixedAudience()) },
      { trunk, app, authorized: nullable(fixedBelow()) },
    ),
  "app.offered": () =>
    either<Extract<Offered, InTrunk>, Exclude<Offered, InTrunk>>(
      { trunk, app, autoInstall: flag, industry: flag },
      { app, organization, industry: flag },
    ),
  "app.install-set": () => object({ trunk, app, organization, installed: nullable(flag) }),
  "app.permitted": () =>
    either<Extract<Permitted, InSpace>, Extract<Permitted, InTrunk>>(
      { space, app, permissions: long(fixedPermission()) },
      { trunk, app, permissions: long(fixedPermissionBelow()) },
    ),
  "app.unlisted": () =>
    within<Omit<Extract<Unlisted, InSpace>, "space">>({
      ...{ app, organization, person },
      named: optional(long(nullable(count))),
    }),
  "app.relisted": () =>
    within<Omit<Extract<Relisted, InSpace>, "space">>({
      app,
      organization,
      person,
      named: long(nullable(count)),
      order: count,
      number: count,
      because: only("reinstated"),
    }),
  "app.distributed": () => object({ space, app, organization, group: anyId, order: count }),
  "form.submitted": () =>
    object({
      app,
      row: rowId,
      space: nullable(space),
      trunk: optional(organization),
      line: optional(many(organization)),
      organization,
      person,
      as: asMember,
      owner: optional(person),
      labels: labels(),
      automation: flag,
      cards: flag,
    }),
  "space-app.created": appsCommands["space-app.create"],
  "space-app.published": appsCommands["space-app.publish"],
};

type Owner = AppRecord["owner"];

const owner = lazily(() =>
  variants<Owner, "kind">("kind", {
    organization: object({ kind: only("organization"), organization }),
    space: object({ kind: only("space"), space }),
  }),
);

type SubmitterKept = SubmittersEntry[1][number];
type SubmitterListed = SubmittedPage["entries"][number];

/** Who submitted, an employee or, as it says last, an industry member. */
const submitterKept = lazily(
  () =>
    anyOf(
      tuple(organization, count, nullable(count)),
      tuple(organization, count, nullable(count), only("industry-member")),
    ) as unknown as Schema<SubmitterKept>,
);
const submitterListed = lazily(
  () =>
    anyOf(
      tuple(count, organization, person, nullable(count)),
      tuple(count, organization, person, nullable(count), only("industry-member")),
    ) as unknown as Schema<SubmitterListed>,
);

/** Every kind of record of apps. */
export const appsRecords: Table<AppsRecords> = {
  app: () =>
    object({
      name: nameText,
      owner: owner(),
      cool: flag,
      industry: switched,
      published: many(space),
      rows: count,
      submitters: hashIndex(),
      submitted: pageIndex(),
    }),
  publication: () =>
    object<AppsRecords["publication"]>({
      published: flag,
      ticket: count,
      restricted: flag,
      ...keptAudience(),
      lists: optional(count),
      permits: optional(count),
      distributed: hashIndex(),
    }),
  listed: () => bucket(anyId, many(tuple(organization, count, count))),
  permission: () => object({ permissions: many(keptPermission()) }),
  distributed: () => bucket(anyId, many(tuple(organization, count))),
  workbench: () => object({ offered: pageIndex(), home: pageIndex() }),
  offered: () => page(appsKinds.offered, tuple(count, app)),
  home: () => page(appsKinds.home, tuple(count, app)),
  distribution: () =>
    object<AppsRecords["distribution"]>({
      ...{ published: flag, ticket: count, restricted: flag, autoInstall: flag },
      industry: switched,
      ...wholeBelow(),
      ...{ departments: hashIndex(), people: hashIndex(), installed: hashIndex() },
      ...{ lists: optional(count), permits: optional(count) },
    }),
  "distribution-permission": () => object({ permissions: many(keptPermissionBelow()) }),
  "distribution-listed": () => bucket(anyId, many(tuple(organization, count, count))),
  installed: () => bucket(organization, tuple(flag, count)),
  shelf: () => object({ offered: pageIndex() }),
  shelved: () => page(appsKinds.shelved, tuple(count, app)),
  rows: () =>
    page(
      appsKinds.rows,
      object<RowsPage["entries"][number]>({
        ticket: count,
        row: rowId,
        space: nullable(space),
        trunk: optional(organization),
        line: optional(many(organization)),
        organization,
        person,
        as: asMember,
        under: nullable(count),
        owner: optional(tuple(person, count)),
        labels: labels(),
        at: time,
      }),
    ),
  row: () => object({ ticket: count }),
  submitters: () => bucket(person, many(submitterKept())),
  submitted: () => page(appsKinds.submitted, submitterListed()),
};
