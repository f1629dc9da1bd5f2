/** Schemas of the directory's facts and commands. */
import {
  type AnyChange,
  type ChangeType,
  type DepartmentsExtent,
  type DirectoryCommands,
  type DirectoryFacts,
  type DirectoryPart,
  type DirectoryReplaced,
  EDITIONS,
  type Employed,
  EXTENT_MAX,
  type HeldNamed,
  type ListCounts,
  type ListExtent,
  type ListedDepartment,
  type ListedPerson,
  type ListParts,
  type PersonFields,
  PIECES_MAX,
  PLACEMENTS_MAX,
  type PutOffLine,
  type SourceExtent,
} from "../directory/model.ts";
import {
  departmentId,
  inputId,
  listId,
  organizationId,
  personId,
  roleId,
  sourceId,
} from "./ids.ts";
import { bookChanges } from "./industry.ts";
import { count, integer, pageCount, pages, time } from "./numbers.ts";
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
  type Schema,
  type Shape,
  setOf,
  type Table,
  uniqueList,
  variants,
} from "./shape.ts";
import { detailText, nameText } from "./texts.ts";

/** Departments that one person is head of. */
export const HEADED_MAX = 200;
/** Named roles of one person. */
export const ROLES_MAX = 200;
/** Changes of one directory in one input. */
const CHANGES_MAX = 500;
/** Lines of one part of a full list. */
const LINES_MAX = 2_000;
/** Parts of departments of one full list. */
const DEPARTMENT_PARTS_MAX = 64;

export const edition = choice(...EDITIONS);
export const adminRole = choice("main", "sub");

export const personFields: () => Schema<PersonFields> = lazily(() =>
  object<PersonFields>({
    name: nameText,
    title: optional(detailText),
    email: optional(detailText),
    phone: optional(detailText),
  }),
);

/** The departments of one person: a set of at most 64. */
export const placements = lazily(() => uniqueList(departmentId, PLACEMENTS_MAX));

/** The departments that one person is head of: a set of at most 200. */
export const heads = lazily(() => uniqueList(departmentId, HEADED_MAX));

/** The named roles of one person: a set of at most 200. */
export const roles = lazily(() => uniqueList(roleId, ROLES_MAX));

/** The number of an employment: the source's, if it has one. */
const number = optional(count);

const listedDepartment = lazily(() =>
  object<ListedDepartment>({
    department: departmentId,
    parent: nullable(departmentId),
    name: nameText,
  }),
);

/** Whom somebody reports to. */
const manager = () => object<NonNullable<Manager>>({ person, number });

const listedShape = () => ({
  person: personId,
  number,
  departments: optional(placements()),
  fields: personFields(),
  probation: optional(flag),
  suspended: optional(flag),
  manager: optional(nullable(manager())),
});

/** A line about a person in a full list. */
export const listedPerson = lazily(() => object<ListedPerson>(listedShape()));

/** The same as it is kept, with the time of the part that said it. */
export const putOffLine = lazily(() => object<PutOffLine>({ ...listedShape(), at: time }));

type DepartmentsPart = Extract<DirectoryPart, { kind: "departments" }>;
type PeoplePart = Extract<DirectoryPart, { kind: "people" }>;

const departmentsPart = lazily(() =>
  object<DepartmentsPart>(
    {
      kind: only("departments"),
      page: count,
      pages: integer(1, DEPARTMENT_PARTS_MAX),
      departments: setOf(listedDepartment(), LINES_MAX, ({ department }) => department),
    },
    (part) => (part.page < part.pages ? null : ["out-of-range", "page"]),
  ),
);

const peoplePart = lazily(() =>
  object<PeoplePart>(
    {
      kind: only("people"),
      page: count,
      pages,
      piece: optional(count),
      pieces: optional(integer(1, PIECES_MAX)),
      people: setOf(listedPerson(), LINES_MAX, ({ person }) => person),
    },
    ({ page, pages: all, piece, pieces }) => {
      if (page >= all) return ["out-of-range", "page"];
      return (piece ?? 0) < (pieces ?? 1) ? null : ["out-of-range", "piece"];
    },
  ),
);

const directoryPart = lazily(() =>
  variants<DirectoryPart, "kind">("kind", {
    departments: departmentsPart(),
    people: peoplePart(),
  }),
);

/** How many parts of each kind a full list has. */
export const listParts = lazily(() =>
  object<ListParts>({
    departments: integer(0, DEPARTMENT_PARTS_MAX),
    people: pageCount,
  }),
);

/** What a full list is full for: the departments are a set. */
export const listExtent: () => Schema<ListExtent> = lazily(() =>
  either<DepartmentsExtent, SourceExtent>(
    { departments: uniqueList(departmentId, EXTENT_MAX, 1) },
    { source: sourceId },
  ),
);

/** How many people and departments. */
export const listCounts = lazily(() => object<ListCounts>({ people: count, departments: count }));

const organization = organizationId;
const department = departmentId;
const person = personId;
const revision = optional(count);
const source = optional(sourceId);

/** The data of each fact that can be one change of many, but for the organization and the source. */
const changeShapes: {
  readonly [Type in ChangeType]: () => Shape<Omit<DirectoryFacts[Type], "organization" | "source">>;
} = {
  "admin.changed": () => ({
    person,
    number,
    role: nullable(adminRole),
    spacePermission: optional(flag),
    hierarchyPermission: optional(flag),
    revision,
  }),
  "department.created": () => ({
    department,
    parent: nullable(department),
    name: nameText,
    revision,
  }),
  "department.renamed": () => ({ department, name: nameText, revision }),
  "department.renamed-id": () => ({ department, to: department, revision }),
  "department.moved": () => ({ department, parent: nullable(department), revision }),
  "department.removed": () => ({ department, revision }),
  "person.hired": () => ({
    person,
    number,
    departments: placements(),
    fields: personFields(),
    probation: optional(flag),
  }),
  "person.confirmed": () => ({ person, number, fields: optional(personFields()), revision }),
  "person.relocated": () => ({ person, number, departments: placements(), revision }),
  "person.department-entered": () => ({ person, number, department, revision }),
  "person.department-left": () => ({ person, number, department, revision }),
  "person.fields-changed": () => ({ person, number, fields: personFields(), revision }),
  "person.renamed": () => ({ person, to: person, number }),
  "person.resigned": () => ({ person, number, successor: optional(person) }),
  "person.reinstated": () => ({
    person,
    number,
    departments: optional(placements()),
    fields: optional(personFields()),
  }),
  "person.heads-changed": () => ({ person, number, departments: heads(), revision }),
  "person.roles-changed": () => ({ person, number, roles: roles(), revision }),
  "person.manager-changed": () => ({
    person,
    number,
    manager: nullable(manager()),
    revision,
  }),
  "person.suspended": () => ({ person, number, standIn: optional(person), revision }),
  "person.resumed": () => ({ person, number, revision }),
};

const shapes = Object.entries<() => Shape<object>>(changeShapes);

/** The same as facts of their own. */
const changeFacts = Object.fromEntries(
  shapes.map(([type, shape]) => [type, () => object({ organization, ...shape(), source })]),
) as unknown as Table<Pick<DirectoryFacts, ChangeType>>;

const change = lazily(() => {
  const ofDirectory = shapes.map(([type, shape]) => [type, object(shape())] as const);
  const ofBook = Object.entries(bookChanges).map(([type, shape]) => [type, shape()] as const);
  const options = [...ofDirectory, ...ofBook].map(([type, data]) => {
    return [type, object({ type: only(type), data })];
  });
  return variants<AnyChange, "type">("type", Object.fromEntries(options));
});

/** The data of each fact of the directory. */
export const directoryFacts: Table<DirectoryFacts> = {
  "organization.registered": () =>
    object({ organization, name: nameText, certified: flag, edition, sso: flag }),
  "organization.renamed": () => object({ organization, name: nameText, revision }),
  "organization.certification-changed": () => object({ organization, certified: flag, revision }),
  "organization.edition-changed": () => object({ organization, edition, revision }),
  "organization.sso-changed": () => object({ organization, sso: flag, revision }),
  "organization.suspended": () => object({ organization, revision }),
  "organization.resumed": () => object({ organization, revision }),
  "organization.ended": () => object({ organization }),
  "organization.reinstated": () => object({ organization }),
  ...changeFacts,
  "directory.changed": () =>
    object({ organization, changes: list(change(), CHANGES_MAX, 1), source }),
  "directory.reconciled": () =>
    object<DirectoryFacts["directory.reconciled"]>(
      {
        organization,
        list: listId,
        extent: optional(listExtent()),
        of: listParts(),
        part: directoryPart(),
      },
      ({ of, part }) => (part.pages === of[part.kind] ? null : ["out-of-range", "part"]),
    ),
  "directory.continued": () => object({ organization, list: listId }),
};

type Manager = DirectoryFacts["person.manager-changed"]["manager"];

type HeldList = Extract<HeldNamed, { readonly list: unknown }>;
type HeldFact = Exclude<HeldNamed, HeldList>;

const heldNamed = lazily(() =>
  either<HeldList, HeldFact>({ organization, list: listId }, { organization, fact: inputId }),
);

/** The data of each command of the directory. */
export const directoryCommands: Table<DirectoryCommands> = {
  "reconciliation.confirm": heldNamed,
  "reconciliation.discard": heldNamed,
  "department.confirm-removal": () =>
    object({ organization, departments: uniqueList(departmentId, CHANGES_MAX) }),
  "successor.set": () => object({ organization, person, successor: nullable(person) }),
};

/** What each of them replaces. */
export const directoryReplaced: Table<DirectoryReplaced> = {
  "successor.set": () => object({ successor: nullable(person) }),
};

/** A person named with their employment. */
export const numberedPerson = lazily(() => object<Employed>({ person, number: count }));

/** People named with their employment, as 0.1.0 held them: at most a page of them. */
export const numberedPeople = lazily(() => list(numberedPerson(), LINES_MAX));
