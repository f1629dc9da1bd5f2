/** From all that a platform showed of a directory to the lines of one list. */
import type { DepartmentId, PersonId } from "../core/ids.ts";
import type { DirectoryChange, ListedDepartment } from "../directory/model.ts";
import { anyId } from "../schema/ids.ts";
import { time } from "../schema/numbers.ts";
import { open } from "../schema/open.ts";
import { lazily } from "../schema/shape.ts";
import type { Occasion } from "./facts.ts";
import { LISTED_DEPARTMENTS_MAX, type Lines, listInputs } from "./list.ts";
import { lineOf, managerOf, officesOf, type Profile, type Revised } from "./people.ts";
import type { Connected, Settings } from "./result.ts";
import { organizationOf } from "./settings.ts";
import { finish, note, readAs, type Work } from "./work.ts";

/** Two accounts of one person are one line: placed wherever either is, suspended only if both are. */
function merged(one: Profile, other: Profile): Profile {
  const both = <Id>(a: readonly Id[] = [], b: readonly Id[] = []): Id[] => [
    ...new Set([...a, ...b]),
  ];
  const { heads, roles, suspended, manager = other.manager, ...rest } = one;
  return {
    ...rest,
    departments: both(one.departments, other.departments),
    ...(heads === undefined && other.heads === undefined
      ? {}
      : { heads: both(heads, other.heads) }),
    ...(roles === undefined && other.roles === undefined
      ? {}
      : { roles: both(roles, other.roles) }),
    ...(suspended === undefined ? {} : { suspended: suspended && other.suspended !== false }),
    ...(manager === undefined ? {} : { manager }),
  };
}

/** What names nothing that is listed cannot be followed: it is left out, and said. */
function listedOnly(
  work: Work,
  profile: Profile,
  departments: ReadonlySet<DepartmentId>,
  people: ReadonlySet<PersonId>,
): Profile {
  const known = (ids: readonly DepartmentId[]): DepartmentId[] =>
    ids.filter((id) => {
      if (departments.has(id)) return true;
      work.left.push({ kind: "department", id, reason: "not-listed" });
      return false;
    });
  const { heads, manager, ...rest } = profile;
  const found = manager === undefined || manager === null || people.has(manager);
  if (!found) work.left.push({ kind: "manager", id: manager, reason: "not-listed" });
  return {
    ...rest,
    departments: known(profile.departments),
    ...(heads === undefined ? {} : { heads: known(heads) }),
    ...(manager === undefined || !found ? {} : { manager }),
  };
}

/**
 * The lines of a list. An account that was shown twice, having moved between two pages, is as the later
 * page shows it.
 */
function linesOf(
  work: Work,
  departments: readonly ListedDepartment[],
  accounts: ReadonlyMap<string, Profile>,
  revised: Revised,
): Lines {
  const people = new Map<PersonId, Profile>();
  for (const profile of accounts.values()) {
    const known = people.get(profile.person);
    people.set(profile.person, known === undefined ? profile : merged(known, profile));
  }
  const names = new Set(departments.map(({ department }) => department));
  const ids = new Set(people.keys());
  const profiles = [...people.values()].map((each) => listedOnly(work, each, names, ids));
  const offices: DirectoryChange[][] = profiles.map((profile) => officesOf(profile, revised));
  const managers: DirectoryChange[][] = profiles.map((profile) => managerOf(profile, revised));
  return { departments, people: profiles.map(lineOf), offices: [...offices, ...managers] };
}

/** One pull of a whole directory. */
export interface Pull {
  /** The platform's id of the organization. */
  readonly corp: string;
  /** When the pull began, in epoch milliseconds: what changed later is not in it. */
  readonly at: number;
}

const pullShape = lazily(() => open<Pull>({ corp: anyId, at: time }));

/** What all inputs of a pull have in common. */
export function startPull(
  work: Work,
  platform: string,
  pull: Pull,
  settings: Settings,
): Occasion | null {
  const read = readAs(work, pullShape(), pull, ["pull"]);
  const organization = read && organizationOf(work, settings, read.corp);
  if (read === null || organization === null) return null;
  return { platform, key: `list-${read.at}`, organization, at: read.at };
}

/**
 * Ends a pull: what was found becomes one list, once everything is there.
 *
 * @param revised for what no line says, where events have revisions: an older event that comes later is old
 */
export function finishPull<Kind extends string>(
  work: Work<Kind>,
  occasion: Occasion,
  departments: readonly ListedDepartment[],
  accounts: ReadonlyMap<string, Profile>,
  revised: Revised = {},
): Connected<Kind> {
  if (departments.length > LISTED_DEPARTMENTS_MAX) note(work, ["answers"], "too-many");
  return finish(work, () => listInputs(occasion, linesOf(work, departments, accounts, revised)));
}
