/** What an organization's admins ask about their own side of a Space: its scope, and who waits. */
import { allEntries } from "../core/hashed.ts";
import type { DepartmentId, OrganizationId, PersonId } from "../core/ids.ts";
import { view } from "../core/rule.ts";
import { must } from "../core/transaction.ts";
import type { RuledEntry, WaitingPage } from "../roster/model.ts";
import { ruledDepartments, ruledPeople, waitingFor } from "../roster/select/keys.ts";
import { placesOf } from "../roster/select/presence.ts";
import type { ScopeRule } from "../spaces/model.ts";
import { spaceOf } from "../spaces/select/spaces.ts";
import { type About, ownSideRefusal } from "./access.ts";
import type { Reading } from "./handler.ts";
import { partOf } from "./lists.ts";
import type { Queries } from "./model.ts";
import { type Answered, type Cursor, isRefusal, notACursor, pageOf, pagingOf } from "./paging.ts";

type Waiting = WaitingPage["entries"][number];

/** One's own scope in a Space: what is selected, and what is taken out. */
export function scopeOfOwn(
  tx: Reading,
  data: Queries["admin.scope"]["input"],
): Answered<Queries["admin.scope"]["answer"]> {
  const refusal = ownSideRefusal(tx, data);
  if (refusal !== null) return refusal;
  const { space, viewer } = data;
  const association = must(tx, "association", space, viewer.organization);
  const departments = ruledDepartments(space, viewer.organization);
  const people = ruledPeople(space, viewer.organization);
  const ofDepartments = allEntries<RuledEntry>(tx, departments, association.departments);
  const ofPeople = allEntries<RuledEntry>(tx, people, association.people);
  const ids = <Id extends string>(entries: readonly RuledEntry[], wanted: ScopeRule): Id[] =>
    entries.filter(([, rule]) => rule === wanted).map(([id]) => id as Id);
  return {
    value: {
      whole: association.whole,
      departments: ids<DepartmentId>(ofDepartments, "in"),
      people: ids<PersonId>(ofPeople, "in"),
      exclude: {
        departments: ids<DepartmentId>(ofDepartments, "out"),
        people: ids<PersonId>(ofPeople, "out"),
      },
    },
  };
}

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

/** The ticket at which a page starts. Whether somebody else's people wait is not to be probed. */
function startOfWaiting(tx: Reading, { space }: About, side: Side, after: Cursor | null) {
  if (after === null) return 0;
  if (after.kind === "place") return after.place;
  const [organization, person] = after.ids as [OrganizationId, PersonId];
  if (!managesSideOf(side, organization)) return notACursor();
  const place = placesOf(tx, space, person).find(([each]) => each === organization);
  return place === undefined ? notACursor() : place[1] + 1;
}

/** Who waits for a place, first come first: everybody, or one's own people. */
export function waitingOnSide(
  tx: Reading,
  data: Queries["admin.waiting"]["input"],
): Answered<Queries["admin.waiting"]["answer"]> {
  const paging = pagingOf(data, 2);
  if (isRefusal(paging)) return paging;
  const refusal = ownSideRefusal(tx, data);
  if (refusal !== null) return refusal;
  const { space, viewer } = data;
  const { host, waiting: index } = spaceOf(tx, space);
  const side = { organization: viewer.organization, isHost: host === viewer.organization };
  const from = startOfWaiting(tx, data, side, paging.after);
  if (typeof from !== "number") return from;
  const own = must(tx, "association", space, viewer.organization).waiting;
  const list = {
    where: waitingFor(space),
    index,
    ticketOf: ([ticket]: Waiting) => ticket,
    shows: ([, organization]: Waiting) => managesSideOf(side, organization),
    expected: side.isHost ? index.count : own,
  };
  const { entries, next } = partOf(tx, list, from, paging.limit, ([, organization, person]) => [
    organization,
    person,
  ]);
  const items = entries.map(([, organization, person]) => ({ organization, person }));
  return pageOf(items, next);
}
