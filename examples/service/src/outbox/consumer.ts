/** Reads the tail of notices and hands each to a sink, at least once and in order. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Host, NoticeItem } from "interorg/host";
import type { Logger } from "../log.ts";
import type { Cursor } from "./cursor.ts";
import { deliveryOf, type Sink } from "./sink.ts";

/** What a consumer works with. */
export interface OutboxParts {
  readonly notices: Host["notices"];
  readonly cursor: Cursor;
  readonly sink: Sink;
  readonly log: Logger;
  /** Milliseconds between looks at an empty tail; default 200. */
  readonly poll?: number;
  /** Milliseconds before the second attempt, doubled with each further one; default 100. */
  readonly firstPause?: number;
}

/** How a consumer is doing. */
export interface OutboxState {
  readonly delivered: number;
  /** Attempts that failed since the last one that did not. */
  readonly failures: number;
  /** Whether it holds the cursor; if not, another instance does the work. */
  readonly active: boolean;
  /** Whether the tail had nothing more when it looked last. */
  readonly caughtUp: boolean;
}

/** A consumer at work. */
export interface Outbox {
  readonly state: () => OutboxState;
  /** Ends after the delivery under way, and lets go of the cursor. */
  readonly stop: () => Promise<void>;
}

const PAGE = 100;
const PAUSE_MAX = 30_000;

/**
 * Starts a consumer. A notice that the sink does not take holds up those behind it, so that their
 * order stands: it is tried again after a pause that grows to half a minute, for as long as it takes.
 * The cursor moves on after each page, so a process that dies delivers at most a page again.
 */
export function startOutbox(parts: OutboxParts): Outbox {
  const { cursor, sink, log, poll = 200, firstPause = 100 } = parts;
  const stopped = new AbortController();
  const state = { delivered: 0, failures: 0, active: false, caughtUp: false };

  const pause = (milliseconds: number): Promise<void> =>
    sleep(milliseconds, undefined, { signal: stopped.signal }).catch(() => {});

  /** Repeats something until it works; `undefined` if the consumer is stopped before. */
  async function insist<Value>(what: string, attempt: () => Promise<Value>) {
    while (!stopped.signal.aborted) {
      try {
        const value = await attempt();
        state.failures = 0;
        return { value };
      } catch (error) {
        const wait = Math.min(PAUSE_MAX, firstPause * 2 ** state.failures) * (0.5 + Math.random());
        state.failures += 1;
        const reason = (error as Error).message;
        log.warn({ what, failures: state.failures, wait: Math.round(wait), reason }, "outbox");
        await pause(wait);
      }
    }
    return undefined;
  }

  async function deliver(item: NoticeItem): Promise<boolean> {
    const done = await insist("delivery", async () => {
      // Held on to while the sink is down: whoever took over would only fail as well.
      if (state.failures > 0 && (await cursor.claim()) === null) return false;
      await sink.deliver(deliveryOf(item));
      return true;
    });
    if (done?.value !== true) return false;
    state.delivered += 1;
    return true;
  }

  /** One page: whether there was anything to do. */
  async function step(): Promise<boolean> {
    const claimed = await insist("claim", cursor.claim);
    state.active = claimed !== undefined && claimed.value !== null;
    if (claimed === undefined || claimed.value === null) return false;
    const from = claimed.value === undefined ? {} : { after: claimed.value };
    const page = await insist("page", () => parts.notices({ ...from, limit: PAGE }));
    state.caughtUp = page?.value.items.length === 0;
    if (page === undefined || state.caughtUp) return false;
    for (const item of page.value.items) if (!(await deliver(item))) return true;
    await insist("save", () => cursor.save(page.value.next));
    return true;
  }

  const running = (async () => {
    while (!stopped.signal.aborted) if (!(await step())) await pause(poll);
    state.active = false;
    await cursor.release().catch((error: Error) => log.warn({ reason: error.message }, "outbox"));
  })();

  return {
    state: () => ({ ...state }),
    stop: async () => {
      stopped.abort();
      await running;
    },
  };
}
