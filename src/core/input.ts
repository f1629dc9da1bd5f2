import type { InputId, OrganizationId, PersonId, StaffId } from "./ids.ts";

/** Who asks for something: a person in the name of an organization, or platform support staff. */
export type Actor =
  | { readonly organization: OrganizationId; readonly person: PersonId }
  | { readonly support: StaffId };

/** Who reports that something happened: an organization about itself, or the platform. */
export type Source = { readonly organization: OrganizationId } | { readonly platform: true };

/** A request. It may be refused. */
export interface Command<Type extends string, Data> {
  /** Chosen by the sender; a retry carries the same id and the same content. */
  readonly id: InputId;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly by: Actor;
  readonly type: Type;
  readonly data: Data;
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
