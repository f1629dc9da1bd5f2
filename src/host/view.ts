import { keyText, type RecordKey, type Slice } from "../index.ts";
import type { Engine } from "./engine.ts";
import { nameText } from "./scope.ts";
import type { InputName, Loaded, LoadResult, Seen, Settlement, Store } from "./store.ts";

/** What has been loaded so far for one decision: at every moment the state as of the last load. */
export interface View {
  readonly known: Map<string, Loaded>;
  slice: Slice;
  /** By the texts of their names. */
  settlements: ReadonlyMap<string, Settlement>;
  policy: string | null;
}

/** A view of nothing. */
export function emptyView(engine: Engine): View {
  return { known: new Map(), slice: engine.emptySlice, settlements: new Map(), policy: null };
}

/** Takes in what a store gave; says whether something known before had changed. */
export function absorb(engine: Engine, view: View, loaded: LoadResult): boolean {
  let moved = false;
  for (const record of loaded.records) {
    const text = keyText(record.key);
    moved ||= view.known.has(text);
    view.known.set(text, record);
  }
  // From the start after a change: a slice may hold on to what it was given first.
  const fresh = moved ? [...view.known.values()] : loaded.records;
  view.slice = engine.loadSlice(
    moved ? engine.emptySlice : view.slice,
    fresh.map(({ key, record }) => [key, record] as const),
  );
  view.settlements = new Map(loaded.settlements.map((each) => [nameText(each), each]));
  view.policy = loaded.policy;
  return moved;
}

/** Loads more keys and whatever has changed of the others; says whether anything had. */
export async function extend(
  engine: Engine,
  store: Pick<Store, "load">,
  view: View,
  keys: readonly RecordKey[],
  inputs: readonly InputName[],
): Promise<boolean> {
  const missing = keys.filter((key) => !view.known.has(keyText(key)));
  const seen = Array.from(view.known.values(), ({ key, version }) => ({ key, version }));
  return absorb(engine, view, await store.load({ keys: missing, seen, inputs }));
}

/** Keys with the versions a view has of them, each once. */
export function seenIn(view: View, keys: readonly RecordKey[]): Seen[] {
  const seen = new Map<string, Seen>();
  for (const key of keys) {
    const text = keyText(key);
    seen.set(text, { key, version: view.known.get(text)?.version ?? 0 });
  }
  return [...seen.values()];
}
