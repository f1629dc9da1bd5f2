/** Schemas of numbers: safe integers from 0, never strings, fractions or `-0`. */
import { LIMIT_MAX } from "../core/policy-fields.ts";
import { TIME_MAX } from "../core/time.ts";
import { number, type Schema } from "./shape.ts";

/** An integer from `min` to `max` (`not-an-integer`, `out-of-range`). */
export const integer = (min: number, max: number): Schema<number> =>
  number(
    (value) => {
      if (!Number.isInteger(value)) return "not-an-integer";
      return value < min || value > max ? "out-of-range" : null;
    },
    { type: "integer", minimum: min, maximum: max },
  );

/** A count, revision, ticket, order or employment number. */
export const count: Schema<number> = integer(0, Number.MAX_SAFE_INTEGER);
/** A ticket of a waiting list; those who came back stand ahead, below 0 (CAP-08). */
export const ticket: Schema<number> = integer(-(2 ** 40), Number.MAX_SAFE_INTEGER);
/** Epoch milliseconds, to the end of the year 9999. */
export const time: Schema<number> = integer(0, TIME_MAX);
/** A number that a policy sets. */
export const limit: Schema<number> = integer(0, LIMIT_MAX);
/** A share, in percent. */
export const percent: Schema<number> = integer(0, 100);

const oneOf = (choices: readonly number[]): Schema<number> =>
  number(
    (value) => {
      if (!Number.isInteger(value)) return "not-an-integer";
      return choices.includes(value) ? null : "not-a-choice";
    },
    { type: "integer", enum: choices },
  );

/** The powers of two up to 1024. */
const pageCounts: readonly number[] = Array.from({ length: 11 }, (_, power) => 2 ** power);

/** Into how many pages a full list of people is cut: a power of two up to 1024 (else `not-a-choice`). */
export const pages: Schema<number> = oneOf(pageCounts);
/** The same, or 0 where a list says nothing of people. */
export const pageCount: Schema<number> = oneOf([0, ...pageCounts]);
