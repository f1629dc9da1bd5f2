// Aim: a store in SQLite is brought up to date, wherever that is cut short.
// Method: the suite that all stores share, over every client that is here.

import { upgradeSuite } from "../host/upgrade-suite.ts";
import { SOURCES } from "./databases.ts";

for (const source of SOURCES) upgradeSuite(source.name, source);
