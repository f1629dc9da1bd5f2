/** Schemas of who speaks: actors, sources, and the envelopes of commands and facts. */
import type { Actor, Command, Fact, Source } from "../core/input.ts";
import { endsLater } from "../core/plausible.ts";
import type { Viewer } from "../queries/model.ts";
import { inputId, organizationId, personId, staffId } from "./ids.ts";
import { time } from "./numbers.ts";
import { either, lazily, object, only, type Schema } from "./shape.ts";

/** A person in the name of an organization. */
export const viewer: () => Schema<Viewer> = lazily(() =>
  object<Viewer>({ organization: organizationId, person: personId }),
);

const actor: () => Schema<Actor> = lazily(() =>
  either<Viewer, Exclude<Actor, Viewer>>(
    { organization: organizationId, person: personId },
    { support: staffId },
  ),
);

type Platform = Extract<Source, { readonly platform: true }>;
const source: () => Schema<Source> = lazily(() =>
  either<Exclude<Source, Platform>, Platform>(
    { organization: organizationId },
    { platform: only(true) },
  ),
);

/** A command of one type; what it makes to end at a time ends after the command's own (JOIN-19). */
export const command = (type: string, data: Schema<unknown>): Schema<Command<string, unknown>> =>
  object({ id: inputId, at: time, by: actor(), type: only(type), data }, ({ at, data: wish }) =>
    endsLater(at, (wish as { readonly expiresAt?: number }).expiresAt)
      ? null
      : ["not-after", "data", "expiresAt"],
  );

/** A fact of one type. */
export const fact = (type: string, data: Schema<unknown>): Schema<Fact<string, unknown>> =>
  object({ id: inputId, at: time, from: source(), type: only(type), data });
