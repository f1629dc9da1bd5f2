/** Tells a World its inputs in few words, and looks at its records. */

import type { IdKinds } from "../../src/core/ids.ts";
import {
  type Actor,
  apply,
  ask,
  type Command,
  defaultPolicy,
  emptyWorld,
  type Fact,
  type InputOf,
  type Notice,
  type Policy,
  type Queries,
  type QueryOf,
  type QueryType,
  type RecordKind,
  type Records,
  type Refusal,
  type RefusalCode,
  sliceEntries,
  type World,
} from "../../src/index.ts";
import { entriesOf } from "./buckets.ts";

/** A type with its ids as plain strings, for literals in tests. */
export type Plain<T> = T extends IdKinds[keyof IdKinds]
  ? string
  : T extends readonly (infer Item)[]
    ? readonly Plain<Item>[]
    : T extends object
      ? { [Key in keyof T]: Plain<T[Key]> }
      : T;

type FactType = Fact["type"];
type CommandType = Command["type"];
type DataOf<Type extends Fact["type"] | Command["type"]> = Plain<InputOf<Type>["data"]>;
/** What became of an input. */
export interface Told {
  /** The refusal's code, or `null`. */
  readonly code: RefusalCode | null;
  readonly refusal: Refusal | null;
  /** Events as `type` and data with plain ids. */
  readonly events: readonly { readonly type: string; readonly data: Record<string, unknown> }[];
  readonly notices: readonly Notice[];
}

/** Who acts: an organization's main admin, one of its people, or support (`null`). */
export type By = string | readonly [organization: string, person: string] | null;

/** Sending the same input again, or at another time, or from another source. */
interface Sending {
  readonly id?: string;
  readonly at?: number;
  readonly from?: string;
}

/** A World that is told what happens. */
export interface Play {
  readonly world: () => World;
  readonly fact: <T extends FactType>(type: T, data: DataOf<T>, how?: Sending) => Told;
  readonly command: <T extends CommandType>(
    by: By,
    type: T,
    data: DataOf<T>,
    how?: Sending,
  ) => Told;
  /** The answer's value, or the code of the refusal. */
  readonly ask: <T extends QueryType>(type: T, data: Plain<Queries[T]["input"]>) => unknown;
  /** Changes the policy for what comes. */
  readonly rule: (changes: Partial<Policy>) => void;
  /** All records of a kind, each under its owner's id, `/`, and its own part. */
  readonly records: <K extends RecordKind>(kind: K) => readonly (readonly [string, Records[K]])[];
}

const PLATFORM: readonly string[] = [
  "organization.registered",
  "organization.certification-changed",
  "organization.edition-changed",
  "organization.ended",
  "license.purchased",
];

function actor(by: By): Actor {
  if (by === null) return { support: "staff" } as unknown as Actor;
  const [organization, person] = typeof by === "string" ? [by, `${by}-admin`] : by;
  return { organization, person } as unknown as Actor;
}

/** Starts with an empty World and some changes to the default policy. */
export function play(changes: Partial<Policy> = {}): Play {
  let world = emptyWorld;
  let policy: Policy = { ...defaultPolicy, ...changes };
  let count = 0;
  const say = (input: object, { id, at = 1000 }: Sending): Told => {
    count += 1;
    const full = { id: id ?? `input-${count}`, at, ...input } as unknown as InputOf<FactType>;
    const result = apply(world, full, policy);
    world = result.world;
    const { outcome } = result;
    return outcome.kind === "refused"
      ? { code: outcome.refusal.code, refusal: outcome.refusal, events: [], notices: [] }
      : {
          code: null,
          refusal: null,
          events: outcome.events as unknown as Told["events"],
          notices: outcome.notices,
        };
  };
  return {
    world: () => world,
    fact: (type, data, how = {}) => {
      const own = how.from ?? (data as { readonly organization: string }).organization;
      const platform = how.from === undefined ? PLATFORM.includes(type) : how.from === "platform";
      return say({ type, data, from: platform ? { platform: true } : { organization: own } }, how);
    },
    command: (by, type, data, how = {}) => say({ type, data, by: actor(by) }, how),
    ask: (type, data) => {
      const answer = ask(world, { type, data } as unknown as QueryOf<QueryType>, policy);
      if (answer.kind === "answer") return answer.value;
      return answer.kind === "refused" ? answer.refusal.code : answer.kind;
    },
    rule: (more) => {
      policy = { ...policy, ...more };
    },
    records: (kind) =>
      sliceEntries(world)
        .filter(([key]) => key[0] === kind)
        .map(([[, owner, own], record]) => [`${owner}/${own}`, record as never] as const),
  };
}

/** Who is on a Space's Roster, as `organization/person`, sorted. */
export function roster(p: Play, space: string): string[] {
  return p
    .records("roster")
    .filter(([key]) => key.startsWith(`${space}/`))
    .flatMap(([, bucket]) => entriesOf("roster", bucket))
    .flatMap(([person, through]) => through.map(([organization]) => `${organization}/${person}`))
    .sort();
}

/** Who waits for a Space, as `organization/person`, in order. */
export function waiting(p: Play, space: string): string[] {
  return p
    .records("waiting")
    .filter(([key]) => key.startsWith(`${space}/`))
    .flatMap(([, { entries }]) => [...entries])
    .sort((left, right) => left[0] - right[0])
    .map(([, organization, person]) => `${organization}/${person}`);
}

/** A Space's record. */
export function spaceOf(p: Play, space: string): Records["space"] | undefined {
  return p.records("space").find(([key]) => key === `${space}/`)?.[1];
}

/** An organization's record. */
export function organizationOf(p: Play, organization: string): Records["organization"] | undefined {
  return p.records("organization").find(([key]) => key === `${organization}/`)?.[1];
}

/** An organization's part in a Space. */
export function associationOf(
  p: Play,
  space: string,
  organization: string,
): Records["association"] | undefined {
  return p.records("association").find(([key]) => key === `${space}/${organization}`)?.[1];
}
