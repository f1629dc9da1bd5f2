/** Aim: a guess ends whatever it comes upon, notes sound keys only, and is seen by nobody. */
import { describe, expect, test } from "vitest";
import {
  attempt,
  type Guess,
  type Guidance,
  guessKeys,
  MARK,
  QUIET_EVENTS_MAX,
  QUIET_READS_MAX,
  watchGuesses,
} from "../../src/core/guess.ts";
import type { InputId } from "../../src/core/ids.ts";
import { BrokenInvariant } from "../../src/core/invariant.ts";
import { effect, guard } from "../../src/core/rule.ts";
import {
  begin,
  emit,
  independently,
  must,
  type Reading,
  read,
  type Tx,
} from "../../src/core/transaction.ts";
import { blankOf } from "../../src/engine/blanks.ts";
import { GUIDANCE } from "../../src/engine/guidance.ts";
import { keyFits, RECORD_KINDS } from "../../src/engine/records.ts";
import { emptySlice, loadSlice } from "../../src/engine/slice.ts";
import { ask, decide, defaultPolicy, type RecordKey } from "../../src/index.ts";

interface Records {
  readonly space: { readonly host: string };
  readonly roster: { readonly entries: readonly unknown[] };
}
interface Events {
  readonly happened: number;
}
type Test = Tx<Records, Events>;

const guidance: Guidance = { ...GUIDANCE, companions: () => [] };

/** A transaction of a guess over nothing, whose one kind of event changes nothing. */
function opened(guess: Guess, evolve = (): void => undefined): Test {
  const evolvers = new Map([["happened", evolve]]);
  const { table } = emptySlice;
  return begin(
    table,
    false,
    evolvers,
    "i" as InputId,
    0,
    (record) => ({ ...record }),
    guidance,
    guess,
  );
}

const guessed = (act: (tx: Test, guess: Guess) => void, evolve?: () => void): string[] => [
  ...guessKeys((guess) => act(opened(guess, evolve), guess)).map((key) => key.join("\n")),
];

describe("a guess ends", () => {
  test("when a loop emits another event each turn", () => {
    let turns = 0;
    const keys = guessed((tx) => {
      read(tx, "space", "s");
      for (;;) {
        turns += 1;
        emit(tx, "happened", turns);
      }
    });
    expect(keys).toEqual(["space\ns\n"]);
    expect(turns).toBe(QUIET_EVENTS_MAX + 1);
  });

  test("when a loop reads on and emits none", () => {
    let turns = 0;
    const keys = guessed((tx) => {
      for (;;) {
        turns += 1;
        read(tx, "space", turns % 2 === 0 ? "s" : "t");
      }
    });
    expect(keys).toEqual(["space\nt\n", "space\ns\n"]);
    expect(turns).toBeLessThan(QUIET_READS_MAX + 4);
    expect(turns).toBeGreaterThan(QUIET_READS_MAX);
  });

  test("although guards, effects, items and attempts catch whatever is thrown", () => {
    const again = effect("X-01", (tx: Test): void => {
      independently(tx, [0], () => attempt(() => emit(tx, "happened", 0)));
    });
    let turns = 0;
    guessed((tx) => {
      read(tx, "space", "s");
      for (; turns < 1e6; turns += 1) again(tx);
    });
    expect(turns).toBeLessThan(1e5);
  });
});

describe("a guess goes on", () => {
  test("past guards, which run, and past what stumbles", () => {
    const never = guard("X-01", (tx: Reading<Records>): object | null => {
      read(tx, "space", "guarded");
      return { code: "X" };
    });
    const broken = guard("X-02", (): object | null => {
      throw new TypeError("a blank");
    });
    const stumbles = effect("X-03", (tx: Test): void => {
      read(tx, "space", "before");
      throw new TypeError("a blank");
    });
    const seen: string[] = [];
    const stop = watchGuesses((thrown) => seen.push((thrown as Error).name));
    const keys = guessed(
      (tx) => {
        if (never(tx) !== null || broken() !== null) return;
        stumbles(tx);
        independently(tx, ["a", "b"], (item) => {
          read(tx, "space", item);
          throw new RangeError(item);
        });
        emit(tx, "happened", 1);
        read(tx, "space", "after");
      },
      () => {
        throw new BrokenInvariant("half way");
      },
    );
    stop();
    expect(keys.map((text) => text.split("\n")[1])).toEqual([
      "guarded",
      "before",
      "a",
      "b",
      "after",
    ]);
    expect(new Set(seen)).toEqual(new Set(["TypeError", "RangeError", "BrokenInvariant"]));
  });

  test("with a blank for what is missing", () => {
    const found: unknown[] = [];
    guessed((tx) => {
      found.push(read(tx, "space", "s"));
      expect(must(tx, "space", "s").host).toBe(MARK);
    });
    expect(found).toEqual([blankOf("space")]);
  });

  test("and outside of a guess a guard and an effect do what they do", () => {
    const never = guard("X-01", (code: string) => ({ code }));
    const throws = effect("X-02", (): void => {
      throw new TypeError("here");
    });
    expect(never("X")).toEqual({ code: "X" });
    expect(throws).toThrow("here");
    expect(() => guessed(() => expect(never("X")).toBeNull())).not.toThrow();
    expect(never("X")).toEqual({ code: "X" });
  });
});

test("no key is noted that is made of a blank's id, of no value, or that does not fit its kind", () => {
  const odd: unknown[] = [MARK, undefined, null, Number.NaN, "", "a b", "x".repeat(129), {}];
  const keys = guessed((tx) => {
    for (const id of odd) {
      read(tx, "space", id as string);
      read(tx, "roster", "s", id as string);
      read(tx, "roster", "s", String(id));
      read(tx, "roster", id as string, "0");
    }
    read(tx, "space", "s", "0");
    read(tx, "roster", "s");
  });
  expect(keys).toEqual([]);
});

test("blanks are frozen through and through, and one there is of every kind", () => {
  const frozen = (value: unknown): boolean =>
    typeof value !== "object" ||
    value === null ||
    (Object.isFrozen(value) && Object.values(value).every(frozen));
  for (const kind of RECORD_KINDS) {
    expect(blankOf(kind), kind).toBeTypeOf("object");
    expect(frozen(blankOf(kind)), kind).toBe(true);
  }
});

test("a key that does not fit its kind is refused where it is loaded and where it is read", () => {
  const poison = [["association", "s", ""], null] as const;
  expect(keyFits(...poison[0])).toBe(false);
  expect(() => loadSlice(emptySlice, [poison as readonly [RecordKey, null]])).toThrow(
    BrokenInvariant,
  );
  const input = {
    type: "organization.ended",
    id: "i",
    at: 1,
    from: { organization: null },
    data: { organization: "" },
  };
  expect(() => decide(emptySlice, input as never, defaultPolicy)).toThrow(BrokenInvariant);
  const query = { type: "entry.spaces", data: { person: "" } };
  expect(() => ask(emptySlice, query as never, defaultPolicy)).toThrow(BrokenInvariant);
});
