/** In place of `src/database.ts` where there is no PostgreSQL: a host over a memory store. */
import { createHost, memoryStore } from "interorg/host";
import type { OpenHost } from "../src/database.ts";
import { policyFrom, type Settings } from "../src/settings.ts";

export const openHost = (settings: Settings): OpenHost => ({
  host: createHost({ store: memoryStore(), policy: policyFrom(settings) }),
  close: async () => {},
});
