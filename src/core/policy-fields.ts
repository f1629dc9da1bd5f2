/** How a number or an option of the policy is declared: everything about it follows from one line. */

/** The highest value of a limit. */
export const LIMIT_MAX = 1_000_000;
/** The most days that a field may say: ten years. */
export const DAYS_MAX = 3650;
/** The most names of one field. */
export const NAMES_MAX = 100;
/** A name that a field declares. */
export const NAME_PATTERN = "^[a-z][a-z0-9.-]{0,63}$";

/** What a field of the policy may hold. */
export type PolicyForm =
  /** An integer from 0 to {@link LIMIT_MAX}. */
  | { readonly kind: "limit" }
  /** An integer from 0 to 100. */
  | { readonly kind: "percent" }
  /** An integer from 0 to {@link DAYS_MAX}. */
  | { readonly kind: "days" }
  /** An integer from 1 to a number. */
  | { readonly kind: "size"; readonly max: number }
  /** One of these. */
  | { readonly kind: "choice"; readonly of: readonly (string | boolean)[] }
  /** At most {@link NAMES_MAX} different names, each as {@link NAME_PATTERN} has it. */
  | { readonly kind: "names" }
  /** Several limits together. */
  | { readonly kind: "limits"; readonly names: readonly string[] };

/** A number or an option of the policy. */
export interface PolicyField<Value> {
  /** The rulebook's number, or its recommended reading. */
  readonly initial: Value;
  readonly form: PolicyForm;
  /** Whether it may be `null`, "none", as well. */
  readonly nullable: boolean;
  /** The rules that it fixes, the first of all its own. */
  readonly rules: readonly string[];
}

// @__NO_SIDE_EFFECTS__
function field<Value>(
  initial: Value,
  form: PolicyForm,
  nullable: boolean,
  rules: readonly string[],
): PolicyField<Value> {
  return { initial, form, nullable, rules };
}

/** A limit, and the rules that it fixes. */
// @__NO_SIDE_EFFECTS__
export function limit(initial: number, ...rules: readonly string[]): PolicyField<number> {
  return field(initial, { kind: "limit" }, false, rules);
}

/** A limit, or none. */
// @__NO_SIDE_EFFECTS__
export function limitOrNone(
  initial: number | null,
  ...rules: readonly string[]
): PolicyField<number | null> {
  return field(initial, { kind: "limit" }, true, rules);
}

/** A share in percent. */
// @__NO_SIDE_EFFECTS__
export function percent(initial: number, ...rules: readonly string[]): PolicyField<number> {
  return field(initial, { kind: "percent" }, false, rules);
}

/** A number of days. */
// @__NO_SIDE_EFFECTS__
export function days(initial: number, ...rules: readonly string[]): PolicyField<number> {
  return field(initial, { kind: "days" }, false, rules);
}

/** A number from 1 to another one. */
// @__NO_SIDE_EFFECTS__
export function size(
  initial: number,
  max: number,
  ...rules: readonly string[]
): PolicyField<number> {
  return field(initial, { kind: "size", max }, false, rules);
}

/** A share in percent, or none. */
// @__NO_SIDE_EFFECTS__
export function percentOrNone(
  initial: number | null,
  ...rules: readonly string[]
): PolicyField<number | null> {
  return field(initial, { kind: "percent" }, true, rules);
}

/** Several limits together, or none. */
// @__NO_SIDE_EFFECTS__
export function limitsOrNone<const Name extends string>(
  names: readonly Name[],
  ...rules: readonly string[]
): PolicyField<{ readonly [Each in Name]: number } | null> {
  return field(null, { kind: "limits", names }, true, rules);
}

/** One of several readings. */
// @__NO_SIDE_EFFECTS__
export function option<const Value extends string | boolean>(
  initial: NoInfer<Value>,
  of: readonly Value[],
  ...rules: readonly string[]
): PolicyField<Value> {
  return field(initial, { kind: "choice", of }, false, rules);
}

/** Yes or no. */
// @__NO_SIDE_EFFECTS__
export function flag(initial: boolean, ...rules: readonly string[]): PolicyField<boolean> {
  return field(initial, { kind: "choice", of: [true, false] }, false, rules);
}

/** Names that are declared. */
// @__NO_SIDE_EFFECTS__
export function names(
  initial: readonly string[],
  ...rules: readonly string[]
): PolicyField<readonly string[]> {
  return field(initial, { kind: "names" }, false, rules);
}

const isInteger = (value: unknown, max: number): boolean =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= max;

const isLimits = (value: unknown, names: readonly string[]): boolean =>
  typeof value === "object" &&
  value !== null &&
  Object.keys(value).length === names.length &&
  names.every((name) => isInteger((value as Record<string, unknown>)[name], LIMIT_MAX));

const NAME = /* @__PURE__ */ new RegExp(NAME_PATTERN, "u");
const isNames = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length <= NAMES_MAX &&
  new Set(value).size === value.length &&
  value.every((name) => typeof name === "string" && NAME.test(name));

/** What is wrong with a value for a field, or `null`. */
export function fieldProblem(
  { form, nullable }: PolicyField<unknown>,
  value: unknown,
): string | null {
  if (nullable && value === null) return null;
  switch (form.kind) {
    case "limit":
      return isInteger(value, LIMIT_MAX) ? null : "not-a-limit";
    case "percent":
      return isInteger(value, 100) ? null : "not-a-percentage";
    case "days":
      return isInteger(value, DAYS_MAX) ? null : "not-days";
    case "size":
      return isInteger(value, form.max) && value !== 0 ? null : "not-a-size";
    case "limits":
      return isLimits(value, form.names) ? null : "not-a-host-quota";
    case "names":
      return isNames(value) ? null : "not-names";
    case "choice":
      return form.of.includes(value as string) ? null : "not-a-choice";
  }
}
