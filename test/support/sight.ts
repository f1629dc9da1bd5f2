/** A Space of the Host H with the Members B, C and D, each with somebody in a department; who sees whom there. */

import type { Policy } from "../../src/index.ts";
import { type Caller, type Play, play, type Told } from "../../src/testing/index.ts";

const SPACE = { space: "s" } as const;
export const who = (organization: string, person = `${organization}-admin`) => ({
  organization,
  person,
});
export const department = (organization: string, id: string) => ({ organization, department: id });

/** Each organization has `top`, `mid` below it and `low` below that, with a person `x-top` and so on in each, and `x-none`. */
export function settled(changes: Partial<Policy> = {}): Play {
  const p = play(changes);
  p.register(["H", "B", "C", "D"]);
  p.createSpace("H", "s", { whole: true });
  for (const organization of ["H", "B", "C", "D"]) {
    p.createDepartments(organization, [
      ["top", null],
      ["mid", "top"],
      ["low", "mid"],
      ["side", null],
    ]);
    for (const each of ["top", "mid", "low", "side"]) {
      p.hire(organization, `${organization}-${each}`, [each]);
    }
  }
  for (const organization of ["B", "C", "D"]) p.join("H", "s", organization, { whole: true });
  return p;
}

export const show = (p: Play, organization: string, visibility: object, by: Caller = "H"): Told =>
  p.command(by, "visibility.set", { ...SPACE, organization, visibility } as never);

export const hide = (p: Play, organization: string, more: object = {}, by: Caller = "H"): Told =>
  p.command(by, "visibility.hide", { ...SPACE, organization, hidden: true, ...more } as never);

export const classify = (p: Play, organization: string, ...types: string[]): Told =>
  p.command("H", "partner.set", { ...SPACE, organization, types, level: null });

type Items = { readonly items: readonly { organization: string; person?: string }[] };

/** The people whom somebody finds, but for the own organization's, as the list and as each alone. */
export function found(p: Play, viewer: { organization: string; person: string }): string[] {
  const by = { viewer, ...SPACE };
  const { items } = p.ask("space.contacts", { ...by, limit: 500 }) as Items;
  const all = items
    .filter(({ organization }) => organization !== viewer.organization)
    .map(({ person }) => String(person));
  for (const organization of ["H", "B", "C", "D"].filter((each) => each !== viewer.organization)) {
    for (const each of ["top", "mid", "low", "side", "admin"]) {
      const person = `${organization}-${each}`;
      const one = p.ask("space.contact", { ...by, organization, person });
      if ((typeof one !== "string") !== all.includes(person)) {
        throw new Error(`the list and the question about ${person} differ`);
      }
    }
  }
  return all.sort();
}

/** The other organizations that somebody is shown. */
export function around(p: Play, viewer: { organization: string; person: string }): string[] {
  const { items } = p.ask("space.organizations", { viewer, ...SPACE }) as Items;
  return items.map((each) => each.organization).filter((each) => each !== viewer.organization);
}

/** What the Host's admin is told of a Member. */
export function told(p: Play, member: string): Record<string, unknown> {
  const { items } = p.ask("admin.members", { viewer: who("H"), ...SPACE }) as Items;
  return items.find(({ organization }) => organization === member) as never;
}

/** All of an organization, as {@link found} names them. */
export const everybody = (organization: string): string[] =>
  ["admin", "low", "mid", "side", "top"].map((each) => `${organization}-${each}`);
