/** What is most often read next to a record, so that a guess notes both at once. */
import type { SpaceId } from "../core/ids.ts";
import type { Key } from "../core/keys.ts";
import { pageKey, pageKeys } from "../core/paged.ts";
import { waitingFor } from "../roster/select/keys.ts";
import type { RecordKey, RecordKind, Records } from "./records.ts";

type Companions = {
  readonly [Kind in RecordKind]?: (
    record: Records[Kind],
    owner: string,
    own: string,
  ) => readonly RecordKey[];
};

const COMPANIONS: Companions = {
  // Whatever happens in a Space is limited by its Host and told to its admins; where people wait, the
  // first of them come next, and whoever joins them is the last.
  space: ({ host, waiting }, space) => [
    ["organization", host, ""],
    ["pool", host, ""],
    pageKey(waitingFor(space as SpaceId), waiting.next),
    ...pageKeys(waitingFor(space as SpaceId), waiting, 1),
  ],
  // Whoever looks at a department from afar, through the tree or a rule, goes on to its people.
  department: ({ placed }, owner, own) =>
    placed.buckets > 0 ? [["placed", owner, `0/${own}`]] : [],
};

const NONE: readonly Key[] = [];

/** The companions of a record. */
export function companionsOf(
  kind: string,
  owner: string,
  own: string,
  record: object,
): readonly Key[] {
  const of = COMPANIONS[kind as RecordKind] as
    | ((record: object, owner: string, own: string) => readonly Key[])
    | undefined;
  return of === undefined ? NONE : of(record, owner, own);
}
