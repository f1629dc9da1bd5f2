/** Questions, tails, explanations, health: everything that changes nothing. */
import { REFUSAL_CODES } from "interorg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../src/database.ts";
import { PROBLEMS } from "../src/problem.ts";
import { QUESTION_BYTES_MAX } from "../src/routes/questions.ts";
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
  database = await embedded();
  api = await serviceOn(database);
  await build(api, twoFirms);
  const refused = command("refused", "acme", "bob", "space.create", { space: "s", name: "S" });
  await api.submit(refused);
  const of = { organization: "acme" };
  await api.submit(fact("gone", of, "person.resigned", { ...of, person: "bob", number: 1 }));
});
afterAll(async () => void (await api.service.stop()));

const operator = (path: string, headers = {}) =>
  api.call("GET", path, { token: "operator", headers });
const chinese = { "accept-language": "zh" };

describe("a question", () => {
  const viewer = (organization: string, person: string) => ({ organization, person });
  const ask = (type: string, data: object, token = "everybody") =>
    api.call("POST", "/questions", { token, body: { type, data } });

  it("is answered", async () => {
    const data = { viewer: viewer("acme", "ann"), space: "supply" };
    const reply = await ask("space.organizations", data, "ann@acme");
    expect(
      reply.body.value.items.map((each: { organization: string }) => each.organization),
    ).toEqual(["acme", "bolt"]);
  });

  it("may be refused, as a submission would be", async () => {
    const data = { viewer: viewer("acme", "bob"), space: "supply" };
    const reply = await ask("space.organizations", data, "bob@acme");
    expect([reply.status, reply.body.code, reply.body.rule]).toEqual([
      403,
      "NOT_IN_SPACE",
      "ROSTER-12",
    ]);
  });

  it("about a directory is asked by whoever may report its facts", async () => {
    const data = { source: { organization: "acme" }, person: "bob" };
    const reply = await ask("directory.person", data, "hr@acme");
    expect(reply.body.value).toMatchObject({ person: "bob", inService: false, reported: true });
    for (const token of ["hr@bolt", "ann@acme"]) {
      const other = await ask("directory.person", data, token);
      expect(other.body.problems).toEqual([
        { path: ["data", "source"], problem: "not-the-caller" },
      ]);
    }
    const asAdmin = { viewer: viewer("acme", "ann"), person: "bob" };
    expect((await ask("directory.person", asAdmin, "ann@acme")).status).toBe(200);
  });

  it("whom a notice reaches nobody asks from outside", async () => {
    const data = { notice: { to: [{ kind: "main-admins", organization: "acme" }] } };
    for (const token of ["ann@acme", "hr@acme"]) {
      const reply = await ask("notice.recipients", data, token);
      expect([reply.status, reply.body.problems[0].path]).toEqual([403, ["data", "notice"]]);
    }
  });

  it("is asked by the caller alone", async () => {
    const data = { viewer: viewer("acme", "ann"), space: "supply" };
    const reply = await ask("space.organizations", data, "bob@acme");
    expect([reply.status, reply.body.problems[0].path]).toEqual([403, ["data", "viewer"]]);
    const spaces = await ask("entry.spaces", { person: "ann" }, "bob@acme");
    expect([spaces.status, spaces.body.problems[0].path]).toEqual([403, ["data", "person"]]);
    expect(
      (await ask("entry.spaces", { person: "ann" }, "ann@acme")).body.value.items,
    ).toHaveLength(1);
  });

  it("without a viewer is for everybody", async () => {
    expect((await ask("feature.list", {}, "hr@bolt")).body.value.items.length).toBeGreaterThan(5);
  });

  it.each([
    ["of an unknown type", { type: "space.secrets", data: {} }, ["type"]],
    ["of the type __proto__", { type: "__proto__", data: {} }, ["type"]],
    ["without a type", { data: {} }, ["type"]],
    ["without its data", { type: "entry.spaces", data: {} }, ["data", "person"]],
    ["that is none", "who?", []],
  ])("%s is told so", async (_name, body, path) => {
    const reply = await api.call("POST", "/questions", { body });
    expect([reply.status, reply.body.code]).toEqual([400, "MALFORMED"]);
    expect(reply.body.data.problems[0].path).toEqual(path);
  });

  it("has a body like any other", async () => {
    const tooLarge = " ".repeat(QUESTION_BYTES_MAX + 1);
    const replies = await Promise.all([
      api.call("POST", "/questions", { raw: "{" }),
      api.call("POST", "/questions", { raw: tooLarge, headers: { "content-length": "65537" } }),
      api.call("POST", "/questions", { raw: "{}", headers: { "content-type": "text/html" } }),
      api.call("POST", "/questions", { token: null, body: {} }),
    ]);
    expect(replies.map(({ status }) => status)).toEqual([400, 413, 415, 401]);
  });
});

describe("a tail", () => {
  it("is read page by page, each event once, in order", async () => {
    const all = await operator("/events?limit=1000");
    const paged = [];
    let page = await operator("/events?limit=3");
    while (page.body.items.length > 0) {
      paged.push(...page.body.items);
      page = await operator(`/events?limit=3&after=${page.body.next}`);
    }
    expect(paged).toEqual(all.body.items);
    expect(paged.length).toBeGreaterThan(10);
  });

  it("of notices says what they mean, in the reader's language", async () => {
    const { body } = await operator("/notices", chinese);
    const first = body.items.find(({ input }: { input: string }) => input === "gone");
    expect(first).toMatchObject({ input: "gone", seq: 0, notice: { kind: "COUNTERPART_LEFT" } });
    expect(first.explanation.text).toMatch(/[一-龥].*HAND-01/);
    const after = await operator(`/notices?after=${body.next}`);
    expect(after.body).toEqual({ items: [], next: body.next });
  });

  it.each([
    ["after=", "after"],
    ["after=x", "after"],
    ["after=1.1", "after"],
    [`after=${"1".repeat(600)}`, "after"],
    ["limit=0", "limit"],
    ["limit=1001", "limit"],
    ["limit=-1", "limit"],
    ["limit=1e2", "limit"],
  ])("is not read from %s", async (query, name) => {
    for (const tail of ["/events", "/notices"]) {
      const reply = await operator(`${tail}?${query}`);
      expect([reply.status, reply.body.problems[0].path]).toEqual([400, [name]]);
    }
  });

  it.each(["/events", "/notices", "/outcomes/bolt/gone", "/stats"])(
    "%s is for operators",
    async (path) => {
      const reply = await api.call("GET", path, { token: "ann@acme" });
      expect([reply.status, reply.body.type]).toEqual([403, "/problems/operators-only"]);
      expect((await api.call("GET", path, { token: null })).status).toBe(401);
    },
  );
});

describe("an outcome that was kept", () => {
  it("is explained in the language of whoever reads it now", async () => {
    const english = await operator("/outcomes/acme/refused");
    const inChinese = await operator("/outcomes/acme/refused", chinese);
    expect(english.body.code).toBe("NOT_AUTHORIZED_ADMIN");
    expect(inChinese.body).toMatchObject({ code: english.body.code, rule: english.body.rule });
    expect(inChinese.body.explanation.text).toMatch(/[一-龥]/);
  });

  it.each(["none", "not%20an%20id", "%F0%9F%92%A9"])("is not found under %s", async (id) => {
    expect((await operator(`/outcomes/acme/${id}`)).status).toBe(404);
  });
});

describe("an explanation", () => {
  const explain = (body: unknown, headers = {}) =>
    api.call("POST", "/explanations", { body, headers });

  it("is given of any refusal", async () => {
    const body = { code: "PERSON_CAP_EXCEEDED", data: { limit: 3, current: 3 } };
    const reply = await explain(body, chinese);
    expect(reply.body).toMatchObject({ ...body, rule: "CAP-01", mayHelpLater: true });
    expect(reply.body.explanation.source).toContain("S");
  });

  it("is given of data that does not fit its code, as far as it goes", async () => {
    const reply = await explain({ code: "NOT_IN_SPACE", data: {} });
    expect(reply.status).toBe(200);
    expect(reply.body.explanation.title).toBe("Not on the Roster of the Space");
  });

  it.each([
    ["a code that is none", { code: "NOPE", data: {} }, ["code"]],
    ["the code __proto__", { code: "__proto__", data: {} }, ["code"]],
    ["no data", { code: "NOT_IN_SPACE" }, ["data"]],
    ["nothing", null, []],
  ])("is not given of %s", async (_name, body, path) => {
    const reply = await explain(body);
    expect([reply.status, reply.body.problems[0].path]).toEqual([400, path]);
  });

  it("of a problem stands where its type leads", async () => {
    const replies = await Promise.all(
      [...REFUSAL_CODES, ...Object.keys(PROBLEMS)].map((name) =>
        api.call("GET", `/problems/${name}`, { token: null }),
      ),
    );
    expect(replies.every(({ status, body }) => status === 200 && body.title.length > 0)).toBe(true);
    expect((await api.call("GET", "/problems/__proto__", { token: null })).status).toBe(404);
  });
});

describe("the service", () => {
  it("says how it is", async () => {
    const live = await api.call("GET", "/health/live", { token: null });
    const ready = await api.call("GET", "/health/ready", { token: null });
    expect([live.body, ready.body]).toEqual([{ state: "live" }, { state: "ready" }]);
    const { body } = await operator("/stats");
    expect(body.store.commits.committed).toBeGreaterThan(0);
    expect(body.outbox.active).toBe(true);
  });

  it("has nothing elsewhere", async () => {
    for (const path of ["/", "/inputs", "/constructor", "/events/1"]) {
      expect((await api.call("GET", path)).body.type).toBe("/problems/not-found");
    }
  });
});
