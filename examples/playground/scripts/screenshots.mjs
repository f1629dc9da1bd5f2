// Pictures of the page in .artifacts: both languages, wide and narrow, light and dark.
//   node scripts/screenshots.mjs               the first World
//   node scripts/screenshots.mjs joins:refused  other Worlds, and what is open in them
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { browserAt } from "./browser.mjs";
import { serve } from "./site.mjs";

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), ".artifacts");
mkdirSync(folder, { recursive: true });

const sizes = { wide: { width: 1440, height: 1000 }, narrow: { width: 390, height: 844 } };

/** What is opened before the picture is taken. */
const views = {
  step: async () => {},
  selected: (page) =>
    page
      .locator(".card.space .node")
      .first()
      .click({ position: { x: 24, y: 16 } }),
  person: (page) => page.locator(".pill .node").nth(1).click(),
  do: async (page) => {
    await page.locator("#tab-do").click();
    await page.locator("#do-type").selectOption("flow.define");
  },
  create: async (page) => {
    await page.locator("#tab-do").click();
    await page.locator("#do-type").selectOption("space.create");
    await page.locator("#do-scope-give").click();
  },
  ask: async (page) => {
    await page.locator("#tab-ask").click();
    await page.locator("#ask-type").selectOption("license.usage");
  },
  look: (page) => page.locator("#look-as").selectOption({ index: 6 }),
  policy: (page) => page.locator("#policy").click(),
  export: (page) => page.locator("#export").click(),
};

async function take(browser, address, scene, size, locale, colorScheme) {
  const [world, view = "step"] = scene.split(":");
  const context = await browser.newContext({
    viewport: sizes[size],
    colorScheme,
    locale: locale === "zh" ? "zh-CN" : "en-GB",
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  await page.goto(`${address}#world=${world}`);
  await page.locator(".picture").waitFor();
  await views[view](page);
  const path = join(folder, `${world}-${view}-${size}-${locale}-${colorScheme}.png`);
  await page.screenshot({ path, fullPage: true });
  await context.close();
}

const scenes = process.argv.slice(2);
const { address, stop } = await serve(0);
const browser = await chromium.launch(browserAt());
try {
  for (const scene of scenes.length > 0 ? scenes : ["story"]) {
    for (const size of Object.keys(sizes)) {
      for (const locale of ["en", "zh"]) {
        for (const colorScheme of ["light", "dark"]) {
          await take(browser, address, scene, size, locale, colorScheme);
        }
      }
    }
  }
} finally {
  await browser.close();
  await stop();
}
