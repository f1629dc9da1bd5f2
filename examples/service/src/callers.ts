/**
 * Who calls, and for whom they may speak. The library believes `by`, `from` and `viewer`; this is the
 * place where a caller is kept from claiming to be somebody else. Bearer tokens stand in for what a
 * deployment has: put the verification of a signed token here, and nothing else changes.
 */
import { createHash } from "node:crypto";
import type { Actor, Input, Query, Source } from "interorg";
import * as z from "zod";

/** An authenticated caller. */
export interface Caller {
  /** For logs: a system or a role, never a person's name. */
  readonly name: string;
  readonly mayActAs: (actor: Actor) => boolean;
  readonly mayReportFor: (source: Source) => boolean;
  /** Whether one of the caller's actors is this person, in whichever organization. */
  readonly isPerson: (person: string) => boolean;
  /** Whether it may read what concerns everybody: the tails, any outcome, the figures. */
  readonly operator: boolean;
}

/** Finds the caller that a token belongs to. */
export type Callers = (token: string) => Caller | undefined;

const id = z.string().min(1).max(128);
const actor = z.union([
  z.strictObject({ organization: id, person: id }),
  z.strictObject({ support: id }),
]);
const source = z.union([
  z.strictObject({ organization: id }),
  z.strictObject({ platform: z.literal(true) }),
]);
const file = z.record(
  z.string().min(1),
  z.strictObject({
    name: z.string().min(1),
    actors: z.array(actor).default([]),
    sources: z.array(source).default([]),
    operator: z.boolean().default(false),
  }),
);

/** One text for one speaker; ids may hold anything, so they are quoted. */
const speaker = (who: z.infer<typeof actor> | z.infer<typeof source>): string => {
  if ("support" in who) return JSON.stringify(["support", who.support]);
  if ("platform" in who) return JSON.stringify(["platform"]);
  return JSON.stringify([who.organization, "person" in who ? who.person : null]);
};

const digest = (token: string): string => createHash("sha256").update(token).digest("base64");

/** Callers by token, out of parsed JSON; throws an error that says where it is wrong. */
export function callersFrom(json: unknown): Callers {
  const parsed = file.safeParse(json);
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error));
  // By digest: how long a comparison takes tells nothing about a token.
  const callers = new Map<string, Caller>();
  for (const [token, { name, actors, sources, operator }] of Object.entries(parsed.data)) {
    const acting = new Set(actors.map(speaker));
    const reporting = new Set(sources.map(speaker));
    const people = new Set(actors.map((each) => ("person" in each ? each.person : null)));
    callers.set(digest(token), {
      name,
      operator,
      mayActAs: (each) => acting.has(speaker(each)),
      mayReportFor: (each) => reporting.has(speaker(each)),
      isPerson: (person) => people.has(person),
    });
  }
  return (token) => callers.get(digest(token));
}

/** Where an input claims to come from somebody whom its caller may not speak for; `null` if nowhere. */
export function falseClaimIn(caller: Caller, input: Input): "by" | "from" | null {
  if ("by" in input) return caller.mayActAs(input.by) ? null : "by";
  return caller.mayReportFor(input.from) ? null : "from";
}

/**
 * Where a question claims to be asked by somebody else; `null` if nowhere. About a directory its source
 * may ask: whoever may report its facts. Whom a notice reaches nobody may ask from outside: it is for
 * delivery alone.
 */
export function falseViewerIn(
  caller: Caller,
  { data }: Query,
): "viewer" | "source" | "person" | "notice" | null {
  if ("viewer" in data) return caller.mayActAs(data.viewer) ? null : "viewer";
  if ("source" in data) return caller.mayReportFor(data.source) ? null : "source";
  if ("person" in data) return caller.isPerson(data.person) ? null : "person";
  return "notice" in data ? "notice" : null;
}
