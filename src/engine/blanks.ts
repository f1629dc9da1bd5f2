/**
 * A record of each kind of which nothing is known, for guesses to go on with: there, in force, and
 * without contents. Its ids are marks, of which no key is made.
 */
import type { AnyBucket } from "../core/bucket.ts";
import { MARK } from "../core/guess.ts";
import { EMPTY_HASH, EMPTY_PAGES } from "../core/structures.ts";
import { byName } from "../core/tables.ts";
import { type RecordKind, type Records, setWidth } from "./records.ts";

const id = MARK as never;
const identity = { organization: id, person: id };

/** The kinds that are pages or buckets of a list: a blank one is empty. */
type ListKind = {
  [Kind in RecordKind]: Records[Kind] extends { readonly entries: readonly unknown[] } | AnyBucket
    ? Kind
    : never;
}[RecordKind];
const EMPTY_LIST = /* @__PURE__ */ frozen({ entries: [] });
const EMPTY_BUCKET: AnyBucket = /* @__PURE__ */ frozen({ ids: [], values: [], bytes: 0, more: 0 });

const BLANKS: { readonly [Kind in Exclude<RecordKind, ListKind>]: Records[Kind] } =
  /* @__PURE__ */ frozen({
    organization: {
      name: "",
      ended: false,
      certified: true,
      edition: "exclusive",
      sso: true,
      revisions: {},
      admins: [],
      hosted: [],
      joined: [],
      created: 0,
      expansion: 0,
      batchInvitation: true,
    },
    directory: { hires: 0, people: EMPTY_HASH, tree: EMPTY_PAGES, held: [] },
    department: {
      removed: false,
      parent: null,
      ancestors: [],
      ticket: 0,
      placed: EMPTY_HASH,
      heads: EMPTY_HASH,
      at: 0,
      revisions: {},
    },
    employment: {
      number: 0,
      inService: true,
      ordinal: 0,
      departments: [],
      fields: { name: "" },
      probation: false,
      heads: [],
      roles: [],
      successor: null,
      at: 0,
      revisions: {},
    },
    person: { organizations: [] },
    held: { people: [] },
    role: { holders: EMPTY_HASH },
    bound: {
      places: 0,
      near: [],
      groups: EMPTY_HASH,
      lists: EMPTY_HASH,
      tasks: EMPTY_HASH,
      started: EMPTY_PAGES,
      handled: EMPTY_PAGES,
    },
    space: {
      name: "",
      host: id,
      dissolved: false,
      cap: null,
      persons: 0,
      identities: 0,
      roster: EMPTY_HASH,
      waiting: EMPTY_PAGES,
      queued: EMPTY_HASH,
      members: EMPTY_PAGES,
      pending: EMPTY_PAGES,
      invitations: EMPTY_PAGES,
      folders: EMPTY_PAGES,
    },
    association: {
      order: 1,
      whole: true,
      departments: EMPTY_HASH,
      people: EMPTY_HASH,
      present: 0,
      waiting: 0,
      folder: null,
      visibility: { kind: "all" },
      types: [],
      level: null,
    },
    applicant: { application: id },
    application: {
      space: id,
      organization: id,
      invitation: id,
      status: "pending",
      reason: null,
      at: 0,
      ticket: 0,
      whole: true,
      pages: 0,
    },
    wish: { rules: [] },
    invitation: {
      space: id,
      form: "link",
      expiresAt: null,
      maxUses: null,
      uses: 0,
      open: true,
      invited: null,
    },
    invitee: { open: 1 },
    folder: { removed: false, parent: null, ticket: 0, children: 0, members: 0 },
    pool: {
      purchased: 0,
      revision: null,
      accounts: EMPTY_HASH,
      persons: 0,
      downstreamPersons: 0,
      hostUsed: 0,
      hostGranted: EMPTY_PAGES,
      units: [],
      nextUnit: 1,
      waiting: EMPTY_PAGES,
    },
    unit: { automated: [] },
    automatic: { departments: EMPTY_HASH },
    group: {
      space: id,
      name: "",
      starter: identity,
      identities: 0,
      entries: 0,
      participants: EMPTY_HASH,
    },
    app: {
      name: "",
      owner: { kind: "organization", organization: id },
      cool: true,
      published: [],
      rows: 0,
      submitters: EMPTY_HASH,
      submitted: EMPTY_PAGES,
    },
    publication: {
      partners: [],
      organizations: [],
      departments: EMPTY_HASH,
      people: EMPTY_HASH,
      published: true,
      ticket: 0,
      restricted: false,
      distributed: EMPTY_HASH,
    },
    permission: { permissions: [] },
    workbench: { offered: EMPTY_PAGES, home: EMPTY_PAGES },
    row: { ticket: 0 },
    flow: { version: 0 },
    definition: { steps: [] },
    instance: {
      app: id,
      host: id,
      flow: id,
      version: 0,
      space: id,
      initiator: identity,
      row: id,
      status: "running",
      ticket: 0,
      step: 0,
      missing: 0,
      tasks: 0,
      open: EMPTY_PAGES,
      log: EMPTY_PAGES,
    },
    task: {
      step: 0,
      origin: "rule" as never,
      holder: identity,
      home: id,
      status: "open",
      ticket: 0,
      path: [],
      before: 0,
      rest: 0,
      after: [],
      parked: null,
      touched: false,
    },
    parking: { parked: EMPTY_PAGES, running: EMPTY_PAGES },
  });

/** Freezes a value and everything in it: all guesses go on with the same blanks. */
function frozen<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  for (const each of Object.values(value)) frozen(each);
  return Object.freeze(value);
}

const blanks = /* @__PURE__ */ byName<object>(BLANKS);

/** The blank of a kind. */
export function blankOf(kind: string): object {
  return blanks.get(kind) ?? (setWidth(kind) === null ? EMPTY_LIST : EMPTY_BUCKET);
}
