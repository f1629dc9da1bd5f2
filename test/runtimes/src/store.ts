/** Records as a store keeps them: under the texts of their keys, loaded round by round. */
import { emptySlice, keyText, loadSlice, type RecordKey, type Slice } from "interorg";

type Entry = Parameters<typeof loadSlice>[1] extends Iterable<infer Each> ? Each : never;

/** What was asked for before anything could be said, round by round, and what was said then. */
interface Rounds<Said> {
  readonly needs: readonly (readonly RecordKey[])[];
  readonly said: Said;
}

interface Unsaid {
  readonly kind: "incomplete";
  readonly needs: readonly RecordKey[];
}

const isUnsaid = (said: { readonly kind: string }): said is Unsaid => said.kind === "incomplete";

/** More rounds than any input takes: a runtime on which loading never ends is to say so. */
const ROUNDS_MAX = 16;

/** The records of one World. */
export class Store {
  readonly #records = new Map<string, Entry[1]>();

  /** Writes records; `null` removes one. */
  write(entries: Iterable<Entry>): void {
    for (const [key, record] of entries) {
      if (record === null) this.#records.delete(keyText(key));
      else this.#records.set(keyText(key), record);
    }
  }

  /** Starts with nothing and loads what is asked for, until something is said. */
  load<Said extends { readonly kind: string }>(
    say: (slice: Slice) => Said,
  ): Rounds<Exclude<Said, Unsaid>> {
    const needs: (readonly RecordKey[])[] = [];
    let slice: Slice = emptySlice;
    while (needs.length < ROUNDS_MAX) {
      const said: { readonly kind: string } = say(slice);
      if (!isUnsaid(said)) return { needs, said: said as Exclude<Said, Unsaid> };
      const wanted = said.needs;
      needs.push(wanted);
      const entry = (key: RecordKey) => [key, this.#records.get(keyText(key)) ?? null] as Entry;
      slice = loadSlice(slice, wanted.map(entry));
    }
    throw new Error(`still incomplete after ${ROUNDS_MAX} rounds`);
  }
}
