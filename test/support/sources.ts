/** A directory that several sources feed, and what they say. */
import type { Queries } from "../../src/queries/model.ts";
import { type Play, play, type Told } from "../../src/testing/index.ts";
import { onlyPart } from "./lists.ts";

/** B with departments a and b, one below each; lists are held only if they name nobody. */
export function company(changes: Parameters<typeof play>[0] = {}): Play {
  const p = play({ reconciliationHoldPercent: null, ...changes });
  p.register(["B"]);
  p.createDepartments("B", [
    ["a", null],
    ["a1", "a"],
    ["b", null],
    ["b1", "b"],
  ]);
  return p;
}

const full = (source: string | null) => (source === null ? {} : { extent: { source } });

/** Whom a list names, and where they are; `null` leaves that out. */
type Where = Readonly<Record<string, readonly string[] | null>>;

/** A list of people of a source, or of the organization (`null`), with more of each line. */
export function people(
  p: Play,
  source: string | null,
  at: number,
  where: Where,
  more: object = {},
): Told {
  const lines = Object.entries(where).map(([person, departments]) => ({
    person,
    fields: { name: person },
    ...(departments === null ? {} : { departments }),
    ...more,
  }));
  const part = onlyPart("B", { kind: "people", people: lines });
  return p.fact("directory.reconciled", { ...part, ...full(source) }, { at });
}

/** A list of departments of a source: `below/child` for one below another. */
export function tree(p: Play, source: string | null, at: number, listed: string): Told {
  const departments = listed.split(" ").flatMap((text) => {
    const [department = "", parent = null] = text.split("/").reverse();
    return text === "" ? [] : [{ department, parent, name: department }];
  });
  const part = onlyPart("B", { kind: "departments", departments });
  return p.fact("directory.reconciled", { ...part, ...full(source) }, { at });
}

/** A fact of a source. */
export function said(p: Play, source: string, at: number, type: string, data: object): Told {
  const all = { organization: "B", source, ...data };
  return p.fact(type as never, all as never, { at });
}

/** A hire by a source. */
export const hired = (p: Play, source: string, at: number, person: string, departments = ["a"]) =>
  said(p, source, at, "person.hired", { person, departments, fields: { name: person } });

const source = { source: { organization: "B" } };

/** Who is in service, but for the admin, and where. */
export function placed(p: Play) {
  const { items } = p.ask("directory.people", source) as Queries["directory.people"]["answer"];
  const others = items.filter(({ person }) => (person as string) !== "B-admin");
  return Object.fromEntries(
    others.map(({ person, departments }) => [person, [...departments].sort()]),
  );
}

/** What the organization is told of one person, and of its sources. */
export const shown = (p: Play, person: string) =>
  p.ask("directory.person", { ...source, person }) as Queries["directory.person"]["answer"];
export const sources = (p: Play) => p.ask("directory.sources", source);
