/** AWS Lambda: `handler` behind an HTTP API, `queue` behind an SQS queue. */
import type {
  APIGatewayProxyEventV2,
  APIGatewayProxyEventV2WithJWTAuthorizer,
  APIGatewayProxyStructuredResultV2,
  SQSBatchResponse,
  SQSEvent,
  SQSRecord,
} from "aws-lambda";
import type { Input } from "interorg";
import { retry } from "interorg/catalogue";
import type { Settled } from "interorg/host";
import { answer, BODY_MAX, failed, type Reply, twice } from "./answer.ts";
import { readInput } from "./boundary.ts";
import { type Caller, callerByToken } from "./caller.ts";
import { openHost } from "./database.ts";
import type { Settings } from "./settings.ts";

const settings: Settings = process.env;
// Made once per instance; its connection serves one invocation after another.
const { host } = openHost(settings);

/** Behind an API with or without an authorizer. */
type HttpEvent = APIGatewayProxyEventV2 | APIGatewayProxyEventV2WithJWTAuthorizer;

/** A person whose token the API's authorizer has verified, or the service that knows the secret. */
async function callerOf({ requestContext, headers }: HttpEvent): Promise<Caller | null> {
  const claims = "authorizer" in requestContext ? requestContext.authorizer.jwt.claims : undefined;
  if (claims === undefined) {
    return callerByToken(headers["authorization"] ?? null, settings.SERVICE_TOKEN);
  }
  const { organization, person } = claims;
  return typeof organization === "string" && typeof person === "string"
    ? { kind: "person", organization, person }
    : null;
}

function bodyOf({ body = "", isBase64Encoded }: HttpEvent): Uint8Array | null {
  const bytes = Buffer.from(body, isBase64Encoded ? "base64" : "utf8");
  return bytes.length > BODY_MAX ? null : bytes;
}

async function reply(event: HttpEvent): Promise<Reply> {
  return answer(host, {
    method: event.requestContext.http.method,
    body: bodyOf(event),
    caller: await callerOf(event),
    // The platform writes names of headers in small letters. `Headers`, which would not mind, costs a
    // cold start 19 ms: Node loads its whole HTTP client for it.
    language: event.headers["accept-language"] ?? null,
  });
}

/** One request over HTTP (payload format 2.0). */
export async function handler(event: HttpEvent): Promise<APIGatewayProxyStructuredResultV2> {
  const {
    status,
    headers,
    answer: content,
  } = await reply(event).catch((error: unknown) => {
    console.error(error);
    return failed("UNAVAILABLE");
  });
  return { statusCode: status, headers, body: JSON.stringify(content) };
}

function read(record: SQSRecord): Input | null {
  try {
    const input = readInput(JSON.parse(record.body));
    if (input.ok) return input.value;
    console.error(`message ${record.messageId}: ${JSON.stringify(input.problems)}`);
  } catch {
    console.error(`message ${record.messageId} is not JSON`);
  }
  return null;
}

/** Whether the same message, delivered later, may come to something else. */
const isEarly = (input: Input, result: Settled): boolean =>
  "from" in input && result.kind === "refused" && retry(result.refusal.code).canHelp;

/** The messages of a batch that are to come again: all of them if nothing was settled. */
async function settleMessages(records: readonly SQSRecord[]): Promise<string[]> {
  const messages = records.map((record) => ({ id: record.messageId, input: read(record) }));
  const inputs = messages.flatMap(({ input }) => (input === null ? [] : [input]));
  const batch = await twice(() => host.submitAll(inputs, { onRefusal: "skip" }));
  const results = batch?.kind === "settled" ? batch.results.values() : undefined;
  return messages.flatMap(({ id, input }) => {
    const result = input === null ? undefined : results?.next().value;
    return input === null || result === undefined || isEarly(input, result) ? [id] : [];
  });
}

/**
 * A batch of up to 50 messages, one input each, in one commit; the event source reports partial
 * failures. What is malformed comes again as well, until the queue's redrive policy lays it aside for
 * a person.
 */
export async function queue(event: SQSEvent): Promise<SQSBatchResponse> {
  const again = await settleMessages(event.Records);
  return { batchItemFailures: again.map((itemIdentifier) => ({ itemIdentifier })) };
}
