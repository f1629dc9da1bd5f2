// Aim: inputs are settled once, limits hold beside other writers, and nothing half-done is kept.
// Method: the suite that all stores share, with a toy engine and a store that others disturb.

import { memoryStore } from "../../src/host/index.ts";
import { hostSuite } from "./host-suite.ts";

hostSuite("a memory store", { fresh: async () => memoryStore() });
