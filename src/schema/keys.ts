/** Keys of records, from their texts. */
import { keyText, parseKey } from "../core/keys.ts";
import { keyFits } from "../engine/records.ts";
import type { RecordKey } from "../engine/types.ts";

/** Longer than any key's text: a kind, two ids escaped threefold, a number. */
const TEXT_MAX = 1_024;

/** The key that a text stands for, or `null`. A key has one text only: no other spelling passes. */
export function keyOfText(text: string): RecordKey | null {
  if (text.length > TEXT_MAX) return null;
  const key = parseKey(text);
  return keyFits(...key) && keyText(key) === text ? (key as RecordKey) : null;
}
