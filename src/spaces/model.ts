/** The vocabulary of Spaces: hosting, joining, Folders, visibility, partners and leaving. */
export type * from "./model/container.ts";
export type * from "./model/records.ts";
export type * from "./model/sight.ts";
export type * from "./model/words.ts";
export { PARTNER_TYPES } from "./model/words.ts";
