/** What the hosts of one store must have in common, and what they are told where they have not. */
import { RECORD_VERSION } from "../index.ts";

/** The store belongs to another policy. Nothing was changed, and nothing was decided. */
export interface PolicyMismatch {
  readonly kind: "policy-mismatch";
  readonly code: "POLICY_MISMATCH";
  /** The fingerprints of the store's policy and of this host's. */
  readonly stored: string | null;
  readonly offered: string;
}

/** The store holds another version of records. Nothing was changed, and nothing was decided. */
export interface StoreFormatMismatch {
  readonly kind: "store-format-mismatch";
  readonly code: "STORE_FORMAT_MISMATCH";
  /** The versions of the store's records and of this host's. */
  readonly stored: number;
  readonly offered: number;
  /** Whether somebody has begun to bring the store from its version to the next one. */
  readonly upgrading: boolean;
}

/** What a host that does not go with its store is told. */
export type Mismatch = PolicyMismatch | StoreFormatMismatch;

/** A version of records and a policy: what a store is kept under. */
export interface Stamp {
  readonly records: number;
  /** The policy's fingerprint. */
  readonly policy: string;
  /** While the store is brought to the next version: how far that is, as the store's pages tell. */
  readonly after?: string;
}

/** The text of a stamp, which a store keeps. */
export function stampText({ records, policy, after }: Stamp): string {
  return JSON.stringify({ records, policy, after });
}

/** A stamp from its text. Version 1 kept the policy's fingerprint alone, which is a list. */
export function stampOf(text: string): Stamp {
  return text.startsWith("{") ? (JSON.parse(text) as Stamp) : { records: 1, policy: text };
}

/** What is told to a host under a policy where a store has another stamp than it offers. */
export function mismatch(policy: string, stored: string | null): Mismatch {
  const stamp = stored === null ? null : stampOf(stored);
  if (stamp === null || (stamp.records === RECORD_VERSION && stamp.after === undefined)) {
    const fingerprint = stamp?.policy ?? null;
    return {
      kind: "policy-mismatch",
      code: "POLICY_MISMATCH",
      stored: fingerprint,
      offered: policy,
    };
  }
  return formatMismatch(stamp);
}

/** What is told of a store of another version. */
export function formatMismatch({ records, after }: Stamp): StoreFormatMismatch {
  return {
    kind: "store-format-mismatch",
    code: "STORE_FORMAT_MISMATCH",
    stored: records,
    offered: RECORD_VERSION,
    upgrading: after !== undefined,
  };
}
