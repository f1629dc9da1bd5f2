/** The two ways in which DingTalk sends events, as one. */
import type { DepartmentId } from "../../core/ids.ts";
import type { Path } from "../../schema/problems.ts";
import { eventKey } from "../facts.ts";
import { jsonOf, readAs, type Work } from "../work.ts";
import { httpEvent, streamData, streamHeaders } from "./model.ts";

/** An event, whichever way it came. */
export interface DingTalkEvent {
  readonly type: string;
  /** Where the type stands in the payload. */
  readonly path: Path;
  readonly corp: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly key: string;
  readonly users: readonly string[];
  readonly departments: readonly DepartmentId[];
  readonly roles: readonly string[];
}

const has = (value: unknown, name: string): boolean =>
  typeof value === "object" && value !== null && Object.hasOwn(value, name);

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined;

function fromStream(work: Work, message: unknown): DingTalkEvent | null {
  const nested = has(message, "headers");
  const headers = readAs(
    work,
    streamHeaders(),
    nested ? fieldOf(message, "headers") : message,
    nested ? ["headers"] : [],
  );
  const data = jsonOf(work, fieldOf(message, "data"), ["data"]);
  const said = data === undefined ? null : readAs(work, streamData(), data, ["data"]);
  if (headers === null || said === null) return null;
  return {
    type: headers.eventType,
    path: nested ? ["headers", "eventType"] : ["eventType"],
    corp: headers.eventCorpId,
    at: said.timeStamp ?? headers.eventBornTime,
    key: eventKey(headers.eventId, [headers, data]),
    users: said.userId ?? said.userIdList ?? [],
    departments: said.deptId ?? [],
    roles: said.labelIdList ?? [],
  };
}

/** Reads an event; what is wrong with it is noted. */
export function readEvent(work: Work, payload: unknown): DingTalkEvent | null {
  const message = jsonOf(work, payload);
  if (work.problems.length > 0) return null;
  if (has(message, "headers") || has(message, "eventType")) return fromStream(work, message);
  const said = readAs(work, httpEvent(), message, []);
  if (said === null) return null;
  return {
    type: said.EventType,
    path: ["EventType"],
    corp: said.CorpId,
    at: said.TimeStamp,
    key: eventKey(said.EventId, message),
    users: said.UserId ?? said.UserIdList ?? [],
    departments: said.DeptId ?? [],
    roles: said.LabelIdList ?? [],
  };
}
