/** On Node and Bun: the task on standard input, the trace on standard output. */
import { readFileSync, writeFileSync } from "node:fs";
import { trace } from "../trace.ts";

writeFileSync(1, JSON.stringify(trace(JSON.parse(readFileSync(0, "utf8")))));
