// Aim: a store of an older version is brought up to date, wherever that is cut short; until it is, no host
// decides. Method: the suite that all stores share, on what version 1 has stored.

import { memoryStore } from "../../src/host/index.ts";
import { upgradeSuite } from "./upgrade-suite.ts";

upgradeSuite("memory", { fresh: async () => memoryStore() });
