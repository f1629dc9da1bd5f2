/** Everything that is stored, joined over the areas. */
import type { Key } from "../core/keys.ts";
import { byName } from "../core/tables.ts";
import type { Copier, Draft } from "../core/transaction.ts";
import type { FlowsRecords } from "../flows/model.ts";

/** The records, by kind. */
export type Records = FlowsRecords;
/** A kind of record. */
export type RecordKind = keyof Records;
/** A record of some kind. */
export type StoredRecord = Records[RecordKind];
/** A record's address. */
export type RecordKey = Key<RecordKind>;

/**
 * Copies a record, and the lists directly in it, for an evolve case to change. One function for each
 * kind: engines copy records of one known shape many times faster than records of any shape.
 */
const copiers: { readonly [Kind in RecordKind]: (record: Records[Kind]) => Draft<Records[Kind]> } =
  {
    organization: (record) => ({
      ...record,
      admins: record.admins.slice(),
      hosted: record.hosted.slice(),
      joined: record.joined.slice(),
    }),
    directory: (record) => ({ ...record, held: record.held.slice() }),
    people: ({ entries }) => ({ entries: entries.slice() }),
    tree: ({ entries }) => ({ entries: entries.slice() }),
    department: (record) => ({ ...record, ancestors: record.ancestors.slice() }),
    placed: ({ entries }) => ({ entries: entries.slice() }),
    employment: (record) => ({
      ...record,
      departments: record.departments.slice(),
      heads: record.heads.slice(),
      roles: record.roles.slice(),
    }),
    person: ({ organizations }) => ({ organizations: organizations.slice() }),
    held: ({ people }) => ({ people: people.slice() }),
    heads: ({ entries }) => ({ entries: entries.slice() }),
    role: (record) => ({ ...record }),
    holders: ({ entries }) => ({ entries: entries.slice() }),
    bound: (record) => ({ ...record, near: record.near.slice() }),
    ties: ({ entries }) => ({ entries: entries.slice() }),
    started: ({ entries }) => ({ entries: entries.slice() }),
    handled: ({ entries }) => ({ entries: entries.slice() }),
    space: (record) => ({ ...record }),
    association: (record) => ({ ...record, types: record.types.slice() }),
    members: ({ entries }) => ({ entries: entries.slice() }),
    applicant: (record) => ({ ...record }),
    application: (record) => ({ ...record }),
    wish: ({ rules }) => ({ rules: rules.slice() }),
    pending: ({ entries }) => ({ entries: entries.slice() }),
    invitation: (record) => ({ ...record }),
    invited: ({ entries }) => ({ entries: entries.slice() }),
    folder: (record) => ({ ...record }),
    folders: ({ entries }) => ({ entries: entries.slice() }),
    ruled: ({ entries }) => ({ entries: entries.slice() }),
    roster: ({ entries }) => ({ entries: entries.slice() }),
    queued: ({ entries }) => ({ entries: entries.slice() }),
    waiting: ({ entries }) => ({ entries: entries.slice() }),
    pool: (record) => ({ ...record, units: record.units.slice() }),
    unit: (record) => ({ ...record, automated: record.automated.slice() }),
    accounts: ({ entries }) => ({ entries: entries.slice() }),
    granted: ({ entries }) => ({ entries: entries.slice() }),
    deferred: ({ entries }) => ({ entries: entries.slice() }),
    automatic: (record) => ({ ...record }),
    selected: ({ entries }) => ({ entries: entries.slice() }),
    group: (record) => ({ ...record }),
    participants: ({ entries }) => ({ entries: entries.slice() }),
    app: (record) => ({ ...record, published: record.published.slice() }),
    publication: (record) => ({
      ...record,
      partners: record.partners.slice(),
      organizations: record.organizations.slice(),
    }),
    listed: ({ entries }) => ({ entries: entries.slice() }),
    permission: (record) => ({ ...record, permissions: record.permissions.slice() }),
    distributed: ({ entries }) => ({ entries: entries.slice() }),
    workbench: (record) => ({ ...record }),
    offered: ({ entries }) => ({ entries: entries.slice() }),
    home: ({ entries }) => ({ entries: entries.slice() }),
    rows: ({ entries }) => ({ entries: entries.slice() }),
    row: (record) => ({ ...record }),
    submitters: ({ entries }) => ({ entries: entries.slice() }),
    submitted: ({ entries }) => ({ entries: entries.slice() }),
    flow: (record) => ({ ...record }),
    definition: (record) => ({ ...record, steps: record.steps.slice() }),
    instance: (record) => ({ ...record }),
    task: (record) => ({ ...record, path: record.path.slice(), after: record.after.slice() }),
    opened: ({ entries }) => ({ entries: entries.slice() }),
    steps: ({ entries }) => ({ entries: entries.slice() }),
    parking: (record) => ({ ...record }),
    parked: ({ entries }) => ({ entries: entries.slice() }),
  };

/** Every kind of record. */
export const RECORD_KINDS = /* @__PURE__ */ Object.keys(copiers) as RecordKind[];

const copierOf = /* @__PURE__ */ byName(
  copiers as unknown as Readonly<Record<string, (record: object) => object>>,
);

/** Copies a record of some kind. */
export const copyRecord: Copier = (record, kind) =>
  (copierOf.get(kind) as (record: object) => object)(record);
