/** The document's operations. */
import { REFUSAL_CODES } from "interorg";
import { retry } from "interorg/catalogue";
import { PROBLEMS, type ProblemName } from "../problem.ts";
import { ref } from "./schemas.ts";

type Json = { readonly [name: string]: unknown };

const json = (schema: string): Json => ({ "application/json": { schema: ref(schema) } });
const body = (schema: string): Json => ({ required: true, content: json(schema) });
const ok = (description: string, schema: string, headers?: Json): Json => ({
  200: { description, content: json(schema), ...(headers === undefined ? {} : { headers }) },
});

const problemContent = (...names: string[]): Json => {
  const [first = "", ...rest] = names;
  const schema = rest.length === 0 ? ref(first) : { oneOf: names.map(ref) };
  return { "application/problem+json": { schema } };
};

const retryAfter: Json = {
  "Retry-After": { description: "Seconds.", schema: { type: "integer", minimum: 1 } },
};

const refusalStatuses = [...new Set(REFUSAL_CODES.map((code) => retry(code).httpStatus))];

/** The answers that are problems, by status: the service's own, and refusals where there may be some. */
function problems(names: readonly ProblemName[], refusals: boolean): Json {
  const statuses = new Map<number, ProblemName[]>();
  for (const name of names) {
    const { status } = PROBLEMS[name];
    statuses.set(status, [...(statuses.get(status) ?? []), name]);
  }
  const all = new Set([...statuses.keys(), ...(refusals ? refusalStatuses : [])]);
  const answers = [...all].sort().map((status): [number, Json] => {
    const own = statuses.get(status) ?? [];
    const kinds = [
      ...(own.length > 0 ? ["Problem"] : []),
      ...(refusals && refusalStatuses.includes(status) ? ["RefusalProblem"] : []),
    ];
    const said: string[] = own.map((name) => PROBLEMS[name].en);
    if (kinds.includes("RefusalProblem")) said.push("Refused by a rule");
    const headers = status === 503 ? { headers: retryAfter } : {};
    return [
      status,
      { description: said.join("; or: "), content: problemContent(...kinds), ...headers },
    ];
  });
  return Object.fromEntries(answers);
}

const ANY = ["unauthenticated", "internal", "out-of-reach"] as const;
const BODY = ["not-json", "not-json-type", "too-large"] as const;
const INPUT = ["not-the-caller", "off-the-clock"] as const;
const HOST = ["busy", "withdrawn", "policy-mismatch", "store-format-mismatch"] as const;
const STORING = [...HOST, "unknown"] as const;

const replayed: Json = {
  "Idempotent-Replayed": {
    description: "`true`: settled before, and nothing happened now.",
    schema: { const: "true" },
  },
};

const languages: Json = {
  name: "Accept-Language",
  in: "header",
  description: "English or Chinese, for titles and explanations.",
  schema: { type: "string" },
  example: "zh-CN, en;q=0.5",
};
const inPath = (name: string): Json => ({
  ...{ name, in: "path", required: true, schema: { type: "string" } },
});
const paging: readonly Json[] = [
  { name: "after", in: "query", schema: ref("Cursor") },
  {
    name: "limit",
    in: "query",
    schema: { type: "integer", minimum: 1, maximum: 1000, default: 100 },
  },
];

const operation = (operationId: string, summary: string, more: Json): Json => ({
  operationId,
  summary,
  ...more,
  parameters: [languages, ...((more["parameters"] as Json[] | undefined) ?? [])],
});

const taking = (schema: string, answer: Json, names: readonly ProblemName[]): Json => ({
  requestBody: body(schema),
  responses: { ...answer, ...problems([...ANY, ...BODY, ...names], true) },
});
const forOperators = (answer: Json, names: readonly ProblemName[] = []): Json => ({
  responses: { ...answer, ...problems([...ANY, "operators-only", ...names], false) },
});

/** Every operation by path. */
export function paths(): Json {
  return {
    "/inputs": {
      post: operation(
        "submitInput",
        "Settles a command or a fact once and for all; the same again gets the same answer",
        taking("Input", ok("Accepted.", "Accepted", replayed), [...STORING, ...INPUT]),
      ),
    },
    "/batches": {
      post: operation(
        "submitBatch",
        "Settles up to 500 inputs in one commit, each on top of those before it",
        taking("BatchRequest", ok("What each came to.", "BatchResult", replayed), [
          ...STORING,
          ...INPUT,
          "bad-request",
        ]),
      ),
    },
    "/previews": {
      post: operation(
        "previewInput",
        "What an input would come to now; leaves no trace",
        taking("Input", ok("Accepted or refused.", "Preview"), [...HOST, ...INPUT]),
      ),
    },
    "/questions": {
      post: operation(
        "askQuestion",
        "Answers as of one moment, with what the viewer may see",
        taking("Query", ok("The answer.", "Answer"), [...HOST, "not-the-caller"]),
      ),
    },
    "/events": {
      get: operation("listEvents", "What happened, in order", {
        parameters: paging,
        ...forOperators(ok("A page.", "EventPage"), ["bad-request"]),
      }),
    },
    "/notices": {
      get: operation("listNotices", "Whom to tell what, in order", {
        parameters: paging,
        ...forOperators(ok("A page.", "NoticePage"), ["bad-request"]),
      }),
    },
    "/outcomes/{scope}/{input}": {
      get: operation("getOutcome", "What an input came to, explained in the reader's language", {
        parameters: [inPath("scope"), inPath("input")],
        ...forOperators(ok("Accepted or refused.", "Outcome"), ["not-found"]),
      }),
    },
    "/explanations": {
      post: operation("explainRefusal", "A refusal that was kept, in the reader's language", {
        requestBody: body("ExplanationRequest"),
        responses: {
          ...ok("Explained.", "Refusal"),
          ...problems([...ANY, ...BODY, "bad-request"], false),
        },
      }),
    },
    "/stats": {
      get: operation("getStats", "How commits end, and how the outbox is doing", {
        ...forOperators(ok("Since the start.", "Stats")),
      }),
    },
    ...openPaths(),
  };
}

/** Those that need no token. */
function openPaths(): Json {
  const open = { security: [] };
  return {
    "/problems/{name}": {
      get: operation("getProblem", "What the type of a problem means", {
        ...open,
        parameters: [inPath("name")],
        responses: { ...ok("Its meaning.", "Meaning"), ...problems(["not-found"], false) },
      }),
    },
    "/health/live": {
      get: operation("isLive", "Whether the process answers", {
        ...open,
        responses: ok("It does.", "Health"),
      }),
    },
    "/health/ready": {
      get: operation("isReady", "Whether it should get requests", {
        ...open,
        responses: {
          ...ok("It should.", "Health"),
          503: { description: "It should not, and why.", content: json("Health") },
          ...problems(["internal"], false),
        },
      }),
    },
    "/openapi.json": {
      get: operation("getDocument", "This document", {
        ...open,
        responses: {
          200: {
            description: "OpenAPI 3.1.",
            content: { "application/json": { schema: { type: "object" } } },
          },
        },
      }),
    },
  };
}
