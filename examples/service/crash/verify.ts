/** Whether what was acknowledged is there, once. */
import type { Event } from "interorg";
import type { NoticeItem } from "interorg/host";
import type { Client } from "../support/client.ts";
import type { Place } from "../support/place.ts";
import { type Entry, insist } from "./ledger.ts";

/** What became of the inputs that were acknowledged. */
export interface Verdict {
  once: number;
  readonly twice: string[];
  readonly lost: string[];
  /** Facts that came too early: refused, and by design not kept, so that they can come again. */
  notKept: number;
}

interface Answered {
  readonly kind?: "accepted";
  readonly code?: string;
  readonly events?: readonly { readonly seq: number }[];
}

const isKept = ({ action }: Entry, { code = "" }: Answered): boolean =>
  code !== "MALFORMED" && !(action.kind === "fact" && code.startsWith("UNKNOWN_"));

/** The places of each input's events in the tail. */
function placesOf(events: readonly Event[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const { input, seq } of events) {
    const list = places.get(input);
    if (list === undefined) places.set(input, [seq]);
    else list.push(seq);
  }
  return places;
}

/**
 * Sends every acknowledged input once more. It is there once if the answer is the first one to the
 * byte, marked as a repeat, and the tail has all of its events exactly once: those that the answer
 * names among them, for it leaves out what its sender may not know of.
 */
export async function verify(
  client: Client,
  entries: Iterable<Entry>,
  events: readonly Event[],
): Promise<Verdict> {
  const verdict: Verdict = { once: 0, twice: [], lost: [], notKept: 0 };
  const places = placesOf(events);
  for (const entry of entries) {
    const { answer } = entry;
    if (answer === null) continue;
    const content = JSON.parse(answer.text) as Answered;
    if (!isKept(entry, content)) {
      verdict.notKept += 1;
      continue;
    }
    const again = await insist(client, entry);
    const found = [...(places.get(entry.id) ?? [])].sort((left, right) => left - right);
    const named = content.events ?? [];
    const same = again.replayed && again.status === answer.status && again.text === answer.text;
    if (new Set(found).size < found.length) verdict.twice.push(entry.id);
    else if (
      !same ||
      (content.kind !== "accepted" && found.length > 0) ||
      named.some(({ seq }) => !found.includes(seq)) ||
      found.some((seq, n) => seq !== n)
    ) {
      verdict.lost.push(entry.id);
    } else verdict.once += 1;
  }
  return verdict;
}

/** How often notices were delivered. */
export interface Delivered {
  readonly notices: number;
  readonly missing: number;
  readonly moreThanOnce: number;
}

/** Compares the tail of notices with what the sink has taken. */
export async function deliveredOf(
  place: Place,
  notices: readonly NoticeItem[],
): Promise<Delivered> {
  const rows = await place.read((query) =>
    query(`select scope, input, seq, times from ${place.deliveries}`),
  );
  const times = new Map(
    rows.map(({ scope, input, seq, times }) => [JSON.stringify([scope, input, seq]), times]),
  );
  const missing = notices.filter(
    ({ scope, input, seq }) => !times.has(JSON.stringify([scope ?? "", input, seq])),
  );
  const moreThanOnce = [...times.values()].filter((count) => Number(count) > 1).length;
  return { notices: notices.length, missing: missing.length, moreThanOnce };
}
