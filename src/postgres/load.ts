import { addressOf } from "../host/address.ts";
import type {
  InputScope,
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

/** What a column says of a scope. */
export const scopeIn = (text: unknown): InputScope | null =>
  text === "" ? null : (text as InputScope);

interface OutcomeBody {
  readonly scope: string;
  readonly fingerprint: string;
  readonly refusal: Extract<RecordedOutcome, { kind: "refused" }>["refusal"] | null;
  readonly events: readonly Event[] | null;
  readonly notices: Effects<Event>["notices"] | null;
  readonly passedOver: PassedOver | null;
}

function settlementOf(row: Record<string, unknown>): Settlement {
  const body = parse<OutcomeBody>(row["body"]);
  const { scope, fingerprint, refusal, events, notices, passedOver } = body;
  const outcome: RecordedOutcome =
    refusal === null
      ? {
          kind: "accepted",
          events: events ?? [],
          notices: notices ?? [],
          ...(passedOver === null ? {} : { passedOver }),
        }
      : { kind: "refused", refusal };
  return { scope: scopeIn(scope), input: row["name"] as InputId, fingerprint, outcome };
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
  const inputs = new Map<string, [scope: string, input: InputId]>();
  for (const { scope, input } of request.inputs ?? []) {
    for (const each of ["", scope]) inputs.set(`${each} ${input}`, [each, input]);
  }
  const { rows } = await client.query(
    statements.load,
    [wanted, [...inputs.values()]].map((each) => JSON.stringify(each)),
  );
  const part = (number: number): Record<string, unknown>[] =>
    rows.filter((row) => Number(row["part"]) === number);
  return {
    records: part(1).map((row) => loaded(names.get(row["name"] as string) as RecordKey, row)),
    settlements: part(2).map(settlementOf),
    policy: (part(0)[0]?.["name"] ?? null) as string | null,
  };
}
