/** Schemas of what events of the directory carry. */
import type { DirectoryEvents, PageCounts } from "../directory/model.ts";
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
import { anyId, departmentId, inputId, listId, organizationId, personId, sourceId } from "./ids.ts";
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
  type Table,
  tuple,
} from "./shape.ts";
import { sourceEvents } from "./sources.ts";
import { long } from "./structures.ts";
import { nameText } from "./texts.ts";

const organization = organizationId;
const person = personId;
const department = departmentId;
const revision = optional(count);

/** What is said of entries of a setting that name departments. */
const entries = () =>
  object<DirectoryEvents["setting.inert"]>({
    setting: setting(),
    owner: organizationId,
    departments: long(departmentOf()),
  });

type HeldList = Extract<DirectoryEvents["reconciliation.held"], { list: unknown }>;
type HeldBefore = Exclude<DirectoryEvents["reconciliation.held"], HeldList>;
type SettledList = Extract<DirectoryEvents["reconciliation.settled"], { list: unknown }>;
type SettledBefore = Exclude<DirectoryEvents["reconciliation.settled"], SettledList>;

type FlaggedId = Extract<DirectoryEvents["department.flagged"], { to: unknown }>;

/** What each event of the directory carries. */
export const directoryEvents: Table<DirectoryEvents> = {
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
  "person.recounted": () => object({ organization, person, because: choice("came", "alone") }),
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
      beyond: optional(count),
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
