/** What the directory's events change in its records. */

import { clearEntries, putEntry } from "../core/hashed.ts";
import type { DepartmentId, OrganizationId } from "../core/ids.ts";
import { append, removeTicket } from "../core/paged.ts";
import { EMPTY_HASH } from "../core/structures.ts";
import { edit, must, put, read } from "../core/transaction.ts";
import { type appointedEvolvers, dropHeads, type Evolving } from "./evolve-appointed.ts";
import type { departureEvolvers } from "./evolve-departures.ts";
import { type naturalEvolvers, serve } from "./evolve-naturals.ts";
import {
  actAgain,
  changeTree,
  comeUnder,
  happened,
  latest,
  listSuspended,
  place,
  revisionOf,
  since,
} from "./evolve-placed.ts";
import type { renamedEvolvers } from "./evolve-renamed.ts";
import { bringAll, keepBrought, saidAgain } from "./evolve-sources.ts";
import { NEW_DIRECTORY, NEW_ORGANIZATION } from "./kinds.ts";
import type { DirectoryEvents, ListEvents, RemovalEvents, SourceEvents, Under } from "./model.ts";
import { noteInert } from "./select/inert.ts";
import { peopleOf, placedIn, treeOf } from "./select/keys.ts";
import { readTree, subtreeOf } from "./select/tree.ts";
import { bounded, rightAbove, standUnder, underAll } from "./standing-over.ts";

type Evolvers = {
  readonly [Type in Exclude<
    keyof DirectoryEvents,
    | keyof ListEvents
    | keyof RemovalEvents
    | keyof SourceEvents
    | keyof typeof appointedEvolvers
    | keyof typeof departureEvolvers
    | keyof typeof naturalEvolvers
    | keyof typeof renamedEvolvers
  >]: (tx: Evolving, data: DirectoryEvents[Type], at: number) => void;
};

/**
 * Gives a department and all below it what is above them by the tree; what is right above the first by
 * exclusions alone is given (ROSTER-16).
 */
function rehang(
  tx: Evolving,
  organization: OrganizationId,
  root: DepartmentId,
  own: readonly DepartmentId[],
): void {
  const before = rightAbove(must(tx, "department", organization, root).under);
  standUnder(tx, organization, ["d", root], before, own);
  const tree = readTree(tx, organization);
  for (const department of subtreeOf(tree, root)) {
    const parent = tree.get(department)?.parent ?? null;
    const above = parent === null ? null : must(tx, "department", organization, parent);
    const record = edit(tx, "department", organization, department);
    record.parent = parent;
    record.ancestors = parent === null ? [] : [parent, ...(above?.ancestors ?? [])];
    const under = underAll(department === root ? own : rightAbove(record.under), above);
    bar(tx, organization, department, under);
  }
}

/** Says of a department which removed ones it is under, in its record and its place in the tree. */
function bar(
  tx: Evolving,
  organization: OrganizationId,
  department: DepartmentId,
  under: readonly Under[],
): void {
  const record = edit(tx, "department", organization, department);
  const was = record.under !== undefined;
  if (under.length > 0) record.under = under.slice();
  else delete record.under;
  if (was !== under.length > 0) changeTree(tx, organization, department, { barred: !was });
}

function removeDepartment(
  tx: Evolving,
  data: DirectoryEvents["department.removed"],
  at: number,
): void {
  const { organization, department, parent, children, people, revision } = data;
  dropHeads(tx, data);
  const before = must(tx, "department", organization, department);
  const where = placedIn(organization, department);
  const self = before.excluded === true ? [department] : [];
  const all = [...self, ...(before.under ?? []).map(([each]) => each)];
  for (const person of people) {
    const employment = edit(tx, "employment", organization, person);
    employment.departments = employment.departments.filter((each) => each !== department);
    keepBrought(employment);
    comeUnder(tx, organization, person, [...(employment.under ?? []), ...all]);
  }
  clearEntries(tx, where, before.placed);
  for (const child of children) changeTree(tx, organization, child, { parent });
  for (const child of children) {
    const { under } = must(tx, "department", organization, child);
    const own = [...rightAbove(under), ...self, ...rightAbove(before.under)];
    rehang(tx, organization, child, bounded(own));
  }
  standUnder(tx, organization, ["d", department], rightAbove(before.under), []);
  const directory = edit(tx, "directory", organization);
  directory.tree = removeTicket(tx, treeOf(organization), directory.tree, before.ticket);
  const record = edit(tx, "department", organization, department);
  bringAll(tx, organization, ["d", department], record, false);
  delete record.vouched;
  record.removed = true;
  delete record.dormant;
  record.placed = EMPTY_HASH;
  record.removedAt = at;
  happened(record, at);
  record.revisions = { ...record.revisions, ...since("parent", revision) };
}

/** One case for each event of the directory but appointments. */
export const directoryEvolvers: Evolvers = {
  "organization.registered": (tx, { organization, ...values }) => {
    put(tx, "organization", organization, "", { ...values, ...NEW_ORGANIZATION });
    put(tx, "directory", organization, "", NEW_DIRECTORY);
  },
  "organization.renamed": (tx, { organization, name, revision }) => {
    const record = edit(tx, "organization", organization);
    record.name = name;
    record.revisions = { ...record.revisions, ...since("name", revision) };
  },
  "organization.certification-changed": (tx, { organization, certified, revision }) => {
    const record = edit(tx, "organization", organization);
    record.certified = certified;
    record.revisions = { ...record.revisions, ...since("certification", revision) };
  },
  "organization.edition-changed": (tx, { organization, edition, revision }) => {
    const record = edit(tx, "organization", organization);
    record.edition = edition;
    record.revisions = { ...record.revisions, ...since("edition", revision) };
  },
  "organization.sso-changed": (tx, { organization, sso, revision }) => {
    const record = edit(tx, "organization", organization);
    record.sso = sso;
    record.revisions = { ...record.revisions, ...since("sso", revision) };
  },
  "organization.suspended": (tx, { organization, revision }) => {
    const record = edit(tx, "organization", organization);
    record.suspended = true;
    record.revisions = { ...record.revisions, ...since("suspended", revision) };
  },
  "organization.resumed": (tx, { organization, revision }) => {
    const record = edit(tx, "organization", organization);
    delete record.suspended;
    record.revisions = { ...record.revisions, ...since("suspended", revision) };
  },
  "organization.ended": (tx, { organization }, at) => {
    const record = edit(tx, "organization", organization);
    const { admins, hosted, joined } = record;
    record.taken = { at, admins, hosted: hosted.length, joined: joined.slice() };
    record.ended = true;
    record.admins = [];
  },
  "organization.reinstated": (tx, { organization }, at) => {
    const record = edit(tx, "organization", organization);
    record.ended = false;
    const { admins = [], at: endedAt = at } = record.taken ?? {};
    record.admins = admins.slice();
    delete record.taken;
    record.endedAt = endedAt;
    record.reinstatedAt = at;
    record.reinstatements = (record.reinstatements ?? 0) + 1;
  },
  "admin.changed": (tx, { organization, person, role, revision, ...permissions }, at) => {
    const record = edit(tx, "organization", organization);
    const place = record.admins.findIndex((admin) => admin.person === person);
    if (role === null) {
      if (place >= 0) record.admins.splice(place, 1);
    } else {
      const { spacePermission, hierarchyPermission } = permissions;
      const admin = {
        ...{ person, role, spacePermission },
        ...(hierarchyPermission && { hierarchyPermission }),
      };
      if (place >= 0) record.admins[place] = admin;
      else record.admins.push(admin);
    }
    const employment = edit(tx, "employment", organization, person);
    employment.revisions = { ...employment.revisions, ...since("admin", revision) };
    happened(employment, at);
  },
  "department.created": (tx, { organization, department, parent, name, under, revision }, at) => {
    const directory = edit(tx, "directory", organization);
    const ticket = directory.tree.next;
    directory.tree = append(tx, treeOf(organization), directory.tree, () => ({
      ticket,
      department,
      parent,
      name,
      buckets: 0,
    }));
    const above = parent === null ? null : must(tx, "department", organization, parent);
    const before = read(tx, "department", organization, department);
    const { removedAt: _, under: __, ...kept } = before ?? {};
    put(tx, "department", organization, department, {
      ...kept,
      removed: false,
      parent,
      ancestors: parent === null ? [] : [parent, ...(above?.ancestors ?? [])],
      ticket,
      placed: EMPTY_HASH,
      heads: EMPTY_HASH,
      at: Math.max(before?.at ?? at, at),
      revisions: { ...before?.revisions, ...since("parent", revision) },
    });
    standUnder(tx, organization, ["d", department], [], under ?? []);
    bar(tx, organization, department, underAll(under ?? [], above));
  },
  "department.renamed": (tx, { organization, department, name, revision }, at) => {
    changeTree(tx, organization, department, { name });
    const record = edit(tx, "department", organization, department);
    happened(record, at);
    record.revisions = { ...record.revisions, ...since("name", revision) };
  },
  "department.moved": (tx, { organization, department, parent, from, under, revision }, at) => {
    if (parent !== from) {
      changeTree(tx, organization, department, { parent });
      rehang(tx, organization, department, under ?? []);
    }
    const record = edit(tx, "department", organization, department);
    happened(record, at);
    record.revisions = { ...record.revisions, ...since("parent", revision) };
  },
  "department.removed": removeDepartment,
  "department.dormant": (tx, { organization, department, since: dormant }) => {
    changeTree(tx, organization, department, { dormant });
    edit(tx, "department", organization, department).dormant = dormant;
  },
  "department.awake": (tx, { organization, department }) => {
    changeTree(tx, organization, department, { dormant: null });
    delete edit(tx, "department", organization, department).dormant;
  },
  "department.flagged": (tx, { organization, department, reason, revision }, at) => {
    const record = edit(tx, "department", organization, department);
    happened(record, at);
    const value = reason === "id-in-use" ? "id" : "parent";
    record.revisions = { ...record.revisions, ...since(value, revision) };
  },
  "person.hired": (tx, data, at) => {
    const { organization, person, number, departments, fields, probation } = data;
    const last = read(tx, "employment", organization, person);
    if (last !== null) {
      const { fields: known } = last;
      put(tx, "former", organization, `${last.number}/${person}`, { fields: known });
    }
    const before = last?.times ?? {};
    const directory = edit(tx, "directory", organization);
    const ordinal = directory.hires;
    directory.hires += 1;
    const entry = [person, number, ordinal] as const;
    directory.people = putEntry(tx, peopleOf(organization), directory.people, entry);
    const word = data.listed === true ? before : latest(before, "hired", at);
    const { ended: _, ownLeft: __, ownReinstated: ___, ...words } = word;
    put(tx, "employment", organization, person, {
      number,
      given: data.unnumbered === true ? null : number,
      inService: true,
      ordinal,
      departments,
      fields,
      probation: probation === true,
      heads: [],
      roles: [],
      successor: null,
      manager: null,
      at,
      times: { ...words, began: at },
      revisions: {},
      ...(last?.along === undefined ? {} : { along: last.along }),
    });
    for (const department of departments) place(tx, organization, department, person, true);
    if (data.under !== undefined) comeUnder(tx, organization, person, data.under);
    serve(tx, organization, person);
  },
  // DIR-03: nothing else of them changes, nor how late the latest word is.
  "person.numbered": (tx, { organization, person, number, source }) => {
    const record = edit(tx, "employment", organization, person);
    record.given = number;
    if (source !== undefined) record.givenBy = source;
    delete record.hadNumber;
  },
  "person.noted": (tx, { organization, person, kind, at: word, source }, at) => {
    const record = edit(tx, "employment", organization, person);
    if (kind !== "left") saidAgain(record, word, source);
    record.times = latest(record.times, kind, word);
    if (kind === "left" && !record.inService) record.reported = true;
    happened(record, at);
  },
  "person.confirmed": (tx, { organization, person, fields, revision }, at) => {
    const record = edit(tx, "employment", organization, person);
    record.probation = false;
    happened(record, at);
    if (fields !== undefined) record.fields = fields;
    record.revisions = { ...record.revisions, ...since("fields", revision) };
  },
  "person.fields-changed": (tx, { organization, person, fields, revision }, at) => {
    const record = edit(tx, "employment", organization, person);
    record.fields = fields;
    happened(record, at);
    record.revisions = { ...record.revisions, ...since("fields", revision) };
  },
  "person.relocated": (tx, data, at) => {
    const { organization, person, departments, from, under } = data;
    const record = edit(tx, "employment", organization, person);
    record.departments = [...departments];
    keepBrought(record);
    comeUnder(tx, organization, person, under ?? []);
    happened(record, at);
    record.revisions = { ...record.revisions, ...revisionOf(data, record.revisions) };
    for (const department of from) {
      if (!departments.includes(department)) place(tx, organization, department, person, false);
    }
    for (const department of departments) {
      if (!from.includes(department)) place(tx, organization, department, person, true);
    }
  },
  // What was said of a setting changes the setting itself, in its own area.
  "setting.inert": (tx, data) => noteInert(tx, data, true),
  "setting.revived": (tx, data) => noteInert(tx, data, false),
  "setting.dropped": (tx, data) => noteInert(tx, data, false),
  "person.suspended": (tx, { organization, person, standIn, revision }, at) => {
    const record = edit(tx, "employment", organization, person);
    const ticket = record.suspended?.ticket ?? listSuspended(tx, organization, person);
    record.suspended = { standIn, ticket };
    happened(record, at);
    record.revisions = { ...record.revisions, ...since("suspended", revision) };
  },
  "person.resumed": (tx, { organization, person, revision }, at) => {
    const record = edit(tx, "employment", organization, person);
    actAgain(tx, organization, person);
    happened(record, at);
    record.revisions = { ...record.revisions, ...since("suspended", revision) };
  },
};
