/** A World that is told what happens, one input after the other, and remembers. */
import { type AnyBucket, entriesIn } from "../core/bucket.ts";
import type { OrganizationId, PersonId } from "../core/ids.ts";
import { defaultPolicy, type Policy } from "../core/policy.ts";
import { beginReading } from "../core/transaction.ts";
import { idOf } from "../directory/select/aliases.ts";
import { ask } from "../engine/ask.ts";
import { sliceEntries } from "../engine/slice.ts";
import type { Command, Fact, Input, RecordKind, Records } from "../engine/types.ts";
import { emptyWorld, type World } from "../engine/world.ts";
import type { Expecting, PlainDataByType, Reported } from "../engine/written.ts";
import type { Queries, QueryType } from "../queries/model.ts";
import type { RosterEntry } from "../roster/model.ts";
import type { Scope } from "../spaces/model.ts";
import {
  type By,
  command,
  fact,
  type InputDraft,
  type Plain,
  question,
  type Stamp,
} from "./inputs.ts";
import type { OrganizationPlan } from "./plan.ts";
import { type Told, tell } from "./tell.ts";

/** Who gives a command: as in `command`, or the main admin that `register` gave an organization. */
export type Caller = By | string;

/** How an organization is registered: certified, exclusive and without SSO unless it says otherwise. */
export type Standing = Pick<OrganizationPlan, "certified" | "edition" | "sso">;

/** What an organization applies with: its scope, nobody unless given, and the application's id. */
export type Wish = readonly [scope?: Plain<Scope>, application?: string];

/** What usually happens. Each gives what became of its last input, without an error if it was refused. */
export interface Usual {
  /** Registers organizations, and gives each a main admin, `<organization>-admin`. */
  readonly register: (organizations: readonly string[], how?: Standing) => void;
  /** Creates departments, each with what it hangs under, parents before children. */
  readonly createDepartments: (
    organization: string,
    tree: readonly (readonly [department: string, parent: string | null])[],
  ) => void;
  /** Hires somebody; `number` is that of the employment, 1 at first. */
  readonly hire: (
    organization: string,
    person: string,
    departments?: readonly string[],
    number?: number,
  ) => Told;
  /** Moves somebody to other departments. */
  readonly relocate: (organization: string, person: string, departments: readonly string[]) => Told;
  /** Gives somebody an admin role, or takes it away (`null`). */
  readonly appoint: (
    organization: string,
    person: string,
    role: "main" | "sub" | null,
    spacePermission?: boolean,
  ) => Told;
  /** Lets somebody resign. */
  readonly resign: (organization: string, person: string, number?: number) => Told;
  /** Creates a Space. */
  readonly createSpace: (host: string, space: string, scope?: Plain<Scope>) => Told;
  /** Issues the invitation `i-<space>`, which everybody may use. */
  readonly invite: (host: string, space: string) => Told;
  /** Applies with that invitation, as application `<organization>-<space>` unless named otherwise. */
  readonly applyTo: (organization: string, space: string, ...wish: Wish) => Told;
  /** Approves such an application. */
  readonly approve: (
    host: string,
    organization: string,
    space: string,
    application?: string,
  ) => Told;
  /** Invites, applies and approves. */
  readonly join: (host: string, space: string, organization: string, ...wish: Wish) => Told;
}

/** Looks into the records of a World. */
export interface Seen {
  /** All records of a kind, each under its owner's id, `/`, and its own part. */
  readonly records: <Kind extends RecordKind>(
    kind: Kind,
  ) => readonly (readonly [key: string, record: Records[Kind]])[];
  /** A Space's record. */
  readonly space: (space: string) => Records["space"] | undefined;
  /** An organization's record. */
  readonly organization: (organization: string) => Records["organization"] | undefined;
  /** An organization's part in a Space, its Host's included. */
  readonly association: (space: string, organization: string) => Records["association"] | undefined;
  /** Who is on a Space's Roster, as `organization/person`, sorted. */
  readonly roster: (space: string) => string[];
  /** Who waits for a Space, as `organization/person`, in order. */
  readonly waiting: (space: string) => string[];
}

/** A World that is told what happens. */
export interface Play extends Usual, Seen {
  /** A fact, from whoever is responsible for it unless `from` says otherwise. */
  readonly fact: <Type extends Fact["type"]>(
    type: Type,
    data: PlainDataByType[Type],
    how?: Partial<Stamp> & Reported,
  ) => Told;
  readonly command: <Type extends Command["type"]>(
    by: Caller,
    type: Type,
    data: PlainDataByType[Type],
    how?: Partial<Stamp> & Expecting<Type>,
  ) => Told;
  /** The answer's value, or the code of the refusal. */
  readonly ask: <Type extends QueryType>(
    type: Type,
    data: Plain<Queries[Type]["input"]>,
  ) => unknown;
  /** Changes the policy for what comes. */
  readonly under: (changes: Partial<Policy>) => void;
  /** The World as it is now. */
  readonly world: () => World;
}

/** The time of inputs that say none. */
const NOW = 1000;

function usual(fact: Play["fact"], command: Play["command"]): Usual {
  const self: Usual = {
    register: (organizations, { certified = true, edition = "exclusive", sso = false } = {}) => {
      for (const organization of organizations) {
        const name = `The ${organization}`;
        fact("organization.registered", { organization, name, certified, edition, sso });
        self.hire(organization, `${organization}-admin`);
        self.appoint(organization, `${organization}-admin`, "main");
      }
    },
    createDepartments: (organization, tree) => {
      for (const [department, parent] of tree) {
        const name = `Dept ${department}`;
        fact("department.created", { organization, department, parent, name });
      }
    },
    hire: (organization, person, departments = [], number = 1) => {
      const fields = { name: `Name of ${person}` };
      return fact("person.hired", { organization, person, number, departments, fields });
    },
    relocate: (organization, person, departments) =>
      fact("person.relocated", { organization, person, number: 1, departments }),
    appoint: (organization, person, role, spacePermission = false) =>
      fact("admin.changed", { organization, person, number: 1, role, spacePermission }),
    resign: (organization, person, number = 1) =>
      fact("person.resigned", { organization, person, number }),
    createSpace: (host, space, scope) => {
      const data = { space, name: `Space ${space}` };
      return command(host, "space.create", scope === undefined ? data : { ...data, scope });
    },
    invite: (host, space) =>
      command(host, "invitation.issue", { space, invitation: `i-${space}`, form: "qr" }),
    applyTo: (organization, space, scope, application = `${organization}-${space}`) => {
      const data = { application, invitation: `i-${space}` };
      const wish = scope === undefined ? data : { ...data, scope };
      return command(organization, "application.submit", wish);
    },
    approve: (host, organization, space, application = `${organization}-${space}`) =>
      command(host, "application.approve", { space, organization, application }),
    join: (host, space, organization, scope, application) => {
      self.invite(host, space);
      self.applyTo(organization, space, scope, application);
      return self.approve(host, organization, space, application);
    },
  };
  return self;
}

function seen(world: () => World): Seen {
  const records: Seen["records"] = (kind) =>
    sliceEntries(world())
      .filter(([key]) => key[0] === kind)
      .map(([[, owner, own], record]) => [`${owner}/${own}`, record as never] as const);
  const under = <Kind extends RecordKind>(kind: Kind, owner: string) =>
    records(kind)
      .filter(([key]) => key.startsWith(`${owner}/`))
      .map(([, record]) => record);
  const one = <Kind extends RecordKind>(kind: Kind, key: string) =>
    records(kind).find(([each]) => each === key)?.[1];
  const named = (organization: OrganizationId, person: PersonId): string =>
    `${organization}/${idOf(beginReading<Records>(world().table, true), organization, "people", person)}`;
  return {
    records,
    space: (space) => one("space", `${space}/`),
    organization: (organization) => one("organization", `${organization}/`),
    association: (space, organization) => one("association", `${space}/${organization}`),
    roster: (space) =>
      under("roster", space)
        .flatMap((bucket) => entriesIn<RosterEntry>("one", bucket as unknown as AnyBucket))
        .flatMap(([natural, through]) =>
          through.map(([home, , person]) => named(home, person ?? natural)),
        )
        .sort(),
    waiting: (space) =>
      under("waiting", space)
        .flatMap(({ entries }) => [...entries])
        .sort(([left], [right]) => left - right)
        .map(([, organization, person]) => named(organization, person)),
  };
}

/**
 * Starts with some changes to the default policy, and with an empty World unless another is given.
 * Inputs that say no time are all of one; what is refused changes nothing and is told.
 *
 * @throws one `TypeError` that names the path, whenever what should be an id is none
 * @example
 * const p = play({ personCap: 1 });
 * p.register(["acme", "bolt"]);
 * p.hire("bolt", "eve");
 * p.createSpace("acme", "supply");
 * p.join("acme", "supply", "bolt", { people: ["eve"] });
 * p.roster("supply"); // ["bolt/eve"]
 * p.command("bolt", "space.dissolve", { space: "supply" }).code; // "NOT_SPACE_ADMIN"
 */
export function play(changes: Partial<Policy> = {}, world: World = emptyWorld): Play {
  let now = world;
  let policy: Policy = { ...defaultPolicy, ...changes };
  let count = 0;
  const say = (draft: InputDraft): Told => {
    count += 1;
    const told = tell(now, { id: `told-${count}`, at: NOW, ...draft } as Input, policy);
    now = told.world;
    return told;
  };
  const sayFact: Play["fact"] = (type, data, how) => say(fact(type, data, how) as InputDraft);
  const sayCommand: Play["command"] = (by, type, data, how) => {
    const actor = typeof by === "string" ? ([by, `${by}-admin`] as const) : by;
    return say(command(type, actor, data, how) as InputDraft);
  };
  return {
    ...usual(sayFact, sayCommand),
    ...seen(() => now),
    fact: sayFact,
    command: sayCommand,
    ask: (type, data) => {
      const answer = ask(now, question(type, data), policy);
      if (answer.kind === "answer") return answer.value;
      return answer.kind === "refused" ? answer.refusal.code : answer.kind;
    },
    under: (more) => {
      policy = { ...policy, ...more };
    },
    world: () => now,
  };
}
