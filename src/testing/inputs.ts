/** Short ways to write inputs down, with plain strings for ids. */
import type { AppsCommands } from "../apps/model.ts";
import type { IdKinds } from "../core/ids.ts";
import type { DirectoryCommands, DirectoryFacts } from "../directory/model.ts";
import type { Command, Fact, Input } from "../engine/types.ts";
import type { FlowsCommands } from "../flows/model.ts";
import type { GroupsCommands } from "../groups/model.ts";
import type { LicensesCommands, LicensesFacts } from "../licenses/model.ts";
import type { RosterCommands } from "../roster/model.ts";
import type { SpacesCommands } from "../spaces/model.ts";

/** A type with its ids as plain strings, for literals in tests. */
export type Plain<Type> = Type extends IdKinds[keyof IdKinds]
  ? string
  : Type extends readonly [infer First, infer Second]
    ? readonly [Plain<First>, Plain<Second>]
    : Type extends readonly (infer Item)[]
      ? readonly Plain<Item>[]
      : Type extends object
        ? { readonly [Name in keyof Type]: Plain<Type[Name]> }
        : Type;

/** What each command says, by its type. */
export type CommandData = DirectoryCommands &
  SpacesCommands &
  RosterCommands &
  LicensesCommands &
  GroupsCommands &
  AppsCommands &
  FlowsCommands;
/** What each fact says, by its type. */
export type FactData = DirectoryFacts & LicensesFacts;

/** Who gives a command: a person in the name of an organization, or support staff. */
export type By = readonly [organization: string, person: string] | { readonly support: string };

/** What may be said of any input; both are made up where they are left out. */
export interface Stamp {
  readonly id?: string;
  readonly at?: number;
}

/** An input whose id and time may still be missing. */
export type InputDraft = Omit<Input, "id" | "at"> & Partial<Pick<Input, "id" | "at">>;

const fromPlatform: ReadonlySet<string> = new Set<Fact["type"]>([
  "organization.registered",
  "organization.certification-changed",
  "organization.edition-changed",
  "organization.ended",
  "license.purchased",
]);

/**
 * A command.
 *
 * @param by who gives it, `["acme", "ann"]` for instance
 */
export function command<Type extends Command["type"]>(
  by: By,
  type: Type,
  data: Plain<CommandData[Type]>,
  stamp: Stamp = {},
): InputDraft {
  const actor = "support" in by ? by : { organization: by[0], person: by[1] };
  return { ...stamp, by: actor, type, data } as unknown as InputDraft;
}

/**
 * A fact, from whoever is responsible for it unless `from` says otherwise.
 */
export function fact<Type extends Fact["type"]>(
  type: Type,
  data: Plain<FactData[Type]>,
  stamp: Stamp & { readonly from?: { organization: string } | { platform: true } } = {},
): InputDraft {
  const { from, ...rest } = stamp;
  const own = fromPlatform.has(type)
    ? { platform: true }
    : { organization: (data as { organization: string }).organization };
  return { ...rest, from: from ?? own, type, data } as unknown as InputDraft;
}

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
    const by = "support" in input.by ? input.by : [input.by.organization, input.by.person];
    return `command(${literal(by)}, ${literal(type)}, ${literal(data)}, ${literal({ id, at })})`;
  }
  const own = fact(type as Fact["type"], data as never) as { from?: unknown };
  const stamp = literal(own.from) === literal(input.from) ? {} : { from: input.from };
  return `fact(${literal(type)}, ${literal(data)}, ${literal({ id, at, ...stamp })})`;
}

/** A readable script: inputs as code that can be pasted into a test, one to a line. */
export function script(inputs: readonly Input[]): string {
  return inputs.map((input) => `${inputText(input)},\n`).join("");
}
