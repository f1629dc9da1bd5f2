/** What guesses have to know of the kinds of record there are. */
import type { Guidance } from "../core/guess.ts";
import { blankOf } from "./blanks.ts";
import { companionsOf } from "./companions.ts";
import { keyFits } from "./records.ts";

/** Keys, blanks and companions of every kind. */
export const GUIDANCE: Guidance = { fits: keyFits, blank: blankOf, companions: companionsOf };

/** Keys alone: what an event changes is not guessed at. */
export const KEYS: Guidance = { fits: keyFits, blank: () => ({}), companions: () => [] };
