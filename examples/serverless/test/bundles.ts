/** Before the tests: the bundles, and the same ones over a memory store. */
import { bundle, instead, TARGETS } from "../build/bundle.ts";

export const MEMORY_LAMBDA = ".tmp/lambda.cjs";
export const MEMORY_WORKER = ".tmp/worker.js";

export default async function setup(): Promise<void> {
  const { lambda, fetch } = TARGETS;
  const memory = { plugins: [instead("database", "test/memory-database.ts")] };
  await Promise.all([
    ...Object.values(TARGETS).map((target) => bundle(target)),
    bundle({ ...lambda, file: MEMORY_LAMBDA }, memory),
    bundle({ ...fetch, entry: "test/memory-worker.ts", file: MEMORY_WORKER }),
  ]);
}
