/** Facts at full caps, at least one of each type, with the most keys that each may read. */
import { apply, type Input, type OrganizationId, type PersonId } from "../src/index.ts";
import { type Case, employed, person } from "./footprint-case.ts";
import { commandOf, type Full, factOf, newId } from "./footprint-world.ts";
import type { PlainOrganization } from "./population.ts";

const SPACES = 15;

/** Facts about the directory. */
export function factCases(full: Full): Case[] {
  const { host, member, scale, world, policy } = full;
  const organization = host.id;
  const fact = (type: string, data: object, from: OrganizationId | null = organization): Input =>
    factOf(from, type, { organization, ...data });
  const last = host.departments.at(-1)?.id;
  const fields = { name: "Somebody", title: "Engineer" };
  const page = Math.ceil(scale.departments / 64);
  const roster = Math.ceil(scale.cap / 48) + 24;
  const simple = { formula: { base: 12 }, counts: {} };
  const moving = { formula: { base: 12, space: 6, person: 5 }, counts: { space: SPACES } };
  const hired = { person: newId<PersonId>("q", 0), number: 1, fields };
  const top = host.departments[1]?.id;
  const list = host.departments.map(({ id: department, parent }) => ({
    department,
    parent,
    name: `Name of ${department}`,
  }));
  const pages = 1_024;
  const emptyPage = (page: number): Input => {
    const part = { kind: "people", page, pages, people: [] };
    const of = { departments: 0, people: pages };
    return fact("directory.reconciled", { list: "empty", of, part });
  };
  const named = (departments: readonly object[], list: string): Input => {
    const part = { kind: "departments", page: 0, pages: 1, departments };
    return fact("directory.reconciled", { list, of: { departments: 1, people: 0 }, part });
  };
  const changed = (count: number, change: (index: number) => object): Input =>
    fact("directory.changed", { changes: Array.from({ length: count }, (_, i) => change(i)) });
  const ended = (of: PlainOrganization): Input =>
    factOf(null, "organization.ended", { organization: of.id });
  // In the order in which they happen: each input is a moment later than the one made before it.
  const gone = apply(world, ended(member), policy).world;
  const reinstated = {
    input: factOf(null, "organization.reinstated", { organization: member.id }),
    world: gone,
  };
  const empty = Array.from({ length: pages }, (_, at) => emptyPage(at));
  const begun = empty.slice(1).reduce((so, part) => apply(so, part, policy).world, world);
  const held = apply(begun, emptyPage(0), policy).world;
  const settle = (type: string): Input => commandOf(host, type, { organization, list: "empty" });
  const confirmed = apply(held, settle("reconciliation.confirm"), policy).world;
  const guardians = Array.from({ length: 20 }, (_, index) => newId<PersonId>("g", index));
  const inBook = (person: PersonId, more: object): Input =>
    fact("industry.changed", { person, kind: "member", ...more });
  const book = guardians.reduce(
    (so, each) => apply(so, inBook(each, { nodes: [] }), policy).world,
    world,
  );
  const step = policy.reconciliationStep;
  const deep = host.departments.at(-60);
  const registered = {
    organization: newId<OrganizationId>("x", 1),
    name: "New",
    certified: false,
    edition: "free",
    sso: false,
  };
  const bulk = { base: 24, space: 6, person: 5, looked: 4, department: 2, page: 1 };
  return [
    { name: "new", input: factOf(null, "organization.registered", registered), ...simple },
    { name: "", input: fact("organization.renamed", { name: "Other" }), ...simple },
    {
      name: "ten full Spaces",
      input: fact("organization.certification-changed", { certified: false }, null),
      formula: { base: 12, space: 2 },
      counts: { space: SPACES },
    },
    { name: "", input: fact("organization.edition-changed", { edition: "free" }, null), ...simple },
    { name: "", input: fact("organization.sso-changed", { sso: true }), ...simple },
    { name: "", input: fact("organization.suspended", {}, null), ...simple },
    {
      name: "suspended",
      input: fact("organization.resumed", {}, null),
      world: apply(world, fact("organization.suspended", {}, null), policy).world,
      ...simple,
    },
    {
      name: "a Member of five full Spaces",
      input: ended(member),
      formula: { base: 24, bucket: 2, person: 5 },
      counts: { bucket: roster * 5 },
    },
    {
      name: "a Member of five full Spaces, ended",
      ...reinstated,
      formula: { base: 24 },
      counts: {},
    },
    {
      name: "",
      input: fact("admin.changed", {
        ...employed(host, 9),
        role: "sub",
        spacePermission: true,
      }),
      ...simple,
    },
    {
      name: "deep",
      input: fact("department.created", { department: newId("e", 0), parent: last, name: "New" }),
      ...simple,
    },
    { name: "", input: fact("department.renamed", { department: last, name: "New" }), ...simple },
    {
      name: "a third of the tree, no rule changes",
      input: fact("department.moved", { department: top, parent: host.departments[2]?.id }),
      formula: { base: 24, space: 6, department: 2, page: 1 },
      counts: { space: SPACES, page, department: Math.ceil(scale.departments / 3) + 40 },
    },
    {
      name: "one department, into every scope",
      input: fact("department.moved", { department: deep?.id, parent: last }),
      formula: bulk,
      counts: { space: SPACES, page, department: 1, looked: 22 },
    },
    {
      name: "selected in every Space",
      input: fact("department.removed", { department: last }),
      formula: bulk,
      counts: { space: SPACES, page, department: 1, looked: 22 },
    },
    {
      name: "15 Spaces, into scope",
      input: fact("person.hired", { ...hired, departments: [last] }),
      ...moving,
    },
    {
      name: "15 Spaces, out of scope",
      input: fact("person.hired", { ...hired, departments: [top] }),
      ...moving,
    },
    { name: "", input: fact("person.confirmed", { ...employed(host, 9), fields }), ...simple },
    { name: "", input: fact("person.fields-changed", { ...employed(host, 9), fields }), ...simple },
    {
      name: "15 Spaces, into scope",
      input: fact("person.relocated", { ...employed(host, 99), departments: [last] }),
      ...moving,
    },
    {
      name: "15 Spaces, out of scope",
      input: fact("person.relocated", {
        ...employed(host, scale.departments - 1),
        departments: [top],
      }),
      ...moving,
    },
    {
      name: "15 Spaces, into scope",
      input: fact("person.department-entered", { ...employed(host, 99), department: last }),
      ...moving,
    },
    {
      name: "15 Spaces, out of scope",
      input: fact("person.department-left", {
        ...employed(host, scale.departments - 1),
        department: last,
      }),
      ...moving,
    },
    {
      name: "fifty nodes, twenty guardians",
      input: inBook(newId<PersonId>("w", 0), {
        nodes: Array.from({ length: 50 }, (_, index) => newId("n", index)),
        guardians,
      }),
      world: book,
      formula: { base: 12, named: 4 },
      counts: { named: 70 },
    },
    {
      name: "a member whom nobody knows",
      input: fact("industry.left", {
        ...{ organization: host.id, person: newId<PersonId>("w", 1), kind: "member" },
      }),
      formula: { base: 12 },
      counts: {},
    },
    {
      name: "15 Spaces, 100 hired into scope",
      input: changed(100, (index) => ({
        type: "person.hired",
        data: { ...hired, person: newId<PersonId>("q", index), departments: [last] },
      })),
      formula: { base: 12, space: 6, person: 5 },
      counts: { space: SPACES },
    },
    {
      name: "15 Spaces, 500 moved, in scope of none",
      input: changed(500, (index) => ({
        type: "person.relocated",
        data: { person: person(host, 100 + index).person, departments: [top] },
      })),
      formula: { base: 12, space: 6, looked: 6 },
      counts: { space: SPACES, looked: 500 },
    },
    {
      name: "a tree of 500 departments",
      input: changed(500, (index) => ({
        type: "department.created",
        data: {
          department: newId("e", index),
          parent: index % 50 === 0 ? top : newId("e", index - 1),
          name: "New",
        },
      })),
      formula: { base: 12, named: 1, page: 1 },
      counts: { named: 500, page: 9 },
    },
    {
      name: "500 departments moved, no rule changes",
      input: changed(500, (index) => ({
        type: "department.moved",
        data: { department: host.departments.at(-100 - index)?.id, parent: top },
      })),
      formula: { base: 24, space: 6, department: 2, page: 1 },
      counts: { space: SPACES, page, department: 500 },
    },
    {
      name: "15 full Spaces, places go on",
      input: fact("person.resigned", employed(host, scale.departments - 1)),
      ...moving,
    },
    {
      name: "15 full Spaces",
      world: apply(world, fact("person.resigned", employed(host, scale.departments - 1)), policy)
        .world,
      input: fact("person.reinstated", employed(host, scale.departments - 1)),
      formula: { base: 36, space: 8, named: 6 },
      counts: { space: SPACES, named: SPACES },
    },
    {
      name: "present in 15 full Spaces",
      input: fact("person.renamed", { ...employed(host, scale.departments - 1), to: "other" }),
      formula: { base: 24, space: 8 },
      counts: { space: SPACES },
    },
    {
      name: "everybody is below it",
      input: fact("department.renamed-id", { department: top, to: "other" }),
      formula: { base: 24 },
      counts: {},
    },
    {
      name: "15 full Spaces, places go on, by another id",
      world: apply(
        world,
        fact("person.renamed", { ...employed(host, scale.departments - 1), to: "other" }),
        policy,
      ).world,
      input: fact("person.resigned", { ...employed(host, scale.departments - 1), person: "other" }),
      ...moving,
    },
    {
      name: "one page of 1024, everybody missing",
      input: emptyPage(0),
      formula: { base: 24, looked: 1, bucket: 1 },
      counts: { looked: Math.ceil((scale.people / pages) * 1.3), bucket: 4 },
    },
    {
      name: "one page of 1024 of a third of the tree, everybody missing",
      input: fact("directory.reconciled", {
        list: "branch",
        extent: { departments: [top] },
        of: { departments: 0, people: pages },
        part: { kind: "people", page: 0, pages, people: [] },
      }),
      formula: { base: 24, looked: 1, bucket: 1, page: 1 },
      counts: { looked: Math.ceil((scale.people / pages) * 1.3), bucket: scale.departments, page },
    },
    {
      name: "all departments, one new",
      input: named(
        [...list.slice(0, 1_999), { department: newId("e", 1), parent: last, name: "New" }],
        "departments",
      ),
      formula: { base: 12, named: 1, page: 1 },
      counts: { named: scale.departments, page },
    },
    {
      name: "a step of 500",
      input: settle("reconciliation.confirm"),
      world: held,
      formula: { base: 24, space: 6, looked: 4, person: 5, bucket: 1 },
      counts: { space: SPACES, looked: 2_000 + step, bucket: 100 },
    },
    {
      name: "a step of 500",
      input: fact("directory.continued", { list: "empty" }),
      world: confirmed,
      formula: { base: 24, space: 6, looked: 4, person: 5, bucket: 1 },
      counts: { space: SPACES, looked: 2_000 + step, bucket: 100 },
    },
    {
      name: "one that is not dormant",
      input: commandOf(host, "department.confirm-removal", { organization, departments: [top] }),
      ...simple,
    },
    {
      name: "all parts forgotten",
      input: settle("reconciliation.discard"),
      world: held,
      formula: { base: 12, named: 1 },
      counts: { named: pages },
    },
  ];
}
