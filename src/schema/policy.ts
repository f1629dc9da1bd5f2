/** The schema of the changes that make a policy. */
import { POLICY_FIELDS, type Policy } from "../core/policy.ts";
import { DAYS_MAX, NAME_PATTERN, NAMES_MAX, type PolicyField } from "../core/policy-fields.ts";
import { integer, limit, percent } from "./numbers.ts";
import {
  choice,
  flag,
  lazily,
  list,
  nullable,
  type Optional,
  object,
  optional,
  type Schema,
  type Shape,
  string,
  uniqueList,
} from "./shape.ts";

const named = new RegExp(NAME_PATTERN, "u");
const declaredName = string((value) => (named.test(value) ? null : "not-a-name"), {
  pattern: NAME_PATTERN,
});

function formOf({ form }: PolicyField<unknown>): Schema<unknown> {
  switch (form.kind) {
    case "limit":
      return limit as Schema<unknown>;
    case "percent":
      return percent as Schema<unknown>;
    case "days":
      return integer(0, DAYS_MAX) as Schema<unknown>;
    case "size":
      return integer(1, form.max) as Schema<unknown>;
    case "up-to":
      return integer(0, form.max) as Schema<unknown>;
    case "chain":
    case "some":
      return uniqueList(choice(...form.of), form.of.length) as Schema<unknown>;
    case "rising":
      return list(integer(1, form.max), form.most, 1) as Schema<unknown>;
    case "limits":
      return object(Object.fromEntries(form.names.map((name) => [name, limit])) as never);
    case "choices":
      return object(
        Object.fromEntries(form.names.map((name) => [name, choice(...form.of)])) as never,
      );
    case "names":
      return uniqueList(declaredName, NAMES_MAX) as Schema<unknown>;
    case "choice":
      return (form.of.includes(true) ? flag : choice(...(form.of as string[]))) as Schema<unknown>;
  }
}

function schemaOf(field: PolicyField<unknown>): Optional<unknown> {
  return optional(field.nullable ? nullable(formOf(field)) : formOf(field));
}

/** What may be said of a policy; what is left out is as the rulebook has it. */
export const policyChanges: () => Schema<Partial<Policy>> = lazily(() =>
  object<Partial<Policy>>(
    Object.fromEntries(
      Object.entries(POLICY_FIELDS).map(([name, field]) => [name, schemaOf(field)]),
    ) as unknown as Shape<Partial<Policy>>,
  ),
);
