import type { InputId, OrganizationId, PersonId, StaffId } from "./ids.ts";

/** The way in which somebody acts whom an organization keeps in its industry book (INDUSTRY-01). */
export type AsMember = "industry-member";

/**
 * Who asks for something: a person in the name of an organization, or platform support staff. Without
 * `as` the person is an employee; with it somebody of the organization's industry book, who may go by
 * the id of an employee, and be the same person: what one of them may do, the other may not.
 */
export type Actor =
  | { readonly organization: OrganizationId; readonly person: PersonId; readonly as?: AsMember }
  | { readonly support: StaffId };

/** Who reports that something happened: an organization about itself, or the platform. */
export type Source = { readonly organization: OrganizationId } | { readonly platform: true };

/**
 * What a command was decided on (PROTO-06): should it come to something else by now, it is refused with
 * `STATE_CHANGED`. `outcome` is what `outcomeFingerprint` gives of the outcome looked at; `was`, of a command
 * that replaces a value, the fields of its data that it replaces, as they were.
 */
export type Expectation<Replaced = never> =
  | { readonly outcome: string }
  | ([Replaced] extends [never] ? never : { readonly was: Replaced });

/** What commands of a type replace, in a table by type; `never` for one that is not in it. */
export type ReplacedIn<Table, Type> = Type extends keyof Table ? Table[Type] : never;

/** A request. It may be refused. */
export interface Command<Type extends string, Data, Replaced = never> {
  /** Chosen by the sender; a retry carries the same id and the same content. */
  readonly id: InputId;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly by: Actor;
  readonly type: Type;
  readonly data: Data;
  readonly expect?: Expectation<Replaced>;
}

/** Something that has already happened. It is never refused for a business reason. */
export interface Fact<Type extends string, Data> {
  /** Chosen by the sender; a copy carries the same id and the same content. */
  readonly id: InputId;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly from: Source;
  readonly type: Type;
  readonly data: Data;
}

/** Of inputs, those of one type. */
export type OfType<Input extends { readonly type: string }, Type extends Input["type"]> = Extract<
  Input,
  { readonly type: Type }
>;
