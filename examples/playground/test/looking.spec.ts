import { INPUT_WORDS } from "../src/words/inputs.ts";
import { expect, node, overflow, test } from "./page.ts";

test("the timeline is stepped through: first, back, forward, last, slider, list", async ({
  open,
}) => {
  const page = await open("#world=story&step=35");
  const place = page.locator("#transport .place");
  await expect(place).toHaveText("Step 35 of 49");
  await page.getByRole("button", { name: "Step back" }).click();
  await expect(place).toHaveText("Step 34 of 49");
  await expect(page.locator(".picture .link.pending")).toHaveCount(1);
  await page.getByRole("button", { name: "Step forward" }).click();
  await expect(page.locator(".picture .link.pending")).toHaveCount(0);
  await expect(page.locator(".face.fresh")).toHaveCount(4);
  await page.getByRole("button", { name: "Last step" }).click();
  await expect(place).toHaveText("Step 49 of 49");
  await expect(page.locator(".picture .link.gone")).toHaveCount(1);
  await page.getByRole("button", { name: "First step" }).click();
  await expect(place).toHaveText("Before the first step");
  await expect(page.locator("#canvas")).toContainText("Nobody is here yet");
  await page.locator("#slider").fill("31");
  await expect(page.locator("#panel-step .verdict.refused")).toHaveText("Refused");
  await page.locator("#step-44").click();
  await expect(node(page, "p qingyuan sun-jie")).toHaveClass(/waiting/u);
  await expect(page.getByRole("meter", { name: "Supply chain: People" })).toHaveAttribute(
    "aria-valuetext",
    "12 of 12 · full",
  );
});

test("gauges show the alert at 80 percent, and who waits", async ({ open }) => {
  const page = await open("#world=licenses&step=23");
  const gauge = page.getByRole("meter", { name: "Qingyuan Manufacturing: Licenses used" });
  await expect(gauge).toHaveAttribute("aria-valuenow", "4");
  await expect(gauge).toHaveClass(/high/u);
  await page.locator("#step-25").click();
  await expect(gauge).toHaveClass(/full/u);
  await expect(gauge).toContainText("1 waiting");
});

test("the language is switched, remembered, and set for screen readers", async ({ open, page }) => {
  await open("#world=story&step=31");
  await page.getByRole("button", { name: "中文" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await expect(page.getByRole("tab", { name: "发生了什么" })).toBeVisible();
  await expect(page.locator("#panel-step .refusal .sentence")).toContainText("主管理员");
  await expect(node(page, "o qingyuan")).toContainText("清源制造");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});

test("every input, question and field has Chinese words", async ({ open, page }) => {
  await open("#world=story");
  await page.getByRole("button", { name: "中文" }).click();
  await page.getByRole("tab", { name: "操作" }).click();
  const options = await page.locator("#do-type option").allTextContents();
  // One of them asks to choose.
  expect(options.length).toBe(Object.keys(INPUT_WORDS).length + 1);
  expect(options.filter((text) => !/[\u4e00-\u9fff]/u.test(text))).toEqual([]);
  const plain = new Set<string>();
  for (const value of await page
    .locator("#do-type option")
    .evaluateAll((all) =>
      all.map((each) => (each as HTMLOptionElement).value).filter((each) => each !== ""),
    )) {
    await page.locator("#do-type").selectOption(value);
    const labels = page.locator(
      "#panel-do label:not(.boxes label), #panel-do legend, #panel-do .optional button",
    );
    for (const text of await labels.allTextContents()) {
      if (!/[\u4e00-\u9fff]/u.test(text)) plain.add(`${value}: ${text}`);
    }
  }
  expect([...plain]).toEqual([]);
});

test("somebody else’s eyes see what interorg answers them", async ({ open }) => {
  const page = await open("#world=story&step=44");
  await page.locator("#look-as").selectOption("huaxin fang-wei");
  await expect(page.locator(".card.organization")).toHaveCount(1);
  await expect(page.locator(".sight")).toContainText("Other organizations: 0");
  await page.locator("#look-as").selectOption("jiangnan an-qi");
  await expect(node(page, "o huaxin")).toHaveCount(1);
  await expect(node(page, "o qingyuan")).toHaveCount(0);
  await page.locator("#look-as").selectOption("huaxin hu-tao");
  await expect(page.locator(".sight")).toContainText("sees no Space");
});

test("questions are answered as they are put together", async ({ open }) => {
  const page = await open("#world=routing&step=25");
  await page.getByRole("tab", { name: "Ask" }).click();
  await page.locator("#ask-type").selectOption("flow.routing-candidates");
  await page.locator("#ask-viewer").selectOption("qingyuan wu-hao");
  await page.locator("#ask-instance").selectOption("by-jiangnan");
  // Of three people of theirs on the Roster one holds no license, so could not act on it (FLOW-12).
  await expect(page.locator("#answer tbody tr")).toHaveCount(2);
  await expect(page.locator("#answer")).not.toContainText("Lin Yue");
  await page.locator("#ask-viewer").selectOption("qingyuan lin-yue");
  await expect(page.locator("#answer .refusal")).toContainText("NOT_TASK_HOLDER");
});

for (const width of [360, 768, 1100, 1440, 1920]) {
  test(`nothing is wider than a window of ${width}`, async ({ open, page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const fragment of ["#world=joins", "#world=resignation", "#world=routing"]) {
      await open(fragment);
      expect(await overflow(page)).toBe(0);
      for (const tab of ["Selected", "Do", "Ask"]) {
        await page.getByRole("tab", { name: tab }).click();
        expect(await overflow(page)).toBe(0);
      }
    }
    await page.getByRole("tab", { name: "Do" }).click();
    await page.locator("#do-type").selectOption("flow.define");
    expect(await overflow(page)).toBe(0);
  });
}
