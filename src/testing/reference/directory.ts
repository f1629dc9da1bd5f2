/** What the facts of the directory change. */
import type { Notice } from "../../core/notice.ts";
import type { DirectoryFacts } from "../../directory/model.ts";
import { setCapacity } from "./capacity.ts";
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
import { wake } from "./dormant.ts";
import { endOrganization, reinstateOrganization } from "./ended.ts";
import { sourceIn } from "./extents.ts";
import { asSaid, isSaidAgain, presently } from "./former-ids.ts";
import { absorbListing } from "./full-lists.ts";
import { hold, outdo } from "./held.ts";
import { trunksOf } from "./hierarchy.ts";
import { hierarchyAdmins } from "./hierarchy-recipients.ts";
import { absorbMember } from "./industry.ts";
import { goOn } from "./list-steps.ts";
import { findOrganization, joinedBy } from "./lists.ts";
import type { Passed } from "./passed.ts";
import { pass, thingOf } from "./passing.ts";
import { isNews } from "./people.ts";
import { absorbPersonFact } from "./person-facts.ts";
import { purchase } from "./pools.ts";
import { renameDepartmentId } from "./renaming.ts";
import {
  decides,
  forgetVouchers,
  isTooMany,
  ofDepartment,
  vouch,
  vouching,
  whyOlder,
  withdrawFrom,
} from "./sources.ts";
import type {
  Department,
  InputOf,
  Notices,
  Organization,
  SingleFact,
  State,
  World,
} from "./state.ts";
import { isOfMember } from "./vocabulary-industry.ts";
import { extentOf, sourceOf } from "./vocabulary-lists.ts";

type FactType = Exclude<keyof DirectoryFacts, "directory.changed">;

function register({ state }: World, data: DirectoryFacts["organization.registered"]): void {
  const { organization: id, name, certified, edition, sso } = data;
  state.organizations.push({
    id,
    name,
    certified,
    edition,
    sso,
    ended: false,
    end: null,
    reinstatedAt: null,
    suspended: false,
    batchInvitation: false,
    bookFields: {},
    expansion: 0,
    revisions: { name: null, certification: null, edition: null, sso: null, suspended: null },
  });
}

function setOnOrganization(
  world: World,
  { id, revisions }: Organization,
  value: keyof Organization["revisions"],
  revision: number | undefined,
  set: () => void,
): void {
  if (!isNews(revisions[value], revision)) {
    pass(world, { kind: "organization", id, reason: "older-revision" });
    return;
  }
  set();
  revisions[value] = revision ?? revisions[value];
}

/** Suspends or resumes an organization, and tells its admins and those of the Spaces it is in. */
function suspendOrganization(
  world: World,
  organization: Organization,
  suspended: boolean,
  revision: number | undefined,
): void {
  const { id } = organization;
  setOnOrganization(world, organization, "suspended", revision, () => {
    if (organization.suspended === suspended) return;
    organization.suspended = suspended;
    world.outbox.push({
      kind: suspended ? "ORGANIZATION_SUSPENDED" : "ORGANIZATION_RESUMED",
      to: [
        { kind: "authorized-admins", organization: id },
        ...joinedBy(world.state, id).map(({ id: space }) => ({ kind: "space-admins", space })),
        ...trunksOf(world.state, id).map(({ trunk }) => hierarchyAdmins(trunk)),
      ],
      data: { organization: id },
    } as unknown as Notice);
  });
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
      setOnOrganization(world, organization, "name", data.revision, () => {
        organization.name = data.name;
      });
      return;
    case "organization.certification-changed":
      setOnOrganization(world, organization, "certification", data.revision, () => {
        organization.certified = data.certified;
      });
      return;
    case "organization.edition-changed":
      setOnOrganization(world, organization, "edition", data.revision, () => {
        organization.edition = data.edition;
      });
      return;
    case "organization.sso-changed":
      setOnOrganization(world, organization, "sso", data.revision, () => {
        organization.sso = data.sso;
      });
      return;
    case "organization.suspended":
    case "organization.resumed":
      suspendOrganization(world, organization, type === "organization.suspended", data.revision);
      return;
    case "organization.ended":
      endOrganization(world, organization, at);
      return;
    case "organization.reinstated":
      reinstateOrganization(world, organization, at);
      return;
  }
}

type DepartmentFact = InputOf<Extract<SingleFact["type"], `department.${string}`>>;

function absorbCreation(world: World, fact: InputOf<"department.created">): Notices {
  const { organization, department: id, revision } = fact.data;
  const known = findDepartment(world.state, organization, id);
  const source = sourceOf(fact.data);
  const isNamed = known?.removed === false;
  const isDecided = known === undefined || decides(world.state, ofDepartment(known), source);
  const isOwnOlder =
    isNamed &&
    source !== undefined &&
    whyOlder(world.state, ofDepartment(known), source, { at: fact.at, revision }) ===
      "older-revision";
  const isVouched = isNamed && vouch(world.state, ofDepartment(known), source, fact.at, fact.data);
  // Where it hangs is the oldest source's to say, and so is the revision of that.
  const isOlder = isOwnOlder || (isDecided && !isNews(known?.revisions.parent ?? null, revision));
  // Whatever newer is said of a dormant department wakes it (DIR-10).
  const isOutdone = outdo(world, {
    ...{ organization, department: id, at: fact.at, revision },
    fact: fact.id,
  });
  const woke = wake(known, (since) => fact.at > since) || isOutdone;
  // A copy of the creation does not bring a removed department back; a newer revision does.
  if (known !== undefined && (!known.removed || revision === undefined || isOlder)) {
    const gone = known.removed ? "department-gone" : "already-so";
    if (isOlder || !(woke || isVouched)) {
      pass(world, { kind: "department", id, reason: isOlder ? "older-revision" : gone });
    }
    return [];
  }
  const notices = createDepartment(world, organization, fact.data, fact.at, revision);
  const made = findDepartment(world.state, organization, id);
  if (made !== undefined) {
    forgetVouchers(world.state, ofDepartment(made));
    vouch(world.state, ofDepartment(made), source, fact.at, fact.data);
  }
  return notices;
}

/** Whether a fact names a source that has no say in a department; a removal may be its own affair alone. */
function isOthers(
  world: World,
  department: Department,
  { type, data, at }: DepartmentFact,
): boolean {
  const { state } = world;
  const source = sourceOf(data);
  if (source === undefined) return false;
  const { id } = department;
  const subject = ofDepartment(department);
  const all = vouching(state, subject);
  const isElsewhere = type === "department.removed" && all.length > 1;
  if (!all.includes(source) || (type !== "department.removed" && all[0] !== source)) {
    pass(world, { kind: "department", id, reason: "not-responsible-extent" });
    return true;
  }
  if (!isElsewhere) return false;
  const older = whyOlder(state, subject, source, { at, revision: data.revision });
  if (older === null) withdrawFrom(state, department, source, at, data.revision);
  pass(world, { kind: "department", id, reason: older ?? "vouched-elsewhere" });
  return true;
}

/** Which of a department's values a fact sets. */
function valueSetBy({ type }: DepartmentFact): keyof Department["revisions"] {
  if (type === "department.renamed-id") return "id";
  return type === "department.renamed" ? "name" : "parent";
}

function absorbDepartmentFact(world: World, fact: DepartmentFact): Notices {
  if (fact.type === "department.created") return absorbCreation(world, fact);
  const { organization, department: id, revision } = fact.data;
  const { state } = world;
  const department = departmentsOf(state, organization).find((each) => each.id === id);
  if (department === undefined) {
    const reason = fact.type === "department.removed" ? "already-so" : "department-gone";
    pass(world, { kind: "department", id, reason });
    return [];
  }
  if (isOthers(world, department, fact)) return [];
  const isOfPlace = fact.type === "department.moved" || fact.type === "department.removed";
  outdo(world, {
    ...{ organization, department: id, at: fact.at, fact: fact.id },
    ...(isOfPlace ? { revision } : {}),
  });
  if (fact.type !== "department.removed") wake(department, (since) => fact.at > since);
  const value = valueSetBy(fact);
  if (!isNews(department.revisions[value], revision)) {
    pass(world, { kind: "department", id, reason: "older-revision" });
    return [];
  }
  if (revision === undefined && isSo(state, department, fact)) return [];
  if (isOfPlace && world.holding !== null) {
    const move = fact.type === "department.moved" ? { parent: fact.data.parent } : null;
    const said = { organization, department: id, move, revision: revision ?? null };
    const reason = hold(world, department, { ...said, fact: fact.id, at: fact.at });
    if (reason !== null) pass(world, { kind: "department", id, reason });
    return [];
  }
  department.revisions[value] = revision ?? department.revisions[value];
  switch (fact.type) {
    case "department.renamed":
      renameDepartment(department, fact.data.name, fact.at);
      return [];
    case "department.renamed-id":
      renameDepartmentId(world, department, fact.data.to, fact.at, revision !== undefined);
      return [];
    case "department.moved":
      return moveDepartment(world, department, fact.data.parent, fact.at);
    case "department.removed":
      removeDepartment(world, department, fact.at);
      return [];
  }
}

/** Whether a fact is a move that would close a circle, and that would otherwise be followed. */
export function closesCircle({ state }: World, told: SingleFact): boolean {
  const { type, data } = presently(state, told).fact;
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
  if (type === "department.renamed-id") return department.id === data.to;
  if (type === "department.renamed") return department.name === data.name;
  return type === "department.moved" && staysUnder(state, department, data.parent);
}

/** Absorbs a fact that no code applies to; what it passes over it names as the fact does. */
export function absorbFact(world: World, told: SingleFact): Notices {
  const { fact, said } = presently(world.state, told);
  const passed: Passed[] = [];
  const notices = absorb({ ...world, passed, said }, fact);
  for (const each of passed) pass(world, asSaid(said, each));
  return notices;
}

function absorb(world: World, fact: SingleFact): Notices {
  const organization = findOrganization(world.state, fact.data.organization);
  if (organization === undefined) {
    if (fact.type === "organization.registered") register(world, fact.data);
    return [];
  }
  if (organization.ended && fact.type !== "organization.reinstated") {
    pass(world, { ...thingOf(fact), reason: "organization-ended" });
    return [];
  }
  const source =
    fact.type === "directory.reconciled" ? sourceIn(extentOf(fact.data)) : sourceOf(fact.data);
  if (isTooMany(world, organization.id, source)) {
    pass(world, { ...thingOf(fact), reason: "not-possible" });
    return [];
  }
  if (isSaidAgain(world.state, fact)) {
    pass(world, { ...thingOf(fact), reason: "already-so" });
    return [];
  }
  if (isOfMember(fact)) {
    absorbMember(world, fact);
    return [];
  }
  switch (fact.type) {
    case "organization.registered":
    case "organization.renamed":
    case "organization.certification-changed":
    case "organization.edition-changed":
    case "organization.sso-changed":
    case "organization.suspended":
    case "organization.resumed":
    case "organization.ended":
    case "organization.reinstated":
      absorbOrganizationFact(world, organization, fact);
      return [];
    case "department.created":
    case "department.renamed":
    case "department.renamed-id":
    case "department.moved":
    case "department.removed":
      return absorbDepartmentFact(world, fact);
    case "directory.reconciled":
      return absorbListing(world, fact.data, fact.at);
    case "directory.continued":
      return goOn(world, fact);
    case "hierarchy.capacity-changed":
      setCapacity(world, fact);
      return [];
    case "license.purchased":
      purchase(world, fact.data);
      return [];
    default:
      absorbPersonFact(world, fact);
      return [];
  }
}
