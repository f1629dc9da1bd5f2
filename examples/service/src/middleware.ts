/** What happens around every request. */
import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Locale } from "interorg/catalogue";
import Negotiator from "negotiator";
import type { Callers } from "./callers.ts";
import type { Env } from "./http.ts";
import type { Logger } from "./log.ts";
import { problem } from "./problem.ts";

type Middleware = MiddlewareHandler<Env>;

const LOCALES: readonly Locale[] = ["en", "zh"];

/** The first language of `Accept-Language` that refusals are explained in; English if there is none. */
export function localeOf(header: string | undefined): Locale {
  const negotiator = new Negotiator({ headers: { "accept-language": header ?? "" } });
  return (negotiator.language([...LOCALES]) as Locale | undefined) ?? "en";
}

/** Chooses the reader's language. */
export const speaking: Middleware = async (c, next) => {
  c.set("locale", localeOf(c.req.header("accept-language")));
  await next();
  c.header("content-language", c.get("locale"));
  c.header("vary", "accept-language", { append: true });
};

/** Gives the request a log of its own. */
export const logging =
  (log: Logger): Middleware =>
  async (c, next) => {
    const request = log.child({ request: c.get("requestId") });
    c.set("log", request);
    const started = performance.now();
    await next();
    const { method, routePath: route } = c.req;
    const ms = Math.round(performance.now() - started);
    request.debug({ method, route, status: c.res.status, ms }, "request");
  };

/** Finds out who calls. */
export const authenticating =
  (callers: Callers): Middleware =>
  async (c, next) => {
    const [, token] = /^Bearer +([^ ]+)$/i.exec(c.req.header("authorization") ?? "") ?? [];
    const caller = token === undefined ? undefined : callers(token);
    if (caller === undefined) return problem(c, "unauthenticated");
    c.set("caller", caller);
    return next();
  };

/** Lets only operators pass. */
export const operating: Middleware = async (c, next) => {
  if (!c.get("caller").operator) return problem(c, "operators-only");
  return next();
};

/** Refuses a body above so many bytes, whether its length is announced or not. */
export const upTo = (bytes: number): Middleware =>
  bodyLimit({ maxSize: bytes, onError: (c) => problem(c, "too-large") });

/** Requests under way: while they end, their connections are told not to come back. */
export interface Traffic {
  readonly tracking: Middleware;
  readonly stopping: () => boolean;
  /** From now on, answers close their connection; resolves when no request is under way. */
  readonly stop: () => Promise<void>;
}

export function traffic(): Traffic {
  const underWay = new Set<Promise<void>>();
  let stopping = false;
  return {
    tracking: async (c, next) => {
      const done = next();
      underWay.add(done);
      try {
        await done;
      } finally {
        underWay.delete(done);
      }
      if (stopping) c.header("connection", "close");
    },
    stopping: () => stopping,
    stop: async () => {
      stopping = true;
      await Promise.allSettled(underWay);
    },
  };
}
