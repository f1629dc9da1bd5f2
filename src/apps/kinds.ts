/** How each record of apps is kept. */
import { buckets, pages, records } from "../core/kinds.ts";
import { EMPTY_HASH, EMPTY_PAGES } from "../core/structures.ts";
import type {
  AppRecord,
  DistributionRecord,
  PermissionRecord,
  PublicationRecord,
  RowRecord,
  ShelfRecord,
  TrunkPermissionRecord,
  WorkbenchRecord,
} from "./model.ts";

/** The kinds of record of apps. */
export const appsKinds = {
  app: /* @__PURE__ */ records("none", (record: AppRecord) => ({
    ...record,
    published: record.published.slice(),
  })),
  publication: /* @__PURE__ */ records("id", (record: PublicationRecord) => ({
    ...record,
    partners: record.partners.slice(),
    organizations: record.organizations.slice(),
  })),
  listed: /* @__PURE__ */ buckets("listed", "one", /^(?:0|[1-9]\d{0,15})?[dp]\./),
  permission: /* @__PURE__ */ records("id", (record: PermissionRecord) => ({
    ...record,
    permissions: record.permissions.slice(),
  })),
  distributed: /* @__PURE__ */ buckets("distributed", "one", true),
  workbench: /* @__PURE__ */ records("none", (record: WorkbenchRecord) => ({ ...record })),
  offered: /* @__PURE__ */ pages("offered", 128),
  home: /* @__PURE__ */ pages("home", 128),
  distribution: /* @__PURE__ */ records("id", (record: DistributionRecord) => ({
    ...record,
    organizations: record.organizations.slice(),
    mounts: record.mounts.slice(),
    labels: record.labels.slice(),
    levels: record.levels.slice(),
    roles: record.roles.slice(),
  })),
  "distribution-permission": /* @__PURE__ */ records("id", (record: TrunkPermissionRecord) => ({
    permissions: record.permissions.slice(),
  })),
  "distribution-listed": /* @__PURE__ */ buckets(
    "distribution-listed",
    "one",
    /^(?:0|[1-9]\d{0,15})?[dp]\./,
  ),
  installed: /* @__PURE__ */ buckets("installed", "several", true),
  shelf: /* @__PURE__ */ records("none", (record: ShelfRecord) => ({ ...record })),
  shelved: /* @__PURE__ */ pages("shelved", 128),
  // They may carry many labels.
  rows: /* @__PURE__ */ pages("rows", 32),
  row: /* @__PURE__ */ records("id", (record: RowRecord) => ({ ...record })),
  submitters: /* @__PURE__ */ buckets("submitters", "one"),
  submitted: /* @__PURE__ */ pages("submitted", 128),
};

/** An app just created, one that is published to no Space, the workbench of a Space without apps. */
export const NEW_APP = {
  published: [],
  rows: 0,
  submitters: EMPTY_HASH,
  submitted: EMPTY_PAGES,
} as const;
export const UNPUBLISHED: PublicationRecord = {
  published: false,
  ticket: 0,
  restricted: false,
  partners: [],
  organizations: [],
  departments: EMPTY_HASH,
  people: EMPTY_HASH,
  distributed: EMPTY_HASH,
};
export const UNDISTRIBUTED: DistributionRecord = {
  ...{ published: false, ticket: 0, restricted: false, autoInstall: false },
  ...{ organizations: [], mounts: [], labels: [], levels: [], roles: [] },
  ...{ departments: EMPTY_HASH, people: EMPTY_HASH, installed: EMPTY_HASH },
};
export const EMPTY_SHELF: ShelfRecord = { offered: EMPTY_PAGES };
export const EMPTY_WORKBENCH: WorkbenchRecord = { offered: EMPTY_PAGES, home: EMPTY_PAGES };
