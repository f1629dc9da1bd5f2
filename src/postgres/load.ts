import { addressOf } from "../host/address.ts";
import type {
  Loaded,
  LoadRequest,
  LoadResult,
  RecordedOutcome,
  Seen,
  Settlement,
} from "../host/store.ts";
import type { Effects, Event, InputId, PassedOver, RecordKey, StoredRecord } from "../index.ts";
import type { SqlRunner } from "./client.ts";
import type { Statements } from "./sql.ts";

/** What a column of JSON text holds. */
export const parse = <Value>(text: unknown): Value => JSON.parse(text as string) as Value;

/** A row as a record. */
export function loaded(key: RecordKey, row: Record<string, unknown>): Loaded {
  const body = row["body"];
  const record = body === null ? null : parse<StoredRecord>(body);
  return { key, version: Number(row["version"]), record };
}

interface OutcomeBody {
  readonly fingerprint: string;
  readonly refusal: Extract<RecordedOutcome, { kind: "refused" }>["refusal"] | null;
  readonly events: readonly Event[] | null;
  readonly notices: Effects<Event>["notices"] | null;
  readonly passedOver: PassedOver | null;
}

function settlementOf(row: Record<string, unknown>): Settlement {
  const { fingerprint, refusal, events, notices, passedOver } = parse<OutcomeBody>(row["body"]);
  const outcome: RecordedOutcome =
    refusal === null
      ? {
          kind: "accepted",
          events: events ?? [],
          notices: notices ?? [],
          ...(passedOver === null ? {} : { passedOver }),
        }
      : { kind: "refused", refusal };
  return { input: row["name"] as InputId, fingerprint, outcome };
}

/** Loads records, outcomes and the policy in one statement. */
export async function load(
  statements: Statements,
  client: SqlRunner,
  request: LoadRequest,
): Promise<LoadResult> {
  const names = new Map<string, RecordKey>();
  const wanted: unknown[] = [];
  const add = ({ key, version }: Partial<Seen> & Pick<Seen, "key">): void => {
    const text = addressOf(key);
    if (names.has(text)) return;
    names.set(text, key);
    wanted.push(version === undefined ? [text] : [text, version]);
  };
  for (const key of request.keys) add({ key });
  for (const seen of request.seen ?? []) add(seen);
  const { rows } = await client.query(statements.load, [
    JSON.stringify(wanted),
    JSON.stringify(request.inputs ?? []),
  ]);
  const part = (number: number): Record<string, unknown>[] =>
    rows.filter((row) => Number(row["part"]) === number);
  return {
    records: part(1).map((row) => loaded(names.get(row["name"] as string) as RecordKey, row)),
    settlements: part(2).map(settlementOf),
    policy: (part(0)[0]?.["name"] ?? null) as string | null,
  };
}
