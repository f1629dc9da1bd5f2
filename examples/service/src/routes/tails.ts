/** What happened, in order, and what one input came to: for operators and other systems. */
import { type Context, Hono } from "hono";
import { inputId, organizationId } from "interorg";
import { explainNotice } from "interorg/catalogue";
import {
  type Host,
  InvalidCursor,
  type Store,
  type TailPage,
  type TailRequest,
} from "interorg/host";
import { answer, type Env } from "../http.ts";
import { operating } from "../middleware.ts";
import { recordedShown } from "../outcome.ts";
import { type Place, problem } from "../problem.ts";

const LIMIT_MAX = 1000;
/** Far above the eight places of a cursor. */
const CURSOR_LENGTH_MAX = 512;

function requestOf(c: Context<Env>): TailRequest | Place {
  const { after, limit } = c.req.query();
  if (after !== undefined && (after === "" || after.length > CURSOR_LENGTH_MAX)) {
    return { path: ["after"], problem: "not-a-cursor" };
  }
  const count = limit === undefined ? 100 : /^\d{1,4}$/.test(limit) ? Number(limit) : 0;
  if (count < 1 || count > LIMIT_MAX) return { path: ["limit"], problem: "out-of-range" };
  return { limit: count, ...(after === undefined ? {} : { after }) };
}

/** Reads a page; a cursor that is not this store's is the caller's mistake. */
async function pageOf<Item>(
  c: Context<Env>,
  read: (request: TailRequest) => Promise<TailPage<Item>>,
  item: (item: Item) => unknown,
): Promise<Response> {
  const request = requestOf(c);
  if ("path" in request) return problem(c, "bad-request", { problems: [request] });
  try {
    const { items, next } = await read(request);
    return c.json({ items: items.map(item), next });
  } catch (error) {
    if (!(error instanceof InvalidCursor)) throw error;
    const problems = [{ path: ["after"], problem: "not-a-cursor" }];
    return problem(c, "bad-request", { problems });
  }
}

async function outcome(c: Context<Env>, store: Pick<Store, "load">): Promise<Response> {
  const id = inputId(c.req.param("input") ?? "");
  // Of the platform, of support and of an organization alike it is a text by the rule of ids.
  const scope = organizationId(c.req.param("scope") ?? "");
  if (!id.ok || !scope.ok) return problem(c, "not-found");
  const name = { scope: scope.id, input: id.id };
  const { settlements } = await store.load({ keys: [], inputs: [name] });
  // What was recorded before ids had senders stands in where there is none of that sender's.
  const own = settlements.find((each) => each.scope === scope.id);
  const settlement = own ?? settlements[0];
  if (settlement === undefined) return problem(c, "not-found");
  return answer(c, recordedShown(settlement.outcome, c.get("locale")));
}

/** `GET /events`, `GET /notices`, `GET /outcomes/{scope}/{input}`. */
export function tailRoutes(host: Host, store: Pick<Store, "load">): Hono<Env> {
  return new Hono<Env>()
    .get("/events", operating, (c) => pageOf(c, host.events, (item) => item))
    .get("/notices", operating, (c) =>
      pageOf(c, host.notices, (item) => ({
        ...item,
        explanation: explainNotice(item.notice, c.get("locale")),
      })),
    )
    .get("/outcomes/:scope/:input", operating, (c) => outcome(c, store));
}
