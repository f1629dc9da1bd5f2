/** Schemas of what is kept about apps: what events carry, and records. */
import { appsKinds } from "../apps/kinds.ts";
import type {
  AppRecord,
  AppsEvents,
  AppsRecords,
  FixedAudience,
  FixedPermission,
  KeptAudience,
  KeptPermission,
  RowsPage,
} from "../apps/model.ts";
import { appsCommands, labels, partnerKind, range } from "./apps.ts";
import { anyId, appId, departmentId, organizationId, personId, rowId, spaceId } from "./ids.ts";
import { count, time } from "./numbers.ts";
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
  variants,
} from "./shape.ts";
import { bucket, hashIndex, long, many, page, pageIndex } from "./structures.ts";
import { nameText } from "./texts.ts";

const app = appId;
const space = spaceId;
const organization = organizationId;
const person = personId;

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

/** What each event of apps carries. */
export const appsEvents: Table<AppsEvents> = {
  "app.created": () => object({ app, organization, name: nameText, cool: flag }),
  "app.published": () => object({ space, app, host: organization }),
  "app.withdrawn": () => object({ space, app, because: choice("withdrawn", "dissolved") }),
  "app.authorized": () => object({ space, app, authorized: nullable(fixedAudience()) }),
  "app.permitted": () => object({ space, app, permissions: long(fixedPermission()) }),
  "app.unlisted": () =>
    object({ space, app, organization, person, named: optional(long(nullable(count))) }),
  "app.relisted": () =>
    object({
      space,
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
      organization,
      person,
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

/** Every kind of record of apps. */
export const appsRecords: Table<AppsRecords> = {
  app: () =>
    object({
      name: nameText,
      owner: owner(),
      cool: flag,
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
  rows: () =>
    page(
      appsKinds.rows,
      object<RowsPage["entries"][number]>({
        ticket: count,
        row: rowId,
        space: nullable(space),
        organization,
        person,
        under: nullable(count),
        labels: labels(),
        at: time,
      }),
    ),
  row: () => object({ ticket: count }),
  submitters: () => bucket(person, many(tuple(organization, count, nullable(count)))),
  submitted: () => page(appsKinds.submitted, tuple(count, organization, person, nullable(count))),
};
