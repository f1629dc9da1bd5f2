// Aim: the PostgreSQL store keeps the contract that every store keeps.
// Method: the suite that all stores share, over PGlite and, where there is one, a server.

import { storeSuite } from "../host/store-suite.ts";
import { pgliteDatabase, serverDatabase } from "./databases.ts";

storeSuite("PGlite", pgliteDatabase());

const server = serverDatabase("store");
if (server !== null) storeSuite("PostgreSQL server", server);
