/** Scripts: inputs written as drafts get an id and a time, and are printed as code. */
import type { Fact, Input } from "../engine/types.ts";
import { type DraftOf, fact } from "../engine/written.ts";

export type { By, Plain, Stamp } from "../engine/written.ts";
export { command, fact, question } from "../engine/written.ts";

/** Who acts in a script that is made up: somebody of an organization, as a pair, or support staff. */
export type Acting = readonly [organization: string, person: string] | { readonly support: string };

/** An input whose id and time may still be missing. */
export type InputDraft = DraftOf<Input["type"]>;

/** Gives every input that lacks them an id and a time, both by its place. */
export function stamped<const Drafts extends readonly InputDraft[]>(
  drafts: Drafts,
  first = 1,
): { -readonly [Place in keyof Drafts]: Input } {
  const inputs = drafts.map((draft, index) => ({
    id: `input-${first + index}`,
    at: first + index,
    ...draft,
  }));
  return inputs as { -readonly [Place in keyof Drafts]: Input };
}

const identifier = /^[A-Za-z_$][\w$]*$/;

function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const fields = Object.entries(value).map(([name, field]) => {
    const plain = identifier.test(name) && name !== "__proto__";
    return `${plain ? name : `[${JSON.stringify(name)}]`}: ${literal(field)}`;
  });
  return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
}

/** An input as a line of code that makes it. */
export function inputText(input: Input): string {
  const { id, at, type, data } = input;
  if ("by" in input) {
    const isPlain = !("support" in input.by || "as" in input.by);
    const by = isPlain ? [input.by.organization, input.by.person] : input.by;
    const { expect } = input;
    const stamp = expect === undefined ? { id, at } : { id, at, expect };
    return `command(${literal(type)}, ${literal(by)}, ${literal(data)}, ${literal(stamp)})`;
  }
  const own = fact(type as Fact["type"], data as never) as { from?: unknown };
  const stamp = literal(own.from) === literal(input.from) ? {} : { from: input.from };
  return `fact(${literal(type)}, ${literal(data)}, ${literal({ id, at, ...stamp })})`;
}

/** A readable script: inputs as code that can be pasted into a test, one to a line. */
export function script(inputs: readonly Input[]): string {
  return inputs.map((input) => `${inputText(input)},\n`).join("");
}
