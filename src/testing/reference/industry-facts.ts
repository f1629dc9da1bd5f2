/** Describes what is visible of industry books (INDUSTRY-01, INDUSTRY-02). */
import type { AppId, OrganizationId, PersonId } from "../../core/ids.ts";
import { sorted, sortedBy } from "./canonical.ts";
import { membersIn } from "./industry.ts";
import { isLive } from "./lists.ts";
import { serving } from "./people.ts";
import type { State } from "./state.ts";
import type { IndustryMember } from "./state-industry.ts";

/** The book of an organization, with the employees who lead its nodes; everything sorted. */
export interface BookFacts {
  readonly organization: OrganizationId;
  readonly members: readonly {
    readonly person: PersonId;
    readonly number: number;
    readonly nodes: readonly string[];
    /** Those who are in the book. */
    readonly guardians: readonly PersonId[];
  }[];
  readonly staff: readonly { readonly person: PersonId; readonly nodes: readonly string[] }[];
}

/** What is visible of industry books; an empty one is absent. */
export interface IndustryBookFacts {
  readonly books: readonly BookFacts[];
  /** Which organizations have opened which of their own apps to their own members. */
  readonly open: readonly (readonly [OrganizationId, AppId])[];
}

function guardiansNow(members: readonly IndustryMember[], { guardians }: IndustryMember) {
  return guardians.filter((each) =>
    members.some(({ person, number }) => person === each.person && number === each.number),
  );
}

function bookFacts(state: State, organization: OrganizationId): BookFacts {
  const members = membersIn(state, organization);
  const staff = serving(state, organization).filter(({ staffOf }) => staffOf.length > 0);
  return {
    organization,
    members: sortedBy(members, ({ person }) => [person]).map((each) => ({
      person: each.person,
      number: each.given,
      nodes: sorted(each.nodes),
      guardians: sorted(guardiansNow(members, each).map(({ person }) => person)),
    })),
    staff: sortedBy(staff, ({ person }) => [person]).map(({ person, staffOf }) => ({
      person,
      nodes: sorted(staffOf),
    })),
  };
}

/** Describes the industry books; without any there is nothing to describe. */
export function describeIndustry(state: State): { readonly industry?: IndustryBookFacts } {
  const books = state.organizations
    .filter(({ id }) => isLive(state, id))
    .map(({ id }) => bookFacts(state, id))
    .filter(({ members, staff }) => members.length + staff.length > 0);
  const open = state.openApps
    .filter(({ organization }) => isLive(state, organization))
    .map(({ organization, app }) => [organization, app] as const);
  if (books.length + open.length === 0) return {};
  return {
    industry: {
      books: sortedBy(books, ({ organization }) => [organization]),
      open: sortedBy(open, (each) => [...each]),
    },
  };
}
