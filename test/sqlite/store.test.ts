// Aim: the SQLite store keeps the contract that every store keeps.
// Method: the suite that all stores share, over every client that is here.

import { storeSuite } from "../host/store-suite.ts";
import { SOURCES } from "./databases.ts";

for (const source of SOURCES) storeSuite(source.name, source);
