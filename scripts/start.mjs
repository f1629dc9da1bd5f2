/**
 * Runs the story in this very process: a runner that starts a child kills it on Ctrl-C before the
 * embedded database can be closed.
 */
import { register } from "tsx/esm/api";

register({ tsconfig: "tsconfig.src.json" });
await import("../examples/story/main.ts");
