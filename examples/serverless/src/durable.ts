/** Cloudflare Workers without a database: one Durable Object decides and keeps what it decided. */
import type {
  DurableObjectNamespace,
  DurableObjectState,
  Request as WorkerRequest,
} from "@cloudflare/workers-types";
import { fromDurableObject, sqliteStore } from "interorg/sqlite";
import { fetchOver } from "./fetch.ts";
import type { Settings } from "./settings.ts";

interface Env extends Settings {
  readonly NETWORK: DurableObjectNamespace;
}

/** Organizations that may ever share a Space, and everything between them. */
export class Network {
  readonly fetch: (request: Request) => Promise<Response>;

  constructor(state: DurableObjectState, env: Env) {
    const store = sqliteStore(fromDurableObject(state.storage));
    state.blockConcurrencyWhile(store.migrate);
    this.fetch = fetchOver(store, env);
  }
}

export default {
  fetch: (request: WorkerRequest, env: Env) => env.NETWORK.getByName("network").fetch(request),
};
