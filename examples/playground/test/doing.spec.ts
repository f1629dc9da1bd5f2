import { begin, chooseCard, expect, node, submit, test } from "./page.ts";

test("an organization is invited, applies, is reviewed, and its people enter", async ({ open }) => {
  const page = await open("#world=story&step=37");
  const face = page.locator('.face.present[data-mark="r supply beihai jin-bo"]');
  await expect(face).toHaveCount(0);

  await begin(page, "invitation.issue");
  await expect(page.locator("#do-space")).toHaveValue("supply");
  await expect(page.locator("#preview")).toContainText("leads to Supply chain");
  await page.locator("#do-form").selectOption({ label: "QR code" });
  await submit(page);
  await expect(page.locator("#panel-step .verdict")).toHaveText("Accepted · 1 event");

  await chooseCard(page, "o beihai");
  await page.getByRole("button", { name: "Apply to join" }).last().click();
  await page.locator("#do-invitation").selectOption("invitation-50");
  await submit(page);
  await expect(page.locator(".picture .link.pending")).toHaveCount(1);

  await chooseCard(page, "s supply");
  await page.getByRole("button", { name: "Approve the application" }).last().click();
  await expect(page.locator("#preview .verdict")).toContainText("Accepted");
  await submit(page);
  await expect(face).toHaveClass(/fresh/u);
  await expect(page.locator('.link.member[data-link="l supply beihai"]')).toHaveCount(1);
  await expect(page.locator("#live")).toContainText("Accepted: Approve the application");
});

test("a refusal names its code and rule, quotes the source, and says what would help", async ({
  open,
}) => {
  const page = await open("#world=readme&step=5");
  await begin(page, "space.create");
  await page.locator("#do-sender").selectOption("acme bob");
  await page.locator("#do-name").fill("Bob’s partners");
  await expect(page.locator("#preview")).toContainText("NOT_AUTHORIZED_ADMIN");
  await submit(page);
  const refusal = page.locator("#panel-step .refusal");
  await expect(refusal.locator(".sentence")).toContainText("not an authorized admin");
  await expect(refusal).toContainText("NOT_AUTHORIZED_ADMIN");
  await expect(refusal).toContainText("ADMIN-01");
  await expect(refusal.locator("blockquote").first()).toContainText("「");
  await expect(refusal.locator(".help")).toContainText("main admin");
  await expect(page.locator("#steps .step.refused[aria-current]")).toHaveCount(1);
  await expect(page.locator("#live")).toContainText("Refused: Create a Space");

  const rule = page.getByRole("link", { name: "Rule page" });
  const text = await page.request.get(
    new URL((await rule.getAttribute("href")) ?? "", page.url()).href,
  );
  expect(await text.text()).toContain("## ADMIN-01");
});

test("problems stand at their fields, with nothing done", async ({ open }) => {
  const page = await open("#world=readme");
  const before = await page.locator("#steps .step").count();
  await begin(page, "organization.registered");
  await page.locator("#do-organization").fill("two words");
  await expect(page.locator("#do-organization-error")).toHaveText(
    "Organization holds a space or a forbidden character",
  );
  await expect(page.locator("#do-organization")).toHaveAttribute("aria-invalid", "true");
  await expect(page.locator("#preview .problems")).toContainText("data.organization");
  await expect(page.locator("#do-name-error")).toBeHidden();
  await submit(page);
  await expect(page.locator("#do-name-error")).toBeVisible();
  await expect(page.locator("#do-organization")).toBeFocused();
  expect(await page.locator("#steps .step").count()).toBe(before);
});

test("nested lists and unions can be filled in", async ({ open }) => {
  const page = await open("#world=routing&step=23");
  await begin(page, "flow.define");
  await expect(page.locator("#do-app")).toHaveValue("portal");
  await page.locator("#do-steps-add").click();
  await page.locator("#do-steps-1-approvers-0-variant").selectOption({ label: "a named role" });
  await page.locator("#do-steps-1-approvers-0-role").fill("quality-lead");
  await page.locator("#do-steps-1-mode-variant").selectOption({ label: "one after another" });
  await page.locator("#do-steps-0-approvers-0-variant").selectOption({ label: "a person" });
  await page.locator("#do-steps-0-approvers-0-organization").selectOption("qingyuan");
  await page.locator("#do-steps-0-approvers-0-person").selectOption("wu-hao");
  await submit(page);
  await expect(page.locator("#panel-step .events")).toContainText(
    "Flow flow-35 of Supplier portal",
  );
  await page.locator("#panel-step .raw summary").click();
  await expect(page.locator("#panel-step pre")).toContainText('"role": "quality-lead"');
});

test("a resignation takes everything along, and the picture follows", async ({ open }) => {
  const page = await open("#world=resignation&step=35");
  await node(page, "p jiangnan cao-yi").click();
  await expect(page.locator("#panel-selected")).toContainText("Supply chain");
  await page.getByRole("button", { name: "Resigned" }).last().click();
  await expect(page.locator("#do-number")).toHaveValue("1");
  await submit(page);
  const events = page.locator("#panel-step .events [data-event]");
  const types = await events.evaluateAll((all) =>
    all.map((each) => each.getAttribute("data-event")),
  );
  expect(types.sort()).toEqual([
    "app.unlisted",
    "departure.kept",
    "group.left",
    "license.released",
    "person.resigned",
    "roster.entered",
    "roster.left",
    "roster.left",
    "scope.changed",
    "task.handed-over",
  ]);
  await expect(page.locator("#panel-step .cause").first()).toHaveText("because of 1");
  await expect(page.locator("#panel-step [data-notice=TASK_HANDED_OVER]")).toHaveCount(1);
  await expect(node(page, "p jiangnan cao-yi")).toHaveClass(/gone/u);
  await expect(page.locator('.face.gone[data-mark="r supply jiangnan cao-yi"]')).toHaveCount(1);
  await expect(
    page.locator('.face.present.fresh[data-mark="r supply jiangnan deng-fei"]'),
  ).toHaveCount(1);
});

test("what is for a Space or for a Trunk is filled in for either", async ({ open }) => {
  const page = await open("#world=county");
  await begin(page, "invitation.issue");
  await expect(page.locator("#do-space")).toBeVisible();
  await page.locator("#do-variant").selectOption({ label: "Trunk" });
  await page.locator("#do-trunk").selectOption("county");
  await expect(page.locator("#preview")).toContainText("leads to Anping County");
  await submit(page);
  await expect(page.locator("#panel-step .verdict")).toHaveText("Accepted · 1 event");
});
