/** Inputs that are wrong or odd in some way, so that verdicts are compared as well. */
import type { Input, OrganizationId } from "../src/index.ts";
import type { PlainOrganization, Population } from "./population.ts";
import type { Random } from "./random.ts";

/** An input gone wrong: unknown names, a wrong source or actor, a stale or a future number. */
export function oddly(input: Input, random: Random, { organizations, spaces }: Population): Input {
  const { id, at } = input;
  const data = input.data as { organization: string; person: string; number: number };
  const other = (organizations[random(organizations.length)] as PlainOrganization).id;
  const from = { organization: data.organization };
  const space = spaces[random(spaces.length)]?.id;
  const wrong: readonly object[] = [
    {
      id,
      at,
      from: { organization: "o-none" },
      type: "person.resigned",
      data: { ...data, organization: "o-none" },
    },
    {
      id,
      at,
      from: { organization: other },
      type: "person.resigned",
      data: { ...data, organization: "o-none" },
    },
    {
      id,
      at,
      from: { platform: true },
      type: "person.relocated",
      data: { ...data, departments: [] },
    },
    { id, at, from, type: "person.resigned", data: { ...data, person: "p-none" } },
    { id, at, from, type: "person.resigned", data: { ...data, number: data.number + 1 } },
    { id, at, from, type: "person.relocated", data: { ...data, departments: ["d-none"] } },
    { id, at, from, type: "person.relocated", data: { ...data, departments: [], revision: 3 } },
    { id, at, from, type: "person.hired", data: hired(data, data.number) },
    {
      id,
      at,
      from,
      type: "person.hired",
      data: { ...hired(data, data.number + 1), departments: ["d-none"] },
    },
    ...["scope.take-out", "scope.put-in"].flatMap((type) => [
      { id, at, by: { support: "staff" }, type, data: scoped(data, space) },
      { id, at, by: { organization: other, person: data.person }, type, data: scoped(data, space) },
      {
        id,
        at,
        by: { organization: other, person: firstOf(organizations, other) },
        type,
        data: scoped(data, space),
      },
      {
        id,
        at,
        by: { organization: data.organization, person: firstOf(organizations, data.organization) },
        type,
        data: scoped({ ...data, person: "p-none" }, space),
      },
      {
        id,
        at,
        by: { organization: "o-none", person: data.person },
        type,
        data: scoped(data, "s-none"),
      },
      hostOf(spaces, organizations, id, at, type, random),
    ]),
  ];
  return wrong[random(wrong.length)] as unknown as Input;
}

const hired = (data: { organization: string; person: string }, number: number) => ({
  organization: data.organization,
  person: data.person,
  number,
  departments: [],
  fields: { name: data.person },
});

const scoped = (data: { organization: string; person: string }, space: unknown) => ({
  space,
  organization: data.organization,
  people: [data.person],
});

const firstOf = (organizations: readonly PlainOrganization[], id: string): string =>
  organizations.find((each) => each.id === id)?.people[0]?.person as string;

/** A Host's admin reaching for a Member's people. */
function hostOf(
  spaces: Population["spaces"],
  organizations: readonly PlainOrganization[],
  id: string,
  at: number,
  type: string,
  random: Random,
): object {
  const space = spaces[random(spaces.length)] as Population["spaces"][number];
  const host = space.parts[0]?.organization as OrganizationId;
  const member = space.parts[random(space.parts.length)]?.organization as OrganizationId;
  const by = { organization: host, person: firstOf(organizations, host) };
  const data = { space: space.id, organization: member, people: [firstOf(organizations, member)] };
  return { id, at, by, type, data };
}
