/** Builds every target into `dist`: one file each, minified, with its source map beside it. */
import { mkdirSync, rmSync } from "node:fs";
import { bundle, TARGETS } from "./bundle.ts";

rmSync("dist", { recursive: true, force: true });
mkdirSync("dist");
await Promise.all(Object.values(TARGETS).map((target) => bundle(target)));
