/** The ids that a script uses: few, so that inputs meet, and some of them spelled with malice. */
import type { DepartmentId, OrganizationId, PersonId, RoleId, SourceId } from "../../core/ids.ts";
import type { Random } from "./random.ts";

/** Legal ids that break careless code: inherited names, numbers, separators, look-alikes, length. */
export const HOSTILE_IDS: readonly string[] = [
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "valueOf",
  "prototype",
  "length",
  "then",
  "0",
  "10",
  "9",
  "01",
  "-1",
  "1e3",
  "null",
  "undefined",
  "NaN",
  "a/b",
  "a%2Fb",
  "a:b",
  "%",
  "..",
  "A",
  "\u0410",
  "\uFF21",
  "a",
  "\u00e9",
  "e\u0301",
  "\u{1F600}",
  "x".repeat(128),
  `${"x".repeat(127)}y`,
];

/** The ids that a script's inputs draw from; spaces, applications and the like get fresh ones. */
export interface Names {
  readonly organizations: readonly OrganizationId[];
  readonly people: readonly PersonId[];
  readonly departments: readonly DepartmentId[];
  readonly roles: readonly RoleId[];
  /** Departments that full lists hang below each other, where depth is to be tried. */
  readonly chain: readonly DepartmentId[];
  /** People that full lists bring in great number, where size is to be tried. */
  readonly crowd: readonly PersonId[];
  /** Sources of directories, where several are to be tried; the first ones say most. */
  readonly sources: readonly SourceId[];
  /** Whether no two organizations have people of the same ids. */
  readonly apart: boolean;
}

/** What a script is to try besides the ordinary. */
export type Flavor = "plain" | "deep" | "crowded";

function spelled(random: Random, prefix: string, count: number, hostile: boolean): string[] {
  const ids = new Set<string>();
  for (let i = 1; ids.size < count; i += 1) {
    const odd = hostile && random.chance(35) ? random.pick(HOSTILE_IDS) : undefined;
    ids.add(odd ?? `${prefix}${i}`);
  }
  return [...ids];
}

/** Makes the ids of a script. */
export function namesOf(random: Random, flavor: Flavor): Names {
  const hostile = random.chance(30);
  const long = flavor === "deep" ? 70 : 0;
  const wide = flavor === "crowded" ? 130 : 0;
  return {
    organizations: spelled(random, "org", 5, hostile) as OrganizationId[],
    people: spelled(random, "pn", 8, hostile) as PersonId[],
    departments: spelled(random, "dept", 7, hostile) as DepartmentId[],
    roles: spelled(random, "role", 3, hostile) as RoleId[],
    chain: spelled(random, "level", long, false) as DepartmentId[],
    crowd: spelled(random, "many", wide, false) as PersonId[],
    sources: spelled(random, "source", random.chance(30) ? 3 : 0, hostile) as SourceId[],
    apart: flavor === "plain" && !hostile && random.chance(50),
  };
}

/** The ids of people that an organization draws from. */
export function peopleFor(names: Names, organization: OrganizationId): readonly PersonId[] {
  const place = names.organizations.indexOf(organization);
  return names.apart ? names.people.map((id) => `${id}.${place}` as PersonId) : names.people;
}
