/**
 * A record of each kind of which nothing is known, for guesses to go on with: there, in force, and
 * without contents. Its ids are marks, of which no key is made.
 */
import {
  EMPTY_SHELF,
  EMPTY_WORKBENCH,
  NEW_APP,
  UNDISTRIBUTED,
  UNPUBLISHED,
} from "../apps/kinds.ts";
import type { AnyBucket } from "../core/bucket.ts";
import { MARK } from "../core/guess.ts";
import { byName } from "../core/lookup.ts";
import { EMPTY_HASH, EMPTY_PAGES } from "../core/structures.ts";
import { NEW_DIRECTORY, NEW_LIST, NEW_ORGANIZATION, NEW_SOURCE } from "../directory/kinds.ts";
import { UNBOUND } from "../directory/select/bound.ts";
import { NEW_INSTANCE } from "../flows/kinds.ts";
import { NEW_GROUP } from "../groups/kinds.ts";
import { EMPTY_POOL } from "../licenses/select/pool.ts";
import { NEW_ASSOCIATION, NEW_LINK, NEW_SPACE, NEW_TRUNK, NO_SIGHT } from "../spaces/kinds.ts";
import { NO_COUNTERPARTS } from "../spaces/select/counterparts.ts";
import type { RecordKind, Records } from "./records.ts";

const id = MARK as never;
const identity = { organization: id, person: id };

/** The kinds that are pages of a list or buckets of a set. */
type ListKind = {
  [Kind in RecordKind]: Records[Kind] extends { readonly entries: readonly unknown[] } | AnyBucket
    ? Kind
    : never;
}[RecordKind];
/** An empty page and an empty bucket. */
const EMPTY: { readonly entries: readonly [] } & AnyBucket = /* @__PURE__ */ frozen({
  entries: [],
  ids: [],
  values: [],
  bytes: 0,
  more: 0,
});

type Blanks = { readonly [Kind in Exclude<RecordKind, ListKind>]: Records[Kind] };

// A function, for bundlers take a spread for something that happens.
const made = (): Blanks => ({
  organization: {
    ...NEW_ORGANIZATION,
    name: "",
    certified: true,
    edition: "exclusive",
    sso: true,
    batchInvitation: true,
  },
  directory: NEW_DIRECTORY,
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
    given: 0,
    inService: true,
    ordinal: 0,
    departments: [],
    fields: { name: "" },
    probation: false,
    heads: [],
    roles: [],
    successor: null,
    manager: null,
    at: 0,
    times: {},
    revisions: {},
  },
  former: { fields: { name: "" } },
  person: { organizations: [] },
  held: { people: [] },
  list: { ...NEW_LIST, at: 0, until: 0, of: { departments: 0, people: 0 } },
  part: { ids: [] },
  returns: { lines: [] },
  extents: { listed: [] },
  source: NEW_SOURCE,
  removal: { ticket: 0, departments: [] },
  role: { holders: EMPTY_HASH },
  "industry-member": {
    ...{ number: 0, given: null, inBook: true, nodes: [], guardians: [] },
    times: { began: 0 },
  },
  "industry-staff": { number: 0, nodes: [id] },
  "industry-node": { departures: 0 },
  guardian: { wards: EMPTY_HASH },
  bound: UNBOUND,
  space: { ...NEW_SPACE, name: "", host: id },
  association: { ...NEW_ASSOCIATION, order: 1, whole: true, visibility: { kind: "all" } },
  shown: NO_SIGHT,
  excepted: NO_SIGHT,
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
  use: { member: false },
  invitee: { open: 1 },
  counterparts: NO_COUNTERPARTS,
  // What is kept of nobody is over: a guess gives nothing back.
  retained: {
    ...{ folder: null, visibility: { kind: "own" }, types: [], level: null },
    ...{ until: Number.NEGATIVE_INFINITY, counterparts: [] },
  },
  folder: { removed: false, parent: null, ticket: 0, children: 0, members: 0 },
  trunk: { ...NEW_TRUNK, open: true },
  link: {
    ...NEW_LINK,
    order: 1,
    reach: "all-above",
    shared: [],
    whole: true,
    alias: null,
    mount: null,
    released: true,
    ownOnly: true,
  },
  lineage: { links: [], above: [[id, 1, 1, [id], [1], 0, []]] },
  "trunk-applicant": { application: id },
  "trunk-invitee": { open: 1 },
  pool: EMPTY_POOL,
  unit: { automated: [] },
  "automated-by": { chosen: [[id, true]], covered: [] },
  automatic: { departments: EMPTY_HASH },
  group: { ...NEW_GROUP, space: id, name: "", starter: identity },
  app: {
    ...NEW_APP,
    name: "",
    owner: { kind: "organization", organization: id },
    cool: true,
  },
  publication: { ...UNPUBLISHED, published: true },
  permission: { permissions: [] },
  "distribution-permission": { permissions: [] },
  distribution: { ...UNDISTRIBUTED, published: true },
  shelf: EMPTY_SHELF,
  stake: { people: EMPTY_HASH },
  liaisons: { roles: [id], sets: 0 },
  liaison: { name: "", keptBy: "trunk" },
  offices: { offices: EMPTY_HASH },
  workbench: EMPTY_WORKBENCH,
  row: { ticket: 0 },
  flow: { version: 0 },
  definition: { steps: [] },
  instance: {
    ...NEW_INSTANCE,
    app: id,
    host: id,
    flow: id,
    version: 0,
    space: id,
    initiator: identity,
    under: 0,
    row: id,
    ticket: 0,
  },
  task: {
    step: 0,
    origin: "rule" as never,
    holder: identity,
    under: 0,
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
  "stand-ins": { periods: [] },
});

/** Freezes a value and everything in it: all guesses go on with the same blanks. */
function frozen<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  for (const each of Object.values(value)) frozen(each);
  return Object.freeze(value);
}

const blanks = /* @__PURE__ */ byName<object>(/* @__PURE__ */ frozen(/* @__PURE__ */ made()));

/** The blank of a kind. */
export function blankOf(kind: string): object {
  return blanks.get(kind) ?? EMPTY;
}
