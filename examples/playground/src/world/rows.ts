/** Records found by kind and owner. */
import type { Key, Records, StoredRecord } from "interorg";

/** A record with the parts of its key. */
export interface Row<Kind extends keyof Records> {
  readonly owner: string;
  readonly own: string;
  readonly record: Records[Kind];
}

export interface Rows {
  readonly all: <Kind extends keyof Records>(kind: Kind) => readonly Row<Kind>[];
  readonly of: <Kind extends keyof Records>(kind: Kind, owner: string) => readonly Row<Kind>[];
  readonly one: <Kind extends keyof Records>(kind: Kind, owner: string) => Records[Kind] | null;
}

/** An identity as one text: ids hold no white space, so no two have the same. */
export const text = (organization: string, person: string): string => `${organization} ${person}`;

/** The ids of a bucket, each with what is kept of it. */
export function pairsOf<Id, Value>(bucket: {
  readonly ids: readonly Id[];
  readonly values: readonly Value[];
}): (readonly [Id, Value])[] {
  return bucket.ids.map((id, at) => [id, bucket.values[at] as Value]);
}

export function rowsOf(entries: readonly (readonly [Key, StoredRecord])[]): Rows {
  const byKind = new Map<string, Row<never>[]>();
  for (const [[kind, owner, own], record] of entries) {
    const row = { owner, own, record } as unknown as Row<never>;
    const rows = byKind.get(kind);
    if (rows === undefined) byKind.set(kind, [row]);
    else rows.push(row);
  }
  const all = <Kind extends keyof Records>(kind: Kind): readonly Row<Kind>[] =>
    (byKind.get(kind) ?? []) as unknown as Row<Kind>[];
  return {
    all,
    of: (kind, owner) => all(kind).filter((row) => row.owner === owner),
    one: (kind, owner) => all(kind).find((row) => row.owner === owner)?.record ?? null,
  };
}
