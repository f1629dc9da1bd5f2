/** The people of a Space whom a viewer sees: what organizations share of their directories. */
import type { Identity } from "../core/notice.ts";
import { refuse } from "../core/refusal.ts";
import { view } from "../core/rule.ts";
import { must } from "../core/transaction.ts";
import { isPresent } from "../roster/select/presence.ts";
import { spaceOf } from "../spaces/select/spaces.ts";
import { seesIn, seesThere } from "../spaces/select/visible.ts";
import { expectedOf, insiderRefusal, lookingFrom } from "./access.ts";
import { fieldsShown, type Onlooker, onlooker } from "./fields.ts";
import type { QueryHandler, Reading } from "./handler.ts";
import { LOOK_MAX } from "./lists.ts";
import type { Queries } from "./model.ts";
import { isRefusal, type Paging, pageOf, pagingOf } from "./paging.ts";
import { cursorAt, portionOf, type Stretch, startOfRoster, stretchOf } from "./roster-order.ts";
import { markOf } from "./shown.ts";

type Contacts = Queries["space.contacts"];
type Contact = Contacts["answer"]["items"][number];

/** VIS-05: whether an identity is shared: a directory shows only who is on the Roster. */
const isShared = view(
  "VIS-05",
  (tx: Reading, { space, organization, person }: Queries["space.contact"]["input"]): boolean =>
    isPresent(tx, space, organization, person),
);

/** The people seen from where a page starts: as many as it takes, or as a search looks at. */
function peopleSeen(tx: Reading, data: Contacts["input"], paging: Paging, count: number): Stretch {
  const { space, viewer } = data;
  const looking = lookingFrom(tx, data);
  const own = must(tx, "association", space, viewer.organization).present;
  return stretchOf(tx, space, (each) => seesIn(tx, looking, each), {
    start: startOfRoster(paging.after),
    count,
    expected: expectedOf(looking, own, spaceOf(tx, space).identities),
  });
}

/** Somebody, as whoever sees them is shown. */
export function contactOf(
  tx: Reading,
  looking: Onlooker,
  { organization, person }: Identity,
): Contact {
  const { fields: all, departments } = must(tx, "employment", organization, person);
  const fields = fieldsShown(tx, looking, organization, all);
  const mark = markOf(tx, { organization, person });
  return { organization, person, fields, departments, ...mark };
}

/** The people whom a rostered viewer sees, all of them or those with a text in their name. */
export const contactsSeen: QueryHandler<"space.contacts"> = (tx, data, policy) => {
  const paging = pagingOf(data, 2, () => insiderRefusal(tx, data));
  if (isRefusal(paging)) return paging;
  const { viewer, space, search = "" } = data;
  const looking = onlooker(viewer, policy, { space });
  const look = search === "" ? paging.limit : LOOK_MAX;
  const { identities, end } = peopleSeen(tx, data, paging, look);
  // By name first: of whom is not found it need not be known what their organization says of fields.
  const isFound = ({ organization, person }: Identity): boolean =>
    must(tx, "employment", organization, person).fields.name.includes(search);
  const { items, last } = portionOf(identities, { look, limit: paging.limit }, (looked) =>
    looked.filter(isFound).map((identity) => contactOf(tx, looking, identity)),
  );
  return pageOf(items, last === null ? end : cursorAt(last));
};

/**
 * One person, if a rostered viewer sees them. Of an organization that is seen it is told that somebody is
 * not on the Roster; of any other not even whether they are.
 */
export const contactSeen: QueryHandler<"space.contact"> = (tx, data, policy) => {
  const { viewer, space, organization, person } = data;
  const refusal = insiderRefusal(tx, data);
  if (refusal !== null) return refusal;
  const looking = lookingFrom(tx, data);
  const isThere = isShared(tx, data);
  const absent = isThere ? {} : ({ absent: true } as const);
  if (!seesThere(tx, looking, { organization, person, ...absent }))
    return refuse("NOT_VISIBLE", { organization });
  if (!isThere) return refuse("NOT_IN_SPACE", { space });
  const { fields: all } = must(tx, "employment", organization, person);
  const fields = fieldsShown(tx, onlooker(viewer, policy, { space }), organization, all);
  return { value: { fields, ...markOf(tx, data) } };
};
