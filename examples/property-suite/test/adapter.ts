/** The portal as the testing kit drives it: inputs become calls, and both sides are looked at alike. */
import type { Command, Input, InputOf, InputType, Policy, Scope } from "interorg";
import type { ReferenceFacts, RunningService, ServiceUnderTest } from "interorg/testing";
import { type Bug, Portal, Refused } from "../src/portal.ts";
import type { Company, Selection } from "../src/records.ts";

interface Parts {
  readonly departments?: readonly string[];
  readonly people?: readonly string[];
}

/** A selection in which the named teams and people are in, or out. */
function changed(now: Selection, { departments = [], people = [] }: Parts, is: boolean): Selection {
  return {
    ...now,
    teams: new Map([...now.teams, ...departments.map((team) => [team, is] as const)]),
    people: new Map([...now.people, ...people.map((person) => [person, is] as const)]),
  };
}

function selectionOf(scope: Scope = {}): Selection {
  const all = { everybody: scope.whole ?? false, teams: new Map(), people: new Map() };
  return changed(changed(all, scope, true), scope.exclude ?? {}, false);
}

/** The types of input that the portal has calls for, those of the setting aside. */
export const TYPES = [
  "person.hired",
  "person.resigned",
  "application.submit",
  "application.withdraw",
  "application.approve",
  "application.reject",
  "association.cancel",
  "scope.set",
  "scope.put-in",
  "scope.take-out",
] as const satisfies readonly InputType[];

type Setting =
  | "organization.registered"
  | "department.created"
  | "admin.changed"
  | "space.create"
  | "invitation.issue";

/** The call that an input of each type stands for. */
type Calls = {
  readonly [Type in (typeof TYPES)[number] | Setting]: (
    portal: Portal,
    input: InputOf<Type>,
  ) => void;
};

/** Whom a command is from, in the portal's words. */
function by(portal: Portal, { by: actor }: Command): Company {
  if (!("person" in actor)) throw new Refused("nobody of a company");
  return portal.actingFor(actor.organization, actor.person);
}

/** The hub of a command; the portal has no hierarchies. */
function hubOf(data: { readonly space: string } | { readonly trunk: string }): string {
  if ("space" in data) return data.space;
  throw new Refused("a Trunk is no hub");
}

/** Changes whom the acting company sends, and no other's staff. */
function select(
  portal: Portal,
  command: InputOf<"scope.set" | "scope.put-in" | "scope.take-out">,
  change: (now: Selection) => Selection,
): void {
  const company = by(portal, command);
  own(company, command.data.organization);
  portal.select(company, hubOf(command.data), change);
}

function own(company: Company, named: string | undefined): void {
  if (named !== undefined && named !== company.id) throw new Refused("another company's staff");
}

/** The hub, the company and the application: its id is enough for the rules, and not for the portal. */
function reviewed(
  portal: Portal,
  data: InputOf<"application.approve" | "application.reject" | "application.withdraw">["data"],
): readonly [hub: string, company: string, application: string] {
  if (!("application" in data) || "trunk" in data) throw new Refused("a Trunk is no hub");
  const { application, space } = data;
  const found = portal.applications.get(application);
  const organization = "organization" in data ? data.organization : undefined;
  return [space ?? found?.hub ?? "", organization ?? found?.company ?? "", application];
}

const calls: Calls = {
  "organization.registered": (portal, { data }) => portal.register(data.organization),
  "department.created": (portal, { data }) => portal.addTeam(data.organization, data.department),
  "admin.changed": (portal, { data }) => portal.makeAdmin(data.organization, data.person),
  "person.hired": (portal, { data: { organization, person, number, departments } }) =>
    portal.hire(organization, { person, contract: number, teams: departments }),
  "person.resigned": (portal, { data: { organization, person, number } }) =>
    portal.resign(organization, person, number),
  "space.create": (portal, command) =>
    portal.openHub(by(portal, command), command.data.space, selectionOf(command.data.scope)),
  "invitation.issue": (portal, command) =>
    portal.openLink(by(portal, command), hubOf(command.data), command.data.invitation),
  "application.submit": (portal, command) => {
    const { application, invitation, scope } = command.data;
    const company = by(portal, command);
    own(company, scope?.organization);
    portal.apply(company, application, invitation, selectionOf(scope));
  },
  "application.withdraw": (portal, command) => {
    const [space, , application] = reviewed(portal, command.data);
    portal.withdraw(by(portal, command), space, application);
  },
  "application.approve": (portal, command) =>
    portal.approve(by(portal, command), ...reviewed(portal, command.data)),
  "application.reject": (portal, command) =>
    portal.reject(by(portal, command), ...reviewed(portal, command.data)),
  "association.cancel": (portal, command) =>
    portal.expel(by(portal, command), command.data.space, command.data.organization),
  "scope.set": (portal, command) => {
    const { scope } = command.data;
    select(portal, command, () => {
      own(by(portal, command), scope.organization);
      return selectionOf(scope);
    });
  },
  "scope.put-in": (portal, command) =>
    select(portal, command, (now) => changed(now, command.data, true)),
  "scope.take-out": (portal, command) =>
    select(portal, command, (now) => changed(now, command.data, false)),
};

function call(portal: Portal, input: Input): void {
  const { [input.type]: found } = calls as Record<string, (portal: Portal, input: Input) => void>;
  if (found === undefined) throw new Error(`no call for ${input.type}`);
  found(portal, input);
}

const text = (company: string, person: string): string => `${company}/${person}`;

function running({ personCap, joinLimit, memberOrgCap }: Policy, bug: Bug | null): RunningService {
  const limits = { seats: personCap, joins: joinLimit, companies: memberOrgCap };
  const portal = new Portal(limits, bug);
  return {
    submit: (input) => {
      try {
        call(portal, input);
        return true;
      } catch (error) {
        if (error instanceof Refused) return false;
        throw error;
      }
    },
    view: () => ({
      hubs: [...portal.hubs.values()].map((hub) => ({
        hub: hub.id,
        companies: [...hub.members.keys()].slice(1),
        seated: hub.seats.map(({ company, person }) => text(company, person)).sort(),
        queue: hub.queue.map(({ company, person }) => text(company, person)),
      })),
      applications: [...portal.applications].map(([id, { status }]) => `${id}: ${status}`).sort(),
    }),
  };
}

/** What the portal shows where the rules were followed. */
function expected({ spaces, applications }: ReferenceFacts): unknown {
  return {
    hubs: spaces.map(({ space, members, roster, waiting }) => ({
      hub: space,
      companies: members,
      seated: roster.map(([company, person]) => text(company, person)).sort(),
      queue: waiting.map(([company, person]) => text(company, person)),
    })),
    applications: applications.map(({ application, status }) => `${application}: ${status}`).sort(),
  };
}

/** The portal, with a bug or without. */
export const portalUnderTest = (bug: Bug | null = null): ServiceUnderTest => ({
  start: (policy) => running(policy, bug),
  expected,
});
