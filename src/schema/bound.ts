/** Schemas of the records that say where an identity is bound, and what it has done. */

import type { ListTie } from "../apps/model.ts";
import type {
  DirectoryRecords,
  DonePage,
  NearTie,
  TieKind,
  TiesBucket,
} from "../directory/model.ts";
import type { TaskTie } from "../flows/model.ts";
import type { GroupTie } from "../groups/model.ts";
import { anyId, appId, groupId, idPair, instanceId, spaceId } from "./ids.ts";
import { count } from "./numbers.ts";
import { anyOf, lazily, nullable, object, only, type Schema, type Table, tuple } from "./shape.ts";
import { hashIndex, many, pageIndex } from "./structures.ts";

/** A tie as it is kept: its place in the order in which they came follows its id. */
type Kept<Tie extends readonly [string, ...unknown[]]> = Tie extends readonly [
  infer Id,
  ...infer Rest,
]
  ? readonly [Id, number, ...Rest]
  : never;

type Near<Kind extends TieKind, Tie extends readonly [string, ...unknown[]]> = readonly [
  Kind,
  ...Kept<Tie>,
];

/** The ties of all areas. The directory keeps them without knowing more than that an id comes first. */
const tie = lazily(
  () =>
    anyOf<[Kept<GroupTie>, Kept<ListTie>, Kept<TaskTie>]>(
      tuple(groupId, count, spaceId),
      tuple(idPair, count, spaceId, appId),
      tuple(instanceId, count, nullable(spaceId), many(count)),
    ) as Schema<unknown> as Schema<TiesBucket["entries"][number]>,
);

const nearTie = lazily(
  () =>
    anyOf<[Near<"groups", GroupTie>, Near<"lists", ListTie>, Near<"tasks", TaskTie>]>(
      tuple(only("groups"), groupId, count, spaceId),
      tuple(only("lists"), idPair, count, spaceId, appId),
      tuple(only("tasks"), instanceId, count, nullable(spaceId), many(count)),
    ) as Schema<unknown> as Schema<NearTie>,
);

const done = () => object<DonePage>({ entries: many(tuple(count, anyId, count)) });

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
    ties: () => object({ entries: many(tie()) }),
    started: done,
    handled: done,
  };
