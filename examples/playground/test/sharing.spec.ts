import { begin, expect, submit, test } from "./page.ts";

const place = "#transport .place";

test("a link holds the World, the inputs and the step", async ({ open, page, site }) => {
  await open("#world=story&step=44");
  await begin(page, "person.resigned");
  await page.locator("#do-organization").selectOption("huaxin");
  await page.locator("#do-person").selectOption("gao-jie");
  await submit(page);
  await page.locator("#share").click();
  await expect(page).toHaveURL(/#script=[\w-]+$/u);
  const link = page.url();
  const seen = await page.locator("#canvas").textContent();
  await page.goto("about:blank");
  await page.goto(link);
  await expect(page.locator(place)).toHaveText("Step 45 of 50");
  expect(await page.locator("#canvas").textContent()).toBe(seen);
  await expect(page.locator("#world option:checked")).toHaveText("Your own script");
  await expect(page.locator("#intro")).toContainText("People in one Space: 12");
  expect(link.startsWith(site.address)).toBe(true);
});

const broken: readonly (readonly [name: string, fragment: string, path: string, said: string])[] = [
  ["a World that does not exist", "#world=atlantis", "world", "World that does not exist"],
  ["a step beyond the last", "#world=story&step=999", "step", "out of range"],
  ["a step that is no number", "#world=story&step=-1", "step", "not a whole number"],
  ["no base64url", "#script=%%%", "script", "cut off or not base64url"],
  ["nothing compressed", "#script=AAAA", "script", "cannot be decompressed"],
  ["an unknown name", "#nonsense", "", "is no field of it"],
  ["something empty", "#script=", "script", "cut off or not base64url"],
];

for (const [name, fragment, path, said] of broken) {
  test(`a link with ${name} is told of, and a World is shown`, async ({ open }) => {
    const page = await open(fragment);
    await expect(page.locator("#trouble")).toContainText(said);
    if (path !== "") await expect(page.locator("#trouble code")).toHaveText(path);
    await expect(page.locator(".card.space")).toHaveCount(1);
    await page.getByRole("button", { name: "Dismiss" }).click();
    await expect(page.locator("#trouble")).toBeEmpty();
  });
}

/** A script in a link, whatever it is. */
async function linkOf(value: unknown): Promise<string> {
  const packed = new Blob([JSON.stringify(value)])
    .stream()
    .pipeThrough(new CompressionStream("deflate-raw"));
  return `#script=${Buffer.from(await new Response(packed).arrayBuffer()).toString("base64url")}`;
}

test("a script whose inputs are malformed is told of with the path", async ({ open }) => {
  const input = { id: "a", at: 1, from: { platform: true }, type: "organization.ended", data: {} };
  const script = { interorg: "script", v: 1, policy: {}, setup: 0, at: 0, inputs: [input] };
  const page = await open(await linkOf(script));
  await expect(page.locator("#trouble code")).toHaveText("inputs.0.data.organization");
  await expect(page.locator("#trouble")).toContainText("is missing");
});

test("a link that unpacks to more than a page can hold is refused", async ({ open }) => {
  const page = await open(await linkOf("x".repeat(30_000_000)));
  await expect(page.locator("#trouble")).toContainText("cannot be decompressed");
});

test("a policy out of range is told of with the path", async ({ open }) => {
  const script = { interorg: "script", v: 1, policy: { personCap: -1 }, inputs: [] };
  const page = await open(await linkOf(script));
  await expect(page.locator("#trouble code")).toHaveText("policy.personCap");
});

test("what is exported is imported again; what is no script is told of", async ({ open }) => {
  const page = await open("#world=licenses");
  await page.locator("#export").click();
  const text = await page.locator("#export-text").inputValue();
  await page.keyboard.press("Escape");
  await page.locator("#world").selectOption("readme");
  await page.locator("#import").click();
  await page.locator("#import-text").fill("{");
  await page.locator("#import-do").click();
  await expect(page.locator("#import-problems")).toContainText("is not JSON");
  await page.locator("#import-text").fill(text);
  await page.locator("#import-do").click();
  await expect(page.locator("#dialog")).toBeHidden();
  await expect(page.locator(place)).toHaveText("Step 25 of 29");
});

test("another policy decides every step anew", async ({ open }) => {
  const page = await open("#world=story&step=44");
  await expect(page.locator(".face.waiting")).toHaveCount(1);
  await page.locator("#policy").click();
  await page.locator("#policy-personCap").fill("13");
  await page.locator("#dialog-close").click();
  await expect(page.locator(".face.waiting")).toHaveCount(0);
  await expect(page.locator("#intro")).toContainText("People in one Space: 13");
});

test("a step taken out changes what follows", async ({ open }) => {
  const page = await open("#world=readme&step=7");
  await expect(page.locator(".card.space")).toHaveCount(1);
  await page.getByRole("button", { name: "Take this step out" }).click();
  await expect(page.locator(".card.space")).toHaveCount(0);
  await expect(page.locator(place)).toHaveText("Step 6 of 6");
});
