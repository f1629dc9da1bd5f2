/** The vocabulary of the directory: organizations, admins, departments and people. */
export type * from "./model/books.ts";
export type * from "./model/events.ts";
export type * from "./model/events-lists.ts";
export type * from "./model/inputs.ts";
export type * from "./model/records.ts";
export type * from "./model/records-lists.ts";
export type * from "./model/records-sources.ts";
export type * from "./model/terms.ts";
export {
  DEPARTMENT_DEPTH_MAX,
  EDITIONS,
  EXTENT_MAX,
  FORMER_IDS_MAX,
  PIECES_MAX,
  PLACEMENTS_MAX,
  PLACEMENTS_REVISED_MAX,
} from "./model/terms.ts";
