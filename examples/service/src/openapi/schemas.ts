/** The document's schemas: the package's own for what comes in, written here for what goes out. */
import { type NoticeKind, REFUSAL_CODES, type RefusalCode, RULE_OF_CODE } from "interorg";
import { REFUSALS, refusalTitle, retry } from "interorg/catalogue";
import { BATCH_MAX } from "interorg/host";
import { type JsonSchema, jsonSchemas } from "interorg/schema";
import { PROBLEMS } from "../problem.ts";

type Schemas = { readonly [name: string]: JsonSchema };

/** A reference to a schema of the document. */
export const ref = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });

/** A closed object; names that end in `?` may be missing. */
const object = (fields: { readonly [name: string]: JsonSchema }): JsonSchema => ({
  type: "object",
  properties: Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name.replace(/\?$/, ""), field]),
  ),
  required: Object.keys(fields).filter((name) => !name.endsWith("?")),
  additionalProperties: false,
});

const text: JsonSchema = { type: "string" };
const count: JsonSchema = { type: "integer", minimum: 0 };
const boolean: JsonSchema = { type: "boolean" };
const anyObject: JsonSchema = { type: "object" };
const list = (items: JsonSchema): JsonSchema => ({ type: "array", items });
const nullable = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, { type: "null" }] });
const choice = (values: readonly string[]): JsonSchema => ({ type: "string", enum: values });

/** The notices there are; one too few or too many does not compile. */
const NOTICE_KINDS: { readonly [Kind in NoticeKind]: true } = {
  ROSTER_CAP_REACHED: true,
  COUNTERPART_LEFT: true,
  COUNTERPART_BACK: true,
  COUNTERPART_RENAMED: true,
  PERSON_FLAGGED: true,
  LICENSE_AUTO_GRANT_DEFERRED: true,
  LICENSE_TERM_ENDING: true,
  LICENSE_TERM_OVER: true,
  LICENSE_USAGE_HIGH: true,
  SPACE_FILLING: true,
  JOINS_FILLING: true,
  APP_PUBLISHED: true,
  TASK_HANDED_OVER: true,
  TASK_AWAITING_HANDOVER: true,
  DEPARTMENT_FLAGGED: true,
  DEPARTMENTS_MISSING: true,
  DIRECTORY_RECONCILIATION_HELD: true,
  SETTINGS_INERT: true,
  TASK_HOLDER_SUSPENDED: true,
  TASK_HOLDER_CANNOT_ACT: true,
  TASK_TAKEN_AWAY: true,
  TASK_WAITING: true,
  TASK_COPIED: true,
  STAND_IN_SET: true,
  FLOW_TERMINATED: true,
  FLOW_RETURNED: true,
  TASK_TAKEN_BACK: true,
  APP_DISTRIBUTED: true,
  ORGANIZATION_SUSPENDED: true,
  ORGANIZATION_RESUMED: true,
  ORGANIZATION_REINSTATED: true,
  ORGANIZATION_WITHOUT_ADMINS: true,
  ADMIN_WORK_WAITING: true,
  HIERARCHY_REACHED: true,
  LIAISON_VACANT: true,
  LINK_ENDED: true,
  APPLICATION_SUBMITTED: true,
  APPLICATION_WITHDRAWN: true,
  APPLICATION_DECIDED: true,
  ASSOCIATION_ENDED: true,
  MEMBER_LEAVING: true,
  ASSOCIATION_SUSPENDED: true,
  ASSOCIATION_RESUMED: true,
  BRANCH_LEAVING: true,
  MEMBER_UNATTENDED: true,
};

/** One of several, told apart by a property. */
const oneOf = (names: readonly string[], property: string, prefix: string): JsonSchema => ({
  oneOf: names.map((name) => ref(`${prefix}.${name}`)),
  discriminator: {
    propertyName: property,
    mapping: Object.fromEntries(
      names.map((name) => [name, `#/components/schemas/${prefix}.${name}`]),
    ),
  },
});

/** The package's schemas under names of the document, and their union. */
function family(prefix: string, union: string, schemas: Schemas, more: (type: string) => object) {
  const named = Object.entries(schemas).map(([type, { $id, $schema, ...schema }]) => [
    `${prefix}.${type}`,
    { ...schema, ...more(type) },
  ]);
  return { ...Object.fromEntries(named), [union]: oneOf(Object.keys(schemas), "type", prefix) };
}

function refusalSchema(code: RefusalCode): JsonSchema {
  const { httpStatus, next } = retry(code);
  return {
    description: `${refusalTitle(code, "en")}. ${next} Status ${httpStatus}.`,
    type: "object",
    properties: {
      code: { type: "string", const: code },
      rule: { type: "string", const: RULE_OF_CODE[code] },
      data: code === "MALFORMED" ? object({ problems: list(ref("Place")) }) : anyObject,
      explanation: ref("Explanation"),
      mayHelpLater: { type: "boolean", const: retry(code).canHelp },
    },
    required: ["code", "rule", "data", "explanation", "mayHelpLater"],
  };
}

function refusals(): Schemas {
  const each = REFUSAL_CODES.map((code) => [`refusal.${code}`, refusalSchema(code)]);
  return { ...Object.fromEntries(each), Refusal: oneOf(REFUSAL_CODES, "code", "refusal") };
}

const outgoing: Schemas = {
  Place: {
    description: "Where something is wrong in what was sent, and what.",
    ...object({ path: list({ type: ["string", "integer"] }), problem: text }),
  },
  Explanation: {
    description: "A refusal in the reader's language; `source` is in the original Chinese.",
    ...object({ text, rule: text, title: text, help: text, source: nullable(text) }),
  },
  EventBrief: {
    description:
      "What happened to the sender, or by its own act: what callers get who are no operators.",
    ...object({ seq: count, cause: nullable(count), type: text }),
  },
  Accepted: object({
    kind: { const: "accepted" },
    events: { anyOf: [list(ref("EventBrief")), list(ref("Event"))] },
    "notices?": { ...count, description: "How many notices follow; to operators alone." },
    "passedOver?": ref("PassedOver"),
  }),
  PassedOver: {
    description: "What the input named and what remained without effect, with reasons.",
    ...object({
      count,
      byReason: { type: "object", additionalProperties: count },
      first: list(object({ kind: text, id: text, "index?": count, reason: text })),
    }),
  },
  Refused: {
    allOf: [{ type: "object", properties: { kind: { const: "refused" } } }, ref("Refusal")],
    required: ["kind"],
  },
  Outcome: { oneOf: [ref("Accepted"), ref("Refused")] },
  BatchRequest: object({
    inputs: { ...list(ref("Input")), maxItems: BATCH_MAX },
    "onRefusal?": {
      ...choice(["abort", "skip"]),
      default: "abort",
      description: "Whether the first refusal undoes the whole batch, or is left out of it.",
    },
  }),
  BatchResult: object({ results: list(ref("Outcome")) }),
  Preview: object({
    outcome: ref("Outcome"),
    "fingerprint?": {
      description: "What a command says in `expect.outcome`; to operators alone.",
      ...nullable(text),
    },
    spaces: list(
      object({
        space: text,
        entering: count,
        leaving: count,
        queueing: count,
        unqueueing: count,
      }),
    ),
    trunks: list(object({ trunk: text, entering: count, leaving: count })),
    taken: object({
      grants: count,
      groups: count,
      handedOver: count,
      parked: count,
      installations: count,
      organizations: count,
      offices: count,
      settings: count,
      departments: count,
    }),
  }),
  Answer: object({ value: { description: "As the question's type has it.", ...anyObject } }),
  Scope: {
    description:
      "Whose the input's id is: an organization's, `support`'s or the `platform`'s; `null` of what was recorded before ids had senders.",
    ...nullable(text),
  },
  EventPage: object({
    items: list(object({ scope: ref("Scope"), event: ref("Event") })),
    next: ref("Cursor"),
  }),
  Cursor: { description: "To be handed back as `after`; means nothing else.", ...text },
  Notice: object({
    kind: choice(Object.keys(NOTICE_KINDS)),
    to: list(anyObject),
    data: anyObject,
  }),
  NoticePage: object({
    items: list(
      object({
        scope: ref("Scope"),
        input: text,
        seq: count,
        notice: ref("Notice"),
        explanation: object({ text, rule: nullable(text), title: text, help: text }),
      }),
    ),
    next: ref("Cursor"),
  }),
  ExplanationRequest: {
    type: "object",
    properties: { code: choice(REFUSAL_CODES), data: anyObject },
    required: ["code", "data"],
  },
  Problem: {
    description: "A problem of the service itself, as RFC 9457 has it.",
    ...object({
      type: choice(Object.keys(PROBLEMS).map((name) => `/problems/${name}`)),
      title: text,
      status: count,
      "problems?": list(ref("Place")),
    }),
  },
  RefusalProblem: {
    description: "A refusal, as RFC 9457 has it; `index` is its place in an aborted batch.",
    allOf: [
      {
        type: "object",
        properties: { type: text, title: text, status: count, detail: text, index: count },
        required: ["type", "title", "status", "detail"],
      },
      ref("Refusal"),
    ],
  },
  Meaning: object({
    name: text,
    status: count,
    title: text,
    "rule?": text,
    "whoSees?": text,
    "next?": text,
    "source?": list(anyObject),
  }),
  Health: object({
    state: choice([
      "live",
      "ready",
      "stopping",
      "policy-mismatch",
      "store-format-mismatch",
      "out-of-reach",
    ]),
  }),
  Stats: object({
    store: object({
      loads: count,
      commits: { type: "object", additionalProperties: count },
      held: { type: "object", additionalProperties: count },
    }),
    process: object({ cpuMs: count, rssBytes: count }),
    outbox: object({ delivered: count, failures: count, active: boolean, caughtUp: boolean }),
  }),
};

/** Every schema of the document by name. */
export function schemas(): Schemas {
  const { inputs, events, queries } = jsonSchemas();
  return {
    ...family("input", "Input", inputs, (type) => ({
      "x-refusals": REFUSALS[type as keyof typeof REFUSALS],
    })),
    ...family("event", "Event", events, () => ({})),
    ...family("query", "Query", queries, () => ({})),
    ...refusals(),
    ...outgoing,
  };
}
