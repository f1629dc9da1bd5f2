/** How each record of Spaces is kept. */
import { buckets, pages, records } from "../core/kinds.ts";
import { EMPTY_HASH, EMPTY_PAGES } from "../core/structures.ts";
import type { Draft } from "../core/transaction.ts";
import type {
  ApplicantRecord,
  ApplicationRecord,
  AssociationRecord,
  CounterpartsRecord,
  FolderRecord,
  InvitationRecord,
  InviteeRecord,
  LineageRecord,
  LinkRecord,
  RetainedRecord,
  SightPage,
  SpaceRecord,
  TrunkApplicantRecord,
  TrunkRecord,
  UseRecord,
  WishPage,
} from "./model.ts";

const copyInvitation = (record: InvitationRecord): Draft<InvitationRecord> => {
  const addressees = record.for === undefined ? {} : { for: record.for.slice() };
  return { ...record, ...addressees } as Draft<InvitationRecord>;
};
const copyApplication = (record: ApplicationRecord): Draft<ApplicationRecord> =>
  "trunk" in record ? { ...record, shared: record.shared.slice() } : { ...record };

const copiedUnarmed = ({ unarmed }: LinkRecord): { unarmed: number[] } =>
  (unarmed === undefined ? {} : { unarmed: unarmed.slice() }) as { unarmed: number[] };

const copySight = (record: SightPage): Draft<SightPage> =>
  ({
    organizations: record.organizations.slice(),
    kinds: record.kinds.slice(),
    departments: record.departments.slice(),
  }) as Draft<SightPage>;

/** The kinds of record of Spaces. */
export const spacesKinds = {
  space: /* @__PURE__ */ records("none", (record: SpaceRecord) => ({ ...record })),
  association: /* @__PURE__ */ records("id", (record: AssociationRecord) => ({
    ...record,
    types: record.types.slice(),
  })),
  // Up to SIGHT_PAGE entries of each list.
  shown: /* @__PURE__ */ records("number/id", copySight),
  excepted: /* @__PURE__ */ records("number/id", copySight),
  counterparts: /* @__PURE__ */ records("id", (record: CounterpartsRecord) => ({ ...record })),
  retained: /* @__PURE__ */ records("id", (record: RetainedRecord) => ({
    ...record,
    types: record.types.slice(),
    counterparts: record.counterparts.slice(),
  })),
  members: /* @__PURE__ */ pages("members", 128),
  applicant: /* @__PURE__ */ records("id", (record: ApplicantRecord) => ({ ...record })),
  applied: /* @__PURE__ */ pages("applied", 128),
  application: /* @__PURE__ */ records("none", copyApplication),
  // Up to WISH_PAGE selections and exclusions each.
  wish: /* @__PURE__ */ records("number", ({ rules }: WishPage) => ({ rules: rules.slice() })),
  pending: /* @__PURE__ */ pages("pending", 128),
  invitation: /* @__PURE__ */ records("none", copyInvitation),
  use: /* @__PURE__ */ records("id", (record: UseRecord) => ({ ...record })),
  invitee: /* @__PURE__ */ records("id", (record: InviteeRecord) => ({ ...record })),
  "trunk-invitee": /* @__PURE__ */ records("id", (record: InviteeRecord) => ({ ...record })),
  invited: /* @__PURE__ */ pages("invited", 128),
  folder: /* @__PURE__ */ records("id", (record: FolderRecord) => ({ ...record })),
  // They carry their names.
  folders: /* @__PURE__ */ pages("folders", 48),
  trunk: /* @__PURE__ */ records("none", (record: TrunkRecord) => ({
    ...record,
    distances: record.distances.slice(),
  })),
  link: /* @__PURE__ */ records("id", (record: LinkRecord) => ({
    ...record,
    shared: record.shared.slice(),
    labels: record.labels.slice(),
    ...copiedUnarmed(record),
  })),
  lineage: /* @__PURE__ */ records("none", ({ links, above }: LineageRecord) => ({
    links: links.slice(),
    above: above.slice(),
  })),
  branches: /* @__PURE__ */ pages("branches", 128),
  below: /* @__PURE__ */ pages("below", 128),
  mounted: /* @__PURE__ */ buckets("mounted", "bare", true),
  "trunk-aliases": /* @__PURE__ */ buckets("trunk-aliases", "one"),
  "trunk-pending": /* @__PURE__ */ pages("trunk-pending", 128),
  "trunk-invited": /* @__PURE__ */ pages("trunk-invited", 128),
  "trunk-applicant": /* @__PURE__ */ records("id", (record: TrunkApplicantRecord) => ({
    ...record,
  })),
};

/** A Space as it begins: nobody there, nothing limited. */
export const NEW_SPACE = {
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
} as const;

/** What an organization is to those below it before a word is said: not open, nobody there. */
export const NEW_TRUNK = {
  open: false,
  capacity: null,
  branches: EMPTY_PAGES,
  below: EMPTY_PAGES,
  distances: [],
  aliases: EMPTY_HASH,
  pending: EMPTY_PAGES,
  invitations: EMPTY_PAGES,
} as const;

/** A Link just begun: nobody selected, at the root, no label. */
export const NEW_LINK = {
  whole: false,
  departments: EMPTY_HASH,
  people: EMPTY_HASH,
  roster: EMPTY_HASH,
  labels: [],
  hidden: false,
  hiddenExcept: { organizations: [], departments: [] },
  ownOnlyExcept: { organizations: [], departments: [] },
} as const;

/** A page of a setting of sight that names nothing. */
export const NO_SIGHT = { organizations: [], kinds: [], departments: [] } as const;

/** What is above an organization without Links. */
export const NO_LINEAGE = { links: [], above: [] } as const;

/** A part in a Space just begun: nobody selected, at the root, no type, no level. */
export const NEW_ASSOCIATION = {
  whole: false,
  departments: EMPTY_HASH,
  people: EMPTY_HASH,
  present: 0,
  waiting: 0,
  folder: null,
  types: [],
  level: null,
} as const;
