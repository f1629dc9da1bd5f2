/** Schemas of what departures take, and of its being kept and given back. */
import { directoryKinds } from "../directory/kinds.ts";
import type {
  Admin,
  DepartureEvents,
  DirectoryRecords,
  KeptIndex,
  KeptKind,
  KeptPeriod,
  KeptThing,
  NotGivenBack,
  Taken,
} from "../directory/model.ts";
import { adminRole, heads, numberedPerson, personFields, placements, roles } from "./directory.ts";
import {
  anyId,
  appId,
  departmentId,
  ids,
  organizationId,
  personId,
  roleId,
  sourceId,
  spaceId,
} from "./ids.ts";
import { count, time } from "./numbers.ts";
import {
  anyOf,
  choice,
  flag,
  lazily,
  nullable,
  object,
  only,
  optional,
  type Schema,
  type Table,
  tuple,
  tupleOr,
} from "./shape.ts";
import { long, many, page, pageIndex } from "./structures.ts";

const organization = organizationId;
const person = personId;
const number = count;

const kind = () =>
  choice(
    "place",
    "selection",
    "exclusion",
    "link-selection",
    "link-exclusion",
    "list",
    "link-list",
    "group",
    "license",
    "office",
    "task",
    "counterpart",
    "stand-in",
  ) as Schema<KeptKind>;

/** A period in which somebody was to stand in. */
const period = lazily(() =>
  object<KeptPeriod>({
    person,
    number: count,
    standIn: numberedPerson(),
    from: time,
    until: time,
    apps: optional(many(appId)),
  }),
);

/** One thing that a departure took. */
const thing = lazily(() =>
  tupleOr(
    period(),
    kind(),
    nullable(spaceId),
    count,
    nullable(anyOf<[string, string]>(anyId, ids)),
    nullable(count),
    count,
  ),
) as () => Schema<KeptThing>;

/** What of one kind has not come back in a Space. */
const notGivenBack = lazily(() =>
  tuple(kind(), count, choice("waiting", "changed"), nullable(spaceId)),
) as () => Schema<NotGivenBack>;

/** An admin's role, without whose. */
const admin = lazily(() =>
  object<Omit<Admin, "person">>({
    role: adminRole,
    spacePermission: flag,
    hierarchyPermission: optional(only(true)),
  }),
);

/** Whether somebody is suspended, and who stands in. */
const suspended = lazily(() =>
  object<NonNullable<Taken["suspended"]>>({ standIn: nullable(numberedPerson()) }),
);

/** What the end of an employment took of the directory. */
export const taken = lazily(() =>
  object<Taken>({
    departments: placements(),
    under: optional(placements()),
    heads: many(tuple(departmentId, count)),
    roles: many(tuple(roleId, count)),
    admin: nullable(admin()),
    successor: nullable(numberedPerson()),
    suspended: optional(suspended()),
  }),
);

/** Where what a departure took elsewhere is kept. */
export const keptIndex = lazily(() =>
  object<KeptIndex>({ until: count, ticket: count, things: pageIndex() }),
);

export const departureRecords: Table<Pick<DirectoryRecords, "kept" | "departures">> = {
  kept: () =>
    page(
      directoryKinds.kept,
      tupleOr(
        period(),
        count,
        kind(),
        nullable(spaceId),
        count,
        nullable(anyOf<[string, string]>(anyId, ids)),
        nullable(count),
        count,
      ),
    ),
  departures: () => page(directoryKinds.departures, tuple(count, personId, count, count)),
};

export const departureEvents: Table<DepartureEvents> = {
  "departure.kept": () =>
    object({
      organization,
      person,
      number,
      until: count,
      counts: object<DepartureEvents["departure.kept"]["counts"]>({
        place: optional(count),
        selection: optional(count),
        exclusion: optional(count),
        "link-selection": optional(count),
        "link-exclusion": optional(count),
        list: optional(count),
        "link-list": optional(count),
        group: optional(count),
        license: optional(count),
        office: optional(count),
        task: optional(count),
        counterpart: optional(count),
        "stand-in": optional(count),
      }),
      things: long(thing()),
      left: optional(long(notGivenBack())),
    }),
  "departure.dropped": () =>
    object({
      organization,
      person,
      number,
      because: choice("reinstated", "hired", "lapsed"),
      left: optional(long(notGivenBack())),
    }),
  "person.reinstated": () =>
    object({
      organization,
      person,
      number,
      because: choice("fact", "list"),
      source: optional(sourceId),
      departments: placements(),
      under: optional(placements()),
      fields: personFields(),
      probation: flag,
      heads: heads(),
      roles: roles(),
      admin: nullable(admin()),
      successor: nullable(numberedPerson()),
      manager: nullable(numberedPerson()),
      suspended: optional(suspended()),
    }),
};
