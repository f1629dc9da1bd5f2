/** What answers to questions have in common. */
import type { OrganizationId, SpaceId } from "../../core/ids.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import type { Queries, QueryType, Room, Shown, Viewer } from "../../queries/model.ts";
import { fieldsOf, sortedBy } from "./canonical.ts";
import { findOrganization, findSpace } from "./lists.ts";
import { identityOf, isSuspended } from "./people.ts";
import { fieldsTo, type Look } from "./shared-fields.ts";
import type { Space, World } from "./state.ts";
import type { Pair } from "./state-areas.ts";

/** How one type of question is answered. */
export interface Answering<Data> {
  readonly codes: (world: World, data: Data) => readonly RefusalCode[];
  readonly value: (world: World, data: Data) => unknown;
}

/** The Space a question is about, known to exist by the time a value is worked out. */
export function about(world: World, id: SpaceId): Space {
  const space = findSpace(world.state, id);
  if (space === undefined) throw new Error("A question about an unknown Space is refused first");
  return space;
}

/** The answers to some types of question, as far as they are not about a Trunk. */
export type Answers<Type extends QueryType> = {
  readonly [T in Type]: Answering<Exclude<Queries[T]["input"], { readonly trunk: unknown }>>;
};

/** A question asked from within a Space. */
export interface FromWithin {
  readonly viewer: Viewer;
  readonly space: SpaceId;
}

/** Somebody, under one of their employments if it is said which (HAND-07). */
interface Someone extends Pair {
  readonly number?: number;
}

/** An identity as others meet it: with the fields last known that reach them (GROUP-03, DATA-02, VIS-09). */
export function shown(world: World, look: Look, someone: Someone): Shown {
  const { organization, fields, ...rest } = lastKnown(world, someone);
  return { organization, ...rest, fields: fieldsTo(world, look, organization, fields) };
}

/** A participant of a group: the post is shown whatever is set (GROUP-03). */
export function participant(world: World, look: Look, someone: Someone): Shown {
  const { title } = lastKnown(world, someone).fields;
  const as = shown(world, look, someone);
  return { ...as, fields: fieldsOf({ ...as.fields, ...(title === undefined ? {} : { title }) }) };
}

/** An identity with all the fields last known. */
export function lastKnown(world: World, { organization, person, number }: Someone): Shown {
  const own = world.state.employments.filter(
    (each) => each.organization === organization && each.person === person,
  );
  const employment = number === undefined ? own.at(-1) : own.find((each) => each.number === number);
  const fields = fieldsOf(employment?.fields ?? { name: "" });
  return { organization, person, organizationName: nameOf(world, organization), fields };
}

/** That somebody is suspended, as answers that show people say it (DIR-17). */
export function suspensionOf({ state }: World, someone: Someone): { readonly suspended?: true } {
  const { number = identityOf(state, someone).number } = someone;
  const isNow = identityOf(state, someone).number === number;
  return isNow && isSuspended(state, someone) ? { suspended: true } : {};
}

/** A list as an answer gives it, in the model's order. */
export const inOrder = <Item>(items: readonly Item[]) => ({ items });

/** People whose names have a text in them, as given. */
export function search(items: readonly Shown[], text = ""): readonly Shown[] {
  return items.filter(({ fields }) => fields.name.includes(text));
}

/** The name an organization has now. */
export function nameOf({ state }: World, organization: OrganizationId): string {
  return findOrganization(state, organization)?.name ?? "";
}

/** How much of a limit is used and left. */
export function room(used: number, limit: number): Room {
  return { used, limit, left: Math.max(0, limit - used) };
}

/** A list as an answer gives it: whole and sorted. */
export const listed = <Item>(items: readonly Item[], texts: (item: Item) => readonly string[]) => ({
  items: sortedBy(items, texts),
});
