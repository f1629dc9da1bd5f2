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
  /** An integer from 0 to a number. */
  | { readonly kind: "up-to"; readonly max: number }
  /** Some of these in an order, each at most once. */
  | { readonly kind: "chain"; readonly of: readonly string[] }
  /** Some of these, each at most once, in any order. */
  | { readonly kind: "some"; readonly of: readonly string[] }
  /** Some integers from 1 to a number, each above the one before it. */
  | { readonly kind: "rising"; readonly most: number; readonly max: number }
  /** One of these. */
  | { readonly kind: "choice"; readonly of: readonly (string | boolean)[] }
  /** At most {@link NAMES_MAX} different names, each as {@link NAME_PATTERN} has it. */
  | { readonly kind: "names" }
  /** Several limits together. */
  | { readonly kind: "limits"; readonly names: readonly string[] }
  /** One of these for each of several. */
  | {
      readonly kind: "choices";
      readonly names: readonly string[];
      readonly of: readonly string[];
    };

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

/** A number from 1 to another one, or none. */
// @__NO_SIDE_EFFECTS__
export function sizeOrNone(
  initial: number | null,
  max: number,
  ...rules: readonly string[]
): PolicyField<number | null> {
  return field(initial, { kind: "size", max }, true, rules);
}

/** A number from 0 to another one. */
// @__NO_SIDE_EFFECTS__
export function upTo(
  initial: number,
  max: number,
  ...rules: readonly string[]
): PolicyField<number> {
  return field(initial, { kind: "up-to", max }, false, rules);
}

/** Some of several, in an order. */
// @__NO_SIDE_EFFECTS__
export function chain<const Link extends string>(
  initial: readonly NoInfer<Link>[],
  of: readonly Link[],
  ...rules: readonly string[]
): PolicyField<readonly Link[]> {
  return field<readonly Link[]>(initial, { kind: "chain", of }, false, rules);
}

/** Some of several, in any order. */
// @__NO_SIDE_EFFECTS__
export function some<const Value extends string>(
  initial: readonly NoInfer<Value>[],
  of: readonly Value[],
  ...rules: readonly string[]
): PolicyField<readonly Value[]> {
  return field<readonly Value[]>(initial, { kind: "some", of }, false, rules);
}

/** From one to so many numbers, each above the one before it. */
// @__NO_SIDE_EFFECTS__
export function rising(
  initial: readonly number[],
  most: number,
  max: number,
  ...rules: readonly string[]
): PolicyField<readonly number[]> {
  return field(initial, { kind: "rising", most, max }, false, rules);
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

/** One of several readings for each of several things. */
// @__NO_SIDE_EFFECTS__
export function choices<const Name extends string, const Value extends string>(
  initial: { readonly [Each in Name]: NoInfer<Value> },
  of: readonly Value[],
  ...rules: readonly string[]
): PolicyField<{ readonly [Each in Name]: Value }> {
  return field<{ readonly [Each in Name]: Value }>(
    initial,
    { kind: "choices", names: Object.keys(initial), of },
    false,
    rules,
  );
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

const isEach = (
  value: unknown,
  names: readonly string[],
  fits: (each: unknown) => boolean,
): boolean =>
  typeof value === "object" &&
  value !== null &&
  Object.keys(value).length === names.length &&
  names.every((name) => fits((value as Record<string, unknown>)[name]));

const isSome = (value: unknown, of: readonly string[]): boolean =>
  Array.isArray(value) &&
  new Set(value).size === value.length &&
  value.every((each) => of.includes(each));

const isRising = (value: unknown, most: number, max: number): boolean =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.length <= most &&
  value.every((each, i) => isInteger(each, max) && each > (i === 0 ? 0 : value[i - 1]));

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
    case "up-to":
      return isInteger(value, form.max) ? null : "not-in-range";
    case "chain":
      return isSome(value, form.of) ? null : "not-a-chain";
    case "some":
      return isSome(value, form.of) ? null : "not-choices";
    case "rising":
      return isRising(value, form.most, form.max) ? null : "not-rising";
    case "limits":
      return isEach(value, form.names, (each) => isInteger(each, LIMIT_MAX))
        ? null
        : "not-a-host-quota";
    case "choices":
      return isEach(value, form.names, (each) => form.of.includes(each as string))
        ? null
        : "not-choices";
    case "names":
      return isNames(value) ? null : "not-names";
    case "choice":
      return form.of.includes(value as string) ? null : "not-a-choice";
  }
}
