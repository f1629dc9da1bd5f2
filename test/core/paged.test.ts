// Aim: a list in pages holds what a plain list holds, in order of tickets, and names the pages in use and
// no others. Method: any comings and goings beside a plain list; older versions looked at afterwards.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { InputId } from "../../src/core/ids.ts";
import { checkedTickets } from "../../src/core/invariants.ts";
import { listOf, pages } from "../../src/core/kinds.ts";
import {
  allTickets,
  append,
  type Pages,
  pageKey,
  pageKeys,
  removeTicket,
  replaceTicket,
} from "../../src/core/paged.ts";
import { EMPTY_PAGES, type PageIndex } from "../../src/core/structures.ts";
import { draftSet, emptyTable, tableDraft, tableGet, tablePublish } from "../../src/core/table.ts";
import { begin, type Tx } from "../../src/core/transaction.ts";

/** Everything is there, so nothing is guessed. */
const GUIDANCE = { fits: () => true, blank: () => ({}), companions: () => [] };

type Entry = readonly [ticket: number, note: number];

const SIZE = 4;
const kind = pages("list", SIZE);
const copy = (record: object): object => kind.copy(record as never);

/** Comes; or the one at this place, of those there are, goes or gets another note. */
const step = fc.oneof(
  fc.constant("comes" as const),
  fc.tuple(fc.constantFrom("goes" as const, "changes" as const), fc.nat({ max: 40 })),
);

test.each([undefined, "under"])("a list (%s) holds what a plain list would", (under) => {
  const where: Pages = listOf(kind, "owner", under);
  fc.assert(
    fc.property(fc.array(fc.array(step, { maxLength: 30 }), { maxLength: 4 }), (batches) => {
      let plain: Entry[] = [];
      let index: PageIndex = EMPTY_PAGES;
      let table = emptyTable(["list"]);
      for (const batch of batches) {
        const before = table;
        const was = pageKeys(where, index).map((key) => JSON.stringify(tableGet(before, ...key)));
        const had = pageKeys(where, index);
        const tx: Tx<{ list: object }> = begin(
          table,
          true,
          new Map(),
          "i" as InputId,
          0,
          copy,
          GUIDANCE,
        );
        for (const each of batch) {
          if (each === "comes") {
            plain = [...plain, [index.next, 0]];
            index = append(tx, where, index, (ticket) => [ticket, 0]);
            continue;
          }
          const [what, place] = each;
          const entry = plain[place % Math.max(plain.length, 1)];
          if (entry === undefined) continue;
          const next: Entry = [entry[0], entry[1] + 1];
          if (what === "goes") index = removeTicket(tx, where, index, entry[0]);
          else replaceTicket(tx, where, next);
          plain = plain.flatMap((one) => (one !== entry ? [one] : what === "goes" ? [] : [next]));
        }
        expect(allTickets<Entry>(tx, where, index)).toEqual(plain);
        const draft = tableDraft(table);
        for (const { owner, own, now } of tx.cells) draftSet(draft, "list", owner, own, now);
        table = tablePublish(draft);
        expect(had.map((key) => JSON.stringify(tableGet(before, ...key)))).toEqual(was);
        const findings: string[] = [];
        const all = {
          get: (kind: string, owner: string, own: string) => tableGet(table, kind, owner, own),
        };
        const found = checkedTickets<Entry>(all, where, index, (what) => findings.push(what));
        expect([found, findings]).toEqual([plain, []]);
        const inUse = new Set(plain.map(([ticket]) => JSON.stringify(pageKey(where, ticket))));
        expect(new Set(pageKeys(where, index).map((key) => JSON.stringify(key)))).toEqual(inUse);
      }
    }),
  );
});
