import { defineConfig } from "@playwright/test";
import { browserAt } from "./scripts/browser.mjs";

export default defineConfig({
  testDir: "test",
  testMatch: "*.spec.ts",
  outputDir: ".artifacts/failures",
  timeout: 120_000,
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  reporter: "list",
  use: {
    launchOptions: browserAt(),
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "Asia/Shanghai",
    reducedMotion: "reduce",
  },
});
