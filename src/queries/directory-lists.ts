/** Full lists in progress or held, who would leave by one, and facts that are held. */
import type { InputId, ListId, OrganizationId, PersonId } from "../core/ids.ts";
import { reconciliationPage } from "../core/page.ts";
import { must, read } from "../core/transaction.ts";
import type { ListRecord, PeopleEntry } from "../directory/model.ts";
import { idOf } from "../directory/select/aliases.ts";
import { peopleOf } from "../directory/select/keys.ts";
import {
  heldFacts,
  isNamedBefore,
  isPersonIn,
  isProtected,
  pageOf as pageOfList,
  peopleListed,
} from "../directory/select/lists.ts";
import { directoryRefusal, organizationAsked } from "./access.ts";
import { listed } from "./directory-person.ts";
import type { QueryHandler, Reading } from "./handler.ts";
import type { ListShown, RemovalShown } from "./model.ts";
import { DIRECTORY_LIMIT_MAX, isRefusal, type Paging, pageOf, pagingOf } from "./paging.ts";
import { SPOT_IDS, walk } from "./walking.ts";

const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

function listShown(tx: Reading, organization: OrganizationId, list: ListId): ListShown {
  const record = must(tx, "list", organization, list);
  const { extent, state, at, of, named, pages, departments, counted } = record;
  const sum = (field: 3 | 4): number => pages.reduce((all, page) => all + page[field], 0);
  const whole = new Set(pages.filter(([, pieces, come]) => come === pieces).map(([page]) => page));
  return {
    list,
    ...(extent === undefined ? {} : { extent }),
    state,
    at,
    of,
    named,
    known: { people: sum(3), departments: counted?.known ?? 0 },
    missing: { people: sum(4), departments: counted?.missing ?? 0 },
    lacks: {
      departments: upTo(of.departments).filter((page) => !departments.includes(page)),
      people: upTo(of.people).filter((page) => !whole.has(page)),
    },
  };
}

function removalShown(tx: Reading, organization: OrganizationId, fact: InputId): RemovalShown {
  const { departments } = must(tx, "removal", organization, fact);
  const held = departments.map((department) => ({
    department,
    held: must(tx, "department", organization, department).held,
  }));
  return {
    fact,
    at: held[0]?.held?.at ?? 0,
    departments: held.map(({ department, held: { parent } = {} }) =>
      parent === undefined ? { department } : { department, parent },
    ),
  };
}

/** Whether somebody is missing from the parts of a list, and would leave by it. */
function isMissingFrom(
  tx: Reading,
  organization: OrganizationId,
  list: ListId,
  record: ListRecord,
) {
  const named = new Map<number, ReadonlySet<PersonId>>();
  const of = { organization, ...(record.extent === undefined ? {} : { extent: record.extent }) };
  const isOf = (person: PersonId): boolean =>
    isPersonIn(tx, of, must(tx, "employment", organization, person));
  return ([person, , ordinal]: PeopleEntry): boolean => {
    const id = idOf(tx, organization, "people", person);
    const page = pageOfList(record, reconciliationPage(id, record.of.people));
    if (page === undefined) return false;
    const [number, pieces, come, , , left, hires] = page;
    if (come < pieces || left === 0 || ordinal >= hires) return false;
    const known = named.get(number) ?? peopleListed(tx, { organization, list }, page);
    named.set(number, known);
    if (known.has(person) || !isOf(person)) return false;
    if (isNamedBefore(tx, { organization, list, page: number, pages: record.of.people }, person))
      return false;
    return !isProtected(tx, organization, person, record.at);
  };
}

/** Those who would leave by a list, a page of them. */
function leaversBy(tx: Reading, organization: OrganizationId, list: ListId, paging: Paging) {
  const record = read(tx, "list", organization, list);
  if (record === null || record.of.people === 0) return { entries: [], next: null };
  const { people } = must(tx, "directory", organization);
  const set = { name: organization, where: peopleOf(organization), buckets: people.buckets };
  const expected = record.pages.reduce((all, page) => all + page[5], 0);
  const shows = isMissingFrom(tx, organization, list, record);
  return walk<PeopleEntry>(tx, [set], paging, expected, shows);
}

/** What waits for parts, or for an admin's word, in one's own directory (DIR-20, DIR-07, DIR-09). */
export const listsWaiting: QueryHandler<"directory.lists"> = (tx, data) => {
  const paging = pagingOf(data, SPOT_IDS, () => directoryRefusal(tx, data), DIRECTORY_LIMIT_MAX);
  if (isRefusal(paging)) return paging;
  const organization = organizationAsked(data);
  const { lists = [] } = must(tx, "directory", organization);
  const asked = data.list === undefined ? lists : lists.filter((each) => each === data.list);
  const part =
    data.list === undefined
      ? { entries: [], next: null }
      : leaversBy(tx, organization, data.list, paging);
  if (isRefusal(part)) return part;
  const held = data.list === undefined ? heldFacts(tx, organization) : [];
  const removals = held.map((fact) => removalShown(tx, organization, fact));
  const inOrder = [...part.entries].sort((left, right) => left[2] - right[2]);
  const page = pageOf(
    inOrder.map(([person]) => listed(person, must(tx, "employment", organization, person))),
    part.next,
  );
  if (isRefusal(page)) return page;
  return {
    value: {
      ...page.value,
      lists: asked.map((list) => listShown(tx, organization, list)),
      ...(removals.length === 0 ? {} : { removals }),
    },
  };
};
