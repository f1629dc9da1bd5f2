/** The ways in which WeCom sends events, as one: XML or JSON, to an app or to a suite. */
import type { Path } from "../../schema/problems.ts";
import { eventKey } from "../facts.ts";
import { jsonOf, note, readAs, type Work } from "../work.ts";
import { appHead, suiteHead } from "./model.ts";
import { fieldsOfXml } from "./xml.ts";

/** An event, whichever way it came. */
export interface WeComEvent {
  readonly type: string;
  /** Where the type stands in the payload. */
  readonly path: Path;
  readonly corp: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly key: string;
  /** Whether it was sent to a third-party app. */
  readonly suite: boolean;
  readonly payload: object;
}

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** An empty element says as much as none; lists are texts with commas. */
function withoutBlanks(payload: object): object {
  const fields = Object.entries(payload).filter(([, value]) => value !== "");
  const split = fields.map(([name, value]): [string, unknown] =>
    name.endsWith("Items") && typeof value === "string"
      ? [name, value.split(",").filter((item) => item !== "")]
      : [name, value],
  );
  return Object.fromEntries(split);
}

function payloadOf(work: Work, payload: unknown): object | null {
  const isXml = typeof payload === "string" && payload.trimStart().startsWith("<");
  const read = isXml ? fieldsOfXml(payload) : jsonOf(work, payload);
  if (isObject(read)) return withoutBlanks(read);
  if (work.problems.length === 0) note(work, [], isXml ? "not-xml" : "not-an-object");
  return null;
}

const CONTACT = "change_contact";

/** Reads what begins an event; what is wrong with it is noted. */
export function readEvent(work: Work, given: unknown): WeComEvent | null {
  const payload = payloadOf(work, given);
  if (payload === null) return null;
  const suite = Object.hasOwn(payload, "InfoType");
  const head = suite
    ? readAs(work, suiteHead(), payload, [])
    : readAs(work, appHead(), payload, []);
  if (head === null) return null;
  const of =
    "InfoType" in head
      ? { name: head.InfoType, corp: head.AuthCorpId, seconds: head.TimeStamp }
      : { name: head.Event, corp: head.ToUserName, seconds: head.CreateTime };
  if (of.name !== CONTACT) {
    note(work, [suite ? "InfoType" : "Event"], "unknown-event");
    return null;
  }
  const { ChangeType: type = "" } = head;
  const key = eventKey(undefined, payload);
  const at = of.seconds * 1_000;
  return { type, path: ["ChangeType"], corp: of.corp, at, key, suite, payload };
}
