/** `/callbacks/{name}`: where platforms tell of changes in the directories of organizations. */
import { type Context, Hono } from "hono";
import type { InputType } from "interorg";
import * as dingtalk from "interorg/connect/dingtalk";
import * as feishu from "interorg/connect/feishu";
import * as wecom from "interorg/connect/wecom";
import type { Host } from "interorg/host";
import type { Env } from "../http.ts";
import { upTo } from "../middleware.ts";
import { problem } from "../problem.ts";
import { type Delivery, echoed, type Reply, received } from "./received.ts";
import { BrokenSeal } from "./sealed.ts";
import type { Subscription, Subscriptions } from "./subscriptions.ts";

/** Looks something up at a platform; gives the body of its answer. */
export type LookUp = (
  subscription: Subscription,
  need: dingtalk.Need | wecom.Need | feishu.Need,
) => Promise<unknown>;

/** What the routes are made of. */
export interface CallbackParts {
  readonly host: Host;
  readonly subscriptions: Subscriptions;
  readonly lookUp?: LookUp;
}

const BODY_BYTES_MAX = 1024 * 1024;
/** Rounds of look-ups that one event may take; a second one is rare. */
const ROUNDS_MAX = 5;

const CONNECTORS = { dingtalk, wecom, feishu };

/** A look-up that could not be made: the platform delivers the event again. */
class NoAnswer extends Error {}

/** Asks the gateway, which knows the app's access token. */
const throughGateway: LookUp = async ({ gateway }, need) => {
  if (gateway === undefined) throw new NoAnswer("no gateway");
  const body = JSON.stringify({ call: need.call, parameters: need.parameters });
  const headers = { "content-type": "application/json" };
  const signal = AbortSignal.timeout(10_000);
  try {
    const response = await fetch(gateway, { method: "POST", body, headers, signal });
    if (!response.ok) throw new NoAnswer(String(response.status));
    return await response.json();
  } catch (error) {
    throw error instanceof NoAnswer ? error : new NoAnswer((error as Error).name);
  }
};

/** Converts an event, with whatever must be looked up for it. */
async function convert(subscription: Subscription, event: unknown, lookUp: LookUp) {
  const { fromEvent } = CONNECTORS[subscription.platform];
  const { organization } = subscription;
  const answers: dingtalk.Answer[] = [];
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const result = fromEvent(event, answers, { organization });
    if (result.kind !== "needs") return result;
    const found = result.needs.map(async (to) => ({ to, body: await lookUp(subscription, to) }));
    answers.push(...(await Promise.all(found)));
  }
  throw new NoAnswer("rounds");
}

const answer = (c: Context<Env>, { body, type }: Reply): Response =>
  c.body(body, 200, { "content-type": type });

const deliveryOf = async (c: Context<Env>): Promise<Delivery> => ({
  query: (name) => c.req.query(name),
  header: (name) => c.req.header(name),
  body: await c.req.text(),
});

/** Runs what may find a seal broken. */
async function guarded(c: Context<Env>, open: () => Promise<Response>): Promise<Response> {
  try {
    return await open();
  } catch (error) {
    if (error instanceof BrokenSeal) {
      c.get("log").warn({ callback: c.req.param("name"), why: error.message }, "callback refused");
      return problem(c, "unauthenticated");
    }
    if (!(error instanceof NoAnswer)) throw error;
    c.get("log").warn({ callback: c.req.param("name"), why: error.message }, "look-up failed");
    return problem(c, "busy");
  }
}

async function receive(
  c: Context<Env>,
  subscription: Subscription,
  { host, lookUp = throughGateway }: CallbackParts,
): Promise<Response> {
  const { event, reply } = received(subscription, await deliveryOf(c));
  if (event === null) return answer(c, reply);
  const result = await convert(subscription, event, lookUp);
  const log = c.get("log");
  // Another delivery would be no better: it is said here, and acknowledged there.
  if (result.kind === "problems")
    log.warn({ problems: result.problems }, "callback not understood");
  if (result.kind !== "inputs") return answer(c, reply);
  if (result.left.length > 0) log.info({ left: result.left }, "callback left");
  for (const input of result.inputs) {
    const outcome = await host.submit<InputType>(input);
    if (outcome.kind !== "accepted" && outcome.kind !== "refused") return problem(c, outcome.kind);
    const { id, type } = input;
    log.info({ input: id, type, outcome: outcome.kind, repeated: outcome.repeated }, "input");
  }
  return answer(c, reply);
}

/** `GET` and `POST /callbacks/{name}`; who sends is told by the seal and by nothing else. */
export function callbackRoutes(parts: CallbackParts): Hono<Env> {
  const of = (c: Context<Env>): Subscription | undefined =>
    parts.subscriptions.get(c.req.param("name") ?? "");
  return new Hono<Env>()
    .get("/callbacks/:name", (c) =>
      guarded(c, async () => {
        const subscription = of(c);
        if (subscription === undefined) return problem(c, "not-found");
        return answer(c, echoed(subscription, await deliveryOf(c)));
      }),
    )
    .post("/callbacks/:name", upTo(BODY_BYTES_MAX), (c) =>
      guarded(c, async () => {
        const subscription = of(c);
        return subscription === undefined
          ? problem(c, "not-found")
          : receive(c, subscription, parts);
      }),
    );
}
