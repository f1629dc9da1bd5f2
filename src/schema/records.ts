/** Schemas of records, by kind. */
import { directoryKinds } from "../directory/kinds.ts";
import {
  type Admin,
  type Alias,
  type DepartmentsExtent,
  type DirectoryRecords,
  type EmploymentTimes,
  type Ended,
  FORMER_IDS_MAX,
  type HeldChange,
  type Listed,
  type OrganizationRecord,
  PLACEMENTS_REVISED_MAX,
  type TreeEntry,
} from "../directory/model.ts";
import type { Records } from "../engine/records.ts";
import { rosterKinds } from "../roster/kinds.ts";
import type { RosterRecords } from "../roster/model.ts";
import { appsRecords } from "./apps-kept.ts";
import { boundRecords } from "./bound.ts";
import { departureRecords, keptIndex, taken } from "./departures.ts";
import {
  adminRole,
  edition,
  heads,
  listCounts,
  listExtent,
  listParts,
  numberedPeople,
  numberedPerson,
  personFields,
  placements,
  putOffLine,
  roles,
} from "./directory.ts";
import { flowsRecords } from "./flows.ts";
import { groupsRecords } from "./groups.ts";
import { linkRostersRecords } from "./hierarchy.ts";
import {
  anyId,
  departmentId,
  inputId,
  listId,
  organizationId,
  personId,
  sourceId,
  spaceId,
} from "./ids.ts";
import { industryRecords } from "./industry.ts";
import { licensesRecords } from "./licenses.ts";
import { count, ticket, time } from "./numbers.ts";
import { spacesRecords } from "./records-spaces.ts";
import { settingsRecords } from "./settings.ts";
import {
  anyOf,
  choice,
  flag,
  list,
  nullable,
  object,
  only,
  optional,
  setOf,
  type Table,
  tuple,
  tupleOr,
} from "./shape.ts";
import { listed, listedShape, sourceRecords, vouchers } from "./sources.ts";
import { scopeRule } from "./spaces.ts";
import { bucket, hashIndex, many, nothing, page, pageIndex, thresholds } from "./structures.ts";
import { nameText } from "./texts.ts";

const revision = optional(count);

type Over = NonNullable<DirectoryRecords["department"]["over"]>;

const admin = () =>
  object<Admin>({
    person: personId,
    role: adminRole,
    spacePermission: flag,
    hierarchyPermission: optional(only(true)),
  });

/** An id, or a key, and when it was given up. */
const until = () => tuple(anyId, time);

const idThere = () => tuple(organizationId, personId);

/** People with their place in the order of hires. */
const ranked = () => bucket(personId, count);

const directoryRecords: Table<DirectoryRecords> = {
  ...boundRecords,
  ...settingsRecords,
  ...departureRecords,
  ...sourceRecords,
  organization: () =>
    object({
      name: nameText,
      ended: flag,
      taken: optional(
        object<Ended>({
          at: time,
          admins: many(admin()),
          hosted: count,
          joined: many(spaceId),
          instances: optional(count),
          tasks: optional(count),
          pools: optional(count),
          links: optional(count),
          trunks: optional(many(organizationId)),
        }),
      ),
      reinstatedAt: optional(time),
      endedAt: optional(time),
      reinstatements: optional(count),
      certified: flag,
      edition,
      sso: flag,
      suspended: optional(only(true)),
      revisions: object<OrganizationRecord["revisions"]>({
        name: revision,
        certification: revision,
        edition: revision,
        sso: revision,
        suspended: revision,
      }),
      admins: many(admin()),
      hosted: many(spaceId),
      joined: many(spaceId),
      trunks: optional(many(organizationId)),
      created: count,
      expansion: count,
      batchInvitation: flag,
      applied: optional(pageIndex()),
      renamed: optional(
        object<NonNullable<OrganizationRecord["renamed"]>>({
          people: optional(hashIndex()),
          departments: optional(hashIndex()),
        }),
      ),
      unarmed: optional(thresholds()),
    }),
  aliases: () =>
    bucket(
      anyId,
      object<Alias>({
        key: optional(anyId),
        holders: optional(many(until())),
        id: optional(anyId),
        former: optional(list(until(), FORMER_IDS_MAX)),
        natural: optional(personId),
      }),
    ),
  directory: () =>
    object({
      hires: count,
      people: hashIndex(),
      tree: pageIndex(),
      suspended: optional(pageIndex()),
      departures: optional(pageIndex()),
      lists: optional(many(listId)),
      removals: optional(pageIndex()),
      inert: optional(hashIndex()),
      listed: optional(listed()),
      sources: optional(many(sourceId)),
    }),
  people: () => bucket(personId, tuple(count, count)),
  suspended: () => page(directoryKinds.suspended, tuple(count, personId)),
  tree: () =>
    page(
      directoryKinds.tree,
      object<TreeEntry>({
        ticket: count,
        department: departmentId,
        parent: nullable(departmentId),
        name: nameText,
        buckets: count,
        barred: optional(only(true)),
        dormant: optional(time),
        held: optional(only(true)),
      }),
    ),
  department: () =>
    object({
      removed: flag,
      parent: nullable(departmentId),
      ancestors: many(departmentId),
      ticket: count,
      placed: hashIndex(),
      heads: hashIndex(),
      at: time,
      revisions: object<DirectoryRecords["department"]["revisions"]>({
        name: revision,
        parent: revision,
        id: revision,
      }),
      dormant: optional(time),
      held: optional(
        object<HeldChange>({
          fact: inputId,
          at: time,
          parent: optional(nullable(departmentId)),
          revision,
        }),
      ),
      vouched: optional(vouchers()),
      removedAt: optional(time),
      excluded: optional(only(true)),
      appointed: optional(count),
      under: optional(many(tuple(departmentId, count))),
      over: optional(object<Over>({ departments: hashIndex(), people: hashIndex() })),
      naming: optional(hashIndex()),
      mounted: optional(hashIndex()),
    }),
  placed: () => bucket(personId, nothing),
  employment: () =>
    object({
      number: count,
      given: nullable(count),
      givenBy: optional(sourceId),
      hadNumber: optional(count),
      vouched: optional(vouchers()),
      inService: flag,
      ordinal: count,
      departments: placements(),
      under: optional(placements()),
      fields: personFields(),
      probation: flag,
      heads: heads(),
      roles: roles(),
      successor: nullable(numberedPerson()),
      manager: nullable(numberedPerson()),
      suspended: optional(
        object<NonNullable<DirectoryRecords["employment"]["suspended"]>>({
          standIn: nullable(numberedPerson()),
          ticket: count,
        }),
      ),
      taken: optional(taken()),
      kept: optional(keptIndex()),
      along: optional(list(idThere(), FORMER_IDS_MAX)),
      reported: optional(only(true)),
      at: time,
      times: object<EmploymentTimes>({
        began: optional(time),
        ended: optional(time),
        hired: optional(time),
        left: optional(time),
        reinstated: optional(time),
        ownLeft: optional(time),
        ownReinstated: optional(time),
      }),
      revisions: object<DirectoryRecords["employment"]["revisions"]>({
        departments: revision,
        placements: optional(
          setOf(tuple(departmentId, count), PLACEMENTS_REVISED_MAX, ([each]) => each),
        ),
        fields: revision,
        admin: revision,
        heads: revision,
        roles: revision,
        manager: revision,
        suspended: revision,
      }),
    }),
  former: () => object({ fields: personFields() }),
  person: () =>
    object({
      organizations: many(organizationId),
      ids: optional(many(idThere())),
      keys: optional(many(idThere())),
      natural: optional(personId),
      name: optional(personId),
      others: optional(many(idThere())),
      apart: optional(many(organizationId)),
    }),
  held: () => object({ people: numberedPeople() }),
  list: () =>
    object({
      at: time,
      until: time,
      extent: optional(listExtent()),
      of: listParts(),
      state: choice("begun", "held", "due"),
      departments: many(count),
      pages: many(tuple(count, count, count, count, count, count, count)),
      counted: optional(
        object<NonNullable<DirectoryRecords["list"]["counted"]>>({ known: count, missing: count }),
      ),
      named: listCounts(),
      beyond: optional(listCounts()),
      returns: optional(many(tuple(count, count, count, count))),
    }),
  removal: () => object({ ticket: count, departments: many(departmentId) }),
  removals: () => page(directoryKinds.removals, tuple(count, inputId)),
  part: () => object({ ids: many(anyId) }),
  returns: () => object({ lines: many(putOffLine()) }),
  extents: () =>
    object({
      listed: many(
        object<DepartmentsExtent & Listed>({ departments: many(departmentId), ...listedShape }),
      ),
    }),
  heads: ranked,
  role: () => object({ holders: hashIndex(), appointed: optional(count) }),
  holders: ranked,
};

const rosterRecords: Table<RosterRecords> = {
  ...linkRostersRecords,
  ruled: () => bucket(anyId, scopeRule),
  roster: () =>
    bucket(
      personId,
      many(
        anyOf(
          tuple(organizationId, count),
          tuple(organizationId, count, personId),
          tuple(organizationId, count, nullable(personId), time),
        ),
      ),
    ),
  queued: () => bucket(personId, many(tupleOr(personId, organizationId, ticket))),
  waiting: () => page(rosterKinds.waiting, tupleOr(time, ticket, organizationId, personId, count)),
};

/** Every kind of record. */
export const recordKinds: Table<Records> = {
  ...directoryRecords,
  ...industryRecords,
  ...spacesRecords,
  ...rosterRecords,
  ...licensesRecords,
  ...groupsRecords,
  ...appsRecords,
  ...flowsRecords,
};
