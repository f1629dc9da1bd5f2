/** Submitting one input, and everything that can be wrong with one. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../src/database.ts";
import { INPUT_BYTES_MAX } from "../src/routes/inputs.ts";
import {
  build,
  command,
  embedded,
  fact,
  serviceOn,
  type TestService,
  twoFirms,
} from "./support/service.ts";

let database: Database;
let api: TestService;

beforeAll(async () => {
  database = embedded();
  api = await serviceOn(database);
  await build(api, twoFirms);
});
afterAll(async () => void (await api.service.stop()));

const createSpace = (id: string, space: string, person = "ann") =>
  command(id, "acme", person, "space.create", { space, name: "S" });

describe("an input that is accepted", () => {
  it("is answered with what happened", async () => {
    const reply = await api.submit(createSpace("accepted", "s1"), "ann@acme");
    expect(reply.status).toBe(200);
    expect(reply.body).toEqual({
      kind: "accepted",
      events: [{ seq: 0, cause: null, type: "space.created" }],
    });
    expect(reply.headers.has("idempotent-replayed")).toBe(false);
  });

  it("is answered the same to the byte when it comes again", async () => {
    const first = await api.submit(createSpace("again", "s2"));
    const second = await api.submit(createSpace("again", "s2"));
    expect(second.text).toBe(first.text);
    expect(second.status).toBe(first.status);
    expect(second.headers.get("idempotent-replayed")).toBe("true");
  });

  it("says to whom it happened only to operators", async () => {
    const hired = fact("hired", { organization: "bolt" }, "person.hired", {
      ...{
        organization: "bolt",
        person: "zoe",
        number: 1,
        departments: [],
        fields: { name: "Zoe" },
      },
    });
    const { body } = await api.submit(hired, "hr@bolt");
    expect(body.events.map(({ type }: { type: string }) => type)).toContain("roster.entered");
    expect(JSON.stringify(body)).not.toContain("zoe");
    const kept = await api.call("GET", "/outcomes/bolt/hired", { token: "operator" });
    expect(JSON.stringify(kept.body)).toContain("zoe");
  });

  it.each(["__proto__", "constructor", "toString", "队-1"])("may have the id %s", async (id) => {
    const input = createSpace(id, id);
    const first = await api.submit(input);
    expect(first.body.kind).toBe("accepted");
    expect((await api.submit(input)).text).toBe(first.text);
    const path = `/outcomes/acme/${encodeURIComponent(id)}`;
    expect((await api.call("GET", path, { token: "operator" })).body.kind).toBe("accepted");
  });

  it("has an id of its organization's own, which another may use as well", async () => {
    const hired = fact("accepted", { organization: "bolt" }, "person.hired", {
      ...{ organization: "bolt", person: "zed", number: 1, departments: [] },
      fields: { name: "Zed" },
    });
    const reply = await api.submit(hired, "hr@bolt");
    expect([reply.status, reply.headers.has("idempotent-replayed")]).toEqual([200, false]);
    for (const [scope, type] of [
      ["acme", "space.created"],
      ["bolt", "person.hired"],
    ]) {
      const kept = await api.call("GET", `/outcomes/${scope}/accepted`, { token: "operator" });
      expect(kept.body.events[0].type).toBe(type);
    }
    const none = await api.call("GET", "/outcomes/platform/accepted", { token: "operator" });
    expect(none.status).toBe(404);
  });

  it("may be about organizations and people of any id", async () => {
    const plan = {
      organizations: {
        ["__proto__"]: { people: { ["__proto__"]: [] }, admins: { ["__proto__"]: "main" } },
      },
    } as const;
    const fresh = await serviceOn(database);
    await build(fresh, plan);
    const input = command("own", "__proto__", "__proto__", "space.create", {
      ...{ space: "constructor", name: "S", scope: { whole: true } },
    });
    const { body } = await fresh.submit(input, "__proto__@__proto__");
    expect(body.kind).toBe("accepted");
    await fresh.service.stop();
  });
});

describe("an input that is refused", () => {
  it("is answered with code, rule, data and an explanation", async () => {
    const reply = await api.submit(createSpace("refused", "s3", "bob"), "bob@acme");
    expect(reply.status).toBe(403);
    expect(reply.headers.get("content-type")).toBe("application/problem+json");
    expect(reply.body).toMatchObject({
      type: "/problems/NOT_AUTHORIZED_ADMIN",
      status: 403,
      code: "NOT_AUTHORIZED_ADMIN",
      rule: "ADMIN-01",
      data: { organization: "acme" },
      mayHelpLater: true,
    });
    expect(reply.body.explanation.text).toMatch(/acme.*ADMIN-01/);
    expect(reply.headers.get("content-language")).toBe("en");
  });

  it.each([
    ["zh-CN,zh;q=0.9,en;q=0.8", "zh"],
    ["fr, zh;q=0.5", "zh"],
    ["en;q=0.2, zh-Hant;q=0.9", "zh"],
    ["de", "en"],
    ["*", "en"],
    ["", "en"],
    [";;,q=x", "en"],
  ])("is explained to a reader of %j in %s", async (accepted, locale) => {
    const reply = await api.call("POST", "/inputs", {
      body: createSpace("spoken", "s4", "bob"),
      headers: { "accept-language": accepted },
    });
    expect(reply.headers.get("content-language")).toBe(locale);
    expect(/[一-龥]/.test(reply.body.explanation.help)).toBe(locale === "zh");
  });

  it("is answered the same when it comes again, though it would be accepted by now", async () => {
    const input = command("early", "acme", "ann", "folder.create", {
      ...{ space: "later", folder: "f", parent: null, name: "F" },
    });
    const first = await api.submit(input);
    expect([first.status, first.body.code]).toEqual([404, "UNKNOWN_SPACE"]);
    await api.submit(createSpace("later", "later"));
    const second = await api.submit(input);
    expect(second.text).toBe(first.text);
    expect(second.headers.get("idempotent-replayed")).toBe("true");
    expect((await api.submit({ ...input, id: "late" })).status).toBe(200);
  });

  it("is refused for an id that other content has", async () => {
    await api.submit(createSpace("taken", "s5"));
    const reply = await api.submit(createSpace("taken", "s6"));
    expect([reply.status, reply.body.code]).toEqual([422, "INPUT_ID_REUSED"]);
  });

  it.each([
    ["UNKNOWN_FOLDER", 404, "folder.rename", { space: "supply", folder: "none", name: "F" }],
    ["ID_TAKEN", 409, "space.create", { space: "supply", name: "S" }],
    ["QUOTA_EXPANSION_NOT_AUTHORIZED", 403, "person-cap.expand", { space: "supply", cap: 4000 }],
  ])("has the status of %s, %d", async (code, status, type, data) => {
    const reply = await api.submit(
      command(`status ${code}`.replace(" ", "-"), "acme", "ann", type, data),
    );
    expect([reply.body.code, reply.status]).toEqual([code, status]);
  });
});

describe("what is no input", () => {
  it("is told where it is wrong", async () => {
    const input = { ...createSpace("wrong", "s7"), at: "now", more: 1 };
    const reply = await api.submit(input);
    expect([reply.status, reply.body.code, reply.body.rule]).toEqual([
      400,
      "MALFORMED",
      "PROTO-01",
    ]);
    expect(reply.body.data.problems).toEqual([
      { path: ["at"], problem: "not-an-integer" },
      { path: ["more"], problem: "unknown-field" },
    ]);
  });

  it.each([
    ["an unknown type", { ...createSpace("x", "x"), type: "space.destroy" }, ["type"]],
    ["the type __proto__", { ...createSpace("x", "x"), type: "__proto__" }, ["type"]],
    ["a bad id", createSpace("has space", "x"), ["id"]],
    ["a list", [], []],
    ["null", null, []],
    ["a number", 7, []],
  ])("is told so of %s", async (_name, body, path) => {
    const reply = await api.call("POST", "/inputs", { body });
    expect(reply.status).toBe(400);
    expect(reply.body.data.problems[0].path).toEqual(path);
  });

  it.each([
    ["no JSON", '{"id":'],
    ["nothing", ""],
    ["broken UTF-8", new Uint8Array([0x22, 0xff, 0x22])],
  ])("may be %s", async (_name, raw) => {
    const reply = await api.call("POST", "/inputs", { raw });
    expect([reply.status, reply.body.type]).toEqual([400, "/problems/not-json"]);
  });

  it("may carry a name that reaches into a prototype", async () => {
    const raw = '{"__proto__":{"type":"space.create"},"id":"p","at":1}';
    const reply = await api.call("POST", "/inputs", { raw });
    expect([reply.status, reply.body.code]).toEqual([400, "MALFORMED"]);
  });

  it.each([undefined, "text/plain", "application/json; charset=latin1"])(
    "may be of type %s",
    async (type) => {
      const headers = { "content-type": type ?? "" };
      const reply = await api.call("POST", "/inputs", { raw: "{}", headers });
      expect([reply.status, reply.body.type]).toEqual([415, "/problems/not-json-type"]);
    },
  );

  it.each(["announced", "in chunks"])("may be too large, %s", async (how) => {
    const bytes = new TextEncoder().encode(" ".repeat(INPUT_BYTES_MAX + 1));
    const headers: { [name: string]: string } =
      how === "announced" ? { "content-length": String(bytes.length) } : {};
    const raw = how === "announced" ? bytes : new Blob([bytes]).stream();
    const reply = await api.call("POST", "/inputs", { raw, headers });
    expect([reply.status, reply.body.type]).toEqual([413, "/problems/too-large"]);
  });

  it("may be just small enough", async () => {
    const text = JSON.stringify(createSpace("padded", "padded"));
    const raw = text + " ".repeat(INPUT_BYTES_MAX - text.length);
    expect((await api.call("POST", "/inputs", { raw, body: JSON.parse(text) })).status).toBe(200);
  });
});

describe("a caller", () => {
  it.each([null, "nobody", ""])("needs a token that is known, not %j", async (token) => {
    const reply = await api.call("POST", "/inputs", { token, body: createSpace("t", "t") });
    expect(reply.status).toBe(401);
    expect(reply.headers.get("www-authenticate")).toBe("Bearer");
  });

  it("cannot act as somebody else", async () => {
    const reply = await api.submit(createSpace("as-ann", "t"), "bob@acme");
    expect([reply.status, reply.body.problems]).toEqual([
      403,
      [{ path: ["by"], problem: "not-the-caller" }],
    ]);
    const events = await api.call("GET", "/outcomes/acme/as-ann", { token: "operator" });
    expect(events.status).toBe(404);
  });

  it("cannot act as itself for another organization", async () => {
    const input = command("as-bolt", "bolt", "bob", "space.create", { space: "t", name: "T" });
    expect((await api.submit(input, "bob@acme")).status).toBe(403);
  });

  it("cannot report for another source", async () => {
    const ended = fact("end", { platform: true }, "organization.ended", { organization: "acme" });
    const reply = await api.submit(ended, "hr@acme");
    expect([reply.status, reply.body.problems?.[0]?.path]).toEqual([403, ["from"]]);
  });

  it("who is no operator cannot act by being one", async () => {
    expect((await api.submit(createSpace("op", "t"), "operator")).status).toBe(403);
  });
});

describe("the log", () => {
  it("has one line for an input, with ids and figures and nothing else of it", async () => {
    const hired = fact("logged", { organization: "acme" }, "person.hired", {
      ...{ organization: "acme", person: "secret-person", number: 1, departments: [] },
      fields: { name: "Secret Name" },
    });
    await api.submit(hired, "hr@acme");
    const lines = api.lines().filter(({ input }) => input === "logged");
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      ...{ msg: "input", type: "person.hired", outcome: "accepted", caller: "hr" },
      events: expect.any(Number),
      ms: expect.any(Number),
      request: expect.any(String),
    });
    expect(JSON.stringify(api.lines())).not.toContain("Secret Name");
    expect(JSON.stringify(api.lines())).not.toMatch(/Bearer|hr@acme/);
  });

  it("carries the request id that the caller chose", async () => {
    const headers = { "x-request-id": "trace-1" };
    const reply = await api.call("POST", "/inputs", { body: createSpace("traced", "t1"), headers });
    expect(reply.headers.get("x-request-id")).toBe("trace-1");
    expect(api.lines().find(({ input }) => input === "traced")).toMatchObject({
      request: "trace-1",
    });
  });
});
