/** The web's `Request` and `Response`, over any store: nothing of Node, nothing of one platform. */
import { createHost, type Host, type Store } from "interorg/host";
import { answer, BODY_MAX, failed, type Reply } from "./answer.ts";
import { callerByToken } from "./caller.ts";
import { policyFrom, type Settings } from "./settings.ts";

/** Reads at most so many bytes, whatever length the body claims to have; `null` if there are more. */
async function readBody(request: Request): Promise<Uint8Array | null> {
  if (Number(request.headers.get("content-length") ?? 0) > BODY_MAX) return null;
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (;;) {
    const { value } = (await reader?.read()) ?? {};
    if (value === undefined) break;
    chunks.push(value);
    length += value.byteLength;
    if (length > BODY_MAX) {
      await reader?.cancel();
      return null;
    }
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

const responseOf = ({ answer: content, status, headers }: Reply): Response =>
  Response.json(content, { status, headers });

/** Answers one request over a host, which may still be opening. */
export async function respond(
  request: Request,
  host: Host | Promise<Host>,
  settings: Settings,
): Promise<Response> {
  const { headers, method } = request;
  try {
    const caller = await callerByToken(headers.get("authorization"), settings.SERVICE_TOKEN);
    // What nobody may send is not read.
    const body = caller === null ? new Uint8Array() : await readBody(request);
    const language = headers.get("accept-language");
    return responseOf(await answer(await host, { method, body, caller, language }));
  } catch (error) {
    console.error(error);
    return responseOf(failed("UNAVAILABLE"));
  }
}

/** A `fetch` handler over a store that outlives a request. */
export function fetchOver(
  store: Store,
  settings: Settings,
): (request: Request) => Promise<Response> {
  const host = createHost({ store, policy: policyFrom(settings) });
  return (request) => respond(request, host, settings);
}
