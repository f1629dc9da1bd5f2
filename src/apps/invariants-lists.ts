/** What always holds of authorized lists, data permissions and distribution. */
import type { AppId, OrganizationId, PersonId, SpaceId } from "../core/ids.ts";
import {
  checkedEntries,
  collect,
  type Everything,
  type Invariant,
  named,
  STRUCTURE,
  sameMembers,
  strays,
} from "../core/invariants.ts";
import { tiesKept } from "../directory/select/bound.ts";
import type { InSpace } from "../spaces/model.ts";
import { isTrunk } from "../spaces/select/container.ts";
import type { DistributedEntry, KeptAudience, KeptLists, ListedEntry } from "./model.ts";
import type { AppsReads } from "./select/apps.ts";
import { type AudiencePlace, distributedBy, listedIn, listTieId } from "./select/keys.ts";

type All = Everything<AppsReads>;
type Check = Invariant<AppsReads>["check"];
type Say = (what: string) => void;
type Entry = ListedEntry;

/** A record as it is kept. */
interface Kept<Record> {
  readonly owner: string;
  readonly own: string;
  readonly record: Record;
}

type InSpacePlace = Extract<AudiencePlace, InSpace>;

/** The audiences of lists, then those of permissions. */
function audiencesIn<Audience extends KeptLists>(
  lists: readonly Kept<Audience>[],
  permissions: readonly Kept<{
    readonly permissions: readonly { readonly for: Audience | null }[];
  }>[],
): (readonly [owner: string, app: AppId, permission: number | null, Audience])[] {
  return [
    ...lists.map(({ owner, own, record }) => [owner, own as AppId, null, record] as const),
    ...permissions.flatMap(({ owner, own, record }) =>
      record.permissions.flatMap((each, permission) =>
        each.for === null ? [] : [[owner, own as AppId, permission, each.for] as const],
      ),
    ),
  ];
}

/** Every audience that is kept in a Space: authorized lists, then the permissions'. */
const audiences = (all: All): (readonly [InSpacePlace, KeptAudience])[] =>
  audiencesIn(all.of("publication"), all.of("permission")).map(
    ([space, app, permission, audience]) =>
      [{ space: space as SpaceId, app, permission }, audience] as const,
  );

/** The same with those that are kept below Trunks. */
const everyAudience = (all: All): (readonly [AudiencePlace, KeptLists])[] => [
  ...audiences(all),
  ...audiencesIn(all.of("distribution"), all.of("distribution-permission")).map(
    ([trunk, app, permission, audience]) =>
      [{ trunk: trunk as OrganizationId, app, permission }, audience] as const,
  ),
];

const nameOf = (place: AudiencePlace): string =>
  named(isTrunk(place) ? place.trunk : place.space, place.app, place.permission);

function entriesOf(
  all: All,
  place: AudiencePlace,
  audience: KeptLists,
  sort: "departments" | "people",
  say: Say = () => undefined,
): Entry[] {
  return checkedEntries<Entry>(
    (own) =>
      isTrunk(place)
        ? all.get("distribution-listed", place.trunk, own)
        : all.get("listed", place.space, own),
    listedIn(place, sort),
    audience[sort],
    (what) => say(`${sort} of ${nameOf(place)}: ${what}`),
  );
}

/**
 * RESIGN-01, and rulebook 26, 12: whoever a list or permission names is in service, under the
 * employment that was listed, and nobody was listed under an Association that was never formed.
 */
const inService: Check = (all, say) => {
  for (const [place, audience] of everyAudience(all)) {
    for (const [person, of] of entriesOf(all, place, audience, "people")) {
      for (const [organization, , number] of of) {
        const employment = all.get("employment", organization, person);
        if (employment?.inService !== true || employment.number !== number) {
          say(`${named(organization, person)} left and is listed in ${nameOf(place)}`);
        }
      }
    }
  }
};

/** APP-04: entries are counted and each there once, for Associations there were; no list, no entries. */
const entries: Check = (all, say) => {
  for (const [place, audience] of audiences(all)) {
    const formed = all.get("space", place.space)?.members.next ?? 0;
    const pairs = (["departments", "people"] as const).flatMap((sort) =>
      entriesOf(all, place, audience, sort, say).flatMap(([id, of]) => {
        if (of.length === 0) say(`${named(id)} is listed for nobody in ${nameOf(place)}`);
        return of.map(([organization, order]) => [sort, id, organization, order] as const);
      }),
    );
    const orders = [
      ...audience.organizations.map(([, order]) => order),
      ...pairs.map(([, , , order]) => order),
    ];
    if (orders.some((order) => order < 1 || order > formed)) {
      say(`${nameOf(place)} lists an Association that was never formed`);
    }
    const names = pairs.map(([sort, id, organization]) => named(sort, id, organization));
    const organizations = audience.organizations.map(([organization]) => organization);
    if (!sameMembers(names, names) || !sameMembers(organizations, organizations)) {
      say(`${nameOf(place)} lists something twice`);
    }
  }
  for (const { owner, own, record } of all.of("publication")) {
    const listed = record.departments.count + record.people.count;
    if (!record.restricted && listed + record.partners.length + record.organizations.length > 0) {
      say(`${named(owner, own)} is for everybody and has a list`);
    }
  }
};

/** RESIGN-01: an identity is tied to exactly the apps that name it, so that its leaving finds all. */
const ties: Check = (all, say) => {
  const expected = new Map<string, Set<string>>();
  for (const [place, audience] of everyAudience(all)) {
    for (const [person, of] of entriesOf(all, place, audience, "people")) {
      for (const [organization] of of) {
        const key = named(organization, person);
        const known = expected.get(key) ?? new Set();
        expected.set(key, known.add(listTieId(place)));
      }
    }
  }
  const found = new Map<string, string[]>();
  for (const { owner, own, record } of all.of("bound")) {
    const identity = { organization: owner as OrganizationId, person: own as PersonId };
    const kept = tiesKept(record, identity, "lists", (bucket) => all.get("ties", owner, bucket));
    for (const [id, , space, app] of kept) {
      const known =
        space === null ? app : listTieId({ space: space as SpaceId, app: app as AppId });
      if (id !== known) say(`${named(id)} is no tie to a list`);
      collect(found, named(owner, own), id);
    }
  }
  for (const key of new Set([...expected.keys(), ...found.keys()])) {
    if (!sameMembers(found.get(key) ?? [], [...(expected.get(key) ?? [])])) {
      say(`lists that ${key} is tied to are not those that name it`);
    }
  }
};

/** FEAT-06: groups are counted, each there once for a Member, under an Association there was. */
const distribution: Check = (all, say) => {
  for (const { owner, own, record } of all.of("publication")) {
    const formed = all.get("space", owner)?.members.next ?? 0;
    const groups = checkedEntries<DistributedEntry>(
      (bucket) => all.get("distributed", owner, bucket),
      distributedBy(owner as SpaceId, own as AppId),
      record.distributed,
      (what) => say(`groups with ${named(owner, own)}: ${what}`),
    );
    for (const [group, of] of groups) {
      const organizations = of.map(([organization]) => organization);
      const wrong = of.some(([, order]) => order < 1 || order > formed);
      if (wrong || of.length === 0 || !sameMembers(organizations, organizations)) {
        say(`${named(owner, own)} was given to ${named(group)} of nobody there was, or twice`);
      }
    }
  }
};

/** The name of the bucket that a page follows; its own, if it is none. */
const ofBucket = (own: string): string => own.replace(/^([^/+]*)\+\d+/, "$1");

/** No bucket is left behind. */
const reachable: Check = (all, say) => {
  const known = new Set<string>();
  for (const [place, audience] of audiences(all)) {
    for (const sort of ["departments", "people"] as const) {
      for (let bucket = 0; bucket < audience[sort].buckets; bucket += 1) {
        known.add(named(place.space, listedIn(place, sort).own(bucket)));
      }
    }
  }
  strays(
    all.of("listed"),
    "listed",
    ({ owner, own }) => known.has(named(owner, ofBucket(own))),
    say,
  );
  const groups = new Set<string>();
  for (const { owner, own, record } of all.of("publication")) {
    const where = distributedBy(owner as SpaceId, own as AppId);
    for (let bucket = 0; bucket < record.distributed.buckets; bucket += 1) {
      groups.add(named(owner, where.own(bucket)));
    }
  }
  const isGroup = ({ owner, own }: { owner: string; own: string }) =>
    groups.has(named(owner, ofBucket(own)));
  strays(all.of("distributed"), "distributed", isGroup, say);
};

/** The invariants of lists, permissions and distribution. */
export const listInvariants: readonly Invariant<AppsReads>[] = [
  { rules: ["RESIGN-01", "APP-04"], check: inService },
  { rules: ["APP-04", "PARTNER-02"], check: entries },
  { rules: ["RESIGN-01"], check: ties },
  { rules: ["FEAT-06"], check: distribution },
  { rules: [STRUCTURE], check: reachable },
];
