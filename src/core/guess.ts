/**
 * Finding out what else there is to load. A decision unwinds at the first key that is not loaded; the
 * same rules then run again to no end but to note keys, with every missing record taken for a blank of
 * its kind. Guards are run and let pass, and an effect or an item that stumbles ends alone, for what
 * they stumble over is most often a blank. Nothing of a guess is seen but keys: a wrong one costs a
 * load, never an answer.
 */
import type { Key } from "./keys.ts";

/** What a guess has to know of the kinds of record. */
export interface Guidance {
  /** Whether a key's owner and own part are such as records of its kind have. */
  readonly fits: (kind: string, owner: string, own: string) => boolean;
  /** A record of a kind of which nothing is known: its ids are all {@link MARK}. */
  readonly blank: (kind: string) => object;
  /** What is most often read next to a record that is there. */
  readonly companions: (kind: string, owner: string, own: string, record: object) => readonly Key[];
}

/** A guess at work. */
export interface Guess {
  /** The keys found missing, each once: whoever reads one again has its record at hand. */
  readonly noted: Key[];
  /** Whether this guess has met a missing key: until then it does what the decision did. */
  lacks: boolean;
  /** Reads and events since a key was noted last, and events in all. */
  quietReads: number;
  quietEvents: number;
  events: number;
}

/**
 * How often a host may have to load before an input is decided or a question answered, whatever the
 * size: laws hold it, and whoever retries counts on it.
 */
export const ROUNDS_MAX = 8;

/** Stands for any id in a blank. It is no id, so no key that is made of it fits its kind. */
export const MARK = "\u0000";

/** So many reads or events without a new key say that the guess goes nowhere: more than a full Space takes. */
export const QUIET_READS_MAX = 200_000;
export const QUIET_EVENTS_MAX = 10_000;
/** Events of one guess. The largest decision there is, the end of a Host, has a tenth of it. */
const GUESSED_EVENTS_MAX = 400_000;

/** Unwinds a guess that has come to its end. */
const ENDED: unique symbol = Symbol("ended");

/** The guess at work, if any: guards and effects ask for it, and are not told otherwise. */
let current: Guess | null = null;
let watching: ((thrown: unknown) => void) | null = null;

/** Has everything told that guesses stumble over, for tests; gives a function that ends that. */
export function watchGuesses(watch: (thrown: unknown) => void): () => void {
  const before = watching;
  watching = watch;
  return () => {
    watching = before;
  };
}

/** Goes on after what something stumbled over, if this is a guess that is not at its end. */
function goOn(thrown: unknown): void {
  if (current === null || thrown === ENDED) throw thrown;
  watching?.(thrown);
}

/** Does something whose failing ends nothing but itself while guessing. */
export function attempt(act: () => void): void {
  try {
    act();
  } catch (thrown) {
    goOn(thrown);
  }
}

/** What an attempt at something found missing. */
export function guessKeys(act: (guess: Guess) => void): Key[] {
  const guess: Guess = { noted: [], lacks: false, quietReads: 0, quietEvents: 0, events: 0 };
  current = guess;
  try {
    act(guess);
  } catch (thrown) {
    if (thrown !== ENDED) watching?.(thrown);
  } finally {
    current = null;
  }
  return guess.noted;
}

/** Counts a reading. */
export function guessedRead(guess: Guess): void {
  if (!guess.lacks) return;
  guess.quietReads += 1;
  if (guess.quietReads > QUIET_READS_MAX) throw ENDED;
}

/** Counts an event. */
export function guessedEvent(guess: Guess): void {
  guess.events += 1;
  if (guess.events > GUESSED_EVENTS_MAX) throw ENDED;
  if (!guess.lacks) return;
  guess.quietEvents += 1;
  if (guess.quietEvents > QUIET_EVENTS_MAX) throw ENDED;
}

/** Notes a missing key. */
export function note(guess: Guess, key: Key): void {
  guess.lacks = true;
  guess.noted.push(key);
  guess.quietReads = 0;
  guess.quietEvents = 0;
}

/** Whether an id is one of a blank, or made of one. */
export const isMarked = (id: unknown): boolean => typeof id !== "string" || id.includes(MARK);

/**
 * The first item for which a check holds. A guess checks them all, as a record it does not have says
 * nothing about the next: what is named in one input is loaded together.
 */
export function firstThat<Item>(
  items: readonly Item[],
  holds: (item: Item) => boolean,
): Item | undefined {
  if (current === null) return items.find(holds);
  let first: Item | undefined;
  for (const item of items) {
    attempt(() => {
      if (holds(item)) first ??= item;
    });
  }
  return first;
}

/** A check that runs and lets everything pass while guessing. */
// @__NO_SIDE_EFFECTS__
export function lettingPass<F extends (...given: never[]) => unknown>(check: F): F {
  return ((...given: never[]) => {
    try {
      const said = check(...given);
      return current === null ? said : null;
    } catch (thrown) {
      goOn(thrown);
      return null;
    }
  }) as unknown as F;
}

/** An act that ends alone if it stumbles while guessing. */
// @__NO_SIDE_EFFECTS__
export function endingAlone<F extends (...given: never[]) => void>(act: F): F {
  return ((...given: never[]) => {
    try {
      act(...given);
    } catch (thrown) {
      goOn(thrown);
    }
  }) as unknown as F;
}
