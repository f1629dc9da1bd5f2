import type { Party } from "../actors.ts";
import { having, type Objects } from "./objects.ts";

/** Somebody of each organization who is on the Roster of `supply`, or could have been. */
const PRESENT: { readonly [organization: string]: string } = {
  host: "host-contact",
  member: "member-rostered",
  other: "other-rostered",
  "far-member": "far-member-rostered",
};
const presentOf = (organization: string): string => PRESENT[organization] ?? `${organization}-main`;

/** Whose part of the Roster it is. */
const parts = <Data>(data: (space: string, organization: string) => Data) => ({
  own: ({ org }: Party) => having(org, (organization) => data("supply", organization)),
  related: ({ peer }: Party) => having(peer, (organization) => data("supply", organization)),
  foreign: ({ far, farOrg }: Party) => data(far, farOrg),
  missing: ({ org, farOrg }: Party) => data("no-such-space", org ?? farOrg),
  "the Host": () => data("supply", "host"),
  "the applicant": () => data("supply", "applicant"),
  "foreign organization": () => data("supply", "far-member"),
  "missing organization": () => data("supply", "no-such-organization"),
});

const named = (names: {
  readonly people?: readonly string[];
  readonly departments?: readonly string[];
}) => ({
  own: ({ org }: Party) =>
    having(org, (organization) => ({ space: "supply", organization, ...names })),
});
const missingPerson = named({ people: ["nobody"] }).own;
const missingDepartment = named({ departments: ["no-such-department"] }).own;
const foreignPerson = named({ people: ["far-member-rostered"] }).own;

const scoped = (organization: string, scope: object) => ({ space: "supply", organization, scope });

/** People of whoever acts, named for some organization in some Space. */
const counterparts = (space: string, of: (party: Party) => string | undefined) => (party: Party) =>
  having(party.org, (own) => {
    const organization = of(party);
    const people = [presentOf(own)];
    return organization === undefined ? { space, people } : { space, organization, people };
  });

export const roster: Objects<
  "scope.set" | "scope.take-out" | "scope.put-in" | "fields.share" | "counterparts.set"
> = {
  "counterparts.set": {
    own: counterparts("supply", () => undefined),
    related: ({ peer, ...party }) =>
      having(peer, (organization) =>
        counterparts("supply", () => organization)({ peer, ...party }),
      ),
    foreign: (party) => counterparts(party.far, () => undefined)(party),
    missing: counterparts("no-such-space", () => undefined),
    "the Host": counterparts("supply", () => "host"),
    "the applicant": counterparts("supply", () => "applicant"),
    "foreign organization": counterparts("supply", () => "far-member"),
    "missing organization": counterparts("supply", () => "no-such-organization"),
    "foreign person": ({ org }) =>
      having(org, () => ({ space: "supply", people: ["far-member-rostered"] })),
    "missing person": ({ org }) => having(org, () => ({ space: "supply", people: ["nobody"] })),
  },
  "fields.share": parts((space, organization) => ({
    space,
    organization,
    fields: { phone: "nobody" as const },
  })),
  "scope.set": {
    ...parts((space, organization) => ({
      space,
      organization,
      scope: { people: [presentOf(organization)] },
    })),
    "foreign scope": ({ org, farOrg }) =>
      having(org, (organization) => scoped(organization, { organization: farOrg, whole: true })),
    "foreign person": ({ org, farOrg }) =>
      having(org, (organization) => scoped(organization, { people: [presentOf(farOrg)] })),
    "missing person": ({ org }) =>
      having(org, (organization) => scoped(organization, { people: ["nobody"] })),
    "missing department": ({ org }) =>
      having(org, (organization) => scoped(organization, { departments: ["no-such-department"] })),
    "above the cap": ({ org }) =>
      having(org, (organization) => scoped(organization, { whole: true })),
  },
  "scope.take-out": {
    ...parts((space, organization) => ({
      space,
      organization,
      people: [presentOf(organization)],
    })),
    "foreign person": foreignPerson,
    "missing person": missingPerson,
    "missing department": missingDepartment,
  },
  "scope.put-in": {
    ...parts((space, organization) => ({
      space,
      organization,
      departments: [`${organization}-lab`],
    })),
    "foreign person": foreignPerson,
    "missing person": missingPerson,
    "missing department": missingDepartment,
    "above the cap": ({ org }) =>
      having(org, (organization) => ({
        space: "supply",
        organization,
        people: [`${organization}-employee`],
      })),
  },
};
