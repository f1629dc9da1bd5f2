/** Records of older versions in the shape of today: one after another, so that a store is moved set by set. */
import { type Entry, packed } from "../core/bucket.ts";
import { keyText, parseKey } from "../core/keys.ts";
import { EMPTY_PAGES } from "../core/structures.ts";
import { flowsKinds } from "../flows/kinds.ts";
import { setWidth } from "./records.ts";

/** A record of some version under the text of its key. */
type AnyRecord = readonly [keyText: string, record: unknown];

/** What is under a key by now. */
type Now = (keyText: string) => unknown;

/** Makes of a record what a version has of it, and of records that it reads what that adds to them. */
export type RecordStep = (record: AnyRecord, now: Now) => readonly AnyRecord[];

const isEntry = (entry: unknown): boolean => Array.isArray(entry) && typeof entry[0] === "string";

/** The name of a page that follows a bucket. */
function pageName(own: string, page: number): string {
  const slash = own.indexOf("/");
  const end = slash < 0 ? own.length : slash;
  return page === 0 ? own : `${own.slice(0, end)}+${page}${own.slice(end)}`;
}

const NO_LISTS = { parked: EMPTY_PAGES, running: EMPTY_PAGES };

/** An invitation is open or not, whoever an open one names is counted, and its uses are counted anew. */
function openInvitation([text, record]: AnyRecord, now: Now): readonly AnyRecord[] {
  const { revoked, ...kept } = record as {
    revoked?: boolean;
    space: string;
    invited: string | null;
  };
  if (revoked === undefined) return [];
  const made: AnyRecord = [text, { ...kept, uses: 0, open: !revoked }];
  if (revoked || kept.invited === null) return [made];
  const invitee = keyText(["invitee", kept.space, kept.invited]);
  const { open } = (now(invitee) ?? { open: 0 }) as { readonly open: number };
  return [made, [invitee, { open: open + 1 }]];
}

/** An application that is pending or made a Member takes a use, one for each organization. */
function usedInvitation([, record]: AnyRecord, now: Now): readonly AnyRecord[] {
  const { invitation, organization, status } = record as { [field: string]: string };
  if (status !== "pending" && status !== "approved") return [];
  const use = keyText(["use", String(invitation), String(organization)]);
  const known = now(use) as { readonly member: boolean } | null | undefined;
  const made: AnyRecord = [use, { member: status === "approved" || known?.member === true }];
  if (known) return known.member ? [] : [made];
  const text = keyText(["invitation", String(invitation), ""]);
  const issued = now(text) ?? {};
  // One of version 1 is counted from none on.
  const [opened, ...invitee] = openInvitation([text, issued], now);
  const invited = (opened?.[1] ?? issued) as { readonly uses: number };
  return [[text, { ...invited, uses: invited.uses + 1 }], ...invitee, made];
}

/** Instances that run are listed for their Hosts, in the order of their keys. */
function runningInstance([text, record]: AnyRecord, now: Now): readonly AnyRecord[] {
  const { host, status } = record as { readonly host: string; readonly status: string };
  const [, instance] = parseKey(text);
  if ("ticket" in (record as object)) return [];
  if (status !== "running") return [[text, { ...(record as object), ticket: null }]];
  const parking = keyText(["parking", host, ""]);
  const lists = { ...NO_LISTS, ...(now(parking) as Partial<typeof NO_LISTS> | undefined) };
  const { next: ticket, count, pages } = lists.running;
  const number = Math.floor(ticket / flowsKinds.running.size);
  const page = keyText(["running", host, String(number)]);
  const { entries } = (now(page) ?? { entries: [] }) as { readonly entries: readonly unknown[] };
  const grown = entries.length === 0 ? [...pages, number] : pages;
  const running = { next: ticket + 1, count: count + 1, pages: grown };
  return [
    [text, { ...(record as object), ticket }],
    [page, { entries: [...entries, [ticket, instance]] }],
    [parking, { ...lists, running }],
  ];
}

/**
 * A record of version 1 as one of version 2: a bucket's entries become two parallel lists, and what is
 * more than a bucket takes goes to pages that follow it. What is no bucket of version 1 stays as it is.
 */
function fromVersion1([text, record]: AnyRecord, now: Now): readonly AnyRecord[] {
  const [kind, owner, own] = parseKey(text);
  if (record === null || typeof record !== "object") return [];
  if (kind === "employment")
    return "manager" in record ? [] : [[text, { ...record, manager: null }]];
  if (kind === "application") return usedInvitation([text, record], now);
  if (kind === "invitation") return openInvitation([text, record], now);
  if (kind === "instance") return runningInstance([text, record], now);
  if (kind === "parking") return "running" in record ? [] : [[text, { ...NO_LISTS, ...record }]];
  const width = setWidth(kind);
  if (width === null) return [];
  const { entries } = record as { readonly entries?: unknown };
  if (!Array.isArray(entries) || !entries.every(isEntry)) return [];
  return packed(width, entries as readonly Entry[]).map((page, number) => [
    keyText([kind, owner, pageName(own, number)]),
    page,
  ]);
}

/**
 * The steps from one version of records to the next, by the version they start from. Each leaves what
 * it has made as it is, so that an upgrade that was cut short may go over it again.
 */
export const RECORD_STEPS: { readonly [from: number]: RecordStep | undefined } = {
  1: fromVersion1,
};

/** Takes records through a step, in the order of these keys; what it makes is there for the next. */
export function takeStep(
  step: RecordStep,
  texts: readonly string[],
  records: Map<string, unknown>,
): void {
  const now: Now = (text) => records.get(text);
  for (const text of texts) {
    for (const made of step([text, now(text)], now)) records.set(...made);
  }
}
