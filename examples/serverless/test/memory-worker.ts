/** The neutral bundle as a worker, over a store that lasts as long as the isolate. */
import { memoryStore } from "interorg/host";
import { fetchOver } from "../src/fetch.ts";
import type { Settings } from "../src/settings.ts";

const store = memoryStore();

export default {
  fetch: (request: Request, env: Settings) => fetchOver(store, env)(request),
};
