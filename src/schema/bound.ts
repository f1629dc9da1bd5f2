/** Schemas of the records that say where an identity is bound, and what it has done. */

import type { ListTie } from "../apps/model.ts";
import { directoryKinds } from "../directory/kinds.ts";
import type { DirectoryRecords, NearTie, TieKind } from "../directory/model.ts";
import type { StandInTie, TaskTie } from "../flows/model.ts";
import type { GroupTie } from "../groups/model.ts";
import type { OfficeTie, StakeTie } from "../roster/model.ts";
import type { CounterpartTie } from "../spaces/model.ts";
import {
  anyId,
  appId,
  departmentId,
  groupId,
  idPair,
  ids,
  instanceId,
  organizationId,
  personId,
  roleId,
  spaceId,
} from "./ids.ts";
import { count } from "./numbers.ts";
import {
  anyOf,
  lazily,
  nullable,
  object,
  only,
  optional,
  type Schema,
  type Table,
  tuple,
} from "./shape.ts";
import { bucket, hashIndex, many, page, pageIndex } from "./structures.ts";

/** A tie as it is kept: its place in the order in which they came follows its id. */
type Kept<Tie extends readonly [string, ...unknown[]]> = Tie extends readonly [
  infer Id,
  ...infer Rest,
]
  ? readonly [Id, number, ...Rest]
  : never;

type After<Tie extends readonly [string, ...unknown[]]> = Tie extends readonly [
  string,
  ...infer Rest,
]
  ? readonly [number, ...Rest]
  : never;

type InSpaceList = Extract<ListTie, { readonly length: 3 }>;
type BelowList = Extract<ListTie, { readonly length: 4 }>;

type Near<Kind extends TieKind, Tie extends readonly [string, ...unknown[]]> = readonly [
  Kind,
  ...Kept<Tie>,
];

/** In no Space: a tie of a list says so where others name theirs. */
const noSpace = lazily(() => nullable(spaceId) as Schema<unknown> as Schema<null>);

/** What ties are to, and what is kept of each. The directory knows no more than that there is an id. */
const tieId = lazily(() => anyOf<[string, string]>(anyId, ids));
const tie = lazily(
  () =>
    anyOf<
      [
        After<GroupTie>,
        After<InSpaceList>,
        After<BelowList>,
        After<TaskTie>,
        After<StakeTie>,
        After<OfficeTie>,
        After<StandInTie>,
        After<CounterpartTie>,
      ]
    >(
      tuple(count, nullable(spaceId)),
      tuple(count, spaceId, appId),
      tuple(count, noSpace(), appId, organizationId),
      tuple(count, nullable(spaceId), many(count)),
      tuple(count, count, count, count, count),
      tuple(count, organizationId, roleId, organizationId, nullable(departmentId)),
      tuple(count),
      tuple(count, spaceId, organizationId),
    ) as Schema<unknown> as Schema<readonly [place: number, ...rest: readonly unknown[]]>,
);

const nearTie = lazily(
  () =>
    anyOf<
      [
        Near<"groups", GroupTie>,
        Near<"lists", InSpaceList>,
        Near<"lists", BelowList>,
        Near<"tasks", TaskTie>,
        Near<"stakes", StakeTie>,
        Near<"offices", OfficeTie>,
        Near<"stand-ins", StandInTie>,
        Near<"counterparts", CounterpartTie>,
      ]
    >(
      tuple(only("groups"), groupId, count, nullable(spaceId)),
      tuple(only("lists"), idPair, count, spaceId, appId),
      tuple(only("lists"), anyId, count, noSpace(), appId, organizationId),
      tuple(only("tasks"), instanceId, count, nullable(spaceId), many(count)),
      tuple(only("stakes"), organizationId, count, count, count, count, count),
      tuple(
        only("offices"),
        ids,
        count,
        organizationId,
        roleId,
        organizationId,
        nullable(departmentId),
      ),
      tuple(only("stand-ins"), personId, count),
      tuple(only("counterparts"), idPair, count, spaceId, organizationId),
    ) as Schema<unknown> as Schema<NearTie>,
);

const done = lazily(() => tuple(count, anyId, count, nullable(count)));

export const boundRecords: Table<Pick<DirectoryRecords, "bound" | "ties" | "started" | "handled">> =
  {
    bound: () =>
      object({
        places: count,
        near: many(nearTie()),
        groups: hashIndex(),
        lists: hashIndex(),
        tasks: hashIndex(),
        stakes: optional(hashIndex()),
        offices: optional(hashIndex()),
        "stand-ins": optional(hashIndex()),
        counterparts: optional(hashIndex()),
        started: pageIndex(),
        handled: pageIndex(),
      }),
    ties: () => bucket(tieId(), tie()),
    started: () => page(directoryKinds.started, done()),
    handled: () => page(directoryKinds.handled, done()),
  };
