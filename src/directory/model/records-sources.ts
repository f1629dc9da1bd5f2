/** The records of the named sources of a directory (DIR-06). */
import type { Bucket } from "../../core/bucket.ts";
import type { DepartmentId, SourceId } from "../../core/ids.ts";
import type { HashIndex } from "../../core/structures.ts";
import type { Listed } from "./records-lists.ts";

/** The latest revision of all of somebody's placements, and those of single ones, the latest last (DIR-12). */
export interface PlacementRevisions {
  readonly departments?: number;
  readonly placements?: readonly (readonly [department: DepartmentId, revision: number])[];
}

/** What a source said of somebody or something last: that it vouches, or that it does no longer. */
export interface Voucher {
  readonly source: SourceId;
  /** The placements of a person that it brought, some of those the person has; absent if there are none. */
  readonly departments?: readonly DepartmentId[];
  /** There if it vouches no longer: since when, for older word of it is late. */
  readonly withdrawn?: number;
  /** There with `withdrawn` if a fact said so: lists do not undo that (RESIGN-06). */
  readonly reported?: true;
  /** When it last said by a fact that it vouches; absent if lists alone do, which are no word. */
  readonly said?: number;
  /** Of a person, the latest revisions that it gave for all placements, or for one: no other source's count. */
  readonly revisions?: PlacementRevisions;
  /** The latest revision that it gave for whether a department is there. */
  readonly revision?: number;
}

/** `source:{org}/{source}`: a named source of a directory. */
export interface SourceRecord {
  /** Indexes of `brought`: the departments it vouches for, and the people in service. */
  readonly departments: HashIndex;
  readonly people: HashIndex;
  /** Its latest complete list. */
  readonly listed?: Listed;
}

/** `brought:{org}/{d or p}{bucket}/{source}` */
export type BroughtBucket = Bucket<BroughtEntry>;

/** An entry of `brought`: a department (d) or a person (p). */
export type BroughtEntry = readonly [id: string];
