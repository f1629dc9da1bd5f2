/** The SCIM server besides what a provisioning service sends on a good day. */
import { defaultPolicy } from "interorg";
import { createHost } from "interorg/host";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { carry } from "../src/scim/carry.ts";
import { resourcesOf } from "../src/scim/resources.ts";
import { tenantsFrom } from "../src/scim/tokens.ts";
import { patch, type ScimService, type Send, scimClient, scimService } from "./support/scim.ts";
import { embedded, fact, serviceOn } from "./support/service.ts";

let service: ScimService;
let scim: Send;
beforeAll(async () => {
  service = await scimService();
  ({ scim } = service);
});
afterAll(() => service.service.stop());

async function created(userName: string, send: Send = scim): Promise<string> {
  const { status, body } = await send("POST", "/Users", { userName });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body.id;
}

describe("whose token opens what", () => {
  it.each([[null], ["dev-ann"], ["everybody"], ["acme-sci"]])("not %s", async (token) => {
    const { status, body, headers } = await scim("GET", "/Users", undefined, { token });
    expect([status, headers.get("www-authenticate")]).toEqual([401, "Bearer"]);
    expect(body).toMatchObject({
      schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"],
      status: "401",
    });
  });

  it("opens nothing else", async () => {
    const { call } = service;
    expect((await call("GET", "/events", { token: "acme-scim" })).status).toBe(401);
  });

  it("shows and changes nothing of another organization", async () => {
    const bolt = scimClient(service, "bolt-scim");
    const id = await created("isolated@acme.test");
    const group = (await scim("POST", "/Groups", { displayName: "Own" })).body.id;
    expect((await bolt("GET", `/Users/${id}`)).status).toBe(404);
    expect((await bolt("DELETE", `/Users/${id}`)).status).toBe(404);
    const off = patch({ op: "replace", path: "active", value: false });
    expect((await bolt("PATCH", `/Users/${id}`, off)).status).toBe(404);
    expect((await bolt("PUT", `/Groups/${group}`, { displayName: "Mine" })).status).toBe(404);
    const filter = encodeURIComponent('userName eq "isolated@acme.test"');
    expect((await bolt("GET", `/Users?filter=${filter}`)).body.totalResults).toBe(0);
    const members = [{ value: id }];
    const foreign = await bolt("POST", "/Groups", { displayName: "Catch", members });
    expect([foreign.status, foreign.body.scimType]).toEqual([400, "invalidValue"]);
    // A name that another organization has is free here.
    await created("isolated@acme.test", bolt);
    expect((await scim("GET", `/Users/${id}`)).body.active).toBe(true);
  });
});

describe("what is wrong is said as SCIM says it", () => {
  it.each([
    ["GET", '/Users?filter=userName co "x"', undefined, 400, "invalidFilter"],
    ["GET", "/Users?filter=userName eq", undefined, 400, "invalidFilter"],
    ["GET", '/Users?filter=not (userName eq "x")', undefined, 400, "invalidFilter"],
    ["GET", '/Users?filter=__proto__ eq "x"', undefined, 400, "invalidFilter"],
    ["POST", "/Users", "{", 400, "invalidSyntax"],
    ["POST", "/Users", {}, 400, "invalidValue"],
    ["POST", "/Users", [], 400, "invalidSyntax"],
    ["POST", "/Bulk", {}, 400, "invalidSyntax"],
    ["PATCH", "/Users/nobody", patch({ op: "remove", path: "title" }), 404, undefined],
    ["DELETE", "/Groups/nobody", undefined, 404, undefined],
    ["GET", "/Me", undefined, 404, undefined],
    ["PUT", "/Users", {}, 404, undefined],
    ["GET", "/Schemas/urn:x", undefined, 404, undefined],
    ["POST", "/Users", { userName: "x".repeat(1_100_000) }, 413, undefined],
  ])("%s %s", async (method, path, sent, status, scimType) => {
    const reply = await scim(method, encodeURI(path), sent);
    expect([reply.status, reply.body.status, reply.body.scimType]).toEqual([
      status,
      String(status),
      scimType,
    ]);
    expect(reply.headers.get("content-type")).toBe("application/scim+json");
    expect(reply.body.detail).not.toBe("");
  });

  it("a body of another type", async () => {
    const headers = { "content-type": "text/plain" };
    expect((await scim("POST", "/Users", { userName: "x" }, { headers })).status).toBe(415);
    const json = { "content-type": "application/json" };
    expect((await scim("POST", "/Users", { userName: "plain" }, { headers: json })).status).toBe(
      201,
    );
  });

  it("a patch that cannot be applied changes nothing", async () => {
    const id = await created("patched@acme.test");
    const body = patch(
      { op: "replace", path: "title", value: "Buyer" },
      { op: "replace", path: "__proto__.polluted", value: "x" },
    );
    const reply = await scim("PATCH", `/Users/${id}`, body);
    expect([reply.status, reply.body.scimType]).toEqual([400, "invalidPath"]);
    const { body: kept } = await scim("GET", `/Users/${id}`);
    expect(kept).not.toHaveProperty("title");
  });

  it("a name that somebody else has", async () => {
    await created("first@acme.test");
    const id = await created("second@acme.test");
    const change = patch({ op: "replace", path: "userName", value: "First@acme.test" });
    const reply = await scim("PATCH", `/Users/${id}`, change);
    expect([reply.status, reply.body.scimType]).toEqual([409, "uniqueness"]);
    const own = patch({ op: "replace", path: "userName", value: "SECOND@acme.test" });
    expect((await scim("PATCH", `/Users/${id}`, own)).status).toBe(200);
  });

  it("what a rule refuses, in the reader's language, and once it may be it is", async () => {
    const tenants = tenantsFrom({ late: { organization: "late" } });
    const early = await serviceOn(embedded(), { tenants });
    const send = scimClient(early, "late");
    const headers = { "accept-language": "zh-CN" };
    const refused = await send("POST", "/Users", { userName: "x" }, { headers });
    expect(refused.status).toBe(409);
    expect(refused.body.detail).toMatch(/组织/);
    const about = { organization: "late", name: "L", certified: true, edition: "free", sso: false };
    await early.submit(fact("r", { platform: true }, "organization.registered", about));
    expect((await send("POST", "/Users", { userName: "x" })).status).toBe(201);
    await early.service.stop();
  });
});

describe("discovery", () => {
  it("says what the server can do", async () => {
    const { body } = await scim("GET", "/ServiceProviderConfig");
    expect(body).toMatchObject({
      patch: { supported: true },
      bulk: { supported: true, maxOperations: 200 },
      filter: { supported: true, maxResults: 200 },
      etag: { supported: false },
    });
  });

  it.each([
    ["/ResourceTypes", 2, "User"],
    ["/Schemas", 3, "urn:ietf:params:scim:schemas:core:2.0:User"],
  ])("%s", async (path, total, id) => {
    const all = await scim("GET", path);
    expect(all.body.totalResults).toBe(total);
    for (const each of all.body.Resources) {
      expect((await scim("GET", `${path}/${each.id}`)).body).toEqual(each);
    }
    expect(all.body.Resources[0].id).toBe(id);
  });
});

describe("Bulk", () => {
  const schemas = ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"];
  const user = (bulkId: string, userName = bulkId) => ({
    ...{ method: "POST", path: "/Users", bulkId, data: { userName } },
  });

  it("creates what refers to one another, whatever the order", async () => {
    const members = [{ value: "bulkId:bulk-1" }];
    const group = {
      method: "POST",
      path: "/Groups",
      bulkId: "g",
      data: { displayName: "B", members },
    };
    const { status, body } = await scim("POST", "/Bulk", {
      schemas,
      Operations: [group, user("bulk-1")],
    });
    expect([status, body.schemas]).toEqual([
      200,
      ["urn:ietf:params:scim:api:messages:2.0:BulkResponse"],
    ]);
    expect(body.Operations).toMatchObject([
      { method: "POST", bulkId: "g", status: "201" },
      { method: "POST", bulkId: "bulk-1", status: "201" },
    ]);
    const path = new URL(body.Operations[0].location).pathname.replace("/scim/v2", "");
    const { body: made } = await scim("GET", path);
    expect(made.members[0].$ref).toBe(body.Operations[1].location);
  });

  it("stops after so many errors, and else goes on", async () => {
    const Operations = [
      user("bulk-2"),
      { method: "DELETE", path: "/Users/nobody" },
      { method: "PATCH", path: "/Users/bulkId:none", data: patch({ op: "remove", path: "title" }) },
      user("bulk-3"),
    ];
    const stopped = await scim("POST", "/Bulk", { schemas, failOnErrors: 1, Operations });
    expect(stopped.body.Operations.map(({ status }: { status: string }) => status)).toEqual([
      "201",
      "404",
    ]);
    const whole = await scim("POST", "/Bulk", { schemas, Operations });
    expect(whole.body.Operations).toMatchObject([
      { status: "409", response: { scimType: "uniqueness" } },
      { status: "404" },
      { status: "400", response: { scimType: "invalidValue" } },
      { status: "201" },
    ]);
  });

  it("says that a circle cannot be carried out", async () => {
    const data = (of: string) => ({ displayName: of, members: [{ value: `bulkId:${of}` }] });
    const Operations = ["a", "b"].map((bulkId, i) => ({
      ...{ method: "POST", path: "/Groups", bulkId, data: data(i === 0 ? "b" : "a") },
    }));
    const { body } = await scim("POST", "/Bulk", { schemas, Operations });
    expect(body.Operations).toMatchObject([{ status: "409" }, { status: "409" }]);
  });

  it("takes at most so many", async () => {
    const Operations = Array.from({ length: 201 }, (_, i) => user(`many-${i}`));
    expect((await scim("POST", "/Bulk", { schemas, Operations })).status).toBe(413);
  });
});

describe("when things go wrong", () => {
  it("what was settled but not kept is a repeat when it is sent again", async () => {
    const database = embedded();
    let broken = false;
    const committed: string[] = [];
    const transaction: typeof database.sql.transaction = (run) =>
      broken ? Promise.reject(new Error("gone")) : database.sql.transaction(run);
    const wrapped = { ...database, sql: { ...database.sql, transaction } };
    const tenants = tenantsFrom({ t: { organization: "acme" } });
    const failing = await serviceOn(
      wrapped,
      { tenants },
      {
        wrapStore: (store) => ({
          ...store,
          commit: async (commit) => {
            const held = broken;
            broken = false;
            try {
              return await store.commit(commit);
            } finally {
              broken = held;
              committed.push(...commit.settlements.map(({ input }) => input));
            }
          },
        }),
      },
    );
    const about = { organization: "acme", name: "A", certified: true, edition: "free", sso: false };
    await failing.submit(fact("r", { platform: true }, "organization.registered", about));
    const send = scimClient(failing, "t");
    const body = { userName: "once@acme.test", displayName: "Once" };
    broken = true;
    expect((await send("POST", "/Users", body)).status).toBe(500);
    expect(committed).toHaveLength(2);
    broken = false;
    const made = await send("POST", "/Users", body);
    expect(made.status).toBe(201);
    expect(committed).toHaveLength(2);
    const off = patch({ op: "replace", value: { active: false } });
    broken = true;
    expect((await send("PATCH", `/Users/${made.body.id}`, off)).status).toBe(500);
    broken = false;
    expect((await send("PATCH", `/Users/${made.body.id}`, off)).body.active).toBe(false);
    expect(committed).toHaveLength(3);
    await failing.service.stop();
  });

  it("a clock that is behind makes nothing late", async () => {
    const schema = "scim_clock";
    const other = await scimService({}, schema);
    const { sql, store } = other.service.database;
    const carrier = {
      host: createHost({ store: store(schema), policy: defaultPolicy }),
      tenant: { organization: "acme", inactive: "suspended", groups: "departments" } as const,
      resources: resourcesOf(sql, schema, "acme"),
      locale: "en" as const,
      now: () => 1_000,
    };
    const named = { displayName: "Behind" };
    const group = await carry(carrier, { method: "POST", type: "groups", id: null, body: named });
    if (!group.ok) throw new Error(group.failure.detail);
    const id = await created("ahead@acme.test", other.scim);
    const body = patch({ op: "add", path: "members", value: [{ value: id }] });
    await carry(carrier, { method: "PATCH", type: "groups", id: group.id, body });
    expect((await other.facts()).at(-1)).toBe(`person.relocated ${id}`);
    await other.service.stop();
  });

  it("changes of one group at once all count", async () => {
    const ids = await Promise.all(
      Array.from({ length: 4 }, (_, i) => created(`crowd-${i}@acme.test`)),
    );
    const group = (await scim("POST", "/Groups", { displayName: "Crowd" })).body.id;
    const add = (value: string) => patch({ op: "add", path: "members", value: [{ value }] });
    const replies = await Promise.all(ids.map((id) => scim("PATCH", `/Groups/${group}`, add(id))));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const { body } = await scim("GET", `/Groups/${group}`);
    expect(body.members.map(({ value }: { value: string }) => value)).toEqual([...ids].sort());
  });

  it("two who create the same user at once make one", async () => {
    const body = { userName: "twin@acme.test" };
    const replies = await Promise.all([1, 2, 3].map(() => scim("POST", "/Users", body)));
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const filter = encodeURIComponent('userName eq "twin@acme.test"');
    const found = await scim("GET", `/Users?filter=${filter}`);
    const id = found.body.Resources[0].id;
    const hires = (await service.facts()).filter((line) => line === `person.hired ${id}`);
    expect([found.body.totalResults, hires.length]).toEqual([1, 1]);
  });
});
