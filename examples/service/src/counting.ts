/** A store that counts: how often commits went through, and how often others were faster. */
import type { CommitResult, Store } from "interorg/host";

/** How attempts to commit ended, freely and with the keys held first. */
export interface StoreCounts {
  loads: number;
  readonly commits: Record<CommitResult["kind"], number>;
  readonly held: Record<CommitResult["kind"] | "released", number>;
}

const none = { committed: 0, conflict: 0, recorded: 0, "policy-mismatch": 0 };

/** Wraps a store; the counts go up as it is used. */
export function countingStore<Kind extends Store>(
  store: Kind,
): { readonly store: Kind; readonly counts: StoreCounts } {
  const counts: StoreCounts = { loads: 0, commits: { ...none }, held: { ...none, released: 0 } };
  return {
    counts,
    store: {
      ...store,
      load: (request) => {
        counts.loads += 1;
        return store.load(request);
      },
      commit: async (commit) => {
        const result = await store.commit(commit);
        counts.commits[result.kind] += 1;
        return result;
      },
      exclusively: async (request, decide) => {
        const result = await store.exclusively(request, decide);
        counts.held[result.kind] += 1;
        return result;
      },
    },
  };
}
