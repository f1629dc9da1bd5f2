/** Everything that is not an answer: problem details as RFC 9457 has them. */
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { type Refusal, RULE_OF_CODE } from "interorg";
import { type Explanation, explain, type Locale, retry } from "interorg/catalogue";
import { type Env, stableJson } from "./http.ts";

/** A problem of the service itself, not of the rules. */
interface Said {
  readonly status: ContentfulStatusCode;
  readonly en: string;
  readonly zh: string;
  /** Seconds after which the same request may succeed. */
  readonly retryAfter?: number;
}

export const PROBLEMS = {
  "not-json": {
    status: 400,
    en: "The body is not JSON in UTF-8",
    zh: "请求正文不是 UTF-8 编码的 JSON",
  },
  "bad-request": { status: 400, en: "The request has the wrong shape", zh: "请求的格式不正确" },
  "off-the-clock": {
    status: 400,
    en: "The time of a command is the time of sending it, and this one is not",
    zh: "命令的时间应为发送时间，而此时间相差过大",
  },
  unauthenticated: {
    status: 401,
    en: "A bearer token is needed that the service knows",
    zh: "需要服务认可的访问令牌",
  },
  "not-the-caller": {
    status: 403,
    en: "The caller may not speak for the one named",
    zh: "调用方无权以所述身份行事",
  },
  "operators-only": { status: 403, en: "This is for operators", zh: "仅限运维人员" },
  "not-found": { status: 404, en: "There is nothing here", zh: "此处没有内容" },
  "too-large": { status: 413, en: "The body is too large", zh: "请求正文过大" },
  "not-json-type": {
    status: 415,
    en: "The body must be application/json",
    zh: "请求正文类型必须为 application/json",
  },
  busy: {
    status: 503,
    en: "Others kept changing what this depends on; nothing was changed: send it again as it is",
    zh: "所依赖的数据一直被他人更改；未作任何更改：请原样重发",
    retryAfter: 1,
  },
  withdrawn: {
    status: 503,
    en: "It took longer than the service waits; nothing was changed: send it again as it is",
    zh: "处理时间超出服务的等待时限；未作任何更改：请原样重发",
    retryAfter: 1,
  },
  unknown: {
    status: 503,
    en: "It took longer than the service waits and may have been stored; send it again as it is, under the same id",
    zh: "处理时间超出服务的等待时限，可能已存储；请以相同的 id 原样重发",
    retryAfter: 1,
  },
  "out-of-reach": {
    status: 503,
    en: "The database is out of reach; send it again as it is, under the same id",
    zh: "数据库暂时不可用；请以相同的 id 原样重发",
    retryAfter: 2,
  },
  "policy-mismatch": {
    status: 503,
    en: "This instance has another policy than the store; nothing was decided",
    zh: "本实例的策略与存储不一致；未作任何决定",
    retryAfter: 30,
  },
  "store-format-mismatch": {
    status: 503,
    en: "This instance has another version of records than the store; nothing was decided",
    zh: "本实例的记录版本与存储不一致；未作任何决定",
    retryAfter: 30,
  },
  internal: {
    status: 500,
    en: "Something is wrong with the service; the request id leads to the log",
    zh: "服务内部错误；可凭请求编号查询日志",
  },
} as const satisfies { readonly [name: string]: Said };

/** A problem's name. */
export type ProblemName = keyof typeof PROBLEMS;

/** Where something is wrong with what was sent. */
export interface Place {
  readonly path: readonly (string | number)[];
  readonly problem: string;
}

/** A refusal with everything that helps whoever reads it. */
export interface ExplainedRefusal {
  readonly code: string;
  readonly rule: string;
  readonly data: object;
  readonly explanation: Explanation;
  /** Whether the same content, sent later under a new id, may be accepted. */
  readonly mayHelpLater: boolean;
}

/** A refusal in the reader's language. */
export function explained(refusal: Refusal, locale: Locale): ExplainedRefusal {
  const { code, rule, data } = refusal;
  const mayHelpLater = Object.hasOwn(RULE_OF_CODE, code) && retry(code).canHelp;
  return { code, rule, data, explanation: explain(refusal, locale), mayHelpLater };
}

function send(c: Context<Env>, status: ContentfulStatusCode, body: object): Response {
  c.header("content-type", "application/problem+json");
  return c.body(stableJson(body), status);
}

/** Answers with a problem of the service. */
export function problem(
  c: Context<Env>,
  name: ProblemName,
  more: { readonly problems?: readonly Place[] } = {},
): Response {
  const said: Said = PROBLEMS[name];
  if (said.retryAfter !== undefined) c.header("retry-after", String(said.retryAfter));
  if (said.status === 401) c.header("www-authenticate", "Bearer");
  const title = said[c.get("locale")];
  return send(c, said.status, { type: `/problems/${name}`, title, status: said.status, ...more });
}

/** Answers with a refusal, under the status that the catalogue has for its code. */
export function refused(c: Context<Env>, refusal: Refusal, more: { index?: number } = {}) {
  const body = explained(refusal, c.get("locale"));
  const status = retry(refusal.code).httpStatus as ContentfulStatusCode;
  return send(c, status, {
    type: `/problems/${refusal.code}`,
    title: body.explanation.title,
    status,
    detail: body.explanation.text,
    ...body,
    ...more,
  });
}

/** What `parseInput` and its siblings found, as the refusal that it is. */
export function malformed(c: Context<Env>, problems: readonly Place[]): Response {
  return refused(c, { code: "MALFORMED", rule: RULE_OF_CODE.MALFORMED, data: { problems } });
}
