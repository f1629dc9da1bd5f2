/** Describes the industry books of a World, and which apps are open to their own members. */
import type { AppId, OrganizationId, PersonId } from "../core/ids.ts";
import { kept, type Shelves } from "./index-by-owner.ts";
import { sorted, sortedBy } from "./reference/canonical.ts";
import type { BookFacts, IndustryBookFacts } from "./reference/industry-facts.ts";

function membersOf(shelves: Shelves, organization: OrganizationId): BookFacts["members"] {
  const all = shelves.rows("industry-member", organization).filter(([, { inBook }]) => inBook);
  const isThere = ([person, number]: readonly [PersonId, number]): boolean =>
    all.some(([own, record]) => own === person && record.number === number);
  const members = all.map(([own, { number, given, nodes, guardians }]) => ({
    person: own as PersonId,
    number: given ?? number,
    nodes: sorted(nodes),
    guardians: sorted(guardians.filter(isThere).map(([person]) => person)),
  }));
  return sortedBy(members, ({ person }) => [person]);
}

function staffOf(shelves: Shelves, organization: OrganizationId): BookFacts["staff"] {
  const people = shelves.rows("people", organization).flatMap(([, bucket]) => kept(bucket));
  const staff = people.flatMap(([person, [number]]) => {
    const led = shelves.one("industry-staff", organization, person);
    if (led === undefined || led.number !== number || led.nodes.length === 0) return [];
    return [{ person, nodes: sorted(led.nodes) }];
  });
  return sortedBy(staff, ({ person }) => [person]);
}

/** The industry books of a World; nothing as long as there is none. */
export function industryIn(shelves: Shelves): { readonly industry?: IndustryBookFacts } {
  const live = (sorted(shelves.owners("organization")) as OrganizationId[]).filter(
    (id) => shelves.one("organization", id)?.ended === false,
  );
  const books = live
    .map((organization) => ({
      organization,
      members: membersOf(shelves, organization),
      staff: staffOf(shelves, organization),
    }))
    .filter(({ members, staff }) => members.length + staff.length > 0);
  const open = shelves.owners("app").flatMap((id) => {
    const { owner, industry } = shelves.one("app", id) ?? {};
    return industry === true && owner?.kind === "organization" && live.includes(owner.organization)
      ? [[owner.organization, id as AppId] as const]
      : [];
  });
  if (books.length + open.length === 0) return {};
  return { industry: { books, open: sortedBy(open, (each) => [...each]) } };
}
