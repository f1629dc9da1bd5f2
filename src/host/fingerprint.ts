import { canonicalJson } from "../core/canonical-json.ts";

export { canonicalJson };

/**
 * SHA-256 of a value's canonical JSON, in hexadecimal. It tells a retry from other content under the
 * same id, so it covers who, what and when, and inputs need not be kept.
 */
export async function fingerprintOf(value: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(canonicalJson(value));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
