/** A World's records on shelves, to be looked up while they are described. */
import { sliceEntries } from "../engine/slice.ts";
import type { RecordKind, Records } from "../engine/types.ts";
import type { World } from "../engine/world.ts";

type Row<Kind extends RecordKind> = readonly [own: string, record: Records[Kind]];

/** A World's records by kind and owner. */
export interface Shelves {
  readonly owners: <Kind extends RecordKind>(kind: Kind) => readonly string[];
  readonly rows: <Kind extends RecordKind>(kind: Kind, owner: string) => readonly Row<Kind>[];
  readonly one: <Kind extends RecordKind>(
    kind: Kind,
    owner: string,
    own?: string,
  ) => Records[Kind] | undefined;
}

/** Puts a World's records on shelves. */
export function shelvesOf(world: World): Shelves {
  const kinds = new Map<string, Map<string, Row<RecordKind>[]>>();
  for (const [[kind, owner, own], record] of sliceEntries(world)) {
    if (record === null) continue;
    const owners = kinds.get(kind) ?? new Map<string, Row<RecordKind>[]>();
    kinds.set(kind, owners);
    const rows = owners.get(owner);
    if (rows === undefined) owners.set(owner, [[own, record]]);
    else rows.push([own, record]);
  }
  const rows = (kind: string, owner: string) => kinds.get(kind)?.get(owner) ?? [];
  return {
    owners: (kind) => [...(kinds.get(kind)?.keys() ?? [])],
    rows: (kind, owner) => rows(kind, owner) as never,
    one: (kind, owner, own = "") => rows(kind, owner).find((row) => row[0] === own)?.[1] as never,
  };
}

/** The part of a record's own key after the first slash. */
export const afterSlash = (own: string): string => own.slice(own.indexOf("/") + 1);

/** Entries kept in pages by ticket, in order. */
export function paged<Entry>(
  pages: readonly (readonly [string, { readonly entries: readonly Entry[] }])[],
): Entry[] {
  return [...pages]
    .sort((left, right) => Number(left[0]) - Number(right[0]))
    .flatMap(([, { entries }]) => entries);
}

/** What a bucket keeps of each id. */
export function kept<Id, Value>({
  ids,
  values,
}: {
  readonly ids: readonly Id[];
  readonly values: readonly Value[];
}): (readonly [Id, Value])[] {
  return ids.map((id, at) => [id, values[at] as Value] as const);
}
