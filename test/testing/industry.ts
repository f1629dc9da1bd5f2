/** A county with a school and its industry book, for tests of the model. */
import { type HierarchyChanges, link, opened, say } from "./hierarchy.ts";
import type { Teller } from "./teller.ts";

/** County `k` over bureau `t` over school `b`, where `b1` and `b2` are employed. */
export function school(changes: HierarchyChanges = {}): Teller {
  const teller = opened("k t b", changes);
  for (const person of ["b1", "b2"]) teller.hire("b", person);
  link(teller, "t", "k");
  link(teller, "b", "t");
  return teller;
}

interface Word {
  readonly at?: number;
  readonly [more: string]: unknown;
}

/** The school says what holds of an industry member. */
export const change = (
  teller: Teller,
  person: string,
  nodes: readonly string[],
  { at = 2000, ...more }: Word = {},
) =>
  say(
    teller,
    "industry.changed",
    { organization: "b", person, kind: "member", nodes, ...more },
    at,
  );

/** The school says that somebody has left its book. */
export const left = (teller: Teller, person: string, { at = 2000, ...more }: Word = {}) =>
  say(teller, "industry.left", { organization: "b", person, ...more }, at);

const book = ({ reference }: Teller) =>
  reference.facts().industry?.books.find((each) => (each.organization as string) === "b");

/** The members of the school's book, with their nodes. */
export const members = (teller: Teller) =>
  (book(teller)?.members ?? []).map(({ person, nodes }) => `${person}:${nodes.join(",")}`);

/** Who is a ward of whom. */
export const wards = (teller: Teller) =>
  (book(teller)?.members ?? []).flatMap(({ person, guardians }) =>
    guardians.map((each) => `${person}<${each}`),
  );

/** The school says of which nodes an employee is staff. */
export const staff = (
  teller: Teller,
  person: string,
  nodes: readonly string[],
  { at = 2000, ...more }: Word = {},
) =>
  say(teller, "industry.changed", { organization: "b", person, kind: "staff", nodes, ...more }, at);

/** Who is staff of which nodes of the school. */
export const staffOf = (teller: Teller) =>
  (book(teller)?.staff ?? []).map(({ person, nodes }) => `${person}:${nodes.join(",")}`);

const as = "industry-member";
let count = 0;

/** A command of an industry member of the school. */
export function act(teller: Teller, person: string, type: string, data: object, at = 3000) {
  count += 1;
  const by = { organization: "b", person, as };
  return teller.reference.apply({ id: `of-${count}`, at, by, type, data } as never);
}

/** A question of an industry member of the school. */
export const askAs = (teller: Teller, person: string, type: string, data: object): unknown =>
  teller.ask(type as never, { viewer: { organization: "b", person, as }, ...data } as never);

/** The ids of the rows that an answer gives. */
export const ids = (answer: unknown) =>
  typeof answer === "string"
    ? answer
    : (answer as { readonly items: readonly { readonly row: string }[] }).items.map(
        ({ row }) => row,
      );
