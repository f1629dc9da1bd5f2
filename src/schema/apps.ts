/** Schemas of the commands about apps, and of whom and what they are for. */
import type {
  AppsCommands,
  Audience,
  DataPermission,
  PartnerKind,
  Range,
  Submission,
} from "../apps/model.ts";
import { identity, identitySet } from "./identities.ts";
import { anyId, appId, departmentId, organizationId, rowId, spaceId } from "./ids.ts";
import {
  choice,
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
import { partnerType } from "./spaces.ts";
import { labelText, nameText, remarkText } from "./texts.ts";

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

export const range: Schema<Range> = choice("own", "organization", "space", "all");

/** A kind of Member; one that names neither type nor level is `missing` both. */
export const partnerKind: () => Schema<PartnerKind> = lazily(() =>
  object<PartnerKind>(
    { type: optional(partnerType), level: optional(remarkText) },
    ({ type, level }) => (type === undefined && level === undefined ? ["missing", "type"] : null),
    { minProperties: 1 },
  ),
);

type NamedDepartment = NonNullable<Audience["departments"]>[number];

const namedDepartment = lazily(() =>
  object<NamedDepartment>({ organization: organizationId, department: departmentId }),
);

/** Whom something is for. Each list is a set: ids hold no white space, so pairs stay apart. */
const audience: () => Schema<Audience> = lazily(() =>
  object<Audience>({
    partners: optional(
      setOf(partnerKind(), PARTNER_KINDS_MAX, ({ type, level }) => JSON.stringify([type, level])),
    ),
    organizations: optional(uniqueList(organizationId, AUDIENCE_MAX)),
    departments: optional(
      setOf(
        namedDepartment(),
        AUDIENCE_MAX,
        ({ organization, department }) => `${organization} ${department}`,
      ),
    ),
    people: optional(identitySet(AUDIENCE_MAX)),
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

const membersIn = ({ partners = [], organizations = [] }: Audience = {}): number =>
  partners.length + organizations.length;

/** The app, and the Space in which somebody acts. */
export const submission: () => Shape<Submission> = lazily(() => ({ app, space: optional(space) }));

/** What comes with a submission besides its rows. */
export const enclosed = lazily(() => ({
  attachments: optional(flag),
  picked: optional(list(identity(), PICKED_MAX)),
}));

type Row = AppsCommands["form.submit"]["rows"][number];

const rows = lazily(() =>
  setOf(object<Row>({ row: rowId, labels: optional(labels()) }), ROWS_MAX, ({ row }) => row, 1),
);

/** The data of each command about apps. */
export const appsCommands: Table<AppsCommands> = {
  "app.create": () => object({ app, name: nameText, cool: optional(flag) }),
  "app.publish": () => object({ space, app, authorized: optional(audience()) }),
  "app.withdraw": () => object({ space, app }),
  "app.authorize": () => object({ space, app, authorized: nullable(audience()) }),
  "app.permit": () =>
    object({ space, app, permissions: list(permission(), PERMISSIONS_MAX) }, ({ permissions }) => {
      const members = permissions.reduce((sum, each) => sum + membersIn(each.for), 0);
      return members > PERMITTED_MEMBERS_MAX ? ["too-many", "permissions"] : null;
    }),
  "app.distribute": () => object({ space, app, organization: organizationId, group: anyId }),
  "form.submit": () => object({ ...submission(), rows: rows(), ...enclosed() }),
  "space-app.create": () => object({ space, app, name: nameText }),
  "space-app.publish": () => object({ space, app }),
  "space-app.exchange": () => object({ space, app, with: app }),
};
