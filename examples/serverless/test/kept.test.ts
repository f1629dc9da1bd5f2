import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Miniflare } from "miniflare";
import { expect, test } from "vitest";
import { TOKEN } from "../instances/events.ts";
import { startWorker } from "../instances/worker.ts";
import type { Answer } from "../src/answer.ts";

const organization = "acme";
const ann = { organization, person: "ann", number: 1 };
const setting = [
  {
    ...{ from: { platform: true }, type: "organization.registered" },
    data: { organization, name: "Acme", certified: true, edition: "exclusive", sso: false },
  },
  {
    ...{ from: { organization }, type: "person.hired" },
    data: { ...ann, departments: [], fields: { name: "Ann" } },
  },
  {
    ...{ from: { organization }, type: "admin.changed" },
    data: { ...ann, role: "main", spacePermission: true },
  },
].map((fact, index) => ({ id: `fact-${index}`, at: index, ...fact }));

const create = (space: string) => ({
  ...{ id: `create-${space}`, at: 10, by: { organization, person: "ann" }, type: "space.create" },
  data: { space, name: space },
});

async function send(worker: Miniflare, input: object): Promise<Answer> {
  for (;;) {
    const response = await worker.dispatchFetch("http://127.0.0.1/", {
      method: "POST",
      headers: { authorization: `Bearer ${TOKEN}` },
      body: JSON.stringify(input),
    });
    const answer = (await response.json()) as Answer;
    // D1 cannot hold what is decided on: where many change the same, one may have to come again.
    if (answer.kind !== "failed" || answer.code !== "BUSY") return answer;
  }
}

test.each([
  ["a Durable Object", "dist/durable.js"],
  ["D1", "dist/d1.js"],
])("%s settles each input once, and keeps it over a restart", async (_, bundle) => {
  const storage = mkdtempSync(join(tmpdir(), "interorg-kept-"));
  const start = () => startWorker({ bundle, env: { SERVICE_TOKEN: TOKEN }, storage });
  try {
    const first = await start();
    for (const fact of setting) expect(await send(first, fact)).toMatchObject({ kind: "accepted" });
    // Sixteen at once for the ten Spaces that the organization may host.
    const names = Array.from({ length: 16 }, (_, index) => `s${index}`);
    const before = await Promise.all(names.map((name) => send(first, create(name))));
    const codes = before.map((each) => (each.kind === "accepted" ? each.kind : each.code)).sort();
    expect(codes).toEqual([
      ...Array.from({ length: 6 }, () => "SPACE_QUOTA_EXCEEDED"),
      ...Array.from({ length: 10 }, () => "accepted"),
    ]);
    await first.dispose();

    const second = await start();
    const after = await Promise.all(names.map((name) => send(second, create(name))));
    expect(after).toEqual(before.map((each) => ({ ...each, repeated: true })));
    await second.dispose();
  } finally {
    rmSync(storage, { recursive: true, force: true });
  }
});
