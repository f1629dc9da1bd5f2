/** What an input is known to need beyond its first missing key. */
import type { Policy } from "../core/policy.ts";
import type { EngineTx, Input } from "./types.ts";

/** Reads, as far as loaded keys allow, whatever the input will read; never changes anything. */
export function foresee(_tx: EngineTx, _input: Input, _policy: Policy): void {}
