/** Schemas of the commands about apps, and of whom and what they are for. */
import type {
  AppsCommands,
  Audience,
  DataPermission,
  Range,
  Submission,
  TrunkAudience,
  TrunkPermission,
  TrunkRange,
} from "../apps/model.ts";
import type { AppId } from "../core/ids.ts";
import type { InSpace, InTrunk } from "../spaces/model.ts";
import { within } from "./hierarchy.ts";
import { identity, identitySet } from "./identities.ts";
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
import { integer } from "./numbers.ts";
import {
  choice,
  either,
  flag,
  lazily,
  list,
  nullable,
  object,
  optional,
  type Schema,
  type Shape,
  setOf,
  type Table,
  uniqueList,
} from "./shape.ts";
import { partnerKind } from "./spaces.ts";
import { labelText, nameText } from "./texts.ts";

/** Entries of each list of an audience. */
const AUDIENCE_MAX = 5_000;
/** Kinds of Member in one audience: they stand in one record with the rest of a publication. */
const PARTNER_KINDS_MAX = 200;
const PERMISSIONS_MAX = 100;
/** Kinds of Member, and Members, in all permissions of an app: they stand in one record as well. */
const PERMITTED_MEMBERS_MAX = 1_000;
const LABELS_MAX = 20;
/** Rows of one submission. */
const ROWS_MAX = 100;
/** People chosen in the person fields of one submission. */
const PICKED_MAX = 1_000;

const app = appId;
const space = spaceId;

/** Labels of rows: a set of at most 20. */
export const labels = lazily(() => uniqueList(labelText, LABELS_MAX));

export const trunkRange: Schema<TrunkRange> = choice("own", "node", "organization", "below");
export const range: Schema<Range> = choice("own", "organization", "space", "all");

type NamedDepartment = NonNullable<Audience["departments"]>[number];

const namedDepartment = lazily(() =>
  object<NamedDepartment>({ organization: organizationId, department: departmentId }),
);

/** Departments and people, as lists in Spaces and lists below Trunks name them. */
const namesIn = () => ({
  departments: optional(
    setOf(
      namedDepartment(),
      AUDIENCE_MAX,
      ({ organization, department }) => `${organization} ${department}`,
    ),
  ),
  people: optional(identitySet(AUDIENCE_MAX)),
});

/** Whom something is for. Each list is a set: ids hold no white space, so pairs stay apart. */
const audience: () => Schema<Audience> = lazily(() =>
  object<Audience>({
    partners: optional(
      setOf(partnerKind(), PARTNER_KINDS_MAX, ({ type, level }) => JSON.stringify([type, level])),
    ),
    organizations: optional(uniqueList(organizationId, AUDIENCE_MAX)),
    ...namesIn(),
  }),
);

const permission: () => Schema<DataPermission> = lazily(() =>
  object<DataPermission>({
    for: optional(audience()),
    rows: optional(range),
    labels: optional(labels()),
    reports: optional(flag),
  }),
);

/** How many kinds of organization, and organizations, stand with a permission in one record. */
const wholesIn = (audience: Audience & TrunkAudience = {}): number => {
  const { partners = [], organizations = [], mounts = [], levels = [], roles = [] } = audience;
  const named = audience.labels ?? [];
  return (
    partners.length +
    organizations.length +
    mounts.length +
    named.length +
    levels.length +
    roles.length
  );
};

type Named = NonNullable<TrunkAudience["organizations"]>[number];
type Mount = NonNullable<TrunkAudience["mounts"]>[number];
type Label = NonNullable<TrunkAudience["labels"]>[number];

/** Organizations, mounts and labels of a list stand in one record with the rest of a distribution. */
const NAMED_MAX = 300;
/** Roles of one organization, whatever the policy. */
const ROLES_MAX = 200;
const LEVELS_MAX = 100;

/** Whom of those below a Trunk something is for. Each list is a set. */
const trunkAudience: () => Schema<TrunkAudience> = lazily(() =>
  object<TrunkAudience>({
    organizations: optional(
      setOf(
        object<Named>({ organization: organizationId, alone: optional(flag) }),
        NAMED_MAX,
        ({ organization }) => organization,
      ),
    ),
    mounts: optional(
      setOf(
        object<Mount>({ department: departmentId, alone: optional(flag) }),
        NAMED_MAX,
        ({ department }) => department,
      ),
    ),
    labels: optional(
      setOf(
        object<Label>({ label: labelText, alone: optional(flag) }),
        NAMED_MAX,
        ({ label }) => label,
      ),
    ),
    levels: optional(setOf(integer(1, LEVELS_MAX), LEVELS_MAX, String)),
    roles: optional(uniqueList(roleId, ROLES_MAX)),
    ...namesIn(),
  }),
);

/** A permission of a Trunk. */
const trunkPermission: () => Schema<TrunkPermission> = lazily(() =>
  object<TrunkPermission>({
    for: optional(trunkAudience()),
    rows: optional(trunkRange),
    labels: optional(labels()),
    reports: optional(flag),
  }),
);

/** The app, and the Space or Trunk through which somebody acts. */
export const submission: () => Shape<Submission> = lazily(() => ({
  app,
  space: optional(space),
  trunk: optional(organizationId),
}));

/** What comes with a submission besides its rows. */
export const enclosed = lazily(() => ({
  attachments: optional(flag),
  picked: optional(list(identity(), PICKED_MAX)),
}));

type Row = AppsCommands["form.submit"]["rows"][number];

const rows = lazily(() =>
  setOf(object<Row>({ row: rowId, labels: optional(labels()) }), ROWS_MAX, ({ row }) => row, 1),
);

const trunk = organizationId;
type Publish = AppsCommands["app.publish"];
type Offer = AppsCommands["app.offer"];
type Permit = AppsCommands["app.permit"];
type Authorize = AppsCommands["app.authorize"];

/** The data of each command about apps. */
export const appsCommands: Table<AppsCommands> = {
  "app.create": () => object({ app, name: nameText, cool: optional(flag) }),
  "app.publish": () =>
    either<Extract<Publish, InSpace>, Extract<Publish, InTrunk>>(
      { space, app, authorized: optional(audience()) },
      {
        ...{ trunk, app, authorized: optional(trunkAudience()) },
        ...{ autoInstall: optional(flag), industry: optional(flag) },
      },
    ),
  "app.withdraw": () => within<{ readonly app: AppId }>({ app }),
  "app.authorize": () =>
    either<Extract<Authorize, InSpace>, Extract<Authorize, InTrunk>>(
      { space, app, authorized: nullable(audience()) },
      { trunk, app, authorized: nullable(trunkAudience()) },
    ),
  "app.offer": () =>
    either<Exclude<Offer, InTrunk>, Extract<Offer, InTrunk>>(
      { app, industry: flag },
      { trunk, app, autoInstall: optional(flag), industry: optional(flag) },
    ),
  "app.install": () => object({ trunk, app, organization: organizationId, installed: flag }),
  "app.permit": () =>
    either<Extract<Permit, InSpace>, Extract<Permit, InTrunk>>(
      { space, app, permissions: list(permission(), PERMISSIONS_MAX) },
      { trunk, app, permissions: list(trunkPermission(), PERMISSIONS_MAX) },
      ({ permissions }) => {
        const members = permissions.reduce(
          (sum, each) => sum + wholesIn(each.for as Audience & TrunkAudience),
          0,
        );
        return members > PERMITTED_MEMBERS_MAX ? ["too-many", "permissions"] : null;
      },
    ),
  "app.distribute": () => object({ space, app, organization: organizationId, group: anyId }),
  "form.submit": () =>
    object({ ...submission(), rows: rows(), ...enclosed(), owner: optional(personId) }),
  "space-app.create": () => object({ space, app, name: nameText }),
  "space-app.publish": () => object({ space, app }),
  "space-app.exchange": () => object({ space, app, with: app }),
};
