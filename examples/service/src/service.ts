/** Puts the parts together, and takes them apart again in order. */
import { randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { createHost, type Host, type Store } from "interorg/host";
import { createApp } from "./app.ts";
import type { LookUp } from "./callbacks/routes.ts";
import { clockOver } from "./clock.ts";
import { countingStore } from "./counting.ts";
import { type Database, isOutOfReach, migrate, openDatabase } from "./database.ts";
import type { Logger } from "./log.ts";
import { traffic } from "./middleware.ts";
import { startOutbox } from "./outbox/consumer.ts";
import { tableCursor } from "./outbox/cursor.ts";
import { type Sink, tableSink } from "./outbox/sink.ts";
import type { Health } from "./routes/health.ts";
import type { Settings } from "./settings.ts";

/** What may be put in place of the usual. */
export interface Replacements {
  readonly sink?: Sink;
  /** Wraps the store, as the crash test does to end the process at the worst moment. */
  readonly wrapStore?: (store: Store) => Store;
  /** A database that is open already, and stays so. */
  readonly database?: Database;
  /** Looks up at platforms, in place of a gateway. */
  readonly lookUp?: LookUp;
}

/** A service that answers. */
export interface Service {
  readonly url: string;
  readonly database: Database;
  readonly app: ReturnType<typeof createApp>;
  /**
   * Accepts nothing more, finishes what is under way, ends the outbox, closes the database. Gives up
   * on requests that take longer than they are given, and says so with `false`.
   */
  readonly stop: () => Promise<boolean>;
}

/** Whether the service should get requests. */
function readiness(host: Host, stopping: () => boolean): Health["ready"] {
  return async () => {
    if (stopping()) return "stopping";
    try {
      return (await host.ready()).kind;
    } catch (error) {
      if (isOutOfReach(error)) return "out-of-reach";
      throw error;
    }
  };
}

async function listen(server: Server, port: number, hostname: string): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, hostname, () => {
      server.off("error", reject);
      resolve();
    });
  });
  const { address, port: taken, family } = server.address() as AddressInfo;
  return `http://${family === "IPv6" ? `[${address}]` : address}:${taken}`;
}

/** Resolves to whether all connections ended by themselves. */
async function close(server: Server, within: number): Promise<boolean> {
  let inTime = true;
  const timer = setTimeout(() => {
    inTime = false;
    server.closeAllConnections();
  }, within);
  // One whose answer was on its way when the others were closed is idle a moment later.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  await new Promise((resolve) => server.close(resolve));
  clearTimeout(timer);
  clearInterval(sweep);
  return inTime;
}

/** Starts a service. */
export async function startService(
  settings: Settings,
  log: Logger,
  { sink, wrapStore = (store) => store, database: given, lookUp }: Replacements = {},
): Promise<Service> {
  const { database: where, policy } = settings;
  const database = given ?? openDatabase(where, log);
  await migrate(database, where.schema);
  const { store, counts } = countingStore<Store>(wrapStore(database.store(where.schema)));
  const host = createHost({ store, policy });
  const outbox = startOutbox({
    notices: host.notices,
    cursor: tableCursor(database.sql, where.schema, randomUUID(), settings.outboxLease),
    sink: sink ?? tableSink(database.sql, where.schema, log),
    log,
  });
  const coming = traffic();
  const health: Health = {
    ready: readiness(host, coming.stopping),
    stats: () => ({ store: counts, outbox: outbox.state() }),
  };
  const clock = clockOver(store, settings.clockTolerance);
  const { callers, tenants, subscriptions } = settings;
  const scim = tenants && { host, sql: database.sql, schema: where.schema, tenants };
  const callbacks = { subscriptions, ...(lookUp === undefined ? {} : { lookUp }) };
  const entrances = { callers, scim, callbacks };
  const within = settings.answerWithin;
  const app = createApp({ host, store, clock, within, log, traffic: coming, health, ...entrances });
  const server = createServer(getRequestListener(app.fetch));
  const url = await listen(server, settings.port, settings.hostname);
  return {
    url,
    database,
    app,
    stop: async () => {
      const idle = coming.stop();
      const inTime = await close(server, settings.stopWithin);
      if (inTime) await idle;
      await outbox.stop();
      if (given === undefined) await database.close();
      return inTime;
    },
  };
}
