/** Examples that read as sentences: given a World, when an input comes, then this follows. */
import type { Notice } from "../core/notice.ts";
import { defaultPolicy, type Policy } from "../core/policy.ts";
import type { RefusalCode } from "../core/refusal.ts";
import { ask } from "../engine/ask.ts";
import type { Answer, Events, EventType, Input } from "../engine/types.ts";
import { emptyWorld, type World } from "../engine/world.ts";
import type { Queries, QueryOf, QueryType } from "../queries/model.ts";
import { canonicalText, expectLike, expectTrue } from "./compare.ts";
import { type InputDraft, inputText, type Plain, stamped } from "./inputs.ts";
import { applyAll, type Told, tell } from "./tell.ts";

/** An event as an example names it: its type, and of its data as much as matters. */
export type EventSketch = {
  readonly [Type in EventType]: readonly [type: Type, data?: Partial<Plain<Events[Type]>>];
}[EventType];

/** A notice as an example names it. */
export type NoticeSketch = readonly [kind: Notice["kind"], data?: Partial<Plain<Notice["data"]>>];

/** What can be said of the answer to a question; each throws an error if it is not so. */
export interface Asked<Type extends QueryType> {
  /** The answer's value, as much of it as is given; lists in full. */
  readonly thenAnswer: (value: Partial<Plain<Queries[Type]["answer"]>>) => Asked<Type>;
  /** Refused with this code. */
  readonly thenRefused: (code: RefusalCode) => Asked<Type>;
  readonly answer: Answer<Type>;
}

/** A World that is asked and told more: each time anew, so that one may have several sequels. */
export interface Goes {
  /** Asks in the World as it is now. */
  readonly ask: <Type extends QueryType>(question: QueryOf<Type>) => Asked<Type>;
  /** A further input, in the World as it is now. */
  readonly when: (input: InputDraft | Input) => Then;
}

/** What can be said of an input's outcome; each throws an error if it is not so. */
export interface Then extends Goes, Told {
  /** These events, all of them, in this order. */
  readonly then: (...events: readonly EventSketch[]) => Then;
  /** These events among others, in any order; each stands for an event of its own. */
  readonly thenAmong: (...events: readonly EventSketch[]) => Then;
  /** Refused with this code, and of its data as much as is given. */
  readonly thenRefused: (code: RefusalCode, data?: object) => Then;
  /** Accepted without effect. */
  readonly thenNothing: () => Then;
  /** These notices, all of them, in this order. */
  readonly thenNotices: (...notices: readonly NoticeSketch[]) => Then;
  /** Another policy from here on. */
  readonly under: (changes: Partial<Policy>) => Goes;
}

/** The beginning of an example. */
export interface Given extends Goes {
  /** With another policy than the default. */
  readonly under: (changes: Partial<Policy>) => Given;
  readonly world: () => World;
}

/** Of a value, what another one mentions; lists in full. */
function mentioned(value: unknown, sketch: unknown): unknown {
  if (Array.isArray(sketch)) {
    if (!Array.isArray(value)) return value;
    return value.map((each, index) => mentioned(each, sketch[index]));
  }
  if (sketch === null || typeof sketch !== "object" || value === null) return value;
  if (typeof value !== "object") return value;
  const names = Object.keys(sketch);
  return Object.fromEntries(
    names.map((name) => [
      name,
      Object.hasOwn(value, name)
        ? mentioned(
            (value as Record<string, unknown>)[name],
            (sketch as Record<string, unknown>)[name],
          )
        : undefined,
    ]),
  );
}

function said({ code, events }: Told): unknown {
  if (code !== null) return { refused: code };
  return events.map(({ type, data }) => [type, data]);
}

function sketchedEvents({ events }: Told, sketches: readonly EventSketch[]): unknown {
  return events.map(({ type, data }, index) => {
    const sketch = sketches[index];
    return sketch?.[1] === undefined ? [type] : [type, mentioned(data, sketch[1])];
  });
}

/** The first sketch for which no event is left, or nothing. */
function lacking({ events }: Told, sketches: readonly EventSketch[]): EventSketch | undefined {
  const left = [...events];
  return sketches.find(([type, data = {}]) => {
    const place = left.findIndex(
      (event) =>
        event.type === type && canonicalText(mentioned(event.data, data)) === canonicalText(data),
    );
    if (place < 0) return true;
    left.splice(place, 1);
    return false;
  });
}

function askedOf<Type extends QueryType>(
  world: World,
  question: QueryOf<Type>,
  policy: Policy,
): Asked<Type> {
  const answer = ask(world, question, policy);
  const what = `the answer to ${JSON.stringify(question)}`;
  const said: unknown = answer.kind === "refused" ? { refused: answer.refusal.code } : answer;
  const self: Asked<Type> = {
    thenAnswer: (value) => {
      const came = answer.kind === "answer" ? mentioned(answer.value, value) : said;
      expectLike(came, value, what);
      return self;
    },
    thenRefused: (code) => {
      expectLike(said, { refused: code }, what);
      return self;
    },
    answer,
  };
  return self;
}

function goesOn(world: World, policy: Policy, count: number): Goes {
  return {
    ask: (question) => askedOf(world, question, policy),
    when: (next) => {
      const [stampedNext] = stamped([next as InputDraft], count + 1) as [Input];
      return thenOf(world, stampedNext, policy, count + 1);
    },
  };
}

function thenOf(world: World, input: Input, policy: Policy, count: number): Then {
  const told = tell(world, input, policy);
  const what = `the outcome of ${inputText(input)}`;
  const self: Then = {
    // biome-ignore lint/suspicious/noThenProperty: examples read as sentences, and are not awaited
    then: (...sketches) => {
      const came = told.code === null ? sketchedEvents(told, sketches) : said(told);
      expectLike(came, sketches, what);
      return self;
    },
    thenAmong: (...sketches) => {
      const missing = lacking(told, sketches);
      expectTrue(
        missing === undefined,
        `${what} lacks ${JSON.stringify(missing)} among ${JSON.stringify(said(told))}`,
      );
      return self;
    },
    thenRefused: (code, data) => {
      expectLike(said(told), { refused: code }, what);
      if (told.refusal !== null && data !== undefined) {
        expectLike(mentioned(told.refusal.data, data), data, `the data of ${code}`);
      }
      return self;
    },
    thenNothing: () => {
      expectLike(said(told), [], what);
      return self;
    },
    thenNotices: (...sketches) => {
      const came = told.notices.map(({ kind, data }, index) => {
        const sketch = sketches[index]?.[1];
        return sketch === undefined ? [kind] : [kind, mentioned(data, sketch)];
      });
      expectLike(came, sketches, `the notices of ${inputText(input)}`);
      return self;
    },
    under: (changes) => goesOn(told.world, { ...policy, ...changes }, count),
    ...goesOn(told.world, policy, count),
    ...told,
  };
  return self;
}

const isWorld = (value: World | InputDraft | Input): value is World => "table" in value;

/**
 * Begins an example: with a World, with inputs that must be accepted, or with both.
 *
 * @example
 * given(buildWorld({ organizations: { acme: {} } }))
 *   .when(command("space.create", ["acme", "admin"], { space: "s", name: "Supply" }))
 *   .then(["space.created", { host: "acme" }]);
 */
export function given(...start: readonly (World | InputDraft | Input)[]): Given {
  return begun(start, defaultPolicy);
}

function begun(start: readonly (World | InputDraft | Input)[], policy: Policy): Given {
  const drafts = start.filter((each): each is InputDraft | Input => !isWorld(each));
  const from = start.find(isWorld) ?? emptyWorld;
  // Inputs of a built World are numbered from 1: what comes here must not be taken for one of them.
  const first = 1001;
  const world = () => applyAll(from, stamped(drafts as InputDraft[], first), policy);
  return {
    under: (changes) => begun(start, { ...policy, ...changes }),
    ask: (question) => askedOf(world(), question, policy),
    when: (input) => goesOn(world(), policy, first + drafts.length - 1).when(input),
    world,
  };
}
