import { memoryStore, type Store } from "interorg/host";
import { expect, test } from "vitest";
import { TOKEN } from "../instances/events.ts";
import { BODY_MAX } from "../src/answer.ts";
import { fetchOver } from "../src/fetch.ts";

const settings = { SERVICE_TOKEN: TOKEN };
const headers = { authorization: `Bearer ${TOKEN}` };

const post = (body: string | ReadableStream, token = TOKEN): Request =>
  new Request("http://127.0.0.1/", {
    ...{ method: "POST", body, duplex: "half" },
    headers: { authorization: `Bearer ${token}` },
  } as RequestInit);

const registered = JSON.stringify({
  ...{ id: "register:acme", at: 1, from: { platform: true }, type: "organization.registered" },
  data: { organization: "acme", name: "acme", certified: true, edition: "light", sso: false },
});

/** A body that never ends, and says how much of it was taken. */
function endless() {
  const chunk = new Uint8Array(65_536).fill(0x20);
  const taken = { bytes: 0, cancelled: false };
  const stream = new ReadableStream({
    pull: (controller) => {
      taken.bytes += chunk.byteLength;
      controller.enqueue(chunk);
    },
    cancel: () => {
      taken.cancelled = true;
    },
  });
  return { stream, taken };
}

test("a body without an end is given up soon after the limit", async () => {
  const { stream, taken } = endless();
  const response = await fetchOver(memoryStore(), settings)(post(stream));
  expect(response.status).toBe(413);
  expect(taken.cancelled).toBe(true);
  expect(taken.bytes).toBeLessThan(BODY_MAX + 4 * 65_536);
});

test("a body that nobody may send is not read", async () => {
  const { stream, taken } = endless();
  const response = await fetchOver(memoryStore(), settings)(post(stream, "guess"));
  expect(response.status).toBe(401);
  expect(taken.bytes).toBeLessThan(4 * 65_536);
});

test("without a secret nobody is let in", async () => {
  for (const SERVICE_TOKEN of ["", undefined]) {
    const open = fetchOver(memoryStore(), SERVICE_TOKEN === undefined ? {} : { SERVICE_TOKEN });
    const request = new Request("http://127.0.0.1/", { method: "POST", body: "{}", headers });
    expect((await open(request)).status).toBe(401);
  }
});

/** A store whose first commit takes effect, and whose answer is lost on the way. */
function losingTheAnswer(store: Store): Store {
  let lost = false;
  return {
    ...store,
    commit: async (commit) => {
      const result = await store.commit(commit);
      if (lost) return result;
      lost = true;
      throw new Error("connection reset");
    },
  };
}

test("an answer lost after the commit is the one on record", async () => {
  const store = memoryStore();
  const response = await fetchOver(losingTheAnswer(store), settings)(post(registered));
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ kind: "accepted", repeated: true });
  expect((await store.events()).items).toHaveLength(1);
});

test("a store of another policy is left alone", async () => {
  const store = memoryStore();
  await fetchOver(store, settings)(post(registered));
  const other = fetchOver(store, { ...settings, POLICY: '{"joinLimit": 2}' });
  const response = await other(post(registered.replaceAll("acme", "other")));
  expect(response.status).toBe(503);
  expect(await response.json()).toEqual({ kind: "failed", code: "POLICY_MISMATCH" });
  expect(() => fetchOver(store, { POLICY: '{"joinLimit": -1}' })).toThrow(/joinLimit/);
});
