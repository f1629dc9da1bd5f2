/** Schemas of who speaks: actors, sources, and the envelopes of commands and facts. */
import type { Actor, Command, Expectation, Fact, Source } from "../core/input.ts";
import { endsLater } from "../core/plausible.ts";
import { doneByMembers } from "../industry/doings.ts";
import type { Viewer } from "../queries/model.ts";
import { inputId, organizationId, personId, staffId } from "./ids.ts";
import { time } from "./numbers.ts";
import {
  either,
  lazily,
  object,
  only,
  optional,
  type Schema,
  type Shape,
  string,
} from "./shape.ts";

type Employee = Omit<Viewer, "as">;
type Support = Exclude<Actor, Viewer>;

const employee: Shape<Employee> = { organization: organizationId, person: personId };
const asMember = optional(only("industry-member"));

/** A person in the name of an organization, employed there. */
export const viewer: () => Schema<Viewer> = lazily(
  () => object<Employee>(employee) as unknown as Schema<Viewer>,
);

/** The same, or somebody of the organization's industry book, who asks little (INDUSTRY-03). */
export const anyViewer: () => Schema<Viewer> = lazily(() =>
  object<Viewer>({ ...employee, as: asMember }),
);

const actor: () => Schema<Actor> = lazily(
  () => either<Employee, Support>(employee, { support: staffId }) as unknown as Schema<Actor>,
);

const anyActor: () => Schema<Actor> = lazily(() =>
  either<Viewer, Support>({ ...employee, as: asMember }, { support: staffId }),
);

type Platform = Extract<Source, { readonly platform: true }>;
const source: () => Schema<Source> = lazily(() =>
  either<Exclude<Source, Platform>, Platform>(
    { organization: organizationId },
    { platform: only(true) },
  ),
);

/** Who may give a command of a type. */
const byWhom = (type: string): Schema<Actor> => (doneByMembers(type) ? anyActor() : actor());

const outcome = string((value) => (/^[0-9a-f]{64}$/u.test(value) ? null : "not-a-fingerprint"), {
  pattern: "^[0-9a-f]{64}$",
});

type Outcome = Extract<Expectation, { readonly outcome: string }>;
interface Was {
  readonly was: unknown;
}

const byOutcome = lazily(() => object<Outcome>({ outcome }));

/** What a command was decided on; what it replaces, if it does (PROTO-06). */
const expectation = (was: Schema<unknown> | null): Schema<Expectation<unknown>> =>
  was === null
    ? (byOutcome() as Schema<unknown> as Schema<Expectation<unknown>>)
    : either<Outcome, Was>({ outcome }, { was });

/** A command of one type; what it makes to end at a time ends after the command's own (JOIN-19). */
export const command = (
  type: string,
  data: Schema<unknown>,
  was: Schema<unknown> | null,
): Schema<Command<string, unknown, unknown>> =>
  object(
    {
      id: inputId,
      at: time,
      by: byWhom(type),
      type: only(type),
      data,
      expect: optional(expectation(was)),
    },
    ({ at, data: wish }) =>
      endsLater(at, (wish as { readonly expiresAt?: number }).expiresAt)
        ? null
        : ["not-after", "data", "expiresAt"],
  );

/** A fact of one type. */
export const fact = (type: string, data: Schema<unknown>): Schema<Fact<string, unknown>> =>
  object({ id: inputId, at: time, from: source(), type: only(type), data });
