/** How each record of the directory is kept. */
import type { ListId, OrganizationId, SourceId } from "../core/ids.ts";
import { buckets, pages, records } from "../core/kinds.ts";
import { EMPTY_HASH, EMPTY_PAGES } from "../core/structures.ts";
import type {
  BoundRecord,
  DepartmentRecord,
  DirectoryRecord,
  EmploymentRecord,
  ExtentsRecord,
  FormerRecord,
  HeldRecord,
  IdThere,
  ListRecord,
  OrganizationRecord,
  PartRecord,
  PersonRecord,
  RemovalRecord,
  ReturnsIndex,
  ReturnsRecord,
  RoleRecord,
  SourceRecord,
  Voucher,
} from "./model.ts";

/** The list `under` as one's own, if there is one; spread, it keeps its place in the record. */
const copied = <Item>({ under }: { readonly under?: readonly Item[] }): { under: Item[] } =>
  (under === undefined ? {} : { under: under.slice() }) as { under: Item[] };

const copiedLists = ({ lists }: DirectoryRecord): { lists: ListId[] } =>
  (lists === undefined ? {} : { lists: lists.slice() }) as { lists: ListId[] };

const copiedTrunks = ({ trunks }: OrganizationRecord): { trunks: OrganizationId[] } =>
  (trunks === undefined ? {} : { trunks: trunks.slice() }) as { trunks: OrganizationId[] };

const copiedUnarmed = ({ unarmed }: OrganizationRecord): { unarmed: number[] } =>
  (unarmed === undefined ? {} : { unarmed: unarmed.slice() }) as { unarmed: number[] };

const copiedSources = ({ sources }: DirectoryRecord): { sources: SourceId[] } =>
  (sources === undefined ? {} : { sources: sources.slice() }) as { sources: SourceId[] };

const copiedVouchers = ({ vouched }: { readonly vouched?: readonly Voucher[] }) =>
  (vouched === undefined ? {} : { vouched: vouched.slice() }) as { vouched: Voucher[] };

const copiedAlong = ({ along }: EmploymentRecord): { along: IdThere[] } =>
  (along === undefined ? {} : { along: along.slice() }) as { along: IdThere[] };

const copiedReturns = ({ returns }: ListRecord): { returns: ReturnsIndex[] } =>
  (returns === undefined ? {} : { returns: returns.slice() }) as { returns: ReturnsIndex[] };

/** The kinds of record of the directory. */
export const directoryKinds = {
  organization: /* @__PURE__ */ records("none", (record: OrganizationRecord) => ({
    ...record,
    admins: record.admins.slice(),
    hosted: record.hosted.slice(),
    joined: record.joined.slice(),
    ...copiedTrunks(record),
    ...copiedUnarmed(record),
  })),
  directory: /* @__PURE__ */ records("none", (record: DirectoryRecord) => ({
    ...record,
    ...copiedLists(record),
    ...copiedSources(record),
  })),
  aliases: /* @__PURE__ */ buckets("aliases", "one", true),
  people: /* @__PURE__ */ buckets("people", "several"),
  suspended: /* @__PURE__ */ pages("suspended", 128),
  tree: /* @__PURE__ */ pages("tree", 64),
  department: /* @__PURE__ */ records("id", (record: DepartmentRecord) => ({
    ...record,
    ancestors: record.ancestors.slice(),
    ...copied(record),
    ...copiedVouchers(record),
  })),
  placed: /* @__PURE__ */ buckets("placed", "bare", true),
  over: /* @__PURE__ */ buckets("over", "bare", /^[dp]/),
  naming: /* @__PURE__ */ buckets("naming", "several", true),
  inert: /* @__PURE__ */ buckets("inert", "bare"),
  employment: /* @__PURE__ */ records("id", (record: EmploymentRecord) => ({
    ...record,
    departments: record.departments.slice(),
    heads: record.heads.slice(),
    roles: record.roles.slice(),
    ...copied(record),
    ...copiedVouchers(record),
    ...copiedAlong(record),
  })),
  former: /* @__PURE__ */ records("number/id", (record: FormerRecord) => ({ ...record })),
  kept: /* @__PURE__ */ pages("kept", 48, true),
  departures: /* @__PURE__ */ pages("departures", 64),
  person: /* @__PURE__ */ records("none", ({ organizations, ...rest }: PersonRecord) => ({
    organizations: organizations.slice(),
    ...(rest as {
      ids?: IdThere[];
      keys?: IdThere[];
      others?: IdThere[];
      apart?: OrganizationId[];
    }),
  })),
  held: /* @__PURE__ */ records("id", ({ people }: HeldRecord) => ({ people: people.slice() })),
  list: /* @__PURE__ */ records("id", (record: ListRecord) => ({
    ...record,
    departments: record.departments.slice(),
    pages: record.pages.slice(),
    ...copiedReturns(record),
  })),
  removal: /* @__PURE__ */ records("id", (record: RemovalRecord) => ({
    ...record,
    departments: record.departments.slice(),
  })),
  removals: /* @__PURE__ */ pages("removals", 128),
  part: /* @__PURE__ */ records(/^[dp]/, ({ ids }: PartRecord) => ({ ids: ids.slice() })),
  returns: /* @__PURE__ */ records("bucket/id", ({ lines }: ReturnsRecord) => ({
    lines: lines.slice(),
  })),
  extents: /* @__PURE__ */ records("id", ({ listed }: ExtentsRecord) => ({
    listed: listed.slice(),
  })),
  source: /* @__PURE__ */ records("id", (record: SourceRecord) => ({ ...record })),
  brought: /* @__PURE__ */ buckets("brought", "bare", /^[dp]/),
  heads: /* @__PURE__ */ buckets("heads", "one", true),
  role: /* @__PURE__ */ records("id", (record: RoleRecord) => ({ ...record })),
  holders: /* @__PURE__ */ buckets("holders", "one", true),
  bound: /* @__PURE__ */ records("id", (record: BoundRecord) => ({
    ...record,
    near: record.near.slice(),
  })),
  ties: /* @__PURE__ */ buckets(
    "ties",
    "several",
    /^(?:groups|lists|tasks|stakes|offices|stand-ins|counterparts)\./,
  ),
  started: /* @__PURE__ */ pages("started", 128, true),
  handled: /* @__PURE__ */ pages("handled", 128, true),
};

/** An organization as it begins, and its directory: nobody there, nothing granted. */
export const NEW_ORGANIZATION = {
  ended: false,
  revisions: {},
  admins: [],
  hosted: [],
  joined: [],
  created: 0,
  expansion: 0,
  batchInvitation: false,
} as const;
export const NEW_DIRECTORY = { hires: 0, people: EMPTY_HASH, tree: EMPTY_PAGES } as const;

/** A source that has brought nothing yet. */
export const NEW_SOURCE = { departments: EMPTY_HASH, people: EMPTY_HASH } as const;

/** A full list of which nothing has come. */
export const NEW_LIST = {
  state: "begun",
  departments: [],
  pages: [],
  named: { people: 0, departments: 0 },
} as const;
