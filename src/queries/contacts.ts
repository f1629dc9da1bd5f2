/** The people of a Space whom a viewer sees: what organizations share of their directories. */
import type { Identity } from "../core/notice.ts";
import { refuse } from "../core/refusal.ts";
import { view } from "../core/rule.ts";
import { must, together, want } from "../core/transaction.ts";
import { isPresent } from "../roster/select/presence.ts";
import type { RosterTx } from "../roster/select/scope.ts";
import { associationOf, spaceOf, wantNamed } from "../spaces/select/spaces.ts";
import { type Looking, visibleOrganization } from "../spaces/select/visible.ts";
import {
  type About,
  expectedOf,
  insiderRefusal,
  lookingFrom,
  seesOrganization,
  wantListed,
} from "./access.ts";
import type { Queries } from "./model.ts";
import { type Answered, isRefusal, type Paging, pageOf, pagingOf } from "./paging.ts";
import { type Stretch, startOfRoster, stretchOf } from "./roster-order.ts";

type Contacts = Queries["space.contacts"];
type Contact = Contacts["answer"]["items"][number];

/** People whose names one page of a search looks at. */
const LOOK_MAX = 500;

/** VIS-05: whether an identity is shared: a directory shows only who is on the Roster. */
const isShared = view(
  "VIS-05",
  (tx: RosterTx, { space, organization, person }: Queries["space.contact"]["input"]): boolean =>
    isPresent(tx, space, organization, person),
);

/** Asks early for what everybody needs who asks from within a Space. */
function wantInside(tx: RosterTx, { viewer, space }: About): void {
  wantNamed(
    tx,
    viewer,
    space,
    ["association", space, viewer.organization],
    ["applicant", space, viewer.organization],
  );
}

/** The people seen from where a page starts: as many as it takes, or as a search looks at. */
function peopleSeen(tx: RosterTx, data: Contacts["input"], paging: Paging, count: number): Stretch {
  const looking = lookingFrom(tx, data);
  return stretchOf(tx, data.space, seesOrganization(tx, data.space, looking), {
    start: startOfRoster(paging.after),
    count,
    expected: expectedPeople(tx, data, looking),
  });
}

function expectedPeople(tx: RosterTx, { space, viewer }: About, looking: Looking): number {
  const own = must(tx, "association", space, viewer.organization).present;
  return expectedOf(looking, own, spaceOf(tx, space).identities);
}

function contactOf(tx: RosterTx, { organization, person }: Identity): Contact {
  const { fields, departments } = must(tx, "employment", organization, person);
  return { organization, person, fields, departments };
}

/** The people whom a rostered viewer sees, all of them or those with a text in their name. */
export function contactsSeen(tx: RosterTx, data: Contacts["input"]): Answered<Contacts["answer"]> {
  const paging = pagingOf(data, 2);
  if (isRefusal(paging)) return paging;
  const { search = "" } = data;
  const { limit } = paging;
  const look = search === "" ? limit : LOOK_MAX;
  wantInside(tx, data);
  // Together: who asks in vain costs a little more, who is answered waits a round less.
  if (tx.ahead && associationOf(tx, data.space, data.viewer.organization) !== null) {
    together(
      tx,
      () => insiderRefusal(tx, data),
      () => wantListed(tx, data.space, lookingFrom(tx, data)),
      () => peopleSeen(tx, data, paging, look),
    );
  }
  const refusal = insiderRefusal(tx, data);
  if (refusal !== null) return refusal;
  const { identities, end } = peopleSeen(tx, data, paging, look);
  return contactsPage(tx, { looked: identities.slice(0, look), search, limit }, () =>
    identities.length > look ? lastOf(identities.slice(0, look)) : end,
  );
}

const lastOf = (identities: readonly Identity[]) => {
  const { person, organization } = identities.at(-1) as Identity;
  return { kind: "item" as const, ids: [person, organization] };
};

/** A page of those looked at whose name matches; `rest` says where looking goes on after them. */
function contactsPage(
  tx: RosterTx,
  wanted: { readonly looked: readonly Identity[]; readonly search: string; readonly limit: number },
  rest: () => Stretch["end"],
): Answered<Contacts["answer"]> {
  const { looked, search, limit } = wanted;
  want(
    tx,
    looked.map(({ organization, person }) => ["employment", organization, person]),
  );
  const found = looked
    .map((identity) => contactOf(tx, identity))
    .filter(({ fields }) => fields.name.includes(search));
  const items = found.slice(0, limit);
  return pageOf(items, found.length > limit ? lastOf(items) : rest());
}

/**
 * One person, if a rostered viewer sees them. Of an organization that is seen it is told that somebody is
 * not on the Roster; of any other not even whether they are.
 */
export function contactSeen(
  tx: RosterTx,
  data: Queries["space.contact"]["input"],
): Answered<Queries["space.contact"]["answer"]> {
  const { space, organization, person } = data;
  wantInside(tx, data);
  if (tx.ahead) {
    want(tx, [
      ["association", space, organization],
      ["employment", organization, person],
    ]);
  }
  const refusal = insiderRefusal(tx, data);
  if (refusal !== null) return refusal;
  const association = associationOf(tx, space, organization);
  const visible =
    association !== null &&
    visibleOrganization(lookingFrom(tx, data), { organization, order: association.order });
  if (!visible) return refuse("NOT_VISIBLE", { organization });
  if (!isShared(tx, data)) return refuse("NOT_IN_SPACE", { space });
  return { value: { fields: must(tx, "employment", organization, person).fields } };
}
