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
import { reach, shared, sharedFields, trunksRecords, within } from "./hierarchy.ts";
import {
  applicationId,
  departmentId,
  folderId,
  invitationId,
  organizationId,
  personId,
  spaceId,
} from "./ids.ts";
import { count, time } from "./numbers.ts";
import {
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
  type Table,
  tuple,
  variants,
} from "./shape.ts";
import { appliedRule, invitationForm, partnerKind, partnerTypes } from "./spaces.ts";
import { hashIndex, many, page, pageIndex, pageIndexAhead, thresholds } from "./structures.ts";
import { nameText, remarkText } from "./texts.ts";

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

export const spacesRecords: Table<SpacesRecords> = {
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
