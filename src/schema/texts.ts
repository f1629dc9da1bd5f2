/** Schemas of free text: shown, stored, searched and compared as it is, never folded. */
import { type Schema, string } from "./shape.ts";

/** Lengths in UTF-16 code units. */
const NAME_MAX = 200;
const DETAIL_MAX = 320;
const LABEL_MAX = 64;
const REMARK_MAX = 500;
const SEARCH_MAX = 100;
const CURSOR_MAX = 1_000;

const loneSurrogate = /\p{Surrogate}/u;
/**
 * Control characters, U+0000 among them, which stores refuse or mangle, and the marks that reorder
 * what follows them, so that a name could pass for another. Joiners stay: scripts and emoji need them.
 */
const forbidden = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

const text = (min: number, max: number): Schema<string> =>
  string(
    (value) => {
      // Length first: a huge string costs nothing, and nothing is ever normalized.
      if (value.length < min) return "empty";
      if (value.length > max) return "too-long";
      if (loneSurrogate.test(value)) return "ill-formed";
      return forbidden.test(value) ? "forbidden-character" : null;
    },
    {
      minLength: min,
      maxLength: max,
      pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u202a-\\u202e\\u2066-\\u2069]*$",
    },
  );

/** The name of an organization, department, Space, Folder or person: 1 to 200 code units. */
export const nameText: Schema<string> = text(1, NAME_MAX);
/** A person's title, email or phone as the source has it: at most 320 code units, maybe none. */
export const detailText: Schema<string> = text(0, DETAIL_MAX);
/** A reviewer's reason, a partner's level: at most 500 code units, maybe none. */
export const remarkText: Schema<string> = text(0, REMARK_MAX);
/** A label of a row, compared as it is: 1 to 64 code units. */
export const labelText: Schema<string> = text(1, LABEL_MAX);
/** Part of a name to search for: at most 100 code units, maybe none. */
export const searchText: Schema<string> = text(0, SEARCH_MAX);
/** Where a page of answers starts, as the page before said: 1 to 1000 code units. */
export const cursorText: Schema<string> = text(1, CURSOR_MAX);
