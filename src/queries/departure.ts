/** Questions about what a departure brings about. */

import type { ListTie } from "../apps/model.ts";
import { listedAt } from "../apps/select/apps.ts";
import { isNamed } from "../apps/select/audience.ts";
import { entryOf } from "../core/hashed.ts";
import type { OrganizationId, PersonId, SpaceId } from "../core/ids.ts";
import type { Identity } from "../core/notice.ts";
import type { Policy } from "../core/policy.ts";
import { type Refusal, refuse } from "../core/refusal.ts";
import { guard } from "../core/rule.ts";
import { must, read } from "../core/transaction.ts";
import type { KeptKind } from "../directory/model.ts";
import { allTies } from "../directory/select/bound.ts";
import { allKept, distinctThings } from "../directory/select/kept.ts";
import { organizationOf } from "../directory/select/organizations.ts";
import { workplaceIn } from "../flows/select/ability.ts";
import { instanceOf, tasksHeldBy } from "../flows/select/flows.ts";
import { isOver, periodsWith } from "../flows/select/stand-ins.ts";
import { heirOf } from "../flows/select/succession.ts";
import type { GroupTie } from "../groups/model.ts";
import { officeHeir } from "../hierarchy/select/succession.ts";
import { accountsEverywhere } from "../licenses/select/holding.ts";
import type { RuledEntry } from "../roster/model.ts";
import { ruledPeople } from "../roster/select/keys.ts";
import { officesHeldBy } from "../roster/select/offices.ts";
import { isPresent, isWaiting, onLinkSince } from "../roster/select/presence.ts";
import type { AssociationRecord, Container, CounterpartTie, LinkRecord } from "../spaces/model.ts";
import { containerOf, isTrunk, partIn } from "../spaces/select/container.ts";
import { eitherAdminRefusal } from "./access.ts";
import type { QueryHandler, Reading } from "./handler.ts";
import type { Queries } from "./model.ts";

type Own = "departure.preview";
type Asked = Queries[Own]["input"];
type Answer = Queries[Own]["answer"];

/** PROTO-03: somebody works for the organization now. */
const personInService = guard(
  "PROTO-03",
  (tx: Reading, organization: OrganizationId, person: PersonId): Refusal | null =>
    read(tx, "employment", organization, person)?.inService === true
      ? null
      : refuse("UNKNOWN_PERSON", { organization, person }),
);

function previewRefusal(tx: Reading, { viewer, person }: Asked): Refusal | null {
  return eitherAdminRefusal(tx, viewer) ?? personInService(tx, viewer.organization, person);
}

/** The Spaces in which somebody may be present, waiting or ruled: those hosted, then those joined. */
function spacesOf(tx: Reading, organization: OrganizationId): SpaceId[] {
  const { hosted, joined } = organizationOf(tx, organization);
  return [...hosted, ...joined];
}

/** The apps whose lists or permissions name an identity; entries of former Associations count no more. */
function listsOf(tx: Reading, identity: Identity): Answer["lists"] {
  return allTies<ListTie>(tx, identity, "lists")
    .map(([, space, app]) => listedAt(tx, space, app))
    .filter((place) => isNamed(tx, place, identity));
}

/** What a rule of an organization's scope in a Space, or on a Link, says of somebody by name, if one does. */
function ruleOf(tx: Reading, of: Container, { organization, person }: Identity) {
  const { people } = partIn(tx, of, organization) as AssociationRecord | LinkRecord;
  return entryOf<RuledEntry>(tx, ruledPeople(of, organization), people, person)?.[1];
}

/** What an identity has in units: grants, places in line, and what is reserved. */
function accountsOf(tx: Reading, identity: Identity) {
  return accountsEverywhere(tx, identity).flatMap(({ unit: unitNumbered, accounts }) =>
    accounts.map(([number, , , state]) => {
      const { host, unit } = unitNumbered(number);
      return { host, unit, state };
    }),
  );
}

/**
 * RESIGN-05: what would be kept, to be given back if the departure is undone in time: with what an earlier one
 * took, and has not come back yet for somebody who still waits.
 */
function keptOf(
  tx: Reading,
  identity: Identity,
  { departureRetentionDays: days }: Policy,
  things: { readonly [Kind in KeptKind]: readonly unknown[] },
): Answer["kept"] {
  if (days === 0) return null;
  const before = distinctThings(allKept(tx, identity));
  const counts = Object.entries(things).map(([kind, { length }]) => {
    return [kind, length + before.filter(([each]) => each === kind).length] as const;
  });
  return { days, counts: Object.fromEntries(counts.filter(([, count]) => count > 0)) };
}

/** What would become of the tasks an identity holds: the choice that hand-over makes. */
function tasksOf(
  tx: Reading,
  identity: Identity,
  successor: Asked["successor"],
  policy: Policy,
): Answer["tasks"] {
  return tasksHeldBy(tx, identity).map(({ instance, task, space }) => {
    const where = workplaceIn(instanceOf(tx, instance), space, instance);
    const heir = heirOf(tx, where, identity, successor ?? null, policy);
    return heir === null
      ? { instance, task, to: null }
      : { instance, task, to: heir.to.person, because: heir.because };
  });
}

/** FLOW-14: the periods, over or not, in which the identity is stood in for, or stands in for others. */
function standInsOf(tx: Reading, identity: Identity): NonNullable<Answer["standIns"]> {
  return periodsWith(tx, identity).map(({ principal: { person }, period: { standIn, from } }) => ({
    ...{ person, standIn: standIn.person, from },
  }));
}

/** RESIGN-01, HAND-02: everything that the fact of a resignation would do to an identity. */
export const departurePreview: QueryHandler<Own> = (tx, data, policy) => {
  const refusal = previewRefusal(tx, data);
  if (refusal !== null) return refusal;
  const { viewer, person, successor } = data;
  const { organization } = viewer;
  const identity = { organization, person };
  const spaces = spacesOf(tx, organization);
  const { heads, roles } = must(tx, "employment", organization, person);
  const { admins, trunks = [] } = organizationOf(tx, organization);
  const rosters = spaces.filter((space) => isPresent(tx, space, organization, person));
  const waiting = spaces.filter((space) => isWaiting(tx, space, organization, person));
  const rules = spaces.map((space) => ({ space, rule: ruleOf(tx, { space }, identity) }));
  const links = trunks.map((trunk) => ({ trunk, rule: ruleOf(tx, { trunk }, identity) }));
  const groups = allTies<GroupTie>(tx, identity, "groups").map(([group]) => ({
    ...containerOf(must(tx, "group", group)),
    group,
  }));
  const accounts = accountsOf(tx, identity);
  const lists = listsOf(tx, identity);
  const tasks = tasksOf(tx, identity, successor, policy);
  const standIns = standInsOf(tx, identity);
  const counterparts = allTies<CounterpartTie>(tx, identity, "counterparts").map(
    ([, space, member]) => ({ space, member }),
  );
  const offices = officesHeldBy(tx, identity).map((office) => {
    const heir = officeHeir(tx, office, identity, successor ?? null);
    return { ...office, to: heir?.to.person ?? null };
  });
  return {
    value: {
      rosters,
      waiting,
      scopes: rules.flatMap(({ space, rule }) => (rule === undefined ? [] : [space])),
      links: trunks.filter((trunk) => onLinkSince(tx, { trunk }, organization, person) !== null),
      linkScopes: links.flatMap(({ trunk, rule }) => (rule === undefined ? [] : [trunk])),
      groups,
      licenses: accounts
        .filter(({ state }) => state === "held")
        .map(({ host, unit }) => ({ host, unit })),
      lists,
      heads: [...heads],
      roles: [...roles],
      admin: admins.some((admin) => admin.person === person),
      tasks,
      ...(offices.length > 0 ? { offices } : {}),
      ...(standIns.length > 0 ? { standIns } : {}),
      ...(counterparts.length > 0 ? { counterparts } : {}),
      kept: keptOf(tx, identity, policy, {
        place: [...rosters, ...waiting],
        selection: rules.filter(({ rule }) => rule === "in"),
        exclusion: rules.filter(({ rule }) => rule === "out"),
        "link-selection": links.filter(({ rule }) => rule === "in"),
        "link-exclusion": links.filter(({ rule }) => rule === "out"),
        list: lists.filter((each) => !isTrunk(each)),
        "link-list": lists.filter((each) => isTrunk(each)),
        group: groups,
        license: accounts,
        office: offices.filter(({ to }) => to === null),
        task: tasks.filter(({ to }) => to === null),
        counterpart: counterparts,
        "stand-in": periodsWith(tx, identity).filter(({ period }) => !isOver(period, tx.at)),
      }),
    },
  };
};
