/**
 * Aim: what users hold and what they implement is checked as well: policies, slices, facts, stores,
 * services under test. Method: the compiler runs over this file; each expected error that does not occur
 * is itself an error.
 */
import type { Commit, CommitResult, Store } from "../../src/host/index.ts";
import {
  apply,
  ask,
  command,
  decide,
  defaultPolicy,
  emptySlice,
  emptyWorld,
  type Fact,
  fact,
  type Input,
  type InputOf,
  type QueryOf,
  question,
  type RefusalsOf,
  type Slice,
  snapshot,
} from "../../src/index.ts";
import { agreesWithRules } from "../../src/testing/index.ts";

declare const resigned: InputOf<"person.resigned">;
declare const create: InputOf<"space.create">;

/** The codes that a fact can be refused with, all of them and no others. */
export const ofFacts: { readonly [Code in RefusalsOf<Fact["type"]>]: true } = {
  MALFORMED: true,
  INPUT_ID_REUSED: true,
  UNKNOWN_ORGANIZATION: true,
  SOURCE_NOT_RESPONSIBLE: true,
  UNKNOWN_PERSON: true,
  UNKNOWN_DEPARTMENT: true,
};

// @ts-expect-error a policy is a value; make another with definePolicy
defaultPolicy.personCap = 5;
// @ts-expect-error so are the numbers in it
if (defaultPolicy.uncertifiedHost !== null) defaultPolicy.uncertifiedHost.personCap = 5;
// @ts-expect-error a policy is whole
decide(emptySlice, create, { personCap: 5 });

// @ts-expect-error how records are kept is not for users to make
export const made: Slice = { table: { roots: {} }, complete: true };
// @ts-expect-error nor to look at
emptySlice.table.roots;
// @ts-expect-error a slice with something missing has no snapshot
snapshot(emptySlice);

// @ts-expect-error no such input
export const unknown: Input["type"] = "person.promoted";
// @ts-expect-error no such field
export const typo: InputOf<"person.resigned">["data"] = { ...resigned.data, lastDay: 1 };
// @ts-expect-error a question is no input
decide(emptySlice, {} as QueryOf<"space.contacts">, defaultPolicy);
// @ts-expect-error an input is no question
ask(emptySlice, create, defaultPolicy);

const answer = ask(emptyWorld, {} as QueryOf<"admin.space-room">, defaultPolicy);
// @ts-expect-error an answer is looked at before its value
answer.value;
const room = ask(
  emptyWorld,
  question("admin.space-room", { viewer: { organization: "acme", person: "ann" }, space: "s" }),
  defaultPolicy,
);
// The answer to a question that is written down is typed by it.
if (room.kind === "answer") room.value.waiting satisfies number;
// @ts-expect-error it has nothing else
if (room.kind === "answer") room.value.licenses;
// @ts-expect-error a question's data is that of its type
question("admin.space-room", { space: "s" });
// What is written down with id and time is an input; without, it is none yet.
const at = { id: "1", at: 0 };
command("space.dissolve", ["acme", "ann"], { space: "s" }, at) satisfies InputOf<"space.dissolve">;
// @ts-expect-error a draft is no input
apply(emptyWorld, command("space.dissolve", ["acme", "ann"], { space: "s" }), defaultPolicy);

const { outcome } = apply(emptyWorld, create, defaultPolicy);
// @ts-expect-error what was refused has no events
if (outcome.kind === "refused") outcome.events;
// @ts-expect-error what was accepted has no refusal
if (outcome.kind === "accepted") outcome.refusal;

// @ts-expect-error a draft's data is that of its type
command("space.create", ["acme", "ann"], { space: "s" });
// @ts-expect-error a command is no fact
fact("space.create", { space: "s", name: "S" });

declare const store: Store;
export const forgetful: Store = {
  ...store,
  // @ts-expect-error a commit says whether it was one
  commit: (_commit: Commit): Promise<void> => Promise.resolve(),
};
export const hopeful: Store = {
  ...store,
  // @ts-expect-error there is no third way for a commit to end
  commit: (): Promise<CommitResult> => Promise.resolve({ kind: "maybe" }),
};
const { load: _load, ...unreadable } = store;
// @ts-expect-error a store loads
export const writeOnly: Store = unreadable;

// @ts-expect-error a service under test is looked at, too
agreesWithRules({ start: () => ({ submit: () => true }), expected: () => null });
