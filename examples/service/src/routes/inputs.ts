/** Inputs: one, many at once, and what one would come to. */
import { type Context, Hono } from "hono";
import type { Input, InputType } from "interorg";
import { BATCH_MAX, type Host, type Settled } from "interorg/host";
import { parseInput } from "interorg/schema";
import { falseClaimIn } from "../callers.ts";
import type { Clock } from "../clock.ts";
import { answer, type Env, readBody } from "../http.ts";
import { upTo } from "../middleware.ts";
import { previewShown, shown } from "../outcome.ts";
import { malformed, type Place, problem, refused } from "../problem.ts";

/** The largest input alone, and the largest batch, in bytes. */
export const INPUT_BYTES_MAX = 1024 * 1024;
export const BATCH_BYTES_MAX = 8 * 1024 * 1024;

type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly answer: Response };

/** What inputs go to, the clock that commands are held against, and the milliseconds of patience. */
interface Parts {
  readonly host: Host;
  readonly clock: Clock;
  readonly within: number;
}

/** Checks that an input is one, and that its caller may send it. */
function admit(c: Context<Env>, value: unknown, at: Place["path"] = []): Read<Input> {
  const parsed = parseInput(value);
  if (!parsed.ok) {
    const problems = parsed.problems.map(({ path, problem }) => ({
      path: [...at, ...path],
      problem,
    }));
    return { ok: false, answer: malformed(c, problems) };
  }
  const claim = falseClaimIn(c.get("caller"), parsed.value);
  if (claim === null) return { ok: true, value: parsed.value };
  const problems = [{ path: [...at, claim], problem: "not-the-caller" }];
  return { ok: false, answer: problem(c, "not-the-caller", { problems }) };
}

function offTheClock(c: Context<Env>, at: Place["path"]): Response {
  const problems = [{ path: [...at, "at"], problem: "out-of-range" }];
  return problem(c, "off-the-clock", { problems });
}

async function readInput(c: Context<Env>, clock: Clock): Promise<Read<Input>> {
  const body = await readBody(c);
  if (!body.ok) return body;
  const input = admit(c, body.value);
  if (!input.ok || (await clock([input.value])) === -1) return input;
  return { ok: false, answer: offTheClock(c, []) };
}

type Choice = "abort" | "skip";
interface BatchRead {
  readonly inputs: readonly Input[];
  readonly onRefusal: Choice;
}

const isChoice = (value: unknown): value is Choice => value === "abort" || value === "skip";

async function readBatch(c: Context<Env>, clock: Clock): Promise<Read<BatchRead>> {
  const body = await readBody(c);
  if (!body.ok) return body;
  const { inputs, onRefusal = "abort" } = (body.value ?? {}) as Record<string, unknown>;
  const problems: Place[] = [];
  if (!Array.isArray(inputs)) problems.push({ path: ["inputs"], problem: "not-a-list" });
  else if (inputs.length > BATCH_MAX) problems.push({ path: ["inputs"], problem: "too-many" });
  if (!isChoice(onRefusal)) problems.push({ path: ["onRefusal"], problem: "not-a-choice" });
  if (problems.length > 0) return { ok: false, answer: problem(c, "bad-request", { problems }) };
  const admitted: Input[] = [];
  for (const [index, value] of (inputs as unknown[]).entries()) {
    const input = admit(c, value, ["inputs", index]);
    if (!input.ok) return input;
    admitted.push(input.value);
  }
  const off = await clock(admitted);
  if (off !== -1) return { ok: false, answer: offTheClock(c, ["inputs", off]) };
  return { ok: true, value: { inputs: admitted, onRefusal: onRefusal as Choice } };
}

/** The one line that the log gets for each input. */
function logInput(c: Context<Env>, input: Input, result: Settled | { kind: string }, ms: number) {
  const line: Record<string, unknown> = { input: input.id, type: input.type, outcome: result.kind };
  if ("refusal" in result) line["code"] = result.refusal.code;
  if ("events" in result) line["events"] = result.events.length;
  if ("repeated" in result && result.repeated) line["repeated"] = true;
  c.get("log").info({ ...line, ms: Math.round(ms), caller: c.get("caller").name }, "input");
}

async function submit(c: Context<Env>, { host, clock, within }: Parts): Promise<Response> {
  const read = await readInput(c, clock);
  if (!read.ok) return read.answer;
  const started = performance.now();
  const result = await host.submit<InputType>(read.value, { within });
  logInput(c, read.value, result, performance.now() - started);
  if (result.kind !== "accepted" && result.kind !== "refused") return problem(c, result.kind);
  // In a header, so that the body of a repeat is the first one's to the byte.
  if (result.repeated) c.header("idempotent-replayed", "true");
  if (result.kind === "refused") return refused(c, result.refusal);
  return answer(c, shown(result, read.value, c.get("caller"), c.get("locale")));
}

async function submitAll(c: Context<Env>, { host, clock, within }: Parts): Promise<Response> {
  const read = await readBatch(c, clock);
  if (!read.ok) return read.answer;
  const { inputs, onRefusal } = read.value;
  const started = performance.now();
  const batch = await host.submitAll(inputs, { onRefusal, within });
  const ms = performance.now() - started;
  const results = batch.kind === "settled" ? batch.results : [];
  for (const [index, input] of inputs.entries()) {
    const aborted = batch.kind === "aborted" && batch.index === index;
    logInput(c, input, aborted ? { ...batch } : (results[index] ?? batch), ms);
  }
  if (batch.kind === "aborted") return refused(c, batch.refusal, { index: batch.index });
  if (batch.kind !== "settled") return problem(c, batch.kind);
  if (results.length > 0 && results.every(({ repeated }) => repeated)) {
    c.header("idempotent-replayed", "true");
  }
  return answer(c, {
    results: results.map((each, index) =>
      shown(each, inputs[index] as Input, c.get("caller"), c.get("locale")),
    ),
  });
}

async function preview(c: Context<Env>, { host, clock, within }: Parts): Promise<Response> {
  const read = await readInput(c, clock);
  if (!read.ok) return read.answer;
  const result = await host.preview(read.value, { within });
  if (result.kind !== "preview") return problem(c, result.kind);
  return c.json(previewShown(result, read.value, c.get("caller"), c.get("locale")));
}

/** `POST /inputs`, `POST /batches`, `POST /previews`. */
export function inputRoutes(parts: Parts): Hono<Env> {
  return new Hono<Env>()
    .post("/inputs", upTo(INPUT_BYTES_MAX), (c) => submit(c, parts))
    .post("/batches", upTo(BATCH_BYTES_MAX), (c) => submitAll(c, parts))
    .post("/previews", upTo(INPUT_BYTES_MAX), (c) => preview(c, parts));
}
