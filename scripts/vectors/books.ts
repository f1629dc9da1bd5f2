/** A script about an industry book. */
import type { Script } from "../../src/testing/arbitraries/scripts.ts";
import { stamped } from "../../src/testing/index.ts";
import { book, COUNTY_POLICY } from "../../test/support/county.ts";

/** People who are in a book at its end, with what is kept of them. */
export const inBooks = (): Script => ({ policy: COUNTY_POLICY, inputs: stamped(book()) });
