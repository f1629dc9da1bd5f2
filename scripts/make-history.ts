/**
 * Writes what a service may have stored under this version of events and records: histories with the
 * snapshots that they lead to, from the few Worlds of the vectors' script in which every type of event
 * and every kind of record occurs. What a published version wrote stays as it is, for later ones to
 * read: `npx tsx scripts/make-history.ts` writes a version's folder once.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { RECORD_VERSION } from "../src/index.ts";
import { type History, historiesOf } from "./vectors/histories.ts";

const VECTORS = join(import.meta.dirname, "../test/vectors");
const FOLDER = join(VECTORS, `v${RECORD_VERSION}`);

/** JSON with an event, and a record, to a line. */
function text({ events, snapshot: { records, ...rest } }: History): string {
  const lines = (items: readonly unknown[]) =>
    items.map((item) => `\n${JSON.stringify(item)}`).join(",");
  const around = JSON.stringify(rest).slice(0, -1);
  return `{"events":[${lines(events)}\n],"snapshot":${around},"records":[${lines(records)}\n]}}\n`;
}

/** Takes, again and again, the history that holds most of what those before it do not. */
function chosen(histories: readonly History[]): readonly History[] {
  const held = new Set<string>();
  const added = ({ holds }: History) => [...holds].filter((each) => !held.has(each)).length;
  const taken: History[] = [];
  for (;;) {
    const best = histories.reduce((one, other) => (added(other) > added(one) ? other : one));
    if (added(best) === 0) return taken;
    for (const each of best.holds) held.add(each);
    taken.push(best);
  }
}

if (existsSync(FOLDER)) throw new Error(`version ${RECORD_VERSION} has its files already`);
const script = gunzipSync(readFileSync(join(VECTORS, "script.jsonl.gz"))).toString();
const histories = chosen(historiesOf(script));
mkdirSync(FOLDER);
for (const [index, history] of histories.entries()) {
  writeFileSync(join(FOLDER, `world-${index + 1}.json`), text(history));
}
const events = histories.reduce((sum, each) => sum + each.events.length, 0);
console.log(`version ${RECORD_VERSION}: ${histories.length} Worlds, ${events} events`);
