/** Asks a World in few words: warm or cold, one page or all of them. */
import { tableGet } from "../../src/core/table.ts";
import {
  type Answer,
  ask,
  defaultPolicy,
  emptySlice,
  loadSlice,
  type Policy,
  type Queries,
  type QueryOf,
  type QueryType,
  type StoredRecord,
  type World,
} from "../../src/index.ts";
import type { Plain, Play } from "../../src/testing/index.ts";

type Data<Type extends QueryType> = Plain<Queries[Type]["input"]>;

/** A viewer: an organization's main admin, or one of its people. */
export function viewer(by: string | readonly [organization: string, person: string]) {
  const [organization, person] = typeof by === "string" ? [by, `${by}-admin`] : by;
  return { organization, person };
}

/** The answer's value, or the refusal's code. */
export function answer<Type extends QueryType>(p: Play, type: Type, data: Data<Type>): unknown {
  return p.ask(type, data);
}

/** The outcome of a question as it is. */
export function outcome<Type extends QueryType>(
  world: World,
  type: Type,
  data: Data<Type>,
  policy: Policy = defaultPolicy,
): Answer<Type> {
  return ask(world, { type, data } as unknown as QueryOf<Type>, policy);
}

/** A page as it comes, or a failure of the test. */
interface AnyPage {
  readonly items: readonly Record<string, unknown>[];
  readonly next: string | null;
}

/** One page of an answer. */
export function page<Type extends QueryType>(p: Play, type: Type, data: Data<Type>): AnyPage {
  const value = answer(p, type, data);
  if (typeof value === "string") throw new Error(`${type} is refused: ${value}`);
  return value as AnyPage;
}

/** All pages of so many items each. */
export function pages<Type extends QueryType>(
  p: Play,
  type: Type,
  data: Data<Type>,
  limit: number,
): AnyPage[] {
  const all: AnyPage[] = [];
  for (let after: string | null = ""; after !== null; ) {
    const from: object = after === "" ? { limit } : { limit, after };
    const one: AnyPage = page(p, type, { ...(data as object), ...from } as Data<Type>);
    all.push(one);
    after = one.next;
  }
  return all;
}

/** The items of all pages. */
export function items<Type extends QueryType>(
  p: Play,
  type: Type,
  data: Data<Type>,
  limit = 500,
): Record<string, unknown>[] {
  return pages(p, type, data, limit).flatMap((each) => [...each.items]);
}

/** The organizations that somebody sees. */
export function organizations(p: Play, by: string | readonly [string, string], space: string) {
  return items(p, "space.organizations", { viewer: viewer(by), space }).map(
    ({ organization }) => organization,
  );
}

/** The people whom somebody sees, as `organization/person`, sorted. */
export function contacts(
  p: Play,
  by: string | readonly [string, string],
  space: string,
  search?: string,
): string[] {
  const data = { viewer: viewer(by), space, ...(search === undefined ? {} : { search }) };
  return items(p, "space.contacts", data)
    .map(({ organization, person }) => `${organization}/${person}`)
    .sort();
}

/** Asks with nothing loaded, loading what is needed: the answer, the rounds, the keys loaded. */
export function cold<Type extends QueryType>(
  world: World,
  type: Type,
  data: Data<Type>,
  policy: Policy = defaultPolicy,
): { readonly answer: Answer<Type>; readonly rounds: number; readonly keys: number } {
  let slice = emptySlice;
  let keys = 0;
  for (let rounds = 0; rounds < 20; rounds += 1) {
    const query = { type, data } as unknown as QueryOf<Type>;
    const answered: Answer<Type> = ask(slice, query, policy);
    if (answered.kind !== "incomplete") return { answer: answered, rounds, keys };
    keys += answered.needs.length;
    slice = loadSlice(
      slice,
      answered.needs.map((key) => [
        key,
        (tableGet(world.table, ...key) ?? null) as StoredRecord | null,
      ]),
    );
  }
  throw new Error(`${type} never has enough`);
}
