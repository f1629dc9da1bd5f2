import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { chooseCard, expect, node, test } from "./page.ts";

test("a person is chosen and resigns without a mouse", async ({ open }) => {
  const page = await open("#world=resignation&step=35");
  await page.keyboard.press("Tab");
  await expect(page.locator("#skip")).toBeFocused();
  await page.keyboard.press("Enter");
  for (let i = 0; i < 12; i += 1) {
    await page.keyboard.press("Tab");
    if (await page.locator(".node:focus").count()) break;
  }
  await expect(page.locator(".node:focus")).toHaveCount(1);
  await page.keyboard.press("End");
  await expect(node(page, "p jiangnan deng-fei").locator(".node")).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  await expect(node(page, "p jiangnan cao-yi").locator(".node")).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await expect(page.locator("#panel-selected h2")).toHaveText("Cao Yi");
  for (let i = 0; i < 12; i += 1) {
    await page.keyboard.press("Tab");
    if (
      await page
        .getByRole("button", { name: "Resigned" })
        .last()
        .evaluate((each) => each === document.activeElement)
    )
      break;
  }
  await page.keyboard.press("Enter");
  await expect(page.locator("#do-type")).toBeFocused();
  for (let i = 0; i < 20; i += 1) {
    await page.keyboard.press("Tab");
    if (await page.locator("#do-submit:focus").count()) break;
  }
  await page.keyboard.press("Enter");
  await expect(page.locator("#tab-step")).toBeFocused();
  await expect(node(page, "p jiangnan cao-yi")).toHaveClass(/gone/u);
  await page.keyboard.press("ArrowRight");
  await expect(page.locator("#tab-selected")).toBeFocused();
});

test("arrows step through the script, and the slider says where it is", async ({ open }) => {
  const page = await open("#world=story&step=35");
  await page.keyboard.press("ArrowLeft");
  await expect(page.locator("#transport .place")).toHaveText("Step 34 of 49");
  await expect(page.locator("#slider")).toHaveAttribute(
    "aria-valuetext",
    "Step 34 of 49: Apply to join",
  );
  await page.locator("#slider").focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.locator("#transport .place")).toHaveText("Step 35 of 49");
  await expect(page.locator("#slider")).toBeFocused();
});

/** What axe finds wrong in a part of the page, whatever its weight. */
async function violations(page: Page, part = "body"): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).include(part).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`));
}

for (const locale of ["en-GB", "zh-CN"] as const) {
  for (const colorScheme of ["light", "dark"] as const) {
    test.describe(`${locale}, ${colorScheme}`, () => {
      test.use({ locale, colorScheme });
      test("names, roles and contrast are in order", async ({ open, page }) => {
        await open("#world=resignation&step=36");
        expect(await violations(page)).toEqual([]);
        await open("#world=licenses&step=26");
        await expect(page.locator("#panel-step .refusal")).toBeVisible();
        expect(await violations(page)).toEqual([]);
      });
    });
  }
}

test("so they are in details, forms, answers and dialogs", async ({ open, page }) => {
  await open("#world=resignation&step=36");
  await chooseCard(page, "s supply");
  expect(await violations(page, "#side")).toEqual([]);
  await page.locator("#tab-do").click();
  await page.locator("#do-type").selectOption("flow.define");
  await page.locator("#do-submit").click();
  expect(await violations(page, "#side")).toEqual([]);
  await page.locator("#tab-ask").click();
  await page.locator("#ask-type").selectOption("license.usage");
  expect(await violations(page, "#side")).toEqual([]);
  for (const dialog of ["policy", "export", "import"]) {
    await page.locator(`#${dialog}`).click();
    expect(await violations(page, "#dialog")).toEqual([]);
    await page.locator("#dialog-close").click();
  }
  await open("#world=atlantis");
  await page.locator("#dismiss").waitFor();
  expect(await violations(page, "#trouble")).toEqual([]);
});

test("the theme is chosen and remembered", async ({ open, page }) => {
  await open();
  await page.locator("#theme").selectOption("dark");
  const dark = await page.evaluate(() => getComputedStyle(document.body).colorScheme);
  expect(dark).toContain("dark");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});
