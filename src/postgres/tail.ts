import { InvalidCursor } from "../host/cursor.ts";
import type { TailPage, TailRequest } from "../host/store.ts";
import type { SqlRunner } from "./client.ts";
import { LANES } from "./schema.ts";

/** The last position read in each lane: a commit's stamp, and a place in that commit. */
type Cursor = [stamp: number, n: number][];

const LIMIT_MAX = 1000;
const position = /^(\d{1,15})\.(\d{1,9})$/;

function parseCursor(text: string | undefined): Cursor {
  if (text === undefined) return Array.from({ length: LANES }, () => [0, 0]);
  const cursor = text.split("_").map((part): [number, number] => {
    const found = position.exec(part);
    if (found === null) throw new InvalidCursor();
    return [Number(found[1]), Number(found[2])];
  });
  if (cursor.length !== LANES) throw new InvalidCursor();
  return cursor;
}

/**
 * One page of a tail. Each lane is read from where its cursor stands, as of one moment, and the
 * smallest positions are taken: so a page ends in each lane at a place that can be gone on from.
 */
export async function readTail<Item>(
  client: SqlRunner,
  statement: string,
  request: TailRequest = {},
  item: (row: Record<string, unknown>) => Item,
): Promise<TailPage<Item>> {
  const cursor = parseCursor(request.after);
  const limit = Math.max(1, Math.min(request.limit ?? 100, LIMIT_MAX));
  const found = await client.query(statement, [JSON.stringify(cursor), String(limit)]);
  if (Number(found.rows[0]?.["beyond"]) > 0) throw new InvalidCursor();
  const rows = found.rows.filter((row) => row["lane"] !== null);
  for (const row of rows) cursor[Number(row["lane"])] = [Number(row["stamp"]), Number(row["n"])];
  const next = cursor.map((place) => place.join(".")).join("_");
  return { items: rows.map(item), next };
}
