/** What always holds of a World: every area's invariants, and that it is plain data. */
import { appsInvariants } from "../apps/invariants.ts";
import {
  collect,
  type Everything,
  type Finding,
  type Held,
  type Invariant,
  type InvariantOptions,
  named,
} from "../core/invariants.ts";
import { type Key, keyText, parseKey } from "../core/keys.ts";
import type { Policy } from "../core/policy.ts";
import { tableGet } from "../core/table.ts";
import { directoryInvariants } from "../directory/invariants.ts";
import { flowsInvariants } from "../flows/invariants.ts";
import { groupsInvariants } from "../groups/invariants.ts";
import { hierarchyInvariants } from "../hierarchy/invariants.ts";
import { industryInvariants } from "../industry/invariants.ts";
import { licensesInvariants } from "../licenses/invariants.ts";
import { rosterInvariants } from "../roster/invariants.ts";
import { spacesInvariants } from "../spaces/invariants.ts";
import { sliceEntries } from "./slice.ts";
import type { Records } from "./types.ts";
import { restore, snapshot, type World } from "./world.ts";

export type { Finding, InvariantOptions } from "../core/invariants.ts";

/** The largest record, as JSON in UTF-8. */
const RECORD_BYTES_MAX = 64 * 1024;

/** Every check, with the rules that it proves. */
export const INVARIANTS: readonly Invariant<Records>[] = [
  ...(directoryInvariants as readonly Invariant<Records>[]),
  ...(industryInvariants as readonly Invariant<Records>[]),
  ...(spacesInvariants as readonly Invariant<Records>[]),
  ...(rosterInvariants as readonly Invariant<Records>[]),
  ...(licensesInvariants as readonly Invariant<Records>[]),
  ...(groupsInvariants as readonly Invariant<Records>[]),
  ...(appsInvariants as readonly Invariant<Records>[]),
  ...(flowsInvariants as readonly Invariant<Records>[]),
  ...(hierarchyInvariants as readonly Invariant<Records>[]),
];

/** A World's records, to be walked and looked up. */
function everythingIn(world: World): Everything<Records> {
  const kinds = new Map<string, Held<unknown>[]>();
  for (const [[kind, owner, own], record] of sliceEntries(world)) {
    collect(kinds, kind, { owner, own, record });
  }
  return {
    of: (kind) => (kinds.get(kind) ?? []) as Held<never>[],
    get: (kind, owner, own = "") => (tableGet(world.table, kind, owner, own) ?? null) as never,
  };
}

/**
 * Says what is impossible about a World: nothing, if the library is right and nobody meddled.
 *
 * @param policy the policy under which it came about
 */
export function invariants(
  world: World,
  policy: Policy,
  options: InvariantOptions = {},
): Finding[] {
  const findings: Finding[] = [];
  const everything = everythingIn(world);
  for (const { rules, check } of INVARIANTS) {
    check(everything, (what) => findings.push({ rule: rules[0], what }), policy, options);
  }
  checkPlain(world, (what) => findings.push({ rule: "PLAIN", what }));
  if (options.size === true) {
    checkSize(world, (what) => findings.push({ rule: "SIZE", what }));
  }
  return findings;
}

/** Rulebook 26, 16: written out and read back, a World is the same. */
function checkPlain(world: World, say: (what: string) => void): void {
  for (const [key, record] of sliceEntries(world)) {
    const text = keyText(key as unknown as Key);
    if (named(...parseKey(text)) !== named(...key)) say(`${named(...key)} cannot be written out`);
    if (!isPlain(record)) say(`${text} holds what JSON does not`);
  }
  const written = JSON.stringify(snapshot(world));
  const again = JSON.stringify(snapshot(restore(JSON.parse(written))));
  if (again !== written) say("read back, it is another World");
}

/** Whether JSON keeps a value as it is. */
function isPlain(value: unknown): boolean {
  switch (typeof value) {
    case "string":
      return !/\p{Surrogate}/u.test(value);
    case "boolean":
      return true;
    case "number":
      return Number.isFinite(value) && !Object.is(value, -0);
    case "object": {
      if (value === null) return true;
      if (Array.isArray(value))
        return Object.keys(value).length === value.length && value.every(isPlain);
      const prototype: unknown = Object.getPrototypeOf(value);
      const plain = prototype === Object.prototype || prototype === null;
      return plain && Object.values(value).every(isPlain);
    }
    default:
      return false;
  }
}

function checkSize(world: World, say: (what: string) => void): void {
  for (const [key, record] of sliceEntries(world)) {
    const bytes = utf8Length(JSON.stringify(record));
    if (bytes > RECORD_BYTES_MAX) say(`${keyText(key as unknown as Key)} takes ${bytes} bytes`);
  }
}

function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}
