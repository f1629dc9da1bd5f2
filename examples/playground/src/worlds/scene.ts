/** Worlds written down in few words: organizations first, then what people ask for and report. */
import { definePolicy, type Input, type Policy } from "interorg";
import { parseInput } from "interorg/schema";
import type { Session } from "../session.ts";
import type { Pair } from "../words/pair.ts";

/** A World to start from. */
export interface Plan {
  readonly id: string;
  readonly title: Pair;
  /** What to look at. */
  readonly about: Pair;
  readonly policy: Partial<Policy>;
  readonly tell: (scene: Scene) => void;
  /** The step shown first, counted from the end of the setup; absent: the last. */
  readonly opensAt?: number;
}

/** An organization that is there from the beginning. */
export interface Cast {
  readonly name: string;
  readonly edition?: "free" | "light" | "professional" | "exclusive";
  readonly certified?: boolean;
  readonly sso?: boolean;
  readonly departments?: { readonly [id: string]: readonly [name: string, parent?: string] };
  readonly people: { readonly [id: string]: readonly [name: string, ...departments: string[]] };
  readonly admins: { readonly [id: string]: "main" | "sub" };
}

/** One in the morning in London, nine in Hangzhou. */
const MORNING = Date.UTC(2026, 2, 2, 1, 0);
const MINUTE = 60_000;

export class Scene {
  readonly inputs: Input[] = [];
  setup = 0;

  #add(sender: object, type: Input["type"], data: object): void {
    const count = this.inputs.length + 1;
    const at = MORNING + count * MINUTE;
    const parsed = parseInput({ id: `input-${count}`, at, ...sender, type, data });
    if (!parsed.ok) throw new Error(`${type}: ${JSON.stringify(parsed.problems)}`);
    this.inputs.push(parsed.value);
  }

  /** A command of somebody in the name of an organization, `acme/ann` for instance. */
  by(who: string, type: Input["type"], data: object): void {
    const [organization, person] = who.split("/");
    this.#add({ by: { organization, person } }, type, data);
  }

  support(type: Input["type"], data: object): void {
    this.#add({ by: { support: "support-1" } }, type, data);
  }

  /** A fact about an organization, from itself. */
  fact(organization: string, type: Input["type"], data: object): void {
    this.#add({ from: { organization } }, type, { organization, ...data });
  }

  platform(type: Input["type"], data: object): void {
    this.#add({ from: { platform: true } }, type, data);
  }

  hire(organization: string, person: string, name: string, ...departments: string[]): void {
    this.fact(organization, "person.hired", { person, number: 1, departments, fields: { name } });
  }

  organization(organization: string, cast: Cast): void {
    const { name, edition = "exclusive", certified = true, sso = false } = cast;
    this.platform("organization.registered", { organization, name, certified, edition, sso });
    for (const [department, [called, parent = null]] of Object.entries(cast.departments ?? {})) {
      this.fact(organization, "department.created", { department, parent, name: called });
    }
    for (const [person, [called, ...places]] of Object.entries(cast.people)) {
      this.hire(organization, person, called, ...places);
    }
    for (const [person, role] of Object.entries(cast.admins)) {
      const data = { person, number: 1, role, spacePermission: true };
      this.fact(organization, "admin.changed", data);
    }
  }

  /** Up to here the scene was set. */
  begin(): void {
    this.setup = this.inputs.length;
  }

  /** An invitation, an application with it, and its approval. */
  join(space: string, host: string, member: string, scope: object): void {
    const [organization] = member.split("/");
    const application = `${organization}-to-${space}`;
    this.by(member, "application.submit", { application, invitation: `to-${space}`, scope });
    this.by(host, "application.approve", { space, organization, application });
  }

  host(space: string, host: string, name: string, scope: object): void {
    this.by(host, "space.create", { space, name, scope });
    this.by(host, "invitation.issue", { space, invitation: `to-${space}`, form: "link" });
  }
}

/** The session that a World begins with. */
export function sessionOf({ id, policy, tell }: Plan): Session {
  const scene = new Scene();
  tell(scene);
  const defined = definePolicy(policy);
  if (!defined.ok) throw new Error(`${id}: ${JSON.stringify(defined.problems)}`);
  return { world: id, policy: defined.policy, inputs: scene.inputs, setup: scene.setup };
}
