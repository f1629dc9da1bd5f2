// Pictures of the page in .artifacts: both languages, wide and narrow, light and dark.
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { browserAt } from "./browser.mjs";
import { serve } from "./site.mjs";

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), ".artifacts");
mkdirSync(folder, { recursive: true });

const sizes = { wide: { width: 1440, height: 1000 }, narrow: { width: 390, height: 844 } };
const scenes = process.argv.slice(2);
const worlds = scenes.length > 0 ? scenes : ["story"];

const { address, stop } = await serve(0);
const browser = await chromium.launch(browserAt());
try {
  for (const world of worlds) {
    for (const [size, viewport] of Object.entries(sizes)) {
      for (const locale of ["en", "zh"]) {
        for (const colorScheme of ["light", "dark"]) {
          const context = await browser.newContext({
            viewport,
            colorScheme,
            locale: locale === "zh" ? "zh-CN" : "en-GB",
            reducedMotion: "reduce",
          });
          const page = await context.newPage();
          await page.goto(`${address}#world=${world}`);
          await page.locator(".picture").waitFor();
          await page.evaluate(() => document.fonts.ready);
          const name = `${world}-${size}-${locale}-${colorScheme}.png`;
          await page.screenshot({ path: join(folder, name), fullPage: true });
          await context.close();
        }
      }
    }
  }
} finally {
  await browser.close();
  await stop();
}
