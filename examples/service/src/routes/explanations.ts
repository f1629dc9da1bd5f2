/** What a problem means, and what a refusal that was kept says in another language. */
import { type Context, Hono } from "hono";
import { REFUSAL_CODES, type Refusal, type RefusalCode, RULE_OF_CODE } from "interorg";
import { refusalTitle, retry, ruleById } from "interorg/catalogue";
import { type Env, readBody } from "../http.ts";
import { upTo } from "../middleware.ts";
import { explained, type Place, PROBLEMS, type ProblemName, problem } from "../problem.ts";

const BYTES_MAX = 64 * 1024;

const isCode = (code: unknown): code is RefusalCode =>
  typeof code === "string" && Object.hasOwn(RULE_OF_CODE, code);

/** A refusal out of unknown JSON, or what is wrong with it. */
function refusalFrom(value: unknown): Refusal | Place {
  if (typeof value !== "object" || value === null) return { path: [], problem: "not-an-object" };
  const { code, data } = value as Record<string, unknown>;
  if (!isCode(code)) return { path: ["code"], problem: "not-a-choice" };
  if (typeof data !== "object" || data === null)
    return { path: ["data"], problem: "not-an-object" };
  return { code, rule: RULE_OF_CODE[code], data } as Refusal;
}

async function explanation(c: Context<Env>): Promise<Response> {
  const body = await readBody(c);
  if (!body.ok) return body.answer;
  const refusal = refusalFrom(body.value);
  if ("path" in refusal) return problem(c, "bad-request", { problems: [refusal] });
  return c.json(explained(refusal, c.get("locale")));
}

const isProblem = (name: string): name is ProblemName => Object.hasOwn(PROBLEMS, name);

/** Where the `type` of a problem leads. */
function meaning(c: Context<Env>): Response {
  const name = c.req.param("name") ?? "";
  if (isProblem(name)) {
    const { status } = PROBLEMS[name];
    return c.json({ name, status, title: PROBLEMS[name][c.get("locale")] });
  }
  if (!REFUSAL_CODES.includes(name as RefusalCode)) return problem(c, "not-found");
  const code = name as RefusalCode;
  const rule = ruleById(RULE_OF_CODE[code]);
  const { httpStatus: status, next, whoSees } = retry(code);
  const title = refusalTitle(code, c.get("locale"));
  const source = rule?.source ?? [];
  return c.json({ name, status, title, rule: RULE_OF_CODE[code], whoSees, next, source });
}

/** `POST /explanations`. */
export function explanationRoutes(): Hono<Env> {
  return new Hono<Env>().post("/explanations", upTo(BYTES_MAX), explanation);
}

/** `GET /problems/{name}`, which needs no token. */
export function problemRoutes(): Hono<Env> {
  return new Hono<Env>().get("/problems/:name", meaning);
}
