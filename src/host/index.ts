/** Drives decisions over a database: load, decide, commit with every read checked, retry. */
import { ask, decide, emptySlice, loadSlice } from "../index.ts";
import type { Engine } from "./engine.ts";
import { createHostOver, type Host, type HostOptions } from "./host.ts";

export type { Tolerance } from "../core/plausible.ts";
export { InvalidKey } from "./address.ts";
export { InvalidCursor } from "./cursor.ts";
export {
  type Disclosed,
  type DisclosedAudience,
  type DisclosedEvent,
  type DisclosedField,
  type DisclosedPreview,
  disclose,
  type Trimmed,
  type Withheld,
} from "./disclose.ts";
export type { Busy } from "./driver.ts";
export {
  type Asked,
  BATCH_MAX,
  type Host,
  type HostOptions,
  type Submitted,
} from "./host.ts";
export { type MemoryStoreOptions, memoryStore, type StoreCall } from "./memory.ts";
export type { AbortSignalLike, Patience, Unknown, Withdrawn } from "./patience.ts";
export type { Batch, Settled } from "./plan.ts";
export type { Preview, SpacePreview, TrunkPreview } from "./preview.ts";
export { scopeOf } from "./scope.ts";
export type { Mismatch, PolicyMismatch, StoreFormatMismatch } from "./stamp.ts";
export type * from "./store.ts";
export type { Taken } from "./takes.ts";
export { StoreUnavailable } from "./unavailable.ts";
export { type Upgraded, type UpgradeOptions, upgradeStore } from "./upgrade.ts";

const engine: Engine = { emptySlice, loadSlice, decide, ask };

/** Makes a host: the rules of this package over a store. */
export function createHost(options: HostOptions): Host {
  return createHostOver(engine, options);
}
