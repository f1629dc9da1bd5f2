/** Batches and previews. */
import { BATCH_MAX } from "interorg/host";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../src/database.ts";
import {
  build,
  command,
  embedded,
  serviceOn,
  type TestService,
  twoFirms,
} from "./support/service.ts";

let database: Database;
let api: TestService;

beforeAll(async () => {
  database = await embedded();
  api = await serviceOn(database);
  await build(api, twoFirms);
});
afterAll(async () => void (await api.service.stop()));

const folder = (id: string, name: string, parent: string | null = null) =>
  command(id, "acme", "ann", "folder.create", { space: "supply", folder: name, parent, name });
const send = (inputs: unknown, onRefusal?: unknown) =>
  api.call("POST", "/batches", {
    body: { inputs, ...(onRefusal === undefined ? {} : { onRefusal }) },
  });
const outcomeOf = (id: string) => api.call("GET", `/outcomes/acme/${id}`, { token: "operator" });

describe("a batch", () => {
  it("is settled in order, each input on top of the ones before it", async () => {
    const reply = await send([folder("b1", "a"), folder("b2", "b", "a")]);
    expect(reply.body.results.map(({ kind }: { kind: string }) => kind)).toEqual([
      "accepted",
      "accepted",
    ]);
  });

  it("is undone by a refusal, which says whose it is", async () => {
    const reply = await send([folder("b3", "c"), folder("b4", "a"), folder("b5", "d")], "abort");
    expect([reply.status, reply.body.code, reply.body.index]).toEqual([409, "ID_TAKEN", 1]);
    expect((await outcomeOf("b3")).status).toBe(404);
  });

  it("leaves out what is refused, when asked to", async () => {
    const inputs = [folder("b6", "e"), folder("b7", "a"), folder("b8", "f")];
    const reply = await send(inputs, "skip");
    expect(reply.body.results).toMatchObject([
      { kind: "accepted" },
      { kind: "refused", code: "ID_TAKEN", explanation: { rule: "PROTO-04" } },
      { kind: "accepted" },
    ]);
    const again = await send(inputs, "skip");
    expect(again.text).toBe(reply.text);
    expect(again.headers.get("idempotent-replayed")).toBe("true");
  });

  it("names the place in it where something is wrong", async () => {
    const reply = await send([folder("b9", "g"), { ...folder("b10", "h"), at: -1 }]);
    expect(reply.body.data.problems).toEqual([
      { path: ["inputs", 1, "at"], problem: "out-of-range" },
    ]);
    expect((await outcomeOf("b9")).status).toBe(404);
  });

  it("may speak for the caller only", async () => {
    const inputs = [folder("b11", "i")];
    const reply = await api.call("POST", "/batches", { token: "bob@acme", body: { inputs } });
    expect([reply.status, reply.body.problems[0].path]).toEqual([403, ["inputs", 0, "by"]]);
  });

  it("may be empty", async () => {
    expect((await send([])).body).toEqual({ results: [] });
  });

  it.each([
    ["nothing", undefined, undefined, ["inputs"]],
    ["no list", {}, "skip", ["inputs"]],
    ["another choice", [], "maybe", ["onRefusal"]],
    ["too many", Array.from({ length: BATCH_MAX + 1 }, () => 0), "skip", ["inputs"]],
  ])("is told what is wrong with %s", async (_name, inputs, onRefusal, path) => {
    const reply = await send(inputs, onRefusal);
    expect([reply.status, reply.body.problems[0].path]).toEqual([400, path]);
  });

  it.each([null, 7, "text"])("cannot be %j", async (body) => {
    expect((await api.call("POST", "/batches", { body })).status).toBe(400);
  });
});

describe("a preview", () => {
  it("says what would come of it, and leaves no trace", async () => {
    const before = await api.call("GET", "/events", { token: "operator" });
    const cancel = command("p1", "acme", "ann", "association.cancel", {
      ...{ space: "supply", organization: "bolt" },
    });
    const reply = await api.call("POST", "/previews", { body: cancel });
    expect(reply.body.outcome.kind).toBe("accepted");
    expect(reply.body.spaces).toEqual([
      { space: "supply", entering: 0, leaving: 2, queueing: 0, unqueueing: 0 },
    ]);
    expect(reply.body.taken).toMatchObject({ organizations: 1, departments: 0 });
    const after = await api.call("GET", "/events", { token: "operator" });
    expect(after.body.next).toBe(before.body.next);
    expect((await outcomeOf("p1")).status).toBe(404);
  });

  it("of what would be refused is no problem", async () => {
    const reply = await api.call("POST", "/previews", { body: folder("p2", "a") });
    expect(reply.status).toBe(200);
    expect(reply.body.outcome).toMatchObject({ kind: "refused", code: "ID_TAKEN" });
  });

  it("is for those who could send it", async () => {
    const body = folder("p3", "x");
    expect((await api.call("POST", "/previews", { token: "bob@acme", body })).status).toBe(403);
    const wrong = await api.call("POST", "/previews", { body: { ...body, type: "?" } });
    expect([wrong.status, wrong.body.code]).toEqual([400, "MALFORMED"]);
  });
});
