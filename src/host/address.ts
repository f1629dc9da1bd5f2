import { keyText, parseKey } from "../core/keys.ts";
import { keyFits } from "../engine/records.ts";
import type { RecordKey } from "../index.ts";

/** What a store throws for a key that no record can have: its owner or own part does not fit its kind. */
export class InvalidKey extends RangeError {
  override readonly name = "InvalidKey";
  readonly code = "INVALID_KEY";

  constructor(kind: string) {
    super(`no ${kind} record has such a key`);
  }
}

/** The text that a store keeps a key under. */
export function addressOf(key: RecordKey): string {
  if (!keyFits(...key)) throw new InvalidKey(key[0]);
  return keyText(key);
}

/** Whether a text is one that some key is kept under. */
export function isAddress(text: string): boolean {
  const key = parseKey(text);
  return keyFits(...key) && keyText(key) === text;
}
