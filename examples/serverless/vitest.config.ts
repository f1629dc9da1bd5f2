import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: "test/bundles.ts",
    pool: "forks",
    maxWorkers: 2,
    // A process, a worker and a database have to start on a machine that does other things too.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
