/**
 * Tells a World its inputs in few words. Every input is also decided from nothing loaded, round by
 * round, and must come to the same; every organization registered gets a main admin.
 */
import { expect } from "vitest";
import type { IdKinds, InputId, OrganizationId, PersonId, StaffId } from "../../src/core/ids.ts";
import type { Actor } from "../../src/core/input.ts";
import { defaultPolicy, type Policy } from "../../src/core/policy.ts";
import { tableGet } from "../../src/core/table.ts";
import type { DirectoryCommands, DirectoryFacts } from "../../src/directory/model.ts";
import { decide } from "../../src/engine/decide.ts";
import { emptySlice, loadSlice, type Slice } from "../../src/engine/slice.ts";
import type { Input, RecordKind, Records, StoredRecord } from "../../src/engine/types.ts";
import { apply, emptyWorld, type World } from "../../src/engine/world.ts";
import type { RosterCommands } from "../../src/roster/model.ts";
import type { SpacesCommands } from "../../src/spaces/model.ts";

/** A type with its ids as plain strings, for literals in tests. */
type Plain<T> = T extends IdKinds[keyof IdKinds]
  ? string
  : T extends readonly (infer Item)[]
    ? readonly Plain<Item>[]
    : T extends object
      ? { [Key in keyof T]: Plain<T[Key]> }
      : T;

type Commands = DirectoryCommands & SpacesCommands & RosterCommands;

/** Who acts: an organization's main admin, a person of it, or support staff. */
type By = string | readonly [organization: string, person: string] | null;

/** What an input comes to: its refusal, or the types of the events it brought about. */
export type Told =
  | { readonly code: string; readonly data: unknown }
  | { readonly events: readonly string[] };

/** What a test says to a World. */
export interface Teller {
  readonly fact: <Type extends keyof DirectoryFacts>(
    type: Type,
    data: Plain<DirectoryFacts[Type]>,
  ) => Told;
  readonly command: <Type extends keyof Commands>(
    by: By,
    type: Type,
    data: Plain<Commands[Type]>,
    at?: number,
  ) => Told;
  readonly register: (...organizations: readonly string[]) => void;
  readonly hire: (organization: string, person: string, departments?: readonly string[]) => void;
  /** Gives a person of an organization a role; hires the person first. */
  readonly promote: (
    organization: string,
    person: string,
    role: "main" | "sub" | null,
    spacePermission: boolean,
  ) => void;
  /** Invites, applies and approves; gives the approval's outcome. */
  readonly join: (host: string, space: string, organization: string) => Told;
  /** The whole envelope of the events of the last input. */
  readonly last: () => readonly {
    readonly type: string;
    readonly seq: number;
    readonly cause: number | null;
    readonly data: unknown;
  }[];
  readonly record: <Kind extends RecordKind>(
    kind: Kind,
    owner: string,
    own?: string,
  ) => Records[Kind] | null;
  /** Rounds of loading that the last input took from nothing. */
  readonly rounds: () => number;
  readonly world: () => World;
  /** Goes on under another policy. */
  readonly under: (changes: Partial<Policy>) => void;
}

/** A refusal as a test expects it. */
export const refused = (code: string, data?: unknown): object =>
  data === undefined ? expect.objectContaining({ code }) : { code, data };

/** An accepted input with these events, in order. */
export const done = (...events: readonly string[]): Told => ({ events });

/** Accepted, and already so. */
export const quiet: Told = { events: [] };

/** An application approved, whatever follows from it on the Roster. */
export const joined: object = {
  events: expect.arrayContaining(["application.approved", "association.formed"]),
};

const platform = [
  "organization.registered",
  "organization.certification-changed",
  "organization.edition-changed",
  "organization.ended",
];

const adminOf = (organization: string): string => `${organization}-admin`;

function actor(by: By): Actor {
  if (by === null) return { support: "staff" as StaffId };
  const [organization, person] = typeof by === "string" ? [by, adminOf(by)] : by;
  return { organization: organization as OrganizationId, person: person as PersonId };
}

/** Decides from nothing loaded; gives the outcome and how many rounds it took. */
function decideCold(world: World, input: Input, policy: Policy) {
  let slice: Slice = emptySlice;
  for (let rounds = 0; ; rounds += 1) {
    const outcome = decide(slice, input as never, policy);
    if (outcome.kind !== "incomplete") return { outcome, rounds };
    if (rounds > 20) throw new Error(`no end of needs for ${input.type}`);
    slice = loadSlice(
      slice,
      outcome.needs.map((key) => [
        key,
        (tableGet(world.table, ...key) ?? null) as StoredRecord | null,
      ]),
    );
  }
}

/** Starts a World with some changes to the default policy. */
export function startTelling(changes: Partial<Policy> = {}): Teller {
  let policy = { ...defaultPolicy, ...changes };
  let world = emptyWorld;
  let count = 0;
  let rounds = 0;
  let last: ReturnType<Teller["last"]> = [];
  const say = (given: object): Told => {
    count += 1;
    const input = { id: `input-${count}` as InputId, ...given } as Input;
    const { world: next, outcome } = apply(world, input as never, policy);
    const cold = decideCold(world, input, policy);
    rounds = cold.rounds;
    expect(cold.outcome).toMatchObject(JSON.parse(JSON.stringify(outcome)));
    if (outcome.kind === "refused") {
      expect(next).toBe(world);
      const { code, data } = outcome.refusal;
      return { code, data };
    }
    world = next;
    last = outcome.events;
    return { events: outcome.events.map((event) => event.type) };
  };
  const fact: Teller["fact"] = (type, data) => {
    const from = platform.includes(type) ? { platform: true } : { organization: data.organization };
    return say({ at: 1000, from, type, data });
  };
  const command: Teller["command"] = (by, type, data, at = 1000) =>
    say({ at, by: actor(by), type, data });
  const hire: Teller["hire"] = (organization, person, departments = []) => {
    fact("person.hired", {
      organization,
      person,
      number: 1,
      departments,
      fields: { name: `Name of ${person}` },
    });
  };
  const promote: Teller["promote"] = (organization, person, role, spacePermission) => {
    hire(organization, person);
    fact("admin.changed", { organization, person, number: 1, role, spacePermission });
  };
  const record: Teller["record"] = (kind, owner, own = "") =>
    (tableGet(world.table, kind, owner, own) ?? null) as never;
  return {
    fact,
    command,
    hire,
    promote,
    register: (...organizations) => {
      for (const organization of organizations) {
        fact("organization.registered", {
          organization,
          name: `The ${organization}`,
          certified: true,
          edition: "exclusive",
          sso: false,
        });
        promote(organization, adminOf(organization), "main", false);
      }
    },
    join: (host, space, organization) => {
      const invitation = `invitation-${count}`;
      const application = `application-${count}`;
      command(host, "invitation.issue", { space, invitation, form: "qr" });
      command(organization, "application.submit", { application, invitation });
      // An application that is already waiting is the one approved.
      const latest = record("applicant", space, organization)?.application ?? application;
      return command(host, "application.approve", { space, organization, application: latest });
    },
    last: () => last,
    record,
    rounds: () => rounds,
    world: () => world,
    under: (more) => {
      policy = { ...policy, ...more };
    },
  };
}

/** A World with a Space `s` of the organization `host`, and organizations around it. */
export function startWithSpace(changes: Partial<Policy> = {}): Teller {
  const teller = startTelling(changes);
  teller.register("host", "north", "south");
  const created = teller.command("host", "space.create", { space: "s", name: "S" });
  expect(created).toEqual(done("space.created"));
  return teller;
}

/** One in which `north` is a Member of `s`, and `south` is not. */
export function startWithMember(changes: Partial<Policy> = {}): Teller {
  const teller = startWithSpace(changes);
  expect(teller.join("host", "s", "north")).toEqual(joined);
  return teller;
}
