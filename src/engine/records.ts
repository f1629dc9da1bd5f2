/** Everything that is stored, joined over the areas. */
import { appsKinds } from "../apps/kinds.ts";
import type { AppsRecords } from "../apps/model.ts";
import type { Width } from "../core/bucket.ts";
import type { Key } from "../core/keys.ts";
import { fits, type Kind, type Kinds } from "../core/kinds.ts";
import { byName, merged } from "../core/lookup.ts";
import type { Copier } from "../core/transaction.ts";
import { directoryKinds } from "../directory/kinds.ts";
import type { DirectoryRecords } from "../directory/model.ts";
import { flowsKinds } from "../flows/kinds.ts";
import type { FlowsRecords } from "../flows/model.ts";
import { groupsKinds } from "../groups/kinds.ts";
import type { GroupsRecords } from "../groups/model.ts";
import { industryKinds } from "../industry/kinds.ts";
import type { IndustryRecords } from "../industry/model.ts";
import { licensesKinds } from "../licenses/kinds.ts";
import type { LicensesRecords } from "../licenses/model.ts";
import { rosterKinds } from "../roster/kinds.ts";
import type { RosterRecords } from "../roster/model.ts";
import { spacesKinds } from "../spaces/kinds.ts";
import type { SpacesRecords } from "../spaces/model.ts";

/** The records, by kind. */
export interface Records
  extends DirectoryRecords,
    IndustryRecords,
    SpacesRecords,
    RosterRecords,
    LicensesRecords,
    GroupsRecords,
    AppsRecords,
    FlowsRecords {}
/** A kind of record. */
export type RecordKind = keyof Records;
/** A record of some kind. */
export type StoredRecord = Records[RecordKind];
/** A record's address. */
export type RecordKey = Key<RecordKind>;

/** How each kind of record is kept, as the areas declare it. */
const kinds: Kinds<Records> = /* @__PURE__ */ merged(
  directoryKinds,
  industryKinds,
  spacesKinds,
  rosterKinds,
  licensesKinds,
  groupsKinds,
  appsKinds,
  flowsKinds,
);

const kindOf = /* @__PURE__ */ byName<Kind<object>>(
  kinds as unknown as Readonly<Record<string, Kind<object>>>,
);

/** Whether an owner has one record of a kind, or none. */
export function isSingle(kind: string): boolean {
  return kindOf.get(kind)?.own === "none";
}

/** Every kind of record, those first of which an owner has one. */
export const RECORD_KINDS = /* @__PURE__ */ singleFirst();

function singleFirst(): readonly RecordKind[] {
  const all = [...kindOf.keys()] as RecordKind[];
  return [...all.filter(isSingle), ...all.filter((kind) => !isSingle(kind))];
}

/** Whether a key is one that a record of its kind can have. */
export function keyFits(kind: string, owner: string, own: string): boolean {
  const declared = kindOf.get(kind);
  return declared !== undefined && fits(declared, owner, own);
}

/** How many things sets of a kind keep of an id; `null` of kinds that are no sets. */
export function setWidth(kind: string): Width | null {
  const declared: object | undefined = kindOf.get(kind);
  return declared !== undefined && "width" in declared ? (declared.width as Width) : null;
}

/** Copies a record of some kind. */
export const copyRecord: Copier = (record, kind) => (kindOf.get(kind) as Kind<object>).copy(record);
