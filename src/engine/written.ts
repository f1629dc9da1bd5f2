/**
 * Inputs and questions written in code: plain strings in, a typed value out. What comes from outside
 * is parsed with `interorg/schema` instead.
 */
import { type IdKinds, idProblem } from "../core/ids.ts";
import type { Actor, Source } from "../core/input.ts";
import type { Queries, QueryOf, QueryType } from "../queries/model.ts";
import type { Command, Fact, Input } from "./inputs.ts";

/** A type with its ids as plain strings. */
export type Plain<Type> = Type extends IdKinds[keyof IdKinds]
  ? string
  : Type extends readonly [infer First, infer Second]
    ? readonly [Plain<First>, Plain<Second>]
    : Type extends readonly (infer Item)[]
      ? readonly Plain<Item>[]
      : Type extends object
        ? { readonly [Name in keyof Type]: Plain<Type[Name]> }
        : Type;

/** Who gives a command: a person in the name of an organization (or short, as a pair), or support staff. */
export type By = Plain<Actor> | readonly [organization: string, person: string];

/** What every input carries: the id that its sender chose, and the time in epoch milliseconds. */
export interface Stamp {
  readonly id: string;
  readonly at: number;
}

/** The inputs by type: looked up, where picking one out of the union would go through all of it. */
export type InputsByType = { readonly [Each in Input as Each["type"]]: Each };

/** An input whose id and time are still to come, as tests and previews write it. */
export type DraftOf<Type extends Input["type"]> = DraftsByType[Type];
/** The drafts by type. */
export type DraftsByType = {
  readonly [Each in Input as Each["type"]]: Omit<Each, "id" | "at"> &
    Partial<Pick<Each, "id" | "at">>;
};

/** What an input of each type says, ids as plain strings. */
export type PlainDataByType = { readonly [Each in Input as Each["type"]]: Plain<Each["data"]> };

/** What a command of each type may say that it was decided on (PROTO-06), ids as plain strings. */
export type PlainExpectationByType = {
  readonly [Each in Command as Each["type"]]: Plain<NonNullable<Each["expect"]>>;
};

/** What a command of a type may say besides. */
export interface Expecting<Type extends Command["type"]> {
  readonly expect?: PlainExpectationByType[Type];
}

/** What a fact may say besides: who reports it, where that is not who is responsible for it. */
export interface Reported {
  readonly from?: Plain<Source>;
}

/** Reported by the platform; every other fact is reported by the organization that it is about. */
const fromPlatform: readonly Fact["type"][] = [
  "organization.registered",
  "organization.certification-changed",
  "organization.suspended",
  "organization.resumed",
  "hierarchy.capacity-changed",
  "organization.edition-changed",
  "organization.ended",
  "organization.reinstated",
  "license.purchased",
];

/** Fields of free text. Every other string is an id, or a word that would pass for one. */
const texts: readonly string[] =
  /* @__PURE__ */ "name title email phone level reason feature search labels alias after".split(
    " ",
  );

function checked(value: unknown, path: string): void {
  if (typeof value === "string") {
    const problem = idProblem(value);
    if (problem !== null) throw new TypeError(`${path} is no id: ${problem}`);
  } else if (value !== null && typeof value === "object") {
    for (const [name, field] of Object.entries(value)) {
      if (!texts.includes(name)) checked(field, `${path}.${name}`);
    }
  }
}

function sound<Value extends object>(value: Value): Value {
  for (const [name, field] of Object.entries(value)) {
    if (field === undefined || field === null) throw new TypeError(`${name} is missing`);
    checked(field, name);
  }
  return value;
}

/**
 * A command, typed by its type. Without a stamp it is a draft: what tests give to `given`.
 *
 * @param type what is asked for
 * @param by who asks
 * @param data what the type says of it, ids as plain strings
 * @param stamp its id and time, and what it was decided on, if it is to say that
 * @throws one `TypeError` that names the path, if what should be an id is none
 * @example
 * const ann = { organization: "acme", person: "ann" };
 * command("space.create", ann, { space: "supply", name: "Supply" }, { id: "1", at: Date.now() });
 */
export function command<Type extends Command["type"]>(
  type: Type,
  by: By,
  data: PlainDataByType[Type],
  stamp: Stamp & Expecting<Type>,
): InputsByType[Type];
export function command<Type extends Command["type"]>(
  type: Type,
  by: By,
  data: PlainDataByType[Type],
  stamp?: Partial<Stamp> & Expecting<Type>,
): DraftOf<Type>;
export function command(type: string, by: By, data: object, stamp: object = {}): unknown {
  const actor = Array.isArray(by) ? { organization: by[0], person: by[1] } : by;
  return sound({ type, data, by: actor, ...stamp });
}

/**
 * A fact, typed by its type, from whoever is responsible for it unless `from` says otherwise. Without a
 * stamp it is a draft.
 *
 * @param type what has happened
 * @param data what the type says of it, ids as plain strings
 * @param stamp its id and time
 * @throws one `TypeError` that names the path, if what should be an id is none
 * @example
 * fact("person.resigned", { organization: "acme", person: "bob", number: 1 }, { id: "2", at: 0 });
 */
export function fact<Type extends Fact["type"]>(
  type: Type,
  data: PlainDataByType[Type],
  stamp: Stamp & Reported,
): InputsByType[Type];
export function fact<Type extends Fact["type"]>(
  type: Type,
  data: PlainDataByType[Type],
  stamp?: Partial<Stamp> & Reported,
): DraftOf<Type>;
export function fact(type: Fact["type"], data: object, stamp: object = {}): unknown {
  const about = data as { readonly organization?: string } | undefined;
  const from = fromPlatform.includes(type)
    ? { platform: true }
    : { organization: about?.organization };
  return sound({ type, data, from, ...stamp });
}

/**
 * A question, typed by its type, so that the value of its answer is.
 *
 * @param type what is asked
 * @param data who asks and about what, ids as plain strings
 * @throws one `TypeError` that names the path, if what should be an id is none
 * @example
 * const answer = ask(world, question("space.organizations", { viewer: ann, space: "supply" }), policy);
 * if (answer.kind === "answer") answer.value.items;
 */
export function question<Type extends QueryType>(
  type: Type,
  data: Plain<Queries[Type]["input"]>,
): QueryOf<Type> {
  return sound({ type, data }) as unknown as QueryOf<Type>;
}
