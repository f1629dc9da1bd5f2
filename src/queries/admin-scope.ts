/** What an organization's admins ask about their own side of a Space: its scope, and who waits. */
import { allEntries } from "../core/hashed.ts";
import type { DepartmentId, OrganizationId, PersonId } from "../core/ids.ts";
import { view } from "../core/rule.ts";
import { must } from "../core/transaction.ts";
import { inertAmong } from "../directory/select/inert.ts";
import type { RuledEntry } from "../roster/model.ts";
import { ruledDepartments, ruledPeople, waitingFor } from "../roster/select/keys.ts";
import { placesOf } from "../roster/select/presence.ts";
import type { ScopeRule } from "../spaces/model.ts";
import { spaceOf } from "../spaces/select/spaces.ts";
import { ownSideRefusal } from "./access.ts";
import type { QueryHandler } from "./handler.ts";
import { type Lists, partAfter, type Seen } from "./lists.ts";
import { isRefusal, pageOf, pagingOf } from "./paging.ts";

/** One's own scope in a Space: what is selected, and what is taken out. */
export const scopeOfOwn: QueryHandler<"admin.scope"> = (tx, data, policy) => {
  const refusal = ownSideRefusal(tx, data);
  if (refusal !== null) return refusal;
  const { space, viewer } = data;
  const association = must(tx, "association", space, viewer.organization);
  const departments = ruledDepartments({ space }, viewer.organization);
  const people = ruledPeople({ space }, viewer.organization);
  const ofDepartments = allEntries<RuledEntry>(tx, departments, association.departments);
  const ofPeople = allEntries<RuledEntry>(tx, people, association.people);
  const ids = <Id extends string>(entries: readonly RuledEntry[], wanted: ScopeRule): Id[] =>
    entries.filter(([, rule]) => rule === wanted).map(([id]) => id as Id);
  const selected = ids<DepartmentId>(ofDepartments, "in");
  const excluded = ids<DepartmentId>(ofDepartments, "out");
  const inertIn = (named: readonly DepartmentId[]) =>
    association.inert === true ? inertAmong(tx, policy, viewer.organization, named) : [];
  const inert = inertIn(selected);
  const gone = inertIn(excluded).map(({ department }) => department);
  const isInert = new Set(inert.map(({ department }) => department));
  return {
    value: {
      whole: association.whole,
      departments: selected.filter((each) => !isInert.has(each)),
      people: ids<PersonId>(ofPeople, "in"),
      exclude: {
        departments: excluded.filter((each) => !gone.includes(each)),
        people: ids<PersonId>(ofPeople, "out"),
      },
      inert: { departments: inert, exclude: { departments: gone } },
    },
  };
};

/** Whose side of a Space an admin manages: all of it, or one organization's people. */
interface Side {
  readonly organization: OrganizationId;
  readonly isHost: boolean;
}

/** ENTRY-05, ADMIN-04: the Host's admins see the whole list, a Member's admins their own people. */
const managesSideOf = view(
  ["ENTRY-05", "ADMIN-04"],
  ({ organization, isHost }: Side, whose: OrganizationId): boolean =>
    isHost || whose === organization,
);

/**
 * Who waits for a place, first come first: everybody, or one's own people. Whether somebody else's wait is
 * not to be probed by a cursor.
 */
export const waitingOnSide: QueryHandler<"admin.waiting"> = (tx, data) => {
  const paging = pagingOf(data, 2, () => ownSideRefusal(tx, data));
  if (isRefusal(paging)) return paging;
  const { space, viewer } = data;
  const { host, waiting: index } = spaceOf(tx, space);
  const side = { organization: viewer.organization, isHost: host === viewer.organization };
  const own = must(tx, "association", space, viewer.organization).waiting;
  const list: Seen<"waiting"> = {
    where: waitingFor(space),
    index,
    shows: ([, organization]) => managesSideOf(side, organization),
    expected: side.isHost ? index.count : own,
  };
  const idsOf = ([, organization, person]: Lists["waiting"]) => [organization, person];
  const part = partAfter(tx, list, paging, idsOf, (ids) => {
    const [organization, person] = ids as [OrganizationId, PersonId];
    if (!managesSideOf(side, organization)) return undefined;
    return placesOf(tx, space, person).find(([each]) => each === organization)?.[1];
  });
  if (isRefusal(part)) return part;
  return pageOf(
    part.entries.map(([, organization, person]) => ({ organization, person })),
    part.next,
  );
};
