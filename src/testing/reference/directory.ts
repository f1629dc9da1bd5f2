/** What the facts of the directory change. */
import type { DirectoryFacts } from "../../directory/model.ts";
import {
  createDepartment,
  departmentsOf,
  findDepartment,
  moveDepartment,
  removeDepartment,
  renameDepartment,
  staysUnder,
  wouldCircle,
} from "./departments.ts";
import { findOrganization, hostedBy, joinedBy } from "./lists.ts";
import {
  confirm,
  endEmployment,
  hire,
  isNews,
  lastWord,
  latest,
  meantBy,
  noteWord,
  place,
  relocate,
  setFields,
  setHeads,
  setManager,
  setRoles,
  setValue,
} from "./people.ts";
import { endPool, purchase } from "./pools.ts";
import { endRunning } from "./progress.ts";
import { reconcile } from "./reconciliation.ts";
import { absorbReinstatement } from "./reinstating.ts";
import { endAssociation, endSpace } from "./spaces.ts";
import type {
  Department,
  Employment,
  InputOf,
  Notices,
  Organization,
  SingleFact,
  State,
  World,
} from "./state.ts";
import type { FurtherFacts } from "./vocabulary.ts";

type FactType = keyof DirectoryFacts | Exclude<keyof FurtherFacts, "directory.changed">;

function register({ state }: World, data: DirectoryFacts["organization.registered"]): void {
  const { organization: id, name, certified, edition, sso } = data;
  state.organizations.push({
    id,
    name,
    certified,
    edition,
    sso,
    ended: false,
    batchInvitation: false,
    expansion: 0,
    revisions: { name: null, certification: null, edition: null, sso: null },
  });
}

function end({ state }: World, organization: Organization, at: number): void {
  endRunning(state, organization.id, at);
  for (const space of hostedBy(state, organization.id)) endSpace(state, space);
  for (const space of joinedBy(state, organization.id)) {
    endAssociation(state, space, organization.id);
  }
  state.held = state.held.filter((held) => held.organization !== organization.id);
  endPool(state, organization.id);
  organization.ended = true;
}

function setOnOrganization(
  { revisions }: Organization,
  value: keyof Organization["revisions"],
  revision: number | undefined,
  set: () => void,
): void {
  if (!isNews(revisions[value], revision)) return;
  set();
  revisions[value] = revision ?? revisions[value];
}

type OrganizationFact = InputOf<Extract<FactType, `organization.${string}`>>;

function absorbOrganizationFact(
  world: World,
  organization: Organization,
  { type, data, at }: OrganizationFact,
): void {
  switch (type) {
    case "organization.registered":
      return;
    case "organization.renamed":
      setOnOrganization(organization, "name", data.revision, () => {
        organization.name = data.name;
      });
      return;
    case "organization.certification-changed":
      setOnOrganization(organization, "certification", data.revision, () => {
        organization.certified = data.certified;
      });
      return;
    case "organization.edition-changed":
      setOnOrganization(organization, "edition", data.revision, () => {
        organization.edition = data.edition;
      });
      return;
    case "organization.sso-changed":
      setOnOrganization(organization, "sso", data.revision, () => {
        organization.sso = data.sso;
      });
      return;
    case "organization.ended":
      end(world, organization, at);
      return;
  }
}

type DepartmentFact = InputOf<Extract<FactType, `department.${string}`>>;

function absorbCreation(world: World, fact: InputOf<"department.created">): Notices {
  const { organization, department: id, revision } = fact.data;
  const known = findDepartment(world.state, organization, id);
  // A copy of the creation does not bring a removed department back; a newer revision does.
  const late = revision === undefined || !isNews(known?.revisions.parent ?? null, revision);
  if (known !== undefined && (!known.removed || late)) return [];
  return createDepartment(world, organization, fact.data, fact.at, revision);
}

function absorbDepartmentFact(world: World, fact: DepartmentFact): Notices {
  if (fact.type === "department.created") return absorbCreation(world, fact);
  const { organization, department: id, revision } = fact.data;
  const { state } = world;
  const department = departmentsOf(state, organization).find((each) => each.id === id);
  if (department === undefined) return [];
  const value = fact.type === "department.renamed" ? "name" : "parent";
  if (!isNews(department.revisions[value], revision)) return [];
  if (revision === undefined && isSo(state, department, fact)) return [];
  department.revisions[value] = revision ?? department.revisions[value];
  switch (fact.type) {
    case "department.renamed":
      renameDepartment(department, fact.data.name, fact.at);
      return [];
    case "department.moved":
      return moveDepartment(world, department, fact.data.parent, fact.at);
    case "department.removed":
      removeDepartment(world, department, fact.at);
      return [];
  }
}

/** Whether a fact is a move that would close a circle, and that would otherwise be followed. */
export function closesCircle({ state }: World, { type, data }: SingleFact): boolean {
  if (type !== "department.moved") return false;
  const { organization, department: id, parent, revision } = data;
  const department = departmentsOf(state, organization).find((each) => each.id === id);
  return (
    department !== undefined &&
    isNews(department.revisions.parent, revision) &&
    wouldCircle(state, department, parent)
  );
}

function isSo(state: State, department: Department, { type, data }: DepartmentFact): boolean {
  if (type === "department.renamed") return department.name === data.name;
  return type === "department.moved" && staysUnder(state, department, data.parent);
}

type PersonFact = InputOf<Extract<FactType, `person.${string}` | "admin.changed">>;

function setRole(employment: Employment, fact: InputOf<"admin.changed">): void {
  const { role, spacePermission = false, revision } = fact.data;
  const { admin } = employment;
  setValue(employment, {
    value: "admin",
    revision,
    at: fact.at,
    same:
      role === null
        ? admin === null
        : admin?.role === role && admin.spacePermission === spacePermission,
    set: () => {
      employment.admin = role === null ? null : { role, spacePermission };
    },
  });
}

/** Whom somebody reports to: nobody reports to themselves, or to somebody who left. */
function report(
  state: State,
  employment: Employment,
  { data: { organization, manager, revision }, at }: InputOf<"person.manager-changed">,
): void {
  if (manager === null) {
    setManager(employment, null, at, revision);
    return;
  }
  const known = meantBy(state, organization, manager, at);
  if (manager.person === employment.person || typeof known === "string") return;
  setManager(employment, { person: known.person, number: known.number }, at, revision);
}

/** A hire begins an employment under a higher number; without one, of nobody who is in service. */
function absorbHire(world: World, { data, at }: InputOf<"person.hired">): void {
  const { state } = world;
  const { organization } = data;
  const number: number | undefined = data.number;
  const last = latest(state, organization, data.person);
  const isNew =
    last === undefined ||
    (number === undefined ? !last.inService && !isLateHire(state, last, at) : number > last.given);
  if (isNew) {
    noteWord(state, "hired", hire(world, organization, data, at), at);
  } else if (number === undefined && !isLateHire(state, last, at)) {
    noteWord(state, "hired", last, at);
  }
}

function isLateHire(state: State, last: Employment, at: number): boolean {
  return (
    at < lastWord(state, "left", last) ||
    at < lastWord(state, "reinstated", last) ||
    at <= lastWord(state, "hired", last)
  );
}

/** A departure ends the employment in force; with a number, that one alone. */
function absorbDeparture(world: World, { data, at }: InputOf<"person.resigned">): void {
  const { state } = world;
  const number: number | undefined = data.number;
  const last = latest(state, data.organization, data.person);
  if (last === undefined || (number !== undefined && number !== last.given)) return;
  // The number says that the hire came before, and which departures are about the same employment.
  const isLate =
    number === undefined
      ? at < lastWord(state, "hired", last) ||
        at < lastWord(state, "reinstated", last) ||
        at <= lastWord(state, "left", last)
      : at < lastWord(state, "reinstated", last, last.number) ||
        at <= lastWord(state, "left", last, last.number);
  if (isLate) return;
  noteWord(state, "left", last, at);
  if (last.inService) endEmployment(world, last, at, data.successor);
  last.reported = true;
}

function absorbPersonFact(world: World, fact: PersonFact): void {
  const { type, data, at } = fact;
  if (type === "person.hired") {
    absorbHire(world, fact);
    return;
  }
  if (type === "person.resigned") {
    absorbDeparture(world, fact);
    return;
  }
  if (type === "person.reinstated") {
    absorbReinstatement(world, fact);
    return;
  }
  const employment = meantBy(world.state, data.organization, data, at);
  if (typeof employment === "string") return;
  switch (type) {
    case "person.confirmed":
      setFields(employment, data.fields ?? employment.fields, at, data.revision);
      confirm(employment, at);
      return;
    case "person.relocated":
      relocate(world, employment, data.departments, at, data.revision);
      return;
    case "person.department-entered":
    case "person.department-left":
      place(world, employment, {
        department: data.department,
        isIn: type === "person.department-entered",
        at,
        revision: data.revision,
      });
      return;
    case "person.fields-changed":
      setFields(employment, data.fields, at, data.revision);
      return;
    case "person.heads-changed":
      setHeads(world, employment, data.departments, at, data.revision);
      return;
    case "person.roles-changed":
      setRoles(world, employment, data.roles, at, data.revision);
      return;
    case "person.manager-changed":
      report(world.state, employment, fact);
      return;
    case "admin.changed":
      setRole(employment, fact);
      return;
  }
}

/** Absorbs a fact that no code applies to. */
export function absorbFact(world: World, fact: SingleFact): Notices {
  const organization = findOrganization(world.state, fact.data.organization);
  if (organization === undefined) {
    if (fact.type === "organization.registered") register(world, fact.data);
    return [];
  }
  if (organization.ended) return [];
  switch (fact.type) {
    case "organization.registered":
    case "organization.renamed":
    case "organization.certification-changed":
    case "organization.edition-changed":
    case "organization.sso-changed":
    case "organization.ended":
      absorbOrganizationFact(world, organization, fact);
      return [];
    case "department.created":
    case "department.renamed":
    case "department.moved":
    case "department.removed":
      return absorbDepartmentFact(world, fact);
    case "directory.reconciled":
      return reconcile(world, fact);
    case "license.purchased":
      purchase(world.state, fact.data);
      return [];
    default:
      absorbPersonFact(world, fact);
      return [];
  }
}
