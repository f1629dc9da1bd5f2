/** The world that the load runs in: a Host with many Members in one hot Space, and some cold ones. */
import { command, fact, type InputDraft, stamped, worldInputs } from "interorg/testing";

/** How large it is. */
export interface Size {
  readonly members: number;
  /** People of each Member when it starts. */
  readonly people: number;
  readonly coldHosts: number;
  /** The most people of a Space, few enough to be reached. */
  readonly personCap: number;
  /** Licenses, few enough to run out. */
  readonly licenses: number;
}

export const LARGE: Size = {
  members: 24,
  people: 20,
  coldHosts: 12,
  personCap: 600,
  licenses: 200,
};
export const SMALL: Size = { members: 6, people: 6, coldHosts: 3, personCap: 60, licenses: 20 };

export const HOST = "host";
export const HOT = "hot";
export const APP = "portal";
export const FLOW = "review";
export const APPROVER = "approver";
/** People of each Member who act: the first so many. */
export const STAFF = 4;
const DEPARTMENTS = ["sales", "plant"] as const;

export const memberName = (n: number): string => `member-${n}`;
export const coldName = (n: number): string => `cold-${n}`;
export const personName = (organization: string, n: number): string => `${organization}-p${n}`;
export const invitationOf = (space: string): string => `invitation-to-${space}`;

const range = (count: number): number[] => Array.from({ length: count }, (_, n) => n);

function organization(name: string, people: number, more: readonly string[] = []) {
  const staff = range(people).map((n) => [personName(name, n), [DEPARTMENTS[n % 2] as string]]);
  return {
    departments: Object.fromEntries(DEPARTMENTS.map((department) => [department, null])),
    people: Object.fromEntries([...staff, ...more.map((person) => [person, ["sales"]])]),
    admins: { admin: "main" },
  } as const;
}

/** The Host's app with a flow, and its licenses: one for the first of each Member's staff. */
function furnishing(size: Size): InputDraft[] {
  const by = [HOST, "admin"] as const;
  const unit = { kind: "space", space: HOT } as const;
  const first = range(size.members).map((n) => ({
    organization: memberName(n),
    person: personName(memberName(n), 0),
  }));
  const approvers = [{ kind: "person", organization: HOST, person: APPROVER }] as const;
  return [
    fact("license.purchased", { organization: HOST, purchased: size.licenses }),
    command("license.link", by, { unit }),
    command("license.grant", by, {
      unit: { kind: "host", organization: HOST },
      people: [{ organization: HOST, person: APPROVER }],
    }),
    command("license.grant", by, { unit, people: first }),
    command("app.create", by, { app: APP, name: "Portal" }),
    command("app.publish", by, { space: HOT, app: APP }),
    command("flow.define", by, { app: APP, flow: FLOW, steps: [{ mode: "any", approvers }] }),
  ];
}

/** The inputs that build it, in order. */
export function setup(size: Size): object[] {
  const members = range(size.members).map(memberName);
  const colds = range(size.coldHosts).map(coldName);
  const built = worldInputs({
    organizations: {
      [HOST]: organization(HOST, 2 * size.people, [APPROVER]),
      ...Object.fromEntries(
        [...members, ...colds].map((name) => [name, organization(name, size.people)]),
      ),
    },
    spaces: {
      [HOT]: {
        host: HOST,
        scope: "whole",
        members: Object.fromEntries(members.map((name) => [name, "whole"])),
      },
      ...Object.fromEntries(
        colds.map((host, n) => [
          host,
          { host, scope: "whole", members: { [memberName(n % size.members)]: "whole" } },
        ]),
      ),
    },
  });
  const at = Date.now();
  return [...built, ...stamped(furnishing(size), built.length + 1)].map((input) => ({
    ...input,
    at,
  }));
}

/** Who may call, by token: `setup`, `operator`, `hr ORG`, and `ORG PERSON` for whoever acts. */
export function callersOf(size: Size): object {
  const organizations = [
    HOST,
    ...range(size.members).map(memberName),
    ...range(size.coldHosts).map(coldName),
  ];
  const acting = organizations.flatMap((name) =>
    ["admin", APPROVER, ...range(STAFF).map((n) => personName(name, n))].map((person) => ({
      organization: name,
      person,
    })),
  );
  const sources = organizations.map((name) => ({ organization: name }));
  return {
    setup: { name: "setup", sources: [{ platform: true }, ...sources], actors: acting },
    operator: { name: "operator", operator: true },
    ...Object.fromEntries(
      organizations.map((name) => [
        `hr:${name}`,
        { name: "hr", sources: [{ organization: name }] },
      ]),
    ),
    ...Object.fromEntries(
      acting.map((actor) => [
        `${actor.organization}:${actor.person}`,
        { name: "person", actors: [actor] },
      ]),
    ),
  };
}
