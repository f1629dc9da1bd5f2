/** What always holds of distributed apps. */
import type { AppId, OrganizationId } from "../core/ids.ts";
import {
  checkedEntries,
  checkedTickets,
  type Invariant,
  named,
  STRUCTURE,
  sameMembers,
  strays,
} from "../core/invariants.ts";
import type { InstalledEntry, ListedEntry, OfferedPage } from "./model.ts";
import type { AppsReads } from "./select/apps.ts";
import { installedFor, listedIn, shelvedBy } from "./select/keys.ts";

type Check = Invariant<AppsReads>["check"];

/** DIST-01, DIST-05: what a Trunk distributes is its own and on its workbench, and nothing else is. */
const shelves: Check = (all, say) => {
  const published = new Map<string, string[]>();
  for (const { owner: trunk, own: app, record } of all.of("distribution")) {
    const builder = all.get("app", app)?.owner;
    if (builder?.kind !== "organization" || builder.organization !== trunk) {
      say(`${named(trunk, app)} is distributed by somebody who did not build it`);
    }
    if (record.published) published.set(trunk, [...(published.get(trunk) ?? []), app]);
    if (!record.published && (record.autoInstall || record.installed.count > 0)) {
      say(`${named(trunk, app)} is withdrawn and installed`);
    }
  }
  for (const { owner: trunk, record } of all.of("shelf")) {
    const where = shelvedBy(trunk as OrganizationId);
    const apps = checkedTickets<OfferedPage["entries"][number]>(all, where, record.offered, say);
    const known = apps.map(([, app]) => app);
    if (!sameMembers(known, published.get(trunk) ?? [])) {
      say(`the workbench of ${named(trunk)} is not what it distributes`);
    }
    for (const [ticket, app] of apps) {
      if (all.get("distribution", trunk, app)?.ticket !== ticket) {
        say(`${named(trunk, app)} is not found on the workbench`);
      }
    }
    published.delete(trunk);
  }
  for (const trunk of published.keys()) say(`${named(trunk)} has no workbench`);
};

/** DIST-02: lists are counted, each entry there once; a distribution to everybody has none. */
const lists: Check = (all, say) => {
  for (const { owner: trunk, own: app, record } of all.of("distribution")) {
    const place = { trunk: trunk as OrganizationId, app: app as AppId, permission: null };
    const listed = (["departments", "people"] as const).flatMap((sort) =>
      checkedEntries<ListedEntry>(
        (own) => all.get("distribution-listed", trunk, own),
        listedIn(place, sort),
        record[sort],
        (what) => say(`${sort} of ${named(trunk, app)}: ${what}`),
      ).flatMap(([id, of]) => of.map(([organization]) => named(sort, id, organization))),
    );
    if (!sameMembers(listed, listed)) say(`${named(trunk, app)} lists something twice`);
    const { organizations, mounts, labels, levels, roles } = record;
    const whole =
      organizations.length + mounts.length + labels.length + levels.length + roles.length;
    if (!record.restricted && whole + listed.length > 0) {
      say(`${named(trunk, app)} is for everybody and has a list`);
    }
  }
};

/** The name of the bucket that a page follows; its own, if it is none. */
const ofBucket = (own: string): string => own.replace(/^([^/+]*)\+\d+/, "$1");

/** No record is left behind. */
const reachable: Check = (all, say) => {
  const known = new Set<string>();
  for (const { owner: trunk, own: app, record } of all.of("distribution")) {
    const place = { trunk: trunk as OrganizationId, app: app as AppId, permission: null };
    const permissions = all.get("distribution-permission", trunk, app)?.permissions ?? [];
    const ofPermissions = permissions.flatMap(({ for: whom }, permission) =>
      whom === null
        ? []
        : (["departments", "people"] as const).map(
            (sort) => [listedIn({ ...place, permission }, sort), whom[sort]] as const,
          ),
    );
    const sets = [
      ...ofPermissions,
      [listedIn(place, "departments"), record.departments],
      [listedIn(place, "people"), record.people],
      [installedFor(place.trunk, place.app), record.installed],
    ] as const;
    for (const [where, { buckets }] of sets) {
      for (let bucket = 0; bucket < buckets; bucket += 1) {
        known.add(named(where.kind, trunk, where.own(bucket)));
      }
    }
    checkedEntries<InstalledEntry>(
      (own) => all.get("installed", trunk, own),
      installedFor(place.trunk, place.app),
      record.installed,
      (what) => say(`decisions about ${named(trunk, app)}: ${what}`),
    );
  }
  for (const kind of ["distribution-listed", "installed"] as const) {
    const isKnown = ({ owner, own }: { owner: string; own: string }) =>
      known.has(named(kind, owner, ofBucket(own)));
    strays<unknown>(all.of(kind), kind, isKnown, say);
  }
  strays(
    all.of("shelved"),
    "shelved",
    ({ owner, own }) => all.get("shelf", owner)?.offered.pages.includes(Number(own)) === true,
    say,
  );
};

/** The invariants of distributed apps. */
export const belowInvariants: readonly Invariant<AppsReads>[] = [
  { rules: ["DIST-01", "DIST-05"], check: shelves },
  { rules: ["DIST-02"], check: lists },
  { rules: [STRUCTURE], check: reachable },
];
