/** On whose behalf a request may speak. The rules believe `by` and `from`: who calls is proven here. */
import type { Input } from "interorg";

/** A service that reports for everybody, or one person in the name of one organization. */
export type Caller =
  | { readonly kind: "service" }
  | { readonly kind: "person"; readonly organization: string; readonly person: string };

/** Whether the caller may send this input: a person sends their own commands and nothing else. */
export function maySend(caller: Caller, input: Input): boolean {
  if (caller.kind === "service") return true;
  return (
    "by" in input &&
    "person" in input.by &&
    input.by.person === caller.person &&
    input.by.organization === caller.organization
  );
}

const digest = async (text: string): Promise<string> =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text))).join();

/** The caller of a request with `authorization: Bearer …`: the service that knows the secret. */
export async function callerByToken(
  authorization: string | null,
  secret: string | undefined,
): Promise<Caller | null> {
  const token = /^Bearer (.+)$/i.exec(authorization ?? "")?.[1];
  if (token === undefined || secret === undefined || secret === "") return null;
  // By digest: how long the comparison takes tells nothing about the secret.
  return (await digest(token)) === (await digest(secret)) ? { kind: "service" } : null;
}
