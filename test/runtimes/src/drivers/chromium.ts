/**
 * Drives Chromium: `page` plays the task from standard input in a page that loads the package file by
 * file, `worker` in a worker that has it in one. `version` says which Chromium it is.
 */
import { readFileSync } from "node:fs";
import { chromium, type Page } from "playwright-core";
import type { Trace } from "../trace.ts";
import { siteFor } from "./site.ts";

const TIMEOUT_MS = 240_000;
const timeZone = process.env["TZ"] ?? "UTC";
const locale = (process.env["LC_ALL"] ?? "en_US").replace(/\..*/, "").replace("_", "-");

const inPage = async (page: Page, origin: string): Promise<Trace> => {
  await page.goto(`${origin}/unbundled`);
  return page.evaluate(() => (globalThis as unknown as { traced: Promise<Trace> }).traced);
};

const inWorker = async (page: Page, origin: string): Promise<Trace> => {
  await page.goto(`${origin}/blank`);
  return page.evaluate(
    () =>
      new Promise<Trace>((resolve, reject) => {
        const worker = new Worker("/dist/web-worker.js", { type: "module" });
        worker.addEventListener("message", ({ data }) => resolve(data));
        worker.addEventListener("error", ({ message }) => reject(new Error(message)));
        worker.postMessage("play");
      }),
  );
};

const [mode] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-dev-shm-usage", `--lang=${locale}`],
});
try {
  if (mode === "version") process.stdout.write(browser.version());
  else {
    const { server, origin } = await siteFor(readFileSync(0));
    const context = await browser.newContext({ locale, timezoneId: timeZone });
    const page = await context.newPage();
    page.setDefaultTimeout(TIMEOUT_MS);
    try {
      const traced = await (mode === "page" ? inPage : inWorker)(page, origin);
      process.stdout.write(JSON.stringify(traced));
    } finally {
      server.close();
      server.closeAllConnections();
    }
  }
} finally {
  await browser.close();
}
