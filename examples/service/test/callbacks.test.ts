// Aim: only what a platform sealed for us gets in, and becomes what it means; everything else is refused.
// Method: published examples of the three ciphers, then deliveries sealed here, spoiled in each place.
import { createCipheriv, createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { opened, openedByFeishu, type Seal, sealed, signatureOf } from "../src/callbacks/sealed.ts";
import { subscriptionsFrom } from "../src/callbacks/subscriptions.ts";
import { embedded, fact, serviceOn } from "./support/service.ts";

const seal: Seal = {
  token: "QDG6eK",
  aesKey: "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C",
  receiver: "wx5823bf96d3bd56c7",
};
const encryptKey = "test key";
const at = { timestamp: "1409659589", nonce: "263014780" };

describe("published examples", () => {
  it("opens WeCom's", () => {
    const signature = "5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3";
    const text =
      "P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==";
    expect(opened(seal, { ...at, signature }, text)).toBe("1616140317555161061");
  });

  it("opens DingTalk's", () => {
    const theirs = {
      token: "o2oa",
      aesKey: "Nzk5ZjFiODIxMzkyNGMyNWIyMmFiZWZkNjIzNjIxYTg",
      receiver: "ding21016b71e78da961",
    };
    const signed = {
      signature: "502b261eda47a212db163c91322f7ddecb2e99cc",
      timestamp: "1603697312745",
      nonce: "2dffdfdfdf2222",
    };
    const text =
      "QH/UQCL7dUGoPQZcBf2H2u/8ImJ+6tjDOSfHle3GmMoG/zopHbD8JpXVCBFGSUFmQ3bWXIuzwyXAZCeS2kptmA==";
    expect(opened(theirs, signed, text)).toBe("success");
  });

  it("opens Feishu's", () => {
    expect(openedByFeishu(encryptKey, "P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk=")).toBe(
      "hello world",
    );
  });
});

it("opens what it sealed, of any length, and nothing else", () => {
  for (const length of [0, 1, 11, 12, 13, 31, 32, 33, 1_000]) {
    const message = "名".repeat(length);
    const text = sealed(seal, message);
    const signature = signatureOf(seal, at, text);
    expect(opened(seal, { ...at, signature }, text)).toBe(message);
    const other = { ...seal, receiver: "somebody-else" };
    expect(() => opened(other, { ...at, signature }, text)).toThrow("receiver");
    expect(() => opened(seal, { ...at, nonce: "1", signature }, text)).toThrow("signature");
    const strange = { ...seal, aesKey: `k${seal.aesKey.slice(1)}` };
    expect(() => opened(strange, { ...at, signature }, text)).toThrow();
  }
  for (const text of ["", "AAAA", "no base64 ?", Buffer.alloc(16).toString("base64")]) {
    expect(() => opened(seal, { ...at, signature: signatureOf(seal, at, text) }, text)).toThrow();
    expect(() => openedByFeishu(encryptKey, text)).toThrow();
  }
});

const subscriptions = subscriptionsFrom({
  ding: { platform: "dingtalk", organization: "acme", ...seal },
  wecom: { platform: "wecom", organization: "acme", ...seal },
  feishu: { platform: "feishu", organization: "acme", token: "verify", encryptKey },
});

const encryptedForFeishu = (message: object): string => {
  const iv = Buffer.alloc(16, 7);
  const key = createHash("sha256").update(encryptKey).digest();
  const cipher = createCipheriv("aes-256-cbc", key, iv);
  const text = JSON.stringify(message);
  return Buffer.concat([iv, cipher.update(text), cipher.final()]).toString("base64");
};

const users: Record<string, unknown> = {
  user: { errcode: 0, userid: "zhangsan", name: "张三", department: [1], status: 1 },
};

async function running(
  lookUp = async ({ kind }: { kind: string }): Promise<unknown> => users[kind],
) {
  const test = await serviceOn(
    embedded(),
    { subscriptions },
    { lookUp: (_, need) => lookUp(need) },
  );
  const about = {
    organization: "acme",
    name: "Acme",
    certified: true,
    edition: "free",
    sso: false,
  };
  await test.submit(fact("setup-callbacks", { platform: true }, "organization.registered", about));
  const send = (path: string, body: string, headers: Record<string, string> = {}) =>
    test.service.app.request(path, { method: "POST", body, headers });
  return { ...test, send };
}

const query = (text: string, of = seal) =>
  `?msg_signature=${signatureOf(of, at, text)}&timestamp=${at.timestamp}&nonce=${at.nonce}`;

describe("WeCom", () => {
  const xml = `<xml><ToUserName>wx1</ToUserName><CreateTime>1409659589</CreateTime><Event>change_contact</Event>
    <ChangeType>create_user</ChangeType><UserID><![CDATA[zhangsan]]></UserID></xml>`;
  const text = sealed(seal, xml);
  const envelope = `<xml><ToUserName>wx1</ToUserName><Encrypt><![CDATA[${text}]]></Encrypt></xml>`;

  it("answers when the address is tried out", async () => {
    const { service } = await running();
    const echo = sealed(seal, "1616140317555161061");
    const path = `/callbacks/wecom${query(echo)}&echostr=${encodeURIComponent(echo)}`;
    const reply = await service.app.request(path);
    expect([reply.status, await reply.text()]).toEqual([200, "1616140317555161061"]);
    const forged = await service.app.request(path.replace("msg_signature=", "msg_signature=0"));
    expect(forged.status).toBe(401);
    await service.stop();
  });

  it("becomes inputs, once, and is acknowledged", async () => {
    const { service, send, lines } = await running();
    for (const _ of [1, 2]) {
      const reply = await send(`/callbacks/wecom${query(text)}`, envelope);
      expect([reply.status, await reply.text()]).toEqual([200, "success"]);
    }
    const asJson = JSON.stringify({ encrypt: text });
    expect((await send(`/callbacks/wecom${query(text)}`, asJson)).status).toBe(200);
    const inputs = lines().filter(({ type }) => type === "person.hired");
    expect(inputs.map(({ outcome, repeated }) => [outcome, repeated])).toEqual([
      ["accepted", false],
      ["accepted", true],
      ["accepted", true],
    ]);
    await service.stop();
  });

  it("is refused in each way in which it may be wrong, without a look at what it says", async () => {
    const asked: unknown[] = [];
    const { service, send } = await running(async (need) => asked.push(need));
    const refused = async (path: string, body: string) =>
      expect((await send(path, body)).status).toBe(401);
    await refused("/callbacks/wecom", envelope);
    await refused(`/callbacks/wecom${query(text, { ...seal, token: "other" })}`, envelope);
    await refused(`/callbacks/wecom${query(text).replace("nonce=2", "nonce=3")}`, envelope);
    const foreign = sealed({ ...seal, receiver: "wx-other" }, xml);
    await refused(`/callbacks/wecom${query(foreign)}`, envelope.replace(text, foreign));
    const other = `${text.startsWith("A") ? "B" : "A"}${text.slice(1)}`;
    await refused(`/callbacks/wecom${query(text)}`, envelope.replace(text, other));
    await refused(`/callbacks/wecom${query(text)}`, `<!DOCTYPE xml>${envelope}`);
    await refused(`/callbacks/wecom${query(text)}`, "<xml></xml>");
    await refused(`/callbacks/wecom${query(text)}`, "{}");
    expect((await send(`/callbacks/nobody${query(text)}`, envelope)).status).toBe(404);
    expect(asked).toEqual([]);
    await service.stop();
  });

  it("is delivered again if a look-up fails, and acknowledged if it says nothing to us", async () => {
    const { service, send } = await running(async () => ({ errcode: 42001 }));
    expect((await send(`/callbacks/wecom${query(text)}`, envelope)).status).toBe(200);
    await service.stop();
    const alone = await serviceOn(embedded(), { subscriptions });
    const reply = await alone.service.app.request(`/callbacks/wecom${query(text)}`, {
      method: "POST",
      body: envelope,
    });
    expect(reply.status).toBe(503);
    await alone.service.stop();
  });
});

describe("DingTalk", () => {
  const body = (event: object) => {
    const text = sealed(seal, JSON.stringify(event));
    return { text, body: JSON.stringify({ encrypt: text }) };
  };

  it("gets its own success, sealed, also when it only tries the address out", async () => {
    const { service, send, lines } = await running();
    const leaving = {
      EventType: "user_leave_org",
      CorpId: "ding1",
      TimeStamp: "1409659589000",
      UserId: ["li4"],
    };
    for (const event of [{ EventType: "check_url" }, leaving]) {
      const sent = body(event);
      const reply = await send(`/callbacks/ding${query(sent.text)}`, sent.body);
      expect(reply.status).toBe(200);
      const said = (await reply.json()) as Record<string, string>;
      const { msg_signature: signature = "", timeStamp: timestamp = "", nonce = "" } = said;
      expect(opened(seal, { signature, timestamp, nonce }, said["encrypt"] ?? "")).toBe("success");
    }
    // Never hired here, so that it is refused, kept nowhere, and acknowledged.
    const inputs = lines().filter(({ type }) => type === "person.resigned");
    expect(inputs.map(({ outcome }) => outcome)).toEqual(["refused"]);
    const forged = body(leaving);
    expect((await send(`/callbacks/ding${query("x")}`, forged.body)).status).toBe(401);
    await service.stop();
  });
});

describe("Feishu", () => {
  const header = {
    event_id: "e-1",
    event_type: "contact.user.created_v3",
    create_time: "1409659589000",
    token: "verify",
    tenant_key: "t1",
  };
  const event = {
    schema: "2.0",
    header,
    event: { object: { open_id: "ou_1", name: "王五", department_ids: ["0"] } },
  };
  const delivery = (message: object) => {
    const body = JSON.stringify({ encrypt: encryptedForFeishu(message) });
    const text = at.timestamp + at.nonce + encryptKey + body;
    const headers: Record<string, string> = {
      "x-lark-request-timestamp": at.timestamp,
      "x-lark-request-nonce": at.nonce,
      "x-lark-signature": createHash("sha256").update(text).digest("hex"),
    };
    return { body, headers };
  };

  it("answers the challenge to whoever has the token", async () => {
    const { service, send } = await running();
    const challenge = { type: "url_verification", challenge: "c-1" };
    const right = delivery({ ...challenge, token: "verify" });
    const reply = await send("/callbacks/feishu", right.body);
    expect(await reply.json()).toEqual({ challenge: "c-1" });
    const wrong = delivery({ ...challenge, token: "other" });
    expect((await send("/callbacks/feishu", wrong.body)).status).toBe(401);
    await service.stop();
  });

  it("becomes inputs if it is signed and has the token, and is refused otherwise", async () => {
    const { service, send, lines } = await running();
    const { body, headers } = delivery(event);
    expect((await send("/callbacks/feishu", body)).status).toBe(401);
    const forged = { ...headers, "x-lark-request-nonce": "1" };
    expect((await send("/callbacks/feishu", body, forged)).status).toBe(401);
    const tokenless = delivery({ ...event, header: { ...header, token: "other" } });
    expect((await send("/callbacks/feishu", tokenless.body, tokenless.headers)).status).toBe(401);
    const open = JSON.stringify(event);
    expect((await send("/callbacks/feishu", open, headers)).status).toBe(401);
    expect((await send("/callbacks/feishu", body, headers)).status).toBe(200);
    const inputs = lines().filter(({ type }) => type === "person.hired");
    expect(inputs.map(({ outcome }) => outcome)).toEqual(["accepted"]);
    await service.stop();
  });
});

it("settings name what is wrong with them", () => {
  expect(() => subscriptionsFrom({ a: { platform: "wecom" } })).toThrow(/aesKey/);
  expect(() => subscriptionsFrom({ "a/b": {} })).toThrow();
});
