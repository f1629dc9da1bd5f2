/** A client over connections that stay open. */
import { Pool } from "undici";

export interface Reply {
  readonly status: number;
  readonly text: string;
  readonly replayed: boolean;
  readonly retryAfter: number | null;
}

export interface Client {
  /** Rejects if no answer came. */
  readonly send: (
    token: string,
    method: "GET" | "POST",
    path: string,
    body?: object,
  ) => Promise<Reply>;
  readonly close: () => Promise<void>;
}

export function clientOf(url: string, connections: number): Client {
  const pool = new Pool(url, { connections, headersTimeout: 60_000, bodyTimeout: 60_000 });
  return {
    send: async (token, method, path, body) => {
      const response = await pool.request({
        method,
        path,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { "content-type": "application/json" }),
        },
        body: body === undefined ? null : JSON.stringify(body),
      });
      const { "retry-after": retryAfter, "idempotent-replayed": replayed } = response.headers;
      return {
        status: response.statusCode,
        text: await response.body.text(),
        replayed: replayed === "true",
        retryAfter: retryAfter === undefined ? null : Number(retryAfter),
      };
    },
    close: () => pool.destroy(),
  };
}

/** All of a tail, page by page. */
export async function tailOf<Item>(client: Client, path: "/events" | "/notices"): Promise<Item[]> {
  const items: Item[] = [];
  for (let after = ""; ; ) {
    const query = after === "" ? "" : `&after=${after}`;
    const { status, text } = await client.send("operator", "GET", `${path}?limit=1000${query}`);
    if (status !== 200) throw new Error(`${path}: ${status} ${text}`);
    const page = JSON.parse(text) as { items: Item[]; next: string };
    if (page.items.length === 0) return items;
    items.push(...page.items);
    after = page.next;
  }
}

/** Small enough for inputs that build on each other: each may take some rounds of loading. */
const BATCH = 25;

/** Sends everything in batches; throws if anything is refused. */
export async function build(client: Client, inputs: readonly object[]): Promise<void> {
  for (let at = 0; at < inputs.length; at += BATCH) {
    const body = { inputs: inputs.slice(at, at + BATCH), onRefusal: "abort" };
    const { status, text } = await client.send("setup", "POST", "/batches", body);
    if (status !== 200) throw new Error(`setup: ${status} ${text}`);
  }
}
