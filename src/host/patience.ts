/** Callers who wait so long and no longer. */
import type { Driver } from "./driver.ts";
import type { Commit } from "./store.ts";

/** The part of an `AbortSignal` that is used. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  addEventListener(type: "abort", listener: () => void): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

/** How long somebody waits for an answer; without either, until there is one. */
export interface Patience {
  /** Milliseconds from the call. */
  readonly within?: number;
  /** Whoever aborts it waits no longer. */
  readonly signal?: AbortSignalLike;
}

/** It was given up before a commit was sent: nothing was changed, and nothing will be. */
export interface Withdrawn {
  readonly kind: "withdrawn";
}

/**
 * It was given up while its commit was under way, which goes on: it may have been stored. Sent again as
 * it is, it gets its outcome.
 */
export interface Unknown {
  readonly kind: "unknown";
}

/** One call, and how far it is. */
interface Call {
  over: boolean;
  committing: boolean;
}

/** Ends what somebody does for whom nobody waits any more. */
class Over extends Error {}

/** A driver for one call, which begins nothing once that is over. */
function during(driver: Driver, call: Call): Driver {
  const { store } = driver;
  const goOn = (): void => {
    if (call.over) throw new Over();
  };
  const began = (commit: Commit | null): Commit | null => {
    call.committing = commit !== null;
    return commit;
  };
  const ended = <Result>(result: Result): Result => {
    call.committing = false;
    return result;
  };
  return {
    ...driver,
    store: {
      load: async (request) => {
        goOn();
        return store.load(request);
      },
      commit: async (commit) => {
        goOn();
        began(commit);
        return ended(await store.commit(commit));
      },
      exclusively: async (request, decide) => {
        goOn();
        const result = await store.exclusively(request, (loaded) => {
          goOn();
          return began(decide(loaded));
        });
        return ended(result);
      },
      adoptPolicy: async (...asked) => {
        goOn();
        return store.adoptPolicy(...asked);
      },
    },
  };
}

/** Does something with a driver for as long as somebody waits for it. */
export async function patiently<Value>(
  driver: Driver,
  { within, signal }: Patience,
  work: (driver: Driver) => Promise<Value>,
): Promise<Value | Withdrawn | Unknown> {
  if (within === undefined && signal === undefined) return work(driver);
  const call: Call = { over: false, committing: false };
  let giveUp = (): void => {};
  const givenUp = new Promise<Withdrawn | Unknown>((resolve) => {
    giveUp = () => {
      call.over = true;
      resolve({ kind: call.committing ? "unknown" : "withdrawn" });
    };
  });
  if (signal?.aborted === true || (within ?? 1) <= 0) return { kind: "withdrawn" };
  signal?.addEventListener("abort", giveUp);
  const timer = within === undefined ? undefined : setTimeout(giveUp, within);
  try {
    return await Promise.race([work(during(driver, call)), givenUp]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", giveUp);
  }
}
