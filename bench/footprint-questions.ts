/** Every question at full caps, with the most keys that it may read. */
import type { Queries, QueryOf, QueryType } from "../src/index.ts";
import { type Case, type Formula, person } from "./footprint-case.ts";
import { type Full, newId } from "./footprint-world.ts";
import type { PlainOrganization } from "./population.ts";

/** The people a Member's admin or a Host's admin asks as. */
/** The fields that a question takes, in one of its forms. */
type Loose<Data> = Data extends unknown ? { readonly [Name in keyof Data]: unknown } : never;

const viewerOf = ({ id, people }: PlainOrganization, ordinal: number) => ({
  organization: id,
  person: people.at(ordinal)?.person,
});

type Ask = (
  type: QueryType,
  name: string,
  data: object,
  formula?: Formula,
  counts?: Case["counts"],
) => Case;

/** Questions about the directory of the Host: its source asks. */
function directoryCases(host: PlainOrganization, departments: number, ask: Ask): Case[] {
  const source = { organization: host.id };
  const { departments: own } = person(host, 1);
  const hundred = { named: 100, page: Math.ceil(departments / 64) + 1, bucket: 128 };
  return [
    ask("directory.person", "", { source, person: person(host, 1).person }),
    ask(
      "directory.people",
      "100 of all",
      { source },
      { base: 12, bucket: 1, named: 2 },
      { ...hundred, bucket: 16 },
    ),
    ask(
      "directory.people",
      "100 of a department and all below",
      { source, department: own[0], below: true },
      { base: 12, page: 1, bucket: 1, named: 2 },
      hundred,
    ),
    ask(
      "directory.departments",
      "100 of all",
      { source },
      { base: 12, page: 1, named: 1 },
      { named: 100, page: 4 },
    ),
    ask(
      "directory.departments",
      "the top ones",
      { source, parent: null },
      { base: 12, page: 1, named: 1 },
      hundred,
    ),
    ask("directory.lists", "", { source }),
    ask("directory.departures", "", { source }),
    ask("directory.inert", "", { source }),
    ask("directory.sources", "", { source }),
  ];
}

/** Questions of insiders and of admins. */
export function questionCases({ host, member, scale, spaces }: Full): Case[] {
  const ask = <Type extends QueryType>(
    type: Type,
    name: string,
    data: Loose<Queries[Type]["input"]>,
    formula: Formula = { base: 12 },
    counts: Case["counts"] = {},
  ): Case => ({ name, query: { type, data } as unknown as QueryOf<QueryType>, formula, counts });
  const [space] = spaces;
  const admin = viewerOf(host, 0);
  // In scope of every Space of the Host, so present in the first.
  const insider = viewerOf(host, scale.departments - 2);
  const page = { base: 12, page: 1, named: 2 };
  const hundred = { named: 100, page: 8 };
  const own = viewerOf(member, 0);
  return [
    ask("entry.management", "", { viewer: admin }),
    ask("application.own", "5 Spaces", { viewer: own }, { base: 16, named: 6 }, { named: 5 }),
    ask("admin.application", "there is none", {
      ...{ viewer: admin, space, application: newId("unknown", 0) },
    }),
    ask("invitation.look", "there is none", { viewer: own, invitation: newId("unknown", 0) }),
    ask(
      "entry.spaces",
      "15 Spaces",
      { person: insider.person },
      { base: 12, space: 3 },
      { space: 15 },
    ),
    ask("space.organizations", "100 of 801", { viewer: insider, space }, page, hundred),
    ask(
      "space.contacts",
      "100 of 3 000",
      { viewer: insider, space },
      { base: 12, bucket: 1, named: 2 },
      { ...hundred, bucket: Math.ceil(scale.cap / 48) + 24 },
    ),
    ask(
      "space.contacts",
      "found by name: all 3 000 looked at",
      { viewer: insider, space, search: "9" },
      // Of those who are found, what their organizations say of fields besides (VIS-09).
      { base: 12, bucket: 1, member: 1, named: 2 },
      { ...hundred, bucket: Math.ceil(scale.cap / 48) + 24, member: scale.members },
    ),
    ask("space.contact", "", {
      viewer: insider,
      space,
      organization: host.id,
      person: person(host, scale.departments - 3).person,
    }),
    ask("space.why", "a Member looks at another, as the Host's admin asks", {
      ...{ viewer: admin, space },
      from: { organization: member.id, person: person(member, 1).person },
      to: { organization: host.id, person: person(host, scale.departments - 3).person },
    }),
    ask("space.why", "two organizations", {
      ...{ viewer: admin, space },
      ...{ from: { organization: member.id }, to: { organization: host.id } },
    }),
    ask(
      "space.one-way",
      "500 of 800 looked at",
      { viewer: admin, space },
      { base: 24, page: 1, member: 1 },
      { page: 8, member: 500 },
    ),
    // Of each its part, the organization, and who was named for it (PARTNER-03).
    ask("admin.members", "100 of 800", { viewer: admin, space }, { ...page, named: 3 }, hundred),
    ask("admin.applications", "", { viewer: admin, space }, page, hundred),
    ask("admin.invitations", "100 of 300", { viewer: admin, space }, page, hundred),
    ask("admin.folders", "100 of 200", { viewer: admin, space }, page, hundred),
    ask(
      "admin.roster",
      "100 of a full Space",
      { viewer: admin, space },
      { base: 12, bucket: 1, named: 7 },
      { ...hundred, bucket: Math.ceil(scale.cap / 48) + 24 },
    ),
    ask("admin.waiting", "100, the Host's view", { viewer: admin, space }, page, hundred),
    ask("admin.waiting", "a Member's own", { viewer: own, space }, page, hundred),
    ask("admin.scope", "", { viewer: admin, space }),
    ask("admin.space-room", "", { viewer: admin, space }),
    ask("admin.organization-room", "", { viewer: admin }),
    ...directoryCases(host, scale.departments, ask as Ask),
  ];
}
