// Aim: the memory store keeps the contract that every store keeps.
// Method: the suite that all stores share.

import { memoryStore } from "../../src/host/index.ts";
import { storeSuite } from "./store-suite.ts";

storeSuite("memory", { fresh: async () => memoryStore() });
