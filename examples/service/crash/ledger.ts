/** What was sent, what was answered, and what is to be sent again. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Client, Reply } from "../support/client.ts";
import type { Action } from "../support/mix.ts";

/** An input as its sender knows it. */
export interface Entry {
  readonly id: string;
  readonly action: Action;
  answer: Reply | null;
  /** How often it was sent again because no answer came. */
  resent: number;
}

export interface Ledger {
  readonly entries: Map<string, Entry>;
  /** Those without an answer. */
  unanswered: Entry[];
}

export const newLedger = (): Ledger => ({ entries: new Map(), unanswered: [] });

/** Half a minute and more: whoever is told to come back for so long has no answer. */
const ATTEMPTS = 600;

/** Sends until there is an answer that is not "busy"; rejects if the connection breaks. */
export async function insist(client: Client, { action }: Entry): Promise<Reply> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const reply = await client.send(action.token, "POST", "/inputs", action.body);
    if (reply.status !== 503) return reply;
    await sleep(50);
  }
  throw new Error("always busy");
}

/**
 * One sender: first what was left unanswered, then new inputs, until the service is gone or `done`
 * says so. What was on its way then stays unanswered.
 */
export async function sender(
  client: Client,
  ledger: Ledger,
  next: () => Action,
  done: () => boolean,
): Promise<void> {
  while (!done()) {
    let entry = ledger.unanswered.shift();
    if (entry === undefined) {
      const action = next();
      entry = { id: action.body.id as string, action, answer: null, resent: 0 };
      ledger.entries.set(entry.id, entry);
    } else entry.resent += 1;
    try {
      entry.answer = await insist(client, entry);
    } catch {
      ledger.unanswered.push(entry);
      return;
    }
  }
}
