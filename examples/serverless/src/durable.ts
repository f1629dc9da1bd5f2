/** Cloudflare Workers without a database: one Durable Object decides and keeps what it decided. */
import type {
  DurableObjectNamespace,
  DurableObjectState,
  Request as WorkerRequest,
} from "@cloudflare/workers-types";
import { durableStore } from "./durable-store.ts";
import { fetchOver } from "./fetch.ts";
import type { Settings } from "./settings.ts";

interface Env extends Settings {
  readonly NETWORK: DurableObjectNamespace;
}

/** Organizations that may ever share a Space, and everything between them. */
export class Network {
  readonly fetch: (request: Request) => Promise<Response>;

  constructor(state: DurableObjectState, env: Env) {
    this.fetch = fetchOver(durableStore(state.storage), env);
  }
}

export default {
  fetch: (request: WorkerRequest, env: Env) => env.NETWORK.getByName("network").fetch(request),
};
