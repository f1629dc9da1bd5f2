/** Licenses in few words: units, grants, what is used, who waits. */
import type { Policy } from "../../src/index.ts";
import { type Caller, type Play, play, type Told } from "../../src/testing/index.ts";

/** A unit: the Host's own by its id, a whole Space, a Member in a Space. */
export const own = (organization: string) => ({ kind: "host", organization }) as const;
export const whole = (space: string) => ({ kind: "space", space }) as const;
export const member = (space: string, organization: string) =>
  ({ kind: "member", space, organization }) as const;

/** Any unit. */
export type Unit = ReturnType<typeof own> | Linked;
type Linked = ReturnType<typeof whole> | ReturnType<typeof member>;

/** People of one organization as identities. */
export const people = (organization: string, ...persons: readonly string[]) =>
  persons.map((person) => ({ organization, person }));

export const buy = (p: Play, organization: string, purchased: number, revision?: number): Told =>
  p.fact("license.purchased", {
    organization,
    purchased,
    ...(revision === undefined ? {} : { revision }),
  });

export const link = (p: Play, unit: Linked, by: Caller = "A"): Told =>
  p.command(by, "license.link", { unit });

export const unlink = (p: Play, unit: Linked, by: Caller = "A"): Told =>
  p.command(by, "license.unlink", { unit });

type People = readonly { readonly organization: string; readonly person: string }[];

export const grant = (p: Play, unit: Unit, whom: People, by: Caller = "A"): Told =>
  p.command(by, "license.grant", { unit, people: whom });

export const revoke = (p: Play, unit: Unit, whom: People, by: Caller = "A"): Told =>
  p.command(by, "license.revoke", { unit, people: whom });

export const automate = (
  p: Play,
  unit: Linked,
  organization: string,
  departments: readonly string[],
  by: Caller = "A",
): Told => p.command(by, "license.automate", { unit, organization, departments });

/** What `license.usage` answers. */
export interface Usage {
  readonly purchased: number;
  readonly used: number;
  readonly remaining: number;
  readonly over: number;
  readonly percent: number | null;
  readonly high: boolean;
  readonly units: readonly { readonly unit: Unit; readonly used: number }[];
  readonly waiting: number;
  readonly links: { readonly used: number; readonly limit: number; readonly left: number };
}

/** What an organization's pool holds, as its main admin sees it. */
export function usage(p: Play, organization = "A"): Usage {
  const viewer = { organization, person: `${organization}-admin` };
  return p.ask("license.usage", { viewer }) as Usage;
}

interface Named {
  readonly organization: string;
  readonly person: string;
}

const names = (page: unknown): string[] =>
  (page as { readonly items: readonly Named[] }).items.map(
    ({ organization, person }) => `${organization}/${person}`,
  );

/** Who holds a grant in a unit, in order, as `organization/person`. */
export function holders(p: Play, unit: Unit, organization = "A"): string[] {
  const viewer = { organization, person: `${organization}-admin` };
  return names(p.ask("license.accounts", { viewer, unit, limit: 500 }));
}

/** Who waits for a license, in order, as `organization/person`. */
export function deferred(p: Play, organization = "A"): string[] {
  const viewer = { organization, person: `${organization}-admin` };
  return names(p.ask("license.waiting", { viewer, limit: 500 }));
}

/** The names of the identities in events of one type, as `organization/person`. */
export function named({ events }: Told, type: string): string[] {
  return events
    .filter((event) => event.type === type)
    .map(({ data }) => `${data["organization"]}/${data["person"]}`);
}

/**
 * A hosts s1; B and C are Members with all their people, B with departments `sales` above `export`, and
 * `law`: b1 and b2 in sales, b3 in export, b4 in law. A has a1 and a2. So many licenses are bought, and
 * the whole Space is linked unless other units are given.
 */
export function licensed(
  purchased: number,
  changes: Partial<Policy> = {},
  units: readonly Linked[] = [whole("s1")],
): Play {
  const p = play(changes);
  p.register(["A", "B", "C"]);
  p.createDepartments("B", [
    ["sales", null],
    ["export", "sales"],
    ["law", null],
  ]);
  for (const person of ["a1", "a2"]) p.hire("A", person);
  for (const person of ["b1", "b2"]) p.hire("B", person, ["sales"]);
  p.hire("B", "b3", ["export"]);
  p.hire("B", "b4", ["law"]);
  for (const person of ["c1", "c2"]) p.hire("C", person);
  p.createSpace("A", "s1");
  p.join("A", "s1", "B", { whole: true });
  p.join("A", "s1", "C", { whole: true });
  buy(p, "A", purchased);
  for (const unit of units) link(p, unit);
  return p;
}
