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
import { spacesKinds } from "../spaces/kinds.ts";
import type {
  AssociationRecord,
  CounterpartsList,
  FoldersPage,
  InSpace,
  InTrunk,
  Invited,
  SightPage,
  SpacesRecords,
} from "../spaces/model.ts";
import { SIGHT_PAGE } from "../spaces/select/keys.ts";
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
import {
  linkRostersRecords,
  reach,
  shared,
  sharedFields,
  trunksRecords,
  within,
} from "./hierarchy.ts";
import {
  anyId,
  applicationId,
  departmentId,
  folderId,
  inputId,
  invitationId,
  listId,
  organizationId,
  personId,
  sourceId,
  spaceId,
} from "./ids.ts";
import { industryRecords } from "./industry.ts";
import { licensesRecords } from "./licenses.ts";
import { count, ticket, time } from "./numbers.ts";
import { settingsRecords } from "./settings.ts";
import {
  anyOf,
  choice,
  either,
  flag,
  lazily,
  list,
  nullable,
  object,
  only,
  optional,
  type Shape,
  setOf,
  type Table,
  tuple,
  tupleOr,
  variants,
} from "./shape.ts";
import { listed, listedShape, sourceRecords, vouchers } from "./sources.ts";
import { appliedRule, invitationForm, partnerKind, partnerTypes, scopeRule } from "./spaces.ts";
import {
  bucket,
  hashIndex,
  many,
  nothing,
  page,
  pageIndex,
  pageIndexAhead,
  thresholds,
} from "./structures.ts";
import { nameText, remarkText } from "./texts.ts";

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

const shown = lazily(() =>
  variants<AssociationRecord["visibility"], "kind">("kind", {
    own: object({ kind: only("own") }),
    all: object({ kind: only("all") }),
    listed: object({
      kind: only("listed"),
      organizations: many(tuple(organizationId, count)),
      pages: optional(count),
    }),
    kinds: object({ kind: only("kinds"), pages: count }),
  }),
);

const sightPage = () =>
  object<SightPage>({
    organizations: list(tuple(organizationId, count), SIGHT_PAGE),
    kinds: list(partnerKind(), SIGHT_PAGE),
    departments: list(tuple(organizationId, count, departmentId), SIGHT_PAGE),
  });

type Applied = SpacesRecords["application"];

const appliedShape = (): Shape<Omit<Extract<Applied, InSpace>, "space">> => ({
  organization: organizationId,
  invitation: invitationId,
  by: optional(personId),
  status: choice("pending", "withdrawn", "approved", "rejected", "expired"),
  reason: nullable(remarkText),
  at: time,
  expiresAt: optional(time),
  ticket: count,
  whole: flag,
  pages: count,
});

const counterpartsList = lazily(() =>
  object<CounterpartsList>({ sets: count, people: many(tuple(personId, count)) }),
);

const spacesRecords: Table<SpacesRecords> = {
  ...trunksRecords,
  space: () =>
    object({
      name: nameText,
      host: organizationId,
      dissolved: flag,
      cap: nullable(count),
      persons: count,
      departures: optional(count),
      identities: count,
      roster: hashIndex(),
      waiting: pageIndexAhead(),
      queued: hashIndex(),
      members: pageIndex(),
      pending: pageIndex(),
      invitations: pageIndex(),
      folders: pageIndex(),
      hidden: optional(count),
      suspended: optional(count),
      unarmed: optional(
        object<NonNullable<SpacesRecords["space"]["unarmed"]>>({
          persons: optional(thresholds()),
          members: optional(thresholds()),
        }),
      ),
    }),
  association: () =>
    object({
      order: count,
      whole: flag,
      departments: hashIndex(),
      people: hashIndex(),
      inert: optional(only(true)),
      sets: optional(count),
      present: count,
      waiting: count,
      folder: nullable(folderId),
      visibility: shown(),
      types: partnerTypes(),
      level: nullable(remarkText),
      fields: optional(sharedFields()),
      leaving: optional(time),
      hidden: optional(only(true)),
      excepted: optional(count),
      suspended: optional(only(true)),
    }),
  shown: sightPage,
  excepted: sightPage,
  counterparts: () =>
    object({
      own: counterpartsList(),
      host: counterpartsList(),
      unattended: optional(only(true)),
    }),
  retained: () =>
    object({
      ...{ folder: nullable(folderId), visibility: shown(), types: partnerTypes() },
      level: nullable(remarkText),
      fields: optional(sharedFields()),
      hidden: optional(only(true)),
      excepted: optional(count),
      until: time,
      reinstatements: optional(count),
      counterparts: many(tuple(personId, count)),
    }),
  members: () => page(spacesKinds.members, tuple(count, organizationId)),
  applicant: () =>
    object({
      application: applicationId,
      fields: optional(sharedFields()),
      reapplyFrom: optional(time),
    }),
  applied: () =>
    page(spacesKinds.applied, tuple(count, nullable(spaceId), nullable(organizationId))),
  application: () =>
    either<Extract<Applied, InSpace>, Extract<Applied, InTrunk>>(
      { space: spaceId, ...appliedShape() },
      {
        trunk: organizationId,
        ...appliedShape(),
        reach,
        shared: shared(),
        replaces: nullable(organizationId),
      },
    ),
  wish: () => object({ rules: many(appliedRule()) }),
  pending: () => page(spacesKinds.pending, tuple(count, applicationId)),
  invitation: () =>
    within<Invited>({
      form: invitationForm,
      expiresAt: nullable(time),
      maxUses: nullable(count),
      uses: count,
      open: flag,
      invited: nullable(organizationId),
      for: optional(many(organizationId)),
    }),
  use: () => object({ member: flag }),
  invitee: () => object({ open: count, latest: optional(invitationId) }),
  invited: () => page(spacesKinds.invited, tuple(count, invitationId)),
  folder: () =>
    object({
      removed: flag,
      parent: nullable(folderId),
      ticket: count,
      children: count,
      members: count,
    }),
  folders: () =>
    page(
      spacesKinds.folders,
      object<FoldersPage["entries"][number]>({
        ticket: count,
        folder: folderId,
        parent: nullable(folderId),
        name: nameText,
      }),
    ),
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
