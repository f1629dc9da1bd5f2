/** What is different between two steps, so that the picture can show it. */
import type { Identity } from "interorg";
import type { Person, Picture } from "./reading.ts";

/** Marks of things in the picture; ids hold no white space, so marks are told apart. */
export const mark = {
  organization: (id: string): string => `o ${id}`,
  person: (organization: string, person: string): string => `p ${organization} ${person}`,
  space: (id: string): string => `s ${id}`,
  present: (space: string, { organization, person }: Identity): string =>
    `r ${space} ${organization} ${person}`,
  link: (space: string, organization: string): string => `l ${space} ${organization}`,
};

/** Marks of what is new or different, and what is no longer there. */
export interface Changes {
  readonly fresh: ReadonlySet<string>;
  readonly gonePeople: readonly Person[];
  /** Identities that were on a Roster or waiting, by Space. */
  readonly goneFrom: ReadonlyMap<string, readonly Identity[]>;
  /** Associations and applications that are no more, by Space. */
  readonly goneLinks: readonly { readonly space: string; readonly organization: string }[];
}

type Marked = ReadonlyMap<string, string>;

/** Everything in a picture by its mark, with a text that differs when it does. */
function marked({ organizations, spaces }: Picture): Map<string, string> {
  const found = new Map<string, string>();
  for (const { organization, record, departments, people } of organizations) {
    const { hosted, joined, ...own } = record;
    found.set(mark.organization(organization), JSON.stringify([own, departments]));
    for (const person of people) {
      const { employment, ...rest } = person;
      const { ordinal, at, revisions, ...told } = employment;
      found.set(mark.person(organization, person.person), JSON.stringify([told, rest]));
    }
  }
  for (const { space, record, roster, waiting, members, applications } of spaces) {
    found.set(mark.space(space), JSON.stringify([record.name, record.cap]));
    for (const identity of roster) found.set(mark.present(space, identity), "present");
    for (const identity of waiting) found.set(mark.present(space, identity), "waiting");
    for (const { organization, types, level, visibility, folder } of members) {
      found.set(mark.link(space, organization), JSON.stringify([types, level, visibility, folder]));
    }
    for (const { organization } of applications) {
      found.set(mark.link(space, organization), "pending");
    }
  }
  return found;
}

function goneOf(before: Picture, now: Marked): Omit<Changes, "fresh"> {
  const isGone = (each: string): boolean => !now.has(each);
  const gonePeople = before.organizations
    .flatMap(({ people }) => people)
    .filter(({ organization, person }) => isGone(mark.person(organization, person)));
  const goneFrom = new Map(
    before.spaces.map(({ space, roster, waiting }) => [
      space,
      [...roster, ...waiting].filter((each) => isGone(mark.present(space, each))),
    ]),
  );
  const goneLinks = before.spaces.flatMap(({ space, members, applications }) =>
    [...members, ...applications]
      .filter(({ organization }) => isGone(mark.link(space, organization)))
      .map(({ organization }) => ({ space, organization })),
  );
  return { gonePeople, goneFrom, goneLinks };
}

/** From one picture to the next; from none, nothing counts as a change. */
export function changesBetween(before: Picture | null, after: Picture): Changes {
  if (before === null) {
    return { fresh: new Set(), gonePeople: [], goneFrom: new Map(), goneLinks: [] };
  }
  const then = marked(before);
  const now = marked(after);
  const fresh = [...now].filter(([key, value]) => then.get(key) !== value).map(([key]) => key);
  return { fresh: new Set(fresh), ...goneOf(before, now) };
}
