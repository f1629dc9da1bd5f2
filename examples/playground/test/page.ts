/** The built page in Chromium: each test gets its own, and fails on what must never happen there. */
import { test as base, expect, type Page } from "@playwright/test";
import { serve } from "../scripts/site.mjs";

type Site = Awaited<ReturnType<typeof serve>>;

interface Fixtures {
  /** Opens the page with a fragment. */
  readonly open: (fragment?: string) => Promise<Page>;
}

/** Serves the page once for each worker; listens to errors and requests in every test. */
export const test = base.extend<Fixtures, { readonly site: Site }>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: the shape that fixtures have
    async ({}, use) => {
      const site: Site = await serve(0);
      await use(site);
      await site.stop();
    },
    { scope: "worker" },
  ],
  open: async ({ page, site }, use) => {
    const wrong: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") wrong.push(message.text());
    });
    page.on("pageerror", (error) => wrong.push(String(error)));
    page.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(site.address) && !url.startsWith("blob:")) wrong.push(`request: ${url}`);
    });
    await use(async (fragment = "") => {
      await page.goto("about:blank");
      await page.goto(site.address + fragment);
      await page.locator("#transport .place").waitFor();
      return page;
    });
    expect(wrong, "errors, warnings and requests to others").toEqual([]);
  },
});

export { expect };

/** What the picture has for somebody or something, by the mark it carries. */
export const node = (page: Page, mark: string) => page.locator(`.picture [data-mark="${mark}"]`);

/** Clicks on the name of an organization or Space, where nobody's face is in the way. */
export const chooseCard = (page: Page, mark: string): Promise<void> =>
  node(page, mark)
    .locator(".node")
    .click({ position: { x: 24, y: 16 } });

/** Chooses what to do in the form. */
export async function begin(page: Page, type: string): Promise<void> {
  await page.getByRole("tab", { name: "Do" }).click();
  await page.locator("#do-type").selectOption(type);
}

/** Does what the form says. */
export const submit = (page: Page) => page.locator("#do-submit").click();

/** How wide the page is beyond the window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
