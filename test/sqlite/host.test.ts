// Aim: inputs are settled once, limits hold beside other writers, and nothing half-done is kept.
// Method: the suite that all stores share, over every client that is here.

import { hostSuite } from "../host/host-suite.ts";
import { SOURCES } from "./databases.ts";

for (const source of SOURCES) hostSuite(source.name, source);
