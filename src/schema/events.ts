/** Schemas of what events carry. */
import { EVENT_VERSION, type EventEnvelope } from "../core/outcome.ts";
import type { DirectoryEvents, PageCounts } from "../directory/model.ts";
import type { Events } from "../engine/types.ts";
import type { RosterEvents } from "../roster/model.ts";
import type { AppliedScope, InSpace, InTrunk, Review, SpacesEvents } from "../spaces/model.ts";
import { appsEvents } from "./apps-kept.ts";
import { departureEvents } from "./departures.ts";
import {
  adminRole,
  directoryFacts,
  heads,
  listCounts,
  listExtent,
  listedPerson,
  listParts,
  numberedPeople,
  numberedPerson,
  personFields,
  placements,
  roles,
} from "./directory.ts";
import { flowsEvents } from "./flows.ts";
import { groupsEvents } from "./groups.ts";
import { formedShape, hierarchyEvents, reach, shared, within } from "./hierarchy.ts";
import {
  anyId,
  applicationId,
  departmentId,
  inputId,
  invitationId,
  listId,
  organizationId,
  personId,
  sourceId,
  spaceId,
} from "./ids.ts";
import { licensesEvents } from "./licenses.ts";
import { count, integer, time } from "./numbers.ts";
import { departmentOf, setting } from "./settings.ts";
import {
  choice,
  either,
  flag,
  list,
  nullable,
  object,
  only,
  optional,
  type Schema,
  type Shape,
  type Table,
  tuple,
} from "./shape.ts";
import { sourceEvents } from "./sources.ts";
import { appliedRule, invitationForm, scopeRule, spacesCommands } from "./spaces.ts";
import { long } from "./structures.ts";
import { nameText, remarkText } from "./texts.ts";

const organization = organizationId;
const person = personId;
const department = departmentId;

/** What is said of entries of a setting that name departments. */
const entries = () =>
  object<DirectoryEvents["setting.inert"]>({
    setting: setting(),
    owner: organizationId,
    departments: long(departmentOf()),
  });
const space = spaceId;
const application = applicationId;
const invitation = invitationId;
const revision = optional(count);

type HeldList = Extract<DirectoryEvents["reconciliation.held"], { list: unknown }>;
type HeldBefore = Exclude<DirectoryEvents["reconciliation.held"], HeldList>;
type SettledList = Extract<DirectoryEvents["reconciliation.settled"], { list: unknown }>;
type SettledBefore = Exclude<DirectoryEvents["reconciliation.settled"], SettledList>;

type FlaggedId = Extract<DirectoryEvents["department.flagged"], { to: unknown }>;

const directoryEvents: Table<DirectoryEvents> = {
  ...departureEvents,
  ...sourceEvents,
  "organization.registered": directoryFacts["organization.registered"],
  "organization.renamed": directoryFacts["organization.renamed"],
  "organization.certification-changed": directoryFacts["organization.certification-changed"],
  "organization.edition-changed": directoryFacts["organization.edition-changed"],
  "organization.sso-changed": directoryFacts["organization.sso-changed"],
  "organization.suspended": directoryFacts["organization.suspended"],
  "organization.resumed": directoryFacts["organization.resumed"],
  "organization.ended": directoryFacts["organization.ended"],
  "organization.reinstated": () =>
    object({
      organization,
      left: list(
        tuple(
          choice("space", "association", "link", "instance", "task", "pool"),
          count,
          choice("dissolved", "cancelled", "ended", "parked"),
        ),
        6,
      ),
    }),
  "admin.changed": () =>
    object({
      organization,
      person,
      role: nullable(adminRole),
      spacePermission: flag,
      hierarchyPermission: optional(only(true)),
      revision,
    }),
  "department.created": () =>
    object({
      organization,
      department,
      parent: nullable(department),
      name: nameText,
      revision,
      under: optional(placements()),
      removedAt: optional(time),
    }),
  "department.renamed": () => object({ organization, department, name: nameText, revision }),
  "department.moved": () =>
    object({
      organization,
      department,
      parent: nullable(department),
      from: nullable(department),
      revision,
      under: optional(placements()),
    }),
  "department.removed": () =>
    object({
      organization,
      department,
      parent: nullable(department),
      children: long(department),
      people: long(person),
      heads: long(person),
      revision,
      because: optional(choice("list", "confirmed")),
    }),
  "department.dormant": () => object({ organization, department, since: time }),
  "department.awake": () => object({ organization, department }),
  "department.id-changed": directoryFacts["department.renamed-id"],
  "department.flagged": () =>
    either<Exclude<DirectoryEvents["department.flagged"], FlaggedId>, FlaggedId>(
      {
        organization,
        department,
        parent: nullable(department),
        reason: choice("cycle", "too-deep"),
        revision,
      },
      { organization, department, to: department, reason: only("id-in-use"), revision },
    ),
  "person.hired": () =>
    object({
      organization,
      person,
      number: count,
      departments: placements(),
      fields: personFields(),
      probation: optional(flag),
      unnumbered: optional(only(true)),
      listed: optional(only(true)),
      under: optional(placements()),
    }),
  "person.numbered": () =>
    object({ organization, person, number: count, source: optional(sourceId) }),
  "person.noted": () =>
    object({
      organization,
      person,
      kind: choice("hired", "left", "reinstated"),
      at: time,
      source: optional(sourceId),
    }),
  "person.confirmed": () =>
    object({ organization, person, number: count, fields: optional(personFields()), revision }),
  "person.relocated": () =>
    object({
      organization,
      person,
      number: count,
      departments: placements(),
      from: placements(),
      department: optional(department),
      revision,
      under: optional(placements()),
      because: optional(only("missing")),
    }),
  "person.fields-changed": () =>
    object({ organization, person, number: count, fields: personFields(), revision }),
  "person.renamed": () => object({ organization, person, to: person, number: count }),
  "person.flagged": () =>
    object({ organization, person, to: person, number: count, reason: only("id-in-use") }),
  "person.resigned": () =>
    object({
      organization,
      person,
      number: count,
      source: optional(sourceId),
      successor: optional(person),
      because: optional(choice("missing", "hired")),
    }),
  "person.heads-changed": () =>
    object({
      organization,
      person,
      number: count,
      departments: heads(),
      from: heads(),
      revision,
    }),
  "person.roles-changed": () =>
    object({ organization, person, number: count, roles: roles(), from: roles(), revision }),
  "person.manager-changed": () =>
    object({
      organization,
      person,
      number: count,
      manager: nullable(numberedPerson()),
      from: nullable(numberedPerson()),
      revision,
    }),
  "person.suspended": () =>
    object({
      organization,
      person,
      number: count,
      standIn: nullable(numberedPerson()),
      again: optional(only(true)),
      revision,
    }),
  "person.resumed": () => object({ organization, person, number: count, revision }),
  "successor.set": () => object({ organization, person, successor: nullable(numberedPerson()) }),
  "setting.inert": entries,
  "setting.revived": entries,
  "setting.dropped": entries,
  "list.begun": () =>
    object({ organization, list: listId, extent: optional(listExtent()), of: listParts() }),
  "list.part": () =>
    object({
      organization,
      list: listId,
      kind: choice("departments", "people"),
      page: count,
      piece: optional(count),
      pieces: optional(count),
      ids: long(anyId),
      counts: optional(object<PageCounts>({ known: count, missing: count, protected: count })),
    }),
  "list.completed": () =>
    object({ organization, list: listId, known: listCounts(), missing: listCounts() }),
  "list.put-off": () =>
    object({
      organization,
      list: listId,
      page: count,
      people: long(listedPerson()),
      outdone: optional(long(person)),
    }),
  "list.step": () =>
    object({
      organization,
      list: listId,
      removed: listCounts(),
      reinstated: count,
      followed: optional(long(tuple(count, count))),
      dormant: count,
      remaining: count,
      pages: long(tuple(count, count)),
    }),
  "list.dropped": () => object({ organization, list: listId, because: only("superseded") }),
  "removal.held": () =>
    object({
      organization,
      fact: inputId,
      department,
      parent: optional(nullable(department)),
      revision,
    }),
  "removal.settled": () =>
    object({
      organization,
      fact: inputId,
      departments: long(department),
      how: choice("confirmed", "discarded", "superseded"),
    }),
  "reconciliation.held": () =>
    either<HeldList, HeldBefore>(
      {
        organization,
        list: listId,
        extent: optional(listExtent()),
        people: count,
        departments: count,
      },
      {
        organization,
        reconciliation: inputId,
        page: count,
        pages: integer(1, 4096),
        people: numberedPeople(),
      },
    ),
  "reconciliation.settled": () =>
    either<SettledList, SettledBefore>(
      {
        organization,
        list: listId,
        how: choice("confirmed", "discarded", "superseded", "done"),
      },
      {
        organization,
        reconciliation: inputId,
        how: choice("confirmed", "discarded", "superseded"),
      },
    ),
};

type Of<Data> = Omit<Extract<Data, InTrunk>, "trunk">;

const review = () =>
  within<Of<Review>>({ organization, application, reason: nullable(remarkText) });

const usesLeft = optional(nullable(count));

type Submitted = SpacesEvents["application.submitted"];
const submittedShape = (): Shape<Omit<Extract<Submitted, InSpace>, "space">> => ({
  organization,
  application,
  invitation,
  scope: object<AppliedScope>({ whole: flag, rules: long(appliedRule()) }),
});

const spacesEvents: Table<SpacesEvents> = {
  "space.created": () => object({ space, host: organization, name: nameText }),
  "space.dissolved": () => object({ space, host: organization }),
  "space-quota.expanded": spacesCommands["space-quota.expand"],
  "person-cap.expanded": spacesCommands["person-cap.expand"],
  "batch-invitation.enabled": spacesCommands["batch-invitation.enable"],
  "invitation.issued": () =>
    within<Of<SpacesEvents["invitation.issued"]>>({
      invitation,
      form: invitationForm,
      expiresAt: nullable(time),
      maxUses: nullable(count),
      invited: nullable(organization),
    }),
  "invitation.skipped": () =>
    object({ space, organization, reason: choice("duplicate", "host", "member") }),
  "invitation.revoked": spacesCommands["invitation.revoke"],
  "application.submitted": () =>
    either<Extract<Submitted, InSpace>, Extract<Submitted, InTrunk>>(
      { space, ...submittedShape() },
      {
        trunk: organization,
        ...submittedShape(),
        reach,
        shared: shared(),
        replaces: nullable(organization),
      },
    ),
  "application.withdrawn": () =>
    within<Of<SpacesEvents["application.withdrawn"]>>({ organization, application, usesLeft }),
  "application.approved": review,
  "application.rejected": () =>
    within<Of<SpacesEvents["application.rejected"]>>({
      organization,
      application,
      reason: nullable(remarkText),
      usesLeft,
    }),
  "link.formed": () => object(formedShape()),
  "link.moved": () => object({ ...formedShape(), replaces: organization }),
  "link.cancelled": () =>
    object({
      trunk: organization,
      organization,
      because: choice("cancelled", "left", "ended"),
    }),
  "association.formed": () => object({ space, organization }),
  "association.cancelled": () =>
    object({ space, organization, because: choice("cancelled", "dissolved", "ended") }),
  "visibility.set": spacesCommands["visibility.set"],
  "partner.set": spacesCommands["partner.set"],
  "folder.created": spacesCommands["folder.create"],
  "folder.renamed": spacesCommands["folder.rename"],
  "folder.moved": spacesCommands["folder.move"],
  "folder.removed": spacesCommands["folder.remove"],
  "member.placed": spacesCommands["member.place"],
};

const exitReason = choice("scope", "directory", "resigned", "association-ended", "link-ended");
const entryReason = choice("scope", "directory", "waiting-list", "other-identity", "reinstated");

const rosterEvents: Table<RosterEvents> = {
  "scope.changed": () =>
    within<Of<RosterEvents["scope.changed"]>>({
      organization,
      whole: flag,
      departments: long(tuple(department, nullable(scopeRule))),
      people: long(tuple(person, nullable(scopeRule))),
      set: optional(only(true)),
      ended: optional(scopeRule),
      because: optional(only("reinstated")),
    }),
  "roster.entered": () =>
    within<Of<RosterEvents["roster.entered"]>>({
      organization,
      person,
      ordinal: count,
      because: entryReason,
    }),
  "roster.left": () =>
    within<Of<RosterEvents["roster.left"]>>({ organization, person, because: exitReason }),
  "waiting.joined": () =>
    object({
      space,
      organization,
      person,
      ordinal: count,
      because: optional(only("reinstated")),
      first: optional(count),
    }),
  "waiting.left": () => object({ space, organization, person, because: exitReason }),
};

/** What each event carries. */
export const eventData: Table<Events> = {
  ...directoryEvents,
  ...spacesEvents,
  ...rosterEvents,
  ...licensesEvents,
  ...groupsEvents,
  ...appsEvents,
  ...flowsEvents,
  ...hierarchyEvents,
};

/** An event of one type, in the version this library writes. */
export const event = (
  type: string,
  data: Schema<unknown>,
): Schema<EventEnvelope<string, unknown>> =>
  object({
    v: integer(EVENT_VERSION, EVENT_VERSION),
    input: inputId,
    seq: count,
    at: time,
    asOf: optional(time),
    cause: nullable(count),
    type: only(type),
    data,
  });
