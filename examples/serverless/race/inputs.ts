/** Inputs as the races send them, each with an id that no other has. */
import type { Input } from "interorg";
import { command, fact, type InputDraft } from "interorg/testing";

let made = 0;

/** Gives an input a time and an id. */
export function sealed(draft: InputDraft): Input {
  made += 1;
  return { id: `i${made}`, at: 1_000 + made, ...draft } as Input;
}

/** Numbers from 0 up, made into something. */
export function times<Item>(count: number, make: (index: number) => Item): Item[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

/** The admin of an organization, who is also its first person. */
export const adminOf = (organization: string): string => `${organization}-admin`;

const by = (organization: string): readonly [string, string] => [
  organization,
  adminOf(organization),
];

export const hire = (organization: string, person: string): InputDraft =>
  fact("person.hired", {
    ...{ organization, person, number: 1, departments: [], fields: { name: person } },
  });

export const resign = (organization: string, person: string): InputDraft =>
  fact("person.resigned", { organization, person, number: 1 });

/** A certified organization of the highest edition, with an admin and so many others, `p0` and up. */
export const organization = (name: string, staff = 0): InputDraft[] => [
  fact("organization.registered", {
    ...{ organization: name, name, certified: true, edition: "exclusive", sso: false },
  }),
  hire(name, adminOf(name)),
  fact("admin.changed", {
    ...{ organization: name, person: adminOf(name), number: 1, role: "main" },
    spacePermission: true,
  }),
  ...times(staff, (index) => hire(name, `${name}-p${index}`)),
];

interface Scope {
  readonly whole?: true;
  readonly people?: readonly string[];
}

/** A Space, whose scope is that of its Host. */
export const create = (host: string, space: string, scope: Scope = {}): InputDraft =>
  command("space.create", by(host), { space, name: space, scope });

/** A Space with an invitation to it. */
export const open = (host: string, space: string, scope: Scope = {}): InputDraft[] => [
  create(host, space, scope),
  command("invitation.issue", by(host), { space, invitation: `to-${space}`, form: "link" }),
];

export const applies = (applicant: string, space: string, scope: Scope = {}): InputDraft =>
  command("application.submit", by(applicant), {
    ...{ application: `${applicant}-to-${space}`, invitation: `to-${space}`, scope },
  });

export const approve = (host: string, space: string, applicant: string): InputDraft =>
  command("application.approve", by(host), {
    ...{ space, organization: applicant, application: `${applicant}-to-${space}` },
  });

export const putIn = (organization: string, space: string, person: string): InputDraft =>
  command("scope.put-in", by(organization), { space, organization, people: [person] });

export const takeOut = (organization: string, space: string, person: string): InputDraft =>
  command("scope.take-out", by(organization), { space, organization, people: [person] });

export const buys = (organization: string, purchased: number): InputDraft =>
  fact("license.purchased", { organization, purchased });

/** Licenses for people of the Host's own unit. */
export const grant = (host: string, people: readonly string[]): InputDraft =>
  command("license.grant", by(host), {
    unit: { kind: "host", organization: host },
    people: people.map((person) => ({ organization: host, person })),
  });
