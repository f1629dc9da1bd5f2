import { afterAll, beforeEach, describe } from "vitest";
import { defaultPolicy } from "../../src/core/policy.ts";
import { createHostOver } from "../../src/host/host.ts";
import { batches } from "./batch-suite.ts";
import { besideOthers } from "./conflict-suite.ts";
import { withKeysHeld } from "./held-suite.ts";
import { settledOnce } from "./once-suite.ts";
import { impatience } from "./patience-suite.ts";
import { policies } from "./policy-suite.ts";
import type { Setting } from "./setting.ts";
import type { StoreSource } from "./store-suite.ts";
import { toy } from "./toy.ts";

/** What every store must give a host. */
export function hostSuite(name: string, source: StoreSource): void {
  describe(`a host over ${name}`, () => {
    const now: Setting = {
      source,
      hostOver: (over, options = {}) =>
        createHostOver(toy, { store: over, policy: defaultPolicy, ...options }),
    } as Setting;
    beforeEach(async () => {
      now.store = await source.fresh();
      now.host = now.hostOver(now.store);
    });
    afterAll(async () => source.close?.());
    settledOnce(now);
    besideOthers(now);
    withKeysHeld(now);
    policies(now);
    batches(now);
    impatience(now);
  });
}
