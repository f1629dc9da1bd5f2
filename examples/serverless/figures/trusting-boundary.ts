/**
 * The boundary with nothing in it, put in place of `src/boundary.ts` to measure what the real one
 * costs. A function that believes what it is sent this way must not be reachable by anybody else.
 */
import type { Input } from "interorg";
import type { Parsed } from "interorg/schema";

export const readInput = (value: unknown): Parsed<Input> => ({ ok: true, value: value as Input });
