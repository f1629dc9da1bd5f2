/** Questions about what a departure brings about. */
import type { ListTie } from "../apps/model.ts";
import { isNamed } from "../apps/select/audience.ts";
import { entryKeys, entryOf } from "../core/hashed.ts";
import type { OrganizationId, PersonId, SpaceId } from "../core/ids.ts";
import type { Key } from "../core/keys.ts";
import type { Identity } from "../core/notice.ts";
import { type Refusal, refuse } from "../core/refusal.ts";
import { each, must, read, together, want } from "../core/transaction.ts";
import { actorIsAuthorizedAdmin } from "../directory/select/authority.ts";
import { allTies, boundKey, tieKeys } from "../directory/select/bound.ts";
import { organizationKnown, organizationOf } from "../directory/select/organizations.ts";
import type { FlowsRecords } from "../flows/model.ts";
import { type FlowsTx, instanceOf, tasksHeldBy } from "../flows/select/flows.ts";
import { heirOf } from "../flows/select/successors.ts";
import type { GroupTie } from "../groups/model.ts";
import { accountsOfPerson } from "../licenses/select/holding.ts";
import { accountsOf } from "../licenses/select/places.ts";
import { poolOf, unitOf } from "../licenses/select/pool.ts";
import { queuedFor, rosterOf, ruledPeople } from "../roster/select/places.ts";
import { isPresent, isWaiting } from "../roster/select/presence.ts";
import type { QueryHandler } from "./handler.ts";
import type { Queries } from "./model.ts";

type Own = "departure.preview";
type Asked = Queries[Own]["input"];
type Answer = Queries[Own]["answer"];

function previewRefusal(tx: FlowsTx, { viewer, person }: Asked): Refusal | null {
  const { organization } = viewer;
  if (tx.ahead) {
    want(tx, [
      ["organization", organization, ""],
      ["employment", organization, person],
      boundKey(organization, person),
    ]);
  }
  const refusal =
    organizationKnown(tx, organization) ?? actorIsAuthorizedAdmin(tx, viewer, organization);
  if (refusal !== null) return refusal;
  return read(tx, "employment", organization, person)?.inService === true
    ? null
    : refuse("UNKNOWN_PERSON", { organization, person });
}

/** The Spaces in which somebody may be present, waiting or ruled: those hosted, then those joined. */
function spacesOf(tx: FlowsTx, organization: OrganizationId): SpaceId[] {
  const { hosted, joined } = organizationOf(tx, organization);
  return [...hosted, ...joined];
}

type Keys = Key<keyof FlowsRecords & string>[];

/** Asks in few rounds for everything that an identity has to do with. */
function wantEverything(tx: FlowsTx, identity: Identity, successor: Asked["successor"]): void {
  if (!tx.ahead) return;
  const { organization, person } = identity;
  const spaces = spacesOf(tx, organization);
  const registered = must(tx, "employment", organization, person).successor?.person;
  const heirs = [successor, registered].flatMap((heir) => heir ?? []);
  const bound = read(tx, ...boundKey(organization, person));
  want(tx, [
    ["pool", organization, ""],
    ...spaces.map((space) => ["space", space, ""] as const),
    ...spaces.map((space) => ["association", space, organization] as const),
    ...heirs.map((heir) => ["employment", organization, heir] as const),
    ...(bound === null ? [] : TIES.flatMap((kind) => tieKeys(bound, identity, kind))),
  ]);
  const hosts = hostsOf(tx, organization);
  want(tx, [
    ...hosts.map((host) => ["pool", host, ""] as const),
    ...spaces.flatMap((space) => presenceKeys(tx, space, identity, heirs)),
    ...tieRecords(tx, identity),
  ]);
  together(
    tx,
    () =>
      want(
        tx,
        hosts.flatMap((host) => entryKeys(accountsOf(host), poolOf(tx, host).accounts, [person])),
      ),
    () => listsOf(tx, identity),
    () => tasksOf(tx, identity, successor),
  );
}

const TIES = ["groups", "lists", "tasks"] as const;

/** Where an identity, and whoever may succeed it, stands in a Space. */
function presenceKeys(
  tx: FlowsTx,
  space: SpaceId,
  { organization, person }: Identity,
  heirs: readonly PersonId[],
): Keys {
  const { roster, queued } = must(tx, "space", space);
  const { people } = must(tx, "association", space, organization);
  return [
    ...entryKeys(rosterOf(space), roster, [person, ...heirs]),
    ...entryKeys(queuedFor(space), queued, [person]),
    ...entryKeys(ruledPeople(space, organization), people, [person]),
  ];
}

/** What an identity's ties lead to. */
function tieRecords(tx: FlowsTx, identity: Identity): Keys {
  const lists = allTies<ListTie>(tx, identity, "lists").flatMap(
    ([, space, app]): Keys => [
      ["association", space, identity.organization],
      ["publication", space, app],
      ["permission", space, app],
    ],
  );
  const tasks = tasksHeldBy(tx, identity);
  return [...lists, ...tasks.map(({ instance }) => ["instance", instance, ""] as const)];
}

/** The apps whose lists or permissions name an identity; entries of former Associations count no more. */
function listsOf(tx: FlowsTx, identity: Identity): Answer["lists"] {
  const lists: Answer["lists"][number][] = [];
  each(tx, allTies<ListTie>(tx, identity, "lists"), ([, space, app]) => {
    if (isNamed(tx, { space, app }, identity)) lists.push({ space, app });
  });
  return lists;
}

/** The organizations whose pools may have accounts of an organization's people. */
function hostsOf(tx: FlowsTx, organization: OrganizationId): OrganizationId[] {
  const { joined } = organizationOf(tx, organization);
  return [...new Set([organization, ...joined.map((space) => must(tx, "space", space).host)])];
}

/** Whether a rule of an organization's scope in a Space names somebody. */
function isRuled(tx: FlowsTx, space: SpaceId, { organization, person }: Identity): boolean {
  const { people } = must(tx, "association", space, organization);
  return entryOf(tx, ruledPeople(space, organization), people, person) !== undefined;
}

/** The units in which an identity holds a grant. */
function unitsOf(tx: FlowsTx, { organization, person }: Identity): Answer["licenses"] {
  return hostsOf(tx, organization).flatMap((host) => {
    const pool = poolOf(tx, host);
    return accountsOfPerson(tx, host, pool, person)
      .filter(([, through, , state]) => through === organization && state === "held")
      .map(([number]) => {
        const listed = pool.units.find((unit) => unit.number === number) ?? null;
        return { host, unit: unitOf(host, listed).unit };
      });
  });
}

/** What would become of the tasks an identity holds: the choice that hand-over makes. */
function tasksOf(tx: FlowsTx, identity: Identity, successor: Asked["successor"]): Answer["tasks"] {
  const tasks: Answer["tasks"][number][] = [];
  each(tx, tasksHeldBy(tx, identity), ({ instance, task }) => {
    const heir = heirOf(tx, instanceOf(tx, instance), identity, successor ?? null);
    tasks.push({ instance, task, to: heir?.person ?? null });
  });
  return tasks;
}

/** RESIGN-01, HAND-02: everything that the fact of a resignation would do to an identity. */
const preview: QueryHandler<Own> = (tx, data) => {
  const refusal = previewRefusal(tx, data);
  if (refusal !== null) return refusal;
  const { viewer, person, successor } = data;
  const { organization } = viewer;
  const identity = { organization, person };
  wantEverything(tx, identity, successor);
  const spaces = spacesOf(tx, organization);
  const { heads, roles } = must(tx, "employment", organization, person);
  const { admins } = organizationOf(tx, organization);
  return {
    value: {
      rosters: spaces.filter((space) => isPresent(tx, space, organization, person)),
      waiting: spaces.filter((space) => isWaiting(tx, space, organization, person)),
      scopes: spaces.filter((space) => isRuled(tx, space, identity)),
      groups: allTies<GroupTie>(tx, identity, "groups").map(([group, space]) => ({ space, group })),
      licenses: unitsOf(tx, identity),
      lists: listsOf(tx, identity),
      heads: [...heads],
      roles: [...roles],
      admin: admins.some((admin) => admin.person === person),
      tasks: tasksOf(tx, identity, successor),
    },
  };
};

export const departureQueries: { readonly [Type in Own]: QueryHandler<Type> } = {
  "departure.preview": preview,
};
