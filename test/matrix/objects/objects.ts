/** What the columns of the tables stand for: to each actor, what exactly is asked for. */
import type { Command } from "../../../src/engine/types.ts";
import type { Plain } from "../../../src/testing/inputs.ts";
import type { Actor, Party } from "../actors.ts";

type DataOf<Type extends Command["type"]> = Plain<
  Extract<Command, { readonly type: Type }>["data"]
>;

/** What an actor asks for; `null` where there is no such thing, and the table has to say why. */
export type Ask<Data> = (party: Party, actor: Actor) => Data | null;

/** The columns of every command of an area, in the order of its table. */
export type Objects<Types extends Command["type"]> = {
  readonly [Type in Types]: { readonly [column: string]: Ask<DataOf<Type>> };
};

/** Nothing where a party has nothing. */
export const having = <Thing, Data>(
  thing: Thing | null,
  data: (thing: Thing) => Data,
): Data | null => (thing === null ? null : data(thing));

/** The Space whose parts an actor is asked about: the one its organization hosts, or `supply`. */
export const base = ({ home }: Party): string => home ?? "supply";

/** The person of an actor. */
export const who = ({ by }: Actor): string | null => ("support" in by ? null : by[1]);
