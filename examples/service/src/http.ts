/** What every route shares: what a request carries along, and how its body is read. */
import type { Context } from "hono";
import type { Locale } from "interorg/catalogue";
import { stringify } from "safe-stable-stringify";
import type { Caller } from "./callers.ts";
import type { Logger } from "./log.ts";
import { problem } from "./problem.ts";

/** What a request carries along. */
export interface Env {
  Variables: {
    requestId: string;
    log: Logger;
    locale: Locale;
    caller: Caller;
  };
}

/** A body, or the answer to one that cannot be read. */
export type Body =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly answer: Response };

/** One text for one content: an outcome read back from the database may have its fields in another order. */
export const stableJson = (value: object): string => stringify(value) as string;

/** Answers with an outcome, the same to the byte whenever it is the same. */
export function answer(c: Context<Env>, value: object): Response {
  return c.body(stableJson(value), 200, { "content-type": "application/json" });
}

const isJson = (type: string | undefined): boolean =>
  /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type ?? "");

/** Reads a body as JSON in UTF-8; a broken sequence is no character to guess at. */
export async function readBody(c: Context<Env>): Promise<Body> {
  if (!isJson(c.req.header("content-type"))) {
    return { ok: false, answer: problem(c, "not-json-type") };
  }
  try {
    const bytes = await c.req.arrayBuffer();
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) {
      return { ok: false, answer: problem(c, "not-json") };
    }
    throw error;
  }
}
