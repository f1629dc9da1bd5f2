/** One request and its reply, whatever platform carries them: parse, decide, reply. */
import type { Effects, Event, Refusal } from "interorg";
import { explain, type Locale, retry } from "interorg/catalogue";
import type { Host, Submitted } from "interorg/host";
import { readInput } from "./boundary.ts";
import { type Caller, maySend } from "./caller.ts";

/** The largest body that is read, in bytes; a full scope of 3000 ids of 128 characters fits. */
export const BODY_MAX = 1_048_576;

/** What a platform hands over. */
export interface Asked {
  readonly method: string;
  /** `null`: larger than {@link BODY_MAX}. */
  readonly body: Uint8Array | null;
  readonly caller: Caller | null;
  /** An `accept-language` header. */
  readonly language: string | null;
}

/** Why no decision was reached. */
export type Failure =
  | "METHOD_NOT_ALLOWED"
  | "UNAUTHENTICATED"
  | "TOO_LARGE"
  | "NOT_JSON"
  | "NOT_YOURS"
  | "BUSY"
  | "POLICY_MISMATCH"
  | "STORE_FORMAT_MISMATCH"
  | "UNAVAILABLE";

/** The reply's JSON. */
export type Answer =
  | (Effects<Event> & {
      /** Whether the outcome was on record: the input came before, and nothing happened now. */
      readonly repeated: boolean;
    })
  | {
      readonly kind: "refused";
      readonly repeated: boolean;
      readonly code: Refusal["code"];
      readonly rule: string;
      readonly data: Refusal["data"];
      readonly text: string;
      readonly help: string;
    }
  | { readonly kind: "failed"; readonly code: Failure };

/** A reply, before it is put into a platform's words. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly answer: Answer;
}

const statusOf: { readonly [Code in Failure]: number } = {
  METHOD_NOT_ALLOWED: 405,
  UNAUTHENTICATED: 401,
  TOO_LARGE: 413,
  NOT_JSON: 400,
  NOT_YOURS: 403,
  BUSY: 503,
  POLICY_MISMATCH: 503,
  STORE_FORMAT_MISMATCH: 503,
  UNAVAILABLE: 503,
};

const headersOf: { readonly [Code in Failure]?: Readonly<Record<string, string>> } = {
  METHOD_NOT_ALLOWED: { allow: "POST" },
  UNAUTHENTICATED: { "www-authenticate": "Bearer" },
  BUSY: { "retry-after": "1" },
  UNAVAILABLE: { "retry-after": "5" },
};

const json = { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" };

/** A reply without a decision. */
export function failed(code: Failure): Reply {
  const headers = { ...json, ...headersOf[code] };
  return { status: statusOf[code], headers, answer: { kind: "failed", code } };
}

/** The first language of the header that there is a catalogue in. */
function localeOf(header: string | null): Locale {
  const wanted = (header ?? "").toLowerCase().split(",");
  for (const each of wanted) {
    const language = each.trim().split(/[-;]/)[0];
    if (language === "zh" || language === "en") return language;
  }
  return "en";
}

function refused(refusal: Refusal, repeated: boolean, locale: Locale): Reply {
  const { code, rule, data } = refusal;
  const { text, help } = explain(refusal, locale);
  const headers = { ...json, "content-language": locale };
  const answer: Answer = { kind: "refused", repeated, code, rule, data, text, help };
  return { status: retry(code).httpStatus, headers, answer };
}

/** What an input came to, as a reply. */
export function replyOf(result: Submitted, locale: Locale): Reply {
  if (result.kind === "busy") return failed("BUSY");
  if (result.kind === "withdrawn" || result.kind === "unknown") return failed("UNAVAILABLE");
  if ("code" in result) return failed(result.code);
  if (result.kind === "refused") return refused(result.refusal, result.repeated, locale);
  return { status: 200, headers: json, answer: result };
}

/**
 * Calls the database once more after an error. A connection kept from the invocation before may have
 * died since; and if it died after the commit, the outcome on record comes back.
 */
export async function twice<Value>(call: () => Promise<Value>): Promise<Value | null> {
  for (const last of [false, true]) {
    try {
      return await call();
    } catch (error) {
      console.error(last ? "given up:" : "tried again after:", error);
    }
  }
  return null;
}

function parsed(body: Uint8Array): { readonly value: unknown } | null {
  try {
    // Bytes that are no UTF-8 are an error, rather than ids with other characters in them.
    return { value: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body)) };
  } catch {
    return null;
  }
}

/** Answers one request. */
export async function answer(host: Host, asked: Asked): Promise<Reply> {
  if (asked.method !== "POST") return failed("METHOD_NOT_ALLOWED");
  if (asked.caller === null) return failed("UNAUTHENTICATED");
  if (asked.body === null) return failed("TOO_LARGE");
  const locale = localeOf(asked.language);
  const content = parsed(asked.body);
  if (content === null) return failed("NOT_JSON");
  const input = readInput(content.value);
  if (!input.ok) {
    const { problems } = input;
    return refused({ code: "MALFORMED", rule: "PROTO-01", data: { problems } }, false, locale);
  }
  if (!maySend(asked.caller, input.value)) return failed("NOT_YOURS");
  const result = await twice(() => host.submit(input.value));
  return result === null ? failed("UNAVAILABLE") : replyOf(result, locale);
}
