import { expect } from "vitest";
import type { Host, HostOptions } from "../../src/host/host.ts";
import type { Store } from "../../src/host/index.ts";
import type { StoreSource } from "./store-suite.ts";

/** An empty store and hosts over it, anew for each test. */
export interface Setting {
  host: Host;
  store: Store;
  readonly source: StoreSource;
  readonly hostOver: (over: Store, options?: Partial<HostOptions>) => Host;
}

/** An outcome that is new. */
export const accepted: unknown = expect.objectContaining({ kind: "accepted", repeated: false });
/** An outcome that was there before. */
export const acceptedBefore: unknown = expect.objectContaining({
  kind: "accepted",
  repeated: true,
});

/** Counts the events of each input. */
export async function eventsOf(host: Host): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { event } of (await host.events({ limit: 1000 })).items) {
    const { input } = event;
    counts[input] = (counts[input] ?? 0) + 1;
  }
  return counts;
}

/** A store of which some calls are replaced. */
export function with_(store: Store, changes: Partial<Store>): Store {
  return { ...store, ...changes };
}
