/** From what a platform sent to what it means: checked, opened, and with the answer it expects. */
import { XMLParser } from "fast-xml-parser";
import {
  BrokenSeal,
  mustBeSigned,
  mustHaveToken,
  opened,
  openedByFeishu,
  type Signed,
  sealed,
  signatureOf,
} from "./sealed.ts";
import type { Subscription } from "./subscriptions.ts";

/** A request, as far as it matters. */
export interface Delivery {
  readonly query: (name: string) => string | undefined;
  readonly header: (name: string) => string | undefined;
  readonly body: string;
}

/** An answer in the platform's own form. */
export interface Reply {
  readonly type: "application/json" | "text/plain";
  readonly body: string;
}

/** An event, or `null` where the platform only tries the address out; and how it is acknowledged. */
export interface Received {
  readonly event: unknown;
  readonly reply: Reply;
}

const text = (body: string): Reply => ({ type: "text/plain", body });
const json = (value: object): Reply => ({ type: "application/json", body: JSON.stringify(value) });

function jsonFrom(body: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value === "object" && value !== null) return value as Record<string, unknown>;
  } catch {
    // Said below.
  }
  throw new BrokenSeal("not JSON");
}

const textOf = (value: unknown): string => {
  if (typeof value !== "string") throw new BrokenSeal("nothing sealed");
  return value;
};

function signedBy({ query }: Delivery): Signed {
  return {
    signature: query("msg_signature") ?? query("signature") ?? "",
    timestamp: query("timestamp") ?? query("timeStamp") ?? "",
    nonce: query("nonce") ?? "",
  };
}

type Of<Platform> = Extract<Subscription, { readonly platform: Platform }>;

function fromDingTalk(seal: Of<"dingtalk">, delivery: Delivery): Received {
  const signed = signedBy(delivery);
  const message = opened(seal, signed, textOf(jsonFrom(delivery.body)["encrypt"]));
  const event = jsonFrom(message);
  const encrypt = sealed(seal, "success");
  const { timestamp: timeStamp, nonce } = signed;
  const reply = { msg_signature: signatureOf(seal, signed, encrypt), timeStamp, nonce, encrypt };
  return { event: event["EventType"] === "check_url" ? null : event, reply: json(reply) };
}

/** What stands in the envelope, which is XML or JSON and is not sealed itself. */
function envelope(body: string): unknown {
  if (!body.trimStart().startsWith("<")) return jsonFrom(body)["encrypt"];
  if (/<!(?:DOCTYPE|ENTITY)/i.test(body)) throw new BrokenSeal("document type");
  const parser = new XMLParser({ processEntities: false, parseTagValue: false });
  try {
    return parser.parse(body).xml?.Encrypt;
  } catch {
    throw new BrokenSeal("not XML");
  }
}

function fromWeCom(seal: Of<"wecom">, delivery: Delivery): Received {
  const event = opened(seal, signedBy(delivery), textOf(envelope(delivery.body)));
  return { event, reply: text("success") };
}

function fromFeishu({ encryptKey, token }: Of<"feishu">, delivery: Delivery): Received {
  const { header, body } = delivery;
  const message = jsonFrom(openedByFeishu(encryptKey, textOf(jsonFrom(body)["encrypt"])));
  if (message["type"] === "url_verification") {
    mustHaveToken(token, message["token"]);
    return { event: null, reply: json({ challenge: message["challenge"] }) };
  }
  const signed = {
    signature: header("x-lark-signature") ?? "",
    timestamp: header("x-lark-request-timestamp") ?? "",
    nonce: header("x-lark-request-nonce") ?? "",
  };
  mustBeSigned(encryptKey, signed, body);
  mustHaveToken(token, (message["header"] as { token?: unknown } | undefined)?.token);
  return { event: message, reply: json({}) };
}

/** Checks and opens a delivery; throws {@link BrokenSeal}. */
export function received(subscription: Subscription, delivery: Delivery): Received {
  switch (subscription.platform) {
    case "dingtalk":
      return fromDingTalk(subscription, delivery);
    case "wecom":
      return fromWeCom(subscription, delivery);
    case "feishu":
      return fromFeishu(subscription, delivery);
  }
}

/** WeCom tries an address out with a sealed text, which it wants to have back. */
export function echoed(subscription: Subscription, delivery: Delivery): Reply {
  if (subscription.platform !== "wecom") throw new BrokenSeal("not expected");
  return text(opened(subscription, signedBy(delivery), delivery.query("echostr") ?? ""));
}
