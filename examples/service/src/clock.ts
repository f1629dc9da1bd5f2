/**
 * Whether commands come at the time that they name. Rules that depend on time, such as the end of an
 * invitation, believe `at`; without this, whoever comes too late would only have to say an earlier
 * one. Facts may be late: their sources are trusted with when something happened.
 */
import type { Input } from "interorg";
import { type Store, scopeOf } from "interorg/host";

/** Finds the first command that is off the clock: its place in the list, or -1. */
export type Clock = (inputs: readonly Input[]) => Promise<number>;

/**
 * A clock over the machine's.
 *
 * @param tolerance milliseconds
 */
export function clockOver(store: Pick<Store, "load">, tolerance: number, now = Date.now): Clock {
  return async (inputs) => {
    const isOff = (input: Input) => "by" in input && Math.abs(input.at - now()) > tolerance;
    const off = inputs.filter(isOff);
    if (off.length === 0) return -1;
    // One that is settled already is a retry, however late: it gets what it got the first time.
    // Not so of what was recorded before ids had senders: it may be another's.
    const nameOf = (input: Input): string => JSON.stringify([scopeOf(input), input.id]);
    const { settlements } = await store.load({
      keys: [],
      inputs: off.map((input) => ({ scope: scopeOf(input), input: input.id })),
    });
    const settled = new Set(settlements.map(({ scope, input }) => JSON.stringify([scope, input])));
    return inputs.findIndex((input) => isOff(input) && !settled.has(nameOf(input)));
  };
}
