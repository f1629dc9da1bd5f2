// Aim: a schema that says less, more or something else than the vocabulary does not compile. Method:
// planted mistakes, each of which the compiler must refuse.
import { expect, test } from "vitest";
import type { OrganizationId, PersonId } from "../../src/core/ids.ts";
import { organizationId, personId } from "../../src/schema/ids.ts";
import { count } from "../../src/schema/numbers.ts";
import {
  choice,
  flag,
  list,
  nullable,
  object,
  optional,
  type Schema,
  type Table,
  tuple,
} from "../../src/schema/shape.ts";
import { nameText } from "../../src/schema/texts.ts";

interface Thing {
  readonly organization: OrganizationId;
  readonly kind: "a" | "b" | null;
  readonly revision?: number;
}

const kind = nullable(choice("a", "b"));
const fewer = nullable(choice("a"));
const more = nullable(choice("a", "b", "c"));
const revision = optional(count);

test("planted mistakes are refused by the compiler", () => {
  const made: unknown[] = [
    object<Thing>({ organization: organizationId, kind, revision }),
    // @ts-expect-error an optional field without a schema
    object<Thing>({ organization: organizationId, kind }),
    // @ts-expect-error an optional field made required
    object<Thing>({ organization: organizationId, kind, revision: count }),
    // @ts-expect-error a required field made optional
    object<Thing>({ organization: optional(organizationId), kind, revision }),
    // @ts-expect-error a field too many
    object<Thing>({ organization: organizationId, kind, revision, more: flag }),
    // @ts-expect-error an id of another kind
    object<Thing>({ organization: personId, kind, revision }),
    // @ts-expect-error a plain text for an id
    object<Thing>({ organization: nameText, kind, revision }),
    // @ts-expect-error a choice too few
    object<Thing>({ organization: organizationId, kind: fewer, revision }),
    // @ts-expect-error a choice too many
    object<Thing>({ organization: organizationId, kind: more, revision }),
    // @ts-expect-error null left out
    object<Thing>({ organization: organizationId, kind: choice("a", "b"), revision }),
  ];
  const table: Table<{ readonly thing: Thing; readonly text: string }> = {
    thing: () => object({ organization: organizationId, kind, revision }),
    text: () => nameText,
  };
  // @ts-expect-error a type without a schema
  const short: Table<{ readonly thing: Thing; readonly text: string }> = { text: () => nameText };
  // @ts-expect-error a place too few
  const pair: Schema<readonly [PersonId, number]> = tuple(personId);
  // @ts-expect-error a list of something else
  const people: Schema<readonly PersonId[]> = list(organizationId, 5);
  expect([made.length, Object.keys(table), Object.keys(short)]).toEqual([
    10,
    ["thing", "text"],
    ["text"],
  ]);
  expect([pair, people]).toHaveLength(2);
});
