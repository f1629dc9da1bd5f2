/** Instances, tasks and the lists of what waits and runs, from version 1 in the shape of today. */
import { keyText, parseKey } from "../core/keys.ts";
import { EMPTY_PAGES, type PageIndex } from "../core/structures.ts";
import { flowsKinds } from "../flows/kinds.ts";
import type { ParkingRecord } from "../flows/model.ts";
import { type AnyRecord, type Now, underWhich } from "./upgrade-step.ts";

/** The lists of an organization of which there are none. */
export const NO_LISTS = { parked: EMPTY_PAGES, running: EMPTY_PAGES };

/** The lists of an organization as they are by now. */
function listsOf(now: Now, organization: string) {
  const text = keyText(["parking", organization, ""]);
  const known = now(text) as Partial<ParkingRecord> | undefined;
  return [text, { ...NO_LISTS, ...known } as ParkingRecord] as const;
}

/** Puts an entry at the end of a list; gives its ticket, the list as it then is, and the page. */
function appended(
  now: Now,
  kind: "parked" | "running",
  owner: string,
  index: PageIndex,
  rest: readonly unknown[],
) {
  const { next: ticket, count, pages } = index;
  const number = Math.floor(ticket / flowsKinds[kind].size);
  const text = keyText([kind, owner, String(number)]);
  const { entries } = (now(text) ?? { entries: [] }) as { readonly entries: readonly unknown[] };
  const grown = entries.length === 0 ? [...pages, number] : pages;
  const page: AnyRecord = [text, { entries: [...entries, [ticket, ...rest]] }];
  return { ticket, index: { next: ticket + 1, count: count + 1, pages: grown }, page };
}

type Task = {
  readonly holder: unknown;
  readonly under?: number | null;
  readonly home: string;
  readonly parked: number | null;
};

/** A task is held under an employment. One that waits is counted, and listed for its Host as well. */
export function heldTask([text, record]: AnyRecord, now: Now): readonly AnyRecord[] {
  const before = record as Task;
  if ("under" in before) return [];
  const task = { ...before, under: underWhich(now, before.holder) };
  const { holder, home, parked } = task;
  if (holder !== null || typeof parked !== "number") return [[text, task]];
  const [waitsFor, lists] = listsOf(now, home);
  const counted: AnyRecord = [waitsFor, { ...lists, waiting: (lists.waiting ?? 0) + 1 }];
  const [, instance, number] = parseKey(text);
  const { host, space } = (now(keyText(["instance", instance, ""])) ?? { space: null }) as {
    readonly host: string;
    readonly space: string | null;
  };
  if (space === null || host === home) return [[text, task], counted];
  const [parking, known] = listsOf(now, host);
  const entry = [instance, Number(number), space, null, home];
  const { ticket, index, page } = appended(now, "parked", host, known.parked, entry);
  return [
    [text, { ...task, elsewhere: ticket }],
    counted,
    page,
    [parking, { ...known, parked: index }],
  ];
}

/** What is listed for admins says for whom it waits. */
export function parkedPage([text, record]: AnyRecord): readonly AnyRecord[] {
  const { entries } = record as { readonly entries?: unknown };
  if (!Array.isArray(entries)) return [];
  const isOld = (entry: unknown): entry is unknown[] => Array.isArray(entry) && entry.length < 6;
  if (!entries.some(isOld)) return [];
  return [[text, { entries: entries.map((each) => (isOld(each) ? [...each, null] : each)) }]];
}

/** Instances that run are listed for their Hosts, in the order of their keys. */
export function runningInstance([text, record]: AnyRecord, now: Now): readonly AnyRecord[] {
  const { host, status, initiator } = record as {
    readonly host: string;
    readonly status: string;
    readonly initiator: unknown;
  };
  const [, instance] = parseKey(text);
  if ("ticket" in (record as object)) return [];
  const started = { ...(record as object), under: underWhich(now, initiator) };
  if (status !== "running") return [[text, { ...started, ticket: null }]];
  const [parking, lists] = listsOf(now, host);
  const {
    ticket,
    index: running,
    page,
  } = appended(now, "running", host, lists.running, [instance]);
  return [[text, { ...started, ticket }], page, [parking, { ...lists, running }]];
}
