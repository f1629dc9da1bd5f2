/** The people of a Space whom a viewer sees: what organizations share of their directories. */
import type { Identity } from "../core/notice.ts";
import { refuse } from "../core/refusal.ts";
import { view } from "../core/rule.ts";
import { must } from "../core/transaction.ts";
import { isPresent } from "../roster/select/presence.ts";
import { associationOf, spaceOf } from "../spaces/select/spaces.ts";
import { visibleOrganization } from "../spaces/select/visible.ts";
import { expectedOf, insiderRefusal, lookingFrom, seesOrganization } from "./access.ts";
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
  return stretchOf(tx, space, seesOrganization(tx, space, looking), {
    start: startOfRoster(paging.after),
    count,
    expected: expectedOf(looking, own, spaceOf(tx, space).identities),
  });
}

function contactOf(tx: Reading, { organization, person }: Identity): Contact {
  const { fields, departments } = must(tx, "employment", organization, person);
  const mark = markOf(tx, { organization, person });
  return { organization, person, fields, departments, ...mark };
}

/** The people whom a rostered viewer sees, all of them or those with a text in their name. */
export const contactsSeen: QueryHandler<"space.contacts"> = (tx, data) => {
  const paging = pagingOf(data, 2, () => insiderRefusal(tx, data));
  if (isRefusal(paging)) return paging;
  const { search = "" } = data;
  const { limit } = paging;
  const look = search === "" ? limit : LOOK_MAX;
  const { identities, end } = peopleSeen(tx, data, paging, look);
  const { items, last } = portionOf(identities, { look, limit }, (looked) =>
    looked
      .map((identity) => contactOf(tx, identity))
      .filter(({ fields }) => fields.name.includes(search)),
  );
  return pageOf(items, last === null ? end : cursorAt(last));
};

/**
 * One person, if a rostered viewer sees them. Of an organization that is seen it is told that somebody is
 * not on the Roster; of any other not even whether they are.
 */
export const contactSeen: QueryHandler<"space.contact"> = (tx, data) => {
  const { space, organization, person } = data;
  const refusal = insiderRefusal(tx, data);
  if (refusal !== null) return refusal;
  const association = associationOf(tx, space, organization);
  const visible =
    association !== null &&
    visibleOrganization(lookingFrom(tx, data), { organization, order: association.order });
  if (!visible) return refuse("NOT_VISIBLE", { organization });
  if (!isShared(tx, data)) return refuse("NOT_IN_SPACE", { space });
  const { fields } = must(tx, "employment", organization, person);
  return { value: { fields, ...markOf(tx, data) } };
};
