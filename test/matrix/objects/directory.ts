import type { Party } from "../actors.ts";
import { having, type Objects } from "./objects.ts";

const list = (organization: string) => ({
  organization,
  list: `list-of-${organization}`,
});

const held = (organization: string) => ({ organization, fact: `fact-of-${organization}` });

const lists = {
  own: ({ org }: Party) => having(org, list),
  related: ({ peer }: Party) => having(peer, list),
  foreign: ({ farOrg }: Party) => list(farOrg),
  missing: () => list("no-such-organization"),
  "not held": ({ org }: Party) =>
    having(org, (organization) => ({ organization, list: "no-such-list" })),
  "own fact": ({ org }: Party) => having(org, held),
  "foreign fact": ({ farOrg }: Party) => held(farOrg),
  "fact not held": ({ org }: Party) =>
    having(org, (organization) => ({ organization, fact: "no-such-fact" })),
};

const attic = (organization: string) => ({
  organization,
  departments: [`${organization}-attic`],
});

const registered = (organization: string) => ({
  organization,
  person: `${organization}-temp`,
  successor: `${organization}-mate`,
});

export const directory: Objects<
  | "reconciliation.confirm"
  | "reconciliation.discard"
  | "department.confirm-removal"
  | "successor.set"
> = {
  "reconciliation.confirm": lists,
  "reconciliation.discard": lists,
  "department.confirm-removal": {
    own: ({ org }) => having(org, attic),
    related: ({ peer }) => having(peer, attic),
    foreign: ({ farOrg }) => attic(farOrg),
    missing: () => attic("no-such-organization"),
    "not dormant": ({ org }) =>
      having(org, (organization) => ({ organization, departments: [`${organization}-desk`] })),
    "missing department": ({ org }) =>
      having(org, (organization) => ({ organization, departments: ["no-such-department"] })),
  },
  "successor.set": {
    own: ({ org }) => having(org, registered),
    related: ({ peer }) => having(peer, registered),
    foreign: ({ farOrg }) => registered(farOrg),
    missing: () => registered("no-such-organization"),
    "foreign person": ({ org, farOrg }) =>
      having(org, (organization) => ({
        ...registered(organization),
        person: `${farOrg}-temp`,
      })),
    "missing person": ({ org }) =>
      having(org, (organization) => ({ ...registered(organization), person: "nobody" })),
    "foreign successor": ({ org, farOrg }) =>
      having(org, (organization) => ({
        ...registered(organization),
        successor: `${farOrg}-mate`,
      })),
    "missing successor": ({ org }) =>
      having(org, (organization) => ({ ...registered(organization), successor: "nobody" })),
  },
};
