// Limits of sizes: `scripts/sizes.json` says for each kind of use how many kB it may be (a thousand
// bytes, minified and gzipped), what later work has added to that and why, and what it is to become.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./tools.mjs";

const entries = JSON.parse(readFileSync(join(root, "scripts/sizes.json"), "utf8"));

/** Every limit as it stands: what is written, and what was added since. */
export const limits = entries.map(({ kB, added, ...rest }) => ({
  ...rest,
  limit: added.reduce((sum, each) => sum + each.kB, kB),
}));

/** The same as size-limit takes it. */
export const checks = limits.map(({ limit, aim: _, ...rest }) => ({
  ...rest,
  gzip: true,
  limit: `${limit} kB`,
}));
