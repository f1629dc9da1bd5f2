import { parseKey, type RecordKey, type StoredRecord } from "../index.ts";
import { addressOf, isAddress } from "./address.ts";
import { InvalidCursor } from "./cursor.ts";
import { nameText } from "./scope.ts";
import type {
  Commit,
  CommitResult,
  EventItem,
  Loaded,
  LoadResult,
  NoticeItem,
  Settlement,
  Store,
  TailPage,
  TailRequest,
} from "./store.ts";

/** Which of a store's calls, for a hook. */
export type StoreCall = keyof Store;

/** How a memory store can be disturbed, in tests. */
export interface MemoryStoreOptions {
  /**
   * Runs before and after each call takes effect; the call waits for it. It may take its time, change
   * the store through another call, or throw: `after` a commit that is a lost answer.
   */
  readonly hook?: (call: StoreCall, when: "before" | "after") => void | Promise<void>;
}

interface Row {
  readonly version: number;
  readonly body: string | null;
}

interface State {
  policy: string | null;
  /** JSON texts, so that what callers hold and what is stored never share anything. */
  readonly records: Map<string, Row>;
  readonly settlements: Map<string, string>;
  readonly events: string[];
  readonly notices: string[];
}

const parse = <Value>(text: string): Value => JSON.parse(text) as Value;

function loadNow(state: State, request: Parameters<Store["load"]>[0]): LoadResult {
  const records: Loaded[] = [];
  const add = (key: Loaded["key"], known: number | null): void => {
    const { version, body } = state.records.get(addressOf(key)) ?? { version: 0, body: null };
    if (version === known) return;
    records.push({ key, version, record: body === null ? null : parse<StoredRecord>(body) });
  };
  for (const key of request.keys) add(key, null);
  for (const { key, version } of request.seen ?? []) add(key, version);
  const asked = (request.inputs ?? []).flatMap((name) => [name, { ...name, scope: null }]);
  const settlements = [...new Set(asked.map(nameText))].flatMap((name) => {
    const found = state.settlements.get(name);
    return found === undefined ? [] : [parse<Settlement>(found)];
  });
  return { records, settlements, policy: state.policy };
}

function commitNow(state: State, commit: Commit): CommitResult {
  if (state.policy !== commit.policy) return { kind: "policy-mismatch", policy: state.policy };
  if (commit.settlements.some((each) => state.settlements.has(nameText(each)))) {
    return { kind: "recorded" };
  }
  const versionOf = (text: string): number => state.records.get(text)?.version ?? 0;
  if (commit.reads.some(({ key, version }) => versionOf(addressOf(key)) !== version)) {
    return { kind: "conflict" };
  }
  for (const [key, record] of commit.writes) {
    const text = addressOf(key);
    const body = record === null ? null : JSON.stringify(record);
    state.records.set(text, { version: versionOf(text) + 1, body });
  }
  for (const settlement of commit.settlements) {
    const { scope, input, outcome } = settlement;
    state.settlements.set(nameText(settlement), JSON.stringify(settlement));
    if (outcome.kind !== "accepted") continue;
    for (const event of outcome.events) state.events.push(JSON.stringify({ scope, event }));
    for (const [seq, notice] of outcome.notices.entries()) {
      state.notices.push(JSON.stringify({ scope, input, seq, notice }));
    }
  }
  return { kind: "committed" };
}

/** A cursor is the number of items read, as this store writes it. */
function placeIn(list: readonly string[], after: string): number {
  const place = Number(after);
  const isOwn = String(place) === after && Number.isSafeInteger(place) && place >= 0;
  if (!isOwn || place > list.length) throw new InvalidCursor();
  return place;
}

function page<Item>(list: readonly string[], request: TailRequest = {}): TailPage<Item> {
  const from = request.after === undefined ? 0 : placeIn(list, request.after);
  const items = list.slice(from, from + (request.limit ?? 100)).map((text) => parse<Item>(text));
  return { items, next: String(from + items.length) };
}

/** A cursor is the text of a key, as this store has it. */
function recordsNow(state: State, { after = "", limit = 100 }: TailRequest = {}): TailPage<Loaded> {
  if (after !== "" && !isAddress(after)) throw new InvalidCursor();
  const items: Loaded[] = [];
  const texts = [...state.records.keys()].filter((text) => text > after).sort();
  for (const text of texts) {
    const { version, body } = state.records.get(text) as Row;
    if (body === null) continue;
    items.push({ key: parseKey(text) as RecordKey, version, record: parse<StoredRecord>(body) });
    if (items.length === limit) return { items, next: text };
  }
  return { items, next: texts.at(-1) ?? after };
}

function stateOf(): State {
  return { policy: null, records: new Map(), settlements: new Map(), events: [], notices: [] };
}

/** A store that lasts as long as the process: for tests, demos and single-process services. */
export function memoryStore(options: MemoryStoreOptions = {}): Store {
  const state = stateOf();
  // Each effect is one synchronous step, so that two calls never see half of each other.
  const call = async <Value>(name: StoreCall, effect: () => Value): Promise<Value> => {
    await options.hook?.(name, "before");
    const value = effect();
    await options.hook?.(name, "after");
    return value;
  };
  return {
    load: (request) => call("load", () => loadNow(state, request)),
    commit: (commit) => call("commit", () => commitNow(state, commit)),
    exclusively: (request, decide) =>
      call("exclusively", () => {
        const held = [...request.reads, ...request.writes];
        const keys = [...new Map(held.map((key) => [addressOf(key), key])).values()];
        const commit = decide(loadNow(state, { keys, inputs: request.inputs }));
        return commit === null ? { kind: "released" } : commitNow(state, commit);
      }),
    events: (request) => call("events", () => page<EventItem>(state.events, request)),
    notices: (request) => call("notices", () => page<NoticeItem>(state.notices, request)),
    records: (request) => call("records", () => recordsNow(state, request)),
    adoptPolicy: (policy, instead) =>
      call("adoptPolicy", () => {
        if (instead === undefined || state.policy === instead) state.policy = policy;
        return state.policy;
      }),
    sweep: () => call("sweep", () => 0),
  };
}
