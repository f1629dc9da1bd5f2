/**
 * Whether commands come at the time that they name. Rules that depend on time, such as the end of an
 * invitation, believe `at`; without this, whoever comes too late would only have to say an earlier
 * one. Facts may be late: their sources are trusted with when something happened.
 */
import type { Input } from "interorg";
import type { Store } from "interorg/host";

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
    const { settlements } = await store.load({ keys: [], inputs: off.map(({ id }) => id) });
    const settled = new Set<string>(settlements.map(({ input }) => input));
    return inputs.findIndex((input) => isOff(input) && !settled.has(input.id));
  };
}
