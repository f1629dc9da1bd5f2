import type { Input } from "../index.ts";
import type { InputName, InputScope, Settlement } from "./store.ts";

/** Organizations that go by a name of those who are none; and those that go by what these are given. */
const taken = /^(organization:)*(support|platform)$/;

/**
 * Whose ids an input's id is one of: those of the organization in whose name it comes, be it a command
 * or a fact, of `support`, or of the `platform`. An organization that is called by one of these two words
 * has its ids under `organization:support`.
 *
 * @example
 * scopeOf({ id: "1", at: 0, by: { organization: "acme", person: "ann" }, type: "space.create", data });
 * // "acme"
 */
export function scopeOf(input: Input): InputScope {
  const sender: object | undefined = "by" in input ? input.by : input.from;
  const { organization } = (sender ?? {}) as { readonly organization?: unknown };
  if (typeof organization !== "string") return "by" in input ? "support" : "platform";
  return (taken.test(organization) ? `organization:${organization}` : organization) as InputScope;
}

/** What an input is known by. */
export function nameOf(input: Input): InputName {
  return { scope: scopeOf(input), input: input.id };
}

/** A name as one text; no id has a space in it. */
export function nameText({ scope, input }: Pick<Settlement, "scope" | "input">): string {
  return `${scope ?? ""} ${input}`;
}
