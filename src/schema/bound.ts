/** Schemas of the records that say where an identity is bound, and what it has done. */

import type { ListTie } from "../apps/model.ts";
import { directoryKinds } from "../directory/kinds.ts";
import type { DirectoryRecords, NearTie, TieKind } from "../directory/model.ts";
import type { TaskTie } from "../flows/model.ts";
import type { GroupTie } from "../groups/model.ts";
import { anyId, appId, groupId, idPair, instanceId, spaceId } from "./ids.ts";
import { count } from "./numbers.ts";
import { anyOf, lazily, nullable, object, only, type Schema, type Table, tuple } from "./shape.ts";
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

type Near<Kind extends TieKind, Tie extends readonly [string, ...unknown[]]> = readonly [
  Kind,
  ...Kept<Tie>,
];

/** What ties are to, and what is kept of each. The directory knows no more than that there is an id. */
const tieId = lazily(() => anyOf<[string, string]>(anyId, idPair));
const tie = lazily(
  () =>
    anyOf<[After<GroupTie>, After<ListTie>, After<TaskTie>]>(
      tuple(count, spaceId),
      tuple(count, spaceId, appId),
      tuple(count, nullable(spaceId), many(count)),
    ) as Schema<unknown> as Schema<readonly [place: number, ...rest: readonly unknown[]]>,
);

const nearTie = lazily(
  () =>
    anyOf<[Near<"groups", GroupTie>, Near<"lists", ListTie>, Near<"tasks", TaskTie>]>(
      tuple(only("groups"), groupId, count, spaceId),
      tuple(only("lists"), idPair, count, spaceId, appId),
      tuple(only("tasks"), instanceId, count, nullable(spaceId), many(count)),
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
        started: pageIndex(),
        handled: pageIndex(),
      }),
    ties: () => bucket(tieId(), tie()),
    started: () => page(directoryKinds.started, done()),
    handled: () => page(directoryKinds.handled, done()),
  };
