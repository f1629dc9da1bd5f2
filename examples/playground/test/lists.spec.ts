/** A list that errs holds back, a department it lacks wakes up again, a departure that was none is undone. */
import type { Page } from "@playwright/test";
import { expect, node, test } from "./page.ts";

const types = (page: Page): Promise<(string | null)[]> =>
  page
    .locator("#panel-step .events [data-event]")
    .evaluateAll((all) => all.map((each) => each.getAttribute("data-event")).sort());

const present = (page: Page) => page.locator('.face.present[data-mark^="r supply jiangnan "]');

test("a full list that lacks half is held, and nobody leaves", async ({ open }) => {
  const page = await open("#world=bad-list");
  await expect(page.locator("#transport .place")).toHaveText("Step 34 of 40");
  await expect(page.locator("#panel-step [data-event='reconciliation.held']")).toHaveCount(1);
  await expect(page.locator("#panel-step [data-notice=DIRECTORY_RECONCILIATION_HELD]")).toHaveCount(
    1,
  );
  expect(await types(page)).not.toContain("person.resigned");
  await expect(present(page)).toHaveCount(10);
  await page.locator("#step-35").click();
  expect(await types(page)).toEqual(["reconciliation.settled"]);
  await expect(present(page)).toHaveCount(10);
});

test("a department that a list lacks is dormant until one names it", async ({ open }) => {
  const page = await open("#world=bad-list&step=37");
  expect(await types(page)).toContain("department.dormant");
  await expect(page.locator("#panel-step [data-notice=DEPARTMENTS_MISSING]")).toHaveCount(1);
  await page.locator("#step-38").click();
  expect(await types(page)).toContain("department.awake");
});

test("a departure that was none is undone, with all that it took", async ({ open }) => {
  const page = await open("#world=bad-list&step=39");
  await expect(node(page, "p jiangnan cao-yi")).toHaveClass(/gone/u);
  await page.locator("#step-40").click();
  expect(await types(page)).toEqual([
    "departure.dropped",
    "group.entered",
    "license.granted",
    "person.reinstated",
    "roster.entered",
    "task.handed-over",
  ]);
  await expect(page.locator("#panel-step .cause").first()).toHaveText("because of 1");
  await expect(page.locator("#panel-step [data-notice=COUNTERPART_BACK]")).not.toHaveCount(0);
  await expect(present(page)).toHaveCount(10);
});
