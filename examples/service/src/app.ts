/** The HTTP application: everything but the socket. */
import { Hono } from "hono";
import { requestId } from "hono/request-id";
import type { Host, Store } from "interorg/host";
import { type CallbackParts, callbackRoutes } from "./callbacks/routes.ts";
import type { Callers } from "./callers.ts";
import type { Clock } from "./clock.ts";
import { isOutOfReach } from "./database.ts";
import type { Env } from "./http.ts";
import type { Logger } from "./log.ts";
import { authenticating, logging, speaking, type Traffic } from "./middleware.ts";
import { openapiText } from "./openapi/document.ts";
import { problem } from "./problem.ts";
import { explanationRoutes, problemRoutes } from "./routes/explanations.ts";
import { type Health, healthRoutes, statsRoutes } from "./routes/health.ts";
import { inputRoutes } from "./routes/inputs.ts";
import { questionRoutes } from "./routes/questions.ts";
import { tailRoutes } from "./routes/tails.ts";
import { SCIM_PATH } from "./scim/answers.ts";
import { type ScimParts, scimRoutes } from "./scim/routes.ts";

/** What the application is made of. */
export interface AppParts {
  readonly host: Host;
  readonly store: Pick<Store, "load">;
  readonly clock: Clock;
  /** Milliseconds of patience with an input or a question. */
  readonly within: number;
  readonly callers: Callers;
  readonly log: Logger;
  readonly traffic: Traffic;
  readonly health: Health;
  /** Who provisions, and where that is kept; `null` if nobody does. */
  readonly scim: ScimParts | null;
  /** Platforms that tell of changes in directories. */
  readonly callbacks: Omit<CallbackParts, "host">;
}

/** Makes the application. Routes before the authentication are open to everybody. */
export function createApp(parts: AppParts): Hono<Env> {
  const { host, store, clock, within, callers, log, traffic, health, scim, callbacks } = parts;
  const app = new Hono<Env>();
  app.use(traffic.tracking, requestId(), speaking, logging(log));
  app.route("/", healthRoutes(health));
  app.route("/", problemRoutes());
  app.get("/openapi.json", (c) =>
    c.body(openapiText(), 200, { "content-type": "application/json" }),
  );
  // Provisioning services have tokens of their own, which open nothing else.
  if (scim !== null) app.route(SCIM_PATH, scimRoutes(scim));
  // Platforms have no token here: what they send is sealed.
  app.route("/", callbackRoutes({ host, ...callbacks }));
  app.use(authenticating(callers));
  app.route("/", inputRoutes({ host, clock, within }));
  app.route("/", questionRoutes(host, within));
  app.route("/", tailRoutes(host, store));
  app.route("/", explanationRoutes());
  app.route("/", statsRoutes(health));
  app.notFound((c) => problem(c, "not-found"));
  app.onError((error, c) => {
    const away = isOutOfReach(error);
    // The stack, not the values: an error of the database may quote what it was given.
    const where = error.stack
      ?.split("\n")
      .slice(1, 8)
      .map((line) => line.trim());
    c.get("log").error(
      { error: error.name, code: (error as { code?: unknown }).code, where },
      "error",
    );
    return problem(c, away ? "out-of-reach" : "internal");
  });
  return app;
}
