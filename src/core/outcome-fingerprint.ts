/** What an outcome comes to, in short: equal for equal outcomes, whenever and under whatever id. */
import { sha256 } from "@noble/hashes/sha2";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils";
import { canonicalJson } from "./canonical-json.ts";

/** What the times in events and notices are called: a number under such a name is epoch milliseconds. */
export const TIMES: ReadonlySet<string> = /* @__PURE__ */ new Set([
  "at",
  "since",
  "from",
  "until",
  "withdrawBefore",
  "expiresAt",
  "removedAt",
  "reapplyFrom",
  "keptUntil",
  "graceUntil",
]);

function timeless(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(timeless);
  if (value === null || typeof value !== "object") return value;
  const fields = Object.entries(value).filter(
    ([name, field]) => !(typeof field === "number" && TIMES.has(name)),
  );
  return Object.fromEntries(fields.map(([name, field]) => [name, timeless(field)]));
}

/** As much of an outcome as is looked at. */
export interface Looked {
  readonly events: readonly { readonly type: string; readonly data: unknown }[];
  readonly notices: readonly { readonly kind: string; readonly data: unknown }[];
}

/**
 * The fingerprint of an accepted outcome, for a command's `expect: { outcome }` (PROTO-06): SHA-256, in
 * hexadecimal, of the types and the data of its events and notices in their order. Ids of inputs, times,
 * recipients and what was passed over are no part of it, so that it is the same for the same command under
 * another id at another time, as long as what it would come to is the same.
 *
 * It covers what the sender of the command may not see: whoever has it can try guesses at that. Show it to
 * those who may see the whole outcome, and keep it for others.
 *
 * @param outcome what `decide`, `apply` or a preview gave for the command
 * @example
 * const looked = apply(world, cancel, policy).outcome;
 * if (looked.kind === "accepted") {
 *   apply(later, { ...cancel, expect: { outcome: outcomeFingerprint(looked) } }, policy);
 * }
 */
export function outcomeFingerprint({ events, notices }: Looked): string {
  const content = canonicalJson([
    events.map(({ type, data }) => [type, timeless(data)]),
    notices.map(({ kind, data }) => [kind, timeless(data)]),
  ]);
  return bytesToHex(sha256(utf8ToBytes(content)));
}
