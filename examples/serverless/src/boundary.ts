/** What comes from outside, made into an input or into a list of problems. */
import type { Input } from "interorg";
import { type Parsed, parseInput } from "interorg/schema";

export const readInput = (value: unknown): Parsed<Input> => parseInput(value);
