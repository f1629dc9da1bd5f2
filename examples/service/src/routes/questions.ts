/** Questions, which know what each viewer may see. */
import { type Context, Hono } from "hono";
import type { Host } from "interorg/host";
import { parseQuery } from "interorg/schema";
import { falseViewerIn } from "../callers.ts";
import { type Env, readBody } from "../http.ts";
import { upTo } from "../middleware.ts";
import { malformed, problem, refused } from "../problem.ts";

/** The largest question, in bytes. */
export const QUESTION_BYTES_MAX = 64 * 1024;

async function ask(c: Context<Env>, host: Host, within: number): Promise<Response> {
  const body = await readBody(c);
  if (!body.ok) return body.answer;
  const query = parseQuery(body.value);
  if (!query.ok) return malformed(c, query.problems);
  const claim = falseViewerIn(c.get("caller"), query.value);
  if (claim !== null) {
    const problems = [{ path: ["data", claim], problem: "not-the-caller" }];
    return problem(c, "not-the-caller", { problems });
  }
  const started = performance.now();
  const answer = await host.ask(query.value, { within });
  const ms = Math.round(performance.now() - started);
  const code = answer.kind === "refused" ? { code: answer.refusal.code } : {};
  c.get("log").info({ type: query.value.type, outcome: answer.kind, ...code, ms }, "question");
  if (answer.kind === "answer") return c.json({ value: answer.value });
  return answer.kind === "refused" ? refused(c, answer.refusal) : problem(c, answer.kind);
}

/** `POST /questions`: a question has a body, because what it names is nobody else's business. */
export function questionRoutes(host: Host, within: number): Hono<Env> {
  return new Hono<Env>().post("/questions", upTo(QUESTION_BYTES_MAX), (c) => ask(c, host, within));
}
