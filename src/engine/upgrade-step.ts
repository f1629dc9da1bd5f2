/** What every step from one version of records to the next works with. */
import { keyText } from "../core/keys.ts";

/** A record of some version under the text of its key. */
export type AnyRecord = readonly [keyText: string, record: unknown];

/** What is under a key by now. */
export type Now = (keyText: string) => unknown;

/** Makes of a record what a version has of it, and of records that it reads what that adds to them. */
export type RecordStep = (record: AnyRecord, now: Now) => readonly AnyRecord[];

type Who = { readonly organization: string; readonly person: string };

/**
 * The employment under which somebody did something. Version 1 kept neither that nor when an employment
 * began: whatever was done is the doing of whoever is in service, and of nobody who is not.
 */
export function underWhich(now: Now, said: unknown): number | null {
  const who = (said ?? {}) as Who;
  if (typeof who.organization !== "string" || typeof who.person !== "string") return null;
  const last = now(keyText(["employment", who.organization, who.person])) as
    | { readonly number: number; readonly inService: boolean }
    | undefined;
  return last?.inService === true ? last.number : null;
}
