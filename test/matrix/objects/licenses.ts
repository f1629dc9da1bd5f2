import type { Party } from "../actors.ts";
import { having, type Objects } from "./objects.ts";

const hostUnit = (organization: string) => ({ kind: "host" as const, organization });
const spaceUnit = (space: string) => ({ kind: "space" as const, space });
const memberUnit = (space: string, organization: string) => ({
  kind: "member" as const,
  space,
  organization,
});

/** Downstream units: of one's own Space, of another party's, of strangers'. */
const units = <Data>(own: { readonly [host: string]: string }, data: (space: string) => Data) => ({
  own: ({ home }: Party) => having(home, (space) => data(own[space] ?? space)),
  related: ({ near }: Party) => having(near, data),
  foreign: ({ far }: Party) => data(far),
  missing: () => data("no-such-space"),
});

const someone = (organization: string, role: string) => ({
  organization,
  person: `${organization}-${role}`,
});
const nobody = (organization: string) => ({ organization, person: "nobody" });

/** Somebody downstream of a Space. */
const DOWNSTREAM: { readonly [space: string]: ReturnType<typeof someone> } = {
  side: someone("other", "mate"),
  far: someone("far-member", "rostered"),
};

const accounts = (host: string, downstream: string) => ({
  own: ({ org }: Party) =>
    having(org, (own) => ({ unit: hostUnit(own), people: [someone(own, host)] })),
  related: ({ peer }: Party) =>
    having(peer, (other) => ({ unit: hostUnit(other), people: [someone(other, host)] })),
  foreign: ({ farOrg }: Party) => ({
    unit: hostUnit(farOrg),
    people: [someone(farOrg, host)],
  }),
  missing: () => ({
    unit: hostUnit("no-such-organization"),
    people: [someone("no-such-organization", host)],
  }),
  "foreign person": ({ org, farOrg }: Party) =>
    having(org, (own) => ({ unit: hostUnit(own), people: [someone(farOrg, "main")] })),
  "missing person": ({ org }: Party) =>
    having(org, (own) => ({ unit: hostUnit(own), people: [nobody(own)] })),
  "own Space": ({ home }: Party) => having(home, (space) => inSpace(space, downstream)),
  "related Space": ({ near }: Party) => having(near, (space) => inSpace(space, downstream)),
  "foreign Space": ({ far }: Party) => inSpace(far, downstream),
  "missing Space": () => inSpace("no-such-space", downstream),
  "unit not linked": () => ({
    unit: memberUnit("supply", "member"),
    people: [someone("member", downstream)],
  }),
  "foreign account": () => ({
    unit: spaceUnit("supply"),
    people: [someone("far-member", "rostered")],
  }),
  "missing account": () => ({ unit: spaceUnit("supply"), people: [nobody("member")] }),
});

const inSpace = (space: string, role: string) => ({
  unit: spaceUnit(space),
  people: [DOWNSTREAM[space] ?? someone("member", role)],
});

const inSupply = (organization: string, role: string) => () => ({
  unit: spaceUnit("supply"),
  people: [someone(organization, role)],
});

const automated = (space: string) => {
  const { organization } = DOWNSTREAM[space] ?? someone("member", "");
  return { unit: spaceUnit(space), organization, departments: [`${organization}-desk`] };
};

export const licenses: Objects<
  | "license.link"
  | "license.unlink"
  | "license.grant"
  | "license.revoke"
  | "license.automate"
  | "license.reserve"
> = {
  "license.link": {
    ...units({ supply: "spare" }, (space) => ({ unit: spaceUnit(space) })),
    "already linked": () => ({ unit: spaceUnit("supply") }),
    overlap: () => ({ unit: memberUnit("supply", "member") }),
    "foreign organization": () => ({ unit: memberUnit("supply", "far-member") }),
    "missing organization": () => ({ unit: memberUnit("supply", "no-such-organization") }),
  },
  "license.unlink": {
    ...units({}, (space) => ({ unit: spaceUnit(space) })),
    "unit not linked": () => ({ unit: memberUnit("supply", "member") }),
    "foreign organization": () => ({ unit: memberUnit("supply", "far-member") }),
    "missing organization": () => ({ unit: memberUnit("supply", "no-such-organization") }),
  },
  "license.grant": {
    ...accounts("temp", "unlicensed"),
    "off the Roster": inSupply("member", "employee"),
    waiting: inSupply("member", "waiting"),
    "Host contact": inSupply("host", "contact"),
    "held already": inSupply("member", "rostered"),
  },
  "license.revoke": accounts("main", "rostered"),
  "license.reserve": { "own pool": () => ({ reserved: 1 }), "as it is": () => ({ reserved: 0 }) },
  "license.automate": {
    ...units({}, automated),
    "the Host": () => ({
      unit: spaceUnit("supply"),
      organization: "host",
      departments: ["host-desk"],
    }),
    "foreign organization": () => ({
      unit: spaceUnit("supply"),
      organization: "far-member",
      departments: ["far-member-desk"],
    }),
    "missing organization": () => ({
      unit: spaceUnit("supply"),
      organization: "no-such-organization",
      departments: ["no-such-department"],
    }),
    "missing department": () => ({
      unit: spaceUnit("supply"),
      organization: "member",
      departments: ["no-such-department"],
    }),
    "unit not linked": () => ({
      unit: memberUnit("supply", "member"),
      organization: "member",
      departments: ["member-desk"],
    }),
  },
};
