// Aim: inputs are settled once, limits hold beside other writers, and nothing half-done is kept.
// Method: the suite that all stores share, over PGlite and, where there is one, a server.

import { hostSuite } from "../host/host-suite.ts";
import { pgliteDatabase, serverDatabase } from "./databases.ts";

hostSuite("PGlite", pgliteDatabase());

const server = serverDatabase("host");
if (server !== null) hostSuite("a PostgreSQL server", server);
