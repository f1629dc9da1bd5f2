/** Schemas of the sources of a directory: what they vouch for, and their latest lists. */
import {
  type DirectoryRecords,
  type Listed,
  PLACEMENTS_REVISED_MAX,
  type PlacementRevisions,
  type SourceEvents,
  type Voucher,
} from "../directory/model.ts";
import { placements } from "./directory.ts";
import { anyId, departmentId, listId, organizationId, personId, sourceId } from "./ids.ts";
import { count, time } from "./numbers.ts";
import { flag, lazily, object, only, optional, setOf, type Table, tuple } from "./shape.ts";
import { bucket, hashIndex, nothing } from "./structures.ts";

/** As many sources a directory has at most, whatever the policy. */
const SOURCES_MAX = 16;

const organization = organizationId;
const revision = optional(count);

/** A complete list, as it is remembered. */
export const listedShape = { list: listId, at: time, until: time };
export const listed = lazily(() => object<Listed>(listedShape));

const singly = optional(
  setOf(tuple(departmentId, count), PLACEMENTS_REVISED_MAX, ([each]) => each),
);

/** What sources said last of somebody or something. */
export const vouchers = lazily(() => {
  const voucher = object<Voucher>({
    source: sourceId,
    departments: optional(placements()),
    withdrawn: optional(time),
    reported: optional(only(true)),
    said: optional(time),
    revisions: optional(object<PlacementRevisions>({ departments: revision, placements: singly })),
    revision,
  });
  return setOf(voucher, SOURCES_MAX, ({ source }) => source);
});

/** The records of sources. */
export const sourceRecords: Table<Pick<DirectoryRecords, "source" | "brought">> = {
  source: () =>
    object({ departments: hashIndex(), people: hashIndex(), listed: optional(listed()) }),
  brought: () => bucket(anyId, nothing),
};

/** The data of each event about sources. */
export const sourceEvents: Table<SourceEvents> = {
  "person.vouched": () =>
    object({
      organization,
      person: personId,
      source: sourceId,
      given: flag,
      said: optional(only(true)),
      reported: optional(only(true)),
      departments: optional(placements()),
      revision,
      department: optional(departmentId),
      numbers: optional(only(true)),
    }),
  "department.vouched": () =>
    object({
      organization,
      department: departmentId,
      source: sourceId,
      given: flag,
      said: optional(only(true)),
      revision,
    }),
};
