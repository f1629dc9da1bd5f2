/** Records of older versions in the shape of today: one after another, so that a store is moved set by set. */
import { type Entry, packed } from "../core/bucket.ts";
import type { InputId, OrganizationId } from "../core/ids.ts";
import { keyText, parseKey } from "../core/keys.ts";
import type { Notice } from "../core/notice.ts";

import { EMPTY_PAGES, type PageIndex } from "../core/structures.ts";
import { spacesKinds } from "../spaces/kinds.ts";
import type { AppliedPage } from "../spaces/model.ts";
import { type Records, setWidth } from "./records.ts";
import { heldTask, NO_LISTS, parkedPage, runningInstance } from "./upgrade-flows.ts";
import { inertInFlow, inertInList } from "./upgrade-inert.ts";
import { type AnyRecord, type Now, type RecordStep, underWhich } from "./upgrade-step.ts";

const isEntry = (entry: unknown): boolean => Array.isArray(entry) && typeof entry[0] === "string";

/** The name of a page that follows a bucket. */
function pageName(own: string, page: number): string {
  const slash = own.indexOf("/");
  const end = slash < 0 ? own.length : slash;
  return page === 0 ? own : `${own.slice(0, end)}+${page}${own.slice(end)}`;
}

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
  // In no order of theirs: of several open ones any goes on where the organization is invited again (JOIN-14).
  return [made, [invitee, { open: open + 1, latest: parseKey(text)[1] }]];
}

/** An application that is pending or made a Member takes a use, one for each organization. */
function usedInvitation([, record]: AnyRecord, now: Now): readonly AnyRecord[] {
  const { invitation, organization, status } = record as { [field: string]: unknown };
  if (typeof invitation !== "string" || typeof organization !== "string") return [];
  if (status !== "pending" && status !== "approved") return [];
  const use = keyText(["use", invitation, organization]);
  const known = now(use) as { readonly member: boolean } | null | undefined;
  const made: AnyRecord = [use, { member: status === "approved" || known?.member === true }];
  if (known) return known.member ? [] : [made];
  const text = keyText(["invitation", invitation, ""]);
  const issued = now(text) ?? {};
  // One of version 1 is counted from none on.
  const [opened, ...invitee] = openInvitation([text, issued], now);
  const invited = (opened?.[1] ?? issued) as { readonly uses: number };
  return [[text, { ...invited, uses: invited.uses + 1 }], ...invitee, made];
}

/** An organization's list of where it has applied, which version 1 had not. */
function listedApplicant(space: string, organization: string, now: Now): readonly AnyRecord[] {
  const text = keyText(["organization", organization, ""]);
  const record = now(text) as { readonly applied?: PageIndex } | undefined;
  if (record === undefined) return [];
  const pageText = (page: number): string => keyText(["applied", organization, String(page)]);
  const entriesOf = (page: number) =>
    ((now(pageText(page)) ?? { entries: [] }) as AppliedPage).entries;
  const { next, count, pages } = record.applied ?? EMPTY_PAGES;
  if (pages.some((page) => entriesOf(page).some(([, known]) => known === space))) return [];
  const page = Math.floor(next / spacesKinds.applied.size);
  const applied = {
    ...{ next: next + 1, count: count + 1 },
    pages: pages.includes(page) ? pages : [...pages, page],
  };
  return [
    [text, { ...record, applied }],
    [pageText(page), { entries: [...entriesOf(page), [next, space, null]] }],
  ];
}

/** How the entries of each list say whose doing they are, and how many fields they have since. */
const DOINGS: {
  readonly [kind: string]: {
    readonly width: number;
    readonly who: (entry: readonly unknown[], owner: string, own: string) => unknown;
  };
} = {
  steps: { width: 6, who: ([, , , who]) => who },
  submitted: { width: 4, who: ([, organization, person]) => ({ organization, person }) },
  started: { width: 4, who: (_, organization, own) => ({ organization, person: afterSlash(own) }) },
  handled: { width: 4, who: (_, organization, own) => ({ organization, person: afterSlash(own) }) },
};

const afterSlash = (own: string): string => own.slice(own.indexOf("/") + 1);

/** The entries of a page of what was done, each with the employment. */
function doings([text, record]: AnyRecord, now: Now): readonly AnyRecord[] {
  const [kind, owner, own] = parseKey(text);
  const { entries } = record as { readonly entries?: unknown };
  if (!Array.isArray(entries)) return [];
  const doing = DOINGS[kind];
  const made = entries.map((entry: unknown) => {
    if (doing === undefined) {
      const isRow = typeof entry === "object" && entry !== null && !("under" in entry);
      return isRow ? { ...entry, under: underWhich(now, entry) } : entry;
    }
    const isOld = Array.isArray(entry) && entry.length < doing.width;
    return isOld ? [...entry, underWhich(now, doing.who(entry, owner, own))] : entry;
  });
  return made.every((entry, place) => entry === entries[place]) ? [] : [[text, { entries: made }]];
}

/** Somebody who submitted, with the employment for each organization. */
function submitter(entry: readonly unknown[], now: Now): readonly unknown[] {
  const [person, as] = entry;
  if (!Array.isArray(as)) return entry;
  return [
    person,
    as.map((each: unknown) => {
      if (!Array.isArray(each)) return each;
      return [...each, underWhich(now, { organization: each[0], person })];
    }),
  ];
}

/** Departments that a scope excludes go on excluding when they are removed (ROSTER-16). */
function excluded(own: string, entries: readonly Entry[], now: Now): readonly AnyRecord[] {
  return entries.flatMap(([department, rule]): AnyRecord[] => {
    const text = keyText(["department", afterSlash(own), String(department)]);
    const record = now(text);
    return rule === "out" && record !== undefined ? [[text, { ...record, excluded: true }]] : [];
  });
}

/**
 * An employment keeps whose its number is, and when it ended; what orders older words is not known. Nor
 * is what said that it ended: it counts as reported, for no list is to let a leaver in again.
 */
function timedEmployment([text, record]: AnyRecord): readonly AnyRecord[] {
  const employment = record as { number: number; inService: boolean; at: number };
  if ("times" in employment) return [];
  const { number: given, inService, at } = employment;
  const ended = inService ? { times: {} } : { times: { ended: at }, reported: true };
  return [[text, { ...employment, given, ...ended, manager: null }]];
}

/** Lists that were held page by page are dropped: the next full list says what they said. */
function withoutHeld([text, record]: AnyRecord): readonly AnyRecord[] {
  const { held, ...directory } = record as { readonly held?: unknown };
  return held === undefined ? [] : [[text, directory]];
}

/**
 * A record of version 1 as one of version 2: a bucket's entries become two parallel lists, and what is
 * more than a bucket takes goes to pages that follow it. What is no bucket of version 1 stays as it is.
 */
function fromVersion1([text, record]: AnyRecord, now: Now): readonly AnyRecord[] {
  const [kind, owner, own] = parseKey(text);
  if (record === null || typeof record !== "object") return [];
  if (kind === "held") return [[text, null]];
  if (kind === "directory") return withoutHeld([text, record]);
  if (kind === "application") return usedInvitation([text, record], now);
  if (kind === "applicant") return listedApplicant(owner, own, now);
  if (kind === "invitation") return openInvitation([text, record], now);
  if (kind === "employment") return timedEmployment([text, record]);
  if (kind === "instance") return runningInstance([text, record], now);
  if (kind === "parked") return parkedPage([text, record]);
  if (kind === "task") return heldTask([text, record], now);
  if (kind === "definition") return inertInFlow(record, [owner, own], now);
  if (kind === "rows" || kind in DOINGS) return doings([text, record], now);
  if (kind === "parking") return "running" in record ? [] : [[text, { ...NO_LISTS, ...record }]];
  const width = setWidth(kind);
  if (width === null) return [];
  const { entries } = record as { readonly entries?: unknown };
  if (!Array.isArray(entries) || !entries.every(isEntry)) return [];
  const kept = kind === "submitters" ? entries.map((each) => submitter(each, now)) : entries;
  const pages = packed(width, kept as readonly Entry[]).map(
    (page, number): AnyRecord => [keyText([kind, owner, pageName(own, number)]), page],
  );
  if (kind === "listed") return [...pages, ...inertInList([owner, own], entries, now)];
  return kind === "ruled" && own.startsWith("d")
    ? [...pages, ...excluded(own, entries, now)]
    : pages;
}

/** What the admins of an organization are told of a record that a step drops; `null` of most. */
export function noticeOfDropped([text, record]: AnyRecord): Notice | null {
  const [kind, owner, own] = parseKey(text);
  if (kind !== "held") return null;
  const { people = [] } = record as Partial<Records["held"]>;
  const organization = owner as OrganizationId;
  return {
    kind: "DIRECTORY_RECONCILIATION_HELD",
    to: [{ kind: "authorized-admins", organization }],
    data: { organization, dropped: own as InputId, people: people.length },
  };
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
  // What is not there is noted: a store has it looked up, and the step taken again.
  const now: Now = (text) => {
    if (!records.has(text)) records.set(text, null);
    return records.get(text) ?? undefined;
  };
  for (const text of texts) {
    for (const made of step([text, now(text)], now)) records.set(...made);
  }
}
